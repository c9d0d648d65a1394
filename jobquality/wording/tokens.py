"""Words of tokens: keys with which a program acts for somebody."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "tokens_title": Sentence(en="Tokens for programs", es="Claves para programas"),
    "tokens_lead": Sentence(
        en="A token lets a program, such as a script or a field form, work here in your name. It "
        "can never do more than you may.",
        es="Una clave permite que un programa, como un script o un formulario de campo, trabaje "
        "aquí en su nombre. Nunca puede hacer más que usted.",
    ),
    "tokens_open": Sentence(en="Look after your tokens", es="Ver sus claves"),
    "tokens_none": Sentence(en="You have no tokens.", es="No tiene claves."),
    "tokens_yours": Sentence(en="Your tokens", es="Sus claves"),
    "tokens_until": Sentence(en="until {day}", es="hasta el {day}"),
    "tokens_used": Sentence(en="last used on {day}", es="usada por última vez el {day}"),
    "tokens_unused": Sentence(en="never used", es="nunca usada"),
    "tokens_end": Sentence(en="End it", es="Terminarla"),
    "tokens_end_named": Sentence(en="End this token", es="Terminar esta clave"),
    "tokens_make": Sentence(en="Make a token", es="Crear una clave"),
    "tokens_name": Sentence(en="What it is for", es="Para qué es"),
    "tokens_name_hint": Sentence(
        en="Such as: answers from our field forms",
        es="Por ejemplo: respuestas de nuestros formularios de campo",
    ),
    "tokens_scopes": Sentence(en="What it may do", es="Qué puede hacer"),
    "tokens_scope_read": Sentence(en="Read", es="Leer"),
    "tokens_scope_read_why": Sentence(
        en="See employers, assessments and answers of your organization.",
        es="Ver empleadores, evaluaciones y respuestas de su organización.",
    ),
    "tokens_scope_assess": Sentence(en="Assess", es="Evaluar"),
    "tokens_scope_assess_why": Sentence(
        en="Read, and write answers and evidence too. It can never approve, publish or manage.",
        es="Leer, y también escribir respuestas y evidencia. Nunca puede aprobar, publicar ni "
        "administrar.",
    ),
    "tokens_days": Sentence(en="How long it lives", es="Cuánto dura"),
    "tokens_days_30": Sentence(en="30 days", es="30 días"),
    "tokens_days_90": Sentence(en="90 days", es="90 días"),
    "tokens_days_365": Sentence(en="One year", es="Un año"),
    "tokens_do": Sentence(en="Make the token", es="Crear la clave"),
    "tokens_ends_with": Sentence(
        en="It ends on its last day, when you end it, when you change your password, and when your "
        "account is closed.",
        es="Termina en su último día, cuando usted la termina, cuando cambia su contraseña y "
        "cuando se cierra su cuenta.",
    ),
    "tokens_shown_title": Sentence(en="Your token: {name}", es="Su clave: {name}"),
    "tokens_shown_lead": Sentence(
        en="Copy it now: it is shown only here, and nobody can look it up later. Whoever has it "
        "can work here in your name, so keep it like a password.",
        es="Cópiela ahora: solo se muestra aquí, y nadie puede verla después. Quien la tenga puede "
        "trabajar aquí en su nombre, así que guárdela como una contraseña.",
    ),
    "tokens_shown": Sentence(en="Token", es="Clave"),
    "tokens_back": Sentence(en="Back to your tokens", es="Volver a sus claves"),
    "tokens_people": Sentence(en="Tokens of {name}", es="Claves de {name}"),
}
