"""Whoever is removed is out on the next request, by whatever they came in. Source: T12.

A new kind of access is a table with a secret in it: one that is not named here fails.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.access.actors import Action
from jobquality.errors import NotFoundError
from jobquality.services.calendars import make_calendar
from jobquality.services.guests import InviteGuest, act_as_guest, invite_guest, take_leave
from jobquality.services.guests import open_guest_link as open_link
from jobquality.services.people import Link
from jobquality.services.steps import set_second_step
from jobquality.store.database import Database
from jobquality.store.links import LinkKind
from jobquality.store.people import Person
from jobquality.store.rows import Row
from jobquality.store.tenancy import EVERY_ORGANIZATION, belong
from jobquality.web.sessions import digest_of
from tests.live.accounts.members import (
    again,
    changed_by_two,
    organization_of,
    send_login,
    stored_member,
)
from tests.live.accounts.softkey import SoftKey
from tests.live.assessments.assessing import stored_draft
from tests.live.conftest import NOON
from tests.live.factories import log_in, stored_employer, stored_organization, stored_person

_SECRETS = re.compile(r"digest$|_key$|secret|credential|password|token")
#: Secrets that open nothing for a person.
NOT_A_PERSONS = {
    "setup_codes": "opens an installation that nobody is in yet",
    "outbox": "a link on its way to somebody else",
    "public_keys": "public",
    "employers": "a name to search by",
    "establishments": "a name to search by",
}


@dataclass(slots=True)
class Removed:
    """Somebody with every kind of access, and the one who removes them."""

    app: Flask
    database: Database
    person: Person
    boss: Person

    def browser(self) -> FlaskClient:
        return log_in(self.app.test_client(), self.person)


Ask = Callable[[], bool]


def a_visit(one: Removed) -> Ask:
    browser = one.browser()
    return lambda: browser.get("/en/work/").status_code == 200


def a_password(one: Removed) -> Ask:
    return lambda: send_login(one.app.test_client(), one.person).status_code == 302


def a_login_that_waits_for_its_second_step(one: Removed) -> Ask:
    with one.database.transaction(one.person.organization_id) as session:
        set_second_step(session, one.person.id, secret="x", at=NOON)
    waiting = one.app.test_client()
    send_login(waiting, one.person)
    return lambda: waiting.get("/en/login/code").status_code == 200


def a_token(one: Removed) -> Ask:
    form = {"purpose": "Forms", "scopes": ["read"], "days": "90", "key": "t"}
    page = one.browser().post("/en/me/tokens", data=form).text
    (secret,) = re.findall(r">(jq_\w+)<", page)
    headers = {"Authorization": f"Bearer {secret}"}
    ask = one.app.test_client()
    return lambda: ask.get("/api/v1/me", headers=headers).status_code == 200


def a_calendar(one: Removed) -> Ask:
    token = f"calendar-{one.person.id}"
    with one.database.transaction(one.person.organization_id) as session:
        make_calendar(session, one.person.actor, digest_of(token), at=NOON)
    client = one.app.test_client()
    return lambda: client.get(f"/calendar/{token}.ics").status_code == 200


def a_passkey(one: Removed) -> Ask:
    key = SoftKey()
    key.register(one.database, again(one.database, one.person))

    def ask() -> bool:
        client = one.app.test_client()
        answer = key.answer(client.get("/en/login").text)
        return client.post("/en/login/passkey", data={"credential": answer}).status_code == 302

    return ask


def a_recovery_code(one: Removed) -> Ask:
    page = one.browser().post("/en/me/recovery-codes", data={"key": "r"}).text
    codes = iter(re.findall(r'class="secret">([0-9A-Z-]{29})<', page))

    def ask() -> bool:
        client = one.app.test_client()
        send_login(client, one.person)
        client.post("/en/login/code", data={"recovery": next(codes)})
        return client.get("/en/work/").status_code == 200

    return ask


def an_invitation_of_theirs(one: Removed) -> Ask:
    form = {"name": "Friend", "roles": ["administrator"], "key": "i"}
    return _link(one, one.browser().post("/en/people/invite", data=form).text)


def a_link_for_their_password(one: Removed) -> Ask:
    office = log_in(one.app.test_client(), one.boss)
    page = office.post(f"/en/people/{one.person.id}/password-link", data={"key": "p"}).text
    return _link(one, page)


def _link(one: Removed, page: str) -> Ask:
    (link,) = re.findall(r"http://localhost:8000(/en/join/\w+)", page)
    return lambda: one.app.test_client().get(link).status_code == 200


def _guest(one: Removed, host: Person, token: str) -> str:
    with one.database.transaction(EVERY_ORGANIZATION) as session:
        belong(session, host.organization_id)
        draft = stored_draft(session, host, stored_employer(session, host))
        command = InviteGuest(
            link=Link(id=token, token=token),
            assessment_id=draft.id,
            name="A guest",
            affiliation="Another center",
        )
        invite_guest(session, host.actor, command, at=NOON)
    return draft.id


def a_guest_link_of_theirs(one: Removed) -> Ask:
    _guest(one, one.person, "theirs")

    def ask() -> bool:
        with one.database.reading(EVERY_ORGANIZATION) as session:
            try:
                open_link(session, "theirs", at=NOON)
            except NotFoundError:
                return False
        return True

    return ask


def a_review_as_a_guest_elsewhere(one: Removed) -> Ask:
    with one.database.transaction(EVERY_ORGANIZATION) as session:
        host = stored_person(session, stored_organization(session))
    draft = _guest(one, host, "elsewhere")
    with one.database.transaction(EVERY_ORGANIZATION) as session:
        take_leave(session, "elsewhere", again(one.database, one.person), at=NOON)
        assert act_as_guest(session, one.person, at=NOON, assessment_id=draft)
    browser = one.browser()
    place = f"/en/work/assessments/{draft}/review"
    return lambda: browser.get(place).status_code == 200


#: Every kind of access that a person can have, by the table that holds its secret.
GRANTS: dict[str, tuple[Callable[[Removed], Ask], ...]] = {
    "sessions": (a_visit, a_login_that_waits_for_its_second_step),
    "people": (a_password,),
    "tokens": (a_token,),
    "calendars": (a_calendar,),
    "passkeys": (a_passkey,),
    "recovery_codes": (a_recovery_code,),
    "invitations": (an_invitation_of_theirs, a_link_for_their_password),
    "guests": (a_guest_link_of_theirs, a_review_as_a_guest_elsewhere),
}


#: Doors of employers. They are no access of a person, and must not end when somebody leaves: an
#: employer would lose its right to reply. But whoever made one knows its address, so each is
#: listed and given a new one: tests/live/links.
LEFT_TO_OTHERS = {
    "notices": LinkKind.NOTICE,
    "questionnaires": LinkKind.QUESTIONS,
    "after_links": LinkKind.AFTER,
}


def test_every_table_with_a_secret_is_a_kind_of_access_that_is_asked_below() -> None:
    secret = {
        table.name
        for table in Row.metadata.sorted_tables
        if any(_SECRETS.search(column.name) for column in table.columns)
    }

    known = set(GRANTS) | set(NOT_A_PERSONS) | set(LEFT_TO_OTHERS)
    assert secret - known == set(), "name it, and say how it ends"
    assert set(GRANTS) | set(LEFT_TO_OTHERS) <= secret
    assert set(LEFT_TO_OTHERS.values()) == set(LinkKind)


@pytest.fixture
def one(app: Flask, database: Database) -> Removed:
    """Somebody with every role, whom another administrator can remove."""
    boss = stored_member(app, database)
    organization = organization_of(database, boss)
    person = stored_member(app, database, of=organization)
    return Removed(app=app, database=database, person=person, boss=boss)


def test_whoever_is_removed_is_out_on_the_next_request_by_every_way_in(one: Removed) -> None:
    gives = [give for kinds in GRANTS.values() for give in kinds]
    asks = {give.__name__: give(one) for give in gives}
    opened = {name: ask() for name, ask in asks.items()}
    assert all(opened.values()), opened

    closed = changed_by_two(one.app, one.database, one.boss, one.person, "close")

    assert closed.status_code == 303
    assert {name: ask() for name, ask in asks.items()} == dict.fromkeys(asks, False)


def test_whoever_loses_the_role_of_administrator_manages_nobody_on_the_next_request(
    one: Removed,
) -> None:
    theirs = one.browser()

    changed_by_two(one.app, one.database, one.boss, one.person, "demote")

    assert not again(one.database, one.person).actor.may(Action.MANAGE)
    assert theirs.get("/en/organization").status_code == 403
