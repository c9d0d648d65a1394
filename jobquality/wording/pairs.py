"""Words about changes of an account that two people make, and the mail to whose account it is."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "pairs_title": Sentence(en="Ask a second person", es="Pedirlo a una segunda persona"),
    "pairs_lead": Sentence(
        en="This account decides, or did in the last 30 days, so nobody does this alone. "
        "Somebody else who manages or reviews has to agree. The person gets a mail now.",
        es="Esta cuenta decide, o decidía en los últimos 30 días, así que nadie hace esto en "
        "solitario. Tiene que estar de acuerdo otra persona que administre o revise. La persona "
        "recibe un correo ahora.",
    ),
    "pairs_reason": Sentence(
        en="Why? Everybody at work can read it.", es="¿Por qué? Todo el equipo puede leerlo."
    ),
    "pairs_demote": Sentence(
        en="Take the role administrator away", es="Quitar la función de administración"
    ),
    "pairs_demote_why": Sentence(
        en="To take the role administrator away, ask a second person below.",
        es="Para quitar la función de administración, pídalo a una segunda persona más abajo.",
    ),
    "pairs_alone": Sentence(
        en="Nobody else is needed for a reset here. For seven days this account then counts as "
        "yours too, and the person gets a mail.",
        es="Aquí nadie más hace falta para restablecer la cuenta. Luego cuenta también como suya "
        "durante siete días, y la persona recibe un correo.",
    ),
    "pairs_waiting_step": Sentence(
        en="{who} proposes: lost phone, password only.",
        es="{who} propone: teléfono perdido, solo contraseña.",
    ),
    "pairs_waiting_password": Sentence(
        en="{who} proposes a link for a new password.",
        es="{who} propone un enlace para otra contraseña.",
    ),
    "pairs_waiting_demote": Sentence(
        en="{who} proposes to take the role administrator away.",
        es="{who} propone quitar la función de administración.",
    ),
    "pairs_waiting_close": Sentence(
        en="{who} proposes to close this account.", es="{who} propone cerrar esta cuenta."
    ),
    "pairs_talk_first": Sentence(
        en="Speak with them first, not by mail: somebody else may be asking in their name.",
        es="Hable antes con esa persona, no por correo: otra puede estar pidiéndolo en su nombre.",
    ),
    "pairs_about_you": Sentence(
        en="You can agree. If you do not, another person decides.",
        es="Usted puede estar de acuerdo. Si no lo está, decide otra persona.",
    ),
    "pairs_another": Sentence(
        en="Another person who manages or reviews decides on this.",
        es="Sobre esto decide otra persona que administre o revise.",
    ),
    "pairs_consent": Sentence(en="I agree", es="Estoy de acuerdo"),
    "pairs_accept_step": Sentence(
        en="Agree: turn the second step off", es="De acuerdo: quitar el segundo paso"
    ),
    "pairs_accept_password": Sentence(en="Agree: make the link", es="De acuerdo: crear el enlace"),
    "pairs_accept_demote": Sentence(
        en="Agree: take the role away", es="De acuerdo: quitar la función"
    ),
    "pairs_accept_close": Sentence(
        en="Agree: close the account", es="De acuerdo: cerrar la cuenta"
    ),
    "pairs_refuse": Sentence(en="Refuse", es="Rechazar"),
    "desk_proposal_account": Sentence(
        en="A change of somebody's account", es="Un cambio en la cuenta de alguien"
    ),
    "messages_kind_account": Sentence(
        en="About an account, to its person", es="Sobre una cuenta, a su persona"
    ),
    "accountmail_subject": Sentence(en="Your account at {name}", es="Su cuenta en {name}"),
    "accountmail_text": Sentence(
        en="Dear {person},\n\n{told}\n\nIf you did not want this, or do not know why, call "
        "somebody you know at {name} today. Do not use a number or a link from a message.\n\n"
        "Nobody can answer to this message.",
        es="{person}:\n\n{told}\n\nSi usted no quería esto, o no sabe por qué ocurrió, llame "
        "hoy a alguien que conozca en {name}. No use un número ni un enlace de un mensaje.\n\n"
        "Nadie puede responder a este mensaje.",
    ),
    "accountmail_step": Sentence(
        en="{who} turned the second step of your account off. Your password alone lets you in "
        "now. Set up a new second step when you log in.",
        es="{who} quitó el segundo paso de su cuenta. Ahora entra solo con su contraseña. Ponga "
        "un segundo paso nuevo cuando entre.",
    ),
    "accountmail_password_link": Sentence(
        en="{who} made a link by which you can choose a new password. It works once, for one day.",
        es="{who} creó un enlace con el que usted puede elegir otra contraseña. Sirve una vez, "
        "durante un día.",
    ),
    "accountmail_password": Sentence(
        en="A new password was chosen for your account, through a link.",
        es="Con un enlace se eligió otra contraseña para su cuenta.",
    ),
    "accountmail_roles": Sentence(
        en="{who} changed what you may do. Your roles are now: {roles}.",
        es="{who} cambió lo que usted puede hacer. Sus funciones son ahora: {roles}.",
    ),
    "accountmail_closed": Sentence(
        en="{who} closed your account. You cannot log in any more. What you wrote stays.",
        es="{who} cerró su cuenta. Usted ya no puede entrar. Lo que escribió se queda.",
    ),
    "accountmail_asked_step": Sentence(
        en="{who} asks a second person to turn the second step of your account off.",
        es="{who} pide a una segunda persona que quite el segundo paso de su cuenta.",
    ),
    "accountmail_asked_password": Sentence(
        en="{who} asks a second person to make a link for a new password of your account.",
        es="{who} pide a una segunda persona un enlace para otra contraseña de su cuenta.",
    ),
    "accountmail_asked_demote": Sentence(
        en="{who} asks a second person to take your role administrator away. You can agree to it "
        "under People.",
        es="{who} pide a una segunda persona que le quite la función de administración. Usted "
        "puede estar de acuerdo en Personas.",
    ),
    "accountmail_asked_close": Sentence(
        en="{who} asks a second person to close your account. You can agree to it under People.",
        es="{who} pide a una segunda persona que cierre su cuenta. Usted puede estar de acuerdo "
        "en Personas.",
    ),
}
