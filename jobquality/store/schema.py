"""The schema's version: bring a database to this program's, or say why it cannot be."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from jobquality.errors import BusyError, SetupError
from jobquality.store.border import EVERY_ORGANIZATION, say_whose
from jobquality.store.database import LONG_PATIENCE, Database, Session, make_engine

_MIGRATIONS = Path(__file__).parent / "migrations"

#: Any number that no other program locks on the same server; here the bytes of "jobq".
_LOCK = 0x6A6F6271


def migrate(url: str) -> None:
    """Bring the database at `url` to this program's schema, in one transaction.

    Two programs that start at once take turns; the second finds nothing left to do.

    Raises:
        SetupError: the database was made by a newer program.
    """
    migrate_to(url, "head")


def migrate_to(url: str, revision: str) -> None:
    """Bring the database at `url` forward to one revision; `migrate` says the rest.

    Raises:
        SetupError: the database was made by a newer program.
    """
    engine = make_engine(url, foreign_keys=False, patience=LONG_PATIENCE)
    try:
        with engine.begin() as connection:
            say_whose(connection, EVERY_ORGANIZATION)
            _wait_for_turn(connection)
            _refuse_newer(revision_of(connection))
            command.upgrade(_alembic(connection), revision)
            _check_foreign_keys(connection)
    finally:
        engine.dispose()


def check_ready(database: Database) -> None:
    """Be quiet when the database answers and has this program's schema.

    Raises:
        SetupError: it does not answer, or is newer or older; says which, and what to do.
    """
    try:
        with database.reading() as session:
            check_schema(session)
    except (DBAPIError, BusyError) as error:
        raise SetupError("The database does not answer.") from error


def check_schema(session: Session) -> None:
    """Be quiet when the database has this program's schema.

    Raises:
        SetupError: it is newer or older; says which, and what to do.
    """
    revision = revision_of(session.connection())
    _refuse_newer(revision)
    if revision != _scripts().get_current_head():
        raise SetupError(
            "The database is older than this program. "
            "Start the program with `make run`, which brings it up to date."
        )


def is_known(revision: str) -> bool:
    """Say whether this program knows a schema: its own, or an older one."""
    return revision in {script.revision for script in _scripts().walk_revisions()}


def is_newest(revision: str) -> bool:
    """Say whether a schema is this program's own."""
    return revision == _scripts().get_current_head()


def steps_to_newest(revision: str) -> tuple[str, ...]:
    """Return what `migrate` would do with a database of a schema: `0012: Letters that wait`.

    Raises:
        SetupError: the schema is a newer program's.
    """
    _refuse_newer(revision or None)
    steps = _scripts().iterate_revisions("head", revision or "base")
    return tuple(reversed([f"{one.revision}: {one.doc}" for one in steps]))


def revision_of(connection: Connection) -> str | None:
    """Return the schema of a database, or None where it has none of ours."""
    return MigrationContext.configure(connection).get_current_revision()


def _wait_for_turn(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def _refuse_newer(revision: str | None) -> None:
    if revision is not None and not is_known(revision):
        raise SetupError(
            f"The database was last used by a newer jobquality (schema {revision}), which this "
            "program does not know. Install the newer program, or name another DATABASE_URL."
        )


def _check_foreign_keys(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    orphans = connection.execute(text("PRAGMA foreign_key_check")).all()
    if orphans:
        raise SetupError(f"The migration would leave rows that point nowhere: {orphans[:3]}")


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_alembic())


def _alembic(connection: Connection | None = None) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
