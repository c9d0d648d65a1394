from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.app import create_app
from jobquality.config import Settings
from jobquality.store.database import Database
from jobquality.store.limits import count_try, find_count, forget_old_tries
from jobquality.store.tenancy import EVERY_ORGANIZATION
from jobquality.web.limits import SqlStorage
from tests.live.accounts.members import is_in, send_login, stored_member
from tests.live.conftest import NOON, make_app

HERE, THERE = {"REMOTE_ADDR": "192.0.2.1"}, {"REMOTE_ADDR": "198.51.100.7"}


@pytest.fixture
def workers(settings: Settings, database: Database) -> Callable[[], FlaskClient]:
    """Make a new worker: an application of its own on the one database."""

    def start() -> FlaskClient:
        return make_app(settings, database).test_client()

    return start


def guess(client: FlaskClient, email: str, place: dict[str, str]) -> int:
    form = {"email": email, "password": "wrong wrong wrong"}
    return client.post("/en/login", data=form, environ_base=place).status_code


def test_guesses_are_counted_for_all_workers_together(
    app: Flask, database: Database, workers: Callable[[], FlaskClient]
) -> None:
    email = stored_member(app, database).email or ""
    one, other = workers(), workers()

    answers = [guess(worker, email, HERE) for worker in (one, other) * 5]

    assert answers == [401] * 10
    assert guess(one, email, HERE) == guess(other, email, HERE) == 429


def test_too_many_tries_are_told_how_long_to_wait(app: Flask, database: Database) -> None:
    email = stored_member(app, database).email or ""
    client = app.test_client()
    for _ in range(10):
        guess(client, email, HERE)

    answer = client.post("/es/login", data={"email": email}, environ_base=HERE)

    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "300"
    assert "Demasiados intentos" in answer.text


def test_an_attacker_cannot_lock_somebody_out_from_another_address(
    app: Flask, database: Database
) -> None:
    member = stored_member(app, database)
    for _ in range(12):
        guess(app.test_client(), member.email or "", THERE)

    client = app.test_client()
    send_login(client, member)

    assert is_in(client)


def test_one_address_cannot_try_many_names(app: Flask, database: Database) -> None:
    stored_member(app, database)
    client = app.test_client()

    answers = [guess(client, f"{number}@center.test", HERE) for number in range(11)]

    assert answers == [401] * 10 + [429]


def test_a_right_password_does_not_count(app: Flask, database: Database) -> None:
    member = stored_member(app, database)

    answers = [send_login(app.test_client(), member).status_code for _ in range(12)]

    assert answers == [302] * 12


def test_tries_are_forgotten_after_five_minutes(
    app: Flask, settings: Settings, database: Database
) -> None:
    member, now = stored_member(app, database), [NOON]
    timed = create_app(settings, database=database, clock=lambda: now[0])
    timed.config["WTF_CSRF_ENABLED"] = False
    client = timed.test_client()
    for _ in range(11):
        guess(client, member.email or "", HERE)

    now[0] += timedelta(minutes=5)

    assert guess(client, member.email or "", HERE) == 401


def test_the_table_says_nothing_about_anybody(app: Flask, database: Database) -> None:
    from sqlalchemy import text  # noqa: PLC0415 - the one look below the store

    guess(app.test_client(), "somebody@center.test", THERE)
    stored_member(app, database)
    guess(app.test_client(), "somebody@center.test", THERE)

    with database.reading(EVERY_ORGANIZATION) as session:
        kept = str(session.execute(text("SELECT key FROM limits")).all())
    assert "login" in kept
    assert "somebody" not in kept
    assert "198.51" not in kept


def test_the_limits_library_finds_what_it_needs_in_our_table(database: Database) -> None:
    now: list[datetime] = [NOON]
    storage = SqlStorage(database, lambda: now[0])

    assert [storage.incr("a", 60), storage.incr("a", 60, 2), storage.get("a")] == [1, 3, 3]
    assert storage.get_expiry("a") == (NOON + timedelta(seconds=60)).timestamp()
    assert storage.check()
    storage.clear("a")
    assert storage.get("a") == 0
    storage.incr("b", 60)
    assert storage.reset() == 1


def test_a_span_that_is_over_begins_anew(database: Database) -> None:
    later, minute = NOON + timedelta(minutes=1), timedelta(minutes=1)
    with database.transaction() as session:
        count_try(session, "a", amount=5, at=NOON, within=minute)
        assert find_count(session, "a", at=later) == (0, later)
        assert count_try(session, "a", amount=1, at=later, within=minute) == 1
        assert find_count(session, "a", at=later) == (1, later + minute)
        assert forget_old_tries(session, at=later) == 0
        assert forget_old_tries(session, at=later + minute) == 1


@pytest.mark.parametrize(("proxies", "statuses"), [(1, {401}), (0, {401, 429})])
def test_behind_a_web_server_of_ours_each_visitor_counts_alone(
    settings: Settings, database: Database, *, proxies: int, statuses: set[int]
) -> None:
    made = create_app(replace(settings, proxies=proxies), database=database, clock=lambda: NOON)
    made.config["WTF_CSRF_ENABLED"] = False
    client = made.test_client()
    form = {"email": "a@center.test", "password": "wrong wrong wrong"}

    def status(number: int) -> int:
        named = {"X-Forwarded-For": f"203.0.113.9, 192.0.2.{number}"}
        return client.post("/en/login", data=form, headers=named).status_code

    stored_member(made, database)
    assert {status(number) for number in range(12)} == statuses
