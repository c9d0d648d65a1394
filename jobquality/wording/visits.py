"""Words of visits: where somebody is logged in, and the language that follows them."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "visits_title": Sentence(en="Where you are logged in", es="Dónde tiene sesiones abiertas"),
    "visits_why": Sentence(
        en="We keep the kind of device and the day, and no address. Something you don't know? End "
        "it and change your password.",
        es="Guardamos el tipo de aparato y el día, y ninguna dirección. ¿No conoce alguno? "
        "Termínelo y cambie su contraseña.",
    ),
    "visits_device": Sentence(en="{browser} on {system}", es="{browser} en {system}"),
    "visits_browser": Sentence(en="Another browser", es="Otro navegador"),
    "visits_system": Sentence(en="another device", es="otro aparato"),
    "visits_this": Sentence(en="this visit", es="esta sesión"),
    "visits_since": Sentence(en="since {day}", es="desde el {day}"),
    "visits_seen": Sentence(en="last used on {day}", es="usada por última vez el {day}"),
    "visits_end": Sentence(en="End", es="Terminar"),
    "visits_end_others": Sentence(en="End all others", es="Terminar todas las demás"),
    "visits_news": Sentence(
        en="Somebody logged in as you from a new device: {device}, on {day}. Was that you? If "
        "not, change your password now.",
        es="Alguien entró como usted desde un aparato nuevo: {device}, el {day}. ¿Fue usted? Si "
        "no, cambie su contraseña ahora.",
    ),
    "visits_news_open": Sentence(en="Look at your account", es="Ver su cuenta"),
}
