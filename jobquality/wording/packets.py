"""Words of the packet for a lawyer."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "packet_forged": Sentence(
        en=(
            "Something of what follows was changed in the database, past the program. Do not rely "
            "on it. `jobquality verify` says what it is."
        ),
        es=(
            "Algo de lo que sigue se cambió en la base de datos, por fuera del programa. No confíe "
            "en ello. `jobquality verify` dice qué es."
        ),
    ),
    "packet_step_forged": Sentence(
        en="{step} (changed past the program)", es="{step} (cambiado por fuera del programa)"
    ),
    "packet_title": Sentence(
        en="Packet for a lawyer",
        es="Paquete para su abogada o abogado",
    ),
    "packet_why": Sentence(
        en="When an employer contests a scorecard, this is what your lawyer needs: every "
        "claim that the public page makes, beside what it rests on and the two people "
        "who stand behind it.",
        es="Cuando un empleador disputa una evaluación publicada, esto es lo que necesita "
        "su abogada o abogado: cada afirmación de la página pública, junto a su "
        "sustento y las dos personas que responden por ella.",
    ),
    "packet_holds_claims": Sentence(
        en="{count} public claims, each with its sources and months",
        es="{count} afirmaciones públicas, cada una con sus fuentes y meses",
    ),
    "packet_holds_people": Sentence(
        en="who answered and who checked, by name and day",
        es="quién respondió y quién revisó, con nombre y día",
    ),
    "packet_holds_files": Sentence(
        en="{count} files of evidence as they were kept, with their hashes",
        es="{count} archivos de evidencia tal como se guardaron, con sus huellas",
    ),
    "packet_holds_entry": Sentence(
        en="the publication byte for byte, its signature and its place in your ledger",
        es="la publicación byte por byte, su firma y su lugar en su registro",
    ),
    "packet_careful": Sentence(
        en="It names people and can hold papers of workers. Give it to your lawyer only. "
        "Who takes it is kept.",
        es="Nombra a personas y puede tener documentos de trabajadores. Déselo solo a su "
        "abogada o abogado. Queda constancia de quién lo toma.",
    ),
    "packet_take_zip": Sentence(
        en="Take it all as ZIP",
        es="Tomar todo en un ZIP",
    ),
    "packet_take_pdf": Sentence(
        en="Only the PDF",
        es="Solo el PDF",
    ),
    "packet_public": Sentence(
        en="The public page",
        es="La página pública",
    ),
    "packet_private": Sentence(
        en="For the organization’s lawyer. It names people: do not publish.",
        es="Para la defensa legal de la organización. Nombra a personas: no publicar.",
    ),
    "packet_lead": Sentence(
        en="{count} public claims, what each rests on, and the two people behind it.",
        es="{count} afirmaciones públicas, el sustento de cada una y las dos personas que "
        "responden por ella.",
    ),
    "packet_published": Sentence(
        en="Published",
        es="Publicado",
    ),
    "packet_assessed": Sentence(
        en="Assessed by",
        es="Evaluó",
    ),
    "packet_reviewed": Sentence(
        en="Reviewed by",
        es="Revisó",
    ),
    "packet_published_by": Sentence(
        en="Published by",
        es="Publicó",
    ),
    "packet_entry": Sentence(
        en="Entry in the ledger",
        es="Asiento en el registro",
    ),
    "packet_body": Sentence(
        en="body",
        es="contenido",
    ),
    "packet_link": Sentence(
        en="link",
        es="eslabón",
    ),
    "packet_key": Sentence(
        en="key",
        es="clave",
    ),
    "packet_seal": Sentence(
        en="seal",
        es="sello",
    ),
    "packet_history": Sentence(
        en="Step by step",
        es="Paso a paso",
    ),
    "packet_what": Sentence(
        en="What",
        es="Qué",
    ),
    "packet_who": Sentence(
        en="Who",
        es="Quién",
    ),
    "packet_claims": Sentence(
        en="What is claimed, and what it rests on",
        es="Qué se afirma y en qué se apoya",
    ),
    "packet_claims_why": Sentence(
        en="The ids are those of the public page (data-claim-id) and of claims.json.",
        es="Los códigos son los de la página pública (data-claim-id) y de claims.json.",
    ),
    "packet_rests_on": Sentence(
        en="Rests on",
        es="Se apoya en",
    ),
    "packet_files": Sentence(
        en="Kept by the organization",
        es="Guardado por la organización",
    ),
    "packet_answered": Sentence(
        en="Answered:",
        es="Respondió:",
    ),
    "packet_checked": Sentence(
        en="Checked:",
        es="Revisó:",
    ),
    "packet_employer": Sentence(
        en="The employer says:",
        es="El empleador dice:",
    ),
    "packet_whole": Sentence(
        en="approved as a whole",
        es="aprobado en conjunto",
    ),
    "packet_derived": Sentence(
        en="What follows from it",
        es="Qué se deduce de ello",
    ),
    "packet_derived_why": Sentence(
        en="These are worked out from the claims above by the standard alone. Anyone can "
        "work them out again.",
        es="Esto se calcula de las afirmaciones de arriba solo con la norma. Cualquiera "
        "puede volver a calcularlo.",
    ),
    "packet_claim": Sentence(
        en="Claim",
        es="Afirmación",
    ),
    "packet_says": Sentence(
        en="Says",
        es="Dice",
    ),
    "packet_follows": Sentence(
        en="Follows from",
        es="Se deduce de",
    ),
    "packet_follows_count": Sentence(
        en="{count} claims",
        es="{count} afirmaciones",
    ),
    "packet_step_submitted": Sentence(
        en="Sent to review",
        es="Enviado a revisión",
    ),
    "packet_step_approved": Sentence(
        en="Approved by a second person",
        es="Aprobado por una segunda persona",
    ),
    "packet_step_sent": Sentence(
        en="Notice to the employer made",
        es="Aviso al empleador preparado",
    ),
    "packet_step_returned": Sentence(
        en="Returned to the author", es="Devuelto a quien lo escribió"
    ),
    "packet_step_link": Sentence(
        en="A new link made for the employer; the old one died",
        es="Se hizo un enlace nuevo para el empleador; el viejo dejó de servir",
    ),
    "packet_step_resumed": Sentence(
        en="A changed draft went on under the same clock",
        es="Un borrador cambiado siguió con el mismo plazo",
    ),
    "packet_step_came": Sentence(
        en="Somebody came in by the employer’s link",
        es="Alguien entró por el enlace del empleador",
    ),
    "packet_step_accepted": Sentence(
        en="Checked that they speak for the employer",
        es="Comprobó que hablan por el empleador",
    ),
    "packet_step_not_theirs": Sentence(
        en="Found that they do not speak for the employer",
        es="Encontró que no hablan por el empleador",
    ),
    "packet_step_answered": Sentence(en="The employer replied", es="El empleador respondió"),
    "packet_step_unsent": Sentence(
        en="The employer’s time ended; what it had saved counts",
        es="Se acabó el plazo del empleador; cuenta lo que había guardado",
    ),
    "packet_step_attempt": Sentence(
        en="Attempt to hand it over",
        es="Intento de entrega",
    ),
    "packet_step_handed_over": Sentence(
        en="Handed over to the employer",
        es="Entregado al empleador",
    ),
    "packet_step_heard": Sentence(
        en="A second person checked that the employer has it",
        es="Una segunda persona comprobó que el empleador lo tiene",
    ),
    "packet_step_decided": Sentence(
        en="Decided on the employer’s reply",
        es="Decisión sobre la respuesta del empleador",
    ),
    "packet_later": Sentence(
        en="What happened since",
        es="Lo que pasó después",
    ),
    "packet_later_none": Sentence(
        en="Nothing was said of this scorecard in the ledger since it was published.",
        es="Nada se dijo de esta calificación en el registro desde que se publicó.",
    ),
    "packet_later_corrects": Sentence(
        en="Published to set an earlier scorecard right",
        es="Se publicó para corregir una calificación anterior",
    ),
    "packet_later_corrected": Sentence(
        en="Set right by a later scorecard",
        es="La corrigió una calificación posterior",
    ),
    "packet_later_withdrawal": Sentence(
        en="Withdrawn.",
        es="Retirada.",
    ),
    "packet_later_tombstone": Sentence(
        en="What it said was taken away; its hash is kept.",
        es="Se quitó lo que decía; su huella se guarda.",
    ),
    "packet_later_status": Sentence(
        en="Its certificate from then on: {status}",
        es="Su certificado desde entonces: {status}",
    ),
    "packet_later_decision": Sentence(
        en="Decision on what the employer said: {outcome}",
        es="Decisión sobre lo que dijo el empleador: {outcome}",
    ),
    "packet_step_taken_back": Sentence(
        en="Took back the decision on the reply",
        es="Retiró la decisión sobre la respuesta",
    ),
    "packet_step_published": Sentence(
        en="Published",
        es="Publicado",
    ),
}
