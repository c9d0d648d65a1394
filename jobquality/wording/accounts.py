"""Words of accounts: logging in, the first set-up, people, and one's own account."""

from jobquality.wording.sentence import Sentence

_FAULTS = {
    "accounts_fault_name": Sentence(en="Name of the person", es="Nombre de la persona"),
    "accounts_fault_missing": Sentence(en="Please fill this in.", es="Complete este campo."),
    "accounts_fault_long": Sentence(en="This is too long.", es="Es demasiado largo."),
    "accounts_fault_characters": Sentence(
        en="There is an invisible character in this. Please type it anew.",
        es="Hay un carácter invisible aquí. Escríbalo de nuevo.",
    ),
    "accounts_fault_email": Sentence(
        en="This is not an e-mail address, such as ana@center.org.",
        es="Esto no es un correo electrónico, como ana@centro.org.",
    ),
    "accounts_fault_choose": Sentence(
        en="Please choose one of these.", es="Elija una de estas opciones."
    ),
    "accounts_password_short": Sentence(
        en="At least {shortest} characters, please. Four or five words are easy to keep in mind.",
        es="Use al menos {shortest} caracteres. Cuatro o cinco palabras son fáciles de recordar.",
    ),
    "accounts_password_long": Sentence(
        en="Please use at most {longest} characters.", es="Use como máximo {longest} caracteres."
    ),
    "accounts_password_common": Sentence(
        en="Many people use this password, so it is tried first. Please choose another one.",
        es="Muchas personas usan esta contraseña, y es la primera que se prueba. Elija otra.",
    ),
    "accounts_password_known_words": Sentence(
        en="This is made of names that others here know. Please choose other words.",
        es="Está hecha con nombres que otras personas de aquí conocen. Elija otras palabras.",
    ),
    "accounts_email_taken": Sentence(
        en="There is an account with this e-mail address already. Use another one, or log in.",
        es="Ya hay una cuenta con este correo. Use otro, o entre con esa cuenta.",
    ),
    "accounts_own_wrong": Sentence(
        en="This is not your password now.", es="Esta no es su contraseña actual."
    ),
}

_LOGIN = {
    "accounts_login_title": Sentence(en="Log in", es="Entrar"),
    "accounts_login_lead": Sentence(
        en="For people who work here. To read what is published you need no account.",
        es="Para quienes trabajan aquí. Para leer lo publicado no necesita una cuenta.",
    ),
    "accounts_login_wrong": Sentence(
        en="The e-mail address or the password is not right. Please try again.",
        es="El correo o la contraseña no son correctos. Intente de nuevo.",
    ),
    "accounts_login_forgot": Sentence(
        en="Forgot your password? An administrator of your organization can give you a link for "
        "a new one.",
        es="¿Olvidó su contraseña? Quien administra su organización puede darle un enlace para "
        "crear otra.",
    ),
    "accounts_login_cookie": Sentence(
        en="Logging in sets one cookie. It ends when you log out.",
        es="Al entrar se guarda una cookie. Termina cuando usted sale.",
    ),
    "accounts_code_title": Sentence(en="The code of your phone", es="El código de su teléfono"),
    "accounts_code_lead": Sentence(
        en="Open the app on your phone and type the six digits it shows now.",
        es="Abra la aplicación de su teléfono y escriba los seis dígitos que muestra ahora.",
    ),
    "accounts_code": Sentence(en="Six digits", es="Seis dígitos"),
    "accounts_code_wrong": Sentence(
        en="This code is not right, or was used before. Wait for the next one.",
        es="Este código no es correcto o ya se usó. Espere al siguiente.",
    ),
    "accounts_code_lost": Sentence(
        en="No recovery code either? An administrator of your organization can switch this step "
        "off.",
        es="¿Tampoco tiene códigos de rescate? Quien administra su organización puede desactivar "
        "este paso.",
    ),
    "accounts_continue": Sentence(en="Continue", es="Continuar"),
    "accounts_email": Sentence(en="E-mail address", es="Correo electrónico"),
    "accounts_password": Sentence(en="Password", es="Contraseña"),
    "accounts_name": Sentence(en="Your name", es="Su nombre"),
    "accounts_password_hint": Sentence(
        en="At least 12 characters. Long beats clever: four or five words that do not belong "
        "together.",
        es="Al menos 12 caracteres. Mejor larga que rara: cuatro o cinco palabras que no van "
        "juntas.",
    ),
}

