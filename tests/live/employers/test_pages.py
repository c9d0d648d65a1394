from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from jobquality.access.actors import Role
from jobquality.store.employers import get_employer, list_employers, list_establishments
from jobquality.store.people import Person
from tests.live.factories import log_in, stored_employer, stored_organization, stored_person
from tests.live.reviews.browsing import without_secrets

LIST = "/en/work/employers"
NEW = "/en/work/employers/new"
DINER = {"key": "1", "name": "Elm Diner", "sector": "722511", "place": "Travis County, TX"}
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "{{7*7}} Diner",
    "=HYPERLINK(1) Diner",
    "Robert'); DROP TABLE employers;--",
)


@pytest.fixture
def person(session: Session, client: FlaskClient) -> Person:
    found = stored_person(session, stored_organization(session))
    session.flush()
    log_in(client, found)
    return found


def send(client: FlaskClient, to: str, /, **form: str) -> TestResponse:
    return client.post(to, data=form)


def test_whoever_is_not_logged_in_is_asked_to(client: FlaskClient) -> None:
    for address in (LIST, NEW, f"{LIST}/x", f"{LIST}/x/change", "/en/work/"):
        response = client.get(address)

        assert response.status_code == 302
        assert urlsplit(response.location).path == "/en/login"


def test_an_employer_is_added_and_shown_with_what_was_understood(
    client: FlaskClient, person: Person, session: Session
) -> None:
    response = send(client, NEW, **DINER, headcount="22", fact_tipped_workers="yes")
    page = client.get(response.location)

    assert response.status_code == 303
    assert "Travis (county), Texas" in page.text
    assert "Full-service restaurant" in page.text
    employer = list_employers(session)[0]
    assert employer.facts == {
        "place": "48453",
        "sector": "722511",
        "headcount": "22",
        "tipped_workers": "yes",
    }
    assert employer.created_by == person.id


@pytest.mark.usefixtures("person")
def test_a_double_click_adds_one_employer(client: FlaskClient, session: Session) -> None:
    first, second = send(client, NEW, **DINER), send(client, NEW, **DINER)

    assert first.location == second.location
    assert len(list_employers(session)) == 1


@pytest.mark.usefixtures("person")
def test_every_fault_of_the_form_is_named_at_once_and_nothing_typed_is_lost(
    client: FlaskClient,
) -> None:
    response = send(
        client,
        NEW,
        key="1",
        name="",
        sector="other",
        sector_code="7x",
        place="Atlantis",
        headcount="many",
        website="javascript:alert(1)",
        fact_tipped_workers="perhaps",
    )

    assert response.status_code == 422
    for field in ("name", "sector_code", "place", "headcount", "website", "fact_tipped_workers"):
        assert f'href="#{field}"' in response.text
    assert 'value="Atlantis"' in response.text
    assert 'value="many"' in response.text


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize(
    "website",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example",
        "http://127.0.0.1",
        "http://user:pw@example.org",
        "http://localhost:8000",
        "https://example.org/\u202egpj",
    ],
)
def test_a_website_that_is_no_public_page_is_refused(client: FlaskClient, website: str) -> None:
    response = send(client, NEW, **DINER, website=website)

    assert response.status_code == 422
    assert 'href="#website"' in response.text


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_shows_as_text_on_every_page(client: FlaskClient, name: str) -> None:
    address = send(client, NEW, **(DINER | {"name": name})).location

    for page in (address, f"{address}/change", LIST, "/en/work/"):
        text = client.get(page).text
        assert "<img src=x" not in text
        assert "49 Diner" not in text
        assert "onerror=alert" not in text.replace("onerror=alert(1)&gt;", "")


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize("name", ["Acme\u200bDiner", "Diner\u202e", "x" * 201, "a\x00b"])
def test_a_name_with_hidden_characters_or_no_end_is_refused(client: FlaskClient, name: str) -> None:
    assert send(client, NEW, **(DINER | {"name": name})).status_code == 422


@pytest.mark.usefixtures("person")
def test_a_twin_is_refused_and_the_other_employer_is_linked(client: FlaskClient) -> None:
    address = send(client, NEW, **DINER).location

    response = send(client, NEW, **(DINER | {"name": "\u0415lm Diner", "key": "2"}))

    assert response.status_code == 422
    assert f'<a href="{address}">Elm Diner</a>' in response.text
    assert 'name="is_another"' not in response.text


@pytest.mark.usefixtures("person")
def test_a_close_name_may_be_another_employer(client: FlaskClient) -> None:
    address = send(client, NEW, **(DINER | {"name": "Golden Dragon Kitchen"})).location
    close = DINER | {"name": "Golden Dragon Kitchens", "key": "2"}

    asked = send(client, NEW, **close)
    told = send(client, NEW, **(close | {"key": "3"}), is_another="yes")

    assert asked.status_code == 422
    assert f'href="{address}"' in asked.text
    assert 'name="is_another"' in asked.text
    assert told.status_code == 303


@pytest.mark.usefixtures("person")
def test_two_who_change_one_employer_see_both_versions(
    client: FlaskClient, session: Session
) -> None:
    address = send(client, NEW, **DINER).location
    theirs = DINER | {"key": "2", "version": "1", "headcount": "12"}
    send(client, f"{address}/change", **theirs)

    mine = send(client, f"{address}/change", **(theirs | {"key": "3", "headcount": "99"}))

    assert mine.status_code == 409
    assert 'value="99"' in mine.text
    assert "Saved by the other person: <b>12</b>" in mine.text
    assert list_employers(session)[0].headcount == 12
    again = DINER | {"key": "4", "version": "2", "headcount": "99"}
    assert send(client, f"{address}/change", **again).status_code == 303


