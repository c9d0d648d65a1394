"""Words of a reply in full: documents, more time, what happened, the plan as a table."""

from jobquality.wording.sentence import Sentence

_CLOCK = {
    "clock_moment": Sentence(
        en="{weekday}, {day}, {time}, {zone} time", es="{weekday} {day}, {time}, hora de {zone}"
    ),
    "weekday_1": Sentence(en="Monday", es="lunes"),
    "weekday_2": Sentence(en="Tuesday", es="martes"),
    "weekday_3": Sentence(en="Wednesday", es="miércoles"),
    "weekday_4": Sentence(en="Thursday", es="jueves"),
    "weekday_5": Sentence(en="Friday", es="viernes"),
    "weekday_6": Sentence(en="Saturday", es="sábado"),
    "weekday_7": Sentence(en="Sunday", es="domingo"),
    "clock_after": Sentence(
        en="After that nothing can be sent any more. What was saved by then counts as the reply. "
        "Somebody who did not write the draft decides on it, with reasons. Then it is "
        "published, with the reply. What was said of an earlier draft is printed too. Without any "
        "reply the page says that there was none.",
        es="Después ya no se puede enviar nada. Lo guardado hasta entonces cuenta como la "
        "respuesta. Decide, con motivos, alguien que no escribió el borrador. Luego se publica, "
        "con la respuesta. También se publica lo dicho sobre un borrador anterior. Si no hay "
        "ninguna respuesta, la página lo dice.",
    ),
    "clock_earliest": Sentence(
        en="It can be published from {at} on.", es="Se puede publicar a partir del {at}."
    ),
    "readfirst_why": Sentence(
        en="You read this decision before everybody does. Until then it is yours alone.",
        es="Usted lee esta decisión antes que nadie. Hasta entonces es solo suya.",
    ),
    "readfirst_let_why": Sentence(
        en="You need not wait. Once you say so, it can be published at once. Nothing else changes.",
        es="No tiene que esperar. Si lo dice, se puede publicar enseguida. Nada más cambia.",
    ),
    "readfirst_let": Sentence(
        en="I have read it. You may publish.", es="La he leído. Pueden publicar."
    ),
    "readfirst_team": Sentence(
        en="The employer reads the decision first. Nothing is published before {at}, unless the "
        "employer says that it may be.",
        es="El empleador lee primero la decisión. Nada se publica antes del {at}, salvo que el "
        "empleador diga que se puede.",
    ),
    "readfirst_check": Sentence(
        en="The employer had three days with the decision, or said that it may be published.",
        es="El empleador tuvo tres días con la decisión, o dijo que se puede publicar.",
    ),
    "messages_kind_decided": Sentence(
        en="The decision on the reply", es="La decisión sobre la respuesta"
    ),
    "readfirst_mail_subject": Sentence(
        en="The decision on your reply: {employer}",
        es="La decisión sobre su respuesta: {employer}",
    ),
    "readfirst_mail": Sentence(
        en="To {employer}\n\nWe decided on your reply to our draft. You read it before everybody "
        "does. It will be printed beside your words:\n\n{decision}\n\nIt can be published from "
        "{moment} on. If you need no more time, open your private link and say that you have "
        "read it. There you also see what changed in the draft.\n\n{name}\n{contact}\n",
        es="A {employer}\n\nDecidimos sobre su respuesta a nuestro borrador. Ustedes lo leen "
        "antes que nadie. Se imprimirá junto a sus palabras:\n\n{decision}\n\nSe puede publicar "
        "a partir del {moment}. Si no necesitan más tiempo, abran su enlace privado y digan que "
        "lo leyeron. Allí ven también qué cambió en el borrador.\n\n{name}\n{contact}\n",
    ),
    "clock_took": Sentence(
        en="You had {given}. Your reply came after {answered}.",
        es="Tuvo {given}. Su respuesta llegó a los {answered}.",
    ),
    "clock_took_them": Sentence(
        en="The employer had {given}. The reply came after {answered}.",
        es="El empleador tuvo {given}. La respuesta llegó a los {answered}.",
    ),
    "clock_decided": Sentence(
        en="The decision came {days} after the reply.",
        es="La decisión llegó {days} después de la respuesta.",
    ),
}

