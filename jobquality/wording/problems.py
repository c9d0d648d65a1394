"""What is said when something cannot be shown."""

from jobquality.wording.sentence import Sentence

WORDING = {
    "problem_status": Sentence(en="Error {status}", es="Error {status}"),
    "problem_home": Sentence(en="Go to the start page", es="Ir a la página de inicio"),
    "problem_work": Sentence(en="Back to what there is to do", es="Volver a lo que hay por hacer"),
    "not_found": Sentence(en="This page is not here", es="Esta página no está aquí"),
    "not_found_why": Sentence(
        en="The address may be mistyped, or what was here has another address now.",
        es="Puede que la dirección tenga un error, o que ahora sea otra.",
    ),
    "not_allowed": Sentence(en="This page cannot do that", es="Esta página no puede hacer eso"),
    "not_allowed_why": Sentence(
        en="The address is right, but it does not take this kind of request.",
        es="La dirección es correcta, pero no acepta este tipo de solicitud.",
    ),
    "too_many": Sentence(en="Too many tries", es="Demasiados intentos"),
    "too_many_why": Sentence(
        en="Please wait five minutes, then try again. This keeps others from guessing.",
        es="Espere cinco minutos e intente de nuevo. Así nadie puede adivinar.",
    ),
    "too_large": Sentence(en="This is too large", es="Esto es demasiado grande"),
    "too_large_why": Sentence(
        en="A file may have 10 MB, a form 1 MB. Nothing was saved. Go back and send a smaller one.",
        es="Un archivo puede tener 10 MB y un formulario 1 MB. No se guardó nada. "
        "Vuelva y envíe uno más pequeño.",
    ),
    "other_site": Sentence(en="This came from another site", es="Esto vino de otro sitio"),
    "other_site_why": Sentence(
        en="Another site asked your browser to send this, so nothing was done. "
        "If it was you, open the page here and do it again.",
        es="Otro sitio pidió a su navegador que enviara esto, así que no se hizo nada. "
        "Si fue usted, abra la página aquí y hágalo de nuevo.",
    ),
    "gone": Sentence(en="This was withdrawn", es="Esto se retiró"),
    "gone_why": Sentence(
        en="It was public and is not any more. This is the reason:",
        es="Fue público y ya no lo es. Este es el motivo:",
    ),
    "refused": Sentence(en="This cannot be done", es="Esto no se puede hacer"),
    "refused_why": Sentence(
        en="The request was understood, and this is the reason:",
        es="Se entendió la solicitud, y este es el motivo:",
    ),
    "unreadable": Sentence(
        en="This request could not be read", es="No se pudo leer esta solicitud"
    ),
    "unreadable_why": Sentence(
        en="Something in it is missing, too large or not what this page expects.",
        es="Algo falta, es demasiado grande o no es lo que esta página espera.",
    ),
    "paused": Sentence(en="Saving is paused", es="Por ahora no se puede guardar"),
    "paused_why": Sentence(
        en="Too many people are saving, or the database does not answer. Nothing was saved yet. "
        "What you typed is kept: wait a few seconds, then send it again.",
        es="Guardan demasiadas personas o la base de datos no responde. Todavía no se guardó nada. "
        "Lo que escribió se conserva: espere unos segundos y envíelo otra vez.",
    ),
    "paused_again": Sentence(en="Send it again", es="Enviar otra vez"),
    "closed": Sentence(
        en="This site can be read, but not changed",
        es="Este sitio se puede leer, pero no cambiar",
    ),
    "closed_why": Sentence(
        en="The people who run this site are looking after it. Nothing was saved yet. "
        "Please come back later.",
        es="Quienes mantienen este sitio están trabajando en él. Todavía no se guardó nada. "
        "Vuelva más tarde.",
    ),
    "closed_kept": Sentence(
        en="What you typed stays on this page. Leave it open, and send it again later.",
        es="Lo que escribió sigue en esta página. Déjela abierta y envíelo otra vez más tarde.",
    ),
    "paused_here": Sentence(
        en="You can read everything here. Nothing new is saved for now; please come back later.",
        es="Aquí puede leerlo todo, pero no se guarda nada nuevo. Vuelva más tarde.",
    ),
    "paused_typed": Sentence(en="You typed", es="Usted escribió"),
    "paused_secret": Sentence(
        en="A password or code is never kept. Type it again.",
        es="Las contraseñas y los códigos nunca se conservan. Escríbalo otra vez.",
    ),
    "paused_file": Sentence(en="Choose the file again", es="Elija el archivo otra vez"),
    "paused_file_why": Sentence(
        en="A browser does not let us keep it. If you sent no file, leave this empty.",
        es="El navegador no nos deja conservarlo. Si no envió ningún archivo, déjelo vacío.",
    ),
    "full": Sentence(en="The disk is full", es="El disco está lleno"),
    "full_why": Sentence(
        en="Nothing was saved yet. What you typed is kept: tell the people who run this site, "
        "then send it again.",
        es="Todavía no se guardó nada. Lo que escribió se conserva: avise a quienes mantienen "
        "este sitio y envíelo otra vez.",
    ),
    "busy": Sentence(en="We cannot answer right now", es="No podemos responder ahora"),
    "busy_why": Sentence(
        en="There is too much to do, or the database does not answer. Please try again in a few "
        "seconds.",
        es="Hay demasiado que hacer o la base de datos no responde. Intente de nuevo en unos "
        "segundos.",
    ),
    "busy_at_work": Sentence(
        en="Nothing was lost: what was saved is kept, and you stay logged in.",
        es="No se perdió nada: lo guardado sigue guardado, y su sesión sigue abierta.",
    ),
    "busy_again": Sentence(en="Try again", es="Intentar otra vez"),
    "integrity": Sentence(en="Integrity check failed", es="La comprobación de integridad falló"),
    "integrity_why": Sentence(
        en="What is kept here is not what was signed when it was published, so it is not shown. "
        "Tell the organization that published it.",
        es="Lo que se guarda aquí no es lo que se firmó al publicarlo; por eso no se muestra. "
        "Avise a la organización que lo publicó.",
    ),
    "broken": Sentence(en="Something went wrong here", es="Algo salió mal aquí"),
    "broken_why": Sentence(
        en="It is not your fault. Please try again in a few minutes. "
        "If it happens again, tell the people who run this site.",
        es="No es culpa suya. Intente de nuevo en unos minutos. "
        "Si vuelve a pasar, avise a quienes mantienen este sitio.",
    ),
    "problem_number": Sentence(
        en="Tell them this number, and they find what happened:",
        es="Dígales este número y encontrarán qué pasó:",
    ),
}
