"""Words of evidence."""

from jobquality.wording.sentence import Sentence

#: What is printed of a worker's paper, letter by letter, in snapshots of every language.
WORKERS_PAPER = "A document of workers"

#: The one wording of how strong evidence is, wherever people at work read or choose it.
_GRADES = {
    "evidence_of_workers": Sentence(en=WORKERS_PAPER, es="Un documento de trabajadores"),
    "evidence_E0": Sentence(en="E0 · Somebody said so", es="E0 · Alguien lo dijo"),
    "evidence_E0_why": Sentence(
        en="Somebody said it, and nothing shows it yet.",
        es="Alguien lo dijo y nada lo muestra aún.",
    ),
    "evidence_E1": Sentence(
        en="E1 · A public page or a written rule",
        es="E1 · Una página pública o una regla escrita",
    ),
    "evidence_E1_why": Sentence(
        en="The employer has it in writing: a website, a handbook, a job ad.",
        es="El empleador lo tiene por escrito: un sitio web, un manual, una oferta de empleo.",
    ),
    "evidence_E2": Sentence(en="E2 · Records we looked at", es="E2 · Documentos que revisamos"),
    "evidence_E2_why": Sentence(
        en="You saw it in records: schedules, pay stubs, time sheets.",
        es="Usted lo vio en documentos: horarios, talones de pago, hojas de horas.",
    ),
    "evidence_E3": Sentence(
        en="E3 · Confirmed by workers, 5 or more asked",
        es="E3 · Confirmado por trabajadores; se preguntó a 5 o más",
    ),
    "evidence_E3_why": Sentence(
        en="At least five workers were asked. Enter their answers as counts, never as a file.",
        es="Se preguntó al menos a cinco personas. Anote solo cuántas, nunca un archivo.",
    ),
    "evidence_E4": Sentence(
        en="E4 · A record from somebody else, such as an agency",
        es="E4 · Un registro de otra fuente, como una agencia",
    ),
    "evidence_E4_why": Sentence(
        en="A court, an agency or an auditor wrote it, and not the employer.",
        es="Lo escribió un tribunal, una agencia o un auditor, y no el empleador.",
    ),
}

_NEVER = {
    "evidence_never": Sentence(en="Never upload", es="Nunca suba"),
    "evidence_never_names": Sentence(
        en="a worker’s name, face, signature or handwriting: cover it before you take the photo",
        es="el nombre, la cara, la firma o la letra de una persona trabajadora: "
        "tápelos antes de tomar la foto",
    ),
    "evidence_never_words": Sentence(
        en="a message or a quote by which the manager would know who talked",
        es="un mensaje o una frase por la que el gerente sabría quién habló",
    ),
    "evidence_never_ids": Sentence(
        en="numbers of papers, phones, accounts or homes",
        es="números de documentos, teléfonos, cuentas o domicilios",
    ),
    "evidence_taken_out": Sentence(
        en="We take out the place, camera and author that hide inside photos and PDFs, and give "
        "the file another name. We cannot take out what is seen in it.",
        es="Quitamos el lugar, la cámara y el autor que se esconden en fotos y PDF, y le damos "
        "otro nombre al archivo. No podemos quitar lo que se ve en él.",
    ),
}

