"""Words of the employer's door after publication."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "after_title": Sentence(
        en="After publication",
        es="Después de publicar",
    ),
    "after_lost_why": Sentence(
        en="This page opens only through the private link that you were sent. What you sent is "
        "still there.",
        es="Esta página solo se abre con el enlace privado que recibió. Lo que envió sigue ahí.",
    ),
    "after_door": Sentence(
        en="{organization} published how your jobs score. You can answer.",
        es="{organization} publicó cómo puntúan sus empleos. Usted puede responder.",
    ),
    "after_door_why": Sentence(
        en="What you say is printed in full beside the score. Nobody there judges your opinion.",
        es="Lo que diga se publica completo junto a la calificación. Nadie allí juzga su opinión.",
    ),
    "after_door_dispute": Sentence(
        en="You can dispute the score, or single points of it. It is then marked as contested "
        "until two people decide, with reasons.",
        es="Puede disputar la calificación o puntos sueltos. Queda marcada en disputa hasta que "
        "dos personas decidan, con razones.",
    ),
    "after_door_fixed": Sentence(
        en="You can say what you fixed. With proof it becomes a new score, without another wait.",
        es="Puede decir qué corrigió. Con evidencia pasa a ser una nueva calificación, sin otra "
        "espera.",
    ),
    "after_door_days": Sentence(
        en="You are promised an answer in {days} days.",
        es="Se le promete una respuesta en {days} días.",
    ),
    "after_door_free": Sentence(
        en="You need no account. It costs nothing, and no payment changes a score.",
        es="No necesita cuenta. No cuesta nada y ningún pago cambia una calificación.",
    ),
    "after_open": Sentence(
        en="Come in",
        es="Entrar",
    ),
    "after_go_on": Sentence(
        en="Go on",
        es="Continuar",
    ),
    "after_who_why": Sentence(
        en="What you say is printed with your name and role. {organization} makes sure first "
        "that you speak for the employer. You need not wait for that.",
        es="Lo que diga se publica con su nombre y cargo. {organization} comprueba antes que "
        "usted habla por el empleador. No hace falta que espere.",
    ),
    "after_role_hint": Sentence(
        en="It is printed, such as: owner, manager.",
        es="Se publica. Por ejemplo: dueña, gerente.",
    ),
    "after_pending": Sentence(
        en="{organization} still makes sure that you speak for the employer. What you send "
        "waits until then.",
        es="{organization} todavía comprueba que usted habla por el empleador. Lo que envíe "
        "espera hasta entonces.",
    ),
    "after_see": Sentence(
        en="See it as everyone does",
        es="Verla como todo el mundo",
    ),
    "after_contested": Sentence(
        en="You contest it. The score stays, with this mark, until two people decide.",
        es="Usted la disputa. La calificación queda, con esta marca, hasta que dos personas "
        "decidan.",
    ),
    "after_withdrawn": Sentence(
        en="Your scorecard was withdrawn. The reason is public.",
        es="Su calificación se retiró. El motivo es público.",
    ),
    "after_withdrawn_why": Sentence(
        en="Answer the reason in your own words. They are printed beside it, as long as it is "
        "public.",
        es="Responda al motivo con sus propias palabras. Se imprimen a su lado, mientras sea "
        "público.",
    ),
    "after_nothing_published": Sentence(
        en="Nothing is published of you now.",
        es="Ahora no hay nada publicado sobre usted.",
    ),
    "after_do": Sentence(
        en="What do you want to do?",
        es="¿Qué quiere hacer?",
    ),
    "after_do_dispute": Sentence(
        en="Dispute the score",
        es="Disputar la calificación",
    ),
    "after_do_dispute_why": Sentence(
        en="Say what is wrong, in the whole or in single points. The score is marked as contested.",
        es="Diga qué está mal, en todo o en puntos sueltos. La calificación queda marcada en "
        "disputa.",
    ),
    "after_do_dispute_go": Sentence(
        en="Write what is wrong",
        es="Escribir qué está mal",
    ),
    "after_do_fixed": Sentence(
        en="This is fixed",
        es="Esto está corregido",
    ),
    "after_do_fixed_why": Sentence(
        en="Say what changed and since when, with a document that shows it.",
        es="Diga qué cambió y desde cuándo, con un documento que lo muestre.",
    ),
    "after_do_fixed_go": Sentence(
        en="Say what is fixed",
        es="Decir qué está corregido",
    ),
    "after_do_statement": Sentence(
        en="Say something",
        es="Decir algo",
    ),
    "after_do_statement_why": Sentence(
        en="Your words beside the score. They change nothing else.",
        es="Sus palabras junto a la calificación. No cambian nada más.",
    ),
    "after_do_statement_go": Sentence(
        en="Write a statement",
        es="Escribir una declaración",
    ),
    "after_choose": Sentence(
        en="Choose…",
        es="Elija…",
    ),
    "after_fixed_what": Sentence(
        en="What is fixed?",
        es="¿Qué está corregido?",
    ),
    "after_fixed_on": Sentence(
        en="Since which day?",
        es="¿Desde qué día?",
    ),
    "after_dispute_what": Sentence(
        en="What is wrong?",
        es="¿Qué está mal?",
    ),
    "after_dispute_hint": Sentence(
        en="Choose nothing to dispute the whole score.",
        es="No elija nada para disputar toda la calificación.",
    ),
    "after_dispute_single": Sentence(
        en="Choose single points",
        es="Elegir puntos sueltos",
    ),
    "after_text": Sentence(
        en="Your words",
        es="Sus palabras",
    ),
    "after_text_hint": Sentence(
        en="Up to 5,000 characters. Name no worker.",
        es="Hasta 5,000 caracteres. No nombre a ningún trabajador.",
    ),
    "after_files": Sentence(
        en="Documents",
        es="Documentos",
    ),
    "after_files_hint": Sentence(
        en="Up to {most} files, 20 MB together. They are not published. Cover the names of "
        "workers.",
        es="Hasta {most} archivos, 20 MB en total. No se publican. Tape los nombres de "
        "trabajadores.",
    ),
    "after_printed": Sentence(
        en="Your words are printed as they are, with your name and role, and signed. They "
        "cannot change afterwards.",
        es="Sus palabras se publican tal cual, con su nombre y cargo, y firmadas. Después no "
        "pueden cambiar.",
    ),
    "after_send": Sentence(
        en="Send",
        es="Enviar",
    ),
    "after_sent": Sentence(
        en="We got it.",
        es="Lo recibimos.",
    ),
    "after_sent_why": Sentence(
        en="Below you see the day and when you are answered.",
        es="Abajo ve el día y cuándo se le responde.",
    ),
    "after_said": Sentence(
        en="What was said after publication",
        es="Lo que se dijo después de publicar",
    ),
    "after_said_none": Sentence(
        en="Nothing yet.",
        es="Nada todavía.",
    ),
    "after_state_waiting": Sentence(
        en="Sent",
        es="Enviada",
    ),
    "after_state_returned": Sentence(
        en="Please change it",
        es="Cámbiela, por favor",
    ),
    "after_state_printed": Sentence(
        en="Printed beside the score",
        es="Publicada junto a la calificación",
    ),
    "after_state_refused": Sentence(
        en="Not printed",
        es="No publicada",
    ),
    "after_paper": Sentence(
        en="Document {number}",
        es="Documento {number}",
    ),
    "after_got": Sentence(
        en="We got it on {moment}.",
        es="La recibimos el {moment}.",
    ),
    "after_returned": Sentence(
        en="A worker is named. Please take that out.",
        es="Se nombra a un trabajador. Quítelo, por favor.",
    ),
    "after_returned_go": Sentence(
        en="Change it",
        es="Cambiarla",
    ),
    "after_gone": Sentence(
        en="These words were taken out. Nobody can read them any more.",
        es="Estas palabras se quitaron. Ya nadie puede leerlas.",
    ),
    "after_gone_why": Sentence(en="Read why, where they stood", es="Leer por qué, donde estaban"),
    "after_reasons": Sentence(
        en="Read the reasons",
        es="Leer las razones",
    ),
    "after_looked_at": Sentence(
        en="It is being assessed anew.",
        es="Se está evaluando de nuevo.",
    ),
    "after_answer_by": Sentence(
        en="Answer by {day}",
        es="Respuesta hasta el {day}",
    ),
    "after_plan": Sentence(
        en="Your plan",
        es="Su plan",
    ),
    "after_plan_why": Sentence(
        en="Take up what you want to change: who sees to it, and until when. Only you and the "
        "organization see it.",
        es="Asuma lo que quiere cambiar: quién se encarga y hasta cuándo. Solo lo ven usted y "
        "la organización.",
    ),
    "after_plan_what": Sentence(
        en="What do you want to change?",
        es="¿Qué quiere cambiar?",
    ),
    "after_plan_owner": Sentence(
        en="Who sees to it? A name or a role",
        es="¿Quién se encarga? Un nombre o cargo",
    ),
    "after_plan_due": Sentence(
        en="Until when?",
        es="¿Hasta cuándo?",
    ),
    "after_plan_take": Sentence(
        en="Take it up",
        es="Asumirla",
    ),
    "after_plan_keep": Sentence(
        en="Save",
        es="Guardar",
    ),
    "after_plan_new": Sentence(
        en="Take up an action",
        es="Asumir una acción",
    ),
    "after_plan_until": Sentence(
        en="until {day}",
        es="hasta el {day}",
    ),
    "after_plan_done": Sentence(
        en="You say that it is done",
        es="Usted dice que está hecha",
    ),
    "after_plan_said": Sentence(
        en="See what you sent",
        es="Ver lo que envió",
    ),
    "after_plan_finish": Sentence(
        en="It is done",
        es="Está hecha",
    ),
    "after_plan_change": Sentence(
        en="Change who or when",
        es="Cambiar quién o cuándo",
    ),
    "after_code": Sentence(
        en="Your code to go on elsewhere:",
        es="Su código para seguir en otro sitio:",
    ),
    "after_no_day": Sentence(
        en="This is no day. Write it as 2026-03-01.",
        es="Esto no es un día. Escríbalo como 2026-03-01.",
    ),
    "after_from_reply": Sentence(
        en="It is published. Dispute it, say what is fixed, or add to it",
        es="Está publicada. Dispútela, diga qué corrigió o agregue algo",
    ),
}
