"""T15: with READ_ONLY=1 everything is read, nothing is written, and no typed word is lost."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from html5lib import parse
from sqlalchemy import inspect, text

from jobquality.app import create_app, prepare
from jobquality.config import Settings
from jobquality.errors import ClosedError, SetupError
from jobquality.store.database import EVERY_ORGANIZATION, make_engine, open_database
from jobquality.store.dumps import look_into
from tests.live.assessments.crowd import Crowd, crowd, settings_for
from tests.live.factories import NOON, log_in


@pytest.fixture
def here(tmp_path: Path, empty_url: str) -> Iterator[Crowd]:
    with crowd(tmp_path, empty_url) as made:
        yield made


@pytest.fixture
def closed(here: Crowd, tmp_path: Path, empty_url: str) -> Iterator[Flask]:
    """The same installation, started with READ_ONLY=1; its forms carry their tokens."""
    del here  # made first
    settings = replace(settings_for(tmp_path, empty_url), read_only=True)
    with closing(open_database(empty_url)) as database:
        yield create_app(settings, database=database)


def logged_in(app: Flask, here: Crowd) -> FlaskClient:
    """Return the browser of somebody who logged in before saving was switched off."""
    opened = app.extensions["jobquality"]
    app.extensions["jobquality"] = replace(
        opened, database=replace(opened.database, is_closed=False)
    )
    browser = log_in(app.test_client(), here.people[0])
    app.extensions["jobquality"] = opened
    return browser


def test_t15_everything_is_read_and_not_one_row_is_written(
    here: Crowd, closed: Flask, empty_url: str
) -> None:
    browser = logged_in(closed, here)
    before = look_into(empty_url).tables

    statuses = {
        path: browser.get(path).status_code
        for path in (
            "/en/", "/es/employers", "/en/work/", "/en/work/employers",
            here.address, "/api/v1/employers", "/health/ready", "/health/live", "/en/login",
        )
    }  # fmt: skip

    assert set(statuses.values()) <= {200, 302}, statuses
    assert look_into(empty_url).tables == before


def test_t15_what_was_sent_is_refused_with_a_time_and_stays_to_be_sent_again(
    here: Crowd, closed: Flask
) -> None:
    typed = {"name": "Rosa's <Kitchen>", "key": "a" * 32, "note": "line 1\nline 2"}
    typed |= {"sector_code": "722511"}  # as the form of an employer has it; no secret
    browser = logged_in(closed, here)

    answer = browser.post("/es/work/employers/new", data=typed)

    page = parse(answer.text, namespaceHTMLElements=False)
    kept = {one.get("name"): one.get("value") for one in page.iter("input")}
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "300")
    assert "Este sitio se puede leer, pero no cambiar" in answer.text
    assert "Lo que escribió sigue en esta página" in answer.text
    assert {name: kept[name] for name in typed} == typed
    assert kept["csrf_token"]


def test_t15_no_password_is_ever_shown_again(closed: Flask) -> None:
    sent = {"email": "ana@center.example", "password": "correct horse"}

    answer = closed.test_client().post("/en/login", data=sent)

    assert answer.status_code == 503
    assert "correct horse" not in answer.text
    assert "stays on this page" not in answer.text


@pytest.mark.parametrize("path", ["/api/v1/evaluations", "/api/v1/nothing"])
def test_t15_a_program_is_told_when_to_come_again(closed: Flask, path: str) -> None:
    answer = closed.test_client().post(path, json={})

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "300")
    assert answer.get_json()["code"] == "closed"


def test_nothing_at_all_can_be_written_below_the_pages(here: Crowd, closed: Flask) -> None:
    del here
    database = closed.extensions["jobquality"].database

    with pytest.raises(ClosedError), database.transaction(EVERY_ORGANIZATION):
        pass


def test_a_start_that_only_reads_changes_no_table(tmp_path: Path, empty_url: str) -> None:
    environ = {
        "JOBQUALITY_DATA": str(tmp_path), "DATABASE_URL": empty_url,
        "SECRET_KEY": "k" * 32, "READ_ONLY": "1",
    }  # fmt: skip
    with pytest.raises(SetupError, match="older than this program"):
        prepare(Settings.from_environ(environ), at=NOON)

    engine = make_engine(empty_url)
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == []
        assert connection.scalar(text("SELECT 1")) == 1
    engine.dispose()


def test_a_process_is_live_and_says_that_it_is_not_ready_while_its_database_is_down(
    settings: Settings, tmp_path: Path
) -> None:
    away = f"postgresql+psycopg://nobody@/nothing?host={tmp_path}"
    app = create_app(replace(settings, database_url=away))
    client = app.test_client()

    live, ready = client.get("/health/live"), client.get("/health/ready")

    assert (live.status_code, ready.status_code) == (200, 503)
    assert ready.get_json() == {"status": "not ready", "reason": "The database does not answer."}
    app.extensions["jobquality"].database.close()
