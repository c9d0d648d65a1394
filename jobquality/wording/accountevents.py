"""Words of the log: one sentence for each kind of event about people and accounts.

The name of a sentence is `event_` and the kind. `who` did it, `what` it is about.
"""

from jobquality.wording.sentence import Sentence

_TOLD: dict[str, tuple[str, str]] = {
    "installation_set_up": ("{who} set up this installation", "{who} abrió esta instalación"),
    "samples_made": ("{who} made the samples", "{who} creó las muestras"),
    "samples_removed": ("{who} removed the samples", "{who} quitó las muestras"),
    "practice_opened": (
        "{who} opened this practice center",
        "{who} abrió este centro de práctica",
    ),
    "practice_made": ("{who} made a practice center", "{who} creó un centro de práctica"),
    "practice_removed": ("{who} removed the practice center", "{who} quitó el centro de práctica"),
    "account_logged_in": ("{who} logged in", "{who} entró"),
    "account_login_failed": (
        "Somebody failed to log in as {what}",
        "Alguien no logró entrar como {what}",
    ),
    "account_visits_ended": (
        "{who} logged out on other devices",
        "{who} cerró su sesión en otros aparatos",
    ),
    "account_password_changed": (
        "{who} changed their own password",
        "{who} cambió su propia contraseña",
    ),
    "account_password_reset": (
        "{who} chose a new password through a link",
        "{who} eligió una contraseña nueva con un enlace",
    ),
    "account_password_link": (
        "{who} made a link for a new password of {what}",
        "{who} creó un enlace para una contraseña nueva de {what}",
    ),
    "account_step_set": (
        "{who} set up a phone as a second step",
        "{who} puso un teléfono como segundo paso",
    ),
    "account_step_removed": (
        "{who} turned off the second step of {what}",
        "{who} quitó el segundo paso de {what}",
    ),
    "account_codes_made": (
        "{who} made new recovery codes",
        "{who} creó códigos de recuperación nuevos",
    ),
    "account_code_used": (
        "{who} used a recovery code",
        "{who} usó un código de recuperación",
    ),
    "account_passkey_added": ("{who} added a passkey", "{who} agregó una llave de acceso"),
    "account_passkey_removed": ("{who} removed a passkey", "{who} quitó una llave de acceso"),
    "account_roles_changed": (
        "{who} changed the roles of {what}",
        "{who} cambió las funciones de {what}",
    ),
    "account_closed": ("{who} closed the account of {what}", "{who} cerró la cuenta de {what}"),
    "account_reopened": (
        "{who} let {what} in again",
        "{who} dejó entrar de nuevo a {what}",
    ),
    "account_reset_proposed": (
        "{who} proposed to reset the account of {what}",
        "{who} propuso restablecer la cuenta de {what}",
    ),
    "account_removal_proposed": (
        "{who} proposed to take the account of {what}, or its role administrator, away",
        "{who} propuso quitar la cuenta de {what}, o su función de administración",
    ),
    "account_confirmed": (
        "{who} confirmed that {what} is really there",
        "{who} confirmó que {what} es de verdad esa persona",
    ),
    "account_erased": (
        "{who} erased the account of {what}",
        "{who} borró la cuenta de {what}",
    ),
    "account_own_exported": (
        "{who} took along all that is kept about themselves",
        "{who} se llevó todo lo que se guarda sobre su persona",
    ),
    "token_made": ("{who} made a token for a program", "{who} creó una clave para un programa"),
    "token_ended": ("{who} ended a token of a program", "{who} terminó la clave de un programa"),
    "invitation_made": (
        "{who} made a link for {what} to join",
        "{who} creó un enlace para que entre {what}",
    ),
    "invitation_withdrawn": (
        "{who} withdrew the link for {what}",
        "{who} retiró el enlace para {what}",
    ),
    "invitation_taken": ("{who} joined through a link", "{who} se unió con un enlace"),
    "guest_invited": (
        "{who} invited a guest to review {what}",
        "{who} invitó a una persona de fuera a revisar {what}",
    ),
    "guest_joined": (
        "{who} came as a guest to review {what}",
        "{who} vino de fuera a revisar {what}",
    ),
    "guest_ended": (
        "{who} ended the leave of a guest at {what}",
        "{who} terminó el permiso de una persona de fuera para {what}",
    ),
    "organization_changed": (
        "{who} changed who the organization is",
        "{who} cambió los datos de la organización",
    ),
}

WORDING: dict[str, Sentence] = {
    f"event_{kind}": Sentence(en=en, es=es) for kind, (en, es) in _TOLD.items()
}
