import re
from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.config import Settings
from jobquality.store.database import Database
from jobquality.store.people import Person
from jobquality.web import security
from tests.live.accounts.members import (
    ANOTHER,
    PASSWORD,
    again,
    is_in,
    key_of,
    send_login,
    stored_member,
)
from tests.live.conftest import NOON, make_app

Now = list[datetime]


@pytest.fixture
def now() -> Now:
    """The moment it is; a test may change it."""
    return [NOON]


@pytest.fixture
def timed(settings: Settings, database: Database, now: Now) -> Flask:
    """An application of its own: its codes go by the clock that a test may set."""
    return make_app(settings, database, clock=lambda: now[0])


@pytest.fixture
def member(timed: Flask, database: Database) -> Person:
    """Somebody who can log in."""
    return stored_member(timed, database)


@pytest.fixture
def browser(timed: Flask, member: Person) -> FlaskClient:
    """Their browser."""
    client = timed.test_client()
    send_login(client, member)
    return client


@pytest.mark.parametrize("typed", ["x" * 5_000, "a\x00b", PASSWORD + "\x00"])
def test_a_password_that_nobody_can_have_is_wrong_and_no_error(
    timed: Flask, member: Person, browser: FlaskClient, typed: str
) -> None:
    sent = {"current": typed, "password": ANOTHER, "again": ANOTHER, "key": "k"}
    at_home = browser.post("/en/me/password", data=sent)
    at_login = timed.test_client().post(
        "/en/login", data={"email": member.email, "password": typed, "key": "k"}
    )

    assert (at_home.status_code, at_login.status_code) == (422, 401)


def shown_code(app: Flask, secret: str) -> str:
    """Return what the phone shows now."""
    with app.app_context():
        return security._codes().generate_totp_password(secret)  # noqa: SLF001 - the test is the phone


@pytest.fixture
def secret(timed: Flask, browser: FlaskClient, database: Database, member: Person, now: Now) -> str:
    """The secret of a phone that was connected a minute ago."""
    browser.get("/en/me/second-step")
    with browser.session_transaction() as visit:
        made = str(visit["totp"])
    browser.post("/en/me/second-step", data={"code": shown_code(timed, made)})
    now[0] += timedelta(minutes=1)
    assert again(database, member).totp_secret == made
    return made


def test_a_name_and_a_language_are_changed(
    browser: FlaskClient, database: Database, member: Person
) -> None:
    form = {"name": "Ana  Flores", "language": "es", "seen": str(member.version)}

    answer = browser.post("/en/me/profile", data=form)

    assert answer.location == "/es/me"
    assert again(database, member).name == "Ana Flores"
    assert again(database, member).language == "es"


def test_a_change_of_the_name_elsewhere_is_not_overwritten(
    browser: FlaskClient, database: Database, member: Person
) -> None:
    form = {"name": "Ana", "language": "es", "seen": str(member.version - 1)}

    assert browser.post("/en/me/profile", data=form).status_code == 409
    assert again(database, member).name == member.name


def test_another_password_ends_every_other_visit_and_keeps_this_one(
    timed: Flask, browser: FlaskClient, member: Person
) -> None:
    elsewhere = timed.test_client()
    send_login(elsewhere, member)
    old = key_of(browser)

    answer = browser.post("/en/me/password", data={"current": PASSWORD, "password": ANOTHER})

    assert answer.location == "/en/me"
    assert is_in(browser)
    assert not is_in(elsewhere)
    assert key_of(browser) != old
    stale = timed.test_client()
    stale.set_cookie("jq", old)
    assert not is_in(stale)
    assert send_login(stale, member).status_code == 401
    assert send_login(stale, member, password=ANOTHER).status_code == 302


def test_another_password_needs_the_one_of_now(
    browser: FlaskClient, database: Database, member: Person
) -> None:
    answer = browser.post("/es/me/password", data={"current": "no", "password": ANOTHER})

    assert answer.status_code == 422
    assert "Esta no es su contraseña actual" in answer.text
    assert again(database, member).password_hash == member.password_hash


def test_guessing_the_password_of_an_open_visit_is_slowed_down(browser: FlaskClient) -> None:
    form = {"current": "no", "password": ANOTHER}

    answers = [browser.post("/en/me/password", data=form).status_code for _ in range(11)]

    assert answers == [422] * 10 + [429]


def test_a_phone_is_connected_with_a_picture_or_by_typing(browser: FlaskClient) -> None:
    page = browser.get("/en/me/second-step").text

    assert '<svg role="img" viewBox="0 0' in page
    assert "<title>QR code with your secret for the app</title>" in page
    assert re.search(
        r'<code class="secret" id="secret">[A-Z2-7]{4}([- ][A-Z2-7]{1,4})+</code>', page
    )
    assert "style=" not in page
    assert browser.get("/en/me/second-step").text.count("<code") == 1


def test_a_reload_shows_the_same_secret(browser: FlaskClient) -> None:
    pages = [browser.get("/en/me/second-step").text for _ in range(2)]

    first, second = (re.findall(r'id="secret">([^<]+)</code>', page) for page in pages)
    assert first
    assert first == second


