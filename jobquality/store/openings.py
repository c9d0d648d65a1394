"""Who opened which original when: kept for good, and never shown outside the team."""

from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import select

from jobquality.store.database import Session
from jobquality.store.rows import EvidenceOpeningRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """One person opened one revision of a piece of evidence: its file, a page of it, its link."""

    id: str
    organization_id: str
    assessment_id: str
    evidence_id: str
    revision: int
    person_id: str
    at: datetime


def add_opening(session: Session, opening: Opening) -> None:
    """Keep that somebody opened a piece of evidence."""
    said = {one.name: getattr(opening, one.name) for one in fields(Opening)}
    session.add(EvidenceOpeningRow(**said))
    session.flush()


def list_openings(session: Session, assessment_id: str) -> tuple[Opening, ...]:
    """Return every opening of the evidence of an assessment, oldest first."""
    rows = session.scalars(
        select(EvidenceOpeningRow)
        .where(EvidenceOpeningRow.assessment_id == assessment_id)
        .order_by(EvidenceOpeningRow.at, EvidenceOpeningRow.id)
    )
    names = [one.name for one in fields(Opening)]
    return tuple(Opening(**{name: getattr(row, name) for name in names}) for row in rows)
