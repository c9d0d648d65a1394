"""Which assessment sets which publication right."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from jobquality.store.database import Session
from jobquality.store.rows import CorrectionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Correcting:
    """That an assessment sets the publication of that hash right, and why."""

    assessment_id: str
    organization_id: str
    publication: str
    reason: str
    started_by: str
    started_at: datetime


def add_correcting(session: Session, correcting: Correcting) -> None:
    """Keep what an assessment sets right."""
    session.add(
        CorrectionRow(
            assessment_id=correcting.assessment_id,
            organization_id=correcting.organization_id,
            publication=correcting.publication,
            reason=correcting.reason,
            started_by=correcting.started_by,
            started_at=correcting.started_at,
        )
    )
    session.flush()


def find_correcting(session: Session, assessment_id: str) -> Correcting | None:
    """Return what an assessment sets right, or None where it is no correction."""
    row = session.scalars(
        select(CorrectionRow).where(CorrectionRow.assessment_id == assessment_id)
    ).first()
    return _correcting(row) if row else None


def list_correcting(session: Session, publication: str) -> tuple[Correcting, ...]:
    """Return every assessment that was begun to set a publication right, oldest first."""
    rows = session.scalars(
        select(CorrectionRow)
        .where(CorrectionRow.publication == publication)
        .order_by(CorrectionRow.started_at, CorrectionRow.assessment_id)
    )
    return tuple(_correcting(row) for row in rows)


def _correcting(row: CorrectionRow) -> Correcting:
    return Correcting(
        assessment_id=row.assessment_id,
        organization_id=row.organization_id,
        publication=row.publication,
        reason=row.reason,
        started_by=row.started_by,
        started_at=row.started_at,
    )
