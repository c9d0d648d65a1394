"""Words of a review answer by answer, and of what an author does about it."""

from jobquality.wording.sentence import Sentence

_REVIEWER = {
    "looks_title": Sentence(en="Answer by answer", es="Respuesta por respuesta"),
    "looks_since_returned": Sentence(
        en="You see what changed since it was returned on {moment}.",
        es="Usted ve lo que cambió desde que se devolvió el {moment}.",
    ),
    "looks_since_published": Sentence(
        en="You see what differs from the scorecard that is public now.",
        es="Usted ve lo que difiere de la calificación que es pública ahora.",
    ),
    "looks_since_nothing": Sentence(
        en="This is the first review, so every answer is new.",
        es="Es la primera revisión: todas las respuestas son nuevas.",
    ),
    "looks_hidden": Sentence(
        en="Answers that are as they were: {count}.",
        es="Respuestas que siguen igual: {count}.",
    ),
    "looks_show_all": Sentence(en="Show everything", es="Mostrar todo"),
    "looks_show_changed": Sentence(en="Show only what changed", es="Mostrar solo lo que cambió"),
    "looks_jumps": Sentence(en="Topics", es="Temas"),
    "looks_left": Sentence(en="{count} open", es="{count} sin mirar"),
    "looks_left_none": Sentence(en="all looked at", es="todo revisado"),
    "looks_next_open": Sentence(en="Next open answer", es="Siguiente sin mirar"),
    "looks_progress": Sentence(
        en="{looked} of {count} looked at", es="{looked} de {count} revisadas"
    ),
    "looks_opened": Sentence(
        en="Evidence opened: {opened} of {count}", es="Evidencia abierta: {opened} de {count}"
    ),
    "looks_seen": Sentence(
        en="You looked at {looked} of {count} answers.",
        es="Usted revisó {looked} de {count} respuestas.",
    ),
    "looks_seen_files": Sentence(
        en="You looked at {looked} of {count} answers and opened {opened} of {files} files.",
        es="Usted revisó {looked} de {count} respuestas y abrió {opened} de {files} archivos.",
    ),
    "looks_partly": Sentence(
        en="I approve it, though I have not looked at everything.",
        es="La apruebo, aunque no lo he revisado todo.",
    ),
    "looks_partly_why": Sentence(
        en="The history of this assessment says so. To return it, you need no tick.",
        es="El historial de esta evaluación lo dirá. Para devolverla no hace falta marcarlo.",
    ),
    "looks_unfold": Sentence(en="Show this answer", es="Ver esta respuesta"),
    "looks_unknown_title": Sentence(
        en="Answers that nobody knows: {count}", es="Respuestas que nadie sabe: {count}"
    ),
    "looks_unknown_why": Sentence(
        en="They have no value and no evidence: not asked, not known, or not told. "
        "You can accept them in one step.",
        es="No tienen valor ni evidencia: no se preguntó, no se sabe o no lo dijeron. "
        "Puede aceptarlas en un solo paso.",
    ),
    "looks_unknown_accept": Sentence(
        en="Accept the {count} that nobody knows", es="Aceptar las {count} que nadie sabe"
    ),
    "looks_unknown_which": Sentence(en="Which ones", es="Cuáles son"),
    "looks_unknown_accepted": Sentence(
        en="You accepted answers that nobody knows: {count}.",
        es="Usted aceptó respuestas que nadie sabe: {count}.",
    ),
    "looks_unknown_back": Sentence(en="Take these back", es="Deshacerlo"),
    "looks_returned_to": Sentence(en="Returned to {name}", es="Se devolvió a {name}"),
    "looks_returned_you": Sentence(
        en="You returned this on {moment}. Now {name} goes on, and sends it to review again.",
        es="Usted devolvió esto el {moment}. Ahora sigue {name}, y lo enviará otra vez a revisión.",
    ),
    "looks_returned_they": Sentence(
        en="{who} returned this on {moment}. Now {name} goes on, and sends it to review again.",
        es="{who} devolvió esto el {moment}. Ahora sigue {name}, y lo enviará otra vez a revisión.",
    ),
    "looks_submit_instead": Sentence(
        en="Send it to review instead of {name}", es="Enviarla a revisión en lugar de {name}"
    ),
    "looks_nothing_changed": Sentence(
        en="No answer changed. Look at your questions, then decide.",
        es="No cambió ninguna respuesta. Vea sus preguntas y luego decida.",
    ),
    "looks_next": Sentence(
        en="Next in the inbox: {employer}", es="Siguiente en la bandeja: {employer}"
    ),
    "looks_inbox_empty": Sentence(
        en="Nothing else waits for your review.", es="Nada más espera su revisión."
    ),
    "looks_answer": Sentence(en="Answer", es="Respuesta"),
    "looks_evidence": Sentence(en="Evidence", es="Evidencia"),
    "looks_change": Sentence(en="Since last time", es="Desde la última vez"),
    "looks_no_evidence": Sentence(en="No file and no link.", es="Ni archivo ni enlace."),
    "looks_file_opened": Sentence(en="opened by you", es="abierto por usted"),
    "looks_file_unopened": Sentence(en="not opened yet", es="aún sin abrir"),
    "looks_unchanged": Sentence(en="As it was.", es="Sigue igual."),
    "looks_new": Sentence(en="New.", es="Nueva."),
    "looks_was": Sentence(en="Before", es="Antes"),
    "looks_is": Sentence(en="Now", es="Ahora"),
    "looks_none": Sentence(en="no answer", es="sin respuesta"),
    "looks_grade_was": Sentence(
        en="Strength of the evidence: {before}, now {now}",
        es="Fuerza de la evidencia: {before}, ahora {now}",
    ),
    "looks_words_changed": Sentence(
        en="The source or the note was rewritten.", es="Se reescribió la fuente o la nota."
    ),
    "looks_beside": Sentence(
        en="The answer is the same. A day, a count or a rule beside it changed.",
        es="La respuesta es la misma. Cambió una fecha, un conteo o una regla a su lado.",
    ),
    "looks_added": Sentence(en="Evidence added: {title}", es="Evidencia agregada: {title}"),
    "looks_removed": Sentence(en="Evidence removed: {title}", es="Evidencia quitada: {title}"),
    "looks_status_open": Sentence(en="Not looked at yet", es="Sin mirar"),
    "looks_status_accepted": Sentence(en="Accepted", es="Aceptada"),
    "looks_status_asked": Sentence(en="You ask about this", es="Usted pregunta por esto"),
    "looks_said_accepted": Sentence(en="Accepted.", es="Aceptada."),
    "looks_said_asked": Sentence(
        en="Your question is kept. Return the assessment to send it.",
        es="Su pregunta quedó guardada. Devuelva la evaluación para enviarla.",
    ),
    "looks_accept": Sentence(en="Accept", es="Aceptar"),
    "looks_ask": Sentence(en="Ask about this", es="Preguntar por esto"),
    "looks_ask_label": Sentence(
        en="Question for the author: {title}", es="Pregunta para quien lo escribió: {title}"
    ),
    "looks_ask_hint": Sentence(
        en="Only your team sees this. It is sent when you return the assessment.",
        es="Solo su equipo ve esto. Se envía cuando usted devuelve la evaluación.",
    ),
    "looks_ask_keep": Sentence(en="Keep the question", es="Guardar la pregunta"),
    "looks_other_asks": Sentence(en="{name} asks:", es="{name} pregunta:"),
    "looks_you_asked": Sentence(en="Asked last time:", es="Se preguntó la vez pasada:"),
    "looks_author_says": Sentence(en="The author says:", es="Quien escribe dice:"),
    "looks_author_silent": Sentence(
        en="The author has not said what was done.", es="Quien escribe no ha dicho qué hizo."
    ),
    "looks_more": Sentence(en="More answers", es="Más respuestas"),
    "looks_keys_title": Sentence(en="Keys", es="Teclas"),
    "looks_keys": Sentence(
        en="j next answer, k answer before, a accept, r ask.",
        es="j respuesta siguiente, k anterior, a aceptar, r preguntar.",
    ),
    "looks_keys_on": Sentence(en="Use these keys", es="Usar estas teclas"),
    "looks_meanwhile": Sentence(
        en="What changed while you were reading", es="Lo que cambió mientras usted leía"
    ),
    "looks_meanwhile_why": Sentence(
        en="Nothing was approved. Below you see the assessment as it stands now.",
        es="No se aprobó nada. Abajo ve la evaluación como está ahora.",
    ),
    "looks_decide_asked": Sentence(
        en="Your questions go to the author when you return it: {count}.",
        es="Sus preguntas van a quien escribe cuando la devuelva: {count}.",
    ),
}

