"""Words of assessments: starting one, its pages, and how its score stands."""

from jobquality.wording.sentence import Sentence

_START = {
    "assess_start": Sentence(en="Start an assessment", es="Empezar una evaluación"),
    "assess_start_of": Sentence(en="Assess {name}", es="Evaluar a {name}"),
    "assess_standard": Sentence(en="By which standard?", es="¿Con qué norma?"),
    "assess_standard_fits": Sentence(
        en="{title} (fits the sector)", es="{title} (es de su sector)"
    ),
    "assess_day": Sentence(en="As of which day?", es="¿A qué día?"),
    "assess_day_hint": Sentence(
        en="Today, or the day that the records are from. Figures such as the minimum wage are "
        "taken of this day.",
        es="Hoy, o el día del que son los documentos. Los datos como el salario mínimo se toman "
        "de ese día.",
    ),
    "assess_sites": Sentence(en="Which places does it cover?", es="¿Qué lugares abarca?"),
    "assess_sites_hint": Sentence(
        en="Tick none for the employer as a whole.",
        es="No marque ninguno si abarca a todo el empleador.",
    ),
    "assess_no_script": Sentence(
        en="Each answer has a button of its own. Save one before you write the next: this browser "
        "runs no scripts, so only the answer whose button you press is sent.",
        es="Cada respuesta tiene su propio botón. Guarde una antes de escribir la siguiente: este "
        "navegador no usa scripts, así que solo se envía la respuesta cuyo botón oprime.",
    ),
    "assess_previous": Sentence(
        en="There are answers from {day}. The new assessment starts from them. You confirm each "
        "one, or change it.",
        es="Hay respuestas del {day}. La nueva evaluación parte de ellas. Usted confirma cada "
        "una, o la cambia.",
    ),
    "assess_choose_standard": Sentence(en="Choose a standard.", es="Elija una norma."),
    "assess_no_day": Sentence(en="Choose a day: today or before.", es="Elija un día: hoy o antes."),
}

_PAGE = {
    "assess_by": Sentence(en="{standard}, edition {edition}", es="{standard}, edición {edition}"),
    "assess_whole": Sentence(en="The employer as a whole", es="El empleador en conjunto"),
    "assess_state": Sentence(en="Where it stands", es="En qué va"),
    "assess_state_draft": Sentence(en="Draft", es="Borrador"),
    "assess_state_in_review": Sentence(en="In review", es="En revisión"),
    "assess_state_approved": Sentence(en="Approved", es="Aprobada"),
    "assess_state_notice": Sentence(en="With the employer", es="Con el empleador"),
    "assess_state_published": Sentence(en="Published", es="Publicada"),
    "assess_state_abandoned": Sentence(en="Abandoned", es="Abandonada"),
    "assess_closed": Sentence(
        en="This is no draft any more, so its answers stay as they are.",
        es="Ya no es un borrador, así que las respuestas quedan como están.",
    ),
    "assess_to_review": Sentence(
        en="See the review and what comes next", es="Ver la revisión y lo que sigue"
    ),
    "assess_topics": Sentence(en="Topics", es="Temas"),
    "assess_weight": Sentence(en="{weight}% of the score", es="{weight}% de la calificación"),
    "assess_progress": Sentence(
        en="{answered} of {asked} answered", es="{answered} de {asked} respondidas"
    ),
    "assess_confirm": Sentence(en="{count} to confirm", es="{count} por confirmar"),
    "assess_critical": Sentence(en="Critical questions", es="Preguntas críticas"),
    "assess_critical_why": Sentence(
        en="A wrong that is found means no level. One that nobody checked blocks every level.",
        es="Si se encuentra una falta, no hay nivel. Si nadie la revisó, ningún nivel es posible.",
    ),
    "assess_declared": Sentence(en="Declared levels", es="Niveles declarados"),
    "assess_declared_why": Sentence(
        en="These are not scored: the employer has signed a plan.",
        es="Estos no se califican: el empleador firmó un plan.",
    ),
    "assess_figures": Sentence(en="Figures that are only asked", es="Datos que solo se preguntan"),
    "assess_one_by_one": Sentence(en="Question by question", es="Pregunta por pregunta"),
    "assess_all": Sentence(en="All topics", es="Todos los temas"),
    "assess_next": Sentence(en="Next: {title}", es="Siguiente: {title}"),
    "assess_before": Sentence(en="Before: {title}", es="Anterior: {title}"),
    "assess_evidence": Sentence(en="Files and links", es="Archivos y enlaces"),
    "assess_evidence_add": Sentence(en="Add a file or a link", es="Agregar un archivo o un enlace"),
    "assess_submit_title": Sentence(en="Ready for review?", es="¿Lista para revisión?"),
    "assess_submit": Sentence(en="Send to review", es="Enviar a revisión"),
    "assess_submit_why": Sentence(
        en="Another person of your organization looks at every answer. Nobody publishes alone.",
        es="Otra persona de su organización revisa cada respuesta. Nadie publica a solas.",
    ),
    "assess_open_count": Sentence(en="{count} without an answer", es="{count} sin respuesta"),
    "assess_carried_count": Sentence(
        en="{count} from last time, not confirmed", es="{count} de la vez anterior, sin confirmar"
    ),
    "assess_bare_count": Sentence(
        en="{count} answered without a source or evidence",
        es="{count} con respuesta, sin fuente ni evidencia",
    ),
    "assess_faulty_count": Sentence(
        en="{count} that cannot be scored as they are", es="{count} que no se pueden calificar así"
    ),
    "assess_needed_by": Sentence(en="Needed for: {titles}.", es="Hace falta para: {titles}."),
    "assess_you": Sentence(
        en="Questions are worded as the employer gets them: “you” is the employer.",
        es="Las preguntas están como las recibe el empleador: «usted» es el empleador.",
    ),
    "assess_in_all": Sentence(en="In all:", es="En total:"),
    "assess_nothing_open": Sentence(
        en="Every question has an answer.", es="Todas las preguntas tienen respuesta."
    ),
    "assess_confirm_first": Sentence(
        en="Confirm or change the answers from last time first.",
        es="Primero confirme o cambie las respuestas de la vez anterior.",
    ),
}

