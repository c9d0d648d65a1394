"""The one-time code that opens an empty installation; only its digest is kept."""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, delete, select, update

from jobquality.store.database import Session
from jobquality.store.rows import SetupCodeRow


def replace_setup_code(
    session: Session, digest: str, *, at: datetime, expires_at: datetime
) -> None:
    """Keep a new code; every older one opens nothing any more."""
    session.execute(delete(SetupCodeRow))
    session.add(SetupCodeRow(digest=digest, created_at=at, expires_at=expires_at, used_at=None))
    session.flush()


def is_open_setup_code(session: Session, digest: str, *, at: datetime) -> bool:
    """Say whether this code still opens the installation."""
    wanted = select(SetupCodeRow.digest).where(*_open(digest, at))
    return session.scalar(wanted) is not None


def use_setup_code(session: Session, digest: str, *, at: datetime) -> bool:
    """Use the code up, and say whether it was there to be used: of two at once, one is told so."""
    used = session.execute(update(SetupCodeRow).where(*_open(digest, at)).values(used_at=at))
    return bool(cast("CursorResult[Any]", used).rowcount)


def _open(digest: str, at: datetime) -> tuple[Any, ...]:
    return (
        SetupCodeRow.digest == digest,
        SetupCodeRow.used_at.is_(None),
        SetupCodeRow.expires_at > at,
    )
