"""The log: who did what, for good, in both languages, and as a file."""

import csv
import io
import json
import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from jobquality.access.actors import Role
from jobquality.services.events import EventKind, note
from jobquality.store.database import Database
from jobquality.store.events import list_events
from jobquality.store.people import Person
from jobquality.store.rows import EventRow
from jobquality.store.tenancy import EVERY_ORGANIZATION
from jobquality.tables.workbooks import read_workbook_rows
from tests.live.accounts.members import organization_of, send_login, stored_member
from tests.live.assessments.assessing import stored_draft
from tests.live.conftest import NOON
from tests.live.factories import log_in, stored_employer, stored_person

_PAGE, _EXPORT = "/en/work/log", "/en/work/log/export"


@pytest.fixture
def ana(app: Flask, database: Database) -> Person:
    """An administrator."""
    return stored_member(app, database, Role.ADMINISTRATOR, name="Ana Flores")


def with_draft(database: Database, ana: Person, name: str = "Casa Verde") -> Person:
    """Write an advocate who started an assessment."""
    organization = organization_of(database, ana)
    with database.transaction(ana.organization_id) as session:
        rosa = stored_person(session, organization, Role.ADVOCATE, name="Rosa Gil")
        employer = stored_employer(session, rosa, name=name)
        stored_draft(session, rosa, employer)
    return rosa


