"""Visits: the browser holds a key, the server everything else."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update

from jobquality.store.database import Session
from jobquality.store.marks import is_ours, marked
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
    """Return the visit, unless it has expired or was written by something else."""
    row = session.scalars(
        select(SessionRow).where(SessionRow.digest == digest, SessionRow.expires_at > at)
    ).first()
    return _value(row) if row and is_ours(row) else None


def list_visits(session: Session, person_id: str, *, at: datetime) -> tuple[Visit, ...]:
    """Return every visit of a person that has not expired, newest first."""
    theirs = (SessionRow.person_id == person_id, SessionRow.expires_at > at)
    ordered = select(SessionRow).where(*theirs).order_by(SessionRow.created_at.desc())
    rows = session.scalars(ordered.order_by(SessionRow.digest))
    return tuple(_value(row) for row in rows if is_ours(row))


def add_visit(session: Session, visit: Visit) -> None:
    """Write a visit that begins."""
    session.add(
        SessionRow(digest=visit.digest, created_at=visit.created_at, **_what_changes(visit))
    )
    session.flush()


def keep_visit(session: Session, visit: Visit) -> bool:
    """Write what changed in a visit, and say whether it is still there.

    One that was ended meanwhile stays ended: a request that was under way must not bring its
    key back to life.
    """
    there = update(SessionRow).where(SessionRow.digest == visit.digest)
    changes = _what_changes(visit)
    mark = marked(session, SessionRow, changes | {"digest": visit.digest})
    changed = session.execute(
        there.values(**changes, **mark).returning(SessionRow.digest),
        execution_options={"synchronize_session": False},
    )
    return changed.first() is not None


def end_visit(session: Session, digest: str) -> bool:
    """Forget a visit: its key opens nothing any more. Say whether it was still there."""
    ended = session.execute(
        delete(SessionRow).where(SessionRow.digest == digest).returning(SessionRow.digest)
    )
    return ended.first() is not None


def end_visits_of(session: Session, person_id: str) -> None:
    """Forget every visit of a person."""
    session.execute(delete(SessionRow).where(SessionRow.person_id == person_id))


def forget_expired_visits(session: Session, *, at: datetime) -> None:
    """Forget every visit whose time is over."""
    session.execute(delete(SessionRow).where(SessionRow.expires_at <= at))


def _what_changes(visit: Visit) -> dict[str, Any]:
    return {
        "content": visit.content,
        "seen_at": visit.seen_at,
        "expires_at": visit.expires_at,
        "person_id": visit.person_id,
        "device": visit.device,
    }


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
