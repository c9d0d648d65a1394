"""R14, R15. JSON at its worst is refused in words at its place, on both databases alike."""

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from jobquality.store.assessments import list_answers
from jobquality.store.database import EVERY_ORGANIZATION, Database
from tests.live.api.program import V1, Program, pointers, stored_secret
from tests.live.assessments.assessing import Case, stored_case

NOTICE = "sched_notice_days"
DEEP = b"[" * 100_000
HIDDEN = ["a\x00b", "a\ud800b", "a\x07b", "a\u202eb", "a\u200bb", "x" * 2001]


@pytest.fixture
def case(database: Database) -> Case:
    """An organization with a draft."""
    with database.transaction() as session:
        return stored_case(session)


@pytest.fixture
def program(client: FlaskClient, database: Database, case: Case) -> Program:
    """A program that may write there."""
    return Program(client, stored_secret(database, case.person), case.assessment.id)


def send_raw(program: Program, path: str, body: bytes, method: str = "PUT") -> TestResponse:
    """Send a body as it is."""
    return program.client.open(
        path,
        method=method,
        data=body,
        content_type="application/json",
        headers={
            "Authorization": f"Bearer {program.secret}",
            "Idempotency-Key": "raw",
            "If-Match": '"0"',
        },
    )


@pytest.mark.parametrize(
    "body",
    [
        DEEP,
        b'{"answer": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"answer": NaN}',
        b'{"answer": -Infinity}',
        b'{"answer": 1, "answer": 2}',
        b'{"answer": "\xff"}',
        b"",
        b"{",
    ],
    ids=["open", "deep", "nan", "infinity", "twice", "utf-8", "empty", "cut"],
)
def test_what_is_no_json_of_ours_is_400_on_every_route(
    program: Program, database: Database, case: Case, body: bytes
) -> None:
    told = [
        send_raw(program, f"{program.at}/answers/{NOTICE}", body),
        send_raw(program, f"{program.at}/answers", body),
        send_raw(program, f"{V1}/assessments", body, "POST"),
        send_raw(program, f"{program.at}/submit", body, "POST"),
    ]

    assert {one.status_code for one in told} == {400}
    assert {one.get_json()["code"] for one in told} == {"unreadable"}
    with database.reading(EVERY_ORGANIZATION) as session:
        assert not list_answers(session, case.assessment.id)


@pytest.mark.parametrize(
    ("sent", "pointer"),
    [
        (b'{"answer": 1e999999}', "/answer"),
        (b'{"answer": 1000000000000000000000000}', "/answer"),
        (b'{"answer": -1}', "/answer"),
        (b'{"answer": true}', "/answer"),
        (b'{"answer": null}', "/answer"),
        (b'{"answer": {"value": 1}}', "/answer"),
        (b'{"answer": ["a"]}', "/answer"),
        (b'{"answer": [["a"]]}', "/answer"),
        (b'{"answer": 1, "grade": true}', "/grade"),
        (b'{"answer": 1, "grade": "E9"}', "/grade"),
        (b'{"answer": 1, "source": 7}', "/source"),
        (b'{"answer": 1, "on": "03/04/2026"}', "/on"),
        (b'{"answer": 1, "on": 20260301}', "/on"),
        (b'{"answer": 1, "version": 3}', "/version"),
        (b'{"answer": 1, "workers": {"asked": 6.0, "confirming": 5, "month": "2026-02"}}',
         "/workers/asked"),
        (b'{"answer": 1, "workers": {"asked": true, "confirming": 5, "month": "2026-02"}}',
         "/workers/asked"),
        (b'{"answer": 1, "workers": {"asked": "6", "confirming": 5, "month": "2026-02"}}',
         "/workers/asked"),
        (b'{"answer": 1, "workers": {"asked": 1e12, "confirming": 5, "month": "2026-02"}}',
         "/workers/asked"),
        (b'{"answer": 1, "workers": {"asked": 1000000000000, "confirming": 5, "month": "2026-02"}}',
         "/workers/asked"),
        (b'{"answer": 1, "workers": {"asked": 6, "confirming": 5, "month": "2026-13"}}',
         "/workers/month"),
        (b'{"answer": 1, "workers": [6, 5]}', "/workers"),
    ],
)  # fmt: skip
def test_a_wrong_kind_of_value_is_named_at_its_place(
    program: Program, sent: bytes, pointer: str
) -> None:
    told = pointers(send_raw(program, f"{program.at}/answers/{NOTICE}", sent))

    assert set(told) == {pointer}
    assert all(len(detail) < 300 for detail in told.values())


