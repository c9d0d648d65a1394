"""Words of evidence."""

from jobquality.wording.sentence import Sentence

_GRADES = {
    "evidence_E0": Sentence(en="E0 · A claim", es="E0 · Una afirmación"),
    "evidence_E0_why": Sentence(
        en="Somebody said it, and nothing shows it yet.",
        es="Alguien lo dijo y nada lo muestra aún.",
    ),
    "evidence_E1": Sentence(
        en="E1 · A public page or policy", es="E1 · Una página o regla pública"
    ),
    "evidence_E1_why": Sentence(
        en="The employer has it in writing: a website, a handbook, a job ad.",
        es="El empleador lo tiene por escrito: un sitio web, un manual, una oferta de empleo.",
    ),
    "evidence_E2": Sentence(en="E2 · Records we looked at", es="E2 · Registros que revisamos"),
    "evidence_E2_why": Sentence(
        en="You saw it in records: schedules, pay stubs, time sheets.",
        es="Usted lo vio en registros: horarios, talones de pago, hojas de horas.",
    ),
    "evidence_E3": Sentence(en="E3 · Confirmed by workers", es="E3 · Confirmado por trabajadores"),
    "evidence_E3_why": Sentence(
        en="At least five workers were asked. Enter their answers as counts, never as a file.",
        es="Se preguntó al menos a cinco personas. Anote solo cuántas, nunca un archivo.",
    ),
    "evidence_E4": Sentence(
        en="E4 · A record from somebody else", es="E4 · Un registro de otra fuente"
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

WORDING: dict[str, Sentence] = {
    **_GRADES,
    **_NEVER,
    "evidence_title": Sentence(en="Evidence", es="Evidencia"),
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
        en="We keep the address only and never open it ourselves.",
        es="Solo guardamos la dirección; nunca la abrimos.",
    ),
    "evidence_grade": Sentence(en="How strong is it?", es="¿Qué tan firme es?"),
    "evidence_day": Sentence(en="Day", es="Día"),
    "evidence_day_hint": Sentence(
        en="When it was made, or when you saw it. Outside your team only the month shows.",
        es="Cuándo se hizo o cuándo lo vio. Fuera de su equipo solo se ve el mes.",
    ),
}
