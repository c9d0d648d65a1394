"""Words of the employer's questionnaire: its door, who fills it in, its form, its receipt."""

from jobquality.wording.sentence import Sentence

_DOOR = {
    "claims_title": Sentence(en="Questions about your workplace", es="Preguntas sobre su empresa"),
    "claims_for": Sentence(en="For {employer}", es="Para {employer}"),
    "claims_door": Sentence(
        en="{organization} asks you about the jobs at your workplace",
        es="{organization} le pregunta por los empleos en su empresa",
    ),
    "claims_door_why": Sentence(
        en="They are scoring jobs by a public standard. Before they write the first draft, they "
        "want to hear from you.",
        es="Está puntuando empleos con una norma pública. Antes de escribir el primer borrador "
        "quiere oír su voz.",
    ),
    "claims_door_skip": Sentence(
        en="Answer what you know. You can stop at any time and go on later.",
        es="Responda lo que sepa. Puede parar cuando quiera y seguir después.",
    ),
    "claims_door_seen": Sentence(
        en="What you save can be read by the people at {organization} at once. It is kept as "
        "what you say, apart from what they find.",
        es="Lo que guarde lo pueden leer enseguida las personas de {organization}. Se guarda "
        "como lo que usted dice, aparte de lo que ellas encuentren.",
    ),
    "claims_door_free": Sentence(
        en="You need no account. Answering costs nothing, and no payment changes a score.",
        es="No necesita cuenta. Responder no cuesta nada y ningún pago cambia una calificación.",
    ),
    "claims_door_later": Sentence(
        en="Later you will see the whole draft, and can reply to each point, before anything is "
        "published.",
        es="Más adelante verá todo el borrador, y podrá responder a cada punto, antes de que se "
        "publique algo.",
    ),
    "claims_wanted": Sentence(
        en="They would like your answers by {day}.",
        es="Le agradecerán sus respuestas hasta el {day}.",
    ),
    "claims_door_own": Sentence(
        en="You are logged in at the organization that asks. This link is for the employer, so "
        "it stays closed here.",
        es="Usted entró con la organización que pregunta. Este enlace es para el empleador, así "
        "que aquí sigue cerrado.",
    ),
    "claims_open": Sentence(en="Open the questions", es="Abrir las preguntas"),
    "claims_lost": Sentence(en="Please open your link again", es="Abra de nuevo su enlace"),
    "claims_lost_why": Sentence(
        en="This page opens only through the private link that you were sent. What you saved is "
        "still there. If the link opens nothing, ask for a new one.",
        es="Esta página solo se abre con el enlace privado que recibió. Lo que guardó sigue ahí. "
        "Si el enlace no abre nada, pida uno nuevo.",
    ),
    "claims_refused": Sentence(
        en="These questions are closed for you", es="Estas preguntas están cerradas para usted"
    ),
    "claims_refused_why": Sentence(
        en="{organization} could not confirm that you may speak for {employer}. If that is "
        "wrong, write to {contact}.",
        es="{organization} no pudo confirmar que usted puede hablar por {employer}. Si es un "
        "error, escriba a {contact}.",
    ),
    "claims_cookie": Sentence(
        en="Opening your link sets one cookie, so that this page knows you. Close it and the "
        "cookie opens nothing. Nothing is loaded from other sites.",
        es="Al abrir su enlace se guarda una cookie para que esta página le reconozca. Si la "
        "cierra, la cookie no abre nada. No se carga nada de otros sitios.",
    ),
    "claims_contact": Sentence(
        en="Questions, or not for you? Write to {contact}",
        es="¿Preguntas, o no es para usted? Escriba a {contact}",
    ),
}

