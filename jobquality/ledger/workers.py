"""How workers' confirmation leaves the team: never so that fewer than five can be counted."""

from jobquality.ledger.snapshot import FEWEST_WORKERS, Confirmed, Share


def coarse(asked: int, confirming: int, month: str) -> Confirmed | None:
    """Return what may be published of a count, or None where fewer than five were asked.

    "9 of 10" would let a manager look for the one who did not confirm. So the number stands
    there only where both sides have five or more, or everybody confirmed.
    """
    if asked < FEWEST_WORKERS:
        return None
    if confirming == asked:
        return Confirmed(asked=asked, share=Share.ALL, confirming=confirming, month=month)
    share = Share.MOST if 2 * confirming > asked else Share.FEW
    is_safe = min(confirming, asked - confirming) >= FEWEST_WORKERS
    counted = confirming if is_safe else None
    return Confirmed(asked=asked, share=share, confirming=counted, month=month)
