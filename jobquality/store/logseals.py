"""What the signed seals of a log stand for, and the events that one would be made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, select

from jobquality.ledger.acts import ActKind
from jobquality.store.database import Session
from jobquality.store.rows import BodyRow, LedgerRow, LogSealRow


def add_log_seal(session: Session, organization_id: str, number: int, content: str) -> None:
    """Keep what the seal of the log in the entry of that number stands for."""
    session.add(LogSealRow(organization_id=organization_id, number=number, content=content))
    session.flush()


def list_log_seals(session: Session, organization_id: str) -> Mapping[int, str]:
    """Return what is kept of seals, by number, whether an entry stands for it or not."""
    query = (
        select(LogSealRow.number, LogSealRow.content)
        .where(LogSealRow.organization_id == organization_id)
        .order_by(LogSealRow.number)
    )
    return {row.number: row.content for row in session.execute(query)}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSeal:
    """An entry that seals the log: its moment, its body, and the list kept beside it, or ""."""

    at: datetime
    body: str
    content: str


def last_log_seals(session: Session, organization_id: str, *, span: timedelta) -> list[KeptSeal]:
    """Return the newest entry that seals the log, those of the span before it, and one more.

    The oldest comes first.
    """
    newest = session.execute(_seals(organization_id).limit(1)).first()
    if newest is None:
        return []
    until = newest.at - span
    recent = session.execute(_seals(organization_id).where(LedgerRow.at > until)).all()
    before = session.execute(_seals(organization_id).where(LedgerRow.at <= until).limit(1)).all()
    return [
        KeptSeal(at=row.at, body=row.body, content=row.kept or "")
        for row in reversed([*recent, *before])
    ]


def _seals(organization_id: str) -> Select[datetime, str, str]:
    kept = (LogSealRow.organization_id == LedgerRow.organization_id) & (
        LogSealRow.number == LedgerRow.number
    )
    return (
        select(LedgerRow.at, BodyRow.content.label("body"), LogSealRow.content.label("kept"))
        .select_from(LedgerRow)
        .join(BodyRow, BodyRow.hash == LedgerRow.hash)
        .outerjoin(LogSealRow, kept)
        .where(LedgerRow.organization_id == organization_id, LedgerRow.kind == ActKind.LOG.value)
        .order_by(LedgerRow.number.desc())
    )
