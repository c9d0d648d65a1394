"""Connections and transactions, the same on SQLite and PostgreSQL."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.orm.exc import StaleDataError

from jobquality.errors import ConflictError
from jobquality.store.tenancy import EVERY_ORGANIZATION, belong
from jobquality.store.versions import SENTENCE

__all__ = ["EVERY_ORGANIZATION", "Database", "Session", "make_engine", "open_database"]

#: Without IMMEDIATE two writers that read first lose each other's updates without a word.
_BEGIN_TO_WRITE = "BEGIN IMMEDIATE"
_BEGIN_TO_READ = "BEGIN"

#: The wait comes first: turning on the write-ahead log needs it when two programs start at once.
_SQLITE_SETTINGS = (
    "PRAGMA busy_timeout = 30000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA trusted_schema = OFF",
)


@dataclass(frozen=True, slots=True)
class Database:
    """Two doors to one database: one that may write, one that cannot.

    `close` lets go of every connection; whoever opened the database calls it.
    """

    writer: "sessionmaker[Session]"
    reader: "sessionmaker[Session]"
    close: Callable[[], None]

    @contextmanager
    def transaction(self, organization_id: str | None = None) -> Iterator[Session]:
        """Give a session whose work is kept when the block ends, and undone when it raises.

        It sees and writes the rows of one organization, of all with EVERY_ORGANIZATION, and
        of none without.

        Raises:
            ConflictError: somebody changed the same row at the same moment.
        """
        try:
            with self.writer.begin() as session:
                yield belong(session, organization_id)
        except StaleDataError as error:
            raise ConflictError(SENTENCE) from error

    @contextmanager
    def reading(self, organization_id: str | None = None) -> Iterator[Session]:
        """Give a session that sees one moment of the database and cannot change it.

        Whose rows it sees is said as for `transaction`.
        """
        with self.reader.begin() as session:
            yield belong(session, organization_id)


def open_database(url: str) -> Database:
    """Return the doors to the database at `url`; nothing is connected before first use."""
    engine = make_engine(url)
    read_only = engine.execution_options(read_only=True, postgresql_readonly=True)
    return Database(sessionmaker(engine), sessionmaker(read_only), engine.dispose)


def make_engine(url: str, *, foreign_keys: bool = True) -> Engine:
    """Return an engine with this house's settings.

    `foreign_keys` is off only while SQLite rebuilds tables in a migration, where dropping the
    old table would otherwise delete the rows that point to it.
    """
    if make_url(url).get_backend_name() == "sqlite":
        return _sqlite_engine(url, foreign_keys=foreign_keys)
    return create_engine(url, pool_pre_ping=True)


def _sqlite_engine(url: str, *, foreign_keys: bool) -> Engine:
    engine = create_engine(url)
    switch = f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}"

    @event.listens_for(engine, "connect")
    def settle(connection: Any, _record: object) -> None:  # noqa: ANN401 - DB-API has no type
        connection.isolation_level = None  # Python's own BEGIN comes too late for savepoints
        for statement in (*_SQLITE_SETTINGS, switch):
            connection.execute(statement)

    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    read_only = bool(connection.get_execution_options().get("read_only"))
    connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if read_only else 'OFF'}")
    connection.exec_driver_sql(_BEGIN_TO_READ if read_only else _BEGIN_TO_WRITE)
