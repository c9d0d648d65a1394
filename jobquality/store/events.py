"""The log of what happened in an organization, in the order in which it was written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select, text
from sqlalchemy.event import listens_for
from sqlalchemy.orm import object_session

from jobquality.ledger.canonical import canonical_text, read_canonical
from jobquality.ledger.traces import TRACES, Traces, load_traces
from jobquality.store.database import Session
from jobquality.store.marks import is_ours, marker_of
from jobquality.store.rows import EventRow
from jobquality.store.tenancy import of_everybody
from jobquality.store.traces import Untold, list_untold, take_traces, untold_traces


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event. `about` is what kind of thing, `about_id` which one; `number` orders them.

    `person_id` None: nobody who is logged in, such as the employer or a failed login. `is_ours`
    is off where somebody else than the program wrote it; of events that are older than marks
    nobody can tell.
    """

    organization_id: str
    kind: str
    at: datetime
    person_id: str | None
    about: str
    about_id: str
    details: Mapping[str, str]
    number: int = 0
    is_ours: bool = True

    @property
    def said(self) -> dict[str, str]:
        """What is told to people of the details: prints of rows are for the program."""
        return {name: one for name, one in self.details.items() if name != TRACES}


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedEvents:
    """Which events somebody looks for, and which of them they may see at all.

    `kind` is a kind, or the first word of several (`account`). `things` are the ids of what
    the events are about. `seen_by` sees their own and those about `abouts`; None sees all.
    """

    person_id: str = ""
    kind: str = ""
    things: frozenset[str] | None = None
    since: datetime | None = None
    until: datetime | None = None
    seen_by: str | None = None
    abouts: frozenset[str] = frozenset()


#: What most events are about, and the kind of one that only takes along what was written.
ASSESSMENT, KEPT = "assessment", "assessment.kept"
#: Where a session keeps when something happened last.
_MOMENT = "moment"
#: The number comes first, as the mark stands for it too.
_NEXT_NUMBERS = {
    "sqlite": text("SELECT coalesce(max(number), 0) + 1 FROM events"),
    "postgresql": text("SELECT nextval(pg_get_serial_sequence('events', 'number'))"),
}
_LAST_NUMBER = text("""
    SELECT last_value FROM pg_sequences WHERE schemaname = current_schema()
    AND format('%I.%I', schemaname, sequencename) = pg_get_serial_sequence('events', 'number')
""")


def add_event(session: Session, event: Event) -> None:
    """Keep an event; none is ever changed.

    One about an assessment takes along what was written of it (`store.traces`).
    """
    traces = take_traces(session, event.about_id) if event.about == ASSESSMENT else ""
    add_traces(session, event, traces)
    session.info[_MOMENT] = event.at


def add_traces(session: Session, event: Event, traces: str) -> None:
    """Keep an event with traces as text; empty for none."""
    told = dict(event.details) | ({TRACES: traces} if traces else {})
    session.add(
        EventRow(
            number=_next_number(session),
            organization_id=event.organization_id,
            kind=event.kind,
            at=event.at,
            person_id=event.person_id,
            about=event.about,
            about_id=event.about_id,
            details=canonical_text(told),
        )
    )
    session.flush()


@listens_for(Session, "before_commit")
def _tell_rest(session: Session) -> None:
    """Write an event of its own for what was written after the last one of an assessment."""
    if session.in_nested_transaction():
        return
    session.flush()
    rest = list_untold(session)
    if rest:
        with of_everybody(session):
            for assessment_id, untold in rest.items():
                add_event(session, _kept(session, assessment_id, untold))


def _kept(session: Session, assessment_id: str, untold: Untold) -> Event:
    return Event(
        organization_id=untold.organization_id,
        kind=KEPT,
        at=session.info.get(_MOMENT) or untold.at,
        person_id=None,
        about=ASSESSMENT,
        about_id=assessment_id,
        details={},
    )


def list_traces(session: Session, **wanted: str) -> Mapping[str, list[Traces]]:
    """Return what events left, oldest first, by assessment; only what the program wrote counts.

    Of one (`about_id`), or of an `organization_id`; what this transaction wrote comes last.
    """
    query = select(EventRow).where(EventRow.about == ASSESSMENT).order_by(EventRow.number)
    found: dict[str, list[Traces]] = {}
    for row in session.scalars(query.filter_by(**wanted)):
        if TRACES in row.details and is_ours(row):
            told = _details(row).get(TRACES, "")
            found.setdefault(row.about_id, []).append(load_traces(told))
    for assessment_id, one in untold_traces(session, **wanted).items():
        found.setdefault(assessment_id, []).append(one)
    return found


