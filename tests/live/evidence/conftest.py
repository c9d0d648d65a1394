"""A draft, and the browser of whoever assesses it."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from tests.live.assessments.assessing import stored_case
from tests.live.evidence.desk import Desk
from tests.live.factories import log_in


@pytest.fixture
def desk(session: Session, client: FlaskClient) -> Desk:
    case = stored_case(session)
    log_in(client, case.person)
    return Desk(client, case)
