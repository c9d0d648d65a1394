"""What other websites may show of an employer: its card, its badge, its row in the list."""

from dataclasses import dataclass

from jobquality.services.published import Published, current_of, history_of
from jobquality.services.said import has_replied, spoken_hashes
from jobquality.store.database import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """What holds of an employer now; `published` is the last one where all were withdrawn."""

    published: Published
    is_withdrawn: bool
    has_replied: bool


def read_elsewhere(session: Session, slug: str) -> Elsewhere:
    """Return what holds of an employer.

    Raises:
        NotFoundError: there is no such employer, or nothing was published of it.
    """
    history = history_of(session, slug)
    current = current_of(history)
    published = current or history[-1]
    return Elsewhere(
        published=published,
        is_withdrawn=current is None,
        has_replied=has_replied(published, spoken_hashes(session)),
    )
