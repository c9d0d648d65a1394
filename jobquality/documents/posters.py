"""A poster that leads to a scorecard: one sheet with a code to scan, and no figure on it.

A figure on a wall grows old; the code always leads to the newest page, and to what became of it.
"""

from dataclasses import dataclass

from jobquality.documents.certificates import funding_line, name_size, qr_code
from jobquality.documents.pdf import render
from jobquality.ledger.canonical import moment_text
from jobquality.ledger.snapshot import Snapshot
from jobquality.wording import Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """What a poster says, and the address that its code leads to."""

    employer: str
    size: str
    issuer: str
    contact: str
    funding: str
    address: str
    made_at: str
    is_sample: bool


def poster_pdf(snapshot: Snapshot, *, address: str, language: str) -> bytes:
    """Return the poster of a published score as PDF; `address` is whole (`https://…/e/diner`).

    Raises:
        BusyError: others were before us for too long.
        RefusedError: it is too large, or took too long.
    """
    poster = Poster(
        employer=snapshot.employer.name,
        size=name_size(snapshot.employer.name),
        issuer=snapshot.organization.name,
        contact=snapshot.organization.contact,
        funding=funding_line(snapshot.organization, Speaker(language)),
        address=address,
        made_at=moment_text(snapshot.published_at) if snapshot.published_at else "",
        is_sample=snapshot.organization.is_sample,
    )
    pictures = {"qr": qr_code(address)}
    return render("poster.html", {"poster": poster}, language=language, pictures=pictures)
