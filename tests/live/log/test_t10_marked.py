"""Who has the database and no key writes nothing into the log that passes for the program's."""

from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from jobquality.access.actors import Role
from jobquality.services.events import EventKind, note
from jobquality.services.logseals import find_unmarked
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.events import list_events
from jobquality.store.people import Person
from jobquality.store.rowkeys import SINCE, mark_rows, open_marking
from jobquality.store.rows import EventRow
from jobquality.store.schema import migrate
from jobquality.store.tenancy import belong
from tests.live.accounts.members import stored_member
from tests.live.conftest import NOON
from tests.live.factories import log_in, stored_organization, stored_person

_FORGED = text("""
    INSERT INTO events (number, kind, at, person_id, about, about_id, details, organization_id,
                        mark)
    VALUES (:number, :kind, '2026-02-03 12:00:00', :person, 'log', '', '{}', :owner, :mark)
""")


def forge(
    session: Session, person: Person, number: int, *, kind: str = "log.exported", mark: str = ""
) -> None:
    """Write into the log that somebody took it away, as somebody can who has the database."""
    values = {"person": person.id, "owner": person.organization_id, "kind": kind}
    session.connection().execute(_FORGED, {"number": number, "mark": mark, **values})


def named(session: Session, person: Person) -> str:
    """Return what is named of the log of somebody's organization."""
    return " ".join(one.message for one in find_unmarked(session, person.organization_id))


@pytest.fixture
def person(session: Session) -> Person:
    """Somebody of a center, who did three things."""
    made = stored_person(session, stored_organization(session), Role.ADVOCATE)
    belong(session, EVERY_ORGANIZATION)
    for number in range(3):
        note(session, made.actor, EventKind.LOGGED_IN, at=NOON + timedelta(hours=number))
    return made


def test_t10_each_event_that_was_added_past_the_program_is_named_by_its_number(
    session: Session, person: Person
) -> None:
    assert named(session, person) == ""
    last = list_events(session)[-1].number

    forge(session, person, last + 1)
    forge(session, person, last + 2, mark="0" * 64)

    expected = f"Events {last + 1}, {last + 2} of the log were not written by the program."
    assert named(session, person) == expected


def test_t10_a_true_event_that_was_copied_to_another_number_is_named(
    session: Session, person: Person
) -> None:
    true = session.scalars(select(EventRow).order_by(EventRow.number)).first()
    assert true is not None
    last = list_events(session)[-1].number
    values = {
        name: getattr(true, name)
        for name in ("kind", "at", "person_id", "about", "about_id", "details", "mark")
    }
    copied = EventRow.__table__.insert().values(  # type: ignore[attr-defined]  # a table
        number=last + 1, organization_id=true.organization_id, **values
    )
    session.connection().execute(copied)

    expected = f"Events {last + 1} of the log were not written by the program."
    assert named(session, person) == expected


@pytest.mark.pages
def test_t10_a_forged_event_is_not_told_as_if_it_were_true(app: Flask, database: Database) -> None:
    ana = stored_member(app, database, Role.ADMINISTRATOR, name="Ana Flores")
    with database.transaction(EVERY_ORGANIZATION) as session:
        session.flush()
        forge(session, ana, 900_000)
        forge(session, ana, 900_001, kind="log.never_heard_of")
    browser = log_in(app.test_client(), ana)

    english, spanish = (browser.get(f"/{one}/work/log").text for one in ("en", "es"))
    taken = browser.post("/en/work/log/export", data={"format": "csv", "key": "k"}).text

    assert "Ana Flores took" not in english
    assert english.count("Not written by this program") == 2
    assert spanish.count("No lo escribió este programa") == 2
    assert taken.count("Not written by this program") == 2


def test_t10_what_was_there_before_marks_is_told_apart_once_and_by_a_file(
    empty_url: str, tmp_path: Path
) -> None:
    migrate(empty_url)
    opened = open_marking(empty_url, tmp_path)
    mark_rows(opened, tmp_path / "keys")
    (tmp_path / "keys" / SINCE).unlink()  # as an installation of the release before has it
    with opened.transaction() as session:
        person = stored_person(session, stored_organization(session), Role.ADVOCATE)
        belong(session, EVERY_ORGANIZATION)
        forge(session, person, 7)
    opened.close()

    for _ in range(2):
        opened = open_marking(empty_url, tmp_path)
        mark_rows(opened, tmp_path / "keys")
        opened.close()
    opened = open_marking(empty_url, tmp_path)
    with opened.transaction(EVERY_ORGANIZATION) as session:
        assert named(session, person) == ""
        forge(session, person, 8)
        assert named(session, person) == "Events 8 of the log were not written by the program."
    opened.close()

    assert (tmp_path / "keys" / SINCE).read_text() == "7\n"
