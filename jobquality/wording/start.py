"""The start page."""

from jobquality.wording.sentence import Sentence

WORDING = {
    "start_title": Sentence(
        en="What makes a job good, measured in the open",
        es="Lo que hace bueno un empleo, medido a la vista de todos",
    ),
    "start_lead": Sentence(
        en="jobquality helps workers’ centers, advocates and employers score a workplace "
        "against an open standard, with evidence, so that anyone can check the result.",
        es="jobquality ayuda a centros de trabajadores, organizaciones de defensa laboral y "
        "empleadores a calificar un lugar de trabajo según una norma abierta y con "
        "evidencia, para que cualquiera pueda comprobar el resultado.",
    ),
    "start_see": Sentence(en="See published scorecards", es="Ver calificaciones publicadas"),
    "start_today": Sentence(
        en="You can see all of it at work: the samples here are invented and marked SAMPLE. "
        "Open one, and follow each figure back to its source.",
        es="Puede verlo todo en marcha: los ejemplos de aquí son inventados y llevan la palabra "
        "SAMPLE. Abra uno y siga cada cifra hasta su fuente.",
    ),
    "start_for": Sentence(en="Who it is for", es="Para quién es"),
    "for_centers": Sentence(
        en="Workers’ centers and advocates",
        es="Centros de trabajadores y organizaciones de defensa laboral",
    ),
    "for_centers_why": Sentence(
        en="Gather what is known about a workplace once, with its sources, and let the "
        "scorecard and the plan follow from it.",
        es="Reúna una sola vez lo que se sabe de un lugar de trabajo, con sus fuentes; la "
        "calificación y el plan salen de ahí.",
    ),
    "for_employers": Sentence(en="Employers", es="Empleadores"),
    "for_employers_why": Sentence(
        en="See what counts, where you stand, and which change gains the most. You are heard "
        "before anything about you is published.",
        es="Vea qué cuenta, cómo le va y qué cambio mejora más. Se le escucha antes de "
        "publicar cualquier cosa sobre su empresa.",
    ),
    "for_everyone": Sentence(en="Everyone else", es="Todas las demás personas"),
    "for_everyone_why": Sentence(
        en="Read how a score was made, down to the source of each threshold, and work it out "
        "again yourself.",
        es="Lea cómo se hizo una calificación, hasta la fuente de cada umbral, y vuelva a "
        "calcularla por su cuenta.",
    ),
    "start_standards": Sentence(en="Standards", es="Normas"),
    "standards_why": Sentence(
        en="A standard says what is asked, what each answer gives, and what it takes to reach "
        "a level. Once published, an edition never changes.",
        es="Una norma dice qué se pregunta, cuánto vale cada respuesta y qué hace falta para "
        "llegar a un nivel. Una edición publicada nunca cambia.",
    ),
    "standards_none": Sentence(
        en="No standard is published here yet.",
        es="Aquí todavía no hay ninguna norma publicada.",
    ),
    "standard_edition": Sentence(en="Edition {edition}", es="Edición {edition}"),
    "standard_size": Sentence(
        en="{topics} topics, {criteria} criteria", es="{topics} temas, {criteria} criterios"
    ),
    "standard_not_reviewed": Sentence(
        en="No person has checked this translation yet.",
        es="Ninguna persona ha revisado todavía esta traducción.",
    ),
    "start_method": Sentence(en="How a score is made", es="Cómo se hace una calificación"),
    "method_facts": Sentence(en="Facts, with evidence", es="Datos, con evidencia"),
    "method_facts_why": Sentence(
        en="Each answer carries its source, its date and how well it is confirmed.",
        es="Cada respuesta lleva su fuente, su fecha y qué tan confirmada está.",
    ),
    "method_standard": Sentence(en="One published standard", es="Una sola norma publicada"),
    "method_standard_why": Sentence(
        en="Questions, points and weights stand in one file that anyone can read.",
        es="Las preguntas, los puntos y los pesos están en un archivo que cualquiera puede leer.",
    ),
    "method_range": Sentence(
        en="A score that shows its limits", es="Una calificación que muestra sus límites"
    ),
    "method_range_why": Sentence(
        en="What is not known is not zero: the score runs from the worst to the best that is "
        "still possible.",
        es="Lo que no se sabe no es cero: la calificación va de lo peor a lo mejor que todavía "
        "es posible.",
    ),
    "method_plan": Sentence(en="A way forward", es="Un camino para mejorar"),
    "method_plan_why": Sentence(
        en="The plan follows from the same score: what to change, and what each change gains.",
        es="El plan sale de la misma calificación: qué cambiar y cuánto mejora cada cambio.",
    ),
    "start_promises": Sentence(en="What always holds", es="Lo que siempre se cumple"),
    "promise_unknown": Sentence(
        en="Unknown stays unknown. It blocks praise as it blocks blame.",
        es="Lo desconocido queda como desconocido. No permite ni elogiar ni culpar.",
    ),
    "promise_workers": Sentence(
        en="No worker can be found. Nothing about fewer than five workers leaves the team.",
        es="Nadie puede identificar a un trabajador. Nada sobre menos de cinco personas sale "
        "del equipo.",
    ),
    "promise_two": Sentence(
        en="Nobody publishes alone, and the employer is heard first.",
        es="Nadie publica por su cuenta, y primero se escucha al empleador.",
    ),
    "promise_law": Sentence(
        en="No claim about the law stands without a source that was checked in time.",
        es="Ninguna afirmación sobre la ley queda sin una fuente revisada a tiempo.",
    ),
}
