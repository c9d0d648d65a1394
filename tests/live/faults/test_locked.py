"""R5, R6, R7. The database is held by another, gone for a moment, or its disk is full."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from html5lib import parse
from sqlalchemy import Engine, event, text

from jobquality.app import create_app
from jobquality.http import Context
from jobquality.store.assessments import list_answers, list_assessments
from jobquality.store.database import EVERY_ORGANIZATION, Database, make_engine, open_database
from tests.live.api.program import Program, stored_secret
from tests.live.assessments.assessing import EDITION, RUBRIC
from tests.live.assessments.crowd import Crowd, crowd, settings_for
from tests.live.factories import log_in

NOTICE = "sched_notice_days"
#: Long enough to be a wait, short enough for a test; what we ship is pinned in store tests.
SHORT = 0.2


@contextmanager
def impatient(folder: Path, url: str) -> Iterator[tuple[Crowd, Flask]]:
    """Yield an installation, and a program at it that waits only shortly."""
    with crowd(folder, url) as here, closing(open_database(url, patience=SHORT)) as database:
        app = create_app(settings_for(folder, url), database=database)
        app.config["WTF_CSRF_ENABLED"] = False
        yield here, app


@contextmanager
def held(url: str) -> Iterator[None]:
    """Hold what every save needs: SQLite's one lock, or the keys of the forms."""
    engine = make_engine(url)
    with engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("UPDATE limits SET count = count"))
        else:
            connection.execute(text("LOCK TABLE intents IN EXCLUSIVE MODE"))
        yield
        connection.rollback()
    engine.dispose()


def let_be_long_ago(here: Crowd) -> None:
    """Let it be long ago that the server wrote down when somebody was seen."""
    with here.context.database.transaction(EVERY_ORGANIZATION) as session:
        session.connection().execute(
            text("UPDATE sessions SET seen_at = :at"),
            {"at": here.context.clock() - timedelta(hours=1)},
        )


def test_pages_are_read_while_another_holds_the_database(tmp_path: Path, empty_url: str) -> None:
    with impatient(tmp_path, empty_url) as (here, app):
        browser = log_in(app.test_client(), here.people[0])
        browser.get(here.address)
        let_be_long_ago(here)
        with held(empty_url):
            statuses = {
                path: browser.get(path).status_code
                for path in (
                    "/en/", "/en/employers", "/en/work/", "/en/work/employers", here.address,
                    f"{here.address}/{NOTICE}", "/api/v1/employers", "/health/ready",
                )
            }  # fmt: skip

    assert set(statuses.values()) == {200}, statuses


def test_a_program_reads_and_is_told_when_to_write_again(tmp_path: Path, empty_url: str) -> None:
    with impatient(tmp_path, empty_url) as (here, app):
        secret = stored_secret(here.context.database, here.people[0], at=here.context.clock())
        program = Program(app.test_client(), secret, here.case.assessment.id)
        with held(empty_url):
            read, put = program.get(program.at), program.put(NOTICE, 14, 0, key="one")
        again = program.put(NOTICE, 14, 0, key="one")

    assert read.status_code == 200
    assert (put.status_code, put.get_json()["code"]) == (503, "paused")
    assert put.headers["Retry-After"] == "5"
    assert again.status_code == 200


def test_a_save_that_cannot_be_is_paused_and_what_was_typed_stays(
    tmp_path: Path, empty_url: str
) -> None:
    typed = {"key": "one", "seen": "0", "number": "14", "note": "Asked two cooks"}
    with impatient(tmp_path, empty_url) as (here, app):
        browser = log_in(app.test_client(), here.people[0])
        address = f"{here.address}/{NOTICE}"
        browser.get(address)
        with held(empty_url):
            page = browser.post(address, data=typed)
            told = browser.post(address, data=typed, headers={"Accept": "application/json"})
        again = browser.post(address, data=typed)

        assert page.status_code == told.status_code == 503
        assert page.headers["Retry-After"] == told.headers["Retry-After"] == "5"
        assert "Saving is paused" in page.text
        assert 'value="14"' in page.text
        assert "Asked two cooks" in page.text
        assert "Saving is paused" in told.get_json()["said"]
        assert again.status_code == 303
        with here.context.database.reading(EVERY_ORGANIZATION) as session:
            assert list_answers(session, here.case.assessment.id)[NOTICE].version == 1


def hidden_fields(page: str) -> dict[str, str]:
    """Return what the form of a page would send."""
    tree = parse(page, namespaceHTMLElements=False)
    return {one.get("name"): one.get("value", "") for one in tree.iter("input")}


