"""Words of reply."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "reply_title": Sentence(en="A draft about your workplace", es="Un borrador sobre su empresa"),
    "reply_for": Sentence(en="For {employer}", es="Para {employer}"),
    "reply_door": Sentence(
        en="{organization} wrote about your workplace and asks for your reply",
        es="{organization} escribió sobre su empresa y pide su respuesta",
    ),
    "reply_door_why": Sentence(
        en="They plan to publish how your jobs score. You see the whole draft first, with every "
        "source, and can reply to each point.",
        es="Piensa publicar cómo puntúan sus empleos. Usted ve antes todo el borrador, con cada "
        "fuente, y puede responder a cada punto.",
    ),
    "reply_door_you": Sentence(
        en="Your reply is printed beside the score, in your own words.",
        es="Su respuesta se publica junto a la calificación, con sus palabras.",
    ),
    "reply_door_days": Sentence(
        en="On the next page you say who you are. Then the draft opens, and you have {days} days "
        "to reply. Nothing is published before.",
        es="En la página siguiente dice quién es. Después se abre el borrador y tiene {days} días "
        "para responder. Antes no se publica nada.",
    ),
    "reply_door_free": Sentence(
        en="You need no account. Replying costs nothing, and no payment changes a score.",
        es="No necesita cuenta. Responder no cuesta nada y ningún pago cambia una calificación.",
    ),
    "reply_door_own": Sentence(
        en="You are logged in at the organization that wrote this. Opening it here would start "
        "the employer's clock, so it stays closed. Look at the draft on its review page.",
        es="Usted entró con la organización que escribió esto. Abrirlo aquí empezaría el plazo "
        "del empleador, así que sigue cerrado. Vea el borrador en su página de revisión.",
    ),
    "reply_open": Sentence(en="Open the draft", es="Abrir el borrador"),
    "reply_contact": Sentence(
        en="Questions, or not for you? Write to {contact}",
        es="¿Preguntas, o no es para usted? Escriba a {contact}",
    ),
    "reply_lost": Sentence(en="Please open your link again", es="Abra de nuevo su enlace"),
    "reply_lost_why": Sentence(
        en="This page opens only through the private link that you were sent. What you saved "
        "is still there.",
        es="Esta página solo se abre con el enlace privado que recibió. Lo que guardó sigue ahí.",
    ),
    "reply_page_title": Sentence(
        en="Draft scorecard of {employer}", es="Borrador de la evaluación de {employer}"
    ),
    "reply_from": Sentence(en="From {organization}", es="De {organization}"),
    "reply_not_saved": Sentence(
        en="This was not saved yet. Please correct:", es="Aún no se guardó. Corrija:"
    ),
    "reply_saved": Sentence(
        en="Saved. Nothing is sent until you press Send.",
        es="Guardado. No se envía nada hasta que pulse Enviar.",
    ),
    "reply_receipt": Sentence(en="Your reply was sent", es="Su respuesta se envió"),
    "reply_receipt_on": Sentence(en="{on}, by {who}", es="{on}, por {who}"),
    "reply_receipt_keep": Sentence(
        en="This is your copy: print this page. Your answers to single points stand below.",
        es="Esta es su copia: imprima la página. Sus respuestas a cada punto están abajo.",
    ),
    "reply_unsent": Sentence(
        en="What you saved last counts as your reply",
        es="Lo último que guardó cuenta como su respuesta",
    ),
    "reply_unsent_why": Sentence(
        en="You saved it and did not send it before the time to reply ended.",
        es="Usted lo guardó y no lo envió antes de que terminara el plazo para responder.",
    ),
    "reply_decision": Sentence(
        en="What the organization decided", es="Lo que decidió la organización"
    ),
    "reply_given_up": Sentence(
        en="This was given up. Nothing of it will be published.",
        es="Esto se abandonó. No se publicará nada.",
    ),
    "reply_until": Sentence(en="You can reply until", es="Puede responder hasta"),
    "reply_waits": Sentence(en="Nothing is published before", es="No se publica nada antes del"),
    "reply_ended": Sentence(
        en="The time to reply ended on", es="El plazo para responder terminó el"
    ),
    "reply_read": Sentence(
        en="Below is the whole draft as you got it. It can only be read now.",
        es="Abajo está todo el borrador como lo recibió. Ahora solo se puede leer.",
    ),
    "reply_before": Sentence(
        en="{days} days. Nothing is published before that moment.",
        es="{days} días. No se publica nada antes de ese momento.",
    ),
    "reply_shortened": Sentence(
        en="This clock is shorter because it is a SAMPLE.",
        es="Este plazo es más corto porque es un EJEMPLO.",
    ),
    "reply_intro": Sentence(
        en="Below is everything that would be published. To each point you can say: it is right, "
        "it is wrong and here is what is right, we disagree, or we fixed it. You can change your "
        "reply until you send it.",
        es="Abajo está todo lo que se publicaría. En cada punto puede decir: es correcto, está "
        "mal y esto es lo correcto, no estamos de acuerdo, o ya lo arreglamos. Puede cambiar su "
        "respuesta hasta enviarla.",
    ),
    "reply_plan": Sentence(
        en="See how the score could rise", es="Ver cómo podría subir la calificación"
    ),
    "reply_draft": Sentence(en="The draft", es="El borrador"),
    "reply_notes": Sentence(
        en="All notes that are published", es="Todas las notas que se publican"
    ),
    "reply_notes_why": Sentence(
        en="Each note stands in the file of this score, which everyone can download.",
        es="Cada nota está en el archivo de esta calificación, que todos pueden descargar.",
    ),
    "reply_answer": Sentence(en="Reply to this", es="Responder a esto"),
    "reply_you_said": Sentence(en="You say: {stance}", es="Usted dice: {stance}"),
    "reply_theirs": Sentence(
        en="Somebody else of your house saved:", es="Otra persona de su empresa guardó:"
    ),
    "reply_legend": Sentence(
        en="What do you say to: {title}", es="¿Qué dice usted sobre: {title}?"
    ),
    "reply_stance_accept": Sentence(en="This is right", es="Es correcto"),
    "reply_stance_correct": Sentence(en="This is wrong", es="Está mal"),
    "reply_stance_disagree": Sentence(en="We disagree", es="No estamos de acuerdo"),
    "reply_stance_fixed": Sentence(en="We fixed it", es="Ya lo arreglamos"),
    "reply_stance_none": Sentence(en="No reply to this", es="Sin respuesta a esto"),
    "reply_text": Sentence(en="In your words", es="Con sus palabras"),
    "reply_text_hint": Sentence(
        en="What is right and how can you show it? Why do you disagree? Since which day is it "
        "fixed? This is printed.",
        es="¿Qué es lo correcto y cómo puede mostrarlo? ¿Por qué no está de acuerdo? ¿Desde qué "
        "día está arreglado? Esto se publica.",
    ),
    "reply_whole": Sentence(en="To all of it", es="Sobre todo esto"),
    "reply_whole_why": Sentence(
        en="Your statement stands on the public page next to the score, word for word. Please "
        "name no worker.",
        es="Su declaración aparece en la página pública junto a la calificación, palabra por "
        "palabra. No nombre a ningún trabajador.",
    ),
    "reply_statement": Sentence(en="Your statement", es="Su declaración"),
    "reply_statement_hint": Sentence(
        en="Plain text, up to 5,000 characters.", es="Texto simple, hasta 5,000 caracteres."
    ),
    "reply_former": Sentence(
        en="You answered an earlier draft on {day}. The form starts with your words of then, "
        "where the answer is still the same. Send again what you still mean. What you said then "
        "is printed in any case, beneath what you send now, as said of an earlier draft.",
        es="Usted respondió a un borrador anterior el {day}. El formulario empieza con sus "
        "palabras de entonces, donde la respuesta sigue igual. Envíe de nuevo lo que aún piensa. "
        "Lo que dijo entonces se publica en todo caso, debajo de lo que envíe ahora, como dicho "
        "de un borrador anterior.",
    ),
    "reply_signed": Sentence(
        en="Printed beside it: “{who}, for the employer”. If somebody else is to stand there, "
        "they come in through the same link and send it.",
        es="Al lado se publica: «{who}, por el empleador». Si debe constar otra persona, que "
        "entre por el mismo enlace y la envíe.",
    ),
    "reply_save": Sentence(en="Save, send later", es="Guardar y enviar después"),
    "reply_save_hint": Sentence(
        en="If you do not send it, what you saved last counts as your reply.",
        es="Si no la envía, lo último que guardó cuenta como su respuesta.",
    ),
    "reply_send_title": Sentence(en="Send the reply", es="Enviar la respuesta"),
    "reply_final": Sentence(
        en="I am done. After sending, nothing of it can be changed.",
        es="Terminé. Después de enviar no se puede cambiar nada.",
    ),
    "reply_send": Sentence(en="Send for good", es="Enviar definitivamente"),
    "reply_leave_why": Sentence(
        en="On a shared computer, close the draft here. Your link opens it again.",
        es="En un equipo compartido, cierre aquí el borrador. Su enlace lo abre de nuevo.",
    ),
    "reply_cookie": Sentence(
        en="Opening the draft sets one cookie, so that this page knows you. Close it and the "
        "cookie opens nothing. Nothing is loaded from other sites.",
        es="Al abrir el borrador se guarda una cookie para que esta página le reconozca. Si lo "
        "cierra, la cookie no abre nada. No se carga nada de otros sitios.",
    ),
    "reply_leave": Sentence(en="Close on this device", es="Cerrar en este equipo"),
}
