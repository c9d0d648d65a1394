"""Each organization reads and writes its own rows, however a query is written."""

from collections.abc import Callable

import pytest
from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.orm import Session, aliased

from jobquality.errors import NotFoundError
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.employers import Employer, get_employer, list_employers
from jobquality.store.organizations import Organization
from jobquality.store.people import Person
from jobquality.store.rows import EmployerRow, OfOrganization, PersonRow, Row
from jobquality.store.tenancy import belong
from tests.live.factories import stored_employer, stored_organization, stored_person

_UNNARROWED = {"organizations", "editions", "setup_codes", "sessions", "limits"}


class House:
    """Two organizations with a person and an employer each."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.theirs = self._made()
        self.ours = self._made()
        session.expunge_all()

    def _made(self) -> tuple[Organization, Person, Employer]:
        organization = stored_organization(self.session)
        person = stored_person(self.session, organization)
        return organization, person, stored_employer(self.session, person)

    def as_(self, who: str | None) -> Session:
        """Return the session as it belongs to somebody else."""
        self.session.expunge_all()
        return belong(self.session, who)


@pytest.fixture
def house(session: Session) -> House:
    """Two organizations; the session belongs to the second."""
    return House(session)


Query = Callable[[Session], list[str]]


def _by_select(session: Session) -> list[str]:
    return list(session.scalars(select(EmployerRow.id)))


def _by_rows(session: Session) -> list[str]:
    return [row.id for row in session.scalars(select(EmployerRow))]


def _by_join(session: Session) -> list[str]:
    joined = select(EmployerRow.id).join(PersonRow, PersonRow.id == EmployerRow.created_by)
    return list(session.scalars(joined))


def _by_joined_other(session: Session) -> list[str]:
    """Their employers through a join that starts at people of all."""
    joined = (
        select(EmployerRow.id)
        .select_from(PersonRow)
        .join(EmployerRow, EmployerRow.created_by == PersonRow.id)
    )
    return list(session.scalars(joined))


def _by_alias(session: Session) -> list[str]:
    another = aliased(EmployerRow)
    return list(session.scalars(select(another.id)))


def _by_subquery(session: Session) -> list[str]:
    inner = select(EmployerRow.id.label("id")).subquery()
    return list(session.scalars(select(inner.c.id)))


def _by_exists(session: Session) -> list[str]:
    inner = select(EmployerRow.id).where(EmployerRow.created_by == PersonRow.id).exists()
    found = session.scalars(select(PersonRow.id).where(inner))
    return [f"employer-of-{person}" for person in found]


def _by_union(session: Session) -> list[str]:
    both = select(EmployerRow.id).union(select(EmployerRow.id))
    return list(session.scalars(both))


def _by_legacy_query(session: Session) -> list[str]:
    return [row.id for row in session.query(EmployerRow)]


_QUERIES: dict[str, Query] = {
    "select": _by_select,
    "rows": _by_rows,
    "join": _by_join,
    "join from people": _by_joined_other,
    "alias": _by_alias,
    "subquery": _by_subquery,
    "exists": _by_exists,
    "union": _by_union,
    "legacy query": _by_legacy_query,
}


@pytest.mark.parametrize("name", _QUERIES)
def test_a_query_finds_the_rows_of_one_organization(house: House, name: str) -> None:
    assert len(_QUERIES[name](house.as_(house.ours[0].id))) == 1
    assert len(_QUERIES[name](house.as_(house.theirs[0].id))) == 1


@pytest.mark.parametrize("name", _QUERIES)
def test_a_query_of_nobody_finds_nothing(house: House, name: str) -> None:
    assert _QUERIES[name](house.as_(None)) == []
    assert _QUERIES[name](house.as_("")) == []


@pytest.mark.parametrize("name", _QUERIES)
def test_a_query_of_everybody_finds_all(house: House, name: str) -> None:
    assert len(_QUERIES[name](house.as_(EVERY_ORGANIZATION))) == 2


def test_rows_are_counted_for_one_organization(house: House) -> None:
    counted = select(func.count()).select_from(EmployerRow)
    assert house.as_(house.ours[0].id).scalar(counted) == 1
    assert house.as_(None).scalar(counted) == 0
    assert house.as_(EVERY_ORGANIZATION).scalar(counted) == 2


def test_two_sessions_one_after_the_other_are_not_mixed_up(house: House) -> None:
    """A criterion that SQLAlchemy remembered would give the first one's rows."""
    found = [
        _by_select(house.as_(organization.id))
        for organization in (house.ours[0], house.theirs[0], house.ours[0])
    ]
    ours, theirs = [house.ours[2].id], [house.theirs[2].id]
    assert found == [ours, theirs, ours]