_PIECE = {
    "evidence_fits_title": Sentence(en="What would show it", es="Qué lo mostraría"),
    "evidence_fits": Sentence(
        en="The standard asks to look at: {kinds}.", es="La norma pide ver: {kinds}."
    ),
    "evidence_fits_any": Sentence(
        en="The standard names no paper for this. Show what you have seen.",
        es="La norma no nombra ningún papel para esto. Muestre lo que vio.",
    ),
    "evidence_kind": Sentence(en="Which of these is it?", es="¿Cuál de estos es?"),
    "evidence_kind_unsaid": Sentence(en="I am not sure", es="No estoy seguro o segura"),
    "evidence_kind_other": Sentence(
        en="None of these. It helps, but it does not carry the answer alone",
        es="Ninguno. Ayuda, pero no basta para la respuesta",
    ),
    "evidence_missing": Sentence(
        en="Nothing here carries the answer yet. It cannot be published like this.",
        es="Nada de esto basta aún para la respuesta. Así no se puede publicar.",
    ),
    "evidence_ended": Sentence(en="Out of date since {day}", es="Vencida desde el {day}"),
    "evidence_good_until": Sentence(en="Good until {day}", es="Vale hasta el {day}"),
    "evidence_of_worker_mark": Sentence(en="A worker’s paper", es="Papel de una persona"),
    "evidence_from_employer": Sentence(en="From the employer", es="Del empleador"),
    "evidence_from_before": Sentence(en="From the last assessment", es="De la evaluación anterior"),
    "evidence_seen_team": Sentence(en="Team only", es="Solo el equipo"),
    "evidence_seen_employer": Sentence(
        en="Employer: the copy that a reviewer clears",
        es="Empleador: la copia que apruebe quien revisa",
    ),
    "evidence_seen_public": Sentence(
        en="Everyone: the copy that a reviewer clears",
        es="Todos: la copia que apruebe quien revisa",
    ),
    "evidence_copy_none": Sentence(en="No copy for outside yet", es="Aún sin copia para fuera"),
    "evidence_copy_waits": Sentence(
        en="A copy waits for a reviewer", es="Una copia espera a quien revisa"
    ),
    "evidence_copy_out": Sentence(en="A cleared copy is out", es="Hay una copia aprobada fuera"),
    "evidence_copy_back": Sentence(en="The copy was taken back", es="Se retiró la copia"),
    "evidence_copy_page": Sentence(en="Cover names for a copy", es="Tapar nombres para una copia"),
    "evidence_more": Sentence(en="Details, newer file", es="Detalles, archivo más nuevo"),
    "evidence_hash": Sentence(
        en="Fingerprint of the file (SHA-256)", es="Huella del archivo (SHA-256)"
    ),
    "evidence_added": Sentence(en="Added by {name} on {day}", es="De {name}, el {day}"),
    "evidence_somebody": Sentence(en="the employer", es="el empleador"),
    "evidence_revisions": Sentence(en="Before that", es="Antes"),
    "evidence_revision": Sentence(en="Revision {number}", es="Versión {number}"),
    "evidence_newer_title": Sentence(
        en="Put a newer file in its place", es="Poner un archivo más nuevo"
    ),
    "evidence_newer_why": Sentence(
        en="The older one stays here for your team. Nothing is lost.",
        es="El anterior queda aquí para su equipo. Nada se pierde.",
    ),
    "evidence_newer": Sentence(en="Replace", es="Reemplazar"),
    "evidence_change_title": Sentence(
        en="Change what is said about it", es="Cambiar lo que se dice de esto"
    ),
    "evidence_change": Sentence(en="Save", es="Guardar"),
    "evidence_further": Sentence(
        en="When it ends, who may see a copy", es="Cuándo vence, quién puede ver una copia"
    ),
    "evidence_further_end": Sentence(en="When it ends", es="Cuándo vence"),
    "evidence_expires": Sentence(en="Last good day", es="Último día válido"),
    "evidence_expires_hint": Sentence(
        en="Only if it has one, such as a permit. Else we count {months} months from its day.",
        es="Solo si lo dice, como un permiso. Si no, contamos {months} meses desde su día.",
    ),
    "evidence_of_worker": Sentence(
        en="It is a worker’s own paper, message or picture",
        es="Es un papel, mensaje o foto de una persona trabajadora",
    ),
    "evidence_of_worker_hint": Sentence(
        en="A pay stub, a time card, a text. Nobody outside sees it until a reviewer covers what "
        "tells who it is. Only its grade and its month are printed. Still, name the kind of "
        "paper, never a person.",
        es="Un talón de pago, una tarjeta de horas, un mensaje. Nadie de fuera lo ve hasta que "
        "quien revisa tape lo que dice quién es. Solo se publican su grado y su mes. Aun así, "
        "diga qué papel es, nunca de quién.",
    ),
    "evidence_visibility": Sentence(en="Who may see a copy?", es="¿Quién puede ver una copia?"),
    "evidence_visibility_hint": Sentence(
        en="The file itself never leaves your team. A reviewer covers names and clears the copy.",
        es="El archivo nunca sale de su equipo. Quien revisa tapa los nombres y aprueba la copia.",
    ),
    "evidence_earlier_title": Sentence(
        en="Still good from last time", es="Aún vale de la vez pasada"
    ),
    "evidence_earlier_why": Sentence(
        en="Use it once more. It keeps its day, and nothing is sent again.",
        es="Úselo otra vez. Guarda su día y nada se envía de nuevo.",
    ),
    "evidence_earlier_use": Sentence(en="Use what is ticked", es="Usar lo marcado"),
    "evidence_opened_note": Sentence(
        en="We keep who of your team opened which file.",
        es="Guardamos quién de su equipo abrió cada archivo.",
    ),
}

