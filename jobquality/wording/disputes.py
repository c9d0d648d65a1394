"""Words of what employers say later, for everyone and for the team."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "said_title": Sentence(
        en="What the employer said later",
        es="Lo que el empleador dijo después",
    ),
    "said_lead": Sentence(
        en="Printed in full, in the order in which it came. We check only who speaks, and that "
        "no worker is named.",
        es="Completo, en el orden en que llegó. Solo se comprueba quién habla y que no se "
        "nombre a ningún trabajador.",
    ),
    "said_see_all": Sentence(
        en="The employer said more after publication",
        es="El empleador dijo más después de publicar",
    ),
    "said_topic_dispute": Sentence(
        en="Disputes the score",
        es="Disputa la calificación",
    ),
    "said_topic_fixed": Sentence(
        en="Says that this is fixed",
        es="Dice que esto está corregido",
    ),
    "said_topic_statement": Sentence(
        en="Adds a statement",
        es="Agrega una declaración",
    ),
    "said_fixed_on": Sentence(
        en="since {day}",
        es="desde el {day}",
    ),
    "said_about": Sentence(
        en="About: {things}",
        es="Sobre: {things}",
    ),
    "said_since_title": Sentence(
        en="What the employer says to this", es="Lo que el empleador dice de esto"
    ),
    "said_by": Sentence(
        en="{who}, for the employer, {day}",
        es="{who}, por el empleador, {day}",
    ),
    "said_of_revision": Sentence(
        en="Said of scorecard number {number}.",
        es="Dicho de la calificación número {number}.",
    ),
    "said_gone": Sentence(
        en="These words were taken out. The ledger says why.",
        es="Estas palabras se quitaron. El registro dice por qué.",
    ),
    "said_gone_on": Sentence(
        en="The employer said this on {said}. The words were taken out on {gone}.",
        es="El empleador dijo esto el {said}. Las palabras se quitaron el {gone}.",
    ),
    "said_open": Sentence(
        en="Two people of the organization have to decide. Until then the score is marked as "
        "contested.",
        es="Dos personas de la organización deben decidir. Hasta entonces la calificación queda "
        "marcada en disputa.",
    ),
    "said_fixed_open": Sentence(
        en="A new score has not shown this yet.",
        es="Una nueva calificación todavía no lo muestra.",
    ),
    "said_fixed_in": Sentence(
        en="Fixed in {days} days: a later score shows it.",
        es="Corregido en {days} días: una calificación posterior lo muestra.",
    ),
    "said_fixed_in_one": Sentence(
        en="Fixed in one day: a later score shows it.",
        es="Corregido en un día: una calificación posterior lo muestra.",
    ),
    "said_decided": Sentence(
        en="Decided on {day}:",
        es="Decidido el {day}:",
    ),
    "said_outcome_stays": Sentence(
        en="The score stays",
        es="La calificación queda",
    ),
    "said_outcome_corrected": Sentence(
        en="The score has to be corrected",
        es="La calificación se tiene que corregir",
    ),
    "said_outcome_withdrawn": Sentence(
        en="The score has to be withdrawn",
        es="La calificación se tiene que retirar",
    ),
    "said_waiting": Sentence(
        en="This was not done yet. Until then the score is marked as contested.",
        es="Todavía no se hizo. Hasta entonces la calificación queda marcada en disputa.",
    ),
    "said_done": Sentence(
        en="This was done.",
        es="Ya se hizo.",
    ),
    "said_earlier": Sentence(
        en="Decided first, on {day}, and decided anew since:",
        es="Decidido primero, el {day}, y decidido de nuevo después:",
    ),
    "disputes_decide_anew": Sentence(
        en="Decide anew",
        es="Decidir de nuevo",
    ),
    "organizations_answer_promise": Sentence(
        en="Employers are promised an answer in {days} days.",
        es="Se promete a los empleadores una respuesta en {days} días.",
    ),
    "organizations_answered": Sentence(
        en="Answered in {days} days on average ({count} answers).",
        es="Respondido en {days} días de promedio ({count} respuestas).",
    ),
    "organizations_answers_late": Sentence(
        en="{count} wait for longer than promised.",
        es="{count} esperan más de lo prometido.",
    ),
    "organizations_answers": Sentence(
        en="How fast employers are answered",
        es="Con qué rapidez se responde a los empleadores",
    ),
    "disputes_title": Sentence(
        en="What employers said after publication",
        es="Lo que los empleadores dijeron después de publicar",
    ),
    "disputes_lead": Sentence(
        en="Check only that the speaker is the employer and that no worker is named. The "
        "opinion is printed as it is.",
        es="Compruebe solo que habla el empleador y que no se nombra a ningún trabajador. La "
        "opinión se publica tal cual.",
    ),
    "disputes_none": Sentence(
        en="Nothing waits for you.",
        es="Nada le espera.",
    ),
    "disputes_task_speaker": Sentence(
        en="Confirm who speaks",
        es="Confirmar quién habla",
    ),
    "disputes_task_check": Sentence(
        en="Check and print",
        es="Comprobar y publicar",
    ),
    "disputes_task_decide": Sentence(
        en="Decide",
        es="Decidir",
    ),
    "disputes_task_confirm": Sentence(
        en="A second person confirms the decision",
        es="Una segunda persona confirma la decisión",
    ),
    "disputes_task_fixed": Sentence(
        en="The employer says it is done",
        es="El empleador dice que está hecho",
    ),
    "disputes_days": Sentence(
        en="When you answer",
        es="Cuándo responden",
    ),
    "disputes_days_now": Sentence(
        en="You promise an answer in {days} days.",
        es="Prometen una respuesta en {days} días.",
    ),
    "disputes_days_few": Sentence(
        en="Your real time is shown once three are answered.",
        es="Su tiempo real se muestra cuando haya tres respuestas.",
    ),
    "disputes_days_label": Sentence(
        en="Answer in how many days?",
        es="¿Responder en cuántos días?",
    ),
    "disputes_days_hint": Sentence(
        en="1 to {most}. It counts for what comes from now on.",
        es="De 1 a {most}. Vale para lo que llegue desde ahora.",
    ),
    "disputes_days_keep": Sentence(
        en="Save",
        es="Guardar",
    ),
    "disputes_page": Sentence(
        en="{employer}: after publication",
        es="{employer}: después de publicar",
    ),
    "disputes_said_none": Sentence(
        en="The employer said nothing yet. Make a link for it below, or use the link of the "
        "notice.",
        es="El empleador no dijo nada todavía. Cree un enlace abajo, o use el del aviso.",
    ),
    "disputes_state_waiting": Sentence(
        en="To be checked",
        es="Por comprobar",
    ),
    "disputes_state_returned": Sentence(
        en="Back with the employer",
        es="De vuelta con el empleador",
    ),
    "disputes_state_printed": Sentence(
        en="Printed",
        es="Publicada",
    ),
    "disputes_state_refused": Sentence(
        en="Refused",
        es="Rechazada",
    ),
    "disputes_check_why": Sentence(
        en="You do not judge what it says. Look at two things only: who speaks, and whether a "
        "worker is named.",
        es="No juzgue lo que dice. Mire solo dos cosas: quién habla y si se nombra a un "
        "trabajador.",
    ),
    "disputes_confirm_first": Sentence(
        en="First confirm who speaks:",
        es="Confirme antes quién habla:",
    ),
    "disputes_another_prints": Sentence(
        en="You made the link and accepted who came, so another person has to print this.",
        es="Usted creó el enlace y aceptó a quien entró, así que esto lo publica otra persona.",
    ),
    "disputes_two_from": Sentence(
        en="You and whoever made the link count as one person until {moment}: one of you let the "
        "other in, or reset an account. Before that, a third person can do this, or confirm on "
        "the page People who you are.",
        es="Usted y quien creó el enlace cuentan como una sola persona hasta {moment}: una persona "
        "dio acceso a la otra o restableció una cuenta. Antes, puede hacerlo una tercera persona, "
        "o confirmar en la página Personas quién es usted.",
    ),
    "disputes_no_worker": Sentence(
        en="I read it. It names no worker.",
        es="La leí. No nombra a ningún trabajador.",
    ),
    "disputes_print": Sentence(
        en="Print it beside the score",
        es="Publicarla junto a la calificación",
    ),
    "disputes_return": Sentence(
        en="It names a worker: ask to take that out",
        es="Nombra a un trabajador: pedir que lo quite",
    ),
    "disputes_return_reason": Sentence(
        en="What has to go? (once only; it names no opinion)",
        es="¿Qué debe quitar? (solo una vez; nada de opiniones)",
    ),
    "disputes_return_go": Sentence(
        en="Send it back",
        es="Devolverla",
    ),
    "disputes_was_returned": Sentence(
        en="It came back once:",
        es="Volvió una vez:",
    ),
    "disputes_decide": Sentence(
        en="Decide",
        es="Decidir",
    ),
    "disputes_decide_why": Sentence(
        en="Somebody who wrote no part of the score proposes it; a second such person confirms. "
        "The reasons are printed.",
        es="Lo propone alguien que no escribió nada de la calificación; otra persona así lo "
        "confirma. Las razones se publican.",
    ),
    "disputes_outcome": Sentence(
        en="What comes of it?",
        es="¿Qué resulta?",
    ),
    "disputes_reasons": Sentence(
        en="Reasons, for everyone to read",
        es="Razones, para que todos las lean",
    ),
    "disputes_propose": Sentence(
        en="Propose this",
        es="Proponerlo",
    ),
    "disputes_proposed": Sentence(
        en="{name} proposes:",
        es="{name} propone:",
    ),
    "disputes_confirm": Sentence(
        en="Confirm, sign and print it",
        es="Confirmar, firmar y publicar",
    ),
    "disputes_confirm_not": Sentence(
        en="Do not agree",
        es="No estar de acuerdo",
    ),
    "disputes_second": Sentence(
        en="A second person has to confirm this.",
        es="Una segunda persona tiene que confirmarlo.",
    ),
    "disputes_assess": Sentence(
        en="Assess it anew",
        es="Evaluarlo de nuevo",
    ),
    "disputes_assess_why": Sentence(
        en="The new assessment starts from the published one, with the documents of the "
        "employer. If nothing is worse, it needs no new clock.",
        es="La nueva evaluación parte de la publicada, con los documentos del empleador. Si "
        "nada empeora, no hace falta otro plazo.",
    ),
    "disputes_assessment": Sentence(
        en="Open the new assessment",
        es="Abrir la nueva evaluación",
    ),
    "disputes_paper_title": Sentence(
        en="From the employer, document",
        es="Del empleador, documento",
    ),
    "disputes_plan": Sentence(
        en="What the employer took up",
        es="Lo que asumió el empleador",
    ),
    "disputes_plan_done": Sentence(
        en="the employer says it is done",
        es="el empleador dice que está hecho",
    ),
    "disputes_links": Sentence(
        en="Links for the employer",
        es="Enlaces para el empleador",
    ),
    "disputes_links_why": Sentence(
        en="The link of the notice goes on working after publication. Make a new one where it "
        "is lost.",
        es="El enlace del aviso sigue sirviendo después de publicar. Cree uno nuevo si se perdió.",
    ),
    "disputes_link_make": Sentence(
        en="Make a new link",
        es="Crear un enlace nuevo",
    ),
    "disputes_link_made": Sentence(
        en="Made {moment}, {name}",
        es="Creado {moment}, {name}",
    ),
    "disputes_link_opened": Sentence(
        en="opened {moment}",
        es="abierto {moment}",
    ),
    "disputes_link_unopened": Sentence(
        en="not opened yet",
        es="aún no abierto",
    ),
    "disputes_link_ended": Sentence(
        en="ended {moment}",
        es="cerrado {moment}",
    ),
    "disputes_link_end": Sentence(
        en="End this link",
        es="Cerrar este enlace",
    ),
    "disputes_letter": Sentence(
        en="A link for the employer",
        es="Un enlace para el empleador",
    ),
    "disputes_letter_who": Sentence(
        en="{organization} has published how jobs at your workplace score.",
        es="{organization} ha publicado cómo puntúan los empleos en su empresa.",
    ),
    "disputes_letter_can": Sentence(
        en="Through this private link you can dispute it, say what you have fixed since, or add "
        "your words. They are printed beside the score. You get an answer in {days} days.",
        es="Con este enlace privado puede disputarla, decir qué ha corregido desde entonces o "
        "agregar sus palabras. Se publican junto a la calificación. Recibe respuesta en {days} "
        "días.",
    ),
    "disputes_go_corrected": Sentence(
        en="Now start the correction", es="Ahora empiece la corrección"
    ),
    "disputes_go_withdrawn": Sentence(
        en="Now propose the withdrawal", es="Ahora proponga el retiro"
    ),
    "disputes_open": Sentence(
        en="After publication",
        es="Después de publicar",
    ),
}
