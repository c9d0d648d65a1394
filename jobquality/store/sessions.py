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


def find_visit(session: Session, digest: str, *, at: datetime) -> Visit | None:
    """Return the visit, unless it has expired."""
    row = session.scalars(
        select(SessionRow).where(SessionRow.digest == digest, SessionRow.expires_at > at)
    ).first()
    if row is None:
        return None
    return Visit(
        digest=row.digest,
        content=row.content,
        created_at=row.created_at,
        seen_at=row.seen_at,
        expires_at=row.expires_at,
        person_id=row.person_id,
    )


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