@pytest.mark.usefixtures("person")
def test_the_conflict_page_shows_hostile_words_as_text(client: FlaskClient) -> None:
    address = send(client, NEW, **DINER).location
    theirs = DINER | {"key": "2", "version": "1", "legal_name": HOSTILE[0]}
    send(client, f"{address}/change", **theirs)

    page = send(client, f"{address}/change", **(theirs | {"key": "3", "legal_name": "<b>x"})).text

    assert "&lt;img src=x" in page
    assert "<img src=x" not in page
    assert "<b>x" not in page


def test_another_organizations_employer_is_not_found(client: FlaskClient, session: Session) -> None:
    theirs = stored_employer(session, stored_person(session, stored_organization(session)))
    log_in(client, stored_person(session, stored_organization(session)))
    foreign, unknown = f"{LIST}/{theirs.id}", f"{LIST}/nothing"

    for end in ("", "/change"):
        assert client.get(foreign + end).status_code == 404
        same = without_secrets(client.get(unknown + end).text)
        told = without_secrets(client.get(foreign + end).text)
        assert told == same.replace("/nothing", f"/{theirs.id}")
    for end in ("/change", "/workplaces"):
        assert send(client, foreign + end, **DINER).status_code == 404
    assert theirs.name not in client.get(LIST).text


def test_a_reviewer_looks_and_does_not_add(client: FlaskClient, session: Session) -> None:
    reviewer = stored_person(session, stored_organization(session), Role.REVIEWER)
    employer = stored_employer(session, reviewer)
    log_in(client, reviewer)

    assert client.get(f"{LIST}/{employer.id}").status_code == 200
    assert "/new" not in client.get(LIST).text
    assert client.get(NEW).status_code == 403
    assert send(client, NEW, **DINER).status_code == 403


@pytest.mark.usefixtures("person")
def test_a_search_finds_past_accents_and_says_when_there_is_nothing(client: FlaskClient) -> None:
    send(client, NEW, **(DINER | {"name": "Café Ñandú"}))

    assert "Café Ñandú" in client.get(f"{LIST}?q=nandu").text
    assert (
        "No employer here is called “<b>”".replace("<", "&lt;").replace(">", "&gt;")
        in client.get(f"{LIST}?q=<b>").text
    )


def test_a_workplace_is_added_with_all_faults_named(
    client: FlaskClient, person: Person, session: Session
) -> None:
    employer = stored_employer(session, person)
    address = f"{LIST}/{employer.id}/workplaces"

    wrong = send(client, address, key="1", name="", place="Atlantis", headcount="-1")
    right = send(client, address, key="2", name="Main Street", address="1 Main St", place="48453")

    assert wrong.status_code == 422
    assert all(f'href="#{field}"' in wrong.text for field in ("name", "place", "headcount"))
    assert right.status_code == 303
    assert [one.place for one in list_establishments(session, employer.id)] == ["48453"]
    assert "1 Main St" in client.get(f"{LIST}/{employer.id}").text


def test_the_form_shows_an_employer_as_it_is(
    client: FlaskClient, person: Person, session: Session
) -> None:
    employer = stored_employer(session, person, sector="493110", place="48453")

    page = client.get(f"{LIST}/{employer.id}/change").text

    assert '<option value="other" selected>' in page
    assert 'value="493110"' in page
    assert "We read: Travis (county), Texas" in page
    assert get_employer(session, employer.id) == employer


def test_a_spanish_form_is_refused_in_spanish(client: FlaskClient, person: Person) -> None:
    assert person.id
    wrong = {"place": "78701", "headcount": "veinte", "name": ""}

    response = send(client, NEW.replace("/en/", "/es/"), **{**DINER, **wrong})

    assert response.status_code == 422
    assert "No conocemos el lugar" in response.text
    assert "no es un número entero" in response.text
    assert "Falta esto: El nombre." in response.text
    assert "We do not know" not in response.text


CHAIN = 'id="fact_fast_food_chain_60"'
TIPS = 'id="fact_tipped_workers"'


@pytest.mark.usefixtures("person")
def test_what_only_one_state_asks_is_asked_there_alone(client: FlaskClient) -> None:
    texas = send(client, NEW, **DINER).location
    california = send(client, NEW, **DINER | {"key": "2", "name": "Oak Diner", "place": "CA"})
    county = {"key": "3", "name": "Bay Diner", "place": "Alameda County, CA"}
    in_a_county = send(client, NEW, **DINER | county).location

    assert CHAIN not in client.get(NEW).text
    assert CHAIN not in client.get(f"{texas}/change").text
    assert "fast food chain" not in client.get(texas).text
    for address in (california.location, in_a_county):
        assert "/change#fact_fast_food_chain_60" in client.get(address).text
        assert CHAIN in client.get(f"{address}/change").text
    for address in (NEW, f"{texas}/change", f"{in_a_county}/change"):
        assert TIPS in client.get(address).text


@pytest.mark.usefixtures("person")
def test_what_was_said_of_one_state_stays_in_sight_in_another(
    client: FlaskClient, session: Session
) -> None:
    said = {"key": "2", "place": "CA", "fact_fast_food_chain_60": "yes"}
    address = send(client, NEW, **DINER | said).location
    moved = {"key": "3", "version": "1", "place": "TX", "fact_fast_food_chain_60": "yes"}
    send(client, f"{address}/change", **DINER | moved)

    assert CHAIN in client.get(f"{address}/change").text
    assert list_employers(session)[0].facts["fast_food_chain_60"] == "yes"


@pytest.mark.usefixtures("person")
def test_a_form_that_is_shown_again_asks_for_the_place_that_was_typed(client: FlaskClient) -> None:
    shown = send(client, NEW, **DINER | {"name": "", "place": "California"})

    assert shown.status_code == 422
    assert CHAIN in shown.text