_LATE = {
    "evidence_late": Sentence(
        en="Somebody changed what is said about this piece while you wrote",
        es="Alguien cambió lo que se dice de esto mientras usted escribía",
    ),
    "evidence_late_why": Sentence(
        en="Nothing was overwritten. Your choices are in the fields; what was saved meanwhile "
        "stands below each that differs. Decide, then save.",
        es="No se sobrescribió nada. Lo que usted eligió está en los campos; lo que se guardó "
        "mientras tanto está debajo de cada uno que difiere. Decida y guarde.",
    ),
    "evidence_faster": Sentence(en="Changed by {name}, {when}.", es="Lo cambió {name}, {when}."),
    "evidence_late_saved": Sentence(en="Saved meanwhile:", es="Se guardó mientras tanto:"),
    "evidence_late_nothing": Sentence(en="no day", es="ningún día"),
    "evidence_overtaken": Sentence(
        en="Somebody changed or replaced this piece while you wrote",
        es="Alguien cambió o reemplazó esto mientras usted escribía",
    ),
    "evidence_overtaken_why": Sentence(
        en="Your newer file was not kept and nothing was overwritten. What you typed is in the "
        "fields. If yours is still the newer one, send it again.",
        es="Su archivo más nuevo no se guardó y no se sobrescribió nada. Lo que usted escribió "
        "está en los campos. Si el suyo sigue siendo el más nuevo, envíelo otra vez.",
    ),
    "evidence_overtaken_file": Sentence(
        en="Choose the file once more: {name}", es="Elija el archivo otra vez: {name}"
    ),
    "evidence_lost": Sentence(
        en="What you typed was not kept. Copy it from here if you need it.",
        es="Lo que usted escribió no se guardó. Cópielo de aquí si lo necesita.",
    ),
}

_UNMARK = {
    "evidence_is_of_worker": Sentence(
        en="This is marked as a worker’s paper. Only another person who reviews can say that it "
        "is none.",
        es="Está marcado como papel de una persona. Solo otra persona que revisa puede decir que "
        "no lo es.",
    ),
    "unmark_way": Sentence(
        en="It is no worker’s paper", es="No es papel de una persona trabajadora"
    ),
    "unmark_title": Sentence(
        en="Is this no worker’s paper?", es="¿No es papel de una persona trabajadora?"
    ),
    "unmark_lead": Sentence(
        en="Look at it with the eyes of the manager. If it tells who a worker is, leave the mark "
        "and cover names. If not, say why. The team can read it in the log.",
        es="Mírelo con los ojos del gerente. Si dice quién es una persona, deje la marca y tape "
        "los nombres. Si no, diga por qué. El equipo puede leerlo en el registro.",
    ),
    "unmark_reason": Sentence(en="How do you know?", es="¿Cómo lo sabe?"),
    "unmark_reason_hint": Sentence(
        en="Such as “It is the printed menu”. Name no worker.",
        es="Por ejemplo «Es el menú impreso». No nombre a ninguna persona.",
    ),
    "unmark_go": Sentence(en="Take the mark off", es="Quitar la marca"),
    "unmark_none": Sentence(
        en="It is not marked as a worker’s paper.", es="No está marcado como papel de una persona."
    ),
    "unmark_other": Sentence(
        en="You added it, so another person who reviews has to say this.",
        es="Usted lo agregó, así que tiene que decirlo otra persona que revisa.",
    ),
}

