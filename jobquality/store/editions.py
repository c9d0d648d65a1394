"""The register of rubric editions: what each one was when this installation first saw it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from jobquality.store.database import Session
from jobquality.store.rows import EditionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredEdition:
    """An edition as first seen; `scoring_hash` ignores wording."""

    rubric: str
    edition: str
    scoring_hash: str
    wording_hash: str
    first_seen: datetime


def registered_editions(session: Session) -> tuple[RegisteredEdition, ...]:
    """Return every edition ever registered, by name."""
    rows = session.scalars(select(EditionRow).order_by(EditionRow.rubric, EditionRow.edition))
    return tuple(_value(row) for row in rows)


def add_edition(session: Session, edition: RegisteredEdition) -> None:
    """Register an edition; the database refuses to change or remove it afterwards."""
    session.add(
        EditionRow(
            rubric=edition.rubric,
            edition=edition.edition,
            scoring_hash=edition.scoring_hash,
            wording_hash=edition.wording_hash,
            first_seen=edition.first_seen,
        )
    )
    session.flush()


def _value(row: EditionRow) -> RegisteredEdition:
    return RegisteredEdition(
        rubric=row.rubric,
        edition=row.edition,
        scoring_hash=row.scoring_hash,
        wording_hash=row.wording_hash,
        first_seen=row.first_seen,
    )
