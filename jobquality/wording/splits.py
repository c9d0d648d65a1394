"""Words of the trend: two lines, and why a score moved."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "split_title": Sentence(
        en="Why the score moved since {day}",
        es="Por qué se movió la calificación desde el {day}",
    ),
    "split_lead": Sentence(
        en="Four things can move a score. What two of them do together is shared between them, so "
        "a part can differ from the like-for-like step. The parts add up exactly to the change; "
        "here they are rounded.",
        es="Cuatro cosas pueden mover una calificación. Lo que dos hacen juntas se reparte entre "
        "ellas, así que una parte puede diferir del paso comparable. Las partes suman exactamente "
        "el cambio; aquí están redondeadas.",
    ),
    "split_correction": Sentence(
        en="This scorecard sets an earlier one right. The step is our correction, not a change at "
        "the employer.",
        es="Esta evaluación corrige una anterior. El paso es una corrección nuestra, no un cambio "
        "del empleador.",
    ),
    "alike_employer": Sentence(
        en="Of the published step, {change} is the employer’s own; the table says what else "
        "moved it.",
        es="Del paso publicado, {change} es del propio empleador; la tabla dice qué más lo movió.",
    ),
    "split_cause": Sentence(
        en="What moved it",
        es="Qué lo movió",
    ),
    "split_low": Sentence(
        en="Low end",
        es="Extremo bajo",
    ),
    "split_high": Sentence(
        en="High end",
        es="Extremo alto",
    ),
    "split_employer": Sentence(
        en="The employer",
        es="El empleador",
    ),
    "split_employer_why": Sentence(
        en="Answers that are known both times, and the employer’s profile.",
        es="Respuestas conocidas las dos veces y el perfil del empleador.",
    ),
    "split_rubric": Sentence(
        en="The standard",
        es="La norma",
    ),
    "split_rubric_why": Sentence(
        en="Another edition: what it asks, how it weighs, what gives points.",
        es="Otra edición: qué pregunta, cómo pesa, qué da puntos.",
    ),
    "split_parameter": Sentence(
        en="Dated figures",
        es="Cifras con fecha",
    ),
    "split_parameter_why": Sentence(
        en="The day of the score, and figures such as the living wage.",
        es="El día de la calificación y cifras como el salario digno.",
    ),
    "split_evidence": Sentence(
        en="What is known",
        es="Lo que se sabe",
    ),
    "split_evidence_why": Sentence(
        en="Answers that became known or unknown, and how well they are proved.",
        es="Respuestas que pasaron a saberse o a no saberse, y cuán probadas están.",
    ),
    "split_rest": Sentence(
        en="Could not be split",
        es="No se pudo repartir",
    ),
    "split_sum": Sentence(
        en="Together",
        es="En total",
    ),
    "split_new": Sentence(
        en="{title} (new)",
        es="{title} (nueva)",
    ),
    "split_old": Sentence(
        en="{title} (not asked any more)",
        es="{title} (ya no se pregunta)",
    ),
    "split_behind": Sentence(
        en="What lies behind it",
        es="Qué hay detrás",
    ),
    "alike_title": Sentence(
        en="Like for like",
        es="Comparable",
    ),
    "alike_lead": Sentence(
        en="Each year read by the newest edition, over the {compared} of {asked} criteria "
        "that both years were asked in the same way.",
        es="Cada año leído con la edición más nueva, sobre los {compared} de {asked} "
        "criterios que se preguntaron igual.",
    ),
    "alike_turned": Sentence(
        en="As published the low end moved by {raw}; like for like it moved by {like}. "
        "The standard changed, so the published step is not the employer’s alone.",
        es="Según lo publicado, el extremo bajo se movió {raw}; de forma comparable, "
        "{like}. La norma cambió, así que el paso publicado no es solo del empleador.",
    ),
    "alike_step": Sentence(
        en="As published the low end moved by {raw}; like for like by {like}.",
        es="Según lo publicado, el extremo bajo se movió {raw}; de forma comparable, {like}.",
    ),
    "alike_none": Sentence(
        en="Nothing can be compared like for like: no criterion was asked in the same way "
        "both times.",
        es="Nada se puede comparar de forma igual: ningún criterio se preguntó igual las "
        "dos veces.",
    ),
    "alike_line": Sentence(
        en="like for like, low end",
        es="comparable, extremo bajo",
    ),
}