def test_a_row_of_another_is_not_got_by_its_id(house: House) -> None:
    session = house.as_(house.ours[0].id)
    assert session.get(EmployerRow, house.theirs[2].id) is None
    assert session.get(EmployerRow, house.ours[2].id) is not None


def test_a_row_that_is_in_memory_is_not_got_by_another(house: House) -> None:
    session = house.as_(house.theirs[0].id)
    assert session.get(EmployerRow, house.theirs[2].id) is not None
    assert house.as_(house.ours[0].id).get(EmployerRow, house.theirs[2].id) is None


def test_another_employer_reads_like_one_that_never_was(house: House) -> None:
    session = house.as_(house.ours[0].id)
    with pytest.raises(NotFoundError) as foreign:
        get_employer(session, house.theirs[2].id)
    with pytest.raises(NotFoundError) as unknown:
        get_employer(session, "nobody")
    assert str(foreign.value) == str(unknown.value)


def test_an_update_changes_the_rows_of_one_organization(house: House) -> None:
    session = house.as_(house.ours[0].id)
    session.execute(update(EmployerRow).values(name="Renamed"))
    names = {one.id: one.name for one in list_employers(house.as_(EVERY_ORGANIZATION))}
    assert names[house.ours[2].id] == "Renamed"
    assert names[house.theirs[2].id] != "Renamed"


def test_a_delete_removes_the_rows_of_one_organization(house: House) -> None:
    session = house.as_(house.ours[0].id)
    session.execute(delete(EmployerRow))
    left = list_employers(house.as_(EVERY_ORGANIZATION))
    assert [one.id for one in left] == [house.theirs[2].id]


@pytest.mark.parametrize("change", [update(EmployerRow).values(name="x"), delete(EmployerRow)])
def test_nobody_changes_nothing(house: House, change: object) -> None:
    house.as_(None).execute(change)  # type: ignore[call-overload]  # either kind of change
    left = list_employers(house.as_(EVERY_ORGANIZATION))
    assert {one.name for one in left} == {house.ours[2].name, house.theirs[2].name}


@pytest.mark.parametrize("who", ["ours", None, ""])
def test_a_row_is_not_written_for_another(house: House, who: str | None) -> None:
    house.as_(house.ours[0].id if who == "ours" else who)
    with pytest.raises(RuntimeError, match="was written by a session"):
        stored_employer(house.session, house.theirs[1])
    house.session.expunge_all()


def test_a_row_is_not_changed_for_another(house: House) -> None:
    session = house.as_(house.theirs[0].id)
    row = session.get_one(EmployerRow, house.theirs[2].id)
    belong(session, house.ours[0].id)
    row.name = "Renamed"
    with pytest.raises(RuntimeError, match="was written by a session"):
        session.flush()
    session.expunge_all()


def test_a_row_is_not_deleted_for_another(house: House) -> None:
    session = house.as_(house.theirs[0].id)
    row = session.get_one(EmployerRow, house.theirs[2].id)
    belong(session, house.ours[0].id)
    session.delete(row)
    with pytest.raises(RuntimeError, match="was written by a session"):
        session.flush()
    session.expunge_all()


def test_a_row_is_not_given_away(house: House) -> None:
    session = house.as_(house.ours[0].id)
    row = session.get_one(EmployerRow, house.ours[2].id)
    row.organization_id = house.theirs[0].id
    with pytest.raises(RuntimeError, match="was written by a session"):
        session.flush()
    session.expunge_all()


def test_every_table_belongs_to_organizations_or_is_known_not_to() -> None:
    tables = {mapper.class_: mapper.local_table.name for mapper in Row.registry.mappers}  # type: ignore[attr-defined]  # each mapper has one table
    narrowed = {name for kind, name in tables.items() if issubclass(kind, OfOrganization)}
    assert set(tables.values()) - narrowed == _UNNARROWED


_UNNARROWABLE = {
    "plain SQL": text("SELECT id FROM employers"),
    "a bare table": select(EmployerRow.__table__.c.id),
    "an insert": insert(EmployerRow).values(id="x", organization_id="y"),
    "an update in plain SQL": text("UPDATE employers SET name = 'x'"),
}


@pytest.mark.parametrize("name", _UNNARROWABLE)
@pytest.mark.parametrize("who", ["ours", None])
def test_what_cannot_be_narrowed_is_refused(house: House, name: str, who: str | None) -> None:
    session = house.as_(house.ours[0].id if who == "ours" else who)
    with pytest.raises(RuntimeError, match="cannot be narrowed"):
        session.execute(_UNNARROWABLE[name])  # type: ignore[call-overload]  # every kind of statement
