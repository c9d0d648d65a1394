"""A database as one file, of one moment, while others write; and back from it."""

import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from secrets import token_hex

from sqlalchemy import Connection, Engine, create_engine, func, inspect, make_url, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import table as named_table

from jobquality.errors import SetupError
from jobquality.ledger.chain import Head, Link, head_of
from jobquality.store.border import EVERY_ORGANIZATION, say_whose
from jobquality.store.database import make_engine
from jobquality.store.folders import sync_file, write_whole
from jobquality.store.programs import Programs
from jobquality.store.rows import LedgerRow
from jobquality.store.schema import revision_of
from jobquality.store.sweeping import WITH_FILES

SQLITE, POSTGRESQL = "sqlite", "postgresql"
_OF_LINK = ("organization_id", "number", "kind", "hash", "previous", "at", "key_id")
#: Bytes that are read at once.
_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Dumped:
    """What a database holds at one moment.

    `schema` is the revision of its tables, `tables` how many rows each has. `heads` are the
    newest links of the chains by organization (its slug), `files` the names of files in rows.
    """

    schema: str = ""
    tables: Mapping[str, int] = field(default_factory=dict)
    heads: Mapping[str, Head] = field(default_factory=dict)
    files: frozenset[str] = frozenset()


def kind_of(url: str) -> str:
    """Return `sqlite` or `postgresql`."""
    return make_url(url).get_backend_name()


def name_of_dump(kind: str) -> str:
    """Return the name of a dump's file."""
    return "database.sqlite" if kind == SQLITE else "database.dump"


def sqlite_place(url: str) -> Path:
    """Return the file that a SQLite address names."""
    return Path(make_url(url).database or "")


def check_there(url: str) -> None:
    """Be quiet where there may be a database to copy.

    Raises:
        SetupError: the file that a SQLite address names is not there.
    """
    if kind_of(url) == SQLITE and not sqlite_place(url).exists():
        raise SetupError(f"There is no database {sqlite_place(url)}. Name one in DATABASE_URL.")


def dump(url: str, place: Path, programs: Programs) -> Dumped:
    """Write the database of one moment to a file, and return what is in it.

    Both are of the same moment, whatever others write meanwhile.

    Raises:
        SetupError: there is no database, or a program is missing or did not do it.
    """
    check_there(url)
    if kind_of(url) == SQLITE:
        return _dump_sqlite(sqlite_place(url), place)
    return _dump_postgresql(url, place, programs)


def load(place: Path, url: str, programs: Programs) -> None:
    """Write a dump into an empty database: whole, or not at all.

    Raises:
        SetupError: a program is missing or did not do it.
    """
    if kind_of(url) == SQLITE:
        with place.open("rb") as file:
            write_whole(sqlite_place(url), iter(lambda: file.read(_PIECE), b""))
        return
    how = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges")
    programs.run("pg_restore", *how, str(place), url=url)


def look_into(url: str) -> Dumped:
    """Return what a database holds; one that is not there holds nothing.

    Raises:
        SetupError: it does not answer.
    """
    if kind_of(url) == SQLITE and not sqlite_place(url).exists():
        return Dumped()
    engine = make_engine(url)
    try:
        with engine.connect().execution_options(read_only=True) as connection:
            say_whose(connection, EVERY_ORGANIZATION)
            return _holds(connection)
    except DBAPIError as error:
        raise SetupError(
            "The database of DATABASE_URL does not answer. Start it, or name another one."
        ) from error
    finally:
        engine.dispose()


def clocks_of(url: str) -> tuple[datetime | None, datetime | None]:
    """Return when the newest entry of any ledger was made, and what a server's clock says.

    SQLite has no clock but this machine's.
    """
    engine = make_engine(url)
    try:
        with engine.connect().execution_options(read_only=True) as connection:
            say_whose(connection, EVERY_ORGANIZATION)
            last = connection.scalar(select(func.max(LedgerRow.__table__.c.at)))
            is_server = kind_of(url) != SQLITE
            return last, connection.scalar(text("SELECT now()")) if is_server else None
    finally:
        engine.dispose()