_SETUP = {
    "accounts_setup_title": Sentence(en="Set up jobquality", es="Preparar jobquality"),
    "accounts_setup_lead": Sentence(
        en="Nobody has an account here yet. The window in which the program was started shows a "
        "code. Whoever has it sets everything up.",
        es="Todavía nadie tiene una cuenta aquí. La ventana en la que se inició el programa "
        "muestra un código. Quien lo tiene prepara todo.",
    ),
    "accounts_setup_code": Sentence(en="Set-up code", es="Código de preparación"),
    "accounts_setup_code_hint": Sentence(
        en="Five groups of four. Capital letters, spaces and hyphens do not matter.",
        es="Cinco grupos de cuatro. No importan las mayúsculas, los espacios ni los guiones.",
    ),
    "accounts_setup_wrong": Sentence(
        en="This code opens nothing. A code is good for one day, and each start makes a new one.",
        es="Este código no abre nada. Cada código vale un día, y cada inicio crea uno nuevo.",
    ),
    "accounts_setup_note": Sentence(
        en="This is new here, and nobody has an account yet.",
        es="Esto es nuevo, y todavía nadie tiene una cuenta.",
    ),
    "accounts_setup_start": Sentence(en="Set it up", es="Prepararlo"),
    "accounts_opening_title": Sentence(en="Who you are", es="Quiénes son ustedes"),
    "accounts_opening_lead": Sentence(
        en="First your organization, then yourself. All of it can be changed later.",
        es="Primero su organización, luego usted. Todo se puede cambiar después.",
    ),
    "accounts_opening_organization": Sentence(en="Your organization", es="Su organización"),
    "accounts_opening_public": Sentence(
        en="This stands on your public page.", es="Esto aparece en su página pública."
    ),
    "accounts_opening_person": Sentence(en="You", es="Usted"),
    "accounts_opening_person_why": Sentence(
        en="You will be administrator, advocate and reviewer. To publish, a second person is "
        "needed: invite them next.",
        es="Usted tendrá las tres funciones: evaluación, revisión y administración. Para publicar "
        "se necesita una segunda persona: invítela después.",
    ),
    "accounts_opening_done": Sentence(en="Open the workplace", es="Abrir el lugar de trabajo"),
}

_ORGANIZATION = {
    "accounts_organization_title": Sentence(en="Organization", es="Organización"),
    "accounts_organization_open": Sentence(
        en="Change what stands about your organization",
        es="Cambiar lo que se dice de su organización",
    ),
    "accounts_organization_name": Sentence(en="Name", es="Nombre"),
    "accounts_organization_contact": Sentence(
        en="Where to report a mistake", es="Dónde avisar de un error"
    ),
    "accounts_organization_contact_hint": Sentence(
        en="An e-mail address or a phone number that somebody answers. Employers and workers "
        "see it.",
        es="Un correo o un teléfono que alguien atienda. Lo ven empleadores y trabajadores.",
    ),
    "accounts_organization_region": Sentence(en="Where you work", es="Dónde trabajan"),
    "accounts_organization_region_hint": Sentence(
        en="Such as: Harris County, Texas", es="Por ejemplo: condado de Harris, Texas"
    ),
    "accounts_organization_funding": Sentence(en="Who pays for it", es="Quién lo paga"),
    "accounts_organization_funding_hint": Sentence(
        en="Everybody who gives you money, in a sentence. Readers judge a score by it too.",
        es="Todos los que les dan dinero, en una frase. También por eso se juzga una calificación.",
    ),
    "accounts_organization_languages": Sentence(
        en="Languages you publish in", es="Idiomas en que publican"
    ),
    "accounts_organization_zone": Sentence(en="Time zone", es="Zona horaria"),
    "accounts_zone_country": Sentence(en="United States", es="Estados Unidos"),
    "accounts_zone_eastern": Sentence(en="Eastern (New York)", es="Este (Nueva York)"),
    "accounts_zone_central": Sentence(en="Central (Chicago)", es="Centro (Chicago)"),
    "accounts_zone_mountain": Sentence(en="Mountain (Denver)", es="Montaña (Denver)"),
    "accounts_zone_pacific": Sentence(en="Pacific (Los Angeles)", es="Pacífico (Los Ángeles)"),
    "accounts_zone_atlantic": Sentence(en="Atlantic (Puerto Rico)", es="Atlántico (Puerto Rico)"),
    "accounts_zone_hawaii": Sentence(en="Hawaii", es="Hawái"),
    "accounts_organization_zone_hint": Sentence(
        en="The days and deadlines that employers read are told in this time.",
        es="Los días y plazos que leen los empleadores se dicen en esta hora.",
    ),
    "accounts_organization_conflict": Sentence(
        en="Somebody else changed this while you were typing. Nothing of theirs was overwritten. "
        "Below is what you typed; this is what stands there now:",
        es="Otra persona cambió esto mientras usted escribía. No se sobrescribió nada. Abajo "
        "está lo que usted escribió; esto es lo que hay ahora:",
    ),
    "accounts_organization_take": Sentence(en="Save mine over it", es="Guardar lo mío en su lugar"),
    "accounts_language_en": Sentence(en="English", es="inglés"),
    "accounts_language_es": Sentence(en="Spanish", es="español"),
}

