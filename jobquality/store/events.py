"""The log of what happened in an organization, in the order in which it was written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from jobquality.ledger.canonical import canonical_text, read_canonical
from jobquality.store.database import Session
from jobquality.store.rows import EventRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event. `about` is what kind of thing, `about_id` which one; `number` orders them.

    `person_id` None: nobody who is logged in, such as the employer or a failed login.
    """

    organization_id: str
    kind: str
    at: datetime
    person_id: str | None
    about: str
    about_id: str
    details: Mapping[str, str]
    number: int = 0


def add_event(session: Session, event: Event) -> None:
    """Keep an event; none is ever changed."""
    session.add(
        EventRow(
            organization_id=event.organization_id,
            kind=event.kind,
            at=event.at,
            person_id=event.person_id,
            about=event.about,
            about_id=event.about_id,
            details=canonical_text(dict(event.details)),
        )
    )


def list_events(session: Session) -> tuple[Event, ...]:
    """Return the events of an organization, oldest first."""
    rows = session.scalars(select(EventRow).order_by(EventRow.number))
    return tuple(_event(row) for row in rows)


def _event(row: EventRow) -> Event:
    details = read_canonical(row.details)
    return Event(
        number=row.number,
        organization_id=row.organization_id,
        kind=row.kind,
        at=row.at,
        person_id=row.person_id,
        about=row.about,
        about_id=row.about_id,
        details={str(key): str(text) for key, text in details.items()}
        if isinstance(details, dict)
        else {},
    )
