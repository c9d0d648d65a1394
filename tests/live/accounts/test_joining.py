import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from jobquality.access.actors import Role
from jobquality.config import Settings
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.people import Person, find_person, list_people
from tests.live.accounts.members import (
    ANOTHER,
    again,
    is_in,
    organization_of,
    send_login,
    stored_member,
)
from tests.live.conftest import NOON, placed
from tests.live.factories import log_in

JOINING = {"name": "Luis Ortega", "email": "luis@center.test", "password": ANOTHER}
Now = list[datetime]


@pytest.fixture
def now() -> Now:
    """The moment it is; a test may change it."""
    return [NOON]


@pytest.fixture
def timed(made_app: Flask, settings: Settings, database: Database, now: Now) -> Iterator[Flask]:
    """The application, by a clock that a test may set."""
    with placed(made_app, settings, database, lambda: now[0]) as here:
        yield here


@pytest.fixture
def boss(timed: Flask, database: Database) -> Person:
    """An administrator."""
    return stored_member(timed, database)


@pytest.fixture
def office(timed: Flask, boss: Person) -> FlaskClient:
    """The administrator's browser."""
    return log_in(timed.test_client(), boss)


@pytest.fixture
def guest(timed: Flask) -> FlaskClient:
    """The browser of somebody new."""
    return timed.test_client()


def link_in(page: str) -> str:
    found = re.search(r"http://localhost:8000(/\w\w/join/\w+)", page)
    assert found
    return found[1]


@pytest.fixture
def link(office: FlaskClient) -> str:
    """An open link for a reviewer."""
    return invited(office, "k1")


def invited(office: FlaskClient, key: str) -> str:
    form = {"name": "Luis", "roles": ["reviewer"], "key": key}
    return link_in(office.post("/en/people/invite", data=form).text)


def is_over(guest: FlaskClient, link: str) -> bool:
    seen, sent = guest.get(link), guest.post(link, data=JOINING)
    assert seen.status_code == sent.status_code
    return seen.status_code == 404


def test_somebody_joins_by_a_link_with_the_roles_they_were_given(
    guest: FlaskClient, database: Database, boss: Person, link: str
) -> None:
    assert "Reviewer" in guest.get(link).text

    response = guest.post(link.replace("/en/", "/es/"), data=JOINING)

    with database.reading(EVERY_ORGANIZATION) as session:
        joined = find_person(session, email="luis@center.test")
    assert joined is not None
    assert response.location == "/es/work/"
    assert (joined.name, joined.language, set(joined.roles)) == (
        "Luis Ortega",
        "es",
        {Role.REVIEWER},
    )
    assert joined.organization_id == boss.organization_id
    assert is_in(guest)


def test_a_link_works_once(guest: FlaskClient, timed: Flask, link: str) -> None:
    guest.post(link, data=JOINING)

    assert is_over(timed.test_client(), link)


def test_a_link_works_for_seven_days(guest: FlaskClient, now: Now, link: str) -> None:
    now[0] += timedelta(days=7) - timedelta(seconds=1)
    assert guest.get(link).status_code == 200

    now[0] += timedelta(seconds=1)
    assert is_over(guest, link)


def test_a_link_can_be_withdrawn(guest: FlaskClient, office: FlaskClient, link: str) -> None:
    page = office.get("/en/people").text
    (withdraw,) = re.findall(r'action="(/en/invitations/\w+/withdraw)"', page)

    assert office.post(withdraw, data={"key": "w"}).location == "/en/people"

    assert is_over(guest, link)
    assert "/withdraw" not in office.get("/en/people").text


def test_a_link_that_never_was_reads_like_one_that_is_over(guest: FlaskClient, link: str) -> None:
    guest.post(link, data=JOINING)

    random = link[:-64] + "0" * 64
    used, never = guest.get(link), guest.get(random)

    assert used.status_code == never.status_code == 404
    assert used.text.replace(link[3:], "") == never.text.replace(random[3:], "")
    assert "This link opens nothing any more" in never.text


def test_only_the_digest_of_a_link_is_kept(database: Database, link: str) -> None:
    token = link.rpartition("/")[2]

    with database.reading(EVERY_ORGANIZATION) as session:
        tables = ("invitations", "intents", "sessions")
        rows = [session.execute(text(f"SELECT * FROM {one}")).all() for one in tables]  # noqa: S608 - our own names
    assert token not in str(rows)


def test_a_second_click_shows_the_same_link_and_makes_no_other(
    office: FlaskClient, link: str
) -> None:
    assert invited(office, "k1") == link
    assert office.get("/en/people").text.count("/withdraw") == 1
    assert invited(office, "k2") != link


