import re
import statistics
import time
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from jobquality.app import create_app
from jobquality.config import Settings
from jobquality.store.database import Database
from jobquality.store.people import Person
from jobquality.store.sessions import find_visit
from jobquality.store.tenancy import EVERY_ORGANIZATION
from jobquality.web.sessions import digest_of
from tests.live.accounts.members import PASSWORD, is_in, key_of, send_login, stored_member
from tests.live.conftest import NOON


@pytest.fixture
def member(app: Flask, database: Database) -> Person:
    """Somebody who can log in."""
    return stored_member(app, database)


def test_a_right_password_lets_somebody_in(client: FlaskClient, member: Person) -> None:
    response = send_login(client, member)

    assert (response.status_code, response.location) == (302, "/en/work/")
    assert is_in(client)


def test_capital_letters_in_the_address_do_not_matter(client: FlaskClient, member: Person) -> None:
    send_login(client, member, email=f" {(member.email or '').upper()} ")

    assert is_in(client)


@pytest.mark.parametrize(
    "typed", ["", "x", PASSWORD + " ", " " + PASSWORD, PASSWORD.upper(), PASSWORD[:-1]]
)
def test_a_password_counts_to_the_last_blank(
    client: FlaskClient, member: Person, typed: str
) -> None:
    assert send_login(client, member, password=typed).status_code == 401
    assert not is_in(client)


def test_somebody_unknown_is_refused_in_the_same_words(client: FlaskClient, member: Person) -> None:
    known = send_login(client, member, password="wrong wrong wrong")
    unknown = send_login(client, member, email="nobody@center.test")

    assert known.status_code == unknown.status_code == 401
    assert without_token(known.text).replace(member.email or "", "") == without_token(
        unknown.text
    ).replace("nobody@center.test", "")


def without_token(page: str) -> str:
    """Return a page without the form's token, which changes with every second."""
    return re.sub(r'name="csrf_token" value="[^"]*"', "", page)


def test_somebody_unknown_takes_a_hash_as_well(
    app: Flask, database: Database, member: Person
) -> None:
    from jobquality.web import security  # noqa: PLC0415 - looked at from inside

    def seconds(person: Person | None) -> float:
        with app.app_context():
            start = time.thread_time()
            security.is_password_of(person, "wrong wrong wrong")
            return time.thread_time() - start

    nobody = stored_member(app, database, password_hash=None)
    seconds(member)
    medians = [statistics.median(seconds(one) for _ in range(5)) for one in (member, None, nobody)]

    # Where no hash is made it takes a thousandth; this is no test of speed.
    assert min(medians) > max(medians) / 5


@pytest.mark.parametrize("but", [{"active": False}, {"password_hash": None}])
def test_a_closed_account_or_one_without_a_password_is_refused(
    app: Flask, database: Database, but: dict[str, Any]
) -> None:
    client = app.test_client()

    assert send_login(client, stored_member(app, database, **but)).status_code == 401
    assert not is_in(client)


def test_the_key_of_a_visit_changes_at_the_login(client: FlaskClient, member: Person) -> None:
    client.get("/en/login")
    with client.session_transaction() as visit:
        visit["planted"] = "yes"
    planted = key_of(client)

    send_login(client, member)

    assert key_of(client) != planted
    with client.session_transaction() as visit:
        assert "planted" not in visit
    client.set_cookie("jq", planted)
    assert not is_in(client)


def test_an_old_cookie_opens_nothing_after_the_logout(
    client: FlaskClient, database: Database, member: Person
) -> None:
    send_login(client, member)
    old = key_of(client)

    response = client.post("/en/logout")

    assert response.location == "/en/work/left"
    assert key_of(client) == ""
    with database.reading(EVERY_ORGANIZATION) as session:
        assert find_visit(session, digest_of(old), at=NOON) is None
    client.set_cookie("jq", old)
    assert client.get("/en/me").location == "/en/login?next=/en/me"


