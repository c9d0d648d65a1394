from datetime import date
from fractions import Fraction

from sqlalchemy.orm import Session

from jobquality.rubrics.catalog import shipped
from jobquality.services.figures import is_overruled, parameters_of
from jobquality.store.people import Person
from jobquality.store.rates import Rate, add_rate
from tests.live.factories import NOON, stored_organization, stored_person

TEXAS = {"place": "48453", "headcount": "22", "sector": "722511"}


def rate(person: Person, **but: object) -> Rate:
    given: dict[str, object] = {
        "id": "rate",
        "organization_id": person.organization_id,
        "parameter": "living_wage",
        "place": "48",
        "first": date(2025, 1, 1),
        "value": "21.37",
        "source": "Our wage board, minutes of 2025-01-12",
        "as_of": date(2025, 1, 12),
        "check_by": date(2026, 1, 31),
        "added_by": person.id,
        "added_at": NOON,
    }
    return Rate(**given | but)  # type: ignore[arg-type]  # a test says what it needs


def test_an_organizations_rate_is_looked_up_exactly_as_written(session: Session) -> None:
    person = stored_person(session, stored_organization(session))
    add_rate(session, rate(person))

    found = parameters_of(session, shipped()).look_up(
        "living_wage", profile=TEXAS, on=date(2025, 6, 1)
    )

    assert found.row.value == Fraction(2137, 100)
    assert not found.due


def test_a_rate_past_its_check_date_is_due(session: Session) -> None:
    person = stored_person(session, stored_organization(session))
    add_rate(session, rate(person))

    found = parameters_of(session, shipped()).look_up(
        "living_wage", profile=TEXAS, on=date(2026, 6, 1)
    )

    assert found.due


def test_a_rate_holds_until_the_next_one_starts(session: Session) -> None:
    person = stored_person(session, stored_organization(session))
    for index, (first, value) in enumerate([("2026-01-01", "20"), ("2025-01-01", "22")]):
        add_rate(
            session,
            rate(
                person,
                id=f"rate{index}",
                parameter="minimum_wage",
                first=date.fromisoformat(first),
                value=value,
            ),
        )

    parameters = parameters_of(session, shipped())

    for on, dollars in (("2025-12-31", 22), ("2026-01-01", 20)):
        found = parameters.look_up("minimum_wage", profile=TEXAS, on=date.fromisoformat(on))
        assert found.row.value == dollars


def test_another_organizations_rate_is_not_seen(session: Session) -> None:
    add_rate(session, rate(stored_person(session, stored_organization(session))))
    stored_organization(session)

    assert not parameters_of(session, shipped()).by_id["living_wage"].rows


def test_a_rate_that_a_later_release_contradicts_stops_nobodys_scores(session: Session) -> None:
    person = stored_person(session, stored_organization(session))
    against = rate(person, parameter="minimum_wage", place="us", first=date(2009, 7, 24))
    gone = rate(person, id="gone", parameter="no_longer_known")
    for one in (against, gone):
        add_rate(session, one)

    assert parameters_of(session, shipped()) == shipped().parameters
    assert is_overruled(against, shipped().parameters)
    assert is_overruled(gone, shipped().parameters)


def test_a_rate_that_starts_later_leaves_the_days_before_as_they_were(session: Session) -> None:
    """Otherwise no score of a day before could be corrected any more, nor a draft go on."""
    person = stored_person(session, stored_organization(session))
    known, before = "health_affordability", date(2026, 2, 20)
    add_rate(session, rate(person, parameter=known, first=date(2026, 3, 16), value="5"))

    parameters = parameters_of(session, shipped())

    ours = parameters.look_up(known, profile=TEXAS, on=date(2026, 3, 16))
    then = parameters.look_up(known, profile=TEXAS, on=before)
    assert ours.row.value == 5
    assert then.row == shipped().parameters.look_up(known, profile=TEXAS, on=before).row
