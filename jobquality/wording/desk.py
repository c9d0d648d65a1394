"""Words of the desk: what there is to do."""

from jobquality.wording.sentence import Sentence

_STATES = {
    "desk_state_publish": Sentence(en="Ready to publish", es="Listo para publicar"),
    "desk_state_reply": Sentence(en="The employer has answered", es="El empleador respondió"),
    "desk_state_review": Sentence(en="Waiting for review", es="Espera revisión"),
    "desk_state_returned": Sentence(en="Returned with comments", es="Devuelto con comentarios"),
    "desk_state_draft": Sentence(en="Draft", es="Borrador"),
    "desk_state_notice": Sentence(
        en="Approved; the employer has not been asked yet",
        es="Aprobado; falta avisar al empleador",
    ),
    "desk_state_hand_over": Sentence(
        en="The notice is written; it must reach the employer",
        es="El aviso está escrito; falta que llegue al empleador",
    ),
    "desk_state_held": Sentence(en="On hold", es="En pausa"),
    "desk_state_clock": Sentence(
        en="The employer has time to answer", es="El empleador tiene tiempo para responder"
    ),
    "desk_state_reading": Sentence(
        en="The employer reads the decision first", es="El empleador lee primero la decisión"
    ),
    "desk_state_waiting": Sentence(
        en="Waiting for another person’s review", es="Espera la revisión de otra persona"
    ),
    "desk_state_published": Sentence(en="Published", es="Publicado"),
    "desk_state_abandoned": Sentence(en="Given up", es="Abandonado"),
}

_NEXT = {
    "desk_next_publish": Sentence(en="Look again and publish", es="Revisar y publicar"),
    "desk_next_reply": Sentence(en="Read and decide", es="Leer y decidir"),
    "desk_next_review": Sentence(en="Review it", es="Revisarlo"),
    "desk_next_returned": Sentence(en="Read the comments", es="Leer los comentarios"),
    "desk_next_draft": Sentence(en="Go on answering", es="Seguir respondiendo"),
    "desk_next_notice": Sentence(en="Write the notice", es="Escribir el aviso"),
    "desk_next_hand_over": Sentence(en="Hand it over", es="Entregarlo"),
    "desk_next_held": Sentence(en="See why", es="Ver por qué"),
    "desk_next_published": Sentence(en="See the public page", es="Ver la página pública"),
    "desk_next_abandoned": Sentence(en="Look at it", es="Verlo"),
    "desk_look": Sentence(en="Look", es="Ver"),
}

_STEPS = {
    "desk_step_employer": Sentence(en="Add an employer", es="Agregue un empleador"),
    "desk_step_employer_why": Sentence(
        en="Its name, what it does, and where it is.", es="Su nombre, qué hace y dónde está."
    ),
    "desk_step_assessed": Sentence(en="Assess it", es="Evalúelo"),
    "desk_step_assessed_why": Sentence(
        en="Answer the questions of a standard, with evidence. You can stop at any time.",
        es="Responda las preguntas de una norma, con evidencia. Puede parar cuando quiera.",
    ),
    "desk_step_figure": Sentence(
        en="The lowest pay is compared with a living wage, and that figure comes from you. "
        "Without it, an answer about the lowest pay cannot go to review:",
        es="La paga más baja se compara con un salario digno, y esa cifra la pone usted. Sin ella "
        "una respuesta sobre la paga más baja no puede ir a revisión:",
    ),
    "desk_step_second_person": Sentence(
        en="Invite a second person", es="Invite a una segunda persona"
    ),
    "desk_step_second_person_why": Sentence(
        en="Nobody publishes alone: another person has to check what you wrote. Are you the only "
        "one here? On the review page, invite a reviewer from another organization.",
        es="Nadie publica por su cuenta: otra persona tiene que revisar lo que usted escribió. ¿No "
        "hay nadie más? En la página de revisión, invite a alguien de otra organización.",
    ),
    "desk_step_reviewed": Sentence(en="Have it reviewed", es="Pida la revisión"),
    "desk_step_reviewed_why": Sentence(
        en="The second person approves it, or returns it with comments.",
        es="La segunda persona lo aprueba o lo devuelve con comentarios.",
    ),
    "desk_step_notified": Sentence(en="Ask the employer", es="Pregunte al empleador"),
    "desk_step_notified_why": Sentence(
        en="The employer sees the whole draft and has 14 days to answer.",
        es="El empleador ve todo el borrador y tiene 14 días para responder.",
    ),
    "desk_step_published": Sentence(en="Publish", es="Publique"),
    "desk_step_published_why": Sentence(
        en="The scorecard goes online, signed, with the employer’s answer beside it.",
        es="La calificación se publica en línea, firmada, junto con la respuesta del empleador.",
    ),
}