_HISTORY = {
    "heard_title": Sentence(en="What happened so far", es="Lo que pasó hasta ahora"),
    "heard_same": Sentence(
        en="The employer and the organization see this same list.",
        es="El empleador y la organización ven esta misma lista.",
    ),
    "heard_made": Sentence(en="The notice was made.", es="Se hizo el aviso."),
    "heard_tried": Sentence(
        en="The organization tried to hand over the draft on {on}: {way}.",
        es="La organización intentó entregar el borrador el {on}: {way}.",
    ),
    "heard_opened": Sentence(
        en="The employer opened the draft. The clock started.",
        es="El empleador abrió el borrador. Empezó el plazo.",
    ),
    "heard_accepted": Sentence(
        en="The organization accepted that {who} speaks for the employer.",
        es="La organización aceptó que {who} habla por el empleador.",
    ),
    "heard_not_theirs": Sentence(
        en="The organization found that somebody who opened the draft does not speak for the "
        "employer. What they did does not count.",
        es="La organización vio que alguien que abrió el borrador no habla por el empleador. Lo "
        "que hizo no cuenta.",
    ),
    "heard_handed_over": Sentence(
        en="The draft was handed over. The clock started.",
        es="Se entregó el borrador. Empezó el plazo.",
    ),
    "heard_attempts": Sentence(
        en="Two attempts by two ways count as a delivery. The clock started.",
        es="Dos intentos por dos vías cuentan como entrega. Empezó el plazo.",
    ),
    "heard_time_asked": Sentence(
        en="The employer asked for more time ({who}).",
        es="El empleador pidió más tiempo ({who}).",
    ),
    "heard_time_granted": Sentence(
        en="The organization gave more time. Days added: {days}.",
        es="La organización dio más tiempo. Días añadidos: {days}.",
    ),
    "heard_time_refused": Sentence(
        en="The organization gave no more time.", es="La organización no dio más tiempo."
    ),
    "heard_answered": Sentence(
        en="The employer sent the reply ({who}).", es="El empleador envió la respuesta ({who})."
    ),
    "heard_unsent": Sentence(
        en="The time to reply ended. What the employer saved last counts as the reply.",
        es="Terminó el plazo. Lo último que guardó el empleador cuenta como su respuesta.",
    ),
    "heard_decided": Sentence(
        en="The organization decided on the reply, with reasons.",
        es="La organización decidió sobre la respuesta, con motivos.",
    ),
    "heard_taken_back": Sentence(
        en="Another person took the decision back. First why, then what had been decided:",
        es="Otra persona retiró la decisión. Primero el motivo, luego lo que se había decidido:",
    ),
    "heard_read": Sentence(
        en="The employer read the decision and said that it may be published.",
        es="El empleador leyó la decisión y dijo que se puede publicar.",
    ),
    "heard_certified": Sentence(
        en="A certificate was issued. It holds until {until}.",
        es="Se emitió un certificado. Vale hasta el {until}.",
    ),
    "heard_certificate_suspended": Sentence(
        en="The certificate was suspended.", es="El certificado se suspendió."
    ),
    "heard_certificate_valid": Sentence(
        en="The certificate is valid again.", es="El certificado vuelve a valer."
    ),
    "heard_certificate_revoked": Sentence(
        en="The certificate was revoked.", es="El certificado se revocó."
    ),
    "heard_certificate_replaced": Sentence(
        en="A newer certificate took the place of this one.",
        es="Un certificado más nuevo ocupó el lugar de este.",
    ),
    "heard_resumed": Sentence(
        en="A changed draft goes on under the same clock. Nothing in it is worse for the employer.",
        es="Un borrador cambiado sigue con el mismo plazo. Nada en él es peor para el empleador.",
    ),
    "heard_renewed": Sentence(
        en="A new link was made; the old one ended. While no reply was sent and time was left, "
        "the clock stands until somebody comes in by the new one, and then runs anew.",
        es="Se creó un enlace nuevo; el anterior dejó de servir. Si no se había enviado una "
        "respuesta y quedaba plazo, este se detiene hasta que alguien entra por el nuevo, y "
        "entonces empieza de nuevo.",
    ),
    "heard_written": Sentence(
        en="The organization wrote to the employer: {subject}",
        es="La organización escribió al empleador: {subject}",
    ),
    "heard_nobody": Sentence(en="no name given", es="sin nombre"),
}

