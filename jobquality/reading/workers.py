"""What workers confirmed, in words; what is too few to tell never gets here."""

from jobquality.ledger.snapshot import FEWEST_WORKERS, Confirmed, Share
from jobquality.reading.names import month_words
from jobquality.wording import Speaker

_SENTENCES = {Share.ALL: "workers_all", Share.MOST: "workers_most", Share.FEW: "workers_few"}


def workers_words(confirmed: Confirmed | None, say: Speaker) -> str:
    """Return which part of how many workers confirmed an answer, or an empty text."""
    if confirmed is None or confirmed.at_least < FEWEST_WORKERS:
        return ""
    month = month_words(confirmed.month, say)
    return say(_SENTENCES[confirmed.share], asked=confirmed.at_least, month=month)
