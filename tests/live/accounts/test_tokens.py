import re
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from werkzeug.test import TestResponse

from jobquality.access.actors import Action, Role
from jobquality.access.scopes import OPENS
from jobquality.api.keys import MOST_WRONG, acting
from jobquality.config import Settings
from jobquality.errors import ForbiddenError
from jobquality.store.database import Database
from jobquality.store.organizations import Organization
from jobquality.store.people import Person
from jobquality.store.tenancy import EVERY_ORGANIZATION
from tests.live.accounts.members import (
    ANOTHER,
    PASSWORD,
    organization_of,
    send_login,
    stored_member,
)
from tests.live.conftest import NOON, placed
from tests.live.factories import log_in

Now = list[datetime]
FORM = {"purpose": "Field forms", "scopes": ["read", "assess"], "days": "90", "key": "k"}


@pytest.fixture
def now() -> Now:
    """The moment it is; a test may change it."""
    return [NOON]


@pytest.fixture
def timed(made_app: Flask, settings: Settings, database: Database, now: Now) -> Iterator[Flask]:
    """The application, by a clock that a test may set."""
    with placed(made_app, settings, database, lambda: now[0]) as here:
        yield here


@pytest.fixture
def member(timed: Flask, database: Database) -> Person:
    """Somebody with every role."""
    return stored_member(timed, database)


@pytest.fixture
def organization(database: Database, member: Person) -> Organization:
    """Their organization."""
    return organization_of(database, member)


@pytest.fixture
def browser(timed: Flask, member: Person) -> FlaskClient:
    """Their browser."""
    return log_in(timed.test_client(), member)


def made(browser: FlaskClient, **but: object) -> str:
    """Make a token, and return what is shown once."""
    page = browser.post("/en/me/tokens", data=FORM | but)
    assert page.status_code == 200, page.text
    (secret,) = re.findall(r"readonly[^>]*>(jq_\w+)<", page.text)
    return str(secret)


def ask(app: Flask, secret: str, **headers: str) -> TestResponse:
    given = {"Authorization": f"Bearer {secret}"} | headers
    return app.test_client().get("/api/v1/me", headers=given)


def test_a_token_is_shown_once_and_only_its_digest_is_kept(
    browser: FlaskClient, database: Database
) -> None:
    secret = made(browser)

    assert re.fullmatch(r"jq_[0-9a-f]{64}", secret)
    assert secret not in browser.get("/en/me/tokens").text
    with database.reading(EVERY_ORGANIZATION) as session:
        rows = session.connection().execute(text("SELECT * FROM tokens")).all()
        intents = session.connection().execute(text("SELECT * FROM intents")).all()
    assert secret not in f"{rows}{intents}"


def test_a_double_click_makes_one_token_and_shows_the_same(browser: FlaskClient) -> None:
    assert made(browser) == made(browser)
    assert browser.get("/en/me/tokens").text.count("Field forms") == 2, "its name and its button"


def test_two_forms_whose_key_stands_in_a_header_make_two_secrets(browser: FlaskClient) -> None:
    def secret(key: str) -> str:
        form = {name: value for name, value in FORM.items() if name != "key"}
        page = browser.post("/en/me/tokens", data=form, headers={"Idempotency-Key": key})
        return str(re.findall(r"jq_\w{64}", page.text))

    assert secret("one") != secret("two")
    assert secret("one") == secret("one") != "[]"


def test_a_token_says_for_whom_it_acts(
    timed: Flask, browser: FlaskClient, member: Person, organization: Organization
) -> None:
    answer = ask(timed, made(browser))

    assert answer.get_json() == {
        "name": member.name,
        "organization": organization.name,
        "roles": ["administrator", "advocate", "reviewer"],
        "scopes": ["assess", "read"],
    }
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "Authorization" in answer.headers["Vary"]
    assert "Set-Cookie" not in answer.headers
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Basic jq_abc", "Bearer jq_wrong", "Bearer x", "jq_wrong"]
)
def test_without_a_right_token_the_answer_is_401_with_a_challenge(
    timed: Flask, header: str
) -> None:
    headers = {"Authorization": header} if header else {}

    answer = timed.test_client().get("/api/v1/me", headers=headers)

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith('Bearer realm="jobquality API"')
    assert answer.content_type == "application/problem+json"
    assert answer.get_json()["code"] == "unauthorized"
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_cookie_is_no_token(browser: FlaskClient) -> None:
    assert browser.get("/api/v1/me").status_code == 401


def test_wrong_tokens_are_slowed_down_and_a_right_one_is_not(
    timed: Flask, browser: FlaskClient
) -> None:
    secret = made(browser)

    answers = [ask(timed, f"jq_{number}").status_code for number in range(MOST_WRONG + 1)]

    assert answers == [401] * MOST_WRONG + [429]
    assert ask(timed, secret).status_code == 200


def test_a_scope_opens_its_actions_and_the_roles_of_now_still_count(
    timed: Flask, database: Database, browser: FlaskClient, organization: Organization
) -> None:
    only_reads = made(browser, scopes=["read"], key="r")
    both = made(browser, key="b")
    reviewer = stored_member(timed, database, Role.REVIEWER, of=organization)
    no_advocate = made(log_in(timed.test_client(), reviewer), key="c")

    def allowed(secret: str) -> set[Action]:
        return {action for action in Action if _may(timed, secret, action)}

    assert allowed(only_reads) == {Action.LOOK}
    assert allowed(both) == {Action.LOOK, Action.ASSESS}
    assert allowed(no_advocate) == {Action.LOOK}