_TIME = {
    "reply_time_title": Sentence(en="More time to reply", es="Más tiempo para responder"),
    "reply_time_button": Sentence(en="Save and ask for more time", es="Guardar y pedir más tiempo"),
    "reply_time_back": Sentence(en="Back to the draft", es="Volver al borrador"),
    "reply_time_once": Sentence(
        en="You can ask once. Say why. The organization gives more days or says why not. "
        "Until it answers, your clock runs on, and nothing is published.",
        es="Puede pedirlo una vez. Diga por qué. La organización da más días o dice por qué no. "
        "Hasta que conteste, su plazo sigue corriendo y no se publica nada.",
    ),
    "reply_time_reason": Sentence(
        en="Why do you need more time?", es="¿Por qué necesita más tiempo?"
    ),
    "reply_time_who": Sentence(en="Your name and position", es="Su nombre y cargo"),
    "reply_time_ask": Sentence(en="Ask for more time", es="Pedir más tiempo"),
    "reply_time_waits": Sentence(
        en="You asked for more time. The organization has not answered yet.",
        es="Pidió más tiempo. La organización aún no ha contestado.",
    ),
    "reply_time_granted": Sentence(
        en="You got more time. Days added: {days}.",
        es="Le dieron más tiempo. Días añadidos: {days}.",
    ),
    "reply_time_refused": Sentence(en="You got no more time.", es="No le dieron más tiempo."),
    "reply_time_closed": Sentence(
        en="The time to ask is over.", es="Ya no se puede pedir más tiempo."
    ),
    "notices_time_title": Sentence(
        en="The employer asks for more time", es="El empleador pide más tiempo"
    ),
    "notices_time_why": Sentence(
        en="{who} asks once. While this waits, nothing is published. If the clock has ended, "
        "the days you give count from now.",
        es="{who} lo pide una vez. Mientras esto espera, no se publica nada. Si el plazo ya "
        "terminó, los días que dé cuentan desde ahora.",
    ),
    "notices_time_days": Sentence(en="Days more", es="Días más"),
    "notices_time_days_hint": Sentence(
        en="1 to 30. Needed to give more time.", es="De 1 a 30. Hace falta para dar más tiempo."
    ),
    "notices_time_answer": Sentence(en="Your answer", es="Su respuesta"),
    "notices_time_answer_hint": Sentence(
        en="The employer reads it. Needed to refuse.",
        es="La lee el empleador. Hace falta para negarlo.",
    ),
    "notices_time_grant": Sentence(en="Give more time", es="Dar más tiempo"),
    "notices_time_refuse": Sentence(en="Give no more time", es="No dar más tiempo"),
    "notices_stays": Sentence(
        en="Guest reviewers can stay until {at}, so that they can decide on the reply. Stays "
        "that would end before are made longer.",
        es="Las personas invitadas pueden seguir hasta el {at}, para decidir sobre la "
        "respuesta. Las estancias que acabarían antes se alargan.",
    ),
}

_PAPERS = {
    "reply_papers_title": Sentence(en="Documents that show it", es="Documentos que lo muestran"),
    "reply_papers_button": Sentence(
        en="Save and add a document", es="Guardar y agregar un documento"
    ),
    "reply_papers_count": Sentence(en="Your documents", es="Sus documentos"),
    "reply_papers_why": Sentence(
        en="Only {organization} sees them. They are never public and never shown to others. "
        "A document counts once somebody there has looked at it and takes it over.",
        es="Solo los ve {organization}. Nunca son públicos ni se muestran a otros. Un documento "
        "cuenta cuando alguien de allí lo ha visto y lo toma como evidencia.",
    ),
    "reply_papers_names": Sentence(
        en="A photo or a PDF, up to 10 MB. Please cover the names of workers.",
        es="Una foto o un PDF, hasta 10 MB. Tape los nombres de trabajadores.",
    ),
    "reply_papers_none": Sentence(
        en="There is no document here yet.", es="Aquí no hay ningún documento todavía."
    ),
    "reply_papers_back": Sentence(en="Back to your reply", es="Volver a su respuesta"),
    "notices_papers": Sentence(
        en="Documents from the employer (claims, E0, until taken over)",
        es="Documentos del empleador (afirmaciones, E0, hasta que se tomen como evidencia)",
    ),
    "notices_paper_taken": Sentence(en="Taken over as evidence", es="Tomado como evidencia"),
    "notices_paper_take": Sentence(en="Take over as evidence", es="Tomar como evidencia"),
    "notices_paper_grade": Sentence(en="Evidence grade", es="Grado de la evidencia"),
    "notices_paper_draft": Sentence(
        en="You can take it over once the assessment is back with its author.",
        es="Puede tomarlo cuando la evaluación vuelva a quien la escribió.",
    ),
}