def test_a_visit_knows_whose_it_is(client: FlaskClient, database: Database, member: Person) -> None:
    send_login(client, member)

    with database.reading(EVERY_ORGANIZATION) as session:
        visit = find_visit(session, digest_of(key_of(client)), at=NOON)
    assert visit is not None
    assert visit.person_id == member.id


def test_a_page_that_was_asked_for_comes_after_the_login(
    client: FlaskClient, member: Person
) -> None:
    asked = client.get("/es/people?x=1").location

    page = client.get(asked).text

    assert 'name="next" value="/es/people?x=1"' in page
    answer = send_login(client, member, next="/es/people?x=1")
    assert answer.location == "/en/people?x=1", "in the person's own language"


@pytest.mark.parametrize(
    "next_",
    [
        "//evil.com",
        "\t//evil.com",
        "https:evil.com",
        "/\\evil.com",
        "http:///evil",
        "https://evil.com/en/",
        "javascript:alert(1)",
        "/en\\@evil.com",
        "/en/\n/evil.com",
        " /en/people",
        "//evil.com/en/people",
        "/nowhere",
        "en/people",
        "/en/" + "x" * 1000,
        "",
    ],
)
def test_nobody_is_sent_elsewhere_after_the_login(
    client: FlaskClient, member: Person, next_: str
) -> None:
    assert send_login(client, member, next=next_).location == "/en/work/"


@pytest.mark.parametrize("next_", ["//evil.com", "/\\evil.com", "javascript:alert(1)"])
def test_somebody_who_is_in_is_sent_nowhere_else_either(
    client: FlaskClient, member: Person, next_: str
) -> None:
    send_login(client, member)

    assert client.get("/en/login", query_string={"next": next_}).location == "/en/work/"


def test_over_https_the_cookie_can_be_planted_by_nobody(
    app: Flask, settings: Settings, database: Database
) -> None:
    member = stored_member(app, database)
    safe = create_app(
        replace(settings, public_url="https://jobs.example.org"),
        database=database,
        clock=lambda: NOON,
    )
    safe.config["WTF_CSRF_ENABLED"] = False
    client = safe.test_client()
    base = {"base_url": "https://jobs.example.org"}

    answer = client.post("/en/login", data={"email": member.email, "password": PASSWORD}, **base)
    name, _, rest = answer.headers["Set-Cookie"].partition("=")
    key, *attributes = rest.split("; ")

    assert name == "__Host-jq"
    assert len(key) >= 43
    assert {one for one in attributes if not one.startswith(("Expires", "Max-Age"))} == {
        "Secure", "HttpOnly", "Path=/", "SameSite=Lax",
    }  # fmt: skip
    gone = client.post("/en/logout", **base).headers["Set-Cookie"]
    assert gone.startswith("__Host-jq=;")
    assert "Max-Age=0" in gone
    assert "Secure" in gone


def test_a_visit_ends_after_eight_quiet_hours_and_twelve_in_all(
    app: Flask, settings: Settings, database: Database
) -> None:
    member, now = stored_member(app, database), [NOON]
    timed = create_app(settings, database=database, clock=lambda: now[0])
    timed.config["WTF_CSRF_ENABLED"] = False
    client = timed.test_client()
    send_login(client, member)

    def after(hours: int) -> bool:
        now[0] += timedelta(hours=hours)
        return is_in(client)

    assert [after(7), after(4), after(1)] == [True, True, False]
    send_login(client, member)
    assert not after(8)


def test_a_login_forgets_what_is_over(app: Flask, settings: Settings, database: Database) -> None:
    member, now = stored_member(app, database), [NOON]
    timed = create_app(settings, database=database, clock=lambda: now[0])
    timed.config["WTF_CSRF_ENABLED"] = False
    first = timed.test_client()
    send_login(first, member)
    send_login(timed.test_client(), member, password="wrong wrong wrong")
    now[0] += timedelta(hours=13)

    send_login(timed.test_client(), member)

    with database.reading(EVERY_ORGANIZATION) as session:
        assert find_visit(session, digest_of(key_of(first)), at=NOON) is None
        kept = session.execute(text("SELECT expires_at FROM limits")).all()
    assert len(kept) == 3, "those of the last login alone"
