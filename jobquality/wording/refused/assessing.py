"""What answering, evidence and asking the employer refuse."""

from jobquality.wording.refusal import Refusal

_SHORT: tuple[tuple[str, str], ...] = (
    ("The day lies in the future.", "El día está en el futuro."),
    ("Choose today or a day before.", "Elija hoy o un día anterior."),
    ("A site does not belong to this employer.", "Un local no es de este empleador."),
    ("There is no answer to confirm.", "No hay respuesta que confirmar."),
    (
        "This employer has several sites. Say which of them the assessment covers.",
        "Este empleador tiene varios locales. Diga cuáles abarca la evaluación.",
    ),
    (
        "List the sites on the page of the employer, then tick those that are covered.",
        "Anote los locales en la página del empleador y marque los que abarca.",
    ),
    (
        "{name} still holds the answer of last time.",
        "{name} todavía tiene la respuesta de la vez pasada.",
    ),
    ("Look again: confirm it, or give a new answer.", "Vuelva a mirar: confírmela o dé una nueva."),
    (
        "Two people answered this, and nobody has chosen yet.",
        "Dos personas respondieron esto y nadie ha elegido todavía.",
    ),
    (
        "Open the question and choose one of the two answers.",
        "Abra la pregunta y elija una de las dos respuestas.",
    ),
    (
        "{criterion} has no evidence at all, so it cannot be published.",
        "{criterion} no tiene ninguna evidencia, así que no se puede publicar.",
    ),
    (
        "The evidence of {criterion} is not what the standard asks to look at.",
        "La evidencia de {criterion} no es lo que la norma pide mirar.",
    ),
    (
        "The evidence of {criterion} is out of date since {last}.",
        "La evidencia de {criterion} venció el {last}.",
    ),
    (
        "Return it to the author, who adds a newer file or link.",
        "Devuélvala a quien la escribió, para que agregue un archivo o enlace más nuevo.",
    ),
    (
        "{criterion} counts only by {name}, and nothing is said of that.",
        "{criterion} solo cuenta según {name}, y de eso no se dice nada.",
    ),
    (
        "Return it to the author, who gives the number, or “unknown”.",
        "Devuélvala a quien la escribió, para que dé el número o diga «no se sabe».",
    ),
    (
        "{criterion} says that the employer declined to answer, and not to whom.",
        "{criterion} dice que el empleador no quiso responder, pero no a quién.",
    ),
    (
        "a critical finding needs evidence of grade E2 or better.",
        "un hallazgo grave necesita evidencia de grado E2 o mejor.",
    ),
    ("Look at records, or say that it was not checked.", "Mire registros o diga que no se revisó."),
    ("a critical finding needs a source.", "un hallazgo grave necesita una fuente."),
    (
        "Add a file, a link or a source in words.",
        "Agregue un archivo, un enlace o una fuente en palabras.",
    ),
    (
        "its source has no day, or is older than {years} years.",
        "su fuente no tiene día o es de hace más de {years} años.",
    ),
    (
        "Give the day of the answer or of the evidence.",
        "Dé el día de la respuesta o de la evidencia.",
    ),
    (
        "it rests on {figure}, which is past the day on which it had to be checked.",
        "se apoya en {figure}, y ya pasó el día en que había que revisarla.",
    ),
    ("Check the figure and add its new row.", "Revise la cifra y agregue la nueva."),
    (
        "This assessment is no draft any more, so its evidence stays as it is.",
        "Esta evaluación ya no es un borrador, así que su evidencia se queda como está.",
    ),
    (
        "This evidence is not among those of last time that are in date.",
        "Esta evidencia no está entre las de la vez pasada que siguen vigentes.",
    ),
    (
        "The standard does not ask for this kind. Choose one of the list.",
        "La norma no pide este tipo. Elija uno de la lista.",
    ),
    ("How strong it is, is missing.", "Falta qué tan firme es."),
    ("Choose one of the five.", "Elija uno de los cinco."),
    (
        "This is not a grade. Choose E0, E1, E2, E3 or E4.",
        "Esto no es un grado. Elija E0, E1, E2, E3 o E4.",
    ),
    ("The day has not come yet.", "El día aún no llega."),
    ("Write the day it was made or seen.", "Escriba el día en que se hizo o se vio."),
    ("Choose who may see a cleared copy.", "Elija quién puede ver una copia ya tapada."),
    (
        "Choose a file, or give the address of a page: one of the two.",
        "Elija un archivo o dé la dirección de una página: uno de los dos.",
    ),
    (
        "What workers confirmed is entered as counts, never as a file.",
        "Lo que confirmaron los trabajadores se anota en números, nunca como archivo.",
    ),
    (
        "Write the counts beside the answer, or choose another grade for the file.",
        "Escriba los números junto a la respuesta o elija otro grado para el archivo.",
    ),
    (
        "This file belongs to no answer of the employer.",
        "Este archivo no es de ninguna respuesta del empleador.",
    ),
    ("The evidence has no title.", "La evidencia no tiene título."),
    ("Say what it shows.", "Diga qué muestra."),
    (
        "This is the very same file or link, so nothing was replaced.",
        "Es el mismo archivo o enlace, así que no se cambió nada.",
    ),
    ("This is neither a file nor a link.", "Esto no es un archivo ni un enlace."),
    ("This is a file and a link at once.", "Esto es un archivo y un enlace a la vez."),
    ("Add them one after the other.", "Agréguelos uno después del otro."),
    ("Nothing is chosen.", "No se eligió nada."),
    ("Tick what still fits.", "Marque lo que todavía sirve."),
    ("This evidence is a link.", "Esta evidencia es un enlace."),
    ("Send a photo (JPEG, PNG, WebP) or a PDF.", "Envíe una foto (JPEG, PNG, WebP) o un PDF."),
    ("The file is larger than 10 MB.", "El archivo pesa más de 10 MB."),
    (
        "Send a smaller photo, or only the pages that matter.",
        "Envíe una foto más pequeña o solo las páginas que importan.",
    ),
    (
        "The file is called .{name}, and inside it is {kind}.",
        "El archivo se llama .{name} y por dentro es {kind}.",
    ),
    ("This looks like {what}.", "Esto parece {what}."),
    (
        "Share it as JPEG: in the camera settings choose “Most compatible”.",
        "Compártala como JPEG: en los ajustes de la cámara elija «Más compatible».",
    ),
    ("Save it as PDF and send that.", "Guárdelo como PDF y envíe ese."),
    (
        "Files that say two things are not taken. Save it anew.",
        "No se aceptan archivos que dicen dos cosas. Guárdelo de nuevo.",
    ),
    ("The PDF is locked with a password.", "El PDF está cerrado con una contraseña."),
    ("The PDF has no pages.", "El PDF no tiene páginas."),
    (
        "The PDF has {count} pages; {most} are the most that we take.",
        "El PDF tiene {count} páginas; aceptamos {most} como máximo.",
    ),
    (
        "The PDF is damaged: its pages cannot be read.",
        "El PDF está dañado: sus páginas no se pueden leer.",
    ),
    (
        "Save a copy without one, or print it to a new PDF.",
        "Guarde una copia sin contraseña o imprímalo en un PDF nuevo.",
    ),
    ("Save it again.", "Guárdelo de nuevo."),
    ("Send only the pages that matter.", "Envíe solo las páginas que importan."),
    (
        "A photo in the PDF is packed in a way that we cannot look into.",
        "Una foto del PDF está guardada de un modo que no podemos leer.",
    ),
    (
        "Print it to a new PDF, or take photos of the pages.",
        "Imprímalo en un PDF nuevo o tome fotos de las páginas.",
    ),
    ("Print it to a new PDF.", "Imprímalo en un PDF nuevo."),
    (
        "The picture has more points than a camera takes.",
        "La imagen tiene más puntos que los de una cámara.",
    ),
    (
        "Save it smaller, at most 4000 points on its longer side.",
        "Guárdela más pequeña: 4000 puntos como máximo en su lado largo.",
    ),
    ("The picture is damaged: it cannot be opened.", "La imagen está dañada: no se puede abrir."),
    ("Take or save it again.", "Tómela o guárdela de nuevo."),
    ("Write it as https://www.example.org/page", "Escríbalo así: https://www.example.org/page"),
    (
        "The address has more than {longest} characters. Shorten it.",
        "La dirección tiene más de {longest} letras. Acórtela.",
    ),
    (
        "The address holds a character that no address has.",
        "La dirección tiene un signo que ninguna dirección tiene.",
    ),
    (
        "Only addresses that start with http:// or https:// are taken.",
        "Solo se aceptan direcciones que empiezan con http:// o https://.",
    ),
    (
        "The address holds a user name or a password. Leave it out.",
        "La dirección tiene un usuario o una contraseña. Quítelo.",
    ),
    ("The address names no website.", "La dirección no nombra ningún sitio."),
    ("This is not a web address.", "Esto no es una dirección web."),
    ("A topic does not belong to this standard.", "Un tema no es de esta norma."),
    ("The day is over, or more than half a year away.", "El día ya pasó o falta más de medio año."),
    ("Choose another one, or none.", "Elija otro o ninguno."),
    (
        "The employer gave no answer here, only a note or a document.",
        "El empleador no respondió aquí, solo dejó una nota o un documento.",
    ),
    ("The text is longer than {longest} characters.", "El texto tiene más de {longest} letras."),
    (
        "Nothing was answered yet. Answer at least one question first.",
        "Todavía no hay respuestas. Responda primero al menos una pregunta.",
    ),
    (
        "This answer belongs to no question that was asked.",
        "Esta respuesta no es de ninguna pregunta que se hizo.",
    ),
    (
        "You cannot answer these questions. Write to the center.",
        "Usted no puede responder estas preguntas. Escriba al centro.",
    ),
    (
        "The center is not taking answers any more. Nothing was lost.",
        "El centro ya no recibe respuestas. No se perdió nada.",
    ),
    (
        "There are {most} documents behind this answer already.",
        "Esta respuesta ya tiene {most} documentos.",
    ),
    (
        "This document was sent in, so it stays. Write to the center.",
        "Este documento ya se envió, así que se queda. Escriba al centro.",
    ),
    ("There is no file.", "No hay ningún archivo."),
    ("Nothing says how you made sure who this is.", "Falta decir cómo comprobó quién es."),
    ("Nothing says why.", "Falta decir por qué."),
    (
        "{most} people came through this link already. Ask for a new link.",
        "Ya entraron {most} personas por este enlace. Pida uno nuevo.",
    ),
    ("Say that you may speak for the employer.", "Diga que puede hablar por el empleador."),
    ("Say it in a few words.", "Dígalo en pocas palabras."),
)
_LONG: tuple[Refusal, ...] = (
    Refusal(
        said="This assessment is no longer a draft, so its answers cannot change. A reviewer "
        "can return it with comments.",
        es="Esta evaluación ya no es un borrador, así que sus respuestas no cambian. Quien "
        "revisa puede devolverla con comentarios.",
    ),
    Refusal(
        said="Return it to the author, who adds a file, a link or a source in words.",
        es="Devuélvala a quien la escribió, para que agregue un archivo, un enlace o una "
        "fuente en palabras.",
    ),
    Refusal(
        said="It asks for {asked}. Return it to the author, who adds a file, a link or a "
        "source in words.",
        es="Pide: {asked}. Devuélvala a quien la escribió, para que agregue un archivo, un "
        "enlace o una fuente en palabras.",
    ),
    Refusal(
        said="Return it to the author, who says who was asked and when, or “unknown”.",
        es="Devuélvala a quien la escribió, para que diga a quién y cuándo se preguntó, o "
        "que no se sabe.",
    ),
    Refusal(
        said="This assessment is no draft any more, so its evidence stays as it is. Ask the "
        "reviewer to return it if something is missing or wrong.",
        es="Esta evaluación ya no es un borrador, así que su evidencia se queda como está. "
        "Pida a quien revisa que la devuelva si algo falta o está mal.",
    ),
    Refusal(
        said="A reviewer released the copy for fewer people. Ask the reviewer to draw and "
        "release a new one.",
        es="Quien revisa dio la copia a menos personas. Pídale que dibuje y dé una nueva.",
    ),
    Refusal(
        said="You added this evidence, so another person has to say that it is no worker's "
        "paper. Two people look at whatever leaves the team.",
        es="Usted agregó esta evidencia, así que tiene que decir otra persona que no es papel "
        "de nadie. Dos personas miran todo lo que sale del equipo.",
    ),
    Refusal(
        said="This assessment was approved, so what is said of its evidence stays. Cover what "
        "tells who it is, and release the copy.",
        es="Esta evaluación ya se aprobó, así que lo que se dice de su evidencia se queda. Tape "
        "lo que dice quién es y libere la copia.",
    ),
    Refusal(
        said="This is not marked as a worker's paper. Reload the page.",
        es="Esto no está marcado como papel de una persona. Vuelva a cargar la página.",
    ),
    Refusal(
        said="This assessment is no draft, or on hold, so the employer cannot be asked now. A "
        "reviewer can return it, or lift the hold.",
        es="Esta evaluación no es un borrador o está en pausa, así que ahora no se puede "
        "preguntar al empleador. Quien revisa puede devolverla o quitar la pausa.",
    ),
    Refusal(
        said="Nobody has confirmed yet who said this. Confirm on the page of the employer's "
        "answers that this person speaks for the employer, then use the answer.",
        es="Nadie ha confirmado todavía quién dijo esto. Confirme en la página de respuestas "
        "del empleador que esta persona habla por él; después use la respuesta.",
    ),
    Refusal(
        said="You are logged in at the organization that asks. Log out first if you want to "
        "see what the employer sees.",
        es="Usted está en la organización que pregunta. Salga primero si quiere ver lo que "
        "ve el empleador.",
    ),
)
_NO_FIGURE = Refusal(
    said="No {figure} for {places} on {day}. Add a row for it, with its source, "
    "in a file and pass it with --parameters.",
    en="A figure for this place is missing: {figure}, for {places}, on {day}. An administrator "
    "adds it under To do, Living wage and other figures.",
    es="Falta una cifra para este lugar: {figure}, para {places}, el {day}. Quien administra "
    "la agrega en Por hacer, en Salario digno y otras cifras.",
)
_GAP = Refusal(
    said="Our {figure} for {places} is known {spans}; what held on {day} is not. Add that row, "
    "with its source, in a file and pass it with --parameters.",
    en="A figure for this place is missing: {figure}, for {places}, on {day}. An administrator "
    "adds it under To do, Living wage and other figures.",
    es="Falta una cifra para este lugar: {figure}, para {places}, el {day}. Quien administra "
    "la agrega en Por hacer, en Salario digno y otras cifras.",
)
REFUSALS: tuple[Refusal, ...] = (
    _NO_FIGURE,
    _GAP,
    *(Refusal(said=said, es=es) for said, es in _SHORT),
    *_LONG,
)
