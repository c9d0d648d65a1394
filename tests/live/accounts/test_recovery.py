import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from jobquality.services.steps import set_second_step
from jobquality.store.database import Database
from jobquality.store.people import Person
from jobquality.store.tenancy import EVERY_ORGANIZATION
from tests.live.accounts.members import again, is_in, send_login, stored_member
from tests.live.conftest import NOON
from tests.live.factories import log_in


@pytest.fixture
def member(app: Flask, database: Database) -> Person:
    """Somebody who lost their phone."""
    return stored_member(app, database, totp_secret="lost", second_factor="authenticator")


@pytest.fixture
def codes(app: Flask, member: Person) -> list[str]:
    """Their codes on paper."""
    browser = log_in(app.test_client(), member)
    return printed(browser.post("/en/me/recovery-codes", data={"key": "k"}).text)


def printed(page: str) -> list[str]:
    return re.findall(r'class="secret">([0-9A-Z-]{29})</code>', page)


def use(app: Flask, member: Person, code: str) -> FlaskClient:
    client = app.test_client()
    send_login(client, member)
    client.post("/en/login/code", data={"recovery": code})
    return client


def test_ten_codes_are_shown_once_and_only_digests_are_kept(
    app: Flask, database: Database, member: Person, codes: list[str]
) -> None:
    page = log_in(app.test_client(), member).get("/en/me/recovery-codes").text

    assert len(set(codes)) == 10
    assert printed(page) == []
    assert "You have 10 of 10 codes left." in page
    with database.reading(EVERY_ORGANIZATION) as session:
        kept = str(session.connection().execute(text("SELECT * FROM recovery_codes")).all())
    assert not any(code in kept or code.replace("-", "") in kept for code in codes)


def test_a_code_stands_in_for_the_phone_once_and_is_told(
    app: Flask, member: Person, codes: list[str]
) -> None:
    first = use(app, member, codes[3].lower().replace("-", " "))

    assert is_in(first)
    assert not is_in(use(app, member, codes[3]))
    told = first.get("/en/me").text
    assert "You have 9 of 10 codes left." in told
    assert "A code was used on March 1, 2026. Was that you?" in told


@pytest.mark.parametrize("code", ["", "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA", "x"])
def test_a_wrong_code_opens_nothing(
    app: Flask, member: Person, codes: list[str], code: str
) -> None:
    assert codes
    assert not is_in(use(app, member, code))


def test_a_code_of_somebody_else_opens_nothing(
    app: Flask, database: Database, codes: list[str]
) -> None:
    other = stored_member(app, database, totp_secret="x", second_factor="authenticator")

    assert not is_in(use(app, other, codes[0]))


def test_a_code_without_the_password_opens_nothing(app: Flask, codes: list[str]) -> None:
    client = app.test_client()

    client.post("/en/login/code", data={"recovery": codes[0]})

    assert not is_in(client)


def test_new_codes_end_the_older_ones(app: Flask, member: Person, codes: list[str]) -> None:
    browser = log_in(app.test_client(), member)
    new = printed(browser.post("/en/me/recovery-codes", data={"key": "n"}).text)

    assert not set(new) & set(codes)
    assert not is_in(use(app, member, codes[0]))
    assert is_in(use(app, member, new[0]))


def test_without_any_second_step_no_code_is_left(
    app: Flask, database: Database, member: Person, codes: list[str]
) -> None:
    assert codes
    with database.transaction(member.organization_id) as session:
        set_second_step(session, member.id, secret=None, at=NOON)

    with database.reading(EVERY_ORGANIZATION) as session:
        rows = session.connection().execute(text("SELECT * FROM recovery_codes")).all()
    assert rows == []
    assert again(database, member).second_factor is None
    browser = log_in(app.test_client(), member)
    assert browser.get("/en/me/recovery-codes").location == "/en/me"


def test_guessing_codes_is_slowed_down(app: Flask, member: Person, codes: list[str]) -> None:
    assert codes
    client = app.test_client()
    send_login(client, member)

    answers = [
        client.post("/en/login/code", data={"recovery": "no"}).status_code for _ in range(11)
    ]

    assert answers == [401] * 10 + [429]
