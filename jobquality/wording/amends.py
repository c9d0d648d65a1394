"""Words of what was said later: corrections, withdrawals, tombstones, and the feeds of them."""

from jobquality.wording.sentence import Sentence

_WHAT = {
    "amends_what_score": Sentence(en="score", es="calificación"),
    "amends_what_level": Sentence(en="level", es="nivel"),
    "amends_what_if_evidence_holds": Sentence(
        en="level if the evidence holds", es="nivel si la evidencia se sostiene"
    ),
    "amends_what_could_reach": Sentence(
        en="level that could be reached", es="nivel que se podría alcanzar"
    ),
    "amends_what_answer": Sentence(en="answer", es="respuesta"),
    "amends_what_evidence": Sentence(en="evidence", es="evidencia"),
    "amends_what_workers": Sentence(en="confirmed by workers", es="confirmado por trabajadores"),
    "amends_what_month": Sentence(en="month", es="mes"),
    "amends_what_law_checked": Sentence(
        en="day on which the law was checked", es="día en que se revisó la ley"
    ),
    "amends_what_reason": Sentence(en="reason", es="motivo"),
    "amends_what_source": Sentence(en="source", es="fuente"),
    "amends_what_note": Sentence(en="remark", es="observación"),
    "amends_what_papers": Sentence(en="documents behind it", es="documentos detrás"),
    "amends_what_figure": Sentence(en="figure used", es="cifra usada"),
    "amends_what_part": Sentence(en="what is said of it", es="lo que se dice de esto"),
    "amends_part_organization": Sentence(en="Who publishes", es="Quién publica"),
    "amends_part_employer": Sentence(en="The employer", es="El empleador"),
    "amends_part_rubric": Sentence(en="The standard", es="La norma"),
    "amends_part_edition": Sentence(en="The edition", es="La edición"),
    "amends_part_scoring_hash": Sentence(en="The standard's rules", es="Las reglas de la norma"),
    "amends_part_on": Sentence(en="The day of the score", es="El día de la calificación"),
    "amends_whole": Sentence(en="The whole score", es="La calificación total"),
    "amends_nothing": Sentence(en="nothing", es="nada"),
}

_PAGE = {
    "amends_banner": Sentence(
        en="This scorecard was corrected on {day}.",
        es="Esta calificación se corrigió el {day}.",
    ),
    "amends_reason": Sentence(en="Why: {reason}", es="Por qué: {reason}"),
    "amends_changed": Sentence(
        en="{what}: from {before} to {after}", es="{what}: de {before} a {after}"
    ),
    "amends_to_corrected": Sentence(
        en="See the corrected scorecard", es="Ver la calificación corregida"
    ),
    "amends_to_before": Sentence(en="See the scorecard before", es="Ver la calificación de antes"),
    "amends_all_changes": Sentence(en="All that changed", es="Todo lo que cambió"),
    "amends_title": Sentence(en="Corrections", es="Correcciones"),
    "amends_lead": Sentence(
        en="Nothing published is ever changed in place. What was wrong stays at its address, "
        "and a new scorecard says what is different and why.",
        es="Nada publicado se cambia en su lugar. Lo que estaba mal queda en su dirección, y "
        "una calificación nueva dice qué es distinto y por qué.",
    ),
    "amends_on": Sentence(en="Corrected on {day}", es="Corregida el {day}"),
    "amends_of": Sentence(
        en="Entry {number} of the ledger. Two people stand behind it.",
        es="Asiento {number} del registro. La respaldan dos personas.",
    ),
    "amends_thing": Sentence(en="What", es="Qué"),
    "amends_before": Sentence(en="Before", es="Antes"),
    "amends_after": Sentence(en="Now", es="Ahora"),
    "amends_other_words": Sentence(
        en="Other words. Compare both scorecards.",
        es="Otras palabras. Compare las dos calificaciones.",
    ),
    "amends_no_current": Sentence(
        en="The scorecard that set an earlier one right was withdrawn. What was wrong does not "
        "come back: there is no current score.",
        es="La calificación que corregía a una anterior se retiró. Lo que estaba mal no vuelve: "
        "no hay una calificación vigente.",
    ),
    "amends_what_it_corrected": Sentence(
        en="The earlier scorecard that it had corrected",
        es="La calificación anterior que había corregido",
    ),
    "amends_fell": Sentence(
        en="The scorecard after this one was withdrawn.",
        es="La calificación que siguió a esta se retiró.",
    ),
}

