"""The page that starts an assessment."""

import pytest
from flask.testing import FlaskClient

from jobquality.access.actors import Role
from jobquality.store.assessments import list_assessments
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.people import Person
from tests.live.assessments.assessing import Case, record, stored_case
from tests.live.factories import log_in, stored_organization, stored_person

STANDARD = "restaurants_us@2026.1"


@pytest.fixture
def case(client: FlaskClient, database: Database) -> Case:
    """Somebody who is logged in, and an employer with one assessment and an answer in it."""
    with database.transaction() as session:
        made = stored_case(session)
        record(session, made, "sched_notice_days", "14")
    log_in(client, made.person)
    return made


def _address(case: Case) -> str:
    return f"/en/work/employers/{case.employer.id}/assess"


def test_the_standard_that_fits_the_sector_is_chosen_already(
    client: FlaskClient, case: Case
) -> None:
    page = client.get(_address(case)).text

    assert f'value="{STANDARD}" checked' in page
    assert "There are answers from February 1, 2026" in page


def test_a_draft_that_is_open_is_offered_first(client: FlaskClient, case: Case) -> None:
    page = client.get(_address(case)).text

    assert "There is a draft of this employer already" in page
    assert f"/work/assessments/{case.assessment.id}" in page


def test_sending_it_twice_starts_one(client: FlaskClient, database: Database, case: Case) -> None:
    fields = {"key": "k", "standard": STANDARD, "on": "2026-02-20"}

    first, second = (client.post(_address(case), data=fields) for _ in range(2))

    with database.reading(EVERY_ORGANIZATION) as session:
        found = list_assessments(session, case.employer.id)
    assert first.location == second.location
    assert len(found) == 2
    assert found[0].previous_id == case.assessment.id


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"standard": "made_up@1.1", "on": "2026-02-20"}, "#standard"),
        ({"standard": STANDARD, "on": "soon"}, "#on"),
        ({"standard": STANDARD, "on": "2026-03-02"}, "#on"),
        ({"standard": STANDARD, "on": "2026-02-20", "site": "elsewhere"}, "#sites"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(
    client: FlaskClient, case: Case, fields: dict[str, str], place: str
) -> None:
    sent = client.post(_address(case), data={"key": "k", **fields})

    assert sent.status_code == 422
    assert f'href="{place}"' in sent.text


def _stranger(database: Database, *roles: Role) -> Person:
    with database.transaction() as session:
        return stored_person(session, stored_organization(session), *roles)


def test_another_organization_finds_no_such_employer(
    client: FlaskClient, database: Database, case: Case
) -> None:
    log_in(client, _stranger(database))

    assert client.get(_address(case)).status_code == 404


def test_who_only_reviews_starts_nothing(
    client: FlaskClient, database: Database, case: Case
) -> None:
    log_in(client, _stranger(database, Role.REVIEWER))

    assert client.get(_address(case)).status_code == 403
