"""What workers confirmed, told so that nobody can count fewer than five of them."""

from jobquality.ledger.snapshot import FEWEST_WORKERS, Confirmed
from jobquality.reading.names import month_words
from jobquality.wording import Speaker


def workers_words(confirmed: Confirmed | None, say: Speaker) -> str:
    """Return how many workers confirmed an answer, or an empty text.

    Fewer than five asked are never told. Nor is a group of fewer than five on either side:
    "9 of 10" would let a manager look for the one who did not.
    """
    if confirmed is None or confirmed.asked < FEWEST_WORKERS:
        return ""
    asked, confirming = confirmed.asked, confirmed.confirming
    month = month_words(confirmed.month, say)
    if confirming == asked:
        return say("workers_all", asked=asked, month=month)
    if min(confirming, asked - confirming) >= FEWEST_WORKERS:
        return say("workers_some", confirming=confirming, asked=asked, month=month)
    name = "workers_most" if 2 * confirming > asked else "workers_few"
    return say(name, asked=asked, month=month)
