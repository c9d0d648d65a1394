"""The database itself refuses to change what was published."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from tests.live.ledger.published import Center, stored_center

TABLES = ("bodies", "ledger", "public_keys")
_COLUMNS = {"bodies": "content", "ledger": "signature", "public_keys": "public_key"}
REFUSAL = "Nothing published changes"


@pytest.fixture
def center(session: Session, tmp_path: Path) -> Center:
    """A center with one publication."""
    made = stored_center(session, tmp_path)
    made.publish(made.employer())
    return made


def tried(session: Session, statement: str, **values: object) -> str:
    """Return why the database refuses a statement, or nothing where it does it."""
    try:
        with session.begin_nested():
            session.connection().execute(text(statement), values)
    except DBAPIError as error:
        return str(error.orig)
    return ""


def count(session: Session, table: str) -> int:
    statement = f"SELECT count(*) FROM {table}"  # noqa: S608  # our own names
    return int(session.connection().execute(text(statement)).scalar_one())


def is_on(session: Session, name: str) -> bool:
    return session.connection().dialect.name == name


@pytest.mark.parametrize("table", TABLES)
def test_no_row_changes(center: Center, table: str) -> None:
    statement = f"UPDATE {table} SET {_COLUMNS[table]} = 'x'"  # noqa: S608  # our own names
    assert REFUSAL in tried(center.session, statement)


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_even_written_as_it_was(center: Center, table: str) -> None:
    column = _COLUMNS[table]
    statement = f"UPDATE {table} SET {column} = {column}"  # noqa: S608  # our own names
    assert REFUSAL in tried(center.session, statement)


@pytest.mark.parametrize("table", TABLES)
def test_no_row_goes(center: Center, table: str) -> None:
    assert REFUSAL in tried(center.session, f"DELETE FROM {table}")  # noqa: S608  # our own names
    assert count(center.session, table) >= 1


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_replaced(center: Center, table: str) -> None:
    """SQLite removes a row for INSERT OR REPLACE without asking the guard of DELETE."""
    replaced = f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"  # noqa: S608  # our own names
    if is_on(center.session, "postgresql"):
        column = _COLUMNS[table]
        key = {"bodies": "hash", "ledger": "organization_id, number", "public_keys": "key_id"}
        replaced = (
            f"INSERT INTO {table} SELECT * FROM {table} "  # noqa: S608  # our own names
            f"ON CONFLICT ({key[table]}) DO UPDATE SET {column} = 'x'"
        )
    assert REFUSAL in tried(center.session, replaced)


@pytest.mark.parametrize("table", TABLES)
def test_no_table_is_emptied(center: Center, table: str) -> None:
    """SQLite has no TRUNCATE; there every row asks the guard of DELETE."""
    if is_on(center.session, "postgresql"):
        assert REFUSAL in tried(center.session, f"TRUNCATE {table} CASCADE")
    assert REFUSAL in tried(center.session, f"DELETE FROM {table} WHERE 1 = 1")  # noqa: S608  # our own names


@pytest.mark.parametrize("table", TABLES)
def test_a_body_of_the_samples_may_go(session: Session, tmp_path: Path, table: str) -> None:
    center = stored_center(session, tmp_path, is_sample=True)
    center.publish(center.employer())
    before = count(session, table)
    statement = f"DELETE FROM {table} WHERE organization_id = :id"  # noqa: S608  # our own names
    assert tried(session, statement, id=center.organization.id) == ""
    assert count(session, table) == before - 1


@pytest.mark.parametrize("table", TABLES)
def test_the_samples_change_as_little_as_others(
    session: Session, tmp_path: Path, table: str
) -> None:
    center = stored_center(session, tmp_path, is_sample=True)
    center.publish(center.employer())
    statement = f"UPDATE {table} SET {_COLUMNS[table]} = 'x'"  # noqa: S608  # our own names
    assert REFUSAL in tried(session, statement)


def test_a_real_organization_never_becomes_a_sample(center: Center) -> None:
    assert REFUSAL in tried(center.session, "UPDATE organizations SET is_sample = true")


def test_a_sample_never_becomes_real(session: Session, tmp_path: Path) -> None:
    stored_center(session, tmp_path, is_sample=True)
    statement = "UPDATE organizations SET is_sample = false WHERE is_sample"
    assert REFUSAL in tried(session, statement)


def test_an_organization_with_a_chain_does_not_go(center: Center) -> None:
    statement = "DELETE FROM organizations WHERE id = :id"
    assert tried(center.session, statement, id=center.organization.id)


def test_everything_else_about_an_organization_may_change(center: Center) -> None:
    assert tried(center.session, "UPDATE organizations SET name = 'Renamed'") == ""


def test_a_row_is_not_moved_to_the_samples_to_be_deleted(
    center: Center, session: Session, tmp_path: Path
) -> None:
    sample = stored_center(session, tmp_path, is_sample=True)
    statement = "UPDATE bodies SET organization_id = :id"
    assert REFUSAL in tried(session, statement, id=sample.organization.id)
    assert center.publications
