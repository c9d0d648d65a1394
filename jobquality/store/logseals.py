"""What the signed seals of a log stand for, and the events that one would be made of."""

from collections.abc import Mapping

from sqlalchemy import select

from jobquality.store.database import Session
from jobquality.store.rows import LogSealRow


def add_log_seal(session: Session, organization_id: str, number: int, content: str) -> None:
    """Keep what the seal of the log in the entry of that number stands for."""
    session.add(LogSealRow(organization_id=organization_id, number=number, content=content))
    session.flush()


def list_log_seals(
    session: Session, organization_id: str, *, last: int | None = None
) -> Mapping[int, str]:
    """Return what seals stand for, by the number of each entry; `last` is how many at most."""
    query = (
        select(LogSealRow.number, LogSealRow.content)
        .where(LogSealRow.organization_id == organization_id)
        .order_by(LogSealRow.number.desc())
        .limit(last)
    )
    return {row.number: row.content for row in reversed(session.execute(query).all())}