_GROUPS = {
    "desk_group_returned": Sentence(en="Returned to you", es="Devueltos a usted"),
    "desk_group_inbox": Sentence(en="Waiting for your review", es="Esperan su revisión"),
    "desk_group_next": Sentence(en="Your next steps", es="Sus próximos pasos"),
    "desk_group_drafts": Sentence(en="Drafts you write", es="Borradores que usted escribe"),
    "desk_group_clocks": Sentence(en="Clocks that run", es="Plazos que corren"),
    "desk_count_returned": Sentence(en="returned", es="por corregir"),
    "desk_count_inbox": Sentence(en="to review", es="por revisar"),
    "desk_count_next": Sentence(en="to do next", es="por hacer"),
    "desk_count_drafts": Sentence(en="to write", es="por escribir"),
    "desk_count_clocks": Sentence(en="running", es="en plazo"),
    "desk_inbox_order": Sentence(
        en="The longest wait comes first.", es="Primero, lo que espera desde hace más tiempo."
    ),
    "desk_inbox_empty": Sentence(
        en="The inbox is empty. What a colleague sends to review shows up here.",
        es="La bandeja está vacía. Aquí aparece lo que se envíe a revisión.",
    ),
    "desk_waits_today": Sentence(en="Waits since today", es="Espera desde hoy"),
    "desk_waits_day": Sentence(en="Waits for 1 day", es="Espera desde hace 1 día"),
    "desk_waits": Sentence(en="Waits for {days} days", es="Espera desde hace {days} días"),
    "desk_by": Sentence(en="by {name}", es="de {name}"),
    "desk_came_back": Sentence(en="Came back on {moment}", es="Se devolvió el {moment}"),
    "desk_asked": Sentence(
        en="{done} of {count} questions done", es="{done} de {count} preguntas resueltas"
    ),
    "desk_choose": Sentence(en="Choose an employer", es="Elegir un empleador"),
    "desk_employers_said": Sentence(en="From employers", es="De los empleadores"),
    "desk_sent_in": Sentence(
        en="The employer sent its answers on {moment}.",
        es="El empleador envió sus respuestas el {moment}.",
    ),
    "desk_sent_in_do": Sentence(en="Read them", es="Leerlas"),
    "desk_speaker": Sentence(
        en="{name} says they speak for the employer, since {moment}.",
        es="{name} dice que habla por el empleador, desde el {moment}.",
    ),
    "desk_speaker_do": Sentence(en="Check it", es="Comprobarlo"),
    "desk_at_notices": Sentence(en="Waiting at a notice", es="Pendiente en un aviso"),
    "desk_notice_speaker": Sentence(
        en="{name} came through the link and waits to be accepted, since {moment}.",
        es="{name} entró con el enlace y espera que le acepten, desde el {moment}.",
    ),
    "desk_notice_speaker_do": Sentence(en="Check who it is", es="Comprobar quién es"),
    "desk_notice_doubt": Sentence(
        en="Somebody says that {name} was not the employer, since {moment}. It takes a second "
        "person.",
        es="Alguien dice que {name} no era el empleador, desde el {moment}. Hace falta una "
        "segunda persona.",
    ),
    "desk_notice_doubt_do": Sentence(en="Look at it", es="Verlo"),
    "desk_notice_time": Sentence(
        en="The employer asks for more time, since {moment}. The clock stands still.",
        es="El empleador pide más tiempo, desde el {moment}. El plazo está parado.",
    ),
    "desk_notice_time_do": Sentence(en="Answer", es="Contestar"),
    "desk_notice_panel": Sentence(
        en="A decision waits for your signature, since {moment}.",
        es="Una decisión espera su firma, desde el {moment}.",
    ),
    "desk_notice_panel_do": Sentence(en="Read and sign", es="Leer y firmar"),
    "desk_two_answers": Sentence(
        en="Two answers to one question", es="Dos respuestas a una pregunta"
    ),
    "desk_two_answers_why": Sentence(
        en="Two people answered. Choose one; until then it cannot go to review.",
        es="Dos personas respondieron. Elija una; hasta entonces no puede ir a revisión.",
    ),
    "desk_ending": Sentence(en="Evidence that ends", es="Evidencia que vence"),
    "desk_ending_why": Sentence(
        en="In 60 days or less it no longer counts. Get a newer one.",
        es="En 60 días o menos deja de contar. Consiga una más nueva.",
    ),
    "desk_ends": Sentence(en="until {day}", es="hasta el {day}"),
    "desk_ended": Sentence(en="ended on {day}", es="venció el {day}"),
    "desk_ending_more": Sentence(en="And {count} more.", es="Y {count} más."),
}

