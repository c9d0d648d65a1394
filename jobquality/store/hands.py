"""Whose hands an account may be in for a while, after a link or a reset."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, select, update

from jobquality.access.actors import Role
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.rows import AccountHandRow, PersonRow
from jobquality.store.tenancy import belong

#: Here a dot in the name is no other mailbox; the second is another name of the first.
_DOTLESS = ("gmail.com", "googlemail.com")


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


def list_hands_anywhere(
    session: Session, person_ids: Collection[str], *, at: datetime
) -> tuple[Hand, ...]:
    """Return what counts for these accounts, in whatever organization they stand.

    A guest's own account stands elsewhere, and what happened to it there counts here too.
    """
    columns = (
        AccountHandRow.organization_id,
        AccountHandRow.person_id,
        AccountHandRow.maker,
        AccountHandRow.why,
        AccountHandRow.at,
        AccountHandRow.ends_at,
    )
    wanted = select(*columns).where(
        AccountHandRow.person_id.in_(person_ids),
        AccountHandRow.ended_at.is_(None),
        AccountHandRow.ends_at > at,
    )
    found = _everywhere(session, wanted.order_by(AccountHandRow.number))
    return tuple(
        Hand(
            organization_id=row.organization_id,
            person_id=row.person_id,
            maker=row.maker,
            why=Why(row.why),
            at=row.at,
            ends_at=row.ends_at,
        )
        for row in found
    )


def list_administrators_anywhere(session: Session, organization_id: str) -> frozenset[str]:
    """Return the ids of the administrators of an organization: of them nothing else is told."""
    wanted = select(PersonRow.id, PersonRow.roles).where(
        PersonRow.organization_id == organization_id
    )
    found = _everywhere(session, wanted)
    return frozenset(row.id for row in found if Role.ADMINISTRATOR in row.roles.split(","))


def group_by_address(session: Session, person_ids: Collection[str]) -> dict[str, int]:
    """Return by account a number, the same for accounts whose mail comes to one mailbox.

    In whatever organization they stand. No address leaves this function, so that no organization
    learns more than that two accounts that it knows are one person's. Without an address there
    is no number.
    """
    wanted = select(PersonRow.id, PersonRow.email).where(PersonRow.id.in_(person_ids))
    numbers: dict[str, int] = {}
    return {
        row.id: numbers.setdefault(_mailbox(row.email), len(numbers))
        for row in _everywhere(session, wanted)
        if row.email
    }


def _mailbox(email: str) -> str:
    """Return where mail to an address arrives: whatever stands after a + is no other person."""
    local, _, domain = email.casefold().rpartition("@")
    name = local.partition("+")[0] or local
    if domain in _DOTLESS:
        return f"{name.replace('.', '')}@{_DOTLESS[0]}"
    return f"{name}@{domain}"


def _everywhere(session: Session, wanted: Select[*tuple[Any, ...]]) -> Sequence[Any]:
    """Read columns of every organization's rows: no row itself comes into the session by it."""
    scope = session.info.get("organization")
    with session.no_autoflush:
        belong(session, EVERY_ORGANIZATION)
        try:
            return session.execute(wanted).all()
        finally:
            belong(session, scope)


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
