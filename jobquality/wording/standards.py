"""Words of the list of standards: which are used, one's own, and bringing one."""

from jobquality.wording.sentence import Sentence

_LISTING: tuple[tuple[str, str, str], ...] = (
    ("title", "Standards", "Normas"),
    (
        "lead",
        (
            "By which standards you score employers. You can bring your own, or make one of ours "
            "yours. Two people publish it, and it never changes after that."
        ),
        (
            "Con qué normas califica a los empleadores. Puede traer la suya o adaptar una de las "
            "nuestras. Dos personas la publican, y después nunca cambia."
        ),
    ),
    ("used", "In use", "En uso"),
    (
        "used_why",
        "New assessments start by one of these. What was started before keeps its own.",
        "Las evaluaciones nuevas empiezan con una de estas. Las ya empezadas conservan la suya.",
    ),
    ("choose", "Choose which ones you use", "Elegir cuáles usa"),
    (
        "choose_why",
        "The newest means: each new edition from the day that it was announced for.",
        "«La edición más nueva» quiere decir: cada edición nueva desde el día anunciado.",
    ),
    ("newest", "{title}: the newest edition in use", "{title}: la edición más nueva en uso"),
    ("only", "{title}: only edition {edition}", "{title}: solo la edición {edition}"),
    ("save", "Save the choice", "Guardar la elección"),
    ("own", "Your own", "Propias"),
    (
        "own_none",
        "You have not published a standard of your own yet.",
        "Todavía no ha publicado ninguna norma propia.",
    ),
    ("from", "In use from {day}", "En uso desde el {day}"),
    ("since", "in use since {day}", "en uso desde el {day}"),
    ("drafts", "Being looked at", "En preparación"),
    ("brought_by", "Brought by {name}", "La trajo {name}"),
    ("waits", "Waits for a second person", "Espera a una segunda persona"),
    ("bring", "Bring a standard", "Traer una norma"),
    (
        "bring_why",
        (
            "Send the file that says what you ask and what each answer gives. It is checked "
            "first; nothing is published by that."
        ),
        (
            "Envíe el archivo que dice qué pregunta y qué da cada respuesta. Primero se revisa; "
            "con eso no se publica nada."
        ),
    ),
    ("tailor", "Change one by a form instead", "O cambiar una con un formulario"),
    ("file", "The file of the standard", "El archivo de la norma"),
    ("file_hint", "It ends in .yaml. 512 kB at most.", "Termina en .yaml. Como máximo, 512 kB."),
    ("file_es", "Its words in Spanish", "Sus textos en español"),
    ("file_en", "Its words in English", "Sus textos en inglés"),
    (
        "file_words_hint",
        "A file of words, if the standard has one.",
        "Un archivo de textos, si la norma tiene uno.",
    ),
    ("file_bridge", "A bridge from the edition before", "Un puente desde la edición anterior"),
    (
        "file_bridge_hint",
        (
            "Says which old question is which new one. Without it, only what stayed the same "
            "counts as the same."
        ),
        (
            "Dice qué pregunta anterior es cuál de las nuevas. Sin él, solo lo que quedó igual "
            "cuenta como igual."
        ),
    ),
    ("check", "Check it", "Revisarla"),
    (
        "ask",
        "An administrator of your organization can bring standards and choose.",
        "Una persona administradora de su organización puede traer normas y elegir.",
    ),
    ("no_file", "Choose the file of the standard.", "Elija el archivo de la norma."),
    ("faults", "Not usable yet: {count} to correct", "Todavía no sirve: {count} por corregir"),
    (
        "faults_why",
        "Nothing was kept. Correct the file and send it again. The checker tells what to do.",
        (
            "No se guardó nada. Corrija el archivo y envíelo otra vez. El revisor dice qué hacer, "
            "en inglés."
        ),
    ),
    ("faults_more", "… and {count} more.", "… y {count} más."),
    ("line", "Line {line}", "Línea {line}"),
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

WORDING: dict[str, Sentence] = {
    **{f"standards_{name}": Sentence(en=en, es=es) for name, en, es in (*_LISTING, *_HISTORY)},
    "desk_standards": Sentence(en="Standards", es="Normas"),
    "desk_proposal_edition": Sentence(
        en="A new edition of a standard is proposed",
        es="Se propone una edición nueva de una norma",
    ),
}