def test_an_address_with_an_account_is_refused_and_the_link_stays_open(
    guest: FlaskClient, boss: Person, link: str
) -> None:
    response = guest.post(link, data=JOINING | {"email": boss.email})

    assert response.status_code == 422
    assert "There is an account with this e-mail address already" in response.text
    assert guest.get(link).status_code == 200


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("short", "At least 12 characters"),
        ("x" * 1025, "at most 1024"),
        ("password12345", "Many people use"),
        ("luisortega luis", "names that others here know"),
        ("aaaaaaaaaaaaaaaa", "Many people use"),
    ],
)
def test_a_password_that_can_be_guessed_is_refused(
    guest: FlaskClient, link: str, password: str, sentence: str
) -> None:
    response = guest.post(link, data=JOINING | {"password": password})

    assert response.status_code == 422
    assert sentence in response.text


@pytest.mark.parametrize(
    "password", ["  two blanks  at both ends ", "ñandú 木 😀 río lámpara", "x1" * 512]
)
def test_long_passwords_with_any_characters_are_taken_exactly(
    guest: FlaskClient, timed: Flask, database: Database, link: str, password: str
) -> None:
    known = password if password[0] != "x" else "".join(chr(33 + n % 90) for n in range(1024))
    guest.post(link, data=JOINING | {"password": known})
    with database.reading(EVERY_ORGANIZATION) as session:
        joined = find_person(session, email="luis@center.test")
    assert joined is not None
    client = timed.test_client()

    assert send_login(client, joined, password=known.strip() + "!").status_code == 401
    assert send_login(client, joined, password=known).status_code == 302


def test_guessing_links_is_slowed_down(guest: FlaskClient, link: str) -> None:
    answers = [guest.get(f"/en/join/{number}").status_code for number in range(11)]

    assert answers == [404] * 10 + [429]
    assert guest.get(link).status_code == 429


def test_an_invitation_says_every_fault(office: FlaskClient) -> None:
    response = office.post("/es/people/invite", data={"name": "", "roles": ["king"], "key": "k"})

    assert response.status_code == 422
    assert '<a href="#name">' in response.text
    assert '<a href="#roles">' in response.text
    assert "Complete este campo" in response.text


def roles_offered(office: FlaskClient) -> list[str]:
    return re.findall(r'id="newroles-(\w+)"[^>]* checked', office.get("/en/people").text)


@pytest.fixture
def colleague(timed: Flask, database: Database, boss: Person) -> Person:
    """An advocate of the same organization."""
    organization = organization_of(database, boss)
    return stored_member(timed, database, Role.ADVOCATE, of=organization, totp_secret="kept")


def test_the_second_person_is_offered_to_review_too_and_the_third_is_not(
    timed: Flask, database: Database, boss: Person, office: FlaskClient
) -> None:
    assert roles_offered(office) == ["advocate", "reviewer"]

    organization = organization_of(database, boss)
    stored_member(timed, database, Role.ADVOCATE, of=organization, totp_secret="kept")
    assert roles_offered(office) == ["advocate"]


def test_somebody_who_forgot_their_password_gets_a_link_for_another(
    guest: FlaskClient, office: FlaskClient, database: Database, colleague: Person
) -> None:
    page = office.post(f"/en/people/{colleague.id}/password-link", data={"key": "k"}).text
    renewal = link_in(page)
    before = log_in(guest.application.test_client(), colleague)
    assert is_in(before)

    assert colleague.name in guest.get(renewal).text
    response = guest.post(renewal, data={"password": ANOTHER})

    assert response.location == "/en/login"
    assert not is_in(guest), "a new password does not log in: the second step is still asked"
    assert not is_in(before)
    assert again(database, colleague).totp_secret == "kept"
    assert send_login(guest, colleague).status_code == 401
    assert send_login(guest, colleague, password=ANOTHER).location == "/en/login/code"
    assert is_over(guest, renewal)


def test_a_link_for_another_password_works_for_one_day(
    guest: FlaskClient, office: FlaskClient, now: Now, colleague: Person
) -> None:
    page = office.post(f"/en/people/{colleague.id}/password-link", data={"key": "k"}).text
    now[0] += timedelta(days=1)

    assert is_over(guest, link_in(page))


def test_two_who_take_one_link_at_once_make_one_account(
    timed: Flask, database: Database, link: str
) -> None:
    take: Callable[[int], int] = lambda number: (  # noqa: E731 - one line, twice
        timed.test_client().post(link, data=JOINING | {"email": f"{number}@a.test"}).status_code
    )

    assert [take(1), take(2)] == [302, 404]
    with database.reading(EVERY_ORGANIZATION) as session:
        assert len(list_people(session)) == 2