def words_of(page: str) -> str:
    """Return the text of a page without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))


def kinds(database: Database) -> list[str]:
    with database.reading(EVERY_ORGANIZATION) as session:
        return [one.kind for one in list_events(session)]


def many(database: Database, ana: Person, count: int) -> None:
    with database.transaction(ana.organization_id) as session:
        for number in range(count):
            at = NOON + timedelta(minutes=number)
            note(session, ana.actor, EventKind.RATE_ADDED, f"rate-{number}", at=at)


def test_the_log_says_who_did_what_in_both_languages(
    app: Flask, database: Database, ana: Person
) -> None:
    with_draft(database, ana)
    browser = log_in(app.test_client(), ana)

    english = words_of(browser.get(_PAGE).text)
    spanish = words_of(browser.get("/es/work/log").text)

    assert "Rosa Gil started the assessment of Casa Verde" in english
    assert "Rosa Gil empezó la evaluación de Casa Verde" in spanish
    assert "06:00" in english, "noon in London is six in the morning in Chicago"


def test_an_event_leads_to_its_thing_and_to_all_about_it(
    app: Flask, database: Database, ana: Person
) -> None:
    with_draft(database, ana)
    browser = log_in(app.test_client(), ana)
    many(database, ana, 2)

    page = browser.get(_PAGE).text
    (about,) = re.findall(r'class="same" href="([^"]+)"', page)
    narrowed = browser.get(about).text

    assert "/en/work/assessments/draft-of-" in page
    assert "1 event<" in narrowed
    assert "Only about: Casa Verde" in narrowed


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("?kind=assessment", 1),
        ("?kind=rate", 3),
        ("?kind=rate.added", 3),
        ("?kind=rat", 0),
        ("?kind=%25", 0),
        ("?since=2026-03-01", 4),
        ("?since=2026-03-02", 0),
        ("?until=2026-02-28", 0),
        ("?until=2026-03-01", 4),
        ("?person={ana}", 3),
        ("?person={rosa}", 1),
        ("?person={ana}&kind=assessment", 0),
    ],
)
def test_the_log_is_narrowed_by_person_kind_and_days(
    app: Flask, database: Database, ana: Person, asked: str, count: int
) -> None:
    rosa = with_draft(database, ana)
    many(database, ana, 3)

    page = log_in(app.test_client(), ana).get(_PAGE + asked.format(ana=ana.id, rosa=rosa.id)).text

    assert page.count('class="at"') == count


def test_a_day_that_cannot_be_read_is_said_and_left_out(
    app: Flask, database: Database, ana: Person
) -> None:
    many(database, ana, 1)

    page = log_in(app.test_client(), ana).get(f"{_PAGE}?since=yesterday").text

    assert "Write a day as 2026-03-01" in page
    assert page.count('class="at"') == 1


def test_the_pages_hold_every_event_once_while_others_come(
    app: Flask, database: Database, ana: Person
) -> None:
    many(database, ana, 120)
    browser, address = log_in(app.test_client(), ana), _PAGE
    with database.reading(EVERY_ORGANIZATION) as session:
        numbers = [one.number for one in list_events(session)]
    shown = 0

    while address:
        page = browser.get(address).text
        shown += page.count('class="at"')
        many(database, ana, 1)
        older = re.findall(r'second" href="([^"]*before=\d+)"', page)
        address = older[0] if older else ""

    assert shown == len(numbers) == 120


def test_a_reviewer_sees_assessments_and_an_advocate_their_own(
    app: Flask, database: Database, ana: Person
) -> None:
    rosa = with_draft(database, ana)
    many(database, ana, 1)
    organization = organization_of(database, ana)
    with database.transaction(ana.organization_id) as session:
        people = {
            role: stored_person(session, organization, role)
            for role in (Role.REVIEWER, Role.ADVOCATE)
        }

    def seen(person: Person) -> int:
        return log_in(app.test_client(), person).get(_PAGE).text.count('class="at"')

    assert seen(ana) == 2
    assert seen(people[Role.REVIEWER]) == 1
    assert seen(people[Role.ADVOCATE]) == 0
    assert seen(rosa) == 1


def test_t9_the_log_of_another_organization_is_never_read(
    app: Flask, database: Database, ana: Person
) -> None:
    many(database, ana, 3)
    stranger = stored_member(app, database, Role.ADMINISTRATOR)

    page = log_in(app.test_client(), stranger).get(f"{_PAGE}?person={ana.id}").text

    assert 'class="at"' not in page
    assert "Ana Flores" not in page


def rows_of(content: bytes, form: str) -> list[dict[str, str]]:
    if form == "csv":
        return list(csv.DictReader(io.StringIO(content.decode())))
    if form == "jsonl":
        return [json.loads(line) for line in content.decode().splitlines()]
    (_, names), *rows = read_workbook_rows(content)
    return [dict(zip(names, cells, strict=True)) for _, cells in rows]


@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx"])
def test_a_file_holds_exactly_what_was_asked_for_and_no_formula(
    app: Flask, database: Database, ana: Person, form: str
) -> None:
    with_draft(database, ana, name='=HYPERLINK("http://x")')
    many(database, ana, 60)
    browser = log_in(app.test_client(), ana)

    sent = browser.post(_EXPORT, data={"kind": "rate", "format": form, "key": "a"})
    other = browser.post(_EXPORT, data={"kind": "assessment", "format": "csv", "key": "b"})

    assert (sent.headers["Row-Count"], len(rows_of(sent.data, form))) == ("60", 60)
    assert {row["kind"] for row in rows_of(sent.data, form)} == {"rate.added"}
    assert other.text.count("\n") == 2
    assert "\n=" not in other.text
    assert ",=" not in other.text


def test_whoever_takes_the_log_along_stands_in_it_once(
    app: Flask, database: Database, ana: Person
) -> None:
    many(database, ana, 2)
    browser = log_in(app.test_client(), ana)

    for _ in range(2):
        browser.post(_EXPORT, data={"format": "csv", "key": "the same form"})

    assert kinds(database).count(EventKind.LOG_EXPORTED) == 1


def test_a_stale_login_takes_no_log_along(app: Flask, database: Database, ana: Person) -> None:
    browser = log_in(app.test_client(), ana)
    with browser.session_transaction() as visit:
        visit["proved_at"] = (NOON - timedelta(hours=1)).timestamp()

    assert browser.post(_EXPORT, data={"format": "csv", "key": "a"}).status_code == 401
    assert kinds(database) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET kind = 'x'",
        "UPDATE events SET person_id = NULL",
        "DELETE FROM events",
        "INSERT OR REPLACE INTO events SELECT * FROM events",
        "TRUNCATE events",
    ],
)
def test_no_event_changes_or_goes(database: Database, ana: Person, statement: str) -> None:
    many(database, ana, 1)
    with database.transaction(ana.organization_id) as session:
        dialect = session.get_bind().dialect.name
        if statement.startswith({"sqlite": "TRUNCATE", "postgresql": "INSERT"}[dialect]):
            pytest.skip("the other database has this")
        with pytest.raises(DBAPIError, match="The log never changes"), session.begin_nested():
            session.connection().execute(text(statement))

    assert kinds(database) == [EventKind.RATE_ADDED]


def test_a_login_and_its_failures_stand_in_the_log(
    database: Database, ana: Person, client: FlaskClient
) -> None:
    for _ in range(3):
        send_login(client, ana, password="a wrong guess")
    send_login(client, ana)

    with database.reading(ana.organization_id) as session:
        told = [(one.kind, dict(one.details), one.person_id) for one in list_events(session)]

    assert told[0] == ("account.login_failed", {"failures": "1"}, None)
    assert told[1] == ("account.logged_in", {"failures": "2"}, ana.id)
    assert len(told) == 2


def test_whoever_guesses_for_hours_fills_no_log(
    app: Flask, database: Database, ana: Person
) -> None:
    from jobquality.web.entrances import note_failure  # noqa: PLC0415  # needs the application

    with app.test_request_context("/en/login"):
        for _ in range(200):
            note_failure(ana.email or "", ana)
            note_failure("nobody@center.example", None)

    assert kinds(database) == [EventKind.LOGIN_FAILED]


def test_no_event_holds_an_address_a_device_or_what_was_typed(
    app: Flask, database: Database, ana: Person
) -> None:
    browser = app.test_client()
    agent = {"User-Agent": "Strange Browser 77"}
    typed = {"email": "somebody-else@center.example", "password": "typed in the wrong place"}
    browser.post("/en/login", data=typed, headers=agent)
    send_login(browser, ana, password="typed in the wrong place")
    browser.post("/en/login", data={"email": ana.email, "password": "x" * 12}, headers=agent)
    rosa = with_draft(database, ana)
    log_in(browser, ana).post(
        "/en/people/invite",
        data={"name": "Invited Person", "roles": ["advocate"], "key": "i"},
        headers=agent,
    )

    with database.reading(EVERY_ORGANIZATION) as session:
        rows = session.query(EventRow).all()
        columns = [column.name for column in EventRow.__table__.columns]
        dump = json.dumps([[str(getattr(row, name)) for name in columns] for row in rows])

    assert len(rows) >= 3
    for secret in (
        *typed.values(),
        *("127.0.0.1", "Strange", "x" * 12, "Invited", "Ana", "Rosa", "Casa Verde"),
        ana.email or "",
        rosa.email or "",
    ):
        assert secret not in dump, secret
