"""Who is told the head of a chain, and which one they were told last."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select

from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.rows import WitnessRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """Somebody outside of the organization; `language` is that of their mail."""

    id: str
    organization_id: str
    name: str
    email: str
    language: str
    named_by: str
    named_at: datetime
    ended_at: datetime | None = None
    told_number: int = 0
    told_at: datetime | None = None


def add_witness(session: Session, witness: Witness) -> None:
    """Keep a new witness."""
    session.add(
        WitnessRow(
            id=witness.id,
            organization_id=witness.organization_id,
            name=witness.name,
            email=witness.email,
            language=witness.language,
            named_by=witness.named_by,
            named_at=witness.named_at,
            ended_at=witness.ended_at,
            told_number=witness.told_number,
            told_at=witness.told_at,
        )
    )
    session.flush()


def list_witnesses(session: Session) -> tuple[Witness, ...]:
    """Return those who are told now, by name."""
    rows = session.scalars(
        select(WitnessRow)
        .where(WitnessRow.ended_at.is_(None))
        .order_by(WitnessRow.name, WitnessRow.id)
    )
    return tuple(_witness(row) for row in rows)


def list_untold(session: Session, *, before: datetime) -> tuple[Witness, ...]:
    """Return those of every organization who were told last before a moment, or never."""
    rows = session.scalars(
        select(WitnessRow)
        .where(
            WitnessRow.ended_at.is_(None),
            or_(WitnessRow.told_at.is_(None), WitnessRow.told_at <= before),
        )
        .order_by(WitnessRow.organization_id, WitnessRow.id)
    )
    return tuple(_witness(row) for row in rows)


def end_witness(session: Session, witness_id: str, *, at: datetime) -> Witness:
    """Tell them no more.

    Raises:
        NotFoundError: there is none of that id.
    """
    row = _row(session, witness_id)
    row.ended_at = row.ended_at or at
    session.flush()
    return _witness(row)


def note_told(session: Session, witness_id: str, number: int, *, at: datetime) -> None:
    """Keep which head they were told last.

    Raises:
        NotFoundError: there is none of that id.
    """
    row = _row(session, witness_id)
    row.told_number, row.told_at = number, at
    session.flush()


def _row(session: Session, witness_id: str) -> WitnessRow:
    row = session.scalars(select(WitnessRow).where(WitnessRow.id == witness_id)).first()
    if row is None:
        raise NotFoundError("There is no such witness.")
    return row


def _witness(row: WitnessRow) -> Witness:
    return Witness(
        id=row.id,
        organization_id=row.organization_id,
        name=row.name,
        email=row.email,
        language=row.language,
        named_by=row.named_by,
        named_at=row.named_at,
        ended_at=row.ended_at,
        told_number=row.told_number,
        told_at=row.told_at,
    )
