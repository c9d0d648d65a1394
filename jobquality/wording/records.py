"""Words of the page on which people correct, withdraw or empty what was published."""

from jobquality.wording.sentence import Sentence

_STANDS = {
    "record_title": Sentence(en="Correct or withdraw", es="Corregir o retirar"),
    "record_entry": Sentence(
        en="Entry {number} of your ledger, {moment}.",
        es="Asiento {number} de su registro, {moment}.",
    ),
    "record_is_current": Sentence(
        en="This scorecard is public and current.", es="Esta calificación es pública y actual."
    ),
    "record_is_old": Sentence(
        en="A newer scorecard took its place. This one is still public at its address.",
        es="Una calificación más nueva tomó su lugar. Esta sigue pública en su dirección.",
    ),
    "record_is_withdrawn": Sentence(
        en="This scorecard is withdrawn. Its address says why.",
        es="Esta calificación está retirada. Su dirección dice por qué.",
    ),
    "record_is_gone": Sentence(
        en="What it said is gone. Its hash is kept.",
        es="Lo que decía ya no está. Se guarda su huella.",
    ),
    "record_is_other": Sentence(
        en="This is a certificate or a statement.", es="Este es un certificado o una declaración."
    ),
    "desk_proposal_withdrawal": Sentence(
        en="A scorecard to be withdrawn", es="Una calificación que se va a retirar"
    ),
    "desk_proposal_tombstone": Sentence(
        en="A body to be removed from the ledger", es="Un contenido que se va a quitar del registro"
    ),
    "record_open": Sentence(en="Correct or withdraw it", es="Corregirla o retirarla"),
    "record_body": Sentence(
        en="A court order or a request to erase", es="Una orden judicial o un pedido de borrar"
    ),
}

_CORRECT = {
    "record_correct": Sentence(en="Correct this", es="Corregir esto"),
    "record_correct_lead": Sentence(
        en="You get a new draft with everything that this scorecard says. Change what is wrong.",
        es="Recibe un borrador nuevo con todo lo que dice esta calificación. Cambie lo que "
        "está mal.",
    ),
    "record_correct_review": Sentence(
        en="A second person reviews it, as always.",
        es="Una segunda persona la revisa, como siempre.",
    ),
    "record_correct_favor": Sentence(
        en="Where everything gets better for the employer, you can publish at once. Anything that "
        "gets worse needs a new notice of 7 days or more.",
        es="Si todo mejora para el empleador, puede publicar enseguida. Lo que empeora necesita un "
        "aviso nuevo de 7 días o más.",
    ),
    "record_correct_stays": Sentence(
        en="The old scorecard stays at its address. It says that it was corrected, why, and what "
        "changed.",
        es="La calificación vieja queda en su dirección. Dice que se corrigió, por qué y qué "
        "cambió.",
    ),
    "record_correct_do": Sentence(en="Begin the correction", es="Empezar la corrección"),
    "record_correct_not_you": Sentence(
        en="Somebody who assesses can correct it.", es="Puede corregirla alguien que evalúa."
    ),
    "record_correcting": Sentence(
        en="{name} corrects it since {moment}.", es="{name} la corrige desde {moment}."
    ),
    "record_correcting_open": Sentence(en="Open the correction", es="Abrir la corrección"),
    "record_corrects": Sentence(
        en="This corrects a published scorecard.", es="Esto corrige una calificación publicada."
    ),
    "record_corrects_open": Sentence(
        en="Where the published one stands", es="Dónde está la publicada"
    ),
    "record_reason": Sentence(en="Why? Everyone will read it.", es="¿Por qué? Todos lo leerán."),
    "record_reason_hint": Sentence(
        en="One or two plain sentences. They stay for ever: name no worker.",
        es="Una o dos frases sencillas. Quedan para siempre: no nombre a ninguna persona "
        "trabajadora.",
    ),
}

_TAKE_BACK = {
    "record_withdraw": Sentence(en="Withdraw this", es="Retirar esto"),
    "record_withdraw_do": Sentence(en="Propose to withdraw it", es="Proponer retirarla"),
    "record_means_withdrawal": Sentence(
        en="Nobody sees the scorecard any more. Its address says when and why it was withdrawn. "
        "Certificates that rest on it are suspended, and the employer is told. This cannot be "
        "undone.",
        es="Nadie ve más la calificación. Su dirección dice cuándo y por qué se retiró. Los "
        "certificados que se basan en ella quedan suspendidos y se avisa al empleador. Esto no se "
        "puede deshacer.",
    ),
    "record_empty": Sentence(
        en="A court order or a request to erase", es="Una orden judicial o un pedido de borrar"
    ),
    "record_empty_do": Sentence(
        en="Propose to remove what it says", es="Proponer quitar lo que dice"
    ),
    "record_means_tombstone": Sentence(
        en="What it says is removed from the ledger for good, with every document made from it. "
        "Its hash, the reason and the order stay public. Nobody can bring it back.",
        es="Lo que dice se quita del registro para siempre, con cada documento hecho a partir de "
        "eso. Su huella, el motivo y la orden quedan públicos. Nadie puede traerlo de vuelta.",
    ),
    "record_order": Sentence(en="The order", es="La orden"),
    "record_order_hint": Sentence(
        en="The court and its number, or the request. Everyone will read it.",
        es="El tribunal y su número, o el pedido. Todos lo leerán.",
    ),
    "record_propose": Sentence(
        en="Propose it to a second person", es="Proponerlo a una segunda persona"
    ),
    "record_proposed_withdrawal": Sentence(
        en="{name} proposes to withdraw it", es="{name} propone retirarla"
    ),
    "record_proposed_tombstone": Sentence(
        en="{name} proposes to remove what it says", es="{name} propone quitar lo que dice"
    ),
    "record_accept_withdrawal": Sentence(en="Withdraw it", es="Retirarla"),
    "record_accept_tombstone": Sentence(en="Remove it for good", es="Quitarlo para siempre"),
    "record_refuse": Sentence(en="Leave it as it is", es="Dejarlo como está"),
    "proposals_back": Sentence(en="Take back what I proposed", es="Retirar lo que propuse"),
    "record_another": Sentence(
        en="Another person who may publish has to decide.",
        es="Tiene que decidir otra persona que pueda publicar.",
    ),
    "record_not_you": Sentence(
        en="Somebody who may publish can propose it.",
        es="Puede proponerlo alguien que pueda publicar.",
    ),
}

WORDING: dict[str, Sentence] = {**_STANDS, **_CORRECT, **_TAKE_BACK}
