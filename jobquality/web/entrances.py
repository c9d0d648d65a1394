"""Who came in and who failed to, kept in the log: never a name that was typed, nor from where.

Whoever guesses at a door fills no disk: at most one row for each account in ten minutes. How
many tries there were in all is said by the next row.
"""

import hashlib
from datetime import datetime, timedelta

from jobquality.http import current
from jobquality.services.events import EventKind, record
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.limits import count_try, find_count, forget_tries
from jobquality.store.people import Person

#: Within this time a second failure at the same account makes no second row.
_SPAN = timedelta(minutes=10)
#: How long failures are counted that no row has told yet.
_MEMORY = timedelta(days=90)


def note_entrance(person: Person) -> None:
    """Keep that somebody logged in, and after how many failures since the last row."""
    here = current()
    with here.database.transaction(EVERY_ORGANIZATION) as session:
        _tell(session, person, EventKind.LOGGED_IN, here.clock())
        forget_tries(session, _row_of(person.email or ""))


def note_failure(typed: str, person: Person | None) -> None:
    """Keep that somebody failed to log in as this person.

    Where nobody has that address it is counted all the same, so that both take as long.
    """
    here = current()
    at = here.clock()
    with here.database.transaction(EVERY_ORGANIZATION) as session:
        count_try(session, _since(typed), amount=1, at=at, within=_MEMORY)
        is_first = count_try(session, _row_of(typed), amount=1, at=at, within=_SPAN) == 1
        if is_first and person is not None:
            _tell(session, person, EventKind.LOGIN_FAILED, at)


def _tell(session: Session, person: Person, kind: EventKind, at: datetime) -> None:
    key = _since(person.email or "")
    failures, _ = find_count(session, key, at=at)
    record(
        session,
        person.actor if kind is EventKind.LOGGED_IN else None,
        kind,
        organization_id=person.organization_id,
        about="account",
        about_id=person.id,
        at=at,
        details={"failures": str(failures)} if failures else {},
    )
    if failures:
        forget_tries(session, key)


def _since(typed: str) -> str:
    return f"failures/{_hidden(typed)}"


def _row_of(typed: str) -> str:
    return f"failure-row/{_hidden(typed)}"


def _hidden(typed: str) -> str:
    return hashlib.sha256(typed.encode()).hexdigest()
