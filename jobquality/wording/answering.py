"""Words of one question of the assessment form, and of what can be wrong with its answer."""

from jobquality.wording.sentence import Sentence

_FAULTS = {
    "ask_choose": Sentence(
        en="There is no answer yet. Choose or write one.",
        es="Todavía no hay respuesta. Elija o escriba una.",
    ),
    "ask_both": Sentence(
        en="There is an answer, and also a reason why there is none. Keep one of them.",
        es="Hay una respuesta y también un motivo por el que no la hay. Deje solo una cosa.",
    ),
    "ask_na_reason": Sentence(
        en="Say why the question does not apply.", es="Diga por qué la pregunta no aplica."
    ),
    "ask_two_meanings": Sentence(
        en="{text} can mean {large} or {small}. Write {large} or {small}.",
        es="{text} puede ser {large} o {small}. Escriba {large} o {small}.",
    ),
    "ask_no_number": Sentence(
        en="{text} is not a number. Write it as 7 or 7.25.",
        es="{text} no es un número. Escríbalo como 7 o 7.25.",
    ),
    "ask_whole": Sentence(
        en="{number} is not a whole number. Here only whole ones can be.",
        es="{number} no es un número entero. Aquí solo puede haber enteros.",
    ),
    "ask_limits": Sentence(
        en="{number} cannot be. The number is too low or too high for this question.",
        es="{number} no puede ser. El número es muy bajo o muy alto para esta pregunta.",
    ),
    "ask_no_day": Sentence(
        en="{text} is not a date. Write it as 2026-03-01.",
        es="{text} no es una fecha. Escríbala como 2026-03-01.",
    ),
    "ask_too_long": Sentence(
        en="The text is longer than {most} characters. Shorten it.",
        es="El texto tiene más de {most} caracteres. Acórtelo.",
    ),
    "ask_hidden": Sentence(
        en="The text holds an invisible character. Type it anew.",
        es="El texto tiene un carácter invisible. Escríbalo de nuevo.",
    ),
    "ask_counts": Sentence(
        en="Write how many workers you asked (1 or more), how many confirmed it, and the month.",
        es="Escriba a cuántos trabajadores preguntó (1 o más), cuántos lo confirmaron y el mes.",
    ),
    "ask_more_than_asked": Sentence(
        en="More workers confirmed it than were asked.",
        es="Lo confirmaron más trabajadores de los que se preguntó.",
    ),
    "ask_month": Sentence(
        en="The month has to be written as 2026-03, and cannot lie in the future. Never a day.",
        es="El mes se escribe como 2026-03 y no puede ser futuro. Nunca un día.",
    ),
    "ask_e3_few": Sentence(
        en="Grade E3 needs at least {fewest} workers who were asked. With fewer, somebody could "
        "guess who it was.",
        es="El grado E3 exige haber preguntado al menos a {fewest} trabajadores. Con menos, "
        "alguien podría adivinar quién fue.",
    ),
    "ask_e3_none": Sentence(
        en="Grade E3 says that workers confirmed it, but no more than half of those asked did.",
        es="El grado E3 dice que trabajadores lo confirmaron, pero no lo hizo más de la mitad.",
    ),
    "ask_future": Sentence(
        en="This day lies in the future. Choose today or a day before.",
        es="Este día es futuro. Elija hoy o un día anterior.",
    ),
}

_CONTROL = {
    "ask_number_in": Sentence(en="Your answer, in {unit}", es="Su respuesta, en {unit}"),
    "ask_number": Sentence(en="Your answer", es="Su respuesta"),
    "ask_day": Sentence(en="Date", es="Fecha"),
    "ask_no_plan": Sentence(
        en="Leave it empty if no plan is signed.", es="Déjelo vacío si no hay un plan firmado."
    ),
    "ask_no_box": Sentence(en="None of these is true", es="Nada de esto es cierto"),
    "ask_instead": Sentence(en="Or, without an answer:", es="O, sin respuesta:"),
    "ask_fewest": Sentence(en="the fewest points", es="el mínimo de puntos"),
    "ask_not_offered": Sentence(en="Not offered", es="No se ofrece"),
    "ask_na": Sentence(en="Does not apply, because…", es="No aplica, porque…"),
    "ask_na_why": Sentence(en="Why it does not apply", es="Por qué no aplica"),
    "ask_unknown": Sentence(en="We don’t know", es="No lo sabemos"),
    "ask_declined": Sentence(en="They declined to answer", es="No quisieron responder"),
    "ask_value_counts": Sentence(
        en="None of these: the answer above counts", es="Nada de esto: vale la respuesta de arriba"
    ),
    "ask_found": Sentence(en="Found", es="Se encontró"),
    "ask_none_found": Sentence(en="Checked, none found", es="Se revisó y no se encontró"),
    "ask_not_checked": Sentence(en="Not checked yet", es="Todavía sin revisar"),
    "ask_save": Sentence(en="Save this answer", es="Guardar esta respuesta"),
    "ask_saved": Sentence(en="Saved at {time}", es="Guardado a las {time}"),
    "ask_saved_by": Sentence(
        en="{answer}. Saved on {day} at {time} by {name}",
        es="{answer}. Guardado el {day} a las {time} por {name}",
    ),
    "ask_uncounted": Sentence(
        en="Saved, but it does not count yet.", es="Guardado, pero todavía no cuenta."
    ),
    "ask_unsaved": Sentence(en="Not saved: {reason}", es="No se guardó: {reason}"),
    "ask_paused": Sentence(
        en="Saving is paused. Nothing was saved yet, and what you typed is still here. "
        "Wait a few seconds, then save again.",
        es="Por ahora no se puede guardar. Todavía no se guardó nada y lo que escribió sigue "
        "aquí. Espere unos segundos y guarde otra vez.",
    ),
}

