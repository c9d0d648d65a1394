import re
from contextlib import suppress
from dataclasses import replace
from threading import Barrier, Thread

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.access.actors import Role
from jobquality.app import prepare
from jobquality.config import Settings
from jobquality.errors import ConflictError, RefusedError
from jobquality.services.people import change_roles
from jobquality.store.database import Database, open_database
from jobquality.store.organizations import Organization
from jobquality.store.people import Person, list_people
from jobquality.store.tenancy import EVERY_ORGANIZATION
from tests.live.accounts.members import (
    again,
    changed_by_two,
    is_in,
    organization_of,
    send_login,
    stored_member,
)
from tests.live.conftest import NOON
from tests.live.factories import log_in, stored_organization, stored_person


@pytest.fixture
def boss(app: Flask, database: Database) -> Person:
    """An administrator."""
    return stored_member(app, database)


@pytest.fixture
def organization(database: Database, boss: Person) -> Organization:
    """The administrator's organization."""
    return organization_of(database, boss)


@pytest.fixture
def member(app: Flask, database: Database, organization: Organization) -> Person:
    """An advocate of the same organization."""
    return stored_member(app, database, Role.ADVOCATE, of=organization)


@pytest.fixture
def office(app: Flask, boss: Person) -> FlaskClient:
    """The administrator's browser."""
    return log_in(app.test_client(), boss)


def test_everybody_sees_who_works_here_and_only_administrators_see_addresses(
    app: Flask, office: FlaskClient, boss: Person, member: Person
) -> None:
    theirs = log_in(app.test_client(), member).get("/en/people").text

    assert boss.name in theirs
    assert (boss.email or "") not in theirs
    assert "<form" not in theirs.partition("<main")[2]
    assert (member.email or "") in office.get("/en/people").text


def test_nobody_sees_the_people_of_another_organization(
    app: Flask, database: Database, office: FlaskClient
) -> None:
    stranger = stored_member(app, database, name="Stranger Danger")

    assert stranger.name not in office.get("/en/people").text


def test_roles_change_on_the_next_request(
    app: Flask, database: Database, office: FlaskClient, member: Person
) -> None:
    browser = log_in(app.test_client(), member)
    assert browser.get("/en/organization").status_code == 403
    form = {"roles": ["administrator", "reviewer", "king"], "seen": "1", "key": "k"}

    assert office.post(f"/en/people/{member.id}/roles", data=form).location == "/en/people"

    assert again(database, member).roles == {Role.ADMINISTRATOR, Role.REVIEWER}
    assert browser.get("/en/organization").status_code == 200


def test_roles_that_somebody_else_changed_meanwhile_are_not_overwritten(
    database: Database, office: FlaskClient, member: Person
) -> None:
    def change(role: str) -> int:
        form = {"roles": [role], "seen": "1", "key": role}
        return office.post(f"/en/people/{member.id}/roles", data=form).status_code

    assert [change("reviewer"), change("administrator")] == [302, 409]
    assert again(database, member).roles == {Role.REVIEWER}


def test_somebody_without_any_role_is_not_made(office: FlaskClient, member: Person) -> None:
    answer = office.post(f"/en/people/{member.id}/roles", data={"seen": "1", "key": "k"})

    assert answer.status_code == 409
    assert "Choose one role at least" in answer.text


def test_a_closed_account_is_out_on_the_next_request(
    app: Flask, database: Database, office: FlaskClient, member: Person
) -> None:
    browser = app.test_client()
    send_login(browser, member)
    assert is_in(browser)

    office.post(f"/en/people/{member.id}/close", data={"key": "k"})

    assert not is_in(browser)
    assert send_login(browser, member).status_code == 401
    assert not again(database, member).active


def test_a_closed_account_leaves_no_open_link_behind(
    app: Flask, database: Database, organization: Organization, boss: Person, office: FlaskClient
) -> None:
    other = stored_member(app, database, of=organization)
    theirs = log_in(app.test_client(), other)
    form = {"name": "Friend", "roles": ["administrator"], "key": "k"}
    page = theirs.post("/en/people/invite", data=form).text
    own = office.post(f"/en/people/{other.id}/password-link", data={"key": "p"}).text
    links = [re.findall(r"http://localhost:8000(/en/join/\w+)", one)[0] for one in (page, own)]
    assert [app.test_client().get(link).status_code for link in links] == [200, 200]

    changed_by_two(app, database, boss, other, "close")

    assert [app.test_client().get(link).status_code for link in links] == [404, 404]


def test_an_account_can_be_opened_again(
    app: Flask, database: Database, office: FlaskClient, member: Person
) -> None:
    browser = log_in(app.test_client(), member)
    office.post(f"/en/people/{member.id}/close", data={"key": "c"})
    office.post(f"/en/people/{member.id}/reopen", data={"key": "r"})

    assert again(database, member).active
    assert not is_in(browser), "an old visit stays over"
    assert send_login(browser, member).status_code == 302