def test_a_wrong_first_code_connects_nothing(
    browser: FlaskClient, database: Database, member: Person
) -> None:
    browser.get("/en/me/second-step")

    answer = browser.post("/en/me/second-step", data={"code": "000000"})

    assert answer.status_code == 422
    assert again(database, member).totp_secret is None


def test_the_secret_is_kept_encrypted(browser: FlaskClient, secret: str) -> None:
    assert '"enckey"' in secret
    assert secret not in browser.get("/en/me").text


def test_with_a_phone_the_password_alone_opens_nothing(
    timed: Flask, member: Person, secret: str
) -> None:
    client = timed.test_client()

    answer = send_login(client, member, next="/en/people")

    assert answer.location == "/en/login/code"
    assert not is_in(client)
    right = client.post("/en/login/code", data={"code": shown_code(timed, secret)})
    assert right.location == "/en/people"
    assert is_in(client)


def test_a_code_works_once(timed: Flask, member: Person, secret: str) -> None:
    code = shown_code(timed, secret)
    first, second = timed.test_client(), timed.test_client()
    for client in (first, second):
        send_login(client, member)

    answers = [one.post("/en/login/code", data={"code": code}) for one in (first, second)]

    assert [one.status_code for one in answers] == [302, 401]
    assert not is_in(second)


def test_a_code_that_opened_the_login_proves_nothing_more(
    timed: Flask, member: Person, secret: str, now: Now
) -> None:
    client = timed.test_client()
    send_login(client, member)
    code = shown_code(timed, secret)
    client.post("/en/login/code", data={"code": code})
    with client.session_transaction() as visit:
        visit["proved_at"] = (now[0] - timedelta(minutes=31)).timestamp()
    form = {"purpose": "Forms", "scopes": ["read"], "days": "90", "key": "k"}

    assert client.post("/en/me/tokens", data=form | {"proof_code": code}).status_code == 401
    now[0] += timedelta(seconds=60)
    new = shown_code(timed, secret)
    assert client.post("/en/me/tokens", data=form | {"proof_code": new}).status_code == 200


@pytest.mark.parametrize("case", [(-90, 401), (-30, 302), (30, 302), (90, 401)])
def test_a_phone_may_be_half_a_minute_wrong(
    timed: Flask, member: Person, secret: str, now: Now, case: tuple[int, int]
) -> None:
    seconds, status = case
    client, here = timed.test_client(), now[0]
    now[0] = here + timedelta(seconds=seconds)
    code = shown_code(timed, secret)
    now[0] = here
    send_login(client, member)

    assert client.post("/en/login/code", data={"code": code}).status_code == status


def test_guessing_codes_is_slowed_down(timed: Flask, member: Person, secret: str) -> None:
    client = timed.test_client()
    send_login(client, member)
    right = shown_code(timed, secret)
    wrong = "000000" if right != "000000" else "000001"

    answers = [client.post("/en/login/code", data={"code": wrong}).status_code for _ in range(11)]

    assert answers == [401] * 10 + [429]


def test_guessing_codes_from_many_addresses_is_slowed_down_too(
    timed: Flask, member: Person, secret: str
) -> None:
    right = shown_code(timed, secret)
    wrong = "000000" if right != "000000" else "000001"

    def guess(number: int) -> int:
        place = {"REMOTE_ADDR": f"192.0.2.{number}"}
        client = timed.test_client()
        form = {"email": member.email, "password": PASSWORD}
        client.post("/en/login", data=form, environ_base=place)
        return client.post("/en/login/code", data={"code": wrong}, environ_base=place).status_code

    assert [guess(number) for number in range(21)] == [401] * 20 + [429]


def test_a_right_password_waits_ten_minutes_for_its_code(
    timed: Flask, member: Person, secret: str, now: Now
) -> None:
    client = timed.test_client()
    send_login(client, member)
    now[0] += timedelta(minutes=10, seconds=1)

    answer = client.post("/en/login/code", data={"code": shown_code(timed, secret)})

    assert answer.location == "/en/login"
    assert not is_in(client)


def test_the_page_of_the_code_is_shut_before_the_password(timed: Flask) -> None:
    assert timed.test_client().get("/es/login/code").location == "/es/login"


def test_a_key_from_before_the_code_opens_nothing_after_it(
    timed: Flask, member: Person, secret: str
) -> None:
    client = timed.test_client()
    send_login(client, member)
    waiting = key_of(client)

    client.post("/en/login/code", data={"code": shown_code(timed, secret)})

    stale = timed.test_client()
    stale.set_cookie("jq", waiting)
    assert not is_in(stale)


@pytest.mark.parametrize("case", [("no", True), (PASSWORD, False)])
def test_the_second_step_is_switched_off_with_the_password(
    browser: FlaskClient, database: Database, member: Person, secret: str, case: tuple[str, bool]
) -> None:
    password, left = case
    browser.post("/en/me/second-step/off", data={"off": password})

    assert (again(database, member).totp_secret == secret) is left
