"""Words of moving a draft to a newer edition of its standard."""

from jobquality.wording.sentence import Sentence

_TOLD: tuple[tuple[str, str, str], ...] = (
    (
        "offer",
        "There is a newer edition of this standard: {edition}.",
        "Hay una edición más nueva de esta norma: {edition}.",
    ),
    (
        "offer_why",
        "This draft keeps its edition unless you move it.",
        "Este borrador conserva su edición mientras usted no lo pase.",
    ),
    ("offer_link", "See what moving it would do", "Ver qué pasaría al pasarlo"),
    ("title", "Move to edition {edition}", "Pasar a la edición {edition}"),
    (
        "lead",
        "{title}: from edition {old} to edition {new}. Nothing is moved yet.",
        "{title}: de la edición {old} a la edición {new}. Todavía no se ha pasado nada.",
    ),
    ("what", "What would happen", "Qué pasaría"),
    (
        "come_count",
        "Answers that come along: {count}. You confirm each one before you submit.",
        "Respuestas que pasan: {count}. Usted confirma cada una antes de enviar.",
    ),
    (
        "left_count",
        "Answers that stay behind: {count}. They stay on record and do not count.",
        "Respuestas que se quedan: {count}. Quedan guardadas y no cuentan.",
    ),
    (
        "new_count",
        "Questions that are open then: {count}",
        "Preguntas que quedan abiertas: {count}",
    ),
    (
        "papers_count",
        (
            "Pieces of evidence behind answers that stay behind: {count}. They are kept, and "
            "nobody outside sees them."
        ),
        "Evidencia detrás de respuestas que se quedan: {count}. Se guarda y nadie de fuera la ve.",
    ),
    ("left", "What stays behind", "Lo que se queda"),
    ("left_why", "Write down what you still need.", "Anote lo que todavía necesite."),
    (
        "left_gone",
        "The newer edition does not link this question.",
        "La edición nueva no enlaza esta pregunta.",
    ),
    (
        "left_other",
        "The newer edition asks it in another way, so this answer does not fit.",
        "La edición nueva la pregunta de otro modo, así que esta respuesta no sirve.",
    ),
    ("new", "What is open then", "Lo que queda abierto"),
    ("come", "What comes along", "Lo que pasa"),
    ("come_from", "asked before as “{title}”", "antes se preguntaba como «{title}»"),
    (
        "no_way_back",
        "A moved draft cannot go back. The score is worked out anew by the newer edition.",
        (
            "Un borrador pasado no puede volver. La calificación se calcula de nuevo con la "
            "edición nueva."
        ),
    ),
    ("do", "Move this draft", "Pasar este borrador"),
    ("leave", "Leave it as it is", "Dejarlo como está"),
    (
        "was",
        "This came from edition {edition}. These answers did not come along:",
        "Esto viene de la edición {edition}. Estas respuestas no pasaron:",
    ),
    ("log", "From {old} to {new}", "De {old} a {new}"),
)

WORDING: dict[str, Sentence] = {f"newer_{name}": Sentence(en=en, es=es) for name, en, es in _TOLD}
