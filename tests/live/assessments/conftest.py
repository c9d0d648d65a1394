import pytest
from flask.testing import FlaskClient

from jobquality.store.database import Database
from tests.live.assessments.assessing import stored_case
from tests.live.assessments.saving import Site
from tests.live.factories import log_in


@pytest.fixture
def site(client: FlaskClient, database: Database) -> Site:
    """A browser of somebody who assesses, at an empty draft."""
    with database.transaction() as session:
        case = stored_case(session)
    log_in(client, case.person)
    return Site(client=client, database=database, case=case)
