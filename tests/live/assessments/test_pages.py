"""The pages of an assessment."""

import pytest
from flask.testing import FlaskClient

from jobquality.access.actors import Role
from jobquality.store.database import Database
from jobquality.store.organizations import get_organization
from tests.live.assessments.assessing import record, stored_case
from tests.live.factories import log_in, stored_person


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    "rest",
    ["", "/topics/wages", "/topics/critical", "/topics/declared", "/stand", "/lowest_base_rate"],
)
def test_every_page_opens(
    client: FlaskClient, database: Database, language: str, rest: str
) -> None:
    with database.transaction() as session:
        case = stored_case(session)
    log_in(client, case.person)

    answer = client.get(f"/{language}/work/assessments/{case.assessment.id}{rest}")

    assert answer.status_code == 200
    assert case.employer.name in answer.text


def test_who_does_not_assess_reads_the_answers_without_forms(
    client: FlaskClient, database: Database
) -> None:
    with database.transaction() as session:
        case = stored_case(session)
        record(session, case, "sched_notice_days", "14")
        organization = get_organization(session, case.person.organization_id)
        reviewer = stored_person(session, organization, Role.REVIEWER)

    page = (
        log_in(client, reviewer)
        .get(f"/en/work/assessments/{case.assessment.id}/topics/scheduling")
        .text
    )

    assert "14 days" in page
    assert 'class="answer"' not in page


@pytest.mark.parametrize("rest", ["", "/topics/wages", "/lowest_base_rate"])
def test_only_our_own_script_runs_and_no_page_is_kept(
    client: FlaskClient, database: Database, rest: str
) -> None:
    with database.transaction() as session:
        case = stored_case(session)

    answer = log_in(client, case.person).get(f"/en/work/assessments/{case.assessment.id}{rest}")

    assert "script-src 'self';" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert " onclick=" not in answer.text
    assert " style=" not in answer.text
