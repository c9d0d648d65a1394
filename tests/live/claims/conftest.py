"""A draft, the desk of its author, and a clock that a test sets."""

import pytest
from flask import Flask

from jobquality.app import create_app
from jobquality.config import Settings
from jobquality.store.database import Database
from tests.live.assessments.assessing import Case, stored_case
from tests.live.claims.claiming import Desk
from tests.live.conftest import COMPILED
from tests.live.reviews.parts import Clock


@pytest.fixture
def clock() -> Clock:
    """A clock that stands until a test turns it."""
    return Clock()


@pytest.fixture
def app(settings: Settings, database: Database, clock: Clock) -> Flask:
    """The application by that clock."""
    made = create_app(settings, database=database, clock=clock)
    made.jinja_env.bytecode_cache = COMPILED
    made.config["WTF_CSRF_ENABLED"] = False
    return made


@pytest.fixture
def case(database: Database) -> Case:
    """A draft that nobody has answered."""
    with database.transaction() as session:
        return stored_case(session)


@pytest.fixture
def desk(app: Flask, case: Case) -> Desk:
    """The browser of the draft's author."""
    return Desk(app, case)
