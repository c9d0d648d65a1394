"""Private calendars: whose address opens which."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.marks import is_ours
from jobquality.store.rows import CalendarRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """One person's calendar; only the digest of its address is kept."""

    person_id: str
    organization_id: str
    token_digest: str
    made_at: datetime


def set_calendar(session: Session, calendar: Calendar) -> None:
    """Keep a calendar; an earlier address of the same person is dead."""
    row = session.get(CalendarRow, calendar.person_id)
    if row is None:
        row = CalendarRow(person_id=calendar.person_id, organization_id=calendar.organization_id)
        session.add(row)
    row.token_digest = calendar.token_digest
    row.made_at = calendar.made_at
    session.flush()


def find_calendar(session: Session, person_id: str) -> Calendar | None:
    """Return somebody's calendar, or None."""
    row = session.scalars(select(CalendarRow).where(CalendarRow.person_id == person_id)).first()
    return None if row is None else _calendar(row)


def end_calendar(session: Session, person_id: str) -> None:
    """Let the address of somebody's calendar die."""
    row = session.scalars(select(CalendarRow).where(CalendarRow.person_id == person_id)).first()
    if row is not None:
        session.delete(row)
        session.flush()


def calendar_behind(session: Session, token_digest: str) -> Calendar:
    """Return the calendar that an address opens.

    Raises:
        NotFoundError: no address of that digest is alive.
    """
    wanted = select(CalendarRow).where(CalendarRow.token_digest == token_digest)
    row = session.scalars(wanted).first()
    if row is None or not is_ours(row):
        raise NotFoundError("There is no such calendar.")
    return _calendar(row)


def _calendar(row: CalendarRow) -> Calendar:
    return Calendar(
        person_id=row.person_id,
        organization_id=row.organization_id,
        token_digest=row.token_digest,
        made_at=row.made_at,
    )
