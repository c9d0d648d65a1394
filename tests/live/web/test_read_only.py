"""T15: with READ_ONLY=1 everything is read, nothing is written, and no typed word is lost."""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from html5lib import parse
from sqlalchemy import inspect, text
from werkzeug.datastructures import MultiDict

from jobquality import paths
from jobquality.app import create_app, prepare
from jobquality.config import Settings
from jobquality.errors import ClosedError, SetupError
from jobquality.store.database import EVERY_ORGANIZATION, Database, make_engine, open_database
from jobquality.store.dumps import look_into
from jobquality.web.kept import CODES, SECRETS
from tests.live.assessments.crowd import Crowd, crowd, settings_for
from tests.live.factories import NOON, log_in
from tests.live.web.routes import FORMS
from tests.live.web.test_route_matrix import RULES


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

    pages = {
        path: browser.get(path)
        for path in (
            "/en/", "/es/employers", "/en/work/", "/en/work/employers",
            here.address, "/api/v1/employers", "/health/ready", "/health/live", "/en/login",
        )
    }  # fmt: skip

    assert {page.status_code for page in pages.values()} <= {200, 302}, pages
    assert look_into(empty_url).tables == before
    told = {path for path, page in pages.items() if "Saving is paused" in page.text}
    assert told == {"/en/work/", "/en/work/employers", here.address}, "pages at work say so"


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


def fields_of(page: str) -> list[tuple[str, str]]:
    """Return the fields of the form on the page, as a browser would send them."""
    inputs = parse(page, namespaceHTMLElements=False).iter("input")
    return [(one.get("name", ""), one.get("value", "")) for one in inputs]


def posting() -> list[tuple[str, str]]:
    """Return each form that needs more than a button, and its address; the ids are nobody's."""
    return [
        (rule.endpoint, re.sub(r"<any[^>]*:language>", "en", rule.rule))
        for rule in RULES.values()
        if rule.endpoint in {*FORMS, *CODES} and "POST" in (rule.methods or ())
    ]


@pytest.fixture
def shut(settings: Settings, database: Database) -> FlaskClient:
    """Somebody's browser where nothing is saved."""
    return create_app(replace(settings, read_only=True), database=database).test_client()


def test_t15_every_form_gives_back_every_word_that_was_typed(shut: FlaskClient) -> None:
    for endpoint, rule in posting():
        address = re.sub(r"<[^>]+>", "1", rule)
        secret = {*SECRETS, CODES.get(endpoint, ("",))[0]}
        sent = [
            ("key", "a" * 32),
            *(
                (name, each)
                for name, value in FORMS.get(endpoint, {}).items()
                for each in all_of(value)
            ),
            *(
                (name, f"Typed as {name}")
                for name in ("note", "code", "old_code", "wage_code", "token")
            ),
        ]

        answer = shut.post(address, data=MultiDict(sent))

        wanted = [(name, value) for name, value in sent if name not in secret]
        assert (answer.status_code, endpoint) == (503, endpoint)
        assert [one for one in wanted if one not in fields_of(answer.text)] == [], endpoint
    assert {*FORMS} <= {endpoint for endpoint, _ in posting()}


def all_of(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


@pytest.mark.parametrize(
    ("path", "sent", "secret"),
    [
        ("/en/login", {"email": "ana@center.example"}, {"password": "correct horse"}),
        ("/en/me/second-step/off", {"key": "k"}, {"off": "correct horse"}),
        ("/en/me/password", {"key": "k"}, {"current": "old horse", "password": "new horse"}),
        ("/en/me/second-step", {"key": "k"}, {"code": "123456"}),
        ("/en/me/old-code", {"key": "k"}, {"old_code": "aaaa-bbbb"}),
    ],
)
def test_t15_no_secret_is_ever_shown_again_and_each_is_asked_for_anew(
    shut: FlaskClient, path: str, sent: dict[str, str], secret: dict[str, str]
) -> None:
    answer = shut.post(path, data={**sent, **secret})

    shown = dict(fields_of(answer.text))
    assert answer.status_code == 503
    assert all(value not in answer.text for value in secret.values())
    assert {name: shown[name] for name in (*sent, *secret)} == {**sent, **dict.fromkeys(secret, "")}


def test_t15_words_sent_with_a_file_stay_and_the_file_is_chosen_again(shut: FlaskClient) -> None:
    photo = (BytesIO(b"x" * 2_000_000), "wall.jpg")  # more than a form without a file may weigh

    answer = shut.post(
        "/en/work/assessments/1/evidence/q/new", data={"title": "The schedule", "file": photo}
    )
    answer.request.environ["wsgi.input"].close()  # a file of the test's browser

    page = parse(answer.text, namespaceHTMLElements=False)
    kinds = {one.get("name"): one.get("type") for one in page.iter("input")}
    assert ("title", "The schedule") in fields_of(answer.text)
    assert kinds["file"] == "file"
    assert 'enctype="multipart/form-data"' in answer.text


#: A field in a template whose kind or label says that it takes a password or a code.
SECRET_FIELD = re.compile(
    r'(?:text\(|<input[^>]*name=)"([a-z_]+)"'
    r'(?=[^>\n]*(?:type="password"|one-time-code|say\("[a-z]+(?:_setup|_old)?_code"))'
)


def test_every_field_for_a_password_or_a_code_is_declared_as_a_secret() -> None:
    templates = [one.read_text("utf-8") for one in paths.templates().rglob("*.html")]

    found = {name for template in templates for name in SECRET_FIELD.findall(template)}

    assert found == {*SECRETS, *(name for name, _ in CODES.values())}


@pytest.mark.parametrize("path", ["/api/v1/evaluations", "/api/v1/nothing"])
def test_t15_a_program_is_told_when_to_come_again(shut: FlaskClient, path: str) -> None:
    answer = shut.post(path, json={})

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "300")
    assert answer.get_json()["code"] == "closed"


def test_nothing_at_all_can_be_written_below_the_pages(shut: FlaskClient) -> None:
    database = shut.application.extensions["jobquality"].database

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
