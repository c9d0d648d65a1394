"""Whose hands an account may be in for a while, after a link or a reset."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select, update

from jobquality.store.database import Session
from jobquality.store.rows import AccountHandRow


class Why(StrEnum):
    """How somebody else could have come in."""

    JOINED = "joined"
    PASSWORD = "password"  # noqa: S105  # what happened, no password
    STEP = "step"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """That `maker` could be in the account of a person, until that moment.

    `proofs` are digests of recovery codes that the person had before it.
    """

    organization_id: str
    person_id: str
    maker: str
    why: Why
    at: datetime
    ends_at: datetime
    proofs: tuple[str, ...] = ()


def add_hand(session: Session, hand: Hand) -> None:
    """Keep that somebody else could be in an account."""
    session.add(
        AccountHandRow(
            organization_id=hand.organization_id,
            person_id=hand.person_id,
            maker=hand.maker,
            why=hand.why.value,
            at=hand.at,
            ends_at=hand.ends_at,
            proofs=" ".join(hand.proofs),
        )
    )
    session.flush()


def list_hands(session: Session, *, at: datetime) -> tuple[Hand, ...]:
    """Return all that count at a moment, oldest first."""
    wanted = select(AccountHandRow).where(
        AccountHandRow.ended_at.is_(None), AccountHandRow.ends_at > at
    )
    found = session.scalars(wanted.order_by(AccountHandRow.number))
    return tuple(_value(row) for row in found)


def end_hands(session: Session, person_ids: Collection[str], *, by: str, at: datetime) -> None:
    """Let nobody else count as these people any more, because `by` confirmed them."""
    session.execute(
        update(AccountHandRow)
        .where(AccountHandRow.person_id.in_(person_ids), AccountHandRow.ended_at.is_(None))
        .values(ended_at=at, ended_by=by)
    )


def _value(row: AccountHandRow) -> Hand:
    return Hand(
        organization_id=row.organization_id,
        person_id=row.person_id,
        maker=row.maker,
        why=Why(row.why),
        at=row.at,
        ends_at=row.ends_at,
        proofs=tuple(row.proofs.split()),
    )
