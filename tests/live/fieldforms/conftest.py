"""The page on which answers are taken in."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from tests.live.assessments.assessing import stored_case
from tests.live.factories import log_in
from tests.live.fieldforms.sending import Desk


@pytest.fixture
def desk(session: Session, client: FlaskClient) -> Desk:
    case = stored_case(session)
    log_in(client, case.person)
    return Desk(client, case, session)
