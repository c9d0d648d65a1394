"""Words about accounts that somebody else could be in."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "hands_doubt": Sentence(
        en="{name} could be in this account, by a link or a reset. Until {moment} both count as "
        "one person. Is something wrong here? Tell an administrator.",
        es="{name} podría estar en esta cuenta, por un enlace o porque la restableció. Hasta "
        "{moment} las dos cuentan como una persona. ¿Algo no está bien? Avise a quien administra.",
    ),
    "hands_joined": Sentence(
        en="{name} made the link that opened this account. Reviewing and approving count as two "
        "people already. Where something becomes public, both count as one person until {moment}.",
        es="{name} hizo el enlace que abrió esta cuenta. Para revisar y aprobar ya cuentan como "
        "dos personas. Donde algo se hace público, cuentan como una hasta {moment}.",
    ),
    "hands_confirm": Sentence(
        en="I spoke with them: it is really them", es="Hablé con esa persona: es de verdad ella"
    ),
    "hands_old_code": Sentence(
        en="A recovery code from before", es="Un código de recuperación de antes"
    ),
    "hands_old_code_do": Sentence(en="Show that it is me", es="Mostrar que soy yo"),
    "hands_desk": Sentence(
        en="Accounts that somebody else could be in: {count}",
        es="Cuentas en las que podría estar otra persona: {count}",
    ),
}