def list_events(
    session: Session, *, organization_id: str | None = None, after: int | None = 0
) -> tuple[Event, ...]:
    """Return the events of an organization after a number, oldest first.

    Without `organization_id`, that is the one that the session belongs to. Without `after`, those
    come too whose numbers the program never gives.
    """
    query = select(EventRow).order_by(EventRow.number)
    if after is not None:
        query = query.where(EventRow.number > after)
    if organization_id is not None:
        query = query.where(EventRow.organization_id == organization_id)
    return tuple(_event(row) for row in session.scalars(query))


def last_number(session: Session) -> int | None:
    """Return the newest number that the database gave to an event of anybody.

    None where it takes the next one after whatever is there (SQLite), or gave none since the
    database was moved here.
    """
    if session.connection().dialect.name == "sqlite":
        return None
    found = session.connection().scalar(_LAST_NUMBER)
    return None if found is None else int(found)


def newest_number(session: Session) -> int:
    """Return the highest number of an event of anybody, 0 where there is none."""
    return int(session.scalar(select(func.max(EventRow.number))) or 0)


def find_events(
    session: Session, wanted: WantedEvents, *, before: int | None = None, limit: int
) -> tuple[Event, ...]:
    """Return events, the newest first; only those older than the number `before`, if it is given.

    The next page begins after the number of the last one, however many come meanwhile.
    """
    query = select(EventRow).where(*_which(wanted)).order_by(EventRow.number.desc()).limit(limit)
    if before is not None:
        query = query.where(EventRow.number < before)
    return tuple(_event(row) for row in session.scalars(query))


def count_events(session: Session, wanted: WantedEvents) -> int:
    """Return how many events there are."""
    counted = select(func.count(EventRow.number)).where(*_which(wanted))
    return int(session.scalar(counted) or 0)


def list_actors(session: Session) -> frozenset[str]:
    """Return the ids of everybody who did something."""
    found = session.scalars(select(EventRow.person_id).distinct())
    return frozenset(one for one in found if one)


def _next_number(session: Session) -> int:
    connection = session.connection()
    return int(connection.scalar(_NEXT_NUMBERS[connection.dialect.name]) or 1)


def _which(wanted: WantedEvents) -> Iterator[ColumnElement[bool]]:
    if wanted.person_id:
        yield _of_person(wanted.person_id)
    if wanted.kind:
        several = EventRow.kind.startswith(f"{wanted.kind}.", autoescape=True)
        yield or_(EventRow.kind == wanted.kind, several)
    if wanted.things is not None:
        yield EventRow.about_id.in_(wanted.things)
    yield from _between(wanted)
    if wanted.seen_by is not None:
        yield or_(_of_person(wanted.seen_by), EventRow.about.in_(wanted.abouts))


def _between(wanted: WantedEvents) -> Iterator[ColumnElement[bool]]:
    if wanted.since is not None:
        yield EventRow.at >= wanted.since
    if wanted.until is not None:
        yield EventRow.at < wanted.until


def _of_person(person_id: str) -> ColumnElement[bool]:
    """Return what somebody did, and what was done to their account."""
    account = (EventRow.about == "account") & (EventRow.about_id == person_id)
    return or_(EventRow.person_id == person_id, account)


def _was_written_here(row: EventRow) -> bool:
    marker = marker_of(object_session(row))
    is_older = marker is not None and (marker.since is None or 0 < row.number <= marker.since)
    # Nobody can prove any more what a lost key marked; where it was sealed, the seal stands.
    is_of_lost_key = marker is not None and 0 < row.number <= marker.renewed
    return (is_older and not row.mark) or is_of_lost_key or is_ours(row)


def _event(row: EventRow) -> Event:
    return Event(
        number=row.number,
        is_ours=_was_written_here(row),
        organization_id=row.organization_id,
        kind=row.kind,
        at=row.at,
        person_id=row.person_id,
        about=row.about,
        about_id=row.about_id,
        details=_details(row),
    )


def _details(row: EventRow) -> dict[str, str]:
    found = read_canonical(row.details)
    return {str(key): str(one) for key, one in found.items()} if isinstance(found, dict) else {}
