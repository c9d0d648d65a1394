"""Words of the page of a draft of a standard: the check, the impact, and two people."""

from jobquality.wording.sentence import Sentence

_CHECK: tuple[tuple[str, str, str], ...] = (
    (
        "preview_method",
        "This is how the public page would look. Nothing is published yet.",
        "Así se vería la página pública. Todavía no se ha publicado nada.",
    ),
    ("preview_form_title", "As the form", "Como formulario"),
    (
        "preview_form",
        "Every question as somebody is asked it. You can try it; nothing is saved here.",
        "Cada pregunta tal como se hace. Puede probar; aquí no se guarda nada.",
    ),
    ("is_published", "This edition is published.", "Esta edición está publicada."),
    ("its_page", "Open its page", "Abrir su página"),
    ("is_dropped", "This draft was put away.", "Este borrador se descartó."),
    (
        "not_yet",
        "Nothing is published yet. Look at it in peace.",
        "Todavía no se ha publicado nada. Mírela con calma.",
    ),
    ("see_form", "See it as the form", "Verla como formulario"),
    ("see_method", "See it as the public page", "Verla como página pública"),
    ("see_file", "Download the file", "Descargar el archivo"),
    ("check_title", "The check", "La revisión"),
    ("tests", "Its own tests", "Sus propias pruebas"),
    ("test_passes", "Comes out", "Sale bien"),
    ("test_fails", "Does not come out", "No sale"),
    (
        "tests_none",
        "The file has no tests. Add a few worked cases, so that everybody sees what it gives.",
        "El archivo no tiene pruebas. Agregue algunos casos resueltos, para que todos vean qué da.",
    ),
    ("tests_first", "Its tests must come out first.", "Primero tienen que salir sus pruebas."),
    ("laws", "What it promises", "Lo que promete"),
    ("law_kept", "Kept:", "Se cumple:"),
    ("law_broken", "Not kept:", "No se cumple:"),
    (
        "law_better",
        "A better answer never scores less.",
        "Una respuesta mejor nunca da menos puntos.",
    ),
    (
        "law_order",
        "The order of questions and answers changes nothing.",
        "El orden de las preguntas y respuestas no cambia nada.",
    ),
    (
        "law_unknown",
        "Not knowing an answer never raises the low end of a score.",
        "No saber una respuesta nunca sube el extremo bajo de la calificación.",
    ),
    (
        "law_interval",
        "The range holds every score that is still possible.",
        "El intervalo contiene toda calificación que todavía es posible.",
    ),
    ("may_certify", "Certificates may rest on it.", "Puede haber certificados con ella."),
    (
        "may_not_certify",
        "No certificate can rest on it. Scores can still be published.",
        "No puede haber certificados con ella. Sí se pueden publicar calificaciones.",
    ),
    ("look_again", "To look at again: {count}", "Para mirar otra vez: {count}"),
    ("advanced", "Advanced words used:", "Palabras avanzadas que usa:"),
    ("tailored", "What it changes in the other standard", "Lo que cambia de la otra norma"),
    ("changes", "What changes", "Lo que cambia"),
    ("against", "Held against {name}.", "Comparada con {name}."),
    ("first", "It is the first edition of a new standard.", "Es la primera edición de una norma."),
    ("kind_none", "The files are the same.", "Los archivos son iguales."),
    (
        "kind_wording",
        "A change of wording: no score can change.",
        "Un cambio de textos: ninguna calificación puede cambiar.",
    ),
    (
        "kind_addition",
        "An addition that cannot move a level.",
        "Un agregado que no puede mover ningún nivel.",
    ),
    (
        "kind_scoring",
        "A change of scoring: scores and levels can change.",
        "Un cambio en el cálculo: las calificaciones y los niveles pueden cambiar.",
    ),
    ("changes_scoring", "What scores: {count}", "Lo que califica: {count}"),
    (
        "changes_addition",
        "What cannot move a level: {count}",
        "Lo que no puede mover un nivel: {count}",
    ),
    (
        "changes_wording",
        "Wording, sources and tests: {count}",
        "Textos, fuentes y pruebas: {count}",
    ),
)

_DECISION: tuple[tuple[str, str, str], ...] = (
    ("impact", "What it would do", "Lo que haría"),
    (
        "impact_why",
        (
            "Every score that you have published is worked out by the new edition, in memory "
            "only. Nothing published changes, now or later."
        ),
        (
            "Cada calificación que ha publicado se calcula con la edición nueva, solo en memoria. "
            "Nada de lo publicado cambia, ni ahora ni después."
        ),
    ),
    (
        "impact_stale",
        "Something was published or taken back since. Do it again.",
        "Desde entonces se publicó o se retiró algo. Hágalo otra vez.",
    ),
    ("impact_so_far", "{done} of {total} employers", "{done} de {total} empleadores"),
    (
        "impact_nobody",
        "You have published nothing by this standard yet, so nobody gains or loses.",
        "Todavía no ha publicado nada con esta norma, así que nadie gana ni pierde.",
    ),
    ("impact_gains", "reach a higher level", "llegan a un nivel más alto"),
    ("impact_loses", "fall to a lower level", "bajan a un nivel menor"),
    ("impact_same", "keep their level", "conservan su nivel"),
    ("impact_unscored", "cannot be scored", "no se pueden calificar"),
    (
        "impact_certificate",
        "has a certificate, which runs on",
        "tiene un certificado, que sigue vigente",
    ),
    ("impact_employer", "Employer", "Empleador"),
    ("impact_before", "Published", "Publicado"),
    ("impact_after", "By the new edition", "Con la edición nueva"),
    ("impact_do", "Work it out", "Calcularlo"),
    ("impact_go_on", "Go on", "Continuar"),
    ("impact_first", "Look first at what it would do.", "Mire primero lo que haría."),
    ("decision", "Publish it", "Publicarla"),
    ("was_accepted", "Published by {name}", "La publicó {name}"),
    ("was_back", "Taken back by {name}", "La retiró {name}"),
    ("was_refused", "Refused by {name}", "La rechazó {name}"),
    ("proposed_by", "Proposed by {name}", "La propuso {name}"),
    (
        "short",
        "That is less than 60 days from today. Employers and advocates have little time.",
        "Faltan menos de 60 días. Los empleadores y quienes evalúan tienen poco tiempo.",
    ),
    ("answer", "Your answer", "Su respuesta"),
    (
        "for_ever",
        "It enters your ledger, and its file stays public for ever.",
        "Entra en su registro, y su archivo queda público para siempre.",
    ),
    ("publish", "Publish this edition", "Publicar esta edición"),
    ("refuse", "Refuse it", "Rechazarla"),
    (
        "another",
        (
            "Another person has to decide: somebody who neither brought nor proposed it, and who "
            "may publish."
        ),
        (
            "Tiene que decidir otra persona: alguien que no la trajo ni la propuso y que puede "
            "publicar."
        ),
    ),
    ("reason", "Why this edition?", "¿Por qué esta edición?"),
    ("reason_hint", "In a sentence or two.", "En una o dos frases."),
    ("in_use_from", "In use from", "En uso desde"),
    (
        "in_use_from_hint",
        "60 days or more are good for a change: {day} or later.",
        "Para un cambio convienen 60 días o más: el {day} o después.",
    ),
    ("propose", "Propose it to a second person", "Proponerla a una segunda persona"),
    ("drop", "Put this draft away", "Descartar este borrador"),
)

WORDING: dict[str, Sentence] = {
    f"standards_{name}": Sentence(en=en, es=es) for name, en, es in (*_CHECK, *_DECISION)
}
