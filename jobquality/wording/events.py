"""Words of the log: one sentence for each kind of event.

The name of a sentence is `event_` and the kind. `who` did it, `what` it is about.
"""

from jobquality.wording.sentence import Sentence

_TOLD: dict[str, tuple[str, str]] = {
    "assessment_edition_moved": (
        "{who} moved the draft of {what} to a newer edition of its standard",
        "{who} pasó el borrador de {what} a una edición más nueva de su norma",
    ),
    "assessment_started": (
        "{who} started the assessment of {what}",
        "{who} empezó la evaluación de {what}",
    ),
    "assessment_submitted": (
        "{who} submitted the assessment of {what}",
        "{who} entregó la evaluación de {what}",
    ),
    "assessment_returned": (
        "{who} returned the assessment of {what}",
        "{who} devolvió la evaluación de {what}",
    ),
    "assessment_approved": (
        "{who} approved the assessment of {what}",
        "{who} aprobó la evaluación de {what}",
    ),
    "assessment_held": (
        "{who} put the assessment of {what} on hold",
        "{who} puso en espera la evaluación de {what}",
    ),
    "assessment_lifted": (
        "{who} lifted the hold on the assessment of {what}",
        "{who} levantó la espera de la evaluación de {what}",
    ),
    "assessment_abandoned": (
        "{who} gave up the assessment of {what}",
        "{who} abandonó la evaluación de {what}",
    ),
    "assessment_kept": (
        "The log took up what stands there of the assessment of {what}",
        "El registro tomó nota de lo que hay en la evaluación de {what}",
    ),
    "evidence_added": (
        "{who} added evidence to the assessment of {what}",
        "{who} agregó evidencia a la evaluación de {what}",
    ),
    "evidence_replaced": (
        "{who} replaced evidence in the assessment of {what}",
        "{who} reemplazó evidencia en la evaluación de {what}",
    ),
    "evidence_changed": (
        "{who} changed what is said about evidence of {what}",
        "{who} cambió lo que se dice de una evidencia de {what}",
    ),
    "evidence_removed": (
        "{who} took evidence back from the assessment of {what}",
        "{who} quitó evidencia de la evaluación de {what}",
    ),
    "evidence_unmarked": (
        "{who} said that a piece of evidence of {what} is no worker’s paper",
        "{who} dijo que una evidencia de {what} no es papel de una persona",
    ),
    "evidence_opened": (
        "{who} opened evidence of the assessment of {what}",
        "{who} abrió evidencia de la evaluación de {what}",
    ),
    "evidence_exported": (
        "{who} downloaded all evidence of the assessment of {what}",
        "{who} descargó toda la evidencia de la evaluación de {what}",
    ),
    "evidence_copy_drawn": (
        "{who} made a covered copy of evidence of {what}",
        "{who} hizo una copia tapada de una evidencia de {what}",
    ),
    "evidence_copy_released": (
        "{who} released a covered copy of evidence of {what}",
        "{who} dejó salir una copia tapada de una evidencia de {what}",
    ),
    "evidence_copy_withdrawn": (
        "{who} took back a covered copy of evidence of {what}",
        "{who} retiró una copia tapada de una evidencia de {what}",
    ),
    "questions_sent": (
        "{who} made a link with questions for the employer: {what}",
        "{who} creó un enlace con preguntas para el empleador: {what}",
    ),
    "questions_renewed": (
        "{who} made a new link with questions for the employer: {what}",
        "{who} creó un enlace nuevo con preguntas para el empleador: {what}",
    ),
    "questions_withdrawn": (
        "{who} withdrew the questions for the employer: {what}",
        "{who} retiró las preguntas para el empleador: {what}",
    ),
    "questions_opened": (
        "The employer opened its questions: {what}",
        "El empleador abrió sus preguntas: {what}",
    ),
    "questions_answered": (
        "The employer sent in its answers: {what}",
        "El empleador envió sus respuestas: {what}",
    ),
    "reply_speaker_came": (
        "Somebody came in through the employer’s link and said who they are: {what}",
        "Alguien entró con el enlace del empleador y dijo quién es: {what}",
    ),
    "reply_speaker_carried": (
        "Somebody who was accepted for the draft before came in again by their own code: {what}",
        "Alguien a quien se aceptó para el borrador anterior entró con su propio código: {what}",
    ),
    "reply_speaker_accepted": (
        "{who} accepted that somebody replies for the employer: {what}",
        "{who} aceptó que alguien responde por el empleador: {what}",
    ),
    "reply_not_the_employer_said": (
        "{who} said first that somebody who came in is not the employer: {what}",
        "{who} dijo primero que alguien que entró no es el empleador: {what}",
    ),
    "reply_not_the_employer": (
        (
            "{who} said that it was not the employer who came through the link; link, clock "
            "and reply that rest on them do not count: {what}"
        ),
        (
            "{who} dijo que no fue el empleador quien entró con el enlace; enlace, plazo y "
            "respuesta que dependen de esa persona no cuentan: {what}"
        ),
    ),
    "questions_speaker_accepted": (
        "{who} accepted that somebody speaks for the employer: {what}",
        "{who} aceptó que alguien habla por el empleador: {what}",
    ),
    "questions_speaker_refused": (
        "{who} did not accept that somebody speaks for the employer: {what}",
        "{who} no aceptó que alguien habla por el empleador: {what}",
    ),
    "notice_sent": (
        "{who} made the notice to the employer: {what}",
        "{who} creó el aviso al empleador: {what}",
    ),
    "notice_resumed": (
        "{who} went on under the same notice: {what}",
        "{who} siguió con el mismo aviso: {what}",
    ),
    "notice_renewed": (
        "{who} made a new link to the notice: {what}",
        "{who} creó un enlace nuevo al aviso: {what}",
    ),
    "notice_opened": (
        "The employer opened the draft: {what}",
        "El empleador abrió el borrador: {what}",
    ),
    "notice_tried": (
        "{who} tried to hand the draft over: {what}",
        "{who} intentó entregar el borrador: {what}",
    ),
    "notice_delivered": (
        "{who} handed the draft over: {what}",
        "{who} entregó el borrador: {what}",
    ),
    "notice_heard": (
        "{who} checked that the employer has the draft: {what}",
        "{who} comprobó que el empleador tiene el borrador: {what}",
    ),
    "reply_saved": (
        "The employer saved its reply: {what}",
        "El empleador guardó su respuesta: {what}",
    ),
    "reply_sent": (
        "The employer sent its reply: {what}",
        "El empleador envió su respuesta: {what}",
    ),
    "reply_decided": (
        "{who} decided on the reply of the employer: {what}",
        "{who} decidió sobre la respuesta del empleador: {what}",
    ),
    "reply_decision_taken_back": (
        "{who} took back the decision on the reply of the employer: {what}",
        "{who} retiró la decisión sobre la respuesta del empleador: {what}",
    ),
    "reply_decision_read": (
        "The employer read the decision on its reply. It may be published now: {what}",
        "El empleador leyó la decisión sobre su respuesta. Ya se puede publicar: {what}",
    ),
    "publication_published": (
        "{who} published the assessment of {what}",
        "{who} publicó la evaluación de {what}",
    ),
    "publication_correction_started": (
        "{who} began to correct a publication: {what}",
        "{who} empezó a corregir una publicación: {what}",
    ),
    "publication_corrected": (
        "{who} published a correction: {what}",
        "{who} publicó una corrección: {what}",
    ),
    "publication_withdrawal_proposed": (
        "{who} proposed to withdraw a publication: {what}",
        "{who} propuso retirar una publicación: {what}",
    ),
    "publication_withdrawn": (
        "{who} withdrew a publication: {what}",
        "{who} retiró una publicación: {what}",
    ),
    "publication_tombstone_proposed": (
        "{who} proposed to remove what a publication says: {what}",
        "{who} propuso quitar lo que dice una publicación: {what}",
    ),
    "publication_tombstoned": (
        "{who} removed what a publication says: {what}",
        "{who} quitó lo que dice una publicación: {what}",
    ),
    "publication_not_recomputed": (
        "A published score did not come out again when the service looked: {what}",
        "Una calificación publicada no volvió a salir cuando el servicio miró: {what}",
    ),
    "proposal_refused": ("{who} refused a proposal", "{who} rechazó una propuesta"),
    "proposal_taken_back": (
        "{who} took back what they had proposed",
        "{who} retiró lo que había propuesto",
    ),
    "proposal_ended": (
        "A proposal ended, for the account of whoever made it was closed",
        "Terminó una propuesta, porque se cerró la cuenta de quien la hizo",
    ),
    "ledger_key_changed": (
        "{who} changed the key that signs what is published",
        "{who} cambió la clave que firma lo publicado",
    ),
    "ledger_marks_renewed": (
        "A new key was made for accounts and links, which was gone; everybody came in anew",
        "Se hizo otra clave para cuentas y enlaces, porque faltaba; todas entraron de nuevo",
    ),
    "certificate_issued": (
        "{who} issued a certificate to {what}",
        "{who} emitió un certificado a {what}",
    ),
    "certificate_proposed": (
        "{who} proposed what a certificate of {what} is worth from now on",
        "{who} propuso cuánto vale desde ahora un certificado de {what}",
    ),
    "certificate_suspended": (
        "{who} suspended the certificate of {what}",
        "{who} suspendió el certificado de {what}",
    ),
    "certificate_unsuspended": (
        "{who} made the certificate of {what} valid again",
        "{who} dio validez de nuevo al certificado de {what}",
    ),
    "certificate_revoked": (
        "{who} revoked the certificate of {what}",
        "{who} revocó el certificado de {what}",
    ),
    "certificate_replaced": (
        "{who} replaced an older certificate of {what}",
        "{who} reemplazó un certificado anterior de {what}",
    ),
    "rate_added": ("{who} added a dated figure", "{who} agregó una cifra con fecha"),
    "rate_kept": (
        "Whoever brought a dated figure left; it stays, for a reviewer approved what rests on it",
        "Quien aportó una cifra se fue; la cifra queda, pues se aprobó lo que se basa en ella",
    ),
    "rate_confirmed": ("{who} confirmed a dated figure", "{who} confirmó una cifra con fecha"),
    "initiative_added": (
        "{who} added the initiative {what}",
        "{who} agregó la iniciativa {what}",
    ),
    "initiative_changed": (
        "{who} changed the initiative {what}",
        "{who} cambió la iniciativa {what}",
    ),
    "initiative_shown": (
        "{who} showed to everyone something of the initiative {what}",
        "{who} mostró a todo el mundo algo de la iniciativa {what}",
    ),
    "statement_sent": (
        "An employer sent a statement about what is published",
        "Un empleador envió una declaración sobre lo publicado",
    ),
    "statement_changed": (
        "An employer changed a statement that came back",
        "Un empleador cambió una declaración que volvió",
    ),
    "statement_returned": (
        "{who} returned a statement because of a worker’s name",
        "{who} devolvió una declaración por el nombre de un trabajador",
    ),
    "statement_printed": (
        "{who} put an employer’s statement beside the score",
        "{who} puso la declaración de un empleador junto a la calificación",
    ),
    "statement_decision_proposed": (
        "{who} proposed a decision on a statement",
        "{who} propuso una decisión sobre una declaración",
    ),
    "statement_decided": (
        "{who} decided on a statement as the second person",
        "{who} decidió sobre una declaración como segunda persona",
    ),
    "statement_taken_up": (
        "{who} started an assessment from what an employer says is fixed",
        "{who} empezó una evaluación con lo que un empleador dice que corrigió",
    ),
    "plan_taken_up": (
        "An employer took up an action of its plan: {what}",
        "Un empleador asumió una acción de su plan: {what}",
    ),
    "plan_done": (
        "An employer said that an action of its plan is done: {what}",
        "Un empleador dijo que una acción de su plan está hecha: {what}",
    ),
    "organization_answer_time_set": (
        "{who} changed in how many days employers are answered",
        "{who} cambió en cuántos días se responde a los empleadores",
    ),
    "message_put": ("A message was written to be sent", "Se escribió un mensaje para enviar"),
    "message_by_hand": (
        "A message was left to be carried by hand: no mail server is set",
        "Un mensaje quedó para llevarse a mano: no hay servidor de correo",
    ),
    "message_sent": ("The mail server took a message", "El servidor de correo aceptó un mensaje"),
    "message_failed": (
        "The mail server did not take a message",
        "El servidor de correo no aceptó un mensaje",
    ),
    "message_handed_over": (
        "{who} carried a message by hand",
        "{who} llevó un mensaje a mano",
    ),
    "message_bounced": (
        "{who} marked a message as come back",
        "{who} marcó un mensaje como devuelto",
    ),
    "message_withdrawn": ("{who} took a message back", "{who} retiró un mensaje"),
    "message_again": ("{who} had a message sent again", "{who} hizo enviar otra vez un mensaje"),
    "template_changed": (
        "{who} changed the text of a letter: {what}",
        "{who} cambió el texto de una carta: {what}",
    ),
    "calendar_ended": (
        "{who} turned off a private calendar",
        "{who} apagó un calendario privado",
    ),
    "calendar_made": ("{who} made a private calendar", "{who} creó un calendario privado"),
    "standard_brought": (
        "{who} brought a standard to look at: {what}",
        "{who} trajo una norma para mirarla: {what}",
    ),
    "standard_proposed": (
        "{who} proposed an edition of a standard: {what}",
        "{who} propuso una edición de una norma: {what}",
    ),
    "standard_published": (
        "{who} published an edition of a standard: {what}",
        "{who} publicó una edición de una norma: {what}",
    ),
    "standard_chosen": (
        "{who} chose which standards are used",
        "{who} eligió qué normas se usan",
    ),
    "log_exported": ("{who} downloaded this log", "{who} descargó este registro"),
    "ledger_key_proposed": (
        "{who} proposed to change the key that signs",
        "{who} propuso cambiar la clave que firma",
    ),
    "ledger_witness_named": (
        "{who} named a witness of what is published",
        "{who} nombró un testigo de lo publicado",
    ),
    "ledger_witness_end_proposed": (
        "{who} proposed to end the part of the last witness",
        "{who} propuso terminar la tarea del último testigo",
    ),
    "ledger_witness_ended": (
        "{who} ended the part of a witness",
        "{who} terminó la tarea de un testigo",
    ),
}

WORDING: dict[str, Sentence] = {
    f"event_{kind}": Sentence(en=en, es=es) for kind, (en, es) in _TOLD.items()
}
