"""Words of proving who one is: once more before something weighty, and by a second step."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "proofs_title": Sentence(en="Is it still you?", es="¿Sigue siendo usted?"),
    "proofs_why": Sentence(
        en="This is weighty, and it is more than 30 minutes since you last showed that it is you. "
        "Show it once more, and this goes on where you were.",
        es="Esto es importante, y hace más de 30 minutos que usted mostró quién es. Muéstrelo otra "
        "vez y seguirá donde estaba.",
    ),
    "proofs_kept": Sentence(
        en="Nothing is lost. This is what you sent:",
        es="No se perdió nada. Esto es lo que envió:",
    ),
    "proofs_kept_all": Sentence(
        en="Nothing is lost: what you were doing is done next.",
        es="No se perdió nada: lo que estaba haciendo se hará ahora.",
    ),
    "proofs_password": Sentence(en="Your password", es="Su contraseña"),
    "proofs_code": Sentence(
        en="Or the six digits of your phone", es="O los seis dígitos de su teléfono"
    ),
    "proofs_do": Sentence(en="It is me: go on", es="Soy yo: continuar"),
    "proofs_wrong": Sentence(
        en="This is not right, or the code was used before. Nothing was done yet.",
        es="Esto no es correcto, o el código ya se usó. Todavía no se hizo nada.",
    ),
    "proofs_too_many": Sentence(
        en="These were too many tries. Wait five minutes and send it again. Nothing is lost.",
        es="Fueron demasiados intentos. Espere cinco minutos y envíe otra vez. No se pierde nada.",
    ),
    "proofs_step_title": Sentence(
        en="This needs a second step", es="Para esto se necesita un segundo paso"
    ),
    "proofs_step_why": Sentence(
        en="Whoever reviews, publishes, gives certificates or manages people shows who they are in "
        "two ways. So a stolen password can neither publish about an employer nor let others in.",
        es="Quien revisa, publica, da certificados o administra personas muestra quién es de dos "
        "maneras. Así, una contraseña robada no puede publicar sobre un empleador ni dejar entrar "
        "a otros.",
    ),
    "proofs_step_kept": Sentence(
        en="It takes about two minutes. What you sent is kept, and you come back to it.",
        es="Toma unos dos minutos. Lo que envió se guarda, y después vuelve a ello.",
    ),
    "proofs_step_back": Sentence(
        en="It takes about two minutes. After that you come back to where you were.",
        es="Toma unos dos minutos. Después vuelve a donde estaba.",
    ),
    "proofs_step_phone": Sentence(en="Use codes of my phone", es="Usar códigos de mi teléfono"),
    "proofs_step_not_now": Sentence(en="Not now", es="Ahora no"),
    "proofs_on_title": Sentence(en="Now go on", es="Ahora continúe"),
    "proofs_on_why": Sentence(
        en="Your second step is set up. This is what you sent before; one press and it is done.",
        es="Su segundo paso está listo. Esto es lo que envió antes; un toque más y queda hecho.",
    ),
    "proofs_on_unread": Sentence(
        en="Your second step is set up. You wrote no words before, but what you chose or drew is "
        "kept. One press and it is done.",
        es="Su segundo paso está listo. Antes no escribió palabras, pero se guardó lo que eligió "
        "o dibujó. Un toque más y queda hecho.",
    ),
    "copying_copy": Sentence(en="Copy", es="Copiar"),
    "copying_share": Sentence(en="Share", es="Compartir"),
    "copying_done": Sentence(en="Copied.", es="Copiado."),
    "copying_marked": Sentence(
        en="It is marked now: copy it from there.", es="Ya está marcado: cópielo de ahí."
    ),
    "accounts_step_here": Sentence(
        en="Is the app on this same phone? Open it with one tap:",
        es="¿La aplicación está en este mismo teléfono? Ábrala con un toque:",
    ),
    "accounts_step_open": Sentence(
        en="Open my authenticator app", es="Abrir mi aplicación de códigos"
    ),
    "proofs_on_do": Sentence(en="Go on", es="Continuar"),
}
