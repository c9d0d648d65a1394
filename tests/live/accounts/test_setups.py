from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Barrier, Thread

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.access.actors import Role
from jobquality.app import create_app, prepare
from jobquality.config import Settings
from jobquality.errors import ConflictError, ForbiddenError
from jobquality.services.accounts import (
    NewPerson,
    Opening,
    digest_of_code,
    new_setup_code,
    offer_setup,
    open_installation,
)
from jobquality.services.organizations import OrganizationCommand
from jobquality.store.database import EVERY_ORGANIZATION, Database, open_database
from jobquality.store.organizations import list_organizations
from jobquality.store.people import find_person, list_people
from tests.live.accounts.members import PASSWORD, is_in
from tests.live.conftest import NOON
from tests.live.factories import stored_organization, stored_person

FORM = {
    "organization_name": "Centro Ñandú",
    "contact": "errors@nandu.test",
    "region": "Harris County, Texas",
    "funding": "Members",
    "languages": ["en", "es"],
    "time_zone": "America/Chicago",
    "name": "Ana Flores",
    "email": "Ana@Nandu.test",
    "password": PASSWORD,
}


@pytest.fixture
def code(database: Database) -> str:
    """The code that was printed at the start."""
    return offered(database)


def offered(database: Database, at: datetime = NOON) -> str:
    code = new_setup_code()
    with database.transaction(EVERY_ORGANIZATION) as session:
        assert offer_setup(session, code, at=at)
    return code


def type_code(client: FlaskClient, code: str) -> FlaskClient:
    client.post("/en/setup", data={"code": code})
    return client


def opens(client: FlaskClient, code: str) -> bool:
    return client.post("/en/setup", data={"code": code}).status_code == 302


def test_a_code_has_a_hundred_random_bits_and_no_look_alike_letters() -> None:
    codes = {new_setup_code() for _ in range(100)}

    assert len(codes) == 100
    assert all(len(code.replace("-", "")) == 20 for code in codes)
    assert not set("".join(codes)) & set("ILOU")


def test_a_code_may_be_typed_as_people_type() -> None:
    assert digest_of_code("7K20-1V00") == digest_of_code(" 7k2o iuoO ")


def test_an_empty_installation_leads_to_the_setup(client: FlaskClient) -> None:
    assert "/en/setup" in client.get("/en/").text
    assert client.get("/en/login").location == "/en/setup"
    assert client.get("/es/login").location == "/es/setup"


def test_the_start_page_of_an_empty_installation_sets_no_cookie(client: FlaskClient) -> None:
    assert "Set-Cookie" not in client.get("/en/").headers


def test_the_setup_is_over_when_somebody_real_is_here(app: Flask, database: Database) -> None:
    with database.transaction() as session:
        stored_person(session, stored_organization(session))
    client = app.test_client()

    assert "/en/setup" not in client.get("/en/").text
    assert client.get("/en/setup").location == "/en/login"
    assert client.get("/en/setup/organization").location == "/en/login"
    with database.transaction(EVERY_ORGANIZATION) as session:
        assert not offer_setup(session, new_setup_code(), at=NOON)


def test_people_of_samples_do_not_count(app: Flask, database: Database) -> None:
    with database.transaction() as session:
        stored_person(session, stored_organization(session, is_sample=True))

    assert app.test_client().get("/en/login").location == "/en/setup"


def test_the_first_person_gets_every_role_and_is_logged_in(
    client: FlaskClient, database: Database, code: str
) -> None:
    response = type_code(client, code).post("/es/setup/organization", data=FORM)

    with database.reading(EVERY_ORGANIZATION) as session:
        (person,), (organization,) = list_people(session), list_organizations(session)
    assert response.location == "/es/work/"
    assert (person.name, person.email, person.language) == ("Ana Flores", "ana@nandu.test", "es")
    assert person.roles == frozenset(Role)
    assert person.organization_id == organization.id
    assert (organization.slug, organization.is_sample) == ("centro-nandu", False)
    assert PASSWORD not in (person.password_hash or "")
    assert is_in(client)


