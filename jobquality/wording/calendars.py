"""Words of the private calendar."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "calendars_title": Sentence(en="Deadlines in your calendar", es="Plazos en su calendario"),
    "calendars_name": Sentence(en="Deadlines (jobquality)", es="Plazos (jobquality)"),
    "calendars_why": Sentence(
        en="Your calendar can show when an employer's time to reply ends, when evidence gets "
        "too old, and when a certificate ends. It also shows by when you promised an employer "
        "an answer, and when a figure of yours is due. It moves by itself when a date moves.",
        es="Su calendario puede mostrar cuándo termina el plazo de un empleador, cuándo una "
        "evidencia es ya muy vieja y cuándo termina un certificado. También muestra para cuándo "
        "prometió una respuesta a un empleador y cuándo vence una cifra suya. Cambia solo si "
        "cambia una fecha.",
    ),
    "calendars_make": Sentence(en="Make a private address", es="Crear una dirección privada"),
    "calendars_renew": Sentence(en="Make a new address", es="Crear una dirección nueva"),
    "calendars_stop": Sentence(en="Turn it off", es="Apagarlo"),
    "calendars_address": Sentence(
        en="Your address, shown only now", es="Su dirección: solo se ve ahora"
    ),
    "calendars_address_why": Sentence(
        en="Copy it into your calendar program, as a calendar from the internet. Whoever has "
        "this address sees the dates and the employers' names, so keep it to yourself.",
        es="Cópiela en su programa de calendario, como calendario de internet. Quien tenga esta "
        "dirección ve las fechas y los nombres de los empleadores: no la comparta.",
    ),
    "calendars_address_how": Sentence(
        en="It can only be read. If you lose it, make a new one; the old one is dead at once.",
        es="Solo se puede leer. Si la pierde, cree otra; la anterior deja de servir enseguida.",
    ),
    "calendars_made": Sentence(
        en="You have an address since {moment}. We keep no copy of it.",
        es="Tiene una dirección desde el {moment}. No guardamos copia de ella.",
    ),
    "calendars_clock": Sentence(
        en="Time to reply ends: {employer}", es="Termina el plazo para responder: {employer}"
    ),
    "calendars_reading": Sentence(
        en="May be published from now on: {employer}",
        es="Se puede publicar a partir de ahora: {employer}",
    ),
    "calendars_evidence": Sentence(
        en="Evidence gets too old: {title} ({employer})",
        es="Evidencia que vence: {title} ({employer})",
    ),
    "calendars_answer": Sentence(
        en="Answer promised by today: {employer}", es="Respuesta prometida para hoy: {employer}"
    ),
    "calendars_figure": Sentence(
        en="Look this figure up again: {title}, {place}",
        es="Vuelva a buscar esta cifra: {title}, {place}",
    ),
    "calendars_certificate": Sentence(
        en="Certificate ends: {employer}", es="Termina el certificado: {employer}"
    ),
}
