"""What somebody meant to do, once: double clicks and retries find it done already."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from jobquality.errors import ConflictError
from jobquality.store.database import Session
from jobquality.store.rows import IntentRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """One intent: `fingerprint` is the SHA-256 of what was sent, `answer` what came of it."""

    key: str
    organization_id: str
    fingerprint: str
    answer: str
    at: datetime


def find_intent(session: Session, key: str) -> Intent | None:
    """Return what was done under this key, or None."""
    row = session.scalars(select(IntentRow).where(IntentRow.key == key)).first()
    if row is None:
        return None
    return Intent(
        key=row.key,
        organization_id=row.organization_id,
        fingerprint=row.fingerprint,
        answer=row.answer,
        at=row.at,
    )


def add_intent(session: Session, intent: Intent) -> None:
    """Take a key, before anything is done under it.

    Raises:
        ConflictError: the same request is being done at this moment; ask again.
    """
    session.add(
        IntentRow(
            key=intent.key,
            organization_id=intent.organization_id,
            fingerprint=intent.fingerprint,
            answer=intent.answer,
            at=intent.at,
        )
    )
    try:
        session.flush()
    except IntegrityError as error:
        raise ConflictError("This is being done already. Reload the page to see it.") from error


def set_intent_answer(session: Session, key: str, answer: str) -> None:
    """Keep what came of an intent, for whoever asks again."""
    session.execute(update(IntentRow).where(IntentRow.key == key).values(answer=answer))
