from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from jobquality.store.database import Database, make_engine, open_database
from jobquality.store.editions import registered_editions
from jobquality.store.schema import migrate
from tests.live.store.editions import add_an_edition


class UndoneError(Exception):
    """Raised by a test to end a transaction."""


@pytest.fixture
def real_database(empty_url: str) -> Iterator[Database]:
    migrate(empty_url)
    with closing(open_database(empty_url)) as opened:
        yield opened


def test_what_a_transaction_wrote_is_kept(real_database: Database) -> None:
    with real_database.transaction() as session:
        add_an_edition(session)

    with real_database.reading() as session:
        assert len(registered_editions(session)) == 1


def _write_and_fail(database: Database) -> None:
    with database.transaction() as session:
        add_an_edition(session)
        raise UndoneError


def test_a_transaction_that_raises_leaves_nothing(real_database: Database) -> None:
    with pytest.raises(UndoneError):
        _write_and_fail(real_database)

    with real_database.reading() as session:
        assert registered_editions(session) == ()


def test_the_reading_door_cannot_write(real_database: Database) -> None:
    with real_database.reading() as session:
        with pytest.raises(DBAPIError, match=r"read-?only"):
            add_an_edition(session)
        session.rollback()

    with real_database.transaction() as session:
        add_an_edition(session)


def test_writers_that_read_first_lose_nothing(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'count.sqlite'}")
    with database.transaction() as session:
        session.connection().execute(text("CREATE TABLE counter (value INTEGER)"))
        session.connection().execute(text("INSERT INTO counter VALUES (0)"))

    def add_one(_: int) -> None:
        with database.transaction() as session:
            value = session.connection().scalar(text("SELECT value FROM counter"))
            session.connection().execute(text("UPDATE counter SET value = :v"), {"v": value + 1})

    with ThreadPoolExecutor(4) as writers:
        list(writers.map(add_one, range(100)))

    with database.reading() as session:
        assert session.connection().scalar(text("SELECT value FROM counter")) == 100
    database.close()


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("busy_timeout", 5_000),
    ],
)
def test_sqlite_runs_with_the_settings_that_keep_it_safe(
    tmp_path: Path, setting: str, value: object
) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'settings.sqlite'}")

    with engine.connect() as connection:
        assert connection.scalar(text(f"PRAGMA {setting}")) == value
    engine.dispose()
