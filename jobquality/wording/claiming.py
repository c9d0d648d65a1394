"""Words of the team's side of a questionnaire: what was asked, who answers, and the letter."""

from jobquality.wording.sentence import Sentence

_TEAM = {
    "claims_page": Sentence(en="The employer’s own answers", es="Las respuestas del empleador"),
    "claims_page_of": Sentence(
        en="What {employer} says for itself", es="Lo que {employer} dice de sí mismo"
    ),
    "claims_page_why": Sentence(
        en="Ask the employer before you write the draft. What it says is kept apart, as claims "
        "(E0), until you have checked them. It never sees your answers, your counts, your "
        "evidence or whom you talked to.",
        es="Pregunte al empleador antes de escribir el borrador. Lo que diga se guarda aparte, "
        "como afirmaciones (E0), hasta que usted las compruebe. Nunca ve sus respuestas, sus "
        "números, su evidencia ni con quién habló.",
    ),
    "claims_ask": Sentence(en="Ask the employer", es="Preguntar al empleador"),
    "claims_ask_again": Sentence(en="Ask once more", es="Preguntar otra vez"),
    "claims_topics": Sentence(en="Which sections?", es="¿Qué secciones?"),
    "claims_topics_hint": Sentence(
        en="Tick none to ask all of them.", es="Si no marca ninguna, se preguntan todas."
    ),
    "claims_wish": Sentence(en="Answers wanted by", es="Respuestas hasta el"),
    "claims_wish_hint": Sentence(
        en="A wish that stands in the letter. Answers that come later are taken, as long as "
        "this is a draft.",
        es="Un deseo que va en la carta. También se aceptan respuestas más tarde, mientras esto "
        "sea un borrador.",
    ),
    "claims_no_day": Sentence(
        en="Choose a day from today on, within half a year, or none.",
        es="Elija un día desde hoy y dentro de medio año, o ninguno.",
    ),
    "claims_make": Sentence(en="Make the private link", es="Crear el enlace privado"),
    "claims_not_now": Sentence(
        en="The employer can be asked while this is a draft and not on hold.",
        es="Se puede preguntar al empleador mientras esto sea un borrador y no esté en espera.",
    ),
    "claims_none": Sentence(
        en="The employer was not asked yet.", es="Todavía no se preguntó al empleador."
    ),
    "claims_state_sent": Sentence(en="Sent, not opened yet", es="Enviado, aún sin abrir"),
    "claims_state_opened": Sentence(en="Opened", es="Abierto"),
    "claims_state_answering": Sentence(en="Answering", es="Respondiendo"),
    "claims_state_sent_in": Sentence(en="Sent in", es="Recibido"),
    "claims_state_withdrawn": Sentence(en="Link withdrawn", es="Enlace retirado"),
    "claims_state_expired": Sentence(en="Link is over", es="Enlace vencido"),
    "claims_line": Sentence(
        en="{answered} of {asked} answered", es="{answered} de {asked} respondidas"
    ),
    "claims_waits": Sentence(
        en="1 person waits to be confirmed", es="1 persona espera confirmación"
    ),
    "claims_wait_many": Sentence(
        en="{count} people wait to be confirmed", es="{count} personas esperan confirmación"
    ),
    "claims_see": Sentence(
        en="Ask the employer, see its answers", es="Preguntar al empleador, ver sus respuestas"
    ),
    "claims_sent_at": Sentence(en="Link made {on}", es="Enlace creado: {on}"),
    "claims_all_topics": Sentence(en="All sections", es="Todas las secciones"),
    "claims_came_in": Sentence(en="Sent in {on}", es="Recibido: {on}"),
    "claims_ends": Sentence(en="The link ends {on}", es="El enlace vence: {on}"),
    "claims_renew": Sentence(en="Make a new link", es="Crear un enlace nuevo"),
    "claims_renew_why": Sentence(
        en="The old one is dead at once. Answers stay.",
        es="El anterior deja de servir enseguida. Las respuestas se conservan.",
    ),
    "claims_withdraw": Sentence(en="Withdraw the link", es="Retirar el enlace"),
    "claims_people": Sentence(en="Who answers", es="Quién responde"),
    "claims_nobody": Sentence(
        en="Nobody has said yet who they are.", es="Nadie ha dicho todavía quién es."
    ),
    "claims_standing_pending": Sentence(
        en="Not yet confirmed who this is", es="Aún sin confirmar quién es"
    ),
    "claims_standing_accepted": Sentence(
        en="Confirmed: speaks for the employer", es="Confirmado: habla por el empleador"
    ),
    "claims_standing_refused": Sentence(en="Refused", es="No aceptado"),
    "claims_way": Sentence(en="How did you make sure?", es="¿Cómo lo comprobó?"),
    "claims_way_choose": Sentence(en="Choose…", es="Elija…"),
    "claims_way_phone": Sentence(
        en="I called back a published number", es="Llamé a un número publicado"
    ),
    "claims_way_email": Sentence(
        en="Mail from the employer’s own domain", es="Correo desde el dominio del empleador"
    ),
    "claims_way_in_person": Sentence(en="In person", es="En persona"),
    "claims_way_paper_code": Sentence(
        en="I handed the code over on paper", es="Entregué el código en papel"
    ),
    "claims_reason": Sentence(en="Note, or why not", es="Nota, o por qué no"),
    "claims_reason_hint": Sentence(
        en="For example the number you called. Needed to refuse. The employer does not see it.",
        es="Por ejemplo, el número al que llamó. Hace falta para no aceptar. El empleador no lo "
        "ve.",
    ),
    "claims_no_way": Sentence(
        en="Choose how you made sure who this is.", es="Elija cómo comprobó quién es."
    ),
    "claims_no_reason": Sentence(
        en="Say in a few words why you refuse.", es="Diga en pocas palabras por qué no acepta."
    ),
    "claims_accept": Sentence(en="Accept", es="Aceptar"),
    "claims_refuse": Sentence(en="Refuse", es="No aceptar"),
    "claims_refuse_why": Sentence(
        en="Whoever you refuse can do nothing more here. Make a new link, so that the old one "
        "opens nothing.",
        es="Quien no se acepta no puede hacer nada más aquí. Cree un enlace nuevo para que el "
        "anterior no abra nada.",
    ),
    "claims_answers": Sentence(en="What the employer says", es="Lo que dice el empleador"),
    "claims_ours": Sentence(en="Our answer", es="Nuestra respuesta"),
    "claims_ours_none": Sentence(en="none yet", es="ninguna todavía"),
    "claims_theirs": Sentence(en="The employer says", es="El empleador dice"),
    "claims_unsent": Sentence(en="not sent in yet", es="aún sin enviar"),
    "claims_differs": Sentence(en="These differ", es="No coinciden"),
    "claims_take": Sentence(en="Use the employer’s answer", es="Usar la respuesta del empleador"),
    "claims_take_why": Sentence(
        en="You become its author, at grade E0. A better grade needs evidence.",
        es="Usted pasa a ser su autor, con grado E0. Un grado mejor exige evidencia.",
    ),
    "claims_taken": Sentence(
        en="Our answer was taken from this.", es="Nuestra respuesta se tomó de aquí."
    ),
    "claims_confirm_first": Sentence(
        en="Confirm first who this is, then you can use the answer.",
        es="Confirme primero quién es; después podrá usar la respuesta.",
    ),
    "claims_source": Sentence(en="The employer, {day}", es="El empleador, {day}"),
    "claims_no_answer": Sentence(en="No answer, only a note", es="Sin respuesta, solo una nota"),
}

