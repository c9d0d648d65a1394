"""Every address × a guest reviewer: theirs are the few of one assessment, and nothing beside."""

import re
from dataclasses import dataclass
from itertools import count

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.services.guests import take_leave
from jobquality.services.people import Link
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.people import Person
from jobquality.store.tenancy import belong
from tests.live.conftest import NOON
from tests.live.factories import log_in, stored_person
from tests.live.web.routes import GUESTS, WORK
from tests.live.web.test_route_matrix import (  # noqa: F401 - fixtures of the same town
    DOORS,
    ask,
    database,
    names_in,
    other,
    own,
    settings,
    town,
)
from tests.live.web.worlds import RANDOM, World, stored_guest

_numbers = count(1)
OPEN = [door for door in DOORS if door[0] in GUESTS]
#: Ends the visit of whoever asks, so it would be the last one; it is asked elsewhere.
ENDS_IT = "accounts.erase_me"
SHUT = [door for door in DOORS if door[0] not in GUESTS and door[0] != ENDS_IT]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guests:
    """Two guests at the draft of `own`: one of the other organization, one without any role."""

    colleague: Person
    stranger: Person


@pytest.fixture
def guests(own: World, other: World, database: Database) -> Guests:  # noqa: F811 - pytest's own way
    return Guests(
        colleague=_invited(own, other, database, with_roles=True),
        stranger=_invited(own, own, database, with_roles=False),
    )


def _invited(host: World, home: World, doors: Database, *, with_roles: bool) -> Person:
    with doors.transaction(host.organization.id) as session:
        token = f"matrix-{next(_numbers)}"
        author = host.everything
        stored_guest(
            session, author, host.ids["assessment_id"], Link(id=f"of-{token}", token=token)
        )
        belong(session, home.organization.id)
        but: dict[str, object] = {} if with_roles else {"roles": frozenset()}
        person = stored_person(session, home.organization, **but)
        belong(session, EVERY_ORGANIZATION)
        take_leave(session, token, person, at=NOON)
    return person


def _as(app: Flask, person: Person) -> FlaskClient:
    return log_in(app.test_client(), person)


def test_the_addresses_that_let_guests_in_are_listed(app: Flask) -> None:
    letting = {name for name in WORK if getattr(app.view_functions[name], "guests", False)}

    assert letting == set(GUESTS)


def test_what_guests_may_open_opens_for_them(app: Flask, own: World, guests: Guests) -> None:  # noqa: F811 - as above
    for person in (guests.colleague, guests.stranger):
        told = {door: ask(_as(app, person), *door, dict(own.ids)).status_code for door in OPEN}

        assert {door: status for door, status in told.items() if status in {403, 404, 500}} == {}


def test_nothing_else_of_the_host_opens_for_a_guest_of_another_organization(
    app: Flask,
    own: World,  # noqa: F811 - as above
    guests: Guests,
) -> None:
    browser = _as(app, guests.colleague)

    for endpoint, method in SHUT:
        answer = ask(browser, endpoint, method, dict(own.ids))

        assert answer.status_code < 500, (endpoint, method)
        if names_in(endpoint):  # a form can be wrong before anything is looked for
            assert answer.status_code in {404, 422}, (endpoint, method)
        named = re.search(rf"{own.organization.name}(?!\d)", answer.text)
        assert named is None or endpoint == "desk.page", endpoint
        if endpoint.startswith("practice."):  # they practiced at home, as another account
            browser = _as(app, guests.colleague)


def test_nothing_at_all_opens_for_a_guest_without_a_role_but_their_own_account(
    app: Flask,
    own: World,  # noqa: F811 - as above
    guests: Guests,
) -> None:
    browser = _as(app, guests.stranger)

    told = {door: ask(browser, *door, dict(own.ids)).status_code for door in SHUT}

    opened = {endpoint for (endpoint, _), status in told.items() if status != 403}
    assert {name for name in opened if not name.startswith("accounts.")} == {"desk.page"}
    assert not opened & {"accounts.people", "accounts.organization", "accounts.invite"}


def test_a_guest_of_one_is_nobody_at_another(app: Flask, own: World, guests: Guests) -> None:  # noqa: F811 - as above
    for person, shut in ((guests.colleague, 404), (guests.stranger, 403)):
        for endpoint, method in OPEN:
            ids = dict.fromkeys(names_in(endpoint), RANDOM)
            answer = ask(_as(app, person), endpoint, method, {**own.ids, **ids})

            assert answer.status_code == shut, (endpoint, method)
