"""What is written down of requests: each has a number, and nothing of a person is in it."""

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from jobquality.config import Settings
from jobquality.logs import HEADER, JsonLines
from jobquality.store.database import Database
from tests.live.conftest import make_app

SECRETS = {
    "query": "Maria-Lopez-of-Elm-Street",
    "token": "q7Zt9-the-link-of-the-employer",
    "typed": "she was paid 9.25 an hour",
    "program": "Mozilla/5.0 (her own phone)",
    "address": "203.0.113.77",
    "password": "river lamp copper seventeen",
    "cookie": "jq-cookie-of-the-visit",
}


@dataclass(slots=True)
class Kept(logging.Handler):
    """Keeps every line as it would be written."""

    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        logging.Handler.__init__(self)
        self.setFormatter(JsonLines())

    __hash__ = object.__hash__

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.INFO:
            self.lines.append(self.format(record))

    def read(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.lines]


@pytest.fixture
def kept() -> Iterator[Kept]:
    handler, ours = Kept(), logging.getLogger("jobquality")
    before = ours.level
    ours.addHandler(handler)
    ours.setLevel(logging.INFO)
    yield handler
    ours.removeHandler(handler)
    ours.setLevel(before)


@pytest.fixture
def broken(settings: Settings, database: Database) -> Flask:
    """An application with a page that fails with words in its mouth."""
    app = make_app(settings, database)

    def fails(token: str) -> str:
        raise ValueError(SECRETS["typed"] + token)

    for language in ("en", "es"):
        app.add_url_rule(f"/{language}/fails/<token>", f"fails_{language}", fails)
    return app


def test_every_answer_has_a_number_of_its_own(client: FlaskClient) -> None:
    paths = ("/en/login", "/en/login", "/nothing", "/api/v1/me")
    numbers = {client.get(path).headers[HEADER] for path in paths}

    assert len(numbers) == 4
    assert all(len(one) == 16 for one in numbers)


def test_what_a_cache_hands_to_many_people_has_no_number(client: FlaskClient) -> None:
    assert HEADER not in client.get("/en/corrections").headers


@pytest.mark.parametrize(
    ("asked", "is_kept"),
    [
        ("proxy-7f3a9c21", True),
        ("x" * 64, True),
        ("short", False),
        ("x" * 65, False),
        ("<b>number</b>", False),
        ("maria@center.example", False),
    ],
)
def test_the_number_of_a_proxy_is_kept_where_it_is_one(
    client: FlaskClient, asked: str, *, is_kept: bool
) -> None:
    answered = client.get("/en/login", headers={HEADER: asked}).headers[HEADER]

    assert (answered == asked) is is_kept


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_page_of_a_fault_shows_the_number_under_which_it_is_found(
    broken: Flask, kept: Kept, language: str
) -> None:
    answer = broken.test_client().get(f"/{language}/fails/{SECRETS['token']}")

    (fault,) = (one for one in kept.read() if one["level"] == "error")
    number = answer.headers[HEADER]
    assert answer.status_code == 500
    assert f">{number}</code>" in answer.text
    assert fault["request"] == number
    assert (fault["error"], fault["route"]) == ("ValueError", f"/{language}/fails/<token>")
    assert "test_logs.py" in str(fault["frames"])
    assert [one["level"] for one in kept.read() if one.get("status") == 500] == ["warning"]


def test_a_page_that_is_not_there_shows_no_number(client: FlaskClient) -> None:
    answer = client.get("/en/nothing")

    assert answer.headers[HEADER] not in answer.text


def test_v16_2_5_fifty_requests_full_of_secrets_leave_none_in_the_log(
    broken: Flask, kept: Kept
) -> None:
    client = broken.test_client()
    client.set_cookie("jq", SECRETS["cookie"])
    paths = [f"/en/{door}/{SECRETS['token']}" for door in ("reply", "after/from", "fails")]
    paths += ["/es/login", f"/{SECRETS['token']}"]
    about = {
        "headers": {"User-Agent": SECRETS["program"], "X-Forwarded-For": SECRETS["address"]},
        "environ_base": {"REMOTE_ADDR": SECRETS["address"]},
    }

    for number in range(10):
        for path in paths:
            asked = f"{path}?who={SECRETS['query']}"
            typed = {"email": "maria@center.example", "password": SECRETS["password"]}
            if number % 2:
                client.get(asked, **about)
            else:
                client.post(asked, data={**typed, "text": SECRETS["typed"]}, **about)

    told = kept.read()
    assert sum(one["from"] == "jobquality.requests" for one in told) == 50
    written = "\n".join(kept.lines)
    for secret in (*SECRETS.values(), "maria@center.example"):
        assert secret not in written, secret


def test_v16_4_1_a_line_break_in_what_is_logged_makes_no_second_line() -> None:
    said = 'Ana"\n2026-03-01 INFO {"level": "error"}\r\nfake'
    record = logging.LogRecord("jobquality", logging.WARNING, "", 0, said, None, None)

    line = JsonLines().format(record)

    assert len(line.splitlines()) == 1
    assert json.loads(line)["said"] == said


def test_a_health_check_that_is_well_is_not_told(client: FlaskClient, kept: Kept) -> None:
    client.get("/health/live")
    client.get("/en/nothing")

    assert [(one["route"], one["status"]) for one in kept.read()] == [("none", 404)]


def test_a_fault_of_the_database_does_not_repeat_what_was_to_be_kept(database: Database) -> None:
    with pytest.raises(DBAPIError) as refused, database.transaction() as session:
        session.connection().execute(
            text("SELECT :typed FROM nowhere"), {"typed": SECRETS["typed"]}
        )

    assert SECRETS["typed"] not in str(refused.value)
