from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from jobquality.errors import SetupError
from jobquality.store.database import make_engine, open_database
from jobquality.store.rows import Row
from jobquality.store.schema import check_ready, check_schema, migrate


def test_the_migrations_make_exactly_the_tables_of_the_models(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})

        assert compare_metadata(context, Row.metadata) == []


def test_a_database_that_is_up_to_date_is_left_alone(empty_url: str) -> None:
    migrate(empty_url)

    migrate(empty_url)

    check_ready_at(empty_url)


def test_programs_that_start_at_once_take_turns(empty_url: str) -> None:
    with ThreadPoolExecutor(4) as programs:
        list(programs.map(migrate, [empty_url] * 4))

    check_ready_at(empty_url)


def test_a_database_of_a_newer_program_is_refused_and_left_alone(empty_url: str) -> None:
    migrate(empty_url)
    _set_revision(empty_url, "9999")

    with pytest.raises(SetupError, match="newer jobquality"):
        migrate(empty_url)

    with pytest.raises(SetupError, match="newer jobquality"):
        check_ready_at(empty_url)


def test_a_database_that_was_never_set_up_says_what_to_do(empty_url: str) -> None:
    with pytest.raises(SetupError, match="make run"):
        check_ready_at(empty_url)


def test_a_database_that_does_not_answer_is_named_as_that() -> None:
    nobody = "postgresql+psycopg://jobquality@/nothing?host=/nowhere"

    with pytest.raises(SetupError, match="does not answer"):
        check_ready_at(nobody)


def test_what_is_checked_is_the_schema_of_this_session(session: Session) -> None:
    check_schema(session)


def check_ready_at(url: str) -> None:
    with closing(open_database(url)) as database:
        check_ready(database)


def _set_revision(url: str, revision: str) -> None:
    engine = make_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :r"), {"r": revision})
    engine.dispose()