@pytest.mark.parametrize("form", [("close", {}), ("roles", {"roles": ["reviewer"], "seen": "1"})])
def test_the_last_administrator_cannot_be_removed(
    database: Database, office: FlaskClient, boss: Person, form: tuple[str, dict[str, object]]
) -> None:
    answer = office.post(f"/en/people/{boss.id}/{form[0]}", data={"key": "k"} | form[1])

    assert answer.status_code == 409
    assert "last administrator" in answer.text
    assert again(database, boss) == boss


def test_an_administrator_who_cannot_log_in_does_not_count(
    app: Flask, database: Database, organization: Organization, office: FlaskClient, boss: Person
) -> None:
    stored_member(app, database, of=organization, active=False)
    stored_member(app, database, of=organization, password_hash=None)

    assert office.post(f"/en/people/{boss.id}/close", data={"key": "k"}).status_code == 409


def test_two_administrators_who_step_down_at_once_leave_one(
    settings: Settings, empty_url: str
) -> None:
    settings = replace(settings, database_url=empty_url)
    prepare(settings, at=NOON)
    database, both = open_database(empty_url), Barrier(2)
    with database.transaction(EVERY_ORGANIZATION) as session:
        organization = stored_organization(session)
        pair = [stored_person(session, organization, password_hash="x") for _ in range(2)]

    def step_down(actor: Person) -> None:
        both.wait()
        with (
            suppress(RefusedError, ConflictError),
            database.transaction(actor.organization_id) as session,
        ):
            change_roles(
                session, actor.actor, actor.id, frozenset({Role.REVIEWER}), seen=1, at=NOON
            )

    threads = [Thread(target=step_down, args=(one,)) for one in pair]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with database.reading(organization.id) as session:
        left = [one for one in list_people(session) if Role.ADMINISTRATOR in one.roles]
    assert len(left) == 1
    database.close()


def test_somebody_who_lost_their_phone_is_asked_for_the_password_only(
    app: Flask, database: Database, organization: Organization, office: FlaskClient
) -> None:
    lost = stored_member(app, database, of=organization, totp_secret="x", second_factor="y")
    assert send_login(app.test_client(), lost).location == "/en/login/code"

    office.post(f"/en/people/{lost.id}/second-step-off", data={"key": "k"})

    assert send_login(app.test_client(), lost).location == "/en/work/"


def test_a_hostile_name_is_shown_as_text(app: Flask, database: Database) -> None:
    name = "<img src=x onerror=alert(1)>{{7*7}}"
    person = stored_member(app, database, name=name)

    page = log_in(app.test_client(), person).get("/en/people").text

    assert "<img src=x" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;{{7*7}}" in page


ADMIN_FORM = {
    "organization_name": "New Name",
    "contact": "errors@new.test",
    "region": "Ohio",
    "funding": "Members",
    "languages": ["es"],
    "time_zone": "America/Chicago",
    "seen": "1",
    "key": "k",
}


def test_an_administrator_changes_the_organization_and_its_address_stays(
    database: Database, office: FlaskClient, organization: Organization, boss: Person
) -> None:
    answer = office.post("/en/organization", data=ADMIN_FORM)

    changed = organization_of(database, boss)
    assert answer.location == "/en/organization?saved=yes"
    assert (changed.name, changed.languages, changed.version) == ("New Name", ("es",), 2)
    assert changed.slug == organization.slug
    assert "Saved" in office.get("/en/organization?saved=yes").text


def test_two_who_change_the_organization_both_see_what_the_other_wrote(
    database: Database, office: FlaskClient, boss: Person
) -> None:
    office.post("/en/organization", data=ADMIN_FORM)

    answer = office.post(
        "/es/organization", data=ADMIN_FORM | {"organization_name": "Mine", "key": "k2"}
    )

    assert answer.status_code == 409
    assert "Otra persona cambió esto" in answer.text
    assert "New Name" in answer.text
    assert 'value="Mine"' in answer.text
    assert organization_of(database, boss).name == "New Name"
    (seen,) = re.findall(r'name="seen" value="(\d+)"', answer.text)
    form = ADMIN_FORM | {"organization_name": "Mine", "seen": seen, "key": "k3"}
    office.post("/es/organization", data=form)
    assert organization_of(database, boss).name == "Mine"


def test_a_time_zone_that_does_not_exist_is_refused(office: FlaskClient) -> None:
    answer = office.post("/en/organization", data=ADMIN_FORM | {"time_zone": "Mars/Olympus"})

    assert answer.status_code == 422
    assert "Time zone: Please choose one of these." in answer.text


def test_an_older_name_of_a_time_zone_stays_until_somebody_chooses_another(
    office: FlaskClient,
) -> None:
    office.post("/en/organization", data=ADMIN_FORM | {"time_zone": "US/Central"})
    page = office.get("/es/organization").text

    assert '<option value="US/Central" selected>US/Central</option>' in page
    assert page.count(" selected>") == 1
    assert '<optgroup label="Estados Unidos">' in page


def test_invisible_characters_are_refused_in_a_sentence(office: FlaskClient) -> None:
    answer = office.post(
        "/es/organization", data=ADMIN_FORM | {"organization_name": "Cen\u202etro"}
    )

    assert answer.status_code == 422
    assert "carácter invisible" in answer.text
