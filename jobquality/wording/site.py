"""What stands around every page."""

from jobquality.wording.sentence import Sentence

WORDING = {
    "skip": Sentence(en="Skip to the content", es="Ir al contenido"),
    "home": Sentence(en="jobquality, start page", es="jobquality, página de inicio"),
    "main_menu": Sentence(en="Main", es="Principal"),
    "menu_standards": Sentence(en="Standards", es="Normas"),
    "menu_method": Sentence(en="How it works", es="Cómo funciona"),
    "language_menu": Sentence(en="Language", es="Idioma"),
    "footer_free": Sentence(
        en="jobquality is free and open software under the Apache License 2.0.",
        es="jobquality es software libre y abierto, con la licencia Apache 2.0.",
    ),
    "footer_privacy": Sentence(
        en="These pages set no cookies and load nothing from other sites.",
        es="Estas páginas no usan cookies ni cargan nada de otros sitios.",
    ),
}
