"""Editions in the register, for tests."""

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from jobquality.store.editions import RegisteredEdition, add_edition


def add_an_edition(
    session: Session,
    *,
    rubric: str = "restaurants_us",
    edition: str = "2026.1",
    first_seen: datetime = datetime(2026, 1, 5, tzinfo=UTC),
) -> RegisteredEdition:
    """Register an edition that is of no further interest."""
    added = RegisteredEdition(
        rubric=rubric,
        edition=edition,
        scoring_hash="sha256:one",
        wording_hash="sha256:two",
        first_seen=first_seen,
    )
    add_edition(session, added)
    return added