def test_the_second_form_is_shut_without_the_code(client: FlaskClient, database: Database) -> None:
    response = client.post("/en/setup/organization", data=FORM)

    assert response.location == "/en/setup"
    with database.reading(EVERY_ORGANIZATION) as session:
        assert not list_people(session)


@pytest.mark.usefixtures("code")
def test_a_wrong_code_opens_nothing(client: FlaskClient) -> None:
    response = client.post("/es/setup", data={"code": "0000-0000-0000-0000-0000"})

    assert response.status_code == 403
    assert "Este código no abre nada" in response.text


def test_a_new_start_ends_the_old_code(client: FlaskClient, database: Database, code: str) -> None:
    newer = offered(database)

    assert not opens(client, code)
    assert opens(client, newer)


def test_a_code_is_good_for_one_day(client: FlaskClient, database: Database) -> None:
    assert not opens(client, offered(database, NOON - timedelta(hours=24)))
    assert opens(client, offered(database, NOON - timedelta(hours=23, minutes=59)))


def test_only_the_digest_of_a_code_is_kept(database: Database, code: str) -> None:
    from sqlalchemy import text  # noqa: PLC0415 - the one look below the store

    with database.reading(EVERY_ORGANIZATION) as session:
        rows = str(session.execute(text("SELECT * FROM setup_codes")).all())
    assert code not in rows
    assert code.replace("-", "") not in rows


def test_every_fault_of_the_form_is_told_at_once_and_nothing_typed_is_lost(
    client: FlaskClient, code: str
) -> None:
    form = FORM | {"contact": "", "email": "ana", "languages": [], "password": "short"}

    response = type_code(client, code).post("/en/setup/organization", data=form)

    assert response.status_code == 422
    for place in ("contact", "email", "languages", "password"):
        assert f'<a href="#{place}">' in response.text
    assert 'value="Centro Ñandú"' in response.text
    assert "short" not in response.text.partition('id="password"')[2].partition(">")[0]


def test_guessing_codes_is_slowed_down(client: FlaskClient, code: str) -> None:
    answers = [client.post("/en/setup", data={"code": "0"}).status_code for _ in range(11)]

    assert answers == [403] * 10 + [429]
    assert client.post("/en/setup", data={"code": code}).status_code == 429


def opening(code: str, number: int) -> Opening:
    return Opening(
        digest=digest_of_code(code),
        organization_id=f"organization-{number}",
        organization=OrganizationCommand(
            name="A", contact="b", region="c", funding="d", languages=("en",), time_zone="UTC"
        ),
        person=NewPerson(
            id=f"first-{number}",
            name="A",
            email=f"{number}@a.test",
            password_hash="x",
            session_key=f"key-{number}",
            language="en",
        ),
    )


def test_of_two_who_set_up_at_once_one_wins(settings: Settings, empty_url: str) -> None:
    prepare(replace(settings, database_url=empty_url), at=NOON)
    database = open_database(empty_url)
    code, both = offered(database), Barrier(2)

    def run(number: int) -> None:
        both.wait()
        with (
            suppress(ConflictError, ForbiddenError),
            database.transaction(EVERY_ORGANIZATION) as session,
        ):
            open_installation(session, opening(code, number), at=NOON)

    threads = [Thread(target=run, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with database.reading(EVERY_ORGANIZATION) as session:
        assert len(list_people(session)) == len(list_organizations(session)) == 1
    database.close()


def test_a_setup_that_was_overtaken_says_so(
    settings: Settings, database: Database, code: str
) -> None:
    clients = [
        create_app(settings, database=database, clock=lambda: NOON).test_client() for _ in range(2)
    ]
    for client in clients:
        client.application.config["WTF_CSRF_ENABLED"] = False
        type_code(client, code)

    answers = [
        client.post("/en/setup/organization", data=FORM | {"email": f"{number}@a.test"})
        for number, client in enumerate(clients)
    ]

    assert [answer.location for answer in answers] == ["/en/work/", "/en/login"]
    with database.reading(EVERY_ORGANIZATION) as session:
        assert find_person(session, email="1@a.test") is None
