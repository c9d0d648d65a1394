"""What comes of each point of a reply, and the people who sign a decision together."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select

from jobquality.store.database import Session
from jobquality.store.rows import DecidedItemRow, PanelistRow, PanelRow


class Outcome(StrEnum):
    """What comes of a point that an employer did not accept."""

    CHANGED = "changed"
    STAYS = "stays"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedItem:
    """What comes of one point, and why."""

    id: str
    organization_id: str
    assessment_id: str
    notice_id: str
    criterion: str
    outcome: Outcome
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A decision that counts once all of its people signed; `text` is what is published then."""

    id: str
    organization_id: str
    assessment_id: str
    notice_id: str
    text: str
    proposed_by: str
    proposed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Panelist:
    """Somebody who has to sign; `name` is how they are known inside."""

    id: str
    organization_id: str
    assessment_id: str
    notice_id: str
    person_id: str
    name: str
    signed_at: datetime | None = None


def keep_items(session: Session, notice_id: str, items: Iterable[DecidedItem]) -> None:
    """Write what comes of each point anew; what was there before is gone."""
    rows = session.scalars(select(DecidedItemRow).where(DecidedItemRow.notice_id == notice_id))
    for row in rows:
        session.delete(row)
    session.flush()
    session.add_all(DecidedItemRow(**asdict(one)) for one in items)
    session.flush()


def list_items(session: Session, notice_id: str) -> dict[str, DecidedItem]:
    """Return what comes of each point, by criterion."""
    rows = session.scalars(
        select(DecidedItemRow)
        .where(DecidedItemRow.notice_id == notice_id)
        .order_by(DecidedItemRow.criterion)
    )
    return {row.criterion: _item(row) for row in rows}


def keep_panel(session: Session, panel: Panel, panelists: Iterable[Panelist]) -> None:
    """Put a decision before its panel; an earlier one, with its signatures, is gone."""
    drop_panel(session, panel.notice_id)
    session.add(PanelRow(**asdict(panel)))
    session.add_all(PanelistRow(**asdict(one)) for one in panelists)
    session.flush()


def drop_panel(session: Session, notice_id: str) -> None:
    """Forget a panel and what it signed so far."""
    for table in (PanelRow, PanelistRow):
        for row in session.scalars(select(table).where(table.notice_id == notice_id)):
            session.delete(row)
    session.flush()


def find_panel(session: Session, notice_id: str) -> Panel | None:
    """Return the decision that lies before a panel, or None."""
    row = session.scalars(select(PanelRow).where(PanelRow.notice_id == notice_id)).first()
    if row is None:
        return None
    return Panel(**{one.name: getattr(row, one.name) for one in fields(Panel)})


def list_panelists(session: Session, notice_id: str) -> tuple[Panelist, ...]:
    """Return who has to sign, by name."""
    rows = session.scalars(
        select(PanelistRow)
        .where(PanelistRow.notice_id == notice_id)
        .order_by(PanelistRow.name, PanelistRow.id)
    )
    return tuple(
        Panelist(**{one.name: getattr(row, one.name) for one in fields(Panelist)}) for row in rows
    )


def sign(session: Session, notice_id: str, person_id: str, *, at: datetime) -> None:
    """Keep that somebody of the panel signed."""
    row = session.scalars(
        select(PanelistRow).where(
            PanelistRow.notice_id == notice_id, PanelistRow.person_id == person_id
        )
    ).one()
    row.signed_at = at
    session.flush()


def _item(row: DecidedItemRow) -> DecidedItem:
    return DecidedItem(
        id=row.id,
        organization_id=row.organization_id,
        assessment_id=row.assessment_id,
        notice_id=row.notice_id,
        criterion=row.criterion,
        outcome=Outcome(row.outcome),
        reason=row.reason,
    )