_JOIN = {
    "accounts_join_title": Sentence(en="Welcome, {name}", es="Le damos la bienvenida, {name}"),
    "accounts_join_lead": Sentence(
        en="{organization} invites you to work with them here.",
        es="{organization} le invita a trabajar aquí.",
    ),
    "accounts_join_roles": Sentence(en="You are invited as:", es="Sus funciones serán:"),
    "accounts_join_do": Sentence(en="Join", es="Unirme"),
    "accounts_renew_title": Sentence(en="A new password", es="Una contraseña nueva"),
    "accounts_renew_lead": Sentence(
        en="For {name} at {organization}. Every visit under the old password ends.",
        es="Para {name}, de {organization}. Toda sesión con la contraseña anterior termina.",
    ),
    "accounts_renew_do": Sentence(en="Take this password", es="Usar esta contraseña"),
    "accounts_ended_title": Sentence(
        en="This link opens nothing any more", es="Este enlace ya no abre nada"
    ),
    "accounts_ended_why": Sentence(
        en="It was used, withdrawn or is too old. Ask whoever sent it for a new one.",
        es="Ya se usó, se retiró o es demasiado viejo. Pida otro a quien se lo envió.",
    ),
}

_PEOPLE = {
    "accounts_people_title": Sentence(en="People", es="Personas"),
    "accounts_people_lead": Sentence(
        en="Who works here. Nobody publishes alone: one person writes, another one reviews.",
        es="Quiénes trabajan aquí. Nadie publica solo: una persona escribe y otra revisa.",
    ),
    "accounts_people_you": Sentence(en="you", es="usted"),
    "accounts_people_closed": Sentence(en="Account closed", es="Cuenta cerrada"),
    "accounts_people_has_step": Sentence(en="Has a second step", es="Tiene un segundo paso"),
    "accounts_people_change": Sentence(en="Change", es="Cambiar"),
    "accounts_people_roles": Sentence(en="Roles", es="Funciones"),
    "accounts_people_save_roles": Sentence(en="Save roles", es="Guardar funciones"),
    "accounts_people_renew": Sentence(
        en="Link for a new password", es="Enlace para otra contraseña"
    ),
    "accounts_people_drop_step": Sentence(
        en="Lost phone: password only", es="Teléfono perdido: solo contraseña"
    ),
    "accounts_people_close": Sentence(en="Close account", es="Cerrar cuenta"),
    "accounts_people_close_why": Sentence(
        en="Ends every visit, link and token of this person at once. What they wrote stays.",
        es="Termina de inmediato toda sesión, todo enlace y toda clave de esta persona. Lo que "
        "escribió se queda.",
    ),
    "accounts_people_reopen": Sentence(en="Open account again", es="Abrir la cuenta de nuevo"),
    "accounts_invite_title": Sentence(en="Invite somebody", es="Invitar a alguien"),
    "accounts_invite_lead": Sentence(
        en="You get a link to send them in any way you like. It works once, for seven days.",
        es="Usted recibe un enlace para enviarlo como quiera. Sirve una vez, durante siete días.",
    ),
    "accounts_invite_name": Sentence(en="Name of the person", es="Nombre de la persona"),
    "accounts_invite_do": Sentence(en="Make the link", es="Crear el enlace"),
    "accounts_invited_title": Sentence(en="Open links", es="Enlaces abiertos"),
    "accounts_invited_until": Sentence(
        en="until {day}, made by {name}", es="hasta el {day}, creado por {name}"
    ),
    "accounts_from_server": Sentence(en="whoever runs the server", es="quien mantiene el servidor"),
    "accounts_invited_password": Sentence(en="new password", es="contraseña nueva"),
    "accounts_invited_withdraw": Sentence(en="Withdraw", es="Retirar"),
    "accounts_link_title_invited": Sentence(en="The link for {name}", es="El enlace para {name}"),
    "accounts_link_title_renewed": Sentence(
        en="The link for a new password of {name}", es="El enlace para otra contraseña de {name}"
    ),
    "accounts_link_lead": Sentence(
        en="Copy it now: it is shown only here, and nobody can look it up later. Whoever has it "
        "can come in as this person, so send it to them alone.",
        es="Cópielo ahora: solo se muestra aquí, y nadie puede verlo después. Quien lo tenga "
        "puede entrar como esta persona, así que envíelo solo a ella.",
    ),
    "accounts_link": Sentence(en="Link", es="Enlace"),
    "accounts_link_ends": Sentence(
        en="It works once, until {moment}.",
        es="Sirve una vez, hasta el {moment}.",
    ),
    "accounts_link_back": Sentence(en="Back to people", es="Volver a personas"),
    "accounts_role_advocate": Sentence(en="Advocate", es="Evaluación"),
    "accounts_role_reviewer": Sentence(en="Reviewer", es="Revisión"),
    "accounts_role_administrator": Sentence(en="Administrator", es="Administración"),
    "accounts_role_advocate_why": Sentence(
        en="Adds employers and answers the questions.",
        es="Agrega empleadores y responde las preguntas.",
    ),
    "accounts_role_reviewer_why": Sentence(
        en="Checks what others wrote, approves and publishes.",
        es="Revisa lo que otros escribieron, aprueba y publica.",
    ),
    "accounts_role_administrator_why": Sentence(
        en="Invites people and changes the organization.",
        es="Invita a personas y cambia la organización.",
    ),
}

