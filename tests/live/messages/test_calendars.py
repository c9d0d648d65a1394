"""Deadlines in a private calendar: an address that only reads, and that can be renewed."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from icalendar import Calendar
from sqlalchemy.orm import Session

from jobquality.access.actors import Role
from jobquality.services.calendars import make_calendar
from jobquality.store.database import Database
from jobquality.store.people import Person, change_person, get_person
from jobquality.store.rates import add_rate
from jobquality.web.sessions import digest_of
from tests.live.employers.test_figures import rate
from tests.live.evidence.copying import stored_piece
from tests.live.factories import NOON, log_in, stored_organization, stored_person
from tests.live.reviews.browsing import Site
from tests.live.reviews.parts import new_id
from tests.live.statements.speaking import speaking


def address_in(page: str) -> str:
    found = re.search(r"https?://[^/\s]+(/calendar/\w+\.ics)", page)
    return found[1] if found else ""


def made(browser: FlaskClient, do: str = "make") -> str:
    form = {"key": new_id(), "do": do}
    return address_in(browser.post("/en/work/calendar", data=form).text)


def read(client: FlaskClient, address: str) -> Calendar:
    answer = client.get(address)
    assert answer.mimetype == "text/calendar"
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "private, no-store"
    return Calendar.from_ical(answer.data)


def test_the_end_of_an_employers_clock_stands_in_the_calendar_and_moves_with_it(
    site: Site,
) -> None:
    address = made(site.as_author())
    assert read(site.app.test_client(), address).walk("VEVENT") == []
    site.to_employer()

    (event,) = read(site.app.test_client(), address).walk("VEVENT")

    assert event["SUMMARY"] == f"Time to reply ends: {site.walk.employer.name}"
    assert event.decoded("DTSTART") == site.notice().ends_at
    assert str(event["UID"]).startswith(f"clock-{site.walk.assessment_id}@")
    assert str(event["URL"]).endswith(f"/en/work/assessments/{site.walk.assessment_id}/notice")

    stranger = made(log_in(site.app.test_client(), member(site.database)))
    assert read(site.app.test_client(), stranger).walk("VEVENT") == []


def member(database: Database, *roles: Role, **but: object) -> Person:
    with database.transaction() as session:
        return stored_person(session, stored_organization(session), *roles, **but)


def test_a_new_address_ends_the_old_one_and_turning_it_off_ends_both(
    app: Flask, database: Database
) -> None:
    browser = log_in(app.test_client(), member(database))
    first, second = made(browser), made(browser)

    assert first != second
    assert app.test_client().get(first).status_code == 404
    assert app.test_client().get(second).status_code == 200
    made(browser, "stop")
    assert app.test_client().get(second).status_code == 404


def test_a_calendar_is_closed_with_the_account(app: Flask, database: Database) -> None:
    person = member(database)
    with database.transaction(person.organization_id) as session:
        make_calendar(session, person.actor, digest_of("token"), at=NOON)
    assert app.test_client().get("/calendar/token.ics").status_code == 200

    with database.transaction(person.organization_id) as session:
        change_person(session, replace(get_person(session, person.id), active=False))

    assert app.test_client().get("/calendar/token.ics").status_code == 404


def test_the_address_of_a_calendar_is_shown_once(app: Flask, database: Database) -> None:
    browser = log_in(app.test_client(), member(database))
    made(browser)

    assert address_in(browser.get("/en/work/calendar").text) == ""


def test_everything_that_ends_or_was_promised_stands_in_the_calendar_with_where_to_go(
    client: FlaskClient, session: Session, tmp_path: Path
) -> None:
    """On the text of the feed: certificate, evidence, a promised answer, a figure of one's own."""
    told = speaking(session, tmp_path, name="Elm Diner")
    said = told.accept().speak()
    certificate = told.center.certify(valid_until=NOON.date() + timedelta(days=300))
    draft = told.publication.assessment_id
    ends = NOON.date() + timedelta(days=200)
    stored_piece(session, told.center.author, draft, title="Roster", expires_on=ends)
    figure = rate(told.center.author, first=NOON.date(), as_of=NOON.date(), check_by=ends)
    add_rate(session, replace(figure, id="older", first=date(2025, 1, 1), value="20"))
    add_rate(session, figure)

    address = made(log_in(client, told.center.author))
    events = {
        str(one["SUMMARY"]): (one.decoded("DTSTART"), str(one.get("URL", "")))
        for one in read(client, address).walk("VEVENT")
    }

    employer = told.publication.employer_id
    assert events["Answer promised by today: Elm Diner"] == (
        said.answer_by, f"http://localhost:8000/en/work/employers/{employer}/after",
    )  # fmt: skip
    wage = "Look this figure up again: Living wage for one adult without children, Texas"
    assert events[wage] == (ends, "http://localhost:8000/en/work/rates")
    assert events["Certificate ends: Elm Diner"] == (certificate.valid_until, "")
    address_of_draft = f"http://localhost:8000/en/work/assessments/{draft}"
    assert events["Evidence gets too old: Roster (Elm Diner)"] == (ends, address_of_draft)
    assert len(events) == 4
