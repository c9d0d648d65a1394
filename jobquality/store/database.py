"""Connections and transactions, the same on SQLite and PostgreSQL."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from time import sleep
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.orm.exc import StaleDataError

import jobquality.store.broken  # noqa: F401 - listens to every session
from jobquality.errors import ClosedError, ConflictError
from jobquality.store.busy import refusal_of
from jobquality.store.marks import MARKER, Marker
from jobquality.store.tenancy import EVERY_ORGANIZATION, belong
from jobquality.store.versions import SENTENCE

__all__ = ["EVERY_ORGANIZATION", "Database", "Session", "make_engine", "open_database"]

#: Without IMMEDIATE two writers that read first lose each other's updates without a word.
_BEGIN_TO_WRITE = "BEGIN IMMEDIATE"
_BEGIN_TO_READ = "BEGIN"

#: Said wherever something would be written while READ_ONLY is 1.
CLOSED = (
    "Nothing is saved while this site is looked after. What you typed is kept: send it again later."
)

#: How long a write waits for another one, in seconds: longer than any of ours takes, shorter
#: than people wait before they send a form again.
PATIENCE = 5
#: How long to wait for what may as well be left undone.
_BRIEFLY = 0.05
#: Whoever brings a database up to date waits for the program that does it already.
LONG_PATIENCE = 60
#: How often a setting of SQLite is tried anew.
_TRIES = 100

_SQLITE_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA trusted_schema = OFF",
    # What is deleted is written over: an erased name lies about in no free page.
    "PRAGMA secure_delete = ON",
)


@dataclass(frozen=True, slots=True)
class Database:
    """Two doors to one database: one that may write, one that cannot.

    `close` lets go of every connection; whoever opened the database calls it. `hasty` is a
    writer that hardly waits; without one, it waits like the other. `is_closed` says that nothing
    may be written for now. `marker` gives what makes and proves marks (`store.marks`); a program
    without one neither makes nor proves any.
    """

    writer: "sessionmaker[Session]"
    reader: "sessionmaker[Session]"
    close: Callable[[], None]
    hasty: "sessionmaker[Session] | None" = None
    is_closed: bool = False
    marker: Callable[[], Marker] | None = None

    @contextmanager
    def transaction(
        self, organization_id: str | None = None, *, waits: bool = True
    ) -> Iterator[Session]:
        """Give a session whose work is kept when the block ends, and undone when it raises.

        It sees and writes the rows of one organization, of all with EVERY_ORGANIZATION, and
        of none without. Others who write are waited for, at most PATIENCE seconds; with
        `waits` off, hardly at all.

        Raises:
            ConflictError: somebody changed the same row at the same moment.
            PausedError: others wrote for too long, the database is not there or its disk is
                full; nothing was kept.
            ClosedError: nothing may be written for now.
        """
        if self.is_closed:
            raise ClosedError(CLOSED)
        door = self.writer if waits else self.hasty or self.writer
        try:
            with door.begin() as session:
                yield belong(self._marking(session), organization_id)
        except StaleDataError as error:
            raise ConflictError(SENTENCE) from error
        except DBAPIError as error:
            raise refusal_of(error) or error from error

    @contextmanager
    def reading(self, organization_id: str | None = None) -> Iterator[Session]:
        """Give a session that sees one moment of the database and cannot change it.

        Whose rows it sees is said as for `transaction`.

        Raises:
            PausedError: the database is not there.
        """
        try:
            with self.reader.begin() as session:
                yield belong(self._marking(session), organization_id)
        except DBAPIError as error:
            raise refusal_of(error) or error from error

    def _marking(self, session: Session) -> Session:
        if self.marker is not None:
            session.info[MARKER] = self.marker
        return session


def open_database(url: str, *, patience: float = PATIENCE) -> Database:
    """Return the doors to the database at `url`; nothing is connected before first use.

    A write waits `patience` seconds for others who write.
    """
    engine = make_engine(url, patience=patience)
    read_only = engine.execution_options(read_only=True, postgresql_readonly=True)
    hasty = engine.execution_options(patience=_BRIEFLY)
    return Database(
        sessionmaker(engine), sessionmaker(read_only), engine.dispose, sessionmaker(hasty)
    )


def make_engine(url: str, *, foreign_keys: bool = True, patience: float = PATIENCE) -> Engine:
    """Return an engine with this house's settings; it waits `patience` seconds for others.

    `foreign_keys` is off only while SQLite rebuilds tables in a migration, where dropping the
    old table would otherwise delete the rows that point to it.
    """
    if make_url(url).get_backend_name() == "sqlite":
        return _sqlite_engine(url, foreign_keys=foreign_keys, patience=patience)
    engine = create_engine(url, pool_pre_ping=True, hide_parameters=True)
    event.listen(engine, "begin", partial(_begin_on_postgresql, patience))
    return engine


def _sqlite_engine(url: str, *, foreign_keys: bool, patience: float) -> Engine:
    engine = create_engine(url, hide_parameters=True)
    switch = f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}"
    # First: turning on the write-ahead log needs the wait when two programs start at once.
    wait = f"PRAGMA busy_timeout = {_milliseconds(LONG_PATIENCE)}"

    @event.listens_for(engine, "connect")
    def settle(connection: Any, _record: object) -> None:  # noqa: ANN401 - DB-API has no type
        connection.isolation_level = None  # Python's own BEGIN comes too late for savepoints
        for statement in (wait, *_SQLITE_SETTINGS, switch):
            _execute(connection, statement)

    event.listen(engine, "begin", partial(_begin_on_sqlite, patience))
    return engine


def _execute(connection: Any, statement: str) -> None:  # noqa: ANN401 - DB-API has no type
    """Run a setting; where two turn on the log at once, SQLite refuses one without any wait."""
    for _ in range(_TRIES):
        try:
            connection.execute(statement)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            sleep(_BRIEFLY)
        else:
            return
    connection.execute(statement)


def _begin_on_sqlite(patience: float, connection: Connection) -> None:
    options = connection.get_execution_options()
    read_only = bool(options.get("read_only"))
    wait = _milliseconds(options.get("patience", patience))
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {wait}")
    connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if read_only else 'OFF'}")
    connection.exec_driver_sql(_BEGIN_TO_READ if read_only else _BEGIN_TO_WRITE)


def _begin_on_postgresql(patience: float, connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("read_only"):
        wait = _milliseconds(options.get("patience", patience))
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {wait}")


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)