_GONE = {
    "amends_before_emptied": Sentence(
        en="The scorecard before is gone since {day}; its hash is kept.",
        es="La calificación anterior ya no está desde el {day}; se guarda su huella.",
    ),
    "amends_before_withdrawn": Sentence(
        en="The scorecard before was withdrawn on {day}.",
        es="La calificación anterior se retiró el {day}.",
    ),
    "amends_after_emptied": Sentence(
        en="The corrected scorecard is gone since {day}; its hash is kept.",
        es="La calificación corregida ya no está desde el {day}; se guarda su huella.",
    ),
    "amends_after_withdrawn": Sentence(
        en="The corrected scorecard was withdrawn on {day}.",
        es="La calificación corregida se retiró el {day}.",
    ),
    "amends_change_not_told": Sentence(en="What changed is not told.", es="No se dice qué cambió."),
    "amends_past_emptied": Sentence(
        en="gone since {day}; its hash is kept.",
        es="ya no está desde el {day}; se guarda su huella.",
    ),
    "amends_past_withdrawn": Sentence(en="withdrawn on {day}.", es="retirada el {day}."),
    "amends_gone_on": Sentence(en="Withdrawn on {day} by {name}.", es="La retiró {name} el {day}."),
    "amends_gone_cause": Sentence(en="Kind of reason", es="Tipo de motivo"),
    "amends_gone_reason": Sentence(en="Reason", es="Motivo"),
    "amends_gone_hash": Sentence(en="Its hash", es="Su huella"),
    "amends_gone_entry": Sentence(en="Entry in the ledger", es="Asiento en el registro"),
    "amends_gone_ledger": Sentence(
        en="Check it in the ledger of {name}", es="Compruébelo en el registro de {name}"
    ),
    "amends_gone_since": Sentence(
        en="What it said is gone since {day}; its hash is kept.",
        es="Lo que decía ya no está desde el {day}; se guarda su huella.",
    ),
    "amends_gone_short": Sentence(en="withdrawn, hash kept", es="retirada, con huella guardada"),
    "amends_gone_others": Sentence(
        en="Other scorecards of this employer", es="Otras calificaciones de este empleador"
    ),
    "amends_gone_certificate": Sentence(
        en="This certificate was withdrawn", es="Este certificado se retiró"
    ),
    "amends_cause_error": Sentence(en="There was an error in it", es="Tenía un error"),
    "amends_cause_agreement": Sentence(en="It was agreed so", es="Se acordó así"),
    "amends_cause_court_order": Sentence(en="A court ordered it", es="Lo ordenó un tribunal"),
    "amends_cause_erasure": Sentence(
        en="Somebody's data had to be erased", es="Había que borrar los datos de alguien"
    ),
    "amends_cause_other": Sentence(en="Another reason", es="Otro motivo"),
}

_RESTING = {
    "amends_certificate_keeps": Sentence(
        en="The score behind this certificate was corrected on {day}. Its level still holds.",
        es="La calificación detrás de este certificado se corrigió el {day}. El nivel se mantiene.",
    ),
    "amends_certificate_falls": Sentence(
        en="The score behind this certificate was corrected on {day}. Its level does not hold.",
        es="La calificación detrás de este certificado se corrigió el {day}. El nivel no se "
        "mantiene.",
    ),
    "amends_certificate_withdrawn": Sentence(
        en="The score behind this certificate was withdrawn on {day}.",
        es="La calificación detrás de este certificado se retiró el {day}.",
    ),
    "amends_plan": Sentence(
        en="This plan rests on the right scorecard: on {day} it set an earlier one right: {reason}",
        es="Este plan se basa en la calificación correcta: el {day} corrigió una anterior: "
        "{reason}",
    ),
    "amends_brief": Sentence(
        en="{name}: the scorecard was corrected on {day}: {reason}",
        es="{name}: la calificación se corrigió el {day}: {reason}",
    ),
    "amends_brief_title": Sentence(
        en="Corrected since it was first published", es="Corregido desde la primera publicación"
    ),
}