_AUTHOR = {
    "looks_returned": Sentence(en="Returned", es="Devuelto"),
    "looks_returned_by": Sentence(
        en="{name} returned this on {moment}.",
        es="{name} devolvió esto el {moment}.",
    ),
    "looks_returned_why": Sentence(
        en="Answer these questions, then send it to review again. Nothing else has to change: "
        "the reviewer sees only what you change.",
        es="Responda estas preguntas y luego envíela de nuevo a revisión. No hace falta cambiar "
        "nada más: quien revisa ve solo lo que usted cambie.",
    ),
    "looks_returned_progress": Sentence(
        en="{done} of {count} done", es="{done} de {count} resueltas"
    ),
    "looks_done": Sentence(en="Done", es="Hecho"),
    "looks_open": Sentence(en="Open", es="Pendiente"),
    "looks_reviewer_asks": Sentence(
        en="{name} asks about this answer:", es="{name} pregunta por esta respuesta:"
    ),
    "looks_done_label": Sentence(en="Done: what did you do?", es="Hecho: ¿qué hizo usted?"),
    "looks_done_hint": Sentence(
        en="One line for the reviewer. Your team sees it, nobody else.",
        es="Una línea para quien revisa. La ve su equipo y nadie más.",
    ),
    "looks_done_keep": Sentence(en="Mark as done", es="Marcar como hecho"),
    "looks_done_said": Sentence(en="You said:", es="Usted dijo:"),
    "looks_somebody": Sentence(en="The reviewer", es="Quien revisa"),
    "reviews_event_partly": Sentence(
        en="Approved before everything was looked at", es="Se aprobó sin haberlo revisado todo"
    ),
    "reviews_partly": Sentence(
        en="answers looked at: {looked} of {count}; files opened: {opened} of {files}",
        es="respuestas revisadas: {looked} de {count}; archivos abiertos: {opened} de {files}",
    ),
    "assess_state_returned": Sentence(en="Returned", es="Devuelto"),
    "assess_state_returned_next": Sentence(
        en="The reviewer wants something done before it can be approved.",
        es="Quien revisa pide algo antes de poder aprobarla.",
    ),
    "reviews_event_done": Sentence(en="Done about it", es="Lo que se hizo"),
}

WORDING: dict[str, Sentence] = {**_REVIEWER, **_AUTHOR}