@contextmanager
def scratch(url: str, kind: str) -> Iterator[str]:
    """Give the address of an empty database that is gone when the block ends.

    One of PostgreSQL is made on the server of `url`.

    Raises:
        SetupError: `url` is no server of that kind, or lets nobody make a database.
    """
    if kind == SQLITE:
        with tempfile.TemporaryDirectory(prefix="jobquality-") as folder:
            yield f"sqlite:///{folder}/check.sqlite"
        return
    if kind_of(url) != POSTGRESQL:
        raise SetupError(
            "This backup is of PostgreSQL. Set DATABASE_URL to a server on which a database "
            "can be made for a moment."
        )
    name = f"jobquality_check_{token_hex(6)}"
    _on_server(url, f'CREATE DATABASE "{name}"')
    try:
        yield make_url(url).set(database=name).render_as_string(hide_password=False)
    finally:
        _on_server(url, f'DROP DATABASE "{name}" WITH (FORCE)')


def _dump_sqlite(source: Path, place: Path) -> Dumped:
    # Copied by the database itself: the bare file lacks whatever is still in its log.
    with closing(sqlite3.connect(source, timeout=60)) as connection:
        connection.execute("VACUUM INTO ?", (str(place),))
    place.chmod(0o600)
    sync_file(place)
    engine = _engine_that_only_reads(place)
    try:
        with engine.connect() as opened:
            return _holds(opened)
    finally:
        engine.dispose()


def _dump_postgresql(url: str, place: Path, programs: Programs) -> Dumped:
    engine = make_engine(url).execution_options(isolation_level="REPEATABLE READ")
    try:
        with engine.connect() as opened:
            say_whose(opened, EVERY_ORGANIZATION)
            moment = opened.scalar(text("SELECT pg_export_snapshot()"))
            how = (
                "--format=custom",
                "--enable-row-security",
                f"--snapshot={moment}",
                f"--file={place}",
            )
            programs.run("pg_dump", *how, url=url)
            found = _holds(opened)
    except DBAPIError as error:
        raise SetupError("The database of DATABASE_URL does not answer.") from error
    finally:
        engine.dispose()
    place.chmod(0o600)
    sync_file(place)
    return found


def _engine_that_only_reads(place: Path) -> Engine:
    """Return an engine that leaves no trace beside the file, not even a log."""
    address = f"file:{place.absolute().as_posix()}?mode=ro&immutable=1"
    return create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(address, uri=True, check_same_thread=False)
    )


def _holds(connection: Connection) -> Dumped:
    names = sorted(inspect(connection).get_table_names())
    counts = {
        name: connection.scalar(select(func.count()).select_from(named_table(name))) or 0
        for name in names
    }
    return Dumped(
        schema=revision_of(connection) or "",
        tables=counts,
        heads=_heads(connection) if "ledger" in counts else {},
        files=frozenset(_files(connection, counts)) - {""},
    )


def _heads(connection: Connection) -> dict[str, Head]:
    """Return the newest links, through bare tables: a database of before has them, too."""
    named = connection.execute(text("SELECT id, slug FROM organizations"))
    slugs: dict[str, str] = {one.id: one.slug for one in named}
    ledger = LedgerRow.__table__
    newest = (
        select(ledger.c.organization_id, func.max(ledger.c.number).label("number"))
        .group_by(ledger.c.organization_id)
        .subquery()
    )
    found = connection.execute(
        select(*(ledger.c[name] for name in _OF_LINK)).join(
            newest,
            (ledger.c.organization_id == newest.c.organization_id)
            & (ledger.c.number == newest.c.number),
        )
    )
    links = [Link(**one) for one in found.mappings()]
    return {slugs[one.organization_id]: head_of(one) for one in links}


def _files(connection: Connection, tables: Mapping[str, int]) -> Iterator[str]:
    for row in WITH_FILES:
        if row.__tablename__ in tables:
            yield from connection.scalars(select(row.__table__.c.sha256).distinct())


def _on_server(url: str, statement: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(statement))
    except DBAPIError as error:
        raise SetupError(
            "The user of DATABASE_URL may not make a database to check the backup in. "
            "Let it (ALTER USER … CREATEDB), or check on another server."
        ) from error
    finally:
        engine.dispose()
