"""Words of what stands beside an answer, and of how old it is."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "beside_title": Sentence(en="Beside this answer", es="Junto a esta respuesta"),
    "beside_employer": Sentence(en="The employer says", es="El empleador dice"),
    "beside_not_confirmed": Sentence(
        en="Not confirmed yet who this is", es="Todavía no se confirmó quién es"
    ),
    "beside_confirm_who": Sentence(en="Check who it is", es="Revise quién es"),
    "beside_documents": Sentence(en="Documents: {count}", es="Documentos: {count}"),
    "beside_employer_differs": Sentence(
        en="Differs from your answer", es="Difiere de la respuesta de usted"
    ),
    "beside_workers": Sentence(en="Workers", es="Trabajadores"),
    "beside_workers_said": Sentence(
        en="{confirming} of {asked} confirm it", es="{confirming} de {asked} lo confirman"
    ),
    "beside_workers_differ": Sentence(
        en="No more than half confirm it", es="No lo confirma más de la mitad"
    ),
    "beside_last": Sentence(en="Last time", es="La vez anterior"),
    "beside_changed": Sentence(en="changed", es="cambió"),
    "beside_same": Sentence(en="the same", es="igual"),
    "age_today": Sentence(en="today", es="hoy"),
    "age_days_one": Sentence(en="1 day ago", es="hace 1 día"),
    "age_days": Sentence(en="{count} days ago", es="hace {count} días"),
    "age_months_one": Sentence(en="1 month ago", es="hace 1 mes"),
    "age_months": Sentence(en="{count} months ago", es="hace {count} meses"),
    "age_years_one": Sentence(en="1 year ago", es="hace 1 año"),
    "age_years": Sentence(en="{count} years ago", es="hace {count} años"),
    "working_saved": Sentence(
        en="Saved. New answers start with it.", es="Guardado. Las respuestas nuevas empiezan así."
    ),
    "working_title": Sentence(en="What are you working from?", es="¿De dónde toma las respuestas?"),
    "working_why": Sentence(
        en="Say it once. Every new answer starts with it; you can change it for each one.",
        es="Dígalo una vez. Cada respuesta nueva empieza con esto; puede cambiarlo en cada una.",
    ),
    "working_now": Sentence(
        en="New answers start with: {source}", es="Las respuestas nuevas empiezan con: {source}"
    ),
    "working_save": Sentence(en="Use this for new answers", es="Usar en respuestas nuevas"),
    "working_stop": Sentence(en="Start empty again", es="Empezar otra vez en blanco"),
    "working_on": Sentence(en="True on", es="Cierto el"),
    "assess_open_drafts": Sentence(
        en="There is a draft of this employer already. Go on with it, or start another one.",
        es="Ya hay un borrador de este empleador. Siga con él o empiece otro.",
    ),
    "assess_open_draft": Sentence(en="Draft as of {day}", es="Borrador al {day}"),
    "assess_go_on": Sentence(en="Go on: {title}", es="Seguir: {title}"),
    "assess_next_open": Sentence(
        en="Next without an answer: {title}", es="Siguiente sin respuesta: {title}"
    ),
    "assess_undecided_count": Sentence(
        en="Answers of two people that wait for a choice: {count}",
        es="Respuestas de dos personas que esperan una decisión: {count}",
    ),
    "ask_lands": Sentence(en="this answer", es="esta respuesta"),
}