def _may(app: Flask, secret: str, action: Action) -> bool:
    with app.test_request_context("/api/v1/x", headers={"Authorization": f"Bearer {secret}"}):
        try:
            acting(action)
        except ForbiddenError:
            return False
        return True


def test_no_scope_lets_a_program_review_publish_certify_or_manage() -> None:
    opened = frozenset().union(*OPENS.values())

    assert opened == {Action.LOOK, Action.ASSESS}


def test_roles_count_from_the_next_request_on(
    timed: Flask, database: Database, browser: FlaskClient, organization: Organization
) -> None:
    other = stored_member(timed, database, Role.ADVOCATE, of=organization)
    secret = made(log_in(timed.test_client(), other))
    assert _may(timed, secret, Action.ASSESS)

    form = {"roles": ["reviewer"], "seen": "1", "key": "x"}
    browser.post(f"/en/people/{other.id}/roles", data=form)

    assert not _may(timed, secret, Action.ASSESS)
    assert ask(timed, secret).get_json()["roles"] == ["reviewer"]


def test_a_token_is_over_on_its_last_day(timed: Flask, browser: FlaskClient, now: Now) -> None:
    secret = made(browser, days="30")

    now[0] = NOON + timedelta(days=30, seconds=-1)
    assert ask(timed, secret).status_code == 200
    now[0] = NOON + timedelta(days=30)
    assert ask(timed, secret).status_code == 401


@pytest.mark.parametrize("days", ["0", "366", "-1", "x", ""])
def test_a_token_lives_a_year_at_most(browser: FlaskClient, days: str) -> None:
    assert browser.post("/es/me/tokens", data=FORM | {"days": days}).status_code == 422


def test_a_token_without_a_scope_is_not_made(browser: FlaskClient) -> None:
    form = {**FORM, "scopes": []}

    assert browser.post("/en/me/tokens", data=form).status_code == 422


@pytest.mark.parametrize(
    ("place", "form"),
    [
        ("/en/me/tokens/{}/end", {"key": "end"}),
        ("/en/me/password", {"current": PASSWORD, "password": ANOTHER}),
    ],
)
def test_what_ends_a_token(
    timed: Flask, browser: FlaskClient, place: str, form: dict[str, str]
) -> None:
    secret = made(browser)
    (token_id,) = re.findall(r"/me/tokens/(\w+)/end", browser.get("/en/me/tokens").text)

    browser.post(place.format(token_id), data=form)

    assert ask(timed, secret).status_code == 401
    assert "Field forms" not in browser.get("/en/me/tokens").text


def test_a_closed_account_ends_its_tokens_even_when_it_is_opened_again(
    timed: Flask, database: Database, browser: FlaskClient, organization: Organization
) -> None:
    other = stored_member(timed, database, Role.ADVOCATE, of=organization)
    secret = made(log_in(timed.test_client(), other))

    browser.post(f"/en/people/{other.id}/close", data={"key": "c"})
    assert ask(timed, secret).status_code == 401
    browser.post(f"/en/people/{other.id}/reopen", data={"key": "o"})

    assert ask(timed, secret).status_code == 401
    assert send_login(timed.test_client(), other).status_code == 302


def test_an_administrator_sees_and_ends_the_tokens_of_others_and_nobody_else_does(
    timed: Flask, database: Database, browser: FlaskClient, organization: Organization
) -> None:
    other = stored_member(timed, database, Role.ADVOCATE, of=organization)
    third = log_in(
        timed.test_client(), stored_member(timed, database, Role.REVIEWER, of=organization)
    )
    secret = made(log_in(timed.test_client(), other))
    (place,) = re.findall(r'action="(\S+/end)"', browser.get("/en/people").text)

    assert third.post(place, data={"key": "t"}).status_code == 403
    assert ask(timed, secret).status_code == 200
    assert browser.post(place, data={"key": "a"}).location == "/en/people"

    assert ask(timed, secret).status_code == 401


def test_of_its_use_a_token_knows_the_day_alone(
    timed: Flask, browser: FlaskClient, database: Database, now: Now
) -> None:
    secret = made(browser)
    assert "never used" in browser.get("/en/me/tokens").text
    now[0] += timedelta(hours=7, minutes=59)

    ask(timed, secret, **{"User-Agent": "Forms/7"})

    assert "last used on March 1, 2026" in browser.get("/en/me/tokens").text
    with database.reading(EVERY_ORGANIZATION) as session:
        rows = session.connection().execute(text("SELECT * FROM tokens")).all()
    assert "Forms/7" not in str(rows)
    assert "127.0.0.1" not in str(rows)


def test_there_are_twenty_tokens_at_most(browser: FlaskClient) -> None:
    codes = [
        browser.post("/en/me/tokens", data=FORM | {"key": f"k{n}"}).status_code for n in range(21)
    ]

    assert codes == [200] * 20 + [409]
