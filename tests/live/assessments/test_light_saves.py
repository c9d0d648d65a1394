"""What a save of a phone is told: as little as it needs, so that the line has room."""

from flask.testing import FlaskClient

from jobquality.http import DATA_POLICY
from jobquality.store.database import Database
from tests.live.assessments.assessing import stored_case
from tests.live.factories import log_in

SAVE = {
    "number": "40", "seen": "0", "back": "topic", "state": "value", "key": "k" * 32,
    "source": "The handbook of May 2026, page 12",
}  # fmt: skip
#: What the answer may weigh without what the server itself says of each: its day and its name.
LARGEST_ANSWER = 760


def test_a_save_is_told_in_few_bytes_and_its_accents_in_two_each(
    client: FlaskClient, database: Database
) -> None:
    with database.transaction() as session:
        case = stored_case(session)
    log_in(client, case.person)

    address = f"/es/work/assessments/{case.assessment.id}/ben_family_leave"
    answer = client.post(address, data=SAVE, headers={"Accept": "application/json"})

    headers = sum(len(name) + len(text) + 4 for name, text in answer.headers)
    assert answer.json is not None
    assert "está" in answer.json["now"]["ben_family_leave"]
    assert "está".encode() in answer.data
    assert len(answer.data) + headers <= LARGEST_ANSWER


def test_what_our_script_is_told_may_load_nothing_at_all(
    client: FlaskClient, database: Database
) -> None:
    with database.transaction() as session:
        case = stored_case(session)
    log_in(client, case.person)

    address = f"/es/work/assessments/{case.assessment.id}/ben_family_leave"
    kept = client.post(address, data=SAVE, headers={"Accept": "application/json"})
    refused = client.post(address, data={}, headers={"Accept": "application/json"})

    for answer in (kept, refused):
        assert answer.headers["Content-Security-Policy"] == DATA_POLICY
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert DATA_POLICY.count("'none'") == DATA_POLICY.count(";") + 1