_LISTED = {
    "amends_list_title": Sentence(en="Corrections and withdrawals", es="Correcciones y retiros"),
    "amends_list_lead": Sentence(
        en="Every scorecard that was set right or taken back here, and every entry that was "
        "emptied, with the reason, newest first. Each is a signed entry in the ledger of its "
        "organization.",
        es="Cada calificación que aquí se corrigió o se retiró, y cada asiento que se vació, con "
        "el motivo, lo más reciente primero. Cada cosa es un asiento firmado en el registro de su "
        "organización.",
    ),
    "amends_list_none": Sentence(
        en="Nothing was corrected or withdrawn yet.", es="Todavía no se corrigió ni se retiró nada."
    ),
    "amends_list_corrected": Sentence(en="Corrected", es="Corregida"),
    "amends_list_withdrawn": Sentence(en="Withdrawn", es="Retirada"),
    "amends_list_emptied": Sentence(en="Emptied", es="Vaciado"),
    "amends_list_entry": Sentence(
        en="The words of an entry of the ledger", es="Las palabras de un asiento del registro"
    ),
    "amends_list_by": Sentence(en="by {name}", es="por {name}"),
    "amends_list_feed": Sentence(
        en="Follow this list in a feed reader", es="Siga esta lista en un lector de noticias"
    ),
    "amends_list_unnamed": Sentence(en="A scorecard", es="Una calificación"),
    "amends_newer": Sentence(en="Newer", es="Más nuevas"),
    "amends_older": Sentence(en="Older", es="Más antiguas"),
}

_FEED = {
    "feed_all": Sentence(en="Everything new", es="Todo lo nuevo"),
    "feed_of": Sentence(en="Everything new from {name}", es="Todo lo nuevo de {name}"),
    "feed_published": Sentence(en="Scorecard: {name}", es="Calificación: {name}"),
    "feed_published_gone": Sentence(
        en="A scorecard that was withdrawn", es="Una calificación que se retiró"
    ),
    "feed_published_says": Sentence(
        en="{level}. {score} points. Standard: {standard}.",
        es="{level}. {score} puntos. Norma: {standard}.",
    ),
    "feed_corrected": Sentence(en="Corrected: {name}", es="Corregida: {name}"),
    "feed_withdrawn": Sentence(en="Withdrawn: {name}", es="Retirada: {name}"),
    "feed_tombstone": Sentence(
        en="An entry was emptied, its hash is kept", es="Se vació un asiento; se guarda su huella"
    ),
    "feed_certificate": Sentence(
        en="Certificate {level}: {name}", es="Certificado {level}: {name}"
    ),
    "feed_certificate_gone": Sentence(
        en="A certificate that was withdrawn", es="Un certificado que se retiró"
    ),
    "feed_revoked": Sentence(en="Certificate revoked: {name}", es="Certificado revocado: {name}"),
    "feed_suspended": Sentence(
        en="Certificate suspended: {name}", es="Certificado suspendido: {name}"
    ),
    "feed_said": Sentence(en="The employer answers: {name}", es="El empleador responde: {name}"),
    "feed_decided": Sentence(en="Decision: {name}", es="Decisión: {name}"),
    "feed_statement_gone": Sentence(
        en="A statement that was withdrawn", es="Una declaración que se retiró"
    ),
    "feed_link": Sentence(en="Feed of everything new", es="Noticias de todo lo nuevo"),
}

