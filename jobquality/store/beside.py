"""What lists and accounts say beside a chain, as `verify` compares it with the chain itself."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from jobquality.access.states import PublicationState
from jobquality.store.database import Session
from jobquality.store.rows import (
    GuestRow,
    PanelistRow,
    PersonRow,
    PublicationRow,
    StatementRow,
    TombstoneRow,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandOfStatement:
    """What the list of statements repeats of one that is in the chain, or says to be."""

    act_hash: str
    is_printed: bool
    publication: str
    topic: str
    criteria: tuple[str, ...]
    text: str
    fixed_on: date | None
    outcome: str
    decision_hash: str

    @property
    def said(self) -> str:
        """The words as their entry has them."""
        return self.text if self.fixed_on is None else f"{self.fixed_on.isoformat()}: {self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Whether a publication is listed as contested; `is_withdrawn` is nobody's page any more."""

    hash: str
    number: int
    employer_id: str
    published_at: datetime
    contested: bool
    is_withdrawn: bool


def list_statement_stands(session: Session, organization_id: str) -> tuple[StandOfStatement, ...]:
    """Return every statement of an organization that is or was printed, oldest first."""
    rows = session.scalars(
        select(StatementRow)
        .where(StatementRow.organization_id == organization_id)
        .order_by(StatementRow.said_at, StatementRow.id)
    )
    return tuple(
        StandOfStatement(
            act_hash=row.act_hash,
            is_printed=row.state == "printed",
            publication=row.publication_hash,
            topic=row.topic,
            criteria=tuple(json.loads(row.criteria)),
            text=row.text,
            fixed_on=row.fixed_on,
            outcome=row.outcome,
            decision_hash=row.decision_hash,
        )
        for row in rows
        if row.act_hash or row.state == "printed"
    )


def list_marked(session: Session, organization_id: str) -> tuple[Marked, ...]:
    """Return what the list of publications marks as contested, in the order of the chain."""
    rows = session.scalars(
        select(PublicationRow)
        .where(PublicationRow.organization_id == organization_id)
        .order_by(PublicationRow.number, PublicationRow.hash)
    )
    return tuple(
        Marked(
            hash=row.hash,
            number=row.number,
            employer_id=row.employer_id,
            published_at=row.published_at,
            contested=row.contested,
            is_withdrawn=row.state == PublicationState.WITHDRAWN.value,
        )
        for row in rows
    )


def list_buried(session: Session, organization_id: str) -> dict[str, str]:
    """Return the hash of the act behind each tombstone that the list has, by its body."""
    rows = session.scalars(
        select(TombstoneRow).where(TombstoneRow.organization_id == organization_id)
    )
    return {row.body_hash: row.act_hash for row in rows}


def known_people(session: Session, organization_id: str) -> frozenset[str]:
    """Return the ids of everybody who ever worked at an organization or was its guest."""
    own = select(PersonRow.id).where(PersonRow.organization_id == organization_id)
    guests = select(GuestRow.person_id).where(GuestRow.organization_id == organization_id)
    panels = select(PanelistRow.person_id).where(PanelistRow.organization_id == organization_id)
    found = (session.scalars(one) for one in (own, guests, panels))
    return frozenset(name for names in found for name in names if name)
