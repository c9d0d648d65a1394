"""Words of decisions on replies as they are published, and of what the log tells of replies."""

from jobquality.wording.sentence import Sentence

_TOLD = {
    "reply_time_asked": (
        "The employer {what} asked for more time to reply",
        "El empleador {what} pidió más tiempo para responder",
    ),
    "reply_time_granted": (
        "{who} gave {what} more time to reply",
        "{who} dio a {what} más tiempo para responder",
    ),
    "reply_time_refused": (
        "{who} gave {what} no more time to reply",
        "{who} no dio a {what} más tiempo para responder",
    ),
    "reply_paper_offered": (
        "The employer {what} added a document to its reply",
        "El empleador {what} agregó un documento a su respuesta",
    ),
    "reply_paper_taken_back": (
        "The employer {what} took back a document of its reply",
        "El empleador {what} retiró un documento de su respuesta",
    ),
    "reply_paper_opened": (
        "{who} opened a document of the reply of {what}",
        "{who} abrió un documento de la respuesta de {what}",
    ),
    "reply_paper_taken_over": (
        "{who} took over a document of the reply of {what} as evidence",
        "{who} tomó como evidencia un documento de la respuesta de {what}",
    ),
    "reply_panel_asked": (
        "{who} put a decision on the reply of {what} before a panel",
        "{who} presentó a un grupo una decisión sobre la respuesta de {what}",
    ),
    "reply_panel_signed": (
        "{who} signed a decision on the reply of {what}",
        "{who} firmó una decisión sobre la respuesta de {what}",
    ),
    "guest_stays_lengthened": (
        "Guests of {what} can stay until the reply is decided",
        "Las personas invitadas de {what} pueden seguir hasta que se decida la respuesta",
    ),
}

WORDING: dict[str, Sentence] = {
    **{f"event_{kind}": Sentence(en=en, es=es) for kind, (en, es) in _TOLD.items()},
    "decided_changed": Sentence(
        en="{title}: this changes. {reason}", es="{title}: esto cambia. {reason}"
    ),
    "decided_stays": Sentence(
        en="{title}: this stays. {reason}", es="{title}: esto queda igual. {reason}"
    ),
    "decided_removed": Sentence(
        en="{title}: this is removed. {reason}", es="{title}: esto se quita. {reason}"
    ),
    "decided_whole": Sentence(en="On the whole: {text}", es="Sobre el conjunto: {text}"),
    "decided_panel_of": Sentence(
        en="Decided by a panel of {people}.", es="Lo decidió un grupo de {people}."
    ),
    "decided_worker_one": Sentence(en="{count} worker", es="{count} por trabajadores"),
    "decided_worker_many": Sentence(en="{count} workers", es="{count} por trabajadores"),
    "decided_employer_one": Sentence(en="{count} employer", es="{count} por empleadores"),
    "decided_employer_many": Sentence(en="{count} employers", es="{count} por empleadores"),
    "decided_independent_one": Sentence(en="{count} independent", es="{count} independiente"),
    "decided_independent_many": Sentence(en="{count} independent", es="{count} independientes"),
    "decided_seat_worker": Sentence(en="worker member", es="por trabajadores"),
    "decided_seat_employer": Sentence(en="employer member", es="por empleadores"),
    "decided_seat_independent": Sentence(en="independent", es="independiente"),
    "decided_panel": Sentence(
        en="Decided by a panel of {count}.", es="Lo decidió un grupo de {count} personas."
    ),
}
