"""Fixtures for tests that need a database or HTTP.

Every test that touches a database is there twice: on SQLite and on a PostgreSQL that the run
started itself. What stores, decides or proves a named row runs on both each time. What goes
through pages or the API runs on one of the two, drawn by its name, so that half of them run on
each; `make soak` runs every one of them on both.

A test works inside one transaction that is undone at the end, so a commit in the code under
test is real to it and invisible to other tests.
"""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from zlib import crc32

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2.bccache import Bucket, BytecodeCache
from sqlalchemy import Engine, make_url, text
from sqlalchemy.orm import Session, sessionmaker

from jobquality.app import create_app
from jobquality.config import Settings
from jobquality.rubrics.catalog import Catalog, shipped
from jobquality.services.standards import live
from jobquality.store.database import Database, make_engine
from jobquality.store.files import FileStore
from jobquality.store.keys import Keyring
from jobquality.store.marks import Marker
from jobquality.store.schema import migrate
from tests.live.postgres import running_postgresql

DATABASES = ("sqlite", "postgresql")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SECRET_KEY = "k" * 32
#: What proves rows in tests; installations have theirs in a file.
MARKER = Marker(b"k" * 32)
#: A user of PostgreSQL without special rights.
ORDINARY = "ordinary"

#: A test of a row in the list of threats, faults and journeys: `test_t9_…`, `test_r17_…`.
_NAMED = re.compile(r"^test_[trd]\d+_")
_WHICH = re.compile("|".join(DATABASES))

_numbers = count()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the other database of tests that go through pages or the API."""
    if config.getoption("both_databases"):
        return
    left = {one for one in items if _is_of_the_other(one)}
    config.hook.pytest_deselected(items=list(left))
    items[:] = [one for one in items if one not in left]


def _is_of_the_other(item: pytest.Item) -> bool:
    if not isinstance(item, pytest.Function) or _NAMED.search(item.name):
        return False
    is_of_pages = "made_app" in item.fixturenames or item.get_closest_marker("pages")
    if not (is_of_pages and "engine" in item.fixturenames):
        return False
    return bool(item.callspec.params["engine"] != drawn_for(item.nodeid))


def drawn_for(test: str) -> str:
    """Return the database that a test of the pages runs on: the same one on every machine."""
    return DATABASES[crc32(_WHICH.sub("", test).encode()) % len(DATABASES)]


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server that runs as long as the tests do."""
    with running_postgresql() as url:
        _add_ordinary_user(url)
        yield url


@pytest.fixture(params=DATABASES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database with nothing in it, of this test's own.

    On PostgreSQL its user is one like a center's: it owns its databases, and passes no wall.
    """
    for url in _empty_database(request, tmp_path):
        made = make_url(url)
        named = made.set(username=ORDINARY) if request.param == "postgresql" else made
        yield named.render_as_string(hide_password=False)


@pytest.fixture(scope="session", params=DATABASES)
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """An engine on a database that was brought up to date the way installations are."""
    for url in _empty_database(request, tmp_path_factory.mktemp("database")):
        migrate(url)
        made = make_engine(url)
        yield made
        made.dispose()


@pytest.fixture
def database(engine: Engine) -> Iterator[Database]:
    """A database whose every change is undone after the test."""
    with engine.connect() as connection:
        outer = connection.begin()
        sessions = sessionmaker(connection, join_transaction_mode="create_savepoint")
        yield Database(sessions, sessions, connection.close, marker=lambda: MARKER)
        outer.rollback()


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """An open session."""
    with database.transaction() as opened:
        yield opened


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of an installation in a folder of its own."""
    return Settings.from_environ({"JOBQUALITY_DATA": str(tmp_path), "SECRET_KEY": SECRET_KEY})


class CompiledOnce(BytecodeCache):
    """Keeps compiled templates for all applications of a run: compiling takes most of a test."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = CompiledOnce()


@pytest.fixture(scope="session")
def made_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """One application for all tests: making one takes longer than most of them."""
    environ = {"JOBQUALITY_DATA": str(tmp_path_factory.mktemp("app")), "SECRET_KEY": SECRET_KEY}
    return make_app(Settings.from_environ(environ))


#: A test that meets a fault of ours shows its words too.
logging.getLogger("jobquality.faults").setLevel(logging.DEBUG)


def make_app(
    settings: Settings,
    database: Database | None = None,
    *,
    clock: Callable[[], datetime] = lambda: NOON,
    catalog: Catalog | None = None,
) -> Flask:
    """Make an application as tests want it; it takes long: most tests share one (`placed`)."""
    made = create_app(settings, database=database, catalog=catalog, clock=clock)
    made.jinja_env.bytecode_cache = COMPILED
    # Forms carry their token in the browser tests and in the tests of that token.
    made.config["WTF_CSRF_ENABLED"] = False
    return made


@pytest.fixture
def app(made_app: Flask, settings: Settings, database: Database) -> Iterator[Flask]:
    """The application, inside the test's own transaction; what a test sets in it is undone."""
    with placed(made_app, settings, database, lambda: NOON) as here:
        yield here


@contextmanager
def placed(
    made_app: Flask, settings: Settings, database: Database, clock: Callable[[], datetime]
) -> Iterator[Flask]:
    """Place the application that all share in this test's database, under this test's clock."""
    config, extensions = dict(made_app.config), dict(made_app.extensions)
    made_app.extensions["jobquality"] = replace(
        extensions["jobquality"],
        settings=settings,
        database=database,
        catalog=live(shipped(), database),
        clock=clock,
        files=FileStore(settings.data / "files"),
        keys=Keyring(settings.data / "keys"),
    )
    yield made_app
    for kept, before in ((made_app.config, config), (made_app.extensions, extensions)):
        kept.clear()
        kept.update(before)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser without JavaScript."""
    return app.test_client()


def _add_ordinary_user(url: str) -> None:
    admin = make_engine(url)
    with admin.begin() as connection:
        known = text("SELECT 1 FROM pg_roles WHERE rolname = :name")
        if not connection.scalar(known, {"name": ORDINARY}):
            connection.execute(text(f"CREATE ROLE {ORDINARY} LOGIN CREATEDB"))
    admin.dispose()


def _empty_database(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{folder / 'test.sqlite'}"
        return
    server = make_url(request.getfixturevalue("postgresql"))
    name = f"test_{folder.name}_{next(_numbers)}".lower()[-60:]
    admin = make_engine(server.render_as_string(hide_password=False))
    with admin.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f'CREATE DATABASE "{name}" OWNER {ORDINARY}'))
        yield server.set(database=name).render_as_string(hide_password=False)
        connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
    admin.dispose()