_MAIL = {
    "messages_kind_corrected": Sentence(
        en="A scorecard was corrected", es="Se corrigió una calificación"
    ),
    "messages_kind_withdrawn": Sentence(
        en="A scorecard was withdrawn", es="Se retiró una calificación"
    ),
    "amends_mail_corrected_subject": Sentence(
        en="Your scorecard was corrected: {employer}",
        es="Se corrigió su calificación: {employer}",
    ),
    "amends_mail_corrected": Sentence(
        en="To {employer}\n\nWe corrected the scorecard that we published of you.\n\n"
        "Why: {reason}\n\nThe corrected scorecard, with all that changed, is here:\n{address}\n\n"
        "The one before stays at its address and says that it was corrected.\n\n"
        "{name}\n{contact}\n",
        es="A {employer}\n\nCorregimos la calificación que publicamos de ustedes.\n\n"
        "Por qué: {reason}\n\nLa calificación corregida, con todo lo que cambió, está aquí:\n"
        "{address}\n\nLa anterior queda en su dirección y dice que se corrigió.\n\n"
        "{name}\n{contact}\n",
    ),
    "amends_mail_withdrawn_subject": Sentence(
        en="Your scorecard was withdrawn: {employer}",
        es="Se retiró su calificación: {employer}",
    ),
    "amends_mail_withdrawn": Sentence(
        en="To {employer}\n\nWe withdrew the scorecard that we published of you. Nobody sees it "
        "any more.\n\nWhy: {reason}\n\nIts address says so, with this reason:\n{address}\n\n"
        "Certificates that rest on it are suspended.\n\nYou can answer this reason. What you say "
        "through your private link is printed beside it, for as long as it is public. Write to "
        "us if you have no link.\n\n{name}\n{contact}\n",
        es="A {employer}\n\nRetiramos la calificación que publicamos de ustedes. Ya nadie la "
        "ve.\n\nPor qué: {reason}\n\nSu dirección lo dice, con este motivo:\n{address}\n\n"
        "Los certificados que se basan en ella quedan suspendidos.\n\nPueden responder a este "
        "motivo. Lo que digan por su enlace privado se imprime a su lado, mientras sea público. "
        "Escríbannos si no tienen un enlace.\n\n{name}\n{contact}\n",
    ),
    "messages_kind_words_gone": Sentence(
        en="Words of an employer were taken out", es="Se quitaron palabras de un empleador"
    ),
    "amends_mail_words_gone_subject": Sentence(
        en="Your words were taken out: {employer}", es="Se quitaron sus palabras: {employer}"
    ),
    "amends_mail_words_gone": Sentence(
        en="To {employer}\n\nWords that you said after we published a scorecard of you were "
        "taken out. Nobody can read them any more.\n\nWhy: {reason}\n\nWhere they stood it says "
        "so, with this reason:\n{address}\n\nYou can say something else through your private "
        "link. Write to us if you have no link.\n\n{name}\n{contact}\n",
        es="A {employer}\n\nSe quitaron palabras que ustedes dijeron después de publicar su "
        "calificación. Ya nadie puede leerlas.\n\nPor qué: {reason}\n\nDonde estaban, la página lo "
        "dice, con este motivo:\n{address}\n\nPueden decir otra cosa por su enlace privado. "
        "Escríbannos si no tienen un enlace.\n\n{name}\n{contact}\n",
    ),
}

_ANSWER = Sentence(
    en="You can answer this. What you say through your private link is printed beside it, for as "
    "long as it is public. Write to us if you have no link.",
    es="Pueden responder a esto. Lo que digan por su enlace privado se imprime a su lado, mientras "
    "sea público. Escríbannos si no tienen un enlace.",
)
_BECOMES = {
    "suspended": Sentence(
        en="We suspended your certificate. It does not hold at the moment.",
        es="Suspendimos su certificado. Por ahora no vale.",
    ),
    "valid": Sentence(
        en="Your certificate is valid again.", es="Su certificado vuelve a estar vigente."
    ),
    "revoked": Sentence(
        en="We revoked your certificate. It does not hold any more.",
        es="Revocamos su certificado. Ya no vale.",
    ),
}
_CALLED = {
    "suspended": Sentence(en="A certificate was suspended", es="Se suspendió un certificado"),
    "valid": Sentence(en="A certificate is valid again", es="Un certificado vuelve a valer"),
    "revoked": Sentence(en="A certificate was revoked", es="Se revocó un certificado"),
}
_WORTH = (
    {f"messages_kind_worth_{name}": words for name, words in _CALLED.items()}
    | {
        f"amends_mail_worth_{name}_subject": Sentence(
            en=f"{words.en}: {{employer}}", es=f"{words.es}: {{employer}}"
        )
        for name, words in _CALLED.items()
    }
    | {
        f"amends_mail_worth_{name}": Sentence(
            en=f"To {{employer}}\n\n{words.en}\n\nWhy: {{reason}}\n\nIts page says so:\n"
            f"{{address}}\n\n{_ANSWER.en}\n\n{{name}}\n{{contact}}\n",
            es=f"A {{employer}}\n\n{words.es}\n\nPor qué: {{reason}}\n\nSu página lo dice:\n"
            f"{{address}}\n\n{_ANSWER.es}\n\n{{name}}\n{{contact}}\n",
        )
        for name, words in _BECOMES.items()
    }
)

WORDING: dict[str, Sentence] = {
    **_MAIL,
    **_WORTH,
    **_WHAT,
    **_PAGE,
    **_GONE,
    **_RESTING,
    **_LISTED,
    **_FEED,
}