_WHO = {
    "claims_who": Sentence(en="Who are you?", es="¿Quién es usted?"),
    "claims_who_why": Sentence(
        en="{organization} will make sure that you may speak for {employer}, for example by a "
        "call to a public number. You need not wait for that: answer now.",
        es="{organization} se asegurará de que usted puede hablar por {employer}, por ejemplo "
        "con una llamada a un número público. No tiene que esperar: responda ya.",
    ),
    "claims_name": Sentence(en="Your name", es="Su nombre"),
    "claims_role": Sentence(en="Your role there", es="Su cargo allí"),
    "claims_role_hint": Sentence(
        en="For example: owner, manager, bookkeeper.",
        es="Por ejemplo: dueña, gerente, contador.",
    ),
    "claims_reach": Sentence(en="Your e-mail or phone", es="Su correo o teléfono"),
    "claims_reach_hint": Sentence(
        en="At your workplace, if you can. It is never published.",
        es="De la empresa, si puede. Nunca se publica.",
    ),
    "claims_may_speak": Sentence(en="I may speak for {employer}", es="Puedo hablar por {employer}"),
    "claims_start": Sentence(en="Go to the questions", es="Ir a las preguntas"),
    "claims_return": Sentence(en="Were you here before?", es="¿Ya estuvo aquí antes?"),
    "claims_return_why": Sentence(
        en="Your code from then lets you go on as yourself on this device.",
        es="Con su código de entonces puede seguir con su nombre en este equipo.",
    ),
    "claims_code": Sentence(en="Your code", es="Su código"),
    "claims_go_on": Sentence(en="Go on", es="Seguir"),
    "claims_no_name": Sentence(en="Your name is missing.", es="Falta su nombre."),
    "claims_no_role": Sentence(en="Your role is missing.", es="Falta su cargo."),
    "claims_no_contact": Sentence(
        en="An e-mail or a phone number is missing.", es="Falta un correo o un teléfono."
    ),
    "claims_no_may_speak": Sentence(
        en="Tick that you may speak for the employer. If you may not, pass the link on.",
        es="Marque que puede hablar por la empresa. Si no puede, pase el enlace a quien pueda.",
    ),
    "claims_no_code": Sentence(
        en="Nobody here has this code. Look at it again, or fill in the form above.",
        es="Nadie aquí tiene este código. Revíselo, o llene el formulario de arriba.",
    ),
}