@pytest.mark.parametrize("text", HIDDEN, ids=["nul", "half", "bell", "bidi", "zero", "long"])
def test_what_nobody_can_see_is_refused_in_every_text(
    program: Program, case: Case, text: str
) -> None:
    put = program.put(NOTICE, "unknown", 0, source=text, note=text)
    assert set(pointers(put)) == {"/source", "/note"}
    assert set(pointers(program.put(NOTICE, f"na: {text}", 0))) == {"/answer"}
    batch = program.batch({"criterion": NOTICE, "answer": "unknown", "seen": 0, "note": text})
    assert set(pointers(batch)) == {"/answers/0/note"}
    batch = program.batch({"criterion": text, "answer": "unknown", "seen": 0})
    assert set(pointers(batch)) == {"/answers/0/criterion"}
    submit = program.send(f"{program.at}/submit", {"comment": text * 3})
    assert set(pointers(submit)) == {"/comment"}
    start = {"employer_id": case.employer.id, "rubric": text, "on": "2026-02-01"}
    assert set(pointers(program.send(f"{V1}/assessments", start))) == {"/rubric"}


@pytest.mark.parametrize("name", ["employer_id", "previous_id"])
@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b"], ids=["nul", "half"])
def test_an_id_that_cannot_be_is_refused(
    program: Program, case: Case, name: str, text: str
) -> None:
    body = {"employer_id": case.employer.id, "rubric": "restaurants_us@2026.1", "on": "2026-02-01"}

    started = program.send(f"{V1}/assessments", {**body, name: text})

    assert started.status_code == 422
    assert set(pointers(started)) == {f"/{name}"}


def test_a_site_that_cannot_be_is_refused(program: Program, case: Case) -> None:
    body = {"employer_id": case.employer.id, "rubric": "restaurants_us@2026.1", "on": "2026-02-01"}

    started = program.send(f"{V1}/assessments", {**body, "sites": ["a\x00b"]})

    assert started.status_code == 422


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("limit=1&limit=2", "limit"),
        ("limit[]=1", "limit[]"),
        ("limit=true", "limit"),
        ("limit=1e2", "limit"),
        ("limit=0", "limit"),
        ("state=draft&state=published", "state"),
        ("state=x", "state"),
        ("after=a%27b", "after"),
        ("id=1&id=2", "id"),
    ],
)
def test_a_query_that_says_two_things_or_nothing_known_is_refused(
    program: Program, query: str, parameter: str
) -> None:
    told = program.get(f"{V1}/assessments?{query}")

    assert told.status_code == 422
    assert [one["parameter"] for one in told.get_json()["errors"]] == [parameter]


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_body_of_another_kind_is_not_read(program: Program, content_type: str) -> None:
    put = program.client.put(
        f"{program.at}/answers/{NOTICE}",
        data=b'{"answer": 1}',
        content_type=content_type,
        headers={
            "Authorization": f"Bearer {program.secret}",
            "Idempotency-Key": "one",
            "If-Match": '"0"',
        },
    )

    assert (put.status_code, put.get_json()["code"]) == (415, "unsupported_media_type")


def test_a_body_that_is_too_large_is_not_read(program: Program) -> None:
    put = program.put(NOTICE, "unknown", 0, note="x" * 2_000_000)

    assert (put.status_code, put.get_json()["code"]) == (413, "too_large")
