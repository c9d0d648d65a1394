"""What bringing and publishing standards refuses."""

from jobquality.wording.refusal import Refusal

_SHORT: tuple[tuple[str, str], ...] = (
    (
        "The id '{rubric}' belongs to the standard of another organization.",
        "El identificador «{rubric}» es de la norma de otra organización.",
    ),
    (
        "Give yours another id.",
        "Use otro identificador.",
    ),
    (
        "The id '{rubric}' belongs to a standard that ships with jobquality.",
        "El identificador «{rubric}» es de una norma que viene con jobquality.",
    ),
    (
        "Give yours an id of its own.",
        "Use un identificador propio.",
    ),
    (
        "The edition {name} is published already, and never changes.",
        "La edición {name} ya está publicada y nunca cambia.",
    ),
    (
        "The edition {name} is newer than {other}.",
        "La edición {name} es más nueva que {other}.",
    ),
    (
        "Give yours the next number.",
        "Use el número siguiente.",
    ),
    (
        "This edition was published at the same moment.",
        "Esta edición se publicó en el mismo momento.",
    ),
    (
        "There is no such draft of a standard.",
        "No existe ese borrador de norma.",
    ),
    (
        "This draft is published or put away already.",
        "Este borrador ya está publicado o descartado.",
    ),
    (
        "This draft is proposed already. Another person has to decide on it.",
        "Este borrador ya está propuesto. Tiene que decidirlo otra persona.",
    ),
    (
        "You brought this standard, so another person has to decide on it.",
        "Usted trajo esta norma, así que tiene que decidir otra persona.",
    ),
    (
        "This is not the file that was proposed.",
        "Este no es el archivo que se propuso.",
    ),
    (
        "Look first at what it does to everything that is published now.",
        "Mire primero qué hace con todo lo que está publicado ahora.",
    ),
    (
        (
            "Something was published or withdrawn since. Look once more at what the new "
            "edition does to everything that is published now."
        ),
        (
            "Desde entonces se publicó o se retiró algo. Vuelva a mirar qué hace la edición "
            "nueva con todo lo que está publicado ahora."
        ),
    ),
    (
        "The day lies in the past.",
        "El día ya pasó.",
    ),
    (
        "Choose today or a later day; 60 days or more are advised.",
        "Elija hoy o un día posterior; se aconsejan 60 días o más.",
    ),
    (
        "Choose at least one standard of the list.",
        "Elija al menos una norma de la lista.",
    ),
    (
        "The test '{ask}' does not come out: {instead}",
        "La prueba «{ask}» no sale: {instead}",
    ),
    (
        "Correct the file, and bring it again.",
        "Corrija el archivo y tráigalo otra vez.",
    ),
)

REFUSALS: tuple[Refusal, ...] = tuple(Refusal(said=said, es=es) for said, es in _SHORT)
