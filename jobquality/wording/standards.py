"""Words of standards that an organization brings."""

from jobquality.wording.sentence import Sentence

_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "title",
        "Standards",
        "Estándares",
    ),
    (
        "lead",
        (
            "By which standards you score employers. You can bring your own, or make one of "
            "ours yours. Two people publish it, and it never changes after that."
        ),
        (
            "Con qué estándares califica a los empleadores. Puede traer el suyo o adaptar uno"
            " de los nuestros. Dos personas lo publican, y después nunca cambia."
        ),
    ),
    (
        "used",
        "In use",
        "En uso",
    ),
    (
        "used_why",
        "New assessments start by one of these. What was started before keeps its own.",
        "Las evaluaciones nuevas empiezan con uno de estos. Las ya empezadas conservan el suyo.",
    ),
    (
        "choose",
        "Choose which ones you use",
        "Elegir cuáles usa",
    ),
    (
        "choose_why",
        "The newest means: each new edition from the day that it was announced for.",
        "La más nueva significa: cada edición nueva desde el día anunciado.",
    ),
    (
        "newest",
        "{title}: the newest edition in use",
        "{title}: la edición más nueva en uso",
    ),
    (
        "only",
        "{title}: only edition {edition}",
        "{title}: solo la edición {edition}",
    ),
    (
        "save",
        "Save the choice",
        "Guardar la elección",
    ),
    (
        "own",
        "Your own",
        "Propios",
    ),
    (
        "own_none",
        "You have not published a standard of your own yet.",
        "Todavía no ha publicado ningún estándar propio.",
    ),
    (
        "from",
        "In use from {day}",
        "En uso desde el {day}",
    ),
    (
        "since",
        "in use since {day}",
        "en uso desde el {day}",
    ),
    (
        "drafts",
        "Being looked at",
        "En preparación",
    ),
    (
        "brought_by",
        "Brought by {name}",
        "Traído por {name}",
    ),
    (
        "waits",
        "Waits for a second person",
        "Espera a una segunda persona",
    ),
    (
        "bring",
        "Bring a standard",
        "Traer un estándar",
    ),
    (
        "bring_why",
        (
            "Send the file that says what you ask and what each answer gives. It is checked "
            "first; nothing is published by that."
        ),
        (
            "Envíe el archivo que dice qué pregunta y qué da cada respuesta. Primero se "
            "revisa; con eso no se publica nada."
        ),
    ),
    (
        "tailor",
        "Change one by a form instead",
        "O cambiar uno con un formulario",
    ),
    (
        "file",
        "The file of the standard",
        "El archivo del estándar",
    ),
    (
        "file_hint",
        "It ends in .yaml. 512 kB at most.",
        "Termina en .yaml. Como máximo, 512 kB.",
    ),
    (
        "file_es",
        "Its words in Spanish",
        "Sus textos en español",
    ),
    (
        "file_en",
        "Its words in English",
        "Sus textos en inglés",
    ),
    (
        "file_words_hint",
        "A file of words, if the standard has one.",
        "Un archivo de textos, si el estándar tiene uno.",
    ),
    (
        "file_bridge",
        "A bridge from the edition before",
        "Un puente desde la edición anterior",
    ),
    (
        "file_bridge_hint",
        (
            "Says which old question is which new one. Without it, only what stayed the same "
            "counts as the same."
        ),
        (
            "Dice qué pregunta anterior es cuál de las nuevas. Sin él, solo lo que quedó "
            "igual cuenta como igual."
        ),
    ),
    (
        "check",
        "Check it",
        "Revisarlo",
    ),
    (
        "ask",
        "An administrator of your organization can bring standards and choose.",
        "Una persona administradora de su organización puede traer estándares y elegir.",
    ),
    (
        "no_file",
        "Choose the file of the standard.",
        "Elija el archivo del estándar.",
    ),
    (
        "faults",
        "Not usable yet: {count} to correct",
        "Todavía no sirve: {count} por corregir",
    ),
    (
        "faults_why",
        "Nothing was kept. Correct the file and send it again. The checker tells what to do.",
        (
            "No se guardó nada. Corrija el archivo y envíelo otra vez. El revisor dice qué "
            "hacer, en inglés."
        ),
    ),
    (
        "faults_more",
        "… and {count} more.",
        "… y {count} más.",
    ),
    (
        "line",
        "Line {line}",
        "Línea {line}",
    ),
    (
        "preview_method",
        "This is how the public page would look. Nothing is published yet.",
        "Así se vería la página pública. Todavía no se ha publicado nada.",
    ),
    (
        "preview_form_title",
        "As the form",
        "Como formulario",
    ),
    (
        "preview_form",
        "Every question as somebody is asked it. You can try it; nothing is saved here.",
        "Cada pregunta tal como se hace. Puede probar; aquí no se guarda nada.",
    ),
    (
        "is_published",
        "This edition is published.",
        "Esta edición está publicada.",
    ),
    (
        "its_page",
        "Open its page",
        "Abrir su página",
    ),
    (
        "is_dropped",
        "This draft was put away.",
        "Este borrador se descartó.",
    ),
    (
        "not_yet",
        "Nothing is published yet. Look at it in peace.",
        "Todavía no se ha publicado nada. Mírelo con calma.",
    ),
    (
        "see_form",
        "See it as the form",
        "Verlo como formulario",
    ),
    (
        "see_method",
        "See it as the public page",
        "Verlo como página pública",
    ),
    (
        "see_file",
        "Download the file",
        "Descargar el archivo",
    ),
    (
        "check_title",
        "The check",
        "La revisión",
    ),
    (
        "tests",
        "Its own tests",
        "Sus propias pruebas",
    ),
    (
        "test_passes",
        "Comes out",
        "Sale bien",
    ),
    (
        "test_fails",
        "Does not come out",
        "No sale",
    ),
    (
        "tests_none",
        "The file has no tests. Add a few worked cases, so that everybody sees what it gives.",
        "El archivo no tiene pruebas. Agregue algunos casos resueltos, para que todos vean qué da.",
    ),
    (
        "tests_first",
        "Its tests must come out first.",
        "Primero tienen que salir sus pruebas.",
    ),
    (
        "laws",
        "What it promises",
        "Lo que promete",
    ),
    (
        "law_kept",
        "Kept:",
        "Se cumple:",
    ),
    (
        "law_broken",
        "Not kept:",
        "No se cumple:",
    ),
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
    (
        "may_certify",
        "Certificates may rest on it.",
        "Puede haber certificados con él.",
    ),
    (
        "may_not_certify",
        "No certificate can rest on it. Scores can still be published.",
        "No puede haber certificados con él. Sí se pueden publicar calificaciones.",
    ),
    (
        "look_again",
        "To look at again: {count}",
        "Para mirar otra vez: {count}",
    ),
    (
        "advanced",
        "Advanced words used:",
        "Palabras avanzadas que usa:",
    ),
    (
        "tailored",
        "What it changes in the other standard",
        "Lo que cambia del otro estándar",
    ),
    (
        "changes",
        "What changes",
        "Lo que cambia",
    ),
    (
        "against",
        "Held against {name}.",
        "Comparado con {name}.",
    ),
    (
        "first",
        "It is the first edition of a new standard.",
        "Es la primera edición de un estándar.",
    ),
    (
        "kind_none",
        "The files are the same.",
        "Los archivos son iguales.",
    ),
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
    (
        "changes_scoring",
        "What scores: {count}",
        "Lo que califica: {count}",
    ),
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
    (
        "impact",
        "What it would do",
        "Lo que haría",
    ),
    (
        "impact_why",
        (
            "Every score that you have published is worked out by the new edition, in memory "
            "only. Nothing published changes, now or later."
        ),
        (
            "Cada calificación que ha publicado se calcula con la edición nueva, solo en "
            "memoria. Nada de lo publicado cambia, ni ahora ni después."
        ),
    ),
    (
        "impact_stale",
        "Something was published or taken back since. Do it again.",
        "Desde entonces se publicó o se retiró algo. Hágalo otra vez.",
    ),
    (
        "impact_so_far",
        "{done} of {total} employers",
        "{done} de {total} empleadores",
    ),
    (
        "impact_nobody",
        "You have published nothing by this standard yet, so nobody gains or loses.",
        "Todavía no ha publicado nada con este estándar, así que nadie gana ni pierde.",
    ),
    (
        "impact_gains",
        "reach a higher level",
        "llegan a un nivel más alto",
    ),
    (
        "impact_loses",
        "fall to a lower level",
        "bajan a un nivel menor",
    ),
    (
        "impact_same",
        "keep their level",
        "conservan su nivel",
    ),
    (
        "impact_unscored",
        "cannot be scored",
        "no se pueden calificar",
    ),
    (
        "impact_employer",
        "Employer",
        "Empleador",
    ),
    (
        "impact_before",
        "Published",
        "Publicado",
    ),
    (
        "impact_after",
        "By the new edition",
        "Con la edición nueva",
    ),
    (
        "impact_do",
        "Work it out",
        "Calcularlo",
    ),
    (
        "impact_go_on",
        "Go on",
        "Continuar",
    ),
    (
        "impact_first",
        "Look first at what it would do.",
        "Mire primero lo que haría.",
    ),
    (
        "decision",
        "Publish it",
        "Publicarlo",
    ),
    (
        "was_accepted",
        "Published by {name}",
        "Publicado por {name}",
    ),
    (
        "was_refused",
        "Refused by {name}",
        "Rechazado por {name}",
    ),
    (
        "proposed_by",
        "Proposed by {name}",
        "Propuesto por {name}",
    ),
    (
        "short",
        "That is less than 60 days from today. Employers and advocates have little time.",
        "Faltan menos de 60 días. Los empleadores y quienes evalúan tienen poco tiempo.",
    ),
    (
        "answer",
        "Your answer",
        "Su respuesta",
    ),
    (
        "for_ever",
        "It enters your ledger, and its file stays public for ever.",
        "Entra en su registro, y su archivo queda público para siempre.",
    ),
    (
        "publish",
        "Publish this edition",
        "Publicar esta edición",
    ),
    (
        "refuse",
        "Refuse it",
        "Rechazarla",
    ),
    (
        "another",
        (
            "Another person has to decide: somebody who neither brought nor proposed it, and "
            "who may publish."
        ),
        (
            "Tiene que decidir otra persona: alguien que no lo trajo ni lo propuso y que "
            "puede publicar."
        ),
    ),
    (
        "reason",
        "Why this edition?",
        "¿Por qué esta edición?",
    ),
    (
        "reason_hint",
        "In a sentence or two.",
        "En una o dos frases.",
    ),
    (
        "in_use_from",
        "In use from",
        "En uso desde",
    ),
    (
        "in_use_from_hint",
        "60 days or more are good for a change: {day} or later.",
        "Para un cambio convienen 60 días o más: el {day} o después.",
    ),
    (
        "propose",
        "Propose it to a second person",
        "Proponerlo a una segunda persona",
    ),
    (
        "drop",
        "Put this draft away",
        "Descartar este borrador",
    ),
)