_ME = {
    "accounts_me_title": Sentence(en="Your account", es="Su cuenta"),
    "accounts_me_profile": Sentence(en="Name and language", es="Nombre e idioma"),
    "accounts_me_language": Sentence(en="Your language", es="Su idioma"),
    "accounts_me_password": Sentence(en="Change your password", es="Cambiar su contraseña"),
    "accounts_me_password_why": Sentence(
        en="You stay logged in here. Everywhere else you are logged out.",
        es="Aquí seguirá conectado. En todos los demás lugares se cierra su sesión.",
    ),
    "accounts_me_current": Sentence(en="Your password now", es="Su contraseña actual"),
    "accounts_me_new": Sentence(en="Your new password", es="Su contraseña nueva"),
    "accounts_me_password_do": Sentence(en="Change password", es="Cambiar contraseña"),
    "accounts_me_step": Sentence(
        en="A second step with your phone", es="Un segundo paso con su teléfono"
    ),
    "accounts_me_step_why": Sentence(
        en="With it, a stolen password is not enough. You need an app for codes on your phone; "
        "most password managers have one.",
        es="Así, una contraseña robada no basta. Necesita en su teléfono una aplicación de "
        "códigos; casi todos los gestores de contraseñas tienen una.",
    ),
    "accounts_me_step_on": Sentence(
        en="It is on: each login asks for a code of your phone.",
        es="Está activado: al entrar siempre se pide un código de su teléfono.",
    ),
    "accounts_me_step_set": Sentence(en="Set it up", es="Activarlo"),
    "accounts_me_step_off": Sentence(en="Switch it off", es="Desactivarlo"),
    "accounts_step_title": Sentence(en="Connect your phone", es="Conectar su teléfono"),
    "accounts_step_scan": Sentence(
        en="Read this with the app on your phone.", es="Lea esto con la aplicación del teléfono."
    ),
    "accounts_step_picture": Sentence(
        en="QR code with your secret for the app", es="Código QR con su clave para la aplicación"
    ),
    "accounts_step_type": Sentence(
        en="Or type this into the app:", es="O escriba esto en la aplicación:"
    ),
    "accounts_step_prove": Sentence(
        en="Then type the six digits that the app shows.",
        es="Después escriba los seis dígitos que muestra la aplicación.",
    ),
    "accounts_step_do": Sentence(en="Switch it on", es="Activar"),
    "accounts_menu_me": Sentence(en="Your account", es="Su cuenta"),
}

_PROBLEMS = {
    "accounts_again_title": Sentence(
        en="Please send this once more", es="Envíe esto otra vez, por favor"
    ),
    "accounts_again_why": Sentence(
        en="The page was open for so long that we no longer know it is yours. Nothing was done.",
        es="La página estuvo abierta tanto tiempo que ya no sabemos si es suya. No se hizo nada.",
    ),
    "accounts_again_kept": Sentence(
        en="This is what you typed. If you were logged out, log in in another window first.",
        es="Esto es lo que escribió. Si se cerró su sesión, entre primero en otra ventana.",
    ),
    "accounts_again_lost": Sentence(
        en="Go back, reload the page and send it again.",
        es="Vuelva atrás, cargue la página de nuevo y envíe otra vez.",
    ),
    "accounts_again_do": Sentence(en="Send again", es="Enviar otra vez"),
}

WORDING: dict[str, Sentence] = {
    **_FAULTS,
    **_LOGIN,
    **_SETUP,
    **_ORGANIZATION,
    **_JOIN,
    **_PEOPLE,
    **_ME,
    **_PROBLEMS,
}
