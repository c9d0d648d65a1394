"""A draft, the desk of its author, and a clock that a test sets."""

from collections.abc import Iterator

import pytest
from flask import Flask

from jobquality.config import Settings
from jobquality.store.database import Database
from tests.live.assessments.assessing import Case, stored_case
from tests.live.claims.claiming import Desk
from tests.live.conftest import placed
from tests.live.reviews.parts import Clock


@pytest.fixture
def clock() -> Clock:
    """A clock that stands until a test turns it."""
    return Clock()


@pytest.fixture
def app(made_app: Flask, settings: Settings, database: Database, clock: Clock) -> Iterator[Flask]:
    """The application by that clock."""
    with placed(made_app, settings, database, clock) as here:
        yield here


@pytest.fixture
def case(database: Database) -> Case:
    """A draft that nobody has answered."""
    with database.transaction() as session:
        return stored_case(session)


@pytest.fixture
def desk(app: Flask, case: Case) -> Desk:
    """The browser of the draft's author."""
    return Desk(app, case)
