"""A workplace with a slip in it is set right, and what others have read of it stays."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from jobquality.access.states import AssessmentState
from jobquality.services.events import EventKind
from jobquality.store.assessments import change_assessment
from jobquality.store.employers import (
    Establishment,
    add_establishment,
    get_employer,
    list_establishments,
)
from jobquality.store.events import list_events
from jobquality.store.people import Person
from tests.live.assessments.assessing import stored_draft
from tests.live.factories import (
    NOON,
    log_in,
    stored_employer,
    stored_organization,
    stored_person,
)


@pytest.fixture
def person(session: Session, client: FlaskClient) -> Person:
    found = stored_person(session, stored_organization(session))
    log_in(client, found)
    return found


@pytest.fixture
def site(session: Session, person: Person) -> Establishment:
    """A workplace whose address holds a slip."""
    employer = stored_employer(session, person)
    made = Establishment(
        id="main",
        organization_id=person.organization_id,
        employer_id=employer.id,
        slug="main-street",
        name="Main Street",
        address="1 Mian St, Austin",
        place="48453",
        created_at=NOON,
    )
    add_establishment(session, made)
    return made


@pytest.fixture
def page(site: Establishment) -> str:
    return f"/en/work/employers/{site.employer_id}/workplaces/{site.id}"


def send(client: FlaskClient, to: str, **but: str) -> TestResponse:
    form = {"key": "1", "seen": "1", "name": "Main Street", "address": "1 Main St, Austin"}
    return client.post(to, data=form | {"place": "48453"} | but)


def now(session: Session, site: Establishment) -> Establishment:
    session.expire_all()
    (found,) = list_establishments(session, site.employer_id)
    return found


@pytest.fixture
def cover(session: Session, person: Person, site: Establishment) -> Callable[[str], None]:
    """Write an assessment of the workplace that stands where somebody says."""

    def write(state: str) -> None:
        draft = stored_draft(
            session, person, get_employer(session, site.employer_id), sites=(site.id,)
        )
        change_assessment(session, replace(draft, state=AssessmentState(state)))

    return write


def test_a_slip_is_set_right_and_the_log_says_which_field(
    client: FlaskClient, session: Session, site: Establishment, page: str
) -> None:
    shown = client.get(page).text
    done = send(client, page)

    assert "1 Mian St, Austin" in shown
    assert done.status_code == 303
    assert now(session, site).address == "1 Main St, Austin"
    assert now(session, site).slug == "main-street"
    (event,) = (e for e in list_events(session) if e.kind == EventKind.SITE_CORRECTED)
    assert event.details == {"fields": "address", "name": "Main Street"}


def test_while_only_drafts_name_it_it_can_be_corrected_and_not_removed(
    client: FlaskClient, cover: Callable[[str], None], page: str
) -> None:
    cover("draft")

    assert send(client, page).status_code == 303
    assert "Remove this workplace" not in client.get(page).text
    assert client.post(f"{page}/remove", data={"key": "2"}).status_code == 409
    assert "1 Main St, Austin" in client.get(page).text


@pytest.mark.parametrize("state", ["in_review", "approved", "notice", "published"])
def test_what_others_have_read_of_a_workplace_stays(
    client: FlaskClient, cover: Callable[[str], None], page: str, state: str
) -> None:
    cover(state)

    shown = client.get(page).text
    sent = send(client, page)

    assert "has read an assessment that names this workplace" in shown
    assert 'name="address"' not in shown
    assert sent.status_code == 409
    assert "1 Main St, Austin" in sent.text
    assert client.post(f"{page}/remove", data={"key": "2"}).status_code == 409
    assert "1 Mian St, Austin" in client.get(page.partition("/workplaces")[0]).text


def test_of_two_who_correct_it_the_second_sees_what_the_first_saved(
    client: FlaskClient, session: Session, site: Establishment, page: str
) -> None:
    send(client, page, address="1 Main Street, Austin")
    late = send(client, page, key="2", name="Main", address="1 Main Rd, Austin")

    assert late.status_code == 409
    assert 'value="1 Main Rd, Austin"' in late.text
    assert "Saved meanwhile: 1 Main Street, Austin" in late.text
    assert now(session, site).address == "1 Main Street, Austin"


def test_every_fault_is_named_and_nothing_is_changed(
    client: FlaskClient, session: Session, site: Establishment, page: str
) -> None:
    wrong = send(client, page, name="", place="Atlantis", headcount="-1")

    assert wrong.status_code == 422
    assert all(f'href="#{field}"' in wrong.text for field in ("name", "place", "headcount"))
    assert "1 Main St, Austin" in wrong.text
    assert now(session, site) == site


def test_one_that_was_listed_by_mistake_is_removed(
    client: FlaskClient, session: Session, site: Establishment, page: str
) -> None:
    done = client.post(f"{page}/remove", data={"key": "1"})

    assert done.status_code == 303
    assert list_establishments(session, site.employer_id) == ()
    assert client.get(page).status_code == 404
    assert EventKind.SITE_REMOVED in {event.kind for event in list_events(session)}