_PORTAL = {
    "reply_fixed_on": Sentence(en="Fixed since which day?", es="¿Desde qué día está arreglado?"),
    "reply_fixed_on_hint": Sentence(
        en="Only for “We fixed it”. This day is printed.",
        es="Solo para «Ya lo arreglamos». Este día se publica.",
    ),
    "reply_fixed_since": Sentence(en="since {day}", es="desde el {day}"),
    "reply_free_title": Sentence(
        en="Can we pay to get a better score?", es="¿Podemos pagar para tener mejor calificación?"
    ),
    "reply_free": Sentence(
        en="No. No fee changes a score. Replying, asking for more time and the plan cost nothing.",
        es="No. Ningún pago cambia una calificación. Responder, pedir más tiempo y el plan no "
        "cuestan nada.",
    ),
    "reply_who_told_title": Sentence(en="Who told you this?", es="¿Quién les dijo esto?"),
    "reply_who_told": Sentence(
        en="Each answer names its source: a law, a public page, a paper that was seen, or at least "
        "five workers together. No worker is ever named, to you or to anyone. We do not say who "
        "was asked, when, or how many answered what.",
        es="Cada respuesta dice su fuente: una ley, una página pública, un papel que se vio, o al "
        "menos cinco trabajadores juntos. Nunca se nombra a un trabajador, ni a usted ni a "
        "nadie. No decimos a quién se preguntó, cuándo, ni cuántos dijeron qué.",
    ),
    "reply_contact_title": Sentence(en="Whom can we ask?", es="¿A quién podemos preguntar?"),
    "reply_questions": Sentence(en="Good to know", es="Conviene saber"),
    "reply_outcomes": Sentence(en="What comes of each point", es="Qué resulta de cada punto"),
    "reply_outcome_changed": Sentence(en="This changes", es="Esto cambia"),
    "reply_outcome_stays": Sentence(en="This stays", es="Esto queda igual"),
    "reply_outcome_removed": Sentence(en="This is removed", es="Esto se quita"),
    "reply_changes": Sentence(en="The draft before and now", es="El borrador antes y ahora"),
    "reply_changes_why": Sentence(
        en="These answers changed after the decision. Nothing got worse for you.",
        es="Estas respuestas cambiaron tras la decisión. Nada empeoró para usted.",
    ),
    "reply_before_head": Sentence(en="As you got it", es="Como lo recibió"),
    "reply_now_head": Sentence(en="As it stands now", es="Como está ahora"),
    "reply_gone": Sentence(en="This was removed.", es="Esto se quitó."),
    "reply_next": Sentence(en="What comes next", es="Qué sigue"),
    "reply_next_published": Sentence(
        en="It is published, with your reply.", es="Está publicado, con su respuesta."
    ),
    "reply_plan_title": Sentence(
        en="How your score can rise", es="Cómo puede subir su calificación"
    ),
    "reply_plan_why": Sentence(
        en="Each action, what it gains, what the law asks, what would show it, and its source.",
        es="Cada acción, lo que suma, lo que pide la ley, qué lo mostraría y su fuente.",
    ),
    "reply_plan_pdf": Sentence(en="The plan as PDF", es="El plan en PDF"),
    "reply_plan_xlsx": Sentence(en="The plan as a table (Excel)", es="El plan como tabla (Excel)"),
}