WORDING: dict[str, Sentence] = {
    **_STATES,
    **_GROUPS,
    **_NEXT,
    **_STEPS,
    "desk_hello": Sentence(en="Good to see you, {name}", es="Gracias por estar aquí, {name}"),
    "desk_nothing": Sentence(
        en="Nothing is waiting. Choose an employer to assess next.",
        es="No hay nada pendiente. Elija al próximo empleador para evaluar.",
    ),
    "desk_below": Sentence(
        en="Below is what waits for somebody of the team.",
        es="Abajo está lo que espera a alguien del equipo.",
    ),
    "desk_none_yours": Sentence(
        en="Nothing waits for you right now.", es="Nada espera por usted en este momento."
    ),
    "desk_others": Sentence(en="Waiting for others", es="A la espera de otros"),
    "desk_on": Sentence(en="as of {day}", es="al {day}"),
    "desk_reading_ends": Sentence(
        en="It may be published from {moment} on.",
        es="Se puede publicar a partir del {moment}.",
    ),
    "desk_clock_ends": Sentence(
        en="The employer can answer until {moment}.",
        es="El empleador puede responder hasta el {moment}.",
    ),
    "desk_first": Sentence(
        en="Your first published scorecard", es="Su primera calificación publicada"
    ),
    "desk_first_why": Sentence(
        en="Six steps lead there. Each needs its own time; everything is saved as you go.",
        es="Seis pasos llevan hasta ahí. Cada uno toma su tiempo; todo se guarda al momento.",
    ),
    "desk_done": Sentence(en="done", es="hecho"),
    "desk_office": Sentence(en="For administrators", es="Para administradores"),
    "desk_rates": Sentence(en="Living wage and other figures", es="Salario digno y otras cifras"),
    "desk_people": Sentence(en="People and invitations", es="Personas e invitaciones"),
    "desk_sample_why": Sentence(
        en="Want to look around first? Sample data shows the whole way with invented employers, "
        "all marked SAMPLE. You can remove it at any time.",
        es="¿Quiere mirar primero? Los datos de muestra enseñan todo el camino con empleadores "
        "inventados, marcados SAMPLE. Puede quitarlos cuando quiera.",
    ),
    "desk_sample_there": Sentence(
        en="This installation shows sample data: invented employers, all marked SAMPLE.",
        es="Aquí hay datos de muestra: empleadores inventados, marcados SAMPLE.",
    ),
    "desk_sample_make": Sentence(en="Show sample data", es="Mostrar datos de muestra"),
    "desk_sample_remove": Sentence(en="Remove sample data", es="Quitar los datos de muestra"),
}