_FORM = {
    "claims_hello": Sentence(en="You are {who}.", es="Usted es {who}."),
    "claims_pending": Sentence(
        en="{organization} has not yet confirmed who you are. Your answers are kept all the same.",
        es="{organization} aún no confirmó quién es usted. Sus respuestas se guardan igual.",
    ),
    "claims_accepted": Sentence(
        en="{organization} confirmed that you speak for {employer}.",
        es="{organization} confirmó que usted habla por {employer}.",
    ),
    "claims_your_code": Sentence(
        en="To go on as yourself on another device, open your link there and type this code:",
        es="Para seguir con su nombre en otro equipo, abra allí su enlace y escriba este código:",
    ),
    "claims_sections": Sentence(en="The sections", es="Las secciones"),
    "claims_progress": Sentence(
        en="{answered} of {asked} answered", es="{answered} de {asked} respondidas"
    ),
    "claims_begin": Sentence(en="Begin", es="Empezar"),
    "claims_on": Sentence(en="Go on with: {title}", es="Seguir con: {title}"),
    "claims_section": Sentence(en="Section {place} of {count}", es="Sección {place} de {count}"),
    "claims_saved": Sentence(en="Saved.", es="Guardado."),
    "claims_not_all": Sentence(
        en="The rest is saved. This needs another look:",
        es="Lo demás está guardado. Esto hay que verlo otra vez:",
    ),
    "claims_late": Sentence(
        en="You saved another answer here in another window: {answer}. Below is what you typed "
        "now. Save again to keep it.",
        es="Usted guardó aquí otra respuesta en otra ventana: {answer}. Abajo está lo que "
        "escribió ahora. Guarde otra vez para dejarlo.",
    ),
    "claims_late_blank": Sentence(en="no answer", es="sin respuesta"),
    "claims_colleague": Sentence(en="{who} said:", es="{who} dijo:"),
    "claims_value": Sentence(
        en="None of these: the answer above counts",
        es="Nada de esto: cuenta la respuesta de arriba",
    ),
    "claims_not_offered": Sentence(en="We do not offer this", es="No lo ofrecemos"),
    "claims_na": Sentence(
        en="This does not apply to us, because…", es="No se aplica a nosotros, porque…"
    ),
    "claims_na_said": Sentence(en="Does not apply: {reason}", es="No se aplica: {reason}"),
    "claims_unknown": Sentence(en="I do not know", es="No lo sé"),
    "claims_declined": Sentence(en="We would rather not say", es="Preferimos no decirlo"),
    "claims_instead": Sentence(en="Or:", es="O bien:"),
    "claims_note": Sentence(en="Anything to add", es="Algo que añadir"),
    "claims_note_hint": Sentence(
        en="How it works at your place, or what has changed. Please name no worker.",
        es="Cómo funciona en su empresa, o qué ha cambiado. No nombre a ningún trabajador.",
    ),
    "claims_helps": Sentence(
        en="Papers that would show it: {kinds}", es="Papeles que lo mostrarían: {kinds}"
    ),
    "claims_mean": Sentence(en="What this means", es="Qué significa esto"),
    "claims_parts": Sentence(
        en="This is worked out from a few numbers:", es="Esto sale de unos pocos números:"
    ),
    "claims_finished": Sentence(en="Or give the finished figure", es="O dé la cifra ya calculada"),
    "claims_elsewhere": Sentence(
        en="{title}: asked in another place here", es="{title}: se pregunta en otro lugar aquí"
    ),
    "claims_save": Sentence(en="Save", es="Guardar"),
    "claims_save_next": Sentence(en="Save and go on", es="Guardar y seguir"),
    "claims_save_last": Sentence(en="Save and see all sections", es="Guardar y ver las secciones"),
    "claims_save_document": Sentence(
        en="Save and add a document", es="Guardar y añadir un documento"
    ),
    "claims_back": Sentence(en="All sections", es="Todas las secciones"),
    "claims_leave_why": Sentence(
        en="On a shared computer, close these pages here. Your link opens them again.",
        es="En un equipo compartido, cierre aquí estas páginas. Su enlace las abre de nuevo.",
    ),
    "claims_leave": Sentence(en="Close on this device", es="Cerrar en este equipo"),
}

_PAPERS = {
    "claims_papers": Sentence(en="Documents", es="Documentos"),
    "claims_papers_why": Sentence(
        en="A document makes your answer stronger. Only the people at {organization} see it, "
        "and you see it here again. It is never published.",
        es="Un documento da fuerza a su respuesta. Solo lo ven las personas de {organization}, "
        "y usted lo vuelve a ver aquí. Nunca se publica.",
    ),
    "claims_papers_names": Sentence(
        en="Cover the names of workers before you send it.",
        es="Tape los nombres de los trabajadores antes de enviarlo.",
    ),
    "claims_paper_title": Sentence(en="What it is", es="Qué es"),
    "claims_paper_title_hint": Sentence(
        en="For example: schedule of week 7.", es="Por ejemplo: horario de la semana 7."
    ),
    "claims_paper_file": Sentence(en="The file", es="El archivo"),
    "claims_paper_file_hint": Sentence(
        en="A photo or a PDF, up to 10 MB. It is cleaned of hidden data.",
        es="Una foto o un PDF, hasta 10 MB. Se le quitan los datos ocultos.",
    ),
    "claims_paper_add": Sentence(en="Add this document", es="Añadir este documento"),
    "claims_paper_back": Sentence(en="Take back", es="Retirar"),
    "claims_paper_none": Sentence(en="Choose a file.", es="Elija un archivo."),
    "claims_no_title": Sentence(
        en="Say what it is, in a few words.", es="Diga qué es, en pocas palabras."
    ),
    "claims_paper_many": Sentence(
        en="There are {most} documents here already. That is as many as fit.",
        es="Aquí ya hay {most} documentos. No caben más.",
    ),
    "claims_paper_stays": Sentence(
        en="A document that was sent in stays. To correct it, add another one.",
        es="Un documento ya enviado se queda. Para corregirlo, añada otro.",
    ),
    "claims_papers_count": Sentence(en="Documents: {count}", es="Documentos: {count}"),
}

