"""Words of the form that makes another standard one's own."""

from jobquality.wording.sentence import Sentence

_TAILOR: tuple[tuple[str, str, str], ...] = (
    ("title", "Make a standard yours", "Adapte una norma"),
    (
        "lead",
        (
            "Change what counts how much, or leave questions out. Say why for each thing. The "
            "result is a file that you see, check and can download."
        ),
        (
            "Cambie cuánto cuenta cada cosa, o quite preguntas. Diga por qué en cada caso. El "
            "resultado es un archivo que usted ve, revisa y puede descargar."
        ),
    ),
    ("faults_why", "Correct it below and send it again.", "Corríjalo abajo y envíe otra vez."),
    ("file", "The file that this makes", "El archivo que resulta"),
    ("which", "Which one do you start from?", "¿De cuál parte?"),
    ("yours", "Your standard", "Su norma"),
    ("from", "From {title} ({name})", "A partir de {title} ({name})"),
    ("id", "Its id", "Su identificador"),
    (
        "id_hint",
        "Small letters and _ only, such as texas_kitchens. It stays for ever.",
        "Solo letras minúsculas y _, como texas_kitchens. Queda para siempre.",
    ),
    ("edition", "Edition", "Edición"),
    ("edition_hint", "The year and a number: 2026.1", "El año y un número: 2026.1"),
    ("name", "Its name", "Su nombre"),
    ("why", "Why do you change it?", "¿Por qué lo cambia?"),
    ("why_hint", "Everybody can read this.", "Todos pueden leerlo."),
    ("what", "What is different", "Qué es diferente"),
    (
        "what_why",
        (
            "What you leave as it is stays so. The weights inside one topic add up to 100, and so "
            "do those of the topics."
        ),
        (
            "Lo que no toca queda igual. Los pesos dentro de un tema suman 100, y los de los "
            "temas también."
        ),
    ),
    ("weight", "Weight", "Peso"),
    ("reason", "Why", "Por qué"),
    ("points", "Points for each answer", "Puntos de cada respuesta"),
    ("otherwise", "otherwise", "si no"),
    ("drop", "Leave this question out", "Quitar esta pregunta"),
    ("make", "Make the file and check it", "Hacer el archivo y revisarlo"),
    (
        "next",
        "Nothing is published by this. A second person publishes it later.",
        "Con esto no se publica nada. Una segunda persona lo publica después.",
    ),
)

WORDING: dict[str, Sentence] = {
    f"tailor_{name}": Sentence(en=en, es=es) for name, en, es in _TAILOR
}
