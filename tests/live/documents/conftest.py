"""An installation with https whose clock the test sets, and a published score in it."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.config import Settings
from jobquality.store.database import Database, Session
from tests.live.conftest import make_app
from tests.live.documents.issuing import Published, keys_in


@dataclass
class House:
    """The installation: its application, and what was published in it."""

    app: Flask
    published: Published

    def client(self) -> FlaskClient:
        """Return a browser that has not been here before."""
        return self.app.test_client()

    def later(self, **span: float) -> None:
        """Let time pass for everybody."""
        self.published.walk.later(**span)


@pytest.fixture
def house(database: Database, session: Session, settings: Settings, tmp_path: Path) -> House:
    published = Published(session, keys_in(tmp_path))
    app = make_app(
        replace(settings, public_url="https://jobs.example.org"),
        database,
        clock=lambda: published.walk.at,
    )
    return House(app=app, published=published)
