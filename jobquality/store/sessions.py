"""Visits: the browser holds a key, the server everything else."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from jobquality.store.database import Session
from jobquality.store.rows import SessionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What is kept of one visit; `digest` is the SHA-256 of the browser's key, in hex."""

    digest: str
    content: str
    created_at: datetime
    seen_at: datetime
    expires_at: datetime
    person_id: str | None = None
    device: str | None = None


def find_visit(session: Session, digest: str, *, at: datetime) -> Visit | None:
    """Return the visit, unless it has expired."""
    row = session.scalars(
        select(SessionRow).where(SessionRow.digest == digest, SessionRow.expires_at > at)
    ).first()
    return _value(row) if row else None


def list_visits(session: Session, person_id: str, *, at: datetime) -> tuple[Visit, ...]:
    """Return every visit of a person that has not expired, newest first."""
    theirs = (SessionRow.person_id == person_id, SessionRow.expires_at > at)
    ordered = select(SessionRow).where(*theirs).order_by(SessionRow.created_at.desc())
    return tuple(_value(row) for row in session.scalars(ordered.order_by(SessionRow.digest)))


def keep_visit(session: Session, visit: Visit) -> None:
    """Write a visit, new or known."""
    session.merge(
        SessionRow(
            digest=visit.digest,
            content=visit.content,
            created_at=visit.created_at,
            seen_at=visit.seen_at,
            expires_at=visit.expires_at,
            person_id=visit.person_id,
            device=visit.device,
        )
    )
    session.flush()


def end_visit(session: Session, digest: str) -> None:
    """Forget a visit: its key opens nothing any more."""
    session.execute(delete(SessionRow).where(SessionRow.digest == digest))


def end_visits_of(session: Session, person_id: str) -> None:
    """Forget every visit of a person."""
    session.execute(delete(SessionRow).where(SessionRow.person_id == person_id))


def forget_expired_visits(session: Session, *, at: datetime) -> None:
    """Forget every visit whose time is over."""
    session.execute(delete(SessionRow).where(SessionRow.expires_at <= at))


def _value(row: SessionRow) -> Visit:
    return Visit(
        digest=row.digest,
        content=row.content,
        created_at=row.created_at,
        seen_at=row.seen_at,
        expires_at=row.expires_at,
        person_id=row.person_id,
        device=row.device,
    )
