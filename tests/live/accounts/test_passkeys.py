import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from jobquality.store.database import Database
from jobquality.store.people import Person
from tests.live.accounts.members import again, is_in, send_login, stored_member
from tests.live.accounts.softkey import PRESENT, SoftKey
from tests.live.factories import log_in


@pytest.fixture
def member(app: Flask, database: Database) -> Person:
    """Somebody with a password and no second step."""
    return stored_member(app, database, second_factor=None)


@pytest.fixture
def key(database: Database, member: Person) -> SoftKey:
    """Their passkey."""
    made = SoftKey()
    made.register(database, member)
    return made


def log_in_with(client: FlaskClient, key: SoftKey, **but: object) -> TestResponse:
    answer = key.answer(client.get("/en/login").text, **but)  # type: ignore[arg-type]  # a test says what
    return client.post("/en/login/passkey", data={"credential": answer})


def test_a_passkey_alone_lets_its_holder_in_without_an_address(
    client: FlaskClient, key: SoftKey
) -> None:
    assert log_in_with(client, key).location == "/en/work/"
    assert is_in(client)


def test_a_passkey_is_a_second_step(database: Database, member: Person, key: SoftKey) -> None:
    assert key.name
    assert again(database, member).second_factor == "passkey"


@pytest.mark.parametrize(
    "but",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://localhost:9000"},
        {"host": "evil.example"},
        {"flags": PRESENT},
    ],
)
def test_an_answer_for_elsewhere_or_without_the_persons_finger_opens_nothing(
    client: FlaskClient, key: SoftKey, but: dict[str, object]
) -> None:
    assert log_in_with(client, key, **but).status_code == 401
    assert not is_in(client)


def test_an_answer_works_once_and_in_its_own_visit(app: Flask, key: SoftKey) -> None:
    first, other = app.test_client(), app.test_client()
    answer = key.answer(first.get("/en/login").text)
    other.get("/en/login")

    def send(client: FlaskClient) -> int:
        return client.post("/en/login/passkey", data={"credential": answer}).status_code

    assert send(other) == 401
    assert send(first) == 302
    first.post("/en/logout")
    assert send(first) == 401


def test_a_count_that_goes_back_is_a_copy_and_refused(client: FlaskClient, key: SoftKey) -> None:
    key.count = 10
    log_in_with(client, key)
    client.post("/en/logout")
    key.count = 5

    assert log_in_with(client, key).status_code == 401


@pytest.mark.parametrize(
    "answer", ["", "{", "[]", "null", "1", '{"id": 1}', '{"id": "AA"}', "{}", '"x"', "x" * 30_000]
)
def test_anything_else_is_refused_in_a_sentence(
    client: FlaskClient, key: SoftKey, answer: str
) -> None:
    assert key.name
    client.get("/en/login")
    said = client.post("/es/login/passkey", data={"credential": answer})

    assert said.status_code == 401
    assert "Esta llave no abre nada aquí" in said.text


@pytest.mark.parametrize("part", ["clientDataJSON", "authenticatorData", "signature"])
def test_a_broken_answer_is_refused(client: FlaskClient, key: SoftKey, part: str) -> None:
    import json  # noqa: PLC0415 - one use

    answer = json.loads(key.answer(client.get("/en/login").text))
    answer["response"][part] = "AAAA"

    said = client.post("/en/login/passkey", data={"credential": json.dumps(answer)})

    assert said.status_code == 401


def test_after_the_password_only_ones_own_passkey_counts(
    app: Flask, database: Database, member: Person, key: SoftKey
) -> None:
    other = SoftKey(name="other")
    other.register(database, stored_member(app, database, second_factor=None))
    client = app.test_client()
    assert send_login(client, member).location == "/en/login/code"

    wrong = other.answer(client.get("/en/login/code").text)
    assert client.post("/en/login/code", data={"credential": wrong}).status_code == 401
    right = key.answer(client.get("/en/login/code").text)
    assert client.post("/en/login/code", data={"credential": right}).location == "/en/work/"


def test_over_http_elsewhere_the_page_says_why_there_are_none(app: Flask, member: Person) -> None:
    from dataclasses import replace  # noqa: PLC0415 - one use

    context = app.extensions["jobquality"]
    settings = replace(context.settings, public_url="http://192.168.1.7:8000")
    app.extensions["jobquality"] = replace(context, settings=settings)
    page = log_in(app.test_client(), member).get("/en/me/passkeys").text

    assert "only on an address with https" in page
    assert "data-options" not in page
    assert "data-options" not in app.test_client().get("/en/login").text
