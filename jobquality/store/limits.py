"""How often something was tried, counted for all workers in one statement each."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, case, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from jobquality.store.database import Session
from jobquality.store.rows import LimitRow


def count_try(session: Session, key: str, *, amount: int, at: datetime, within: timedelta) -> int:
    """Count `amount` more tries and return how many there are in the span that runs now.

    The span begins with the first try. Two workers that count at once are both counted.
    """
    dialect = session.get_bind().dialect.name
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    new = insert(LimitRow).values(key=key, count=amount, expires_at=at + within)
    is_over = LimitRow.expires_at <= at
    counted = new.on_conflict_do_update(
        index_elements=[LimitRow.key],
        set_={
            "count": case((is_over, amount), else_=LimitRow.count + amount),
            "expires_at": case((is_over, new.excluded.expires_at), else_=LimitRow.expires_at),
        },
    ).returning(LimitRow.count)
    return int(session.execute(counted).scalar_one())


def find_count(session: Session, key: str, *, at: datetime) -> tuple[int, datetime]:
    """Return how many tries there are, and when their span ends; without any, 0 and now."""
    wanted = select(LimitRow.count, LimitRow.expires_at).where(
        LimitRow.key == key, LimitRow.expires_at > at
    )
    found = session.execute(wanted).first()
    return (found[0], found[1]) if found else (0, at)


def forget_tries(session: Session, key: str | None = None) -> int:
    """Forget the tries under one key, or all of them, and return how many keys there were."""
    return _forget(session, *([LimitRow.key == key] if key is not None else []))


def forget_old_tries(session: Session, *, at: datetime) -> int:
    """Forget every span that is over, and return how many there were."""
    return _forget(session, LimitRow.expires_at <= at)


def _forget(session: Session, *which: ColumnElement[bool]) -> int:
    gone = session.scalars(delete(LimitRow).where(*which).returning(LimitRow.key))
    return len(gone.all())
