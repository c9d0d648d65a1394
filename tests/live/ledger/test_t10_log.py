"""Nobody makes an honest person guilty in the log, or keeps it from being sealed, past us."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jobquality.ledger.logs import Sealed, dump_sealed
from jobquality.services.events import EventKind, note
from jobquality.services.logseals import find_unsealed, seal_log
from jobquality.store.events import list_events
from jobquality.store.rows import EventRow
from jobquality.store.tenancy import belong
from tests.live.ledger.published import Center, stored_center
from tests.live.ledger.test_verify import wrong
from tests.live.statements.speaking import LATER

_HOURS = timedelta(hours=2)
_FORGED = text("""
    INSERT INTO events (number, kind, at, person_id, about, about_id, details, organization_id)
    VALUES (:number, 'log.exported', '2026-02-03 12:00:00', :person, 'log', '', '{}', :owner)
""")
_FORGED_SEAL = text("""
    INSERT INTO log_seals (organization_id, number, content) VALUES (:owner, 9999, :content)
""")


@pytest.fixture
def center(session: Session, tmp_path: Path) -> Center:
    """A score, and a log that was sealed three times, hours apart."""
    made = stored_center(session, tmp_path)
    made.publish(made.employer())
    belong(session, made.organization.id)
    for number in range(3):
        write(made)
        seal(made, number)
    assert wrong(made) == ""
    return made


def write(center: Center) -> None:
    note(center.session, center.author.actor, EventKind.LOGGED_IN, at=LATER)


def seal(center: Center, number: int) -> None:
    at = LATER + _HOURS * number
    seal_log(center.session, center.organization.id, keys=center.keys, at=at)


def forge(center: Center, number: int) -> None:
    """Write into the log, past the program, that the reviewer took it away with them."""
    values = {"person": center.reviewer.id, "owner": center.organization.id}
    center.session.connection().execute(_FORGED, {"number": number, **values})


def newest(center: Center) -> int:
    return list_events(center.session, organization_id=center.organization.id)[-1].number


@pytest.mark.parametrize("number", [-5, 0])
def test_t10_an_event_under_a_number_that_is_never_given_is_named(
    center: Center, number: int
) -> None:
    forge(center, number)
    assert f"Events {number} of the log came in past the program" in wrong(center)
    seal(center, 3)
    assert f"Events {number} of the log came in past the program" in wrong(center)


def test_t10_an_event_far_ahead_keeps_no_later_one_from_its_seal(center: Center) -> None:
    ahead = newest(center) + 1_000_000
    forge(center, ahead)
    for number in (3, 4, 5):
        write(center)
        seal(center, number)
    assert find_unsealed(center.session, center.organization.id) is None
    assert f"Events {ahead} of the log" in wrong(center)


def test_t10_an_event_that_fills_a_gap_long_after_is_named(center: Center) -> None:
    gap = newest(center) + 1
    skip_number(center, gap)
    for number in (3, 4):
        write(center)
        seal(center, number)
    assert wrong(center) == ""
    forge(center, gap)
    seal(center, 5)
    assert f"Events {gap} of the log came in past the program" in wrong(center)


def skip_number(center: Center, number: int) -> None:
    """Let the database give a number to something that is undone then."""
    connection = center.session.connection()
    with connection.begin_nested() as undone:
        write(center)
        undone.rollback()
    if connection.dialect.name == "sqlite":  # which would give it again
        later = EventRow(number=number + 1, kind=EventKind.LOGGED_IN.value, at=LATER)
        later.organization_id, later.about, later.about_id = center.organization.id, "account", ""
        later.details = "{}"
        center.session.add(later)
        center.session.flush()


def test_t10_a_seal_without_an_entry_keeps_nothing_from_being_sealed(center: Center) -> None:
    ahead = {str(newest(center) + step): "0" * 32 for step in range(1, 50)}
    owner = center.organization.id
    content = dump_sealed(Sealed(events=ahead))
    center.session.connection().execute(_FORGED_SEAL, {"owner": owner, "content": content})
    write(center)
    assert find_unsealed(center.session, owner) is not None
    seal(center, 3)
    assert find_unsealed(center.session, owner) is None
    assert wrong(center) == "A seal of the log is kept under 9999; no entry is."


def test_what_was_not_sealed_when_a_database_was_moved_is_whole_and_sealed_here(
    center: Center,
) -> None:
    """PostgreSQL gave no number yet, as `move` leaves it."""
    write(center)
    connection = center.session.connection()
    if connection.dialect.name == "postgresql":
        moved = "SELECT setval(pg_get_serial_sequence('events', 'number'), :next, false)"
        connection.execute(text(moved), {"next": newest(center) + 1})
    assert find_unsealed(center.session, center.organization.id) is not None
    assert wrong(center) == ""
    seal(center, 3)
    assert find_unsealed(center.session, center.organization.id) is None