WORDING: dict[str, Sentence] = {
    **_GRADES,
    **_NEVER,
    **_PIECE,
    **_LATE,
    **_UNMARK,
    "evidence_title": Sentence(en="Evidence", es="Evidencia"),
    "evidence_not_as_file": Sentence(
        en="Did workers confirm it (E3)? Enter that with the answer, as counts, never as a file.",
        es="¿Lo confirmaron trabajadores (E3)? Anótelo con la respuesta, como conteo, nunca como "
        "archivo.",
    ),
    "originals_trouble": Sentence(
        en="This file cannot be shown here. Download it to see it.",
        es="Este archivo no se puede mostrar aquí. Descárguelo para verlo.",
    ),
    "originals_first": Sentence(
        en="You see the first {shown} of {pages} pages. Download the file to see the rest.",
        es="Usted ve las primeras {shown} de {pages} páginas. Descargue el archivo para ver el "
        "resto.",
    ),
    "originals_kept": Sentence(
        en="Only your team sees this. The log keeps that you opened it.",
        es="Solo su equipo ve esto. El registro guarda que usted lo abrió.",
    ),
    "originals_download": Sentence(en="Download the original", es="Descargar el original"),
    "evidence_none": Sentence(
        en="There is no file and no link here yet.", es="Aquí todavía no hay archivos ni enlaces."
    ),
    "evidence_file_is": Sentence(en="{kind} file, {size} KB", es="archivo {kind}, {size} KB"),
    "evidence_remove": Sentence(en="Remove", es="Quitar"),
    "evidence_add": Sentence(en="Add evidence", es="Agregar evidencia"),
    "evidence_shows": Sentence(en="What does it show?", es="¿Qué muestra?"),
    "evidence_shows_hint": Sentence(
        en="Such as “Schedule on the kitchen door”. The employer and anyone else can read this: "
        "name no worker, and give no day.",
        es="Por ejemplo «Horario en la puerta de la cocina». El empleador y cualquiera pueden "
        "leerlo: no nombre a nadie ni diga el día.",
    ),
    "evidence_file": Sentence(en="A photo or a PDF", es="Una foto o un PDF"),
    "evidence_file_hint": Sentence(
        en="JPEG, PNG, WebP or PDF, up to 10 MB.", es="JPEG, PNG, WebP o PDF, hasta 10 MB."
    ),
    "evidence_link": Sentence(en="Or the address of a page", es="O la dirección de una página"),
    "evidence_link_hint": Sentence(
        en="We keep the address and never open it. Everyone can see it beside the answer, unless "
        "you say that it is a worker’s.",
        es="Guardamos la dirección y nunca la abrimos. Todos la ven junto a la respuesta, salvo "
        "que diga que es de una persona trabajadora.",
    ),
    "evidence_link_public": Sentence(
        en="The address is shown outside", es="La dirección se ve fuera"
    ),
    "evidence_link_inside": Sentence(
        en="The address stays with the team", es="La dirección queda en el equipo"
    ),
    "evidence_grade": Sentence(en="How strong is it?", es="¿Qué tan firme es?"),
    "evidence_day": Sentence(en="Day", es="Día"),
    "evidence_day_hint": Sentence(
        en="When it was made, or when you saw it. Outside your team only the month shows.",
        es="Cuándo se hizo o cuándo lo vio. Fuera de su equipo solo se ve el mes.",
    ),
    "bundle_title": Sentence(en="Take the evidence with you", es="Llevarse la evidencia"),
    "bundle_why": Sentence(
        en="All files as one ZIP, with a list. They are originals: they may name workers. We keep "
        "who took them and when.",
        es="Todos los archivos en un ZIP, con una lista. Son originales: pueden nombrar a "
        "trabajadores. Guardamos quién se los llevó y cuándo.",
    ),
    "bundle_take": Sentence(en="Download all evidence", es="Descargar toda la evidencia"),
}
