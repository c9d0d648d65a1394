"""Deadlines in a private calendar: an address that only reads, and that can be renewed."""

import re
from dataclasses import replace

from flask import Flask
from flask.testing import FlaskClient
from icalendar import Calendar

from jobquality.access.actors import Role
from jobquality.services.calendars import make_calendar
from jobquality.store.database import Database
from jobquality.store.people import Person, change_person, get_person
from jobquality.web.sessions import digest_of
from tests.live.factories import NOON, log_in, stored_organization, stored_person
from tests.live.reviews.browsing import Site
from tests.live.reviews.parts import new_id


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
