"""D10: from SQLite to PostgreSQL and back, with every row, every head and every score."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from jobquality.services.events import EventKind, record
from jobquality.store.database import EVERY_ORGANIZATION, open_database
from jobquality.store.dumps import look_into
from jobquality.store.rows import Row
from tests.live.backups.places import Place, empty_postgresql
from tests.live.factories import NOON


@pytest.fixture
def other_kind(here: Place, tmp_path: Path, postgresql: str) -> Iterator[str]:
    """The address of an empty database of the other kind."""
    if here.url.startswith("postgresql"):
        yield f"sqlite:///{tmp_path / 'moved.sqlite'}"
    else:
        yield from empty_postgresql(postgresql, f"moved_{tmp_path.name}"[-60:].lower())


def everything(url: str) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table, as Python has them."""
    database = open_database(url)
    with database.reading(EVERY_ORGANIZATION) as session:
        connection = session.connection()
        found = {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in Row.metadata.sorted_tables
        }
    database.close()
    return found


def test_d10_every_row_is_the_same_in_the_other_kind_of_database(
    here: Place, other_kind: str
) -> None:
    done = here.call("move", "--to", other_kind)

    assert done.code == 0, done.err
    assert everything(other_kind) == everything(here.url)
    assert look_into(other_kind).heads == look_into(here.url).heads
    assert "3 entries are whole, 2 scores come out the same again" in done.out


def test_what_is_written_after_a_move_gets_the_next_number(here: Place, other_kind: str) -> None:
    def add(url: str) -> None:
        database = open_database(url)
        with database.transaction(EVERY_ORGANIZATION) as session:
            organization = next(iter(everything(here.url)["organizations"]))[0]
            record(
                session, None, EventKind.PUBLISHED,
                organization_id=str(organization), about="x", about_id="x", at=NOON,
            )  # fmt: skip
        database.close()

    add(here.url)
    here.call("move", "--to", other_kind)
    add(other_kind)

    assert len(everything(other_kind)["events"]) == 2


def test_nothing_is_moved_onto_rows_that_are_there(here: Place, other_kind: str) -> None:
    here.call("move", "--to", other_kind)
    before = everything(other_kind)

    again, onto_itself = here.call("move", "--to", other_kind), here.call("move", "--to", here.url)

    assert (again.code, onto_itself.code) == (1, 1)
    assert "not empty: it has rows in" in again.err
    assert "same database" in onto_itself.err
    assert everything(other_kind) == before


def test_no_table_points_to_itself_or_in_a_ring() -> None:
    """Rows are copied table by table, so each comes after those that it points to."""
    seen: set[str] = set()
    for table in Row.metadata.sorted_tables:
        pointed = {key.column.table.name for key in table.foreign_keys}
        assert pointed <= seen, table.name
        seen.add(table.name)
