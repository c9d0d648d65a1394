"""Words of erasing an account, and of all that is kept about oneself."""

from jobquality.wording.sentence import Sentence

#: How an erased person is called, by the name that the database keeps for them.
FORMER: dict[str, Sentence] = {
    one.en: one
    for one in (
        Sentence(en="a former advocate", es="una antigua promotora"),
        Sentence(en="a former reviewer", es="una antigua revisora"),
        Sentence(en="a former administrator", es="una antigua administradora"),
        Sentence(en="a former guest", es="una antigua persona de fuera"),
    )
}

_PLACES: dict[str, tuple[str, str]] = {
    "activities": ("what initiatives did", "lo que hicieron las iniciativas"),
    "answer_versions": ("earlier answers", "respuestas anteriores"),
    "answers": ("answers, sources and notes", "respuestas, fuentes y notas"),
    "assessments": ("reasons of holds", "motivos de las esperas"),
    "bodies": (
        "something published: only a correction or a tombstone changes it",
        "algo publicado: solo lo cambia una corrección o una lápida",
    ),
    "certificates": ("reasons of certificates", "motivos de los certificados"),
    "claims": ("what an employer said before", "lo que dijo antes un empleador"),
    "corrections": ("reasons of corrections", "motivos de las correcciones"),
    "evidence": ("titles of evidence", "títulos de la evidencia"),
    "initiatives": ("texts of initiatives", "textos de las iniciativas"),
    "looks": ("questions of reviewers", "preguntas de quienes revisan"),
    "mergers": ("reasons of mergers", "motivos de las uniones"),
    "message_templates": ("texts of messages", "textos de los mensajes"),
    "notices": ("notices and replies", "avisos y respuestas"),
    "organizations": ("the organization's own page", "la página de la organización"),
    "outbox": ("messages that were sent", "mensajes que se enviaron"),
    "proposals": ("reasons of proposals", "motivos de las propuestas"),
    "rates": ("sources of dated figures", "fuentes de cifras con fecha"),
    "replies": ("replies of employers", "respuestas de los empleadores"),
    "review_sheets": (
        "answers as they were when they were returned",
        "respuestas como eran al devolverse",
    ),
    "reviews": ("comments of reviews", "comentarios de las revisiones"),
    "speakers": ("who speaks for an employer", "quién habla por un empleador"),
    "waiting_answers": ("answers that wait", "respuestas que esperan"),
    "witnesses": ("witnesses of what is published", "testigos de lo publicado"),
}

WORDING: dict[str, Sentence] = {
    "erasing_title": Sentence(en="Erase the account of {name}", es="Borrar la cuenta de {name}"),
    "erasing_title_own": Sentence(en="Erase your account", es="Borrar su cuenta"),
    "erasing_open": Sentence(en="Erase", es="Borrar"),
    "erasing_open_own": Sentence(en="Erase your account", es="Borrar su cuenta"),
    "erasing_lead": Sentence(
        en="This cannot be undone. Nobody can bring the account back.",
        es="Esto no se puede deshacer. Nadie puede recuperar la cuenta.",
    ),
    "erasing_goes": Sentence(en="What goes", es="Qué desaparece"),
    "erasing_goes_what": Sentence(
        en="The name, the e-mail address, the password, passkeys, codes, tokens, the calendar, "
        "and where the person logged in.",
        es="El nombre, el correo, la contraseña, las llaves de acceso, los códigos, las claves, "
        "el calendario, y dónde entró la persona.",
    ),
    "erasing_stays": Sentence(en="What stays", es="Qué queda"),
    "erasing_stays_what": Sentence(
        en="What the person did, under the name “{name}”. Nothing that was published changes. "
        "Backups keep the name until they are thrown away.",
        es="Lo que hizo la persona, con el nombre «{name}». Nada de lo publicado cambia. Las "
        "copias de respaldo guardan el nombre hasta que se eliminan.",
    ),
    "erasing_mentions": Sentence(
        en="Where the name stands in what people wrote",
        es="Dónde está el nombre en lo que escribió la gente",
    ),
    "erasing_mentions_why": Sentence(
        en="These texts stay as they are. Mend them first: afterwards nobody can search for the "
        "name here.",
        es="Estos textos quedan como están. Corríjalos primero: después nadie puede buscar aquí "
        "el nombre.",
    ),
    "erasing_mentions_none": Sentence(
        en="The name stands in no text that people wrote here.",
        es="El nombre no está en ningún texto que escribió la gente aquí.",
    ),
    "erasing_do": Sentence(en="Erase the account for good", es="Borrar la cuenta para siempre"),
    "erasing_back": Sentence(en="Back", es="Volver"),
    "erasing_done_on": Sentence(en="Erased on {day}", es="Borrada el {day}"),
    **{f"erasing_place_{name}": Sentence(en=en, es=es) for name, (en, es) in _PLACES.items()},
    "owndata_title": Sentence(en="What is kept about you", es="Lo que se guarda sobre usted"),
    "owndata_why": Sentence(
        en="See all that this installation holds about you, and take it along.",
        es="Vea todo lo que esta instalación guarda sobre usted, y lléveselo.",
    ),
    "owndata_open": Sentence(en="See what is kept", es="Ver lo que se guarda"),
    "owndata_lead": Sentence(
        en="This is everything. Passwords and keys are kept only in a form that nobody can read, "
        "so they are left out.",
        es="Esto es todo. Las contraseñas y claves se guardan solo de una forma que nadie puede "
        "leer, así que no están aquí.",
    ),
    "owndata_take": Sentence(
        en="Download it as a file (JSON)", es="Descargarlo como archivo (JSON)"
    ),
    "owndata_names": Sentence(
        en="The names are those of the database. The data map in the documentation says what "
        "each one is.",
        es="Los nombres son los de la base de datos. El mapa de datos de la documentación dice "
        "qué es cada uno.",
    ),
}
