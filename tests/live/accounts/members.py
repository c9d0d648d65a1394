"""People who can log in, and what a browser does for them."""

import re
from functools import cache

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from jobquality.access.actors import Role
from jobquality.services.accountchanges import list_changes
from jobquality.store.database import Database
from jobquality.store.organizations import Organization
from jobquality.store.people import Person, get_person
from jobquality.store.tenancy import EVERY_ORGANIZATION
from jobquality.web.security import hashed
from tests.live.factories import log_in, stored_organization, stored_person

PASSWORD = "river lamp copper seventeen"
ANOTHER = "seven clouds over a mill"


@cache
def kept(password: str) -> str:
    """Return the hash of a password; made once, for it is slow on purpose."""
    return hashed(password)


def hash_of(app: Flask, password: str = PASSWORD) -> str:
    with app.app_context():
        return kept(password)


def stored_member(
    app: Flask, database: Database, *roles: Role, of: Organization | None = None, **but: object
) -> Person:
    """Write somebody who can log in with PASSWORD; with no organization named, in a new one."""
    with database.transaction(EVERY_ORGANIZATION) as session:
        organization = of or stored_organization(session)
        session.info["organization"] = EVERY_ORGANIZATION
        return stored_person(
            session, organization, *roles, **{"password_hash": hash_of(app), **but}
        )


def again(database: Database, person: Person) -> Person:
    """Return the person as they are now."""
    with database.reading(EVERY_ORGANIZATION) as session:
        return get_person(session, person.id)


def organization_of(database: Database, person: Person) -> Organization:
    from jobquality.store.organizations import get_organization  # noqa: PLC0415 - one use

    with database.reading(EVERY_ORGANIZATION) as session:
        return get_organization(session, person.organization_id)


def send_login(client: FlaskClient, person: Person, **but: str) -> TestResponse:
    """Send the login form as this person would."""
    form = {"email": person.email or "", "password": PASSWORD} | but
    return client.post("/en/login", data=form)


def changed_by_two(
    app: Flask, database: Database, boss: Person, person: Person, change: str
) -> TestResponse:
    """Let one administrator propose a change of somebody's account, and a reviewer carry it out."""
    organization = organization_of(database, boss)
    second = stored_member(app, database, Role.REVIEWER, of=organization)
    form = {"change": change, "reason": "We spoke about it.", "key": f"{change} {person.id}"}
    asked = log_in(app.test_client(), boss).post(f"/en/people/{person.id}/propose", data=form)
    assert asked.status_code == 303, asked.text
    with database.reading(organization.id) as session:
        (proposal,) = list_changes(session)[person.id]
    return log_in(app.test_client(), second).post(
        f"/en/people/proposals/{proposal.id}", data={"verdict": "accept", "key": proposal.id}
    )


def is_in(client: FlaskClient) -> bool:
    """Say whether the browser is somebody's."""
    return client.get("/en/me").status_code == 200


def key_of(client: FlaskClient, name: str = "jq") -> str:
    """Return the key of the browser's visit, or an empty text."""
    cookie = client.get_cookie(name)
    return cookie.value if cookie else ""


def values_of(page: str, name: str) -> list[str]:
    """Return the values of the hidden fields of that name."""
    return re.findall(rf'name="{name}" value="([^"]*)"', page)
