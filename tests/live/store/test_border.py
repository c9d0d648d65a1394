"""T9, the second wall: what PostgreSQL itself shows to whom, were a query to forget it."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import ProgrammingError

from jobquality.store.border import is_above, say_whose
from jobquality.store.database import EVERY_ORGANIZATION, Database, make_engine, open_database
from jobquality.store.employers import is_slug_taken
from jobquality.store.rows import OfOrganization, Row
from jobquality.store.schema import migrate
from tests.live.factories import stored_employer, stored_organization, stored_person

COUNT = text("SELECT count(*) FROM employers")
MOVE = text("UPDATE employers SET organization_id = :theirs")


@dataclass
class Walled:
    """Two organizations with an employer each, their database, and bare SQL beside it."""

    database: Database
    bare: Engine
    ours: str
    theirs: str


@pytest.fixture
def walled(empty_url: str) -> Iterator[Walled]:
    migrate(empty_url)
    bare, ids = make_engine(empty_url), []
    with closing(open_database(empty_url)) as database:
        for number in ("one", "two"):
            with database.transaction() as session:
                made = stored_organization(session)
                stored_employer(session, stored_person(session, made), slug=f"diner-{number}")
                ids.append(made.id)
        yield Walled(database, bare, *ids)
    bare.dispose()


def shown(connection: Connection, whose: str | None) -> int:
    say_whose(connection, whose)
    return int(connection.scalar(COUNT) or 0)


only_postgresql = pytest.mark.parametrize("empty_url", ["postgresql"], indirect=True)


@only_postgresql
def test_t9_plain_sql_that_names_nobody_finds_no_row(walled: Walled) -> None:
    with walled.bare.begin() as connection:
        assert connection.scalar(COUNT) == 0
        assert [shown(connection, one) for one in (None, "", "nobody")] == [0, 0, 0]


@only_postgresql
def test_t9_plain_sql_finds_the_rows_of_the_organization_that_is_named(walled: Walled) -> None:
    with walled.bare.begin() as connection:
        found = [shown(connection, one) for one in (walled.ours, walled.theirs)]

        assert (found, shown(connection, EVERY_ORGANIZATION)) == ([1, 1], 2)


@only_postgresql
def test_t9_what_was_named_ends_with_the_transaction(walled: Walled) -> None:
    with walled.bare.connect() as connection:
        with connection.begin():
            assert shown(connection, EVERY_ORGANIZATION) == 2
        with connection.begin():
            assert connection.scalar(COUNT) == 0


@only_postgresql
def test_t9_no_row_is_moved_to_another_organization(walled: Walled) -> None:
    with walled.bare.connect() as here:
        say_whose(here, walled.ours)
        with pytest.raises(ProgrammingError, match="row-level security"):
            here.execute(MOVE, {"theirs": walled.theirs})


@only_postgresql
def test_t9_a_session_tells_the_database_whose_it_is(walled: Walled) -> None:
    with walled.database.reading(walled.ours) as session:
        assert session.connection().scalar(COUNT) == 1
    with walled.database.reading() as session:
        assert session.connection().scalar(COUNT) == 0


@only_postgresql
def test_t9_a_question_past_the_border_leaves_the_wall_standing(walled: Walled) -> None:
    with walled.database.reading(walled.ours) as session:
        assert is_slug_taken(session, "diner-two")
        assert session.connection().scalar(COUNT) == 1


@only_postgresql
def test_t9_the_wall_stands_before_every_table_of_organizations(walled: Walled) -> None:
    mappers = Row.registry.mappers
    wanted = {str(one.local_table) for one in mappers if issubclass(one.class_, OfOrganization)}
    query = "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity"

    with walled.bare.begin() as connection:
        assert set(connection.scalars(text(query))) == wanted
        assert not is_above(connection)
        assert wanted < set(inspect(connection).get_table_names())
