from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from jobquality.access.actors import Role
from jobquality.rubrics.catalog import shipped
from jobquality.store.people import Person
from jobquality.store.rates import Rate, add_rate, list_rates
from tests.live.factories import NOON, log_in, stored_organization, stored_person

PAGE = "/en/work/rates"
WAGE = {
    "key": "1",
    "parameter": "living_wage",
    "place": "Travis County, TX",
    "value": "21.37",
    "first": "2025-01-01",
    "source": "Our wage board, minutes of 2025-01-12",
    "as_of": "2025-01-12",
    "check_by": "2026-01-31",
}


@pytest.fixture
def person(session: Session, client: FlaskClient) -> Person:
    found = stored_person(session, stored_organization(session))
    log_in(client, found)
    return found


@pytest.mark.usefixtures("person")
def test_a_figure_is_added_as_it_was_written_and_shown_as_due(
    client: FlaskClient, session: Session
) -> None:
    response = client.post(PAGE, data=WAGE)
    page = client.get(PAGE).text

    assert response.status_code == 303
    assert [(one.place, one.value) for one in list_rates(session)] == [("48453", "21.37")]
    assert "Travis (county), Texas" in page
    assert "Due: it should have been looked up again by January 31, 2026." in page


@pytest.mark.usefixtures("person")
def test_every_fault_is_named_at_once(client: FlaskClient, session: Session) -> None:
    response = client.post(
        PAGE,
        data={
            "key": "1",
            "parameter": "living_wages",
            "place": "Atlantis",
            "value": "€21",
            "first": "03/04/2025",
            "source": "",
            "as_of": "2030-01-01",
            "check_by": "2029-01-01",
        },
    )

    assert response.status_code == 422
    for field in WAGE.keys() - {"key"}:
        assert f'href="#{field}"' in response.text
    assert "Did you mean &#39;living_wage&#39;?" in response.text
    assert not list_rates(session)


@pytest.mark.parametrize("typed", ["17.50", "17,50", "$17.50", " 17,5 "])
@pytest.mark.usefixtures("person")
def test_an_amount_is_read_as_people_write_it_and_said_as_understood(
    client: FlaskClient, session: Session, typed: str
) -> None:
    response = client.post(f"{PAGE}".replace("/en/", "/es/"), data={**WAGE, "value": typed})

    assert response.status_code == 303
    assert [one.value for one in list_rates(session)] == ["17.5"]
    assert "$17.50" in client.get(PAGE).text


@pytest.mark.usefixtures("person")
def test_a_place_that_may_be_a_city_is_asked_about_and_then_taken_as_chosen(
    client: FlaskClient, session: Session
) -> None:
    asked = client.post(PAGE, data={**WAGE, "place": "Austin"})

    assert asked.status_code == 422
    assert "may be a county or a city" in asked.text
    assert 'name="place_is" value="48015"' in asked.text
    assert not list_rates(session)

    chosen = {"place_asked": "Austin", "place_is": "48015"}
    client.post(PAGE, data={**WAGE, **chosen, "place": "Travis County, TX"})
    client.post(PAGE, data={**WAGE, **chosen, "place": "Austin", "key": "2"})
    assert {one.place for one in list_rates(session)} == {"48453", "48015"}


@pytest.mark.usefixtures("person")
def test_a_figure_is_never_changed(client: FlaskClient, session: Session) -> None:
    client.post(PAGE, data=WAGE)

    response = client.post(PAGE, data=WAGE | {"key": "2", "value": "99"})

    assert response.status_code == 422
    assert "already: 21.37" in response.text
    assert [one.value for one in list_rates(session)] == ["21.37"]


@pytest.mark.usefixtures("person")
def test_a_figure_against_one_that_ships_is_refused(client: FlaskClient) -> None:
    row = next(row for row in shipped().parameters.by_id["minimum_wage"].rows if row.place == "us")
    against = {"parameter": "minimum_wage", "place": "us", "first": row.first.isoformat()}

    response = client.post(PAGE, data=WAGE | against)

    assert response.status_code == 422
    assert "A figure that ships for this place and day says 7.25." in response.text


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize("value", ["0", "-1", "1e3", "nan", "1,00,0", "9" * 41])
def test_what_is_no_amount_is_refused(client: FlaskClient, value: str) -> None:
    response = client.post(PAGE, data=WAGE | {"value": value})

    assert response.status_code == 422
    assert 'href="#value"' in response.text


def test_only_administrators_add_figures_and_everybody_reads_them(
    client: FlaskClient, session: Session
) -> None:
    log_in(client, stored_person(session, stored_organization(session), Role.ADVOCATE))

    assert "An administrator of your organization" in client.get(PAGE).text
    assert client.post(PAGE, data=WAGE).status_code == 403


@pytest.mark.usefixtures("person")
def test_figures_of_another_organization_are_not_shown(
    client: FlaskClient, session: Session
) -> None:
    client.post(PAGE, data=WAGE)
    log_in(client, stored_person(session, stored_organization(session)))

    assert "21.37" not in client.get(PAGE).text.replace("such as 21.37", "")


def test_a_figure_that_is_out_of_use_says_so(
    client: FlaskClient, person: Person, session: Session
) -> None:
    add_rate(
        session,
        Rate(
            id="gone",
            organization_id=person.organization_id,
            parameter="no_longer_known",
            place="48",
            first=date(2025, 1, 1),
            value="3",
            source="<b>somewhere",
            as_of=date(2025, 1, 1),
            check_by=date(2030, 1, 1),
            added_by=person.id,
            added_at=NOON,
        ),
    )

    page = client.get(PAGE).text

    assert "Not used:" in page
    assert "<b>somewhere" not in page