def test_any_other_form_that_is_paused_can_be_sent_again_as_it_was(
    tmp_path: Path, empty_url: str
) -> None:
    typed = {"key": "one", "standard": f"{RUBRIC}@{EDITION}", "on": "2026-02-01"}
    with impatient(tmp_path, empty_url) as (here, app):
        browser = log_in(app.test_client(), here.people[0])
        address = f"/en/work/employers/{here.case.employer.id}/assess"
        browser.get(address)
        with held(empty_url):
            page = browser.post(address, data=typed)
        fields = hidden_fields(page.text)
        again = browser.post(address, data=fields)

        assert page.status_code == 503
        assert page.headers["Retry-After"] == "5"
        assert {**fields, **typed} == fields
        assert f'action="{address}"' in page.text
        assert again.status_code == 303
        with here.context.database.reading(EVERY_ORGANIZATION) as session:
            assert len(list_assessments(session, here.case.employer.id)) == 2


def test_a_password_is_never_put_into_a_page_again(tmp_path: Path) -> None:
    typed = {"email": "ana@center.example", "password": "correct horse battery"}
    with impatient(tmp_path, f"sqlite:///{tmp_path / 'held.sqlite'}") as (_, app):
        browser = app.test_client()
        browser.get("/en/login")
        with held(f"sqlite:///{tmp_path / 'held.sqlite'}"):
            page = browser.post("/en/login", data=typed)

    assert page.status_code == 503
    assert "correct horse" not in page.text


def engine_of(database: Database) -> Engine:
    engine: Engine = database.writer.kw["bind"]
    return engine


def test_a_full_disk_is_said_and_saving_goes_on_when_there_is_room(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'small.sqlite'}"
    with impatient(tmp_path, url) as (here, app):
        engine = engine_of(app.extensions["jobquality"].database)
        room = "PRAGMA max_page_count = 1"  # as many as there are, and no more

        @event.listens_for(engine, "begin")
        def limit(connection: object) -> None:
            connection.exec_driver_sql(room)  # type: ignore[attr-defined]  # a connection

        browser = log_in(app.test_client(), here.people[0])
        saved, page = [], None
        for name in questions(app):
            page = browser.post(
                f"{here.address}/{name}",
                data={"key": name, "seen": "0", "state": "unknown", "note": "word " * 390},
            )
            if page.status_code != 303:
                break
            saved.append(name)
        assert page is not None
        room = "PRAGMA max_page_count = 100000"
        again = browser.post(
            f"{here.address}/{name}",
            data={"key": name, "seen": "0", "state": "unknown", "note": "word " * 390},
        )

        assert page.status_code == 503
        assert "word word" in page.text
        assert again.status_code == 303
        with here.context.database.reading(EVERY_ORGANIZATION) as session:
            assert set(list_answers(session, here.case.assessment.id)) == {*saved, name}


def questions(app: Flask) -> list[str]:
    """Return every question of the standard."""
    context: Context = app.extensions["jobquality"]
    return [one.id for one in context.catalog.get(RUBRIC, EDITION).questions()]


def test_a_connection_that_was_cut_is_made_anew(postgresql: str) -> None:
    with (
        closing(open_database(postgresql)) as database,
        closing(open_database(postgresql)) as other,
    ):
        with database.reading() as session:
            process = session.connection().scalar(text("SELECT pg_backend_pid()"))
        with other.reading() as session:
            session.connection().execute(text(f"SELECT pg_terminate_backend({process})"))

        with database.reading() as session:
            assert session.connection().scalar(text("SELECT 1")) == 1


@pytest.mark.parametrize(
    ("path", "lost", "desk"),
    [
        ("/en/work/", "Nothing was lost", "/en/work/"),
        ("/es/work/assessments/a1/topics/wages?x=1", "No se perdió nada", "/es/work/"),
        ("/es/people", "No se perdió nada", "/es/work/"),
    ],
)
def test_a_database_that_is_away_keeps_the_layout_of_work_and_says_that_nothing_was_lost(
    tmp_path: Path, path: str, lost: str, desk: str
) -> None:
    url = f"postgresql+psycopg://nobody@/nothing?host={tmp_path}"
    with closing(open_database(url)) as database:
        app = create_app(settings_for(tmp_path, url), database=database)
        browser = app.test_client()
        browser.set_cookie("jq", "somebody")

        answer = browser.get(path)

    assert answer.status_code == 503
    assert lost in answer.text
    assert 'class="work-bar"' in answer.text
    assert f'href="{desk}"' in answer.text
    assert f'href="{path}"' in answer.text, "and the way to try again"
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("path", ["/en/employers", "/en/work/", "/api/v1/employers"])
def test_a_database_that_is_away_is_no_fault_of_the_reader(tmp_path: Path, path: str) -> None:
    url = f"postgresql+psycopg://nobody@/nothing?host={tmp_path}"
    with closing(open_database(url)) as database:
        app = create_app(settings_for(tmp_path, url), database=database)
        browser = app.test_client()
        browser.set_cookie("jq", "somebody")

        answer = browser.get(path)

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert re.search("We cannot answer right now|does not answer", answer.text)