_LETTER = {
    "claims_letter": Sentence(en="The letter to the employer", es="La carta al empleador"),
    "claims_letter_why": Sentence(
        en="This link is shown only now. Copy the text into your own mail, or print this page "
        "and hand it over. The link opens the questions and nothing else.",
        es="Este enlace se muestra solo ahora. Copie el texto en su propio correo, o imprima "
        "esta página y entréguela. El enlace abre las preguntas y nada más.",
    ),
    "claims_letter_language": Sentence(en="In English", es="En español"),
    "claims_letter_dear": Sentence(
        en="Dear people at {employer},", es="Estimadas personas de {employer}:"
    ),
    "claims_letter_who": Sentence(
        en="We at {organization} look at how good jobs are, by a standard that everyone can "
        "read. We are starting with your workplace and would like to hear from you first.",
        es="En {organization} miramos qué tan buenos son los empleos, con una norma que todos "
        "pueden leer. Empezamos con su empresa y queremos oírles primero.",
    ),
    "claims_letter_topics": Sentence(en="We ask about: {topics}.", es="Preguntamos por: {topics}."),
    "claims_letter_link": Sentence(
        en="Please open this private link and answer what you can:",
        es="Abra este enlace privado y responda lo que pueda:",
    ),
    "claims_letter_wish": Sentence(
        en="It would help us to have your answers by {day}.",
        es="Nos ayudaría tener sus respuestas hasta el {day}.",
    ),
    "claims_letter_free": Sentence(
        en="You need no account, and it costs nothing. No payment changes a score. Before "
        "anything is published you will see the whole draft and can reply to each point.",
        es="No necesita cuenta y no cuesta nada. Ningún pago cambia una calificación. Antes de "
        "publicar algo, verá todo el borrador y podrá responder a cada punto.",
    ),
    "claims_letter_ask": Sentence(
        en="Questions? Write to {contact}.", es="¿Preguntas? Escriba a {contact}."
    ),
    "claims_letter_bye": Sentence(en="Thank you,", es="Gracias,"),
    "claims_code_picture": Sentence(
        en="A code that a phone reads: it opens the questions",
        es="Un código que lee el teléfono: abre las preguntas",
    ),
    "claims_code_scan": Sentence(
        en="Or point your phone’s camera here.", es="O apunte aquí la cámara del teléfono."
    ),
}

WORDING: dict[str, Sentence] = {**_TEAM, **_LETTER}