_STANDING = {
    "stand_title": Sentence(en="How it stands now", es="Cómo va ahora"),
    "stand_short": Sentence(en="Score {range}: {level}", es="Calificación {range}: {level}"),
    "stand_none": Sentence(en="There is no score yet.", es="Todavía no hay calificación."),
    "stand_of": Sentence(en="of 100", es="de 100"),
    "stand_picture": Sentence(
        en="A bar from 0 to 100. The score lies between {low} and {high}.",
        es="Una barra de 0 a 100. La calificación está entre {low} y {high}.",
    ),
    "stand_mark": Sentence(en="{level} from {number}", es="{level} desde {number}"),
    "stand_now": Sentence(en="Level now", es="Nivel ahora"),
    "stand_could": Sentence(en="Could reach", es="Podría llegar a"),
    "stand_holds": Sentence(en="If the evidence holds", es="Si la evidencia se sostiene"),
    "stand_answered": Sentence(en="Answered", es="Respondido"),
    "stand_coverage": Sentence(
        en="Seen in records (E2 or better)", es="Visto en documentos (E2 o mejor)"
    ),
    "stand_next": Sentence(en="For {level}", es="Para {level}"),
    "stand_top": Sentence(en="The highest level is reached.", es="Se alcanzó el nivel más alto."),
    "stand_for": Sentence(en="holds", es="se cumple"),
    "stand_open": Sentence(en="open", es="pendiente"),
    "stand_against": Sentence(en="stands against it", es="está en contra"),
    "stand_topics": Sentence(en="By topic", es="Por tema"),
    "stand_missing": Sentence(en="What is missing most", es="Lo que más falta"),
    "stand_weighs": Sentence(en="{share} of the score", es="{share} de la calificación"),
    "stand_faults": Sentence(
        en="These answers are left out of the score until they are put right:",
        es="Estas respuestas quedan fuera de la calificación hasta que se corrijan:",
    ),
    "stand_page": Sentence(en="Show this alone", es="Ver solo esto"),
    "stand_back": Sentence(en="Back to the questions", es="Volver a las preguntas"),
}

WORDING: dict[str, Sentence] = {**_START, **_PAGE, **_STANDING}
