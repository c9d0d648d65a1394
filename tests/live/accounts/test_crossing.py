import html
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.store.database import Database
from jobquality.store.people import Person
from tests.live.accounts.members import (
    PASSWORD,
    is_in,
    organization_of,
    stored_member,
    values_of,
)

OURS, THEIRS = {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "cross-site"}


@pytest.fixture
def member(app: Flask, database: Database) -> Person:
    """Somebody who can log in."""
    return stored_member(app, database)


@pytest.fixture
def guarded(app: Flask) -> FlaskClient:
    """A browser of a server that wants the token, as every real one does."""
    app.config["WTF_CSRF_ENABLED"] = True
    return app.test_client()


def token_on(client: FlaskClient, address: str) -> str:
    return values_of(client.get(address).text, "csrf_token")[-1]


@pytest.fixture
def browser(guarded: FlaskClient, member: Person) -> FlaskClient:
    """The member's browser, logged in by the form."""
    token = token_on(guarded, "/en/login")
    form = {"email": member.email, "password": PASSWORD, "csrf_token": token}
    assert guarded.post("/en/login", data=form).status_code == 302
    return guarded


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "Please send this once more"), ("es", "Envíe esto otra vez, por favor")],
)
def test_a_form_without_its_token_is_refused_in_friendly_words(
    guarded: FlaskClient, member: Person, language: str, sentence: str
) -> None:
    form = {"email": member.email, "password": PASSWORD}

    answer = guarded.post(f"/{language}/login", data=form)

    assert answer.status_code == 400
    assert sentence in answer.text
    assert PASSWORD not in answer.text
    assert not is_in(guarded)


def test_a_form_with_its_token_is_taken(browser: FlaskClient) -> None:
    assert is_in(browser)


def test_every_form_that_is_sent_needs_a_token(app: Flask, browser: FlaskClient) -> None:
    for rule in app.url_map.iter_rules():
        if "POST" not in (rule.methods or ()) or rule.rule.startswith("/api/"):
            continue
        chosen = {"language": "en", "topic": "dispute"}
        values = {name: chosen.get(name, "x") for name in rule.arguments}
        with app.test_request_context():
            address = app.url_map.bind("localhost").build(rule.endpoint, values, method="POST")
        answer = browser.post(address, data={"anything": "x"})
        assert answer.status_code == 400, address
        assert "Please send this once more" in answer.text, address


def test_nothing_typed_is_lost_when_a_page_was_open_for_too_long(
    browser: FlaskClient, database: Database, member: Person
) -> None:
    form = {
        "organization_name": 'A "new" <name>',
        "contact": "c@a.test",
        "region": "Ohio",
        "funding": "Members",
        "languages": ["en", "es"],
        "time_zone": "America/Chicago",
        "seen": "1",
        "key": "k",
        "csrf_token": "old",
    }

    page = browser.post("/en/organization", data=form, headers=OURS).text

    fields = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.partition("<main")[2])
    sent: dict[str, list[str]] = {}
    for name, value in fields:
        sent.setdefault(name, []).append(html.unescape(value))
    answer = browser.post("/en/organization", data=sent, headers=OURS)
    assert answer.status_code == 302
    assert organization_of(database, member).name == 'A "new" <name>'


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://localhost"}])
def test_what_may_come_from_another_site_is_not_offered_again(
    browser: FlaskClient, headers: dict[str, str]
) -> None:
    page = browser.post("/en/organization", data={"region": "Ohio"}, headers=headers).text

    assert "Ohio" not in page
    assert "Go back, reload the page" in page


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 302),
        (OURS, 302),
        ({"Sec-Fetch-Site": "none"}, 302),
        ({"Origin": "http://localhost"}, 302),
        ({"Origin": "http://localhost:8000"}, 302),
        ({"Origin": "null", **OURS}, 302),
        (THEIRS, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "http://localhost.evil.example"}, 403),
        ({"Origin": "https://localhost"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://localhost", **THEIRS}, 403),
    ],
)
def test_another_site_can_send_nothing_even_with_a_token(
    guarded: FlaskClient, member: Person, headers: dict[str, str], status: int
) -> None:
    token = token_on(guarded, "/en/login")
    form = {"email": member.email, "password": PASSWORD, "csrf_token": token}

    answer = guarded.post("/en/login", data=form, headers=headers)

    assert answer.status_code == status
    assert is_in(guarded) is (status == 302)


def test_another_site_may_link_to_our_pages(browser: FlaskClient) -> None:
    assert browser.get("/en/people", headers=THEIRS).status_code == 200


def test_a_token_from_before_the_login_is_worth_nothing_after_it(
    guarded: FlaskClient, member: Person
) -> None:
    planted = token_on(guarded, "/en/login")
    form = {"email": member.email, "password": PASSWORD, "csrf_token": planted}
    guarded.post("/en/login", data=form)

    assert guarded.post("/en/logout", data={"csrf_token": planted}).status_code == 400
    assert is_in(guarded)


def test_a_form_may_be_open_for_hours(browser: FlaskClient) -> None:
    assert browser.application.config["WTF_CSRF_TIME_LIMIT"] is None
