"""The pages of an assessment."""

import pytest
from flask.testing import FlaskClient

from jobquality.store.database import Database
from tests.live.assessments.assessing import stored_case
from tests.live.factories import log_in


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
