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

_IMPORT = {
    "import_source": Sentence(en="Field form, {month}", es="Formulario de campo, {month}"),
    "import_no_answer": Sentence(
        en="This stands beside a question that has no answer.",
        es="Esto está junto a una pregunta sin respuesta.",
    ),
    "import_no_choice": Sentence(
        en="This is not one of the answers of the form.",
        es="Esta no es una de las respuestas del formulario.",
    ),
    "import_choices": Sentence(
        en="The form knows: {known}. Export names, not labels.",
        es="El formulario conoce: {known}. Exporte nombres, no etiquetas.",
    ),
    "import_no_number": Sentence(
        en="{text} is not a number as the form writes it. Write 7.25, and nothing for thousands.",
        es="{text} no es un número como lo escribe el formulario. Escriba 7.25, sin separar "
        "los miles.",
    ),
    "import_no_standard": Sentence(
        en="The submission does not say that it is of {wanted}.",
        es="El envío no dice que sea de {wanted}.",
    ),
    "import_no_standard_fix": Sentence(
        en="Use our form, and export XML values and headers, not labels.",
        es="Use nuestro formulario y exporte valores y encabezados XML, no etiquetas.",
    ),
    "import_other_standard": Sentence(
        en="The submission is of another standard than {wanted}.",
        es="El envío es de otra norma, no de {wanted}.",
    ),
    "import_other_standard_fix": Sentence(
        en="Open the assessment by that standard and take it in there.",
        es="Abra la evaluación de esa norma y tráigalo allí.",
    ),
    "import_no_edition": Sentence(
        en="The submission does not say that it is of edition {wanted}.",
        es="El envío no dice que sea de la edición {wanted}.",
    ),
    "import_no_edition_fix": Sentence(
        en="Use our form, and export XML values and headers, not labels.",
        es="Use nuestro formulario y exporte valores y encabezados XML, no etiquetas.",
    ),
    "import_other_edition": Sentence(
        en="The submission is of another edition than {wanted}: its questions may differ.",
        es="El envío es de otra edición, no de la {wanted}: sus preguntas pueden ser otras.",
    ),
    "import_other_edition_fix": Sentence(
        en="Take it in at an assessment by that edition, or type the answers in here by hand.",
        es="Tráigalo a una evaluación de esa edición, o escriba aquí las respuestas a mano.",
    ),
    "import_elsewhere": Sentence(
        en="No submission in this file is of this assessment. Of others: {count}.",
        es="Ningún envío de este archivo es de esta evaluación. De otras: {count}.",
    ),
    "import_elsewhere_fix": Sentence(
        en="Open that assessment, or download the form of this one.",
        es="Abra esa evaluación, o descargue el formulario de esta.",
    ),
}