_BESIDE = {
    "ask_more": Sentence(en="Evidence and source", es="Evidencia y fuente"),
    "ask_grade": Sentence(en="How strong is the evidence?", es="¿Qué tan firme es la evidencia?"),
    "ask_source": Sentence(en="Source", es="Fuente"),
    "ask_source_hint": Sentence(
        en="A web address, or words: “payroll of May 2026”. Anyone may read it: name no worker.",
        es="Una dirección web, o palabras: «nómina de mayo de 2026». Cualquiera puede leerlo: no "
        "nombre a ningún trabajador.",
    ),
    "ask_beside_hint": Sentence(
        en="Anyone may read the source and the note: never name or describe a worker.",
        es="Cualquiera puede leer la fuente y la nota: nunca nombre ni describa a un trabajador.",
    ),
    "ask_note": Sentence(en="Note", es="Nota"),
    "ask_note_hint": Sentence(
        en="Anyone may read this. Never name or describe a worker.",
        es="Cualquiera puede leer esto. Nunca nombre ni describa a un trabajador.",
    ),
    "ask_on": Sentence(en="True on", es="Cierto el"),
    "ask_workers": Sentence(en="What workers said", es="Lo que dijeron los trabajadores"),
    "ask_workers_hint": Sentence(
        en="Only counts, never who. Under 5 asked, nobody outside your team sees them.",
        es="Solo números, nunca quién. Con menos de 5, nadie fuera de su equipo los ve.",
    ),
    "ask_workers_asked": Sentence(en="Asked", es="Se preguntó a"),
    "ask_workers_confirming": Sentence(en="Confirmed it", es="Lo confirmaron"),
    "ask_workers_month": Sentence(en="Month", es="Mes"),
    "ask_law_checked": Sentence(
        en="I looked for a law on this here and know of none. Checked on",
        es="Busqué una ley sobre esto aquí y no conozco ninguna. Revisado el",
    ),
    "ask_look_for": Sentence(en="What to look for", es="Qué buscar"),
    "ask_fits": Sentence(en="Evidence that fits: {kinds}", es="Evidencia que sirve: {kinds}"),
    "ask_bands": Sentence(en="What each answer gives", es="Lo que da cada respuesta"),
    "ask_now": Sentence(en="Now: {points}. {reason}", es="Ahora: {points}. {reason}"),
    "ask_parts": Sentence(
        en="This figure is worked out from its parts. Answer these:",
        es="Este dato se calcula con sus partes. Responda estas:",
    ),
    "ask_finished": Sentence(en="Or give the finished figure", es="O dé el dato ya calculado"),
    "ask_finished_why": Sentence(
        en="Only if you cannot see the parts. It is then marked “figure given, parts not seen”.",
        es="Solo si no puede ver las partes. Queda marcado «se dio el dato; no se vieron sus "
        "partes».",
    ),
    "ask_shared": Sentence(
        en="{title} is asked under {topic}: {answer}",
        es="«{title}» se pregunta en {topic}: {answer}",
    ),
    "ask_none_yet": Sentence(en="no answer yet", es="sin respuesta todavía"),
    "ask_not_asked": Sentence(
        en="Not asked of this employer: {why}.", es="No se pregunta a este empleador: {why}."
    ),
    "ask_figures": Sentence(
        en="Figures we have for this place", es="Datos que tenemos para este lugar"
    ),
    "ask_figure": Sentence(
        en="{title} on {day}: {amount} ({place})", es="{title} el {day}: {amount} ({place})"
    ),
    "ask_figure_from": Sentence(en="as of {day}", es="según datos del {day}"),
    "ask_figure_due": Sentence(
        en="This figure was due for a check by {day}. Check it before you say so in public.",
        es="Este dato debía revisarse a más tardar el {day}. Revíselo antes de decirlo en público.",
    ),
    "ask_figure_missing": Sentence(
        en="{title}: we have no figure for {place} on this day.",
        es="{title}: no tenemos este dato para {place} en este día.",
    ),
    "ask_figure_minimum_wage": Sentence(en="Minimum wage", es="Salario mínimo"),
    "ask_figure_tipped_minimum_wage": Sentence(
        en="Lowest pay before tips", es="Pago mínimo antes de propinas"
    ),
    "ask_figure_living_wage": Sentence(en="Living wage", es="Salario digno"),
    "ask_figure_health_affordability": Sentence(
        en="Share of pay that counts as affordable", es="Parte del pago que se considera asequible"
    ),
    "ask_figure_industry_injury_rate": Sentence(
        en="Injury rate in the industry", es="Tasa de lesiones de la industria"
    ),
    "ask_figure_turnover_benchmark": Sentence(
        en="Turnover in the industry", es="Rotación de personal de la industria"
    ),
    "ask_figure_add": Sentence(en="Add the rate that you use", es="Agregue la tasa que usa"),
    "ask_law_title": Sentence(en="The law", es="La ley"),
    "ask_law_asks": Sentence(
        en="the law asks {amount} or more ({place})",
        es="la ley exige {amount} o más ({place})",
    ),
    "ask_law_none": Sentence(
        en="We know of no rule here (checked on {day}).",
        es="No conocemos una regla aquí (revisado el {day}).",
    ),
    "ask_law_not_checked": Sentence(en="Law not looked up.", es="Ley sin consultar."),
    "ask_law_elsewhere": Sentence(
        en="Some laws ask for this in their own places. Look whether one holds here:",
        es="Algunas leyes piden esto en sus lugares. Revise si una vale aquí:",
    ),
}