_DECIDING = {
    "notices_items_title": Sentence(
        en="Each point that the employer did not accept",
        es="Cada punto que el empleador no aceptó",
    ),
    "notices_outcome": Sentence(en="What comes of it?", es="¿Qué resulta?"),
    "notices_outcome_none": Sentence(en="Choose", es="Elija"),
    "notices_reason": Sentence(en="Why?", es="¿Por qué?"),
    "notices_reason_hint": Sentence(en="It is printed.", es="Se publica."),
    "notices_panel_title": Sentence(en="Who decides?", es="¿Quién decide?"),
    "notices_panel_why": Sentence(
        en="Tick nobody to decide yourself. Or tick two people or more: then it counts once each "
        "of them has signed. Outside we only say how many they were, and for whom if you "
        "choose so below.",
        es="No marque a nadie para decidir usted. O marque a dos personas o más: entonces vale "
        "cuando cada una haya firmado. Hacia afuera solo decimos cuántas fueron, y por quién si lo "
        "elige abajo.",
    ),
    "notices_seats": Sentence(en="For whom do they sit?", es="¿Por quién participan?"),
    "notices_seats_why": Sentence(
        en="If you choose it for one of the panel, choose it for all. It is printed as numbers, "
        "without names: “a panel of 1 worker, 1 employer, 1 independent”.",
        es="Si lo elige para una persona del grupo, elíjalo para todas. Se publica con números y "
        "sin nombres: «un grupo de 1 por trabajadores, 1 por empleadores, 1 independiente».",
    ),
    "notices_seat": Sentence(en="For whom {name} sits", es="Por quién participa {name}"),
    "notices_seat_none": Sentence(en="not said", es="no se dice"),
    "notices_panel_waits": Sentence(
        en="This decision lies before a panel. It counts once all have signed.",
        es="Esta decisión está ante un grupo. Vale cuando todas las personas hayan firmado.",
    ),
    "notices_panel_signed": Sentence(en="signed on {on}", es="firmó el {on}"),
    "notices_panel_unsigned": Sentence(en="has not signed yet", es="aún no ha firmado"),
    "notices_panel_sign": Sentence(en="I agree and sign", es="Estoy de acuerdo y firmo"),
    "notices_panel_no": Sentence(
        en="If you do not agree, do not sign. Whoever wrote it can change it; then all sign anew.",
        es="Si no está de acuerdo, no firme. Quien la escribió puede cambiarla; entonces todas "
        "firman de nuevo.",
    ),
    "notices_panel_change": Sentence(en="Change the decision", es="Cambiar la decisión"),
    "notices_sender": Sentence(
        en="You made the employer's link, so you do not decide alone. Choose a panel, or let a "
        "reviewer or a guest reviewer decide who did not make it.",
        es="Usted creó el enlace del empleador, así que no decide a solas. Elija un grupo, o deje "
        "que decida otra persona, de aquí o de otro centro, que no lo haya creado.",
    ),
}

_SHEET = {
    "plansheet_title": Sentence(
        en="Improvement plan for {employer}", es="Plan de mejora para {employer}"
    ),
    "plansheet_name": Sentence(en="Plan", es="Plan de mejora"),
    "plansheet_now": Sentence(en="Score now: {score}", es="Calificación ahora: {score}"),
    "plansheet_promised": Sentence(
        en="Score once everything that is known to be open is done: {score}",
        es="Calificación cuando esté hecho todo lo que se sabe pendiente: {score}",
    ),
    "plansheet_found_out": Sentence(
        en="Score once what is unknown is found to be good too: {score}",
        es="Calificación cuando también lo que no se sabe resulte bueno: {score}",
    ),
    "plansheet_by_effort": Sentence(
        en="The first rows give most points for the effort.",
        es="Las primeras filas dan más puntos por el esfuerzo.",
    ),
    "plansheet_by_points": Sentence(
        en="The first rows give most points.", es="Las primeras filas dan más puntos."
    ),
    "plansheet_must_stop": Sentence(en="Must stop: {title}", es="Debe acabar: {title}"),
    "plansheet_free": Sentence(
        en="No fee changes a score.", es="Ningún pago cambia una calificación."
    ),
    "plansheet_number": Sentence(en="No.", es="N.º"),
    "plansheet_topic": Sentence(en="Topic", es="Tema"),
    "plansheet_action": Sentence(en="What to improve", es="Qué mejorar"),
    "plansheet_now_head": Sentence(en="Now", es="Ahora"),
    "plansheet_legal": Sentence(en="The least that the law asks", es="Lo mínimo que pide la ley"),
    "plansheet_practice": Sentence(en="Good practice", es="Buena práctica"),
    "plansheet_gain": Sentence(en="Points gained", es="Puntos que suma"),
    "plansheet_effort": Sentence(en="Effort", es="Esfuerzo"),
    "plansheet_evidence": Sentence(en="What would show it", es="Qué lo mostraría"),
    "plansheet_sources": Sentence(en="Sources", es="Fuentes"),
    "plansheet_owner": Sentence(en="Who does it", es="Quién lo hace"),
    "plansheet_due": Sentence(en="By when", es="Para cuándo"),
    "plansheet_no_law": Sentence(
        en="We know of no rule above this", es="No conocemos una regla por encima"
    ),
    "plansheet_as_law": Sentence(en="As the law asks", es="Como pide la ley"),
}

WORDING: dict[str, Sentence] = {
    **_CLOCK,
    **_HISTORY,
    **_TIME,
    **_PAPERS,
    **_PORTAL,
    **_DECIDING,
    **_SHEET,
}