_SENDING = {
    "claims_send_title": Sentence(en="Send it in", es="Enviar"),
    "claims_send_why": Sentence(
        en="This tells {organization} that you are done. You need not have answered all. Until "
        "they finish their draft you can still change answers here and send it in again.",
        es="Así {organization} sabe que usted terminó. No hace falta responder todo. Hasta que "
        "termine su borrador usted puede cambiar respuestas aquí y enviar otra vez.",
    ),
    "claims_send": Sentence(en="Send in my answers", es="Enviar mis respuestas"),
    "claims_send_again": Sentence(en="Send in again", es="Enviar otra vez"),
    "claims_send_empty": Sentence(
        en="Nothing was sent: there is no answer yet.",
        es="No se envió nada: todavía no hay respuestas.",
    ),
    "claims_sent_on": Sentence(
        en="You sent in your answers: {on}.", es="Usted envió sus respuestas: {on}."
    ),
    "claims_sent_by": Sentence(
        en="{employer} sent in its answers: {on}, by {who}.",
        es="{employer} envió sus respuestas: {on}, por {who}.",
    ),
    "claims_see_receipt": Sentence(en="See the receipt", es="Ver el recibo"),
    "claims_receipt": Sentence(en="Your answers were sent in", es="Sus respuestas se enviaron"),
    "claims_receipt_on": Sentence(
        en="{on}, by {who}, to {organization}", es="{on}, por {who}, a {organization}"
    ),
    "claims_receipt_keep": Sentence(
        en="This is your copy: print this page.", es="Esta es su copia: imprima la página."
    ),
    "claims_receipt_claim": Sentence(
        en="This is what you say, and not yet a score. The people at {organization} look at "
        "records and talk to workers before they score. Every claim of yours stays beside what "
        "they find.",
        es="Esto es lo que usted dice, y aún no es una calificación. Las personas de "
        "{organization} miran documentos y hablan con trabajadores antes de puntuar. Todo lo "
        "que usted dice queda junto a lo que encuentren.",
    ),
    "claims_receipt_free": Sentence(
        en="No fee changes a score. Nobody may ask you for money to answer, or for a better score.",
        es="Ningún pago cambia una calificación. Nadie puede pedirle dinero por responder, ni por "
        "una calificación mejor.",
    ),
    "claims_receipt_next": Sentence(
        en="Next you get the whole draft, with time to reply, before anything is published.",
        es="Después recibirá todo el borrador, con tiempo para responder, antes de que se "
        "publique algo.",
    ),
    "claims_what_you_said": Sentence(en="What you said", es="Lo que usted dijo"),
    "claims_closed": Sentence(
        en="Thank you. These questions are closed now.",
        es="Gracias. Estas preguntas ya están cerradas.",
    ),
    "claims_closed_why": Sentence(
        en="{organization} has finished asking and is working on its draft. You will see the "
        "whole draft and can reply to it. What you saved is here, and it was not lost.",
        es="{organization} terminó de preguntar y trabaja en su borrador. Usted verá todo el "
        "borrador y podrá responder. Lo que guardó está aquí y no se perdió.",
    ),
    "claims_held": Sentence(
        en="These questions are waiting.", es="Estas preguntas están en espera."
    ),
    "claims_held_why": Sentence(
        en="{organization} has stopped its work on this for now. What you saved is kept. You can "
        "go on here when the work goes on.",
        es="{organization} paró su trabajo en esto por ahora. Lo que guardó se conserva. Podrá "
        "seguir aquí cuando el trabajo siga.",
    ),
    "claims_closed_late": Sentence(
        en="This was typed after they closed. It was not saved; copy it if you need it:",
        es="Esto se escribió después del cierre. No se guardó; cópielo si lo necesita:",
    ),
    "claims_nothing": Sentence(en="Nothing was answered.", es="No se respondió nada."),
}

WORDING: dict[str, Sentence] = {**_DOOR, **_WHO, **_FORM, **_PAPERS, **_SENDING}
