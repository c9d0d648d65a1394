"""What of workers and of their papers leaves the team: never so that one of them is found."""

import hashlib
from datetime import date

from jobquality.ledger.snapshot import FEWEST_WORKERS, Confirmed, Share
from jobquality.wording.evidence import WORKERS_PAPER


def coarse(
    asked: int, confirming: int, month: str, *, headcount: int | None = None
) -> Confirmed | None:
    """Return what may be published of a count, or None where it would tell on somebody.

    That is where fewer than five were asked, and where all of nearly everybody who works there
    confirmed: then each of them is known to have talked.

    "9 of 10" would let a manager look for the one who did not confirm, and "6 asked" after
    "5 asked" for the one who came. So how many were asked is rounded down to a step of five,
    and of those who confirmed only the share is told.
    """
    is_nearly_everybody = headcount is not None and headcount - asked < FEWEST_WORKERS
    if asked < FEWEST_WORKERS or (is_nearly_everybody and confirming == asked):
        return None
    most = Share.MOST if 2 * confirming > asked else Share.FEW
    return Confirmed(
        at_least=asked - asked % FEWEST_WORKERS,
        share=Share.ALL if confirming == asked else most,
        month=month,
    )


def title_of(title: str, *, of_worker: bool) -> str:
    """Return what a paper is called outside the team: of a worker's only what kind it is.

    A title that somebody typed could name who gave it.
    """
    return WORKERS_PAPER if of_worker else title


def month_of(day: date | None) -> str:
    """Return the month of a day as it is published, or an empty text."""
    return f"{day:%Y-%m}" if day else ""


def seal_of(evidence_id: str, sha256: str) -> str:
    """Return what stands for a file in public, or an empty text where there is none.

    A manager who gave each worker a paper of its own could find the hash of a file again. The
    id of the evidence is secret and salts it; whoever tells the id and shows the file proves
    that it was behind the answer when it was published.
    """
    if not sha256:
        return ""
    return hashlib.sha256(f"{evidence_id}:{sha256}".encode("ascii")).hexdigest()
