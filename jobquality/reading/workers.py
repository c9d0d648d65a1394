"""What workers confirmed, in words; what is too few to tell never gets here."""

from jobquality.ledger.snapshot import FEWEST_WORKERS, Confirmed, Share
from jobquality.reading.names import month_words
from jobquality.wording import Speaker

_SENTENCES = {Share.ALL: "workers_all", Share.MOST: "workers_most", Share.FEW: "workers_few"}


def workers_words(confirmed: Confirmed | None, say: Speaker) -> str:
    """Return how many workers confirmed an answer, or an empty text."""
    if confirmed is None or confirmed.asked < FEWEST_WORKERS:
        return ""
    asked, confirming = confirmed.asked, confirmed.confirming
    month = month_words(confirmed.month, say)
    if confirmed.share is not Share.ALL and confirming is not None:
        return say("workers_some", confirming=confirming, asked=asked, month=month)
    return say(_SENTENCES[confirmed.share], asked=asked, month=month)
