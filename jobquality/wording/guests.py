"""Words of guest reviewers: people of other organizations who review one assessment."""

from jobquality.wording.sentence import Sentence

_HOST = {
    "guests_title": Sentence(
        en="A reviewer from another organization", es="Quien revisa desde otra organización"
    ),
    "guests_why": Sentence(
        en="If nobody here can review this, invite somebody from another center. They see this "
        "one assessment and nothing else.",
        es="Si aquí nadie puede revisar esto, invite a alguien de otro centro. Ve solo esta "
        "evaluación y nada más.",
    ),
    "guests_invite_title": Sentence(en="Invite a guest", es="Invitar a alguien"),
    "guests_invite": Sentence(en="Make the link", es="Crear el enlace"),
    "guests_name": Sentence(en="Name of the guest", es="Nombre de la persona invitada"),
    "guests_affiliation": Sentence(en="Their organization", es="Su organización"),
    "guests_days": Sentence(en="For how many days?", es="¿Por cuántos días?"),
    "guests_days_hint": Sentence(
        en="1 to 180. It also ends when this is published or given up.",
        es="De 1 a 180. También termina cuando esto se publica o se abandona.",
    ),
    "guests_waiting": Sentence(en="has not opened the link yet", es="aún no ha abierto el enlace"),
    "guests_joined": Sentence(en="since {moment}", es="desde el {moment}"),
    "guests_ended": Sentence(en="ended", es="terminó"),
    "guests_withdraw": Sentence(en="End now", es="Terminar ahora"),
    "guests_link_title": Sentence(en="Link for {name}", es="Enlace para {name}"),
    "guests_link_why": Sentence(
        en="Copy it now: it is shown once. It works for one person and 7 days. Send it only to "
        "them, and do not open it yourself.",
        es="Cópielo ahora: se muestra una vez. Sirve para una persona y 7 días. Envíelo solo a "
        "esa persona y no lo abra usted.",
    ),
    "guests_link_ends": Sentence(
        en="Whoever opens it can review until {moment}.",
        es="Quien lo abra puede revisar hasta el {moment}.",
    ),
    "guests_back": Sentence(en="Back to the assessment", es="Volver a la evaluación"),
    "guests_heard_title": Sentence(
        en="Does the employer have the draft?", es="¿Tiene el empleador el borrador?"
    ),
    "guests_heard_why": Sentence(
        en="Ask them yourself, by phone or in person. If you confirm it, whoever made the link "
        "may also publish.",
        es="Pregúnteles usted, por teléfono o en persona. Si usted lo confirma, quien creó el "
        "enlace también puede publicar.",
    ),
    "guests_heard": Sentence(en="I checked: they have it", es="Lo comprobé: lo tienen"),
    "guests_heard_done": Sentence(
        en="A reviewer checked that the employer has the draft.",
        es="Quien revisa comprobó que el empleador tiene el borrador.",
    ),
    "reviews_event_guest": Sentence(en="Guest invited", es="Persona invitada"),
    "reviews_event_guest_ended": Sentence(
        en="Guest’s access ended", es="Terminó el acceso de la persona invitada"
    ),
    "reviews_event_taken_back": Sentence(
        en="Decision on the reply taken back", es="Se retiró la decisión sobre la respuesta"
    ),
    "reviews_event_heard": Sentence(
        en="Checked that the employer has the draft",
        es="Comprobó que el empleador tiene el borrador",
    ),
}

_GUEST = {
    "guests_door_title": Sentence(en="You are invited to review", es="Le invitan a revisar"),
    "guests_door_lead": Sentence(
        en="{host} asks you to review its assessment of {employer}.",
        es="{host} le pide revisar su evaluación de {employer}.",
    ),
    "guests_door_see": Sentence(
        en="You see its answers and its evidence, and accept or ask.",
        es="Usted ve sus respuestas y su evidencia, y acepta o pregunta.",
    ),
    "guests_door_not": Sentence(
        en="You see nothing else of theirs, and they see nothing of yours.",
        es="No ve nada más de ellos, y ellos no ven nada suyo.",
    ),
    "guests_door_ends": Sentence(
        en="It ends on {moment}, or earlier when it is published.",
        es="Termina el {moment}, o antes si se publica.",
    ),
    "guests_door_member": Sentence(
        en="You work for {host}. Somebody of another organization has to open this link.",
        es="Usted trabaja en {host}. Este enlace debe abrirlo alguien de otra organización.",
    ),
    "guests_door_you": Sentence(en="You are logged in as {name}.", es="Usted entró como {name}."),
    "guests_door_do": Sentence(en="Start reviewing", es="Empezar a revisar"),
    "guests_door_account": Sentence(
        en="You have an account here", es="Usted ya tiene una cuenta aquí"
    ),
    "guests_door_login": Sentence(en="Log in first", es="Entrar primero"),
    "guests_door_new": Sentence(en="You have none", es="No tiene ninguna"),
    "guests_banner": Sentence(
        en="You review this as a guest. You see this one assessment and nothing else of theirs.",
        es="Usted revisa esto como persona invitada. Ve esta evaluación y nada más de ellos.",
    ),
    "guests_desk_title": Sentence(
        en="You review for others", es="Usted revisa para otras organizaciones"
    ),
    "guests_desk_of": Sentence(
        en="for {host}, until {moment}", es="para {host}, hasta el {moment}"
    ),
    "guests_desk_open": Sentence(en="Open it", es="Abrir"),
    "guests_desk_none": Sentence(
        en="Nothing waits for you. If you expect a review, ask whoever invited you.",
        es="Nada espera por usted. Si espera una revisión, pregunte a quien le invitó.",
    ),
}

WORDING: dict[str, Sentence] = {**_HOST, **_GUEST}
