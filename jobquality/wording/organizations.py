"""Words of an organization's public page."""

from jobquality.wording.sentence import Sentence

_WHO = {
    "organizations_kind": Sentence(
        en="An organization that publishes here", es="Una organización que publica aquí"
    ),
    "organizations_sample": Sentence(
        en="SAMPLE: this organization and its employers are invented.",
        es="EJEMPLO (SAMPLE): esta organización y sus empleadores son inventados.",
    ),
    "organizations_who": Sentence(en="Who we are", es="Quiénes somos"),
    "organizations_region": Sentence(en="Region", es="Región"),
    "organizations_funding": Sentence(en="Who pays for this work", es="Quién paga este trabajo"),
    "organizations_contact": Sentence(en="To report an error", es="Para avisar de un error"),
    "organizations_languages": Sentence(en="Languages", es="Idiomas"),
    "organizations_not_said": Sentence(en="It does not say.", es="No lo dice."),
    "organizations_language_en": Sentence(en="English", es="inglés"),
    "organizations_language_es": Sentence(en="Spanish", es="español"),
}

_WORK = {
    "organizations_employers": Sentence(
        en="Employers that we published about", es="Empleadores sobre los que publicamos"
    ),
    "organizations_employers_none": Sentence(
        en="Nothing is published yet.", es="Todavía no hay nada publicado."
    ),
    "organizations_employer": Sentence(en="Employer", es="Empleador"),
    "organizations_level": Sentence(en="Level", es="Nivel"),
    "organizations_published": Sentence(en="Published", es="Publicado"),
    "organizations_initiatives": Sentence(en="Our initiatives", es="Nuestras iniciativas"),
    "organizations_certificates": Sentence(en="Certificates in force", es="Certificados vigentes"),
    "organizations_certificate_until": Sentence(en="valid until {day}", es="válido hasta el {day}"),
}

_PROMISES = {
    "organizations_promises": Sentence(en="What we promise", es="Lo que prometemos"),
    "organizations_promise_heard": Sentence(
        en="The employer is sent the whole draft first, or looked for in two ways. It has at "
        "least 7 days to answer, 14 as a rule. The answer stands beside the score.",
        es="Al empleador se le envía antes todo el borrador, o se le busca de dos maneras. Tiene "
        "al menos 7 días para responder; por lo general, 14. Su respuesta queda junto a la "
        "calificación.",
    ),
    "organizations_promise_two": Sentence(
        en="Two people stand behind each score: one gathers the facts, another one checks them.",
        es="Dos personas respaldan cada calificación: una reúne los datos y otra los revisa.",
    ),
    "organizations_promise_stays": Sentence(
        en="Nothing published is changed in silence. A correction stands beside what it corrects.",
        es="Nada de lo publicado se cambia en silencio. Una corrección queda junto a lo que "
        "corrige.",
    ),
    "organizations_promise_workers": Sentence(
        en="No worker can be found. Nothing about fewer than five workers leaves the team.",
        es="No se puede identificar a ningún trabajador. Nada sobre menos de cinco personas sale "
        "del equipo.",
    ),
    "organizations_promise_unknown": Sentence(
        en="What we do not know is called unknown. It brings no praise and no blame.",
        es="Lo que no sabemos se llama desconocido. No trae ni elogios ni reproches.",
    ),
}

_CHECK = {
    "organizations_check": Sentence(en="Check it yourself", es="Compruébelo por su cuenta"),
    "organizations_check_why": Sentence(
        en="Each publication is signed and chained to the one before it. Whoever kept the newest "
        "entry of an earlier day can see whether anything was changed, dropped or swapped since, "
        "by us too.",
        es="Cada publicación está firmada y encadenada con la anterior. Quien guardó el último "
        "asiento de un día anterior puede ver si desde entonces se cambió, quitó o intercambió "
        "algo, también si fuimos nosotros.",
    ),
    "organizations_number": Sentence(en="Entries in the ledger", es="Asientos en el registro"),
    "organizations_head": Sentence(en="Newest entry", es="Último asiento"),
    "organizations_head_none": Sentence(
        en="There is no entry yet.", es="Todavía no hay ningún asiento."
    ),
    "organizations_keys": Sentence(en="Public key", es="Clave pública"),
    "organizations_step_keep": Sentence(
        en="Write the newest entry down, or print this page. Later it shows whether anything was "
        "cut off.",
        es="Anote el último asiento o imprima esta página. Más adelante mostrará si se quitó algo.",
    ),
    "organizations_step_fetch": Sentence(
        en="Download the whole ledger:", es="Descargue el registro completo:"
    ),
    "organizations_step_run": Sentence(
        en="Run this command of the free program jobquality. It checks every signature and works "
        "every score out again:",
        es="Ejecute este comando del programa libre jobquality. Revisa cada firma y vuelve a "
        "calcular cada calificación:",
    ),
    "organizations_step_without": Sentence(
        en="Without our program: a short script in docs/ledger.md does the same for signatures "
        "and links.",
        es="Sin nuestro programa: un programa corto en docs/ledger.md hace lo mismo con las "
        "firmas y los eslabones.",
    ),
}

WORDING: dict[str, Sentence] = {**_WHO, **_WORK, **_PROMISES, **_CHECK}
