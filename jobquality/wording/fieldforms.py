"""Words of forms for KoBo and ODK, and of taking their answers in."""

from jobquality.wording.sentence import Sentence

_FORM = {
    "field_about": Sentence(en="About this visit", es="Sobre esta visita"),
    "field_warning": Sentence(
        en="Never write, say or photograph a worker’s name, face, signature or phone number. "
        "Of workers, only counts.",
        es="Nunca escriba, diga ni fotografíe el nombre, la cara, la firma o el teléfono de un "
        "trabajador. De los trabajadores, solo cuántos.",
    ),
    "field_visit": Sentence(en="{employer}. Places: {sites}", es="{employer}. Lugares: {sites}"),
    "field_employer": Sentence(en="Employer", es="Empleador"),
    "field_employer_hint": Sentence(
        en="The name on the sign. You choose the assessment when you take the answers in.",
        es="El nombre del letrero. La evaluación se elige al traer las respuestas.",
    ),
    "field_day": Sentence(en="Day of the visit", es="Día de la visita"),
    "field_fact": Sentence(en="Is this so here: {fact}?", es="¿Es así aquí: {fact}?"),
    "field_other": Sentence(en="Something else", es="Otra cosa"),
    "field_limits": Sentence(
        en="The number is too low or too high for this question.",
        es="El número es muy bajo o muy alto para esta pregunta.",
    ),
    "field_none_alone": Sentence(en="“None of these” stands alone.", es="«Nada de esto» va solo."),
    "field_more": Sentence(en="Add to this answer", es="Agregar a esta respuesta"),
    "field_more_workers": Sentence(en="What workers said", es="Lo que dijeron trabajadores"),
    "field_more_photo": Sentence(en="A photo", es="Una foto"),
    "field_more_note": Sentence(en="A note", es="Una nota"),
    "field_asked": Sentence(
        en="How many workers were asked about this?",
        es="¿A cuántos trabajadores se les preguntó esto?",
    ),
    "field_confirming": Sentence(
        en="How many of them confirmed it?", es="¿Cuántos de ellos lo confirmaron?"
    ),
    "field_photo": Sentence(en="Photo", es="Foto"),
    "field_photo_hint": Sentence(
        en="A schedule on the wall, a notice, a policy. Cover names before you take it.",
        es="Un horario en la pared, un aviso, una regla. Tape los nombres antes de tomarla.",
    ),
}

WORDING: dict[str, Sentence] = {**_FORM}
