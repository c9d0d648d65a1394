"""Words of reviews."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "reviews_title": Sentence(en="Review of {employer}", es="Revisión de {employer}"),
    "reviews_not_done": Sentence(
        en="This was not done. Please look at this first:",
        es="Esto no se hizo. Primero vea lo siguiente:",
    ),
    "reviews_problems": Sentence(
        en="Still to do before it can go on: {count}",
        es="Falta por hacer antes de seguir: {count}",
    ),
    "reviews_inside": Sentence(
        en="Only your organization sees this.", es="Solo su organización ve esto."
    ),
    "reviews_sample": Sentence(
        en="SAMPLE. This employer and every answer are made up.",
        es="EJEMPLO. Este empleador y todas las respuestas son inventados.",
    ),
    "reviews_to_form": Sentence(en="Back to the questions", es="Volver a las preguntas"),
    "reviews_to_notice": Sentence(en="Notice to the employer", es="Aviso al empleador"),
    "reviews_to_public": Sentence(en="See the public page", es="Ver la página pública"),
    "reviews_submit_title": Sentence(en="Ready for review?", es="¿Listo para revisar?"),
    "reviews_submit_why": Sentence(
        en="Another person reads every answer and its source. Until they return it, nobody can "
        "change an answer.",
        es="Otra persona lee cada respuesta y su fuente. Hasta que la devuelva, nadie puede "
        "cambiar una respuesta.",
    ),
    "reviews_submit_comment": Sentence(
        en="A word to the reviewer", es="Unas palabras para quien revisa"
    ),
    "reviews_submit": Sentence(en="Send to review", es="Enviar a revisión"),
    "reviews_own_work": Sentence(
        en="You wrote a part of this, so another person has to review it. Nobody publishes alone.",
        es="Usted escribió una parte, así que otra persona tiene que revisarla. "
        "Nadie publica sin otra persona.",
    ),
    "reviews_draft_title": Sentence(en="What would be published", es="Lo que se publicaría"),
    "reviews_draft_why": Sentence(
        en="Read each answer beside its source. Fewer than five workers are never counted here.",
        es="Lea cada respuesta junto a su fuente. Aquí nunca se cuenta a menos de cinco "
        "trabajadores.",
    ),
    "reviews_of_most": Sentence(en="of {most}", es="de {most}"),
    "reviews_could_reach": Sentence(
        en="It could reach: {level}, once more is known.",
        es="Podría llegar a: {level}, cuando se sepa más.",
    ),
    "reviews_standard": Sentence(en="Standard", es="Norma"),
    "reviews_edition": Sentence(en="edition {edition}", es="edición {edition}"),
    "reviews_day": Sentence(en="As of", es="A fecha de"),
    "reviews_covers": Sentence(en="Covers", es="Abarca"),
    "reviews_whole": Sentence(en="the whole employer", es="todo el empleador"),
    "reviews_known": Sentence(en="What is known", es="Lo que se sabe"),
    "reviews_ticked": Sentence(en="Yes:", es="Sí:"),
    "reviews_not_ticked": Sentence(en="Not ticked:", es="Sin marcar:"),
    "reviews_grade": Sentence(en="Evidence:", es="Evidencia:"),
    "reviews_source": Sentence(en="Source:", es="Fuente:"),
    "reviews_rule": Sentence(en="Rule:", es="Regla:"),
    "reviews_findings_title": Sentence(
        en="Serious violations: what was found, and what was checked",
        es="Faltas graves: qué se encontró y qué se revisó",
    ),
    "reviews_findings_short": Sentence(en="Serious violations", es="Faltas graves"),
    "reviews_contents": Sentence(en="Parts of this draft", es="Partes de este borrador"),
    "reviews_seen": Sentence(en="seen in {month}", es="visto en {month}"),
    "reviews_open_file": Sentence(en="Open the file: {title}", es="Abrir el archivo: {title}"),
    "reviews_confirm": Sentence(
        en="I read the source and confirm this finding.",
        es="Leí la fuente y confirmo este hallazgo.",
    ),
    "reviews_confirm_why": Sentence(
        en="It becomes a public claim about the law. Two people stand behind it.",
        es="Se vuelve una afirmación pública sobre la ley. Dos personas responden por ella.",
    ),
    "reviews_comment_on": Sentence(en="Comment on this", es="Comentar esto"),
    "reviews_comment_label": Sentence(
        en="Comment for the author: {title}", es="Comentario para quien lo escribió: {title}"
    ),
    "reviews_comment_whole": Sentence(en="Comment on the whole", es="Comentario sobre el conjunto"),
    "reviews_decide_title": Sentence(en="Your decision", es="Su decisión"),
    "reviews_decide_why": Sentence(
        en="You approve exactly what you see here. If anything changed meanwhile, "
        "nothing is approved and you are told what.",
        es="Usted aprueba justo lo que ve aquí. Si algo cambió entretanto, no se aprueba nada y "
        "se le dice qué.",
    ),
    "reviews_approve": Sentence(en="Approve", es="Aprobar"),
    "reviews_return": Sentence(en="Return with comments", es="Devolver con comentarios"),
    "reviews_return_title": Sentence(
        en="Return it to the author", es="Devolver a quien lo escribió"
    ),
    "reviews_return_why": Sentence(
        en="It becomes a draft again. If something then gets worse for the employer, "
        "they get a new notice of at least 7 days.",
        es="Vuelve a ser un borrador. Si después algo empeora para el empleador, recibe un nuevo "
        "aviso de al menos 7 días.",
    ),
    "reviews_history_title": Sentence(en="Who did what, when", es="Quién hizo qué y cuándo"),
    "reviews_hold_title": Sentence(en="Hold, or give up", es="Detener o abandonar"),
    "reviews_hold_why": Sentence(
        en="A hold blocks every step until somebody lifts it: a labor dispute, a legal question, "
        "or a wave of answers. To give up is for good: nothing of it is ever published.",
        es="Una pausa bloquea cada paso hasta que alguien la levante: un conflicto laboral, una "
        "duda legal o una ola de respuestas. Abandonar es definitivo: nunca se publica nada.",
    ),
    "reviews_reason": Sentence(en="Why?", es="¿Por qué?"),
    "reviews_hold": Sentence(en="Put on hold", es="Poner en pausa"),
    "reviews_lift": Sentence(en="Lift the hold", es="Levantar la pausa"),
    "reviews_abandon": Sentence(en="Give up for good", es="Abandonar para siempre"),
    "reviews_held": Sentence(en="On hold since {since}", es="En pausa desde el {since}"),
    "reviews_state_draft": Sentence(en="Draft", es="Borrador"),
    "reviews_state_draft_next": Sentence(
        en="The author answers; then another person reviews.",
        es="Quien escribe responde; después revisa otra persona.",
    ),
    "reviews_state_in_review": Sentence(en="In review", es="En revisión"),
    "reviews_state_in_review_next": Sentence(
        en="Another person approves it or returns it.", es="Otra persona aprueba o devuelve."
    ),
    "reviews_state_approved": Sentence(en="Approved", es="Aprobado"),
    "reviews_state_approved_next": Sentence(
        en="Next, the employer gets the draft.", es="Ahora el empleador recibe el borrador."
    ),
    "reviews_state_notice": Sentence(en="With the employer", es="Con el empleador"),
    "reviews_state_notice_next": Sentence(
        en="Nothing is published before the clock ends.",
        es="No se publica nada antes de que termine el plazo.",
    ),
    "reviews_state_published": Sentence(en="Published", es="Publicado"),
    "reviews_state_published_next": Sentence(
        en="It never changes; a correction is a new revision.",
        es="No cambia nunca; una corrección es una revisión nueva.",
    ),
    "reviews_state_abandoned": Sentence(en="Given up", es="Abandonado"),
    "reviews_state_abandoned_next": Sentence(
        en="Nothing of it is published.", es="No se publica nada de esto."
    ),
    "reviews_role_advocate": Sentence(en="advocate", es="evaluación"),
    "reviews_role_reviewer": Sentence(en="reviewer", es="revisión"),
    "reviews_role_administrator": Sentence(en="administrator", es="administración"),
    "reviews_event_started": Sentence(en="Begun", es="Iniciado"),
    "reviews_event_submitted": Sentence(en="Sent to review", es="Enviado a revisión"),
    "reviews_event_returned": Sentence(en="Returned", es="Devuelto"),
    "reviews_event_approved": Sentence(en="Approved", es="Aprobado"),
    "reviews_event_comment": Sentence(en="Comment", es="Comentario"),
    "reviews_event_finding": Sentence(
        en="Source of the finding read", es="Fuente del hallazgo leída"
    ),
    "reviews_event_sent": Sentence(en="Notice made", es="Aviso preparado"),
    "reviews_event_resumed": Sentence(
        en="Goes on under the same clock", es="Sigue con el mismo plazo"
    ),
    "reviews_event_link": Sentence(
        en="New link made; the old one is dead",
        es="Enlace nuevo; el anterior ya no sirve",
    ),
    "reviews_event_attempt": Sentence(en="Attempt to hand over", es="Intento de entrega"),
    "reviews_event_handed_over": Sentence(en="Handed over", es="Entregado"),
    "reviews_event_delivered": Sentence(
        en="The employer has it; the clock runs", es="El empleador lo tiene; corre el plazo"
    ),
    "reviews_event_answered": Sentence(en="The employer replied", es="El empleador respondió"),
    "reviews_event_decided": Sentence(en="Decision on the reply", es="Decisión sobre la respuesta"),
    "reviews_event_held": Sentence(en="Put on hold", es="Puesto en pausa"),
    "reviews_event_lifted": Sentence(en="Hold lifted", es="Pausa levantada"),
    "reviews_event_abandoned": Sentence(en="Given up", es="Abandonado"),
    "reviews_event_published": Sentence(en="Published", es="Publicado"),
}