_WHOLE = {
    "whole_link": Sentence(
        en="Or answer this topic in one form", es="O responda este tema en un solo formulario"
    ),
    "whole_back": Sentence(en="Question by question", es="Pregunta por pregunta"),
    "whole_lead": Sentence(
        en="One button saves all of this page. What cannot be taken stays as you typed it; the "
        "rest is saved.",
        es="Un botón guarda todo lo de esta página. Lo que no se puede recibir queda como lo "
        "escribió; lo demás se guarda.",
    ),
    "whole_save": Sentence(en="Save all on this page", es="Guardar todo lo de esta página"),
    "whole_saved": Sentence(en="Answers saved: {count}", es="Respuestas guardadas: {count}"),
    "whole_unsaved": Sentence(
        en="Not saved yet: {count}. Each question says why.",
        es="Todavía sin guardar: {count}. Cada pregunta dice por qué.",
    ),
    "whole_choose": Sentence(en="Choose the one that counts", es="Elegir la que vale"),
}

_CARRIED = {
    "carried_title": Sentence(en="From last time: {answer}", es="De la vez anterior: {answer}"),
    "carried_age": Sentence(
        en="Answered {day}, {age}. It does not count until you look again.",
        es="Respondido el {day}, {age}. No cuenta hasta que usted lo revise otra vez.",
    ),
    "carried_confirm": Sentence(en="Still true", es="Sigue siendo cierto"),
    "carried_change": Sentence(
        en="If it changed, give the new answer below.",
        es="Si cambió, dé la nueva respuesta abajo.",
    ),
}

_CONFLICT = {
    "conflict_title": Sentence(en="Two people answered this", es="Dos personas respondieron esto"),
    "conflict_choose": Sentence(
        en="Nothing is lost: both answers are kept. Choose the one that counts.",
        es="No se perdió nada: las dos respuestas están guardadas. Elija la que vale.",
    ),
    "conflict_closed": Sentence(
        en="This answer came when the assessment was no draft any more. It is kept; once the "
        "assessment is returned, somebody can choose.",
        es="Esta respuesta llegó cuando la evaluación ya no era un borrador. Está guardada; "
        "cuando la evaluación se devuelva, alguien podrá elegir.",
    ),
    "conflict_chosen": Sentence(en="Your choice is saved", es="Su elección está guardada"),
    "conflict_decided": Sentence(
        en="{name} decided about this answer on {day} at {time}, so it does not count again. If "
        "it is right, say why in the note and save it",
        es="{name} ya decidió sobre esta respuesta el {day} a las {time}, así que no vale otra "
        "vez. Si es la correcta, diga por qué en la nota y guárdela",
    ),
    "conflict_counts_now": Sentence(en="Counts now", es="Vale ahora"),
    "conflict_by": Sentence(
        en="written on {day} at {time} by {name}", es="escrito el {day} a las {time} por {name}"
    ),
    "conflict_theirs": Sentence(en="Waits", es="Espera"),
    "conflict_mine": Sentence(en="Yours, waits", es="La suya, espera"),
    "conflict_take": Sentence(en="Take “{answer}”", es="Tomar «{answer}»"),
    "conflict_keep": Sentence(en="Keep “{answer}”", es="Dejar «{answer}»"),
}

WORDING: dict[str, Sentence] = {**_FAULTS, **_CONTROL, **_BESIDE, **_WHOLE, **_CARRIED, **_CONFLICT}