_HISTORY: tuple[tuple[str, str, str], ...] = (
    ("history", "All editions", "Todas las ediciones"),
    (
        "history_why",
        "What was scored by an edition stays with it. Each one says what it changed.",
        "Lo que se calificó con una edición se queda con ella. Cada una dice qué cambió.",
    ),
    ("history_changes", "Against {name}: {count} changes", "Frente a {name}: {count} cambios"),
)

_TAILOR: tuple[tuple[str, str, str], ...] = (
    (
        "title",
        "Make a standard yours",
        "Adapte un estándar",
    ),
    (
        "lead",
        (
            "Change what counts how much, or leave questions out. Say why for each thing. The"
            " result is a file that you see, check and can download."
        ),
        (
            "Cambie cuánto cuenta cada cosa, o quite preguntas. Diga por qué en cada caso. El"
            " resultado es un archivo que usted ve, revisa y puede descargar."
        ),
    ),
    (
        "faults_why",
        "Correct it below and send it again.",
        "Corríjalo abajo y envíe otra vez.",
    ),
    (
        "file",
        "The file that this makes",
        "El archivo que resulta",
    ),
    (
        "which",
        "Which one do you start from?",
        "¿De cuál parte?",
    ),
    (
        "yours",
        "Your standard",
        "Su estándar",
    ),
    (
        "from",
        "From {title} ({name})",
        "A partir de {title} ({name})",
    ),
    (
        "id",
        "Its id",
        "Su identificador",
    ),
    (
        "id_hint",
        "Small letters and _ only, such as texas_kitchens. It stays for ever.",
        "Solo letras minúsculas y _, como texas_kitchens. Queda para siempre.",
    ),
    (
        "edition",
        "Edition",
        "Edición",
    ),
    (
        "edition_hint",
        "The year and a number: 2026.1",
        "El año y un número: 2026.1",
    ),
    (
        "name",
        "Its name",
        "Su nombre",
    ),
    (
        "why",
        "Why do you change it?",
        "¿Por qué lo cambia?",
    ),
    (
        "why_hint",
        "Everybody can read this.",
        "Todos pueden leerlo.",
    ),
    (
        "what",
        "What is different",
        "Qué es diferente",
    ),
    (
        "what_why",
        (
            "What you leave as it is stays so. The weights inside one topic add up to 100, "
            "and so do those of the topics."
        ),
        (
            "Lo que no toca queda igual. Los pesos dentro de un tema suman 100, y los de los "
            "temas también."
        ),
    ),
    (
        "weight",
        "Weight",
        "Peso",
    ),
    (
        "reason",
        "Why",
        "Por qué",
    ),
    (
        "points",
        "Points for each answer",
        "Puntos de cada respuesta",
    ),
    (
        "otherwise",
        "otherwise",
        "si no",
    ),
    (
        "drop",
        "Leave this question out",
        "Quitar esta pregunta",
    ),
    (
        "make",
        "Make the file and check it",
        "Hacer el archivo y revisarlo",
    ),
    (
        "next",
        "Nothing is published by this. A second person publishes it later.",
        "Con esto no se publica nada. Una segunda persona lo publica después.",
    ),
)

WORDING: dict[str, Sentence] = {
    **{f"standards_{name}": Sentence(en=en, es=es) for name, en, es in (*_WORDS, *_HISTORY)},
    **{f"tailor_{name}": Sentence(en=en, es=es) for name, en, es in _TAILOR},
    "desk_standards": Sentence(en="Standards", es="Estándares"),
    "desk_proposal_edition": Sentence(
        en="A new edition of a standard is proposed",
        es="Se propone una edición nueva de un estándar",
    ),
}
