"""Fixtures for review, notice and reply: keys, a clock that can be set, and an application."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from jobquality.config import Settings
from jobquality.store.database import Database
from jobquality.store.keys import Keyring
from tests.live.conftest import placed
from tests.live.reviews.browsing import Site
from tests.live.reviews.parts import Clock, Walk


@pytest.fixture
def keys(tmp_path: Path) -> Keyring:
    return Keyring(tmp_path / "keys")


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still until a test moves it."""
    return Clock()


@pytest.fixture
def app(made_app: Flask, settings: Settings, database: Database, clock: Clock) -> Iterator[Flask]:
    """The application under that clock, inside the test's own transaction."""
    with placed(made_app, settings, database, clock) as here:
        yield here


@pytest.fixture
def site(app: Flask, database: Database, clock: Clock) -> Site:
    """A draft that two people and an employer can walk with in browsers."""
    with database.transaction() as session:
        walk = Walk(session).drafted()
    return Site(app, database, clock, walk)