_PAGE = {
    "import_title": Sentence(en="On paper and on the phone", es="En papel y en el teléfono"),
    "import_link": Sentence(
        en="Question sheet, form for KoBo and ODK", es="Hoja de preguntas y formulario KoBo u ODK"
    ),
    "import_paper": Sentence(en="On paper", es="En papel"),
    "import_paper_why": Sentence(
        en="A sheet for this visit: the employer and places on top, last year’s answers small, "
        "and only the questions that apply.",
        es="Una hoja para esta visita: arriba el empleador y los lugares, en pequeño las "
        "respuestas del año pasado, y solo las preguntas que aplican.",
    ),
    "import_sheet_en": Sentence(en="Sheet in English (PDF)", es="Hoja en inglés (PDF)"),
    "import_sheet_es": Sentence(en="Sheet in Spanish (PDF)", es="Hoja en español (PDF)"),
    "import_phone": Sentence(en="With KoBo or ODK", es="Con KoBo u ODK"),
    "import_phone_why": Sentence(
        en="A form in both languages that works without a connection. It knows this assessment, "
        "so its answers find their way back. Do not rename its questions.",
        es="Un formulario en los dos idiomas que funciona sin conexión. Conoce esta evaluación, "
        "así que sus respuestas encuentran el camino de vuelta. No cambie los nombres.",
    ),
    "import_form": Sentence(en="Form for this visit (XLSForm)", es="Formulario de esta visita"),
    "import_take": Sentence(en="Take answers in", es="Traer respuestas"),
    "import_take_why": Sentence(
        en="The export of KoBo or ODK: CSV, Excel or JSON, with XML values and headers. You see "
        "every answer before anything is recorded.",
        es="La exportación de KoBo u ODK: CSV, Excel o JSON, con valores y encabezados XML. Usted "
        "ve cada respuesta antes de que se guarde nada.",
    ),
    "import_file": Sentence(en="The file", es="El archivo"),
    "import_file_missing": Sentence(en="Choose a file first.", es="Elija primero un archivo."),
    "import_file_large": Sentence(
        en="The file is larger than {most} MB. Export fewer submissions, by date.",
        es="El archivo pesa más de {most} MB. Exporte menos envíos, por fecha.",
    ),
    "import_show": Sentence(en="Show what is in it", es="Mostrar lo que trae"),
    "import_closed": Sentence(
        en="This is no longer a draft, so no answers can be taken in.",
        es="Esto ya no es un borrador, así que no se pueden traer respuestas.",
    ),
    "import_done": Sentence(
        en="Taken in: {count} answers. Each is a claim (E0) until you look at evidence.",
        es="Se trajeron {count} respuestas. Cada una es una afirmación (E0) hasta que usted vea "
        "evidencia.",
    ),
    "import_done_none": Sentence(
        en="Nothing was new. No answer was changed.", es="No había nada nuevo. Nada cambió."
    ),
    "import_which": Sentence(en="Which submission?", es="¿Cuál envío?"),
    "import_which_why": Sentence(
        en="The file has {count} submissions that may be of this assessment.",
        es="El archivo tiene {count} envíos que pueden ser de esta evaluación.",
    ),
    "import_one": Sentence(en="Row {row}: {day}, {employer}", es="Fila {row}: {day}, {employer}"),
    "import_no_day": Sentence(en="no day", es="sin fecha"),
    "import_no_employer": Sentence(en="no employer named", es="sin empleador"),
    "import_all": Sentence(en="All of them, where they agree", es="Todos, en lo que coinciden"),
    "import_preview": Sentence(en="Look before you take", es="Mire antes de traer"),
    "import_nothing_yet": Sentence(
        en="Nothing has been recorded yet.", es="Todavía no se ha guardado nada."
    ),
    "import_elsewhere_note": Sentence(
        en="Submissions of other assessments, left out: {count}.",
        es="Envíos de otras evaluaciones, que quedan fuera: {count}.",
    ),
    "import_new": Sentence(en="New ({count})", es="Nuevas ({count})"),
    "import_adds": Sentence(en="Same answer, with more ({count})", es="Igual, con más ({count})"),
    "import_confirms": Sentence(
        en="As last year, and now seen again ({count})",
        es="Igual que el año pasado, y vista otra vez ({count})",
    ),
    "import_differs": Sentence(
        en="Differs from what is there ({count})", es="Distinta de lo que hay ({count})"
    ),
    "import_differs_why": Sentence(
        en="What is there stays unless you choose the form’s.",
        es="Queda lo que hay, salvo que usted elija lo del formulario.",
    ),
    "import_same": Sentence(en="There already ({count})", es="Ya están ({count})"),
    "import_disagree": Sentence(
        en="The submissions disagree ({count})", es="Los envíos no coinciden ({count})"
    ),
    "import_disagree_why": Sentence(
        en="These are not taken. Choose one submission, or type them in.",
        es="Estas no se traen. Elija un solo envío, o escríbalas.",
    ),
    "import_disagree_row": Sentence(en="Row {row}: {answer}", es="Fila {row}: {answer}"),
    "import_photos": Sentence(en="Photos to attach ({count})", es="Fotos por agregar ({count})"),
    "import_photos_why": Sentence(
        en="Photos are not in the file, and we do not fetch them. Download each from KoBo or ODK, "
        "look that no worker can be known by it, and add it as evidence.",
        es="Las fotos no vienen en el archivo y no las buscamos. Baje cada una de KoBo u ODK, "
        "revise que no se reconozca a ningún trabajador y agréguela como evidencia.",
    ),
    "import_unknown": Sentence(
        en="Columns that this standard does not know: {columns}",
        es="Columnas que esta norma no conoce: {columns}",
    ),
    "import_unreadable": Sentence(en="Cannot be read ({count})", es="No se pueden leer ({count})"),
    "import_unreadable_why": Sentence(
        en="Nothing is taken while something cannot be read, unless you say so below. Mend it in "
        "KoBo or ODK and export again, or take the rest and type these in.",
        es="No se trae nada mientras algo no se pueda leer, salvo que usted lo diga abajo. "
        "Corríjalo en KoBo u ODK y exporte otra vez, o traiga lo demás y escriba estas.",
    ),
    "import_row": Sentence(en="Row", es="Fila"),
    "import_column": Sentence(en="Column", es="Columna"),
    "import_value": Sentence(en="It says", es="Dice"),
    "import_reason": Sentence(en="Why not", es="Por qué no"),
    "import_good_only": Sentence(
        en="Take what can be read, and leave this out: {bad}",
        es="Traer lo que se puede leer y dejar fuera esto: {bad}",
    ),
    "import_fact": Sentence(
        en="The form says of the employer: {fact}: {value}. No answer changes that.",
        es="El formulario dice del empleador: {fact}: {value}. Ninguna respuesta cambia eso.",
    ),
    "import_fact_change": Sentence(en="Change it at the employer", es="Cámbielo en el empleador"),
    "import_good_only_first": Sentence(
        en="Something cannot be read. Tick that you leave it out, or mend the file.",
        es="Algo no se puede leer. Marque que lo deja fuera, o corrija el archivo.",
    ),
    "import_there": Sentence(en="{answer} · {name} on {day}", es="{answer} · {name}, el {day}"),
    "import_last_year": Sentence(
        en="{answer} · from last time, {day}", es="{answer} · de la vez anterior, {day}"
    ),
    "import_keep": Sentence(en="Keep: {answer}", es="Dejar: {answer}"),
    "import_form_says": Sentence(en="Form: {answer}", es="Formulario: {answer}"),
    "import_with_workers": Sentence(
        en="{confirming} of {asked} workers confirmed it",
        es="lo confirmaron {confirming} de {asked} trabajadores",
    ),
    "import_take_these": Sentence(en="Take these answers", es="Traer estas respuestas"),
    "import_again": Sentence(en="Another file", es="Otro archivo"),
    "import_moved": Sentence(
        en="Somebody answered meanwhile. Nothing was taken: look again below.",
        es="Alguien respondió mientras tanto. No se trajo nada: mire otra vez abajo.",
    ),
    "import_nothing": Sentence(
        en="There is nothing new to take.", es="No hay nada nuevo que traer."
    ),
}

WORDING: dict[str, Sentence] = {**_FORM, **_IMPORT, **_PAGE}
