"""Every address × every role × own, another's or no organization.

The list of addresses is `routes.py`; one that is missing there fails here.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

import pytest
from flask import Flask, url_for
from flask.testing import FlaskClient
from sqlalchemy import Connection, Engine
from sqlalchemy.orm import sessionmaker
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from jobquality.access.actors import ALLOWED, WEIGHTY, Action, Role
from jobquality.app import create_app
from jobquality.config import Settings
from jobquality.http import (
    DATA_POLICY,
    DOOR_POLICY,
    EMBED_POLICY,
    FILE_POLICY,
    PAGE_POLICY,
    WORK_POLICY,
)
from jobquality.store.database import Database
from tests.live.factories import log_in, stored_person
from tests.live.reviews.browsing import without_secrets
from tests.live.web.routes import (
    API,
    ELSEWHERE,
    FORMS,
    FRESH,
    HEALTH,
    LINK,
    LOGGED_OUT,
    OPEN_FORM,
    PUBLIC,
    STATIC,
    WITH_PASSKEYS,
    WORK,
)
from tests.live.web.worlds import RANDOM, SHARED, World, stored_world

_LISTS = (PUBLIC, ELSEWHERE, OPEN_FORM, LINK, API, HEALTH, STATIC, LOGGED_OUT, WORK)
_keys = count(1)


def rules() -> tuple[Rule, ...]:
    """Return every rule of an application, without a database."""
    settings = Settings.from_environ({"SECRET_KEY": "k" * 32, "JOBQUALITY_DATA": "nowhere"})
    return tuple(create_app(settings).url_map.iter_rules())


RULES = {rule.endpoint: rule for rule in rules()}


def methods(endpoint: str) -> list[str]:
    """Return what an address takes; nothing where there is none of that name."""
    known = RULES[endpoint].methods if endpoint in RULES else None
    return sorted((known or set()) & {"GET", "POST"})


def names_in(endpoint: str) -> set[str]:
    """Return the parameters of an address that name something of somebody's."""
    return RULES[endpoint].arguments - {"language", *SHARED}


DOORS = [(endpoint, method) for endpoint in sorted(WORK) for method in methods(endpoint)]
#: What gives out a file from somebody, or a picture of it.
FILES = {
    "disputes.paper",
    "copies.file",
    "copies.original",
    "copies.preview",
    "evidence.file",
    "notices.open_paper",
    "evidence.version",
}
WITH_IDS = [(*door, name) for door in DOORS for name in sorted(names_in(door[0]))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """Two organizations in one database, written once: each test undoes what it did there."""

    connection: Connection
    database: Database
    folder: Path
    own: World
    other: World


@pytest.fixture(scope="module")
def town(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Two organizations."""
    folder = tmp_path_factory.mktemp("town")
    with engine.connect() as connection:
        outer = connection.begin()
        sessions = sessionmaker(connection, join_transaction_mode="create_savepoint")
        database = Database(sessions, sessions, connection.close)
        with database.transaction() as session:
            own, other = stored_world(session, folder), stored_world(session, folder)
        yield Town(connection=connection, database=database, folder=folder, own=own, other=other)
        outer.rollback()


@pytest.fixture
def database(town: Town) -> Iterator[Database]:
    """The town's database, as it was before the test."""
    with town.connection.begin_nested() as step:
        yield town.database
        step.rollback()


@pytest.fixture
def settings(town: Town) -> Settings:
    """Settings of the town's installation."""
    return Settings.from_environ({"JOBQUALITY_DATA": str(town.folder), "SECRET_KEY": "k" * 32})


@pytest.fixture
def own(town: Town) -> World:
    """The organization of whoever asks."""
    return town.own


@pytest.fixture
def other(town: Town) -> World:
    """Another organization."""
    return town.other


def address(app: Flask, endpoint: str, ids: dict[str, str]) -> str:
    """Return the address of an endpoint in English."""
    rule = RULES[endpoint]
    values = {name: value for name, value in {**SHARED, **ids}.items() if name in rule.arguments}
    if "language" in rule.arguments:
        values["language"] = "en"
    with app.test_request_context():
        return url_for(endpoint, **values)  # type: ignore[arg-type]  # each is a text


def ask(client: FlaskClient, endpoint: str, method: str, ids: dict[str, str]) -> TestResponse:
    """Knock at a door, with a form that is as whole as it can be."""
    place = address(client.application, endpoint, ids)
    if method == "GET":
        return client.get(place)
    form = {**FORMS.get(endpoint, {}), "key": f"key-{next(_keys)}"}
    return client.post(place, data=form, buffered=True)


def test_every_address_is_listed_once_and_every_listed_one_exists() -> None:
    listed = Counter(chain.from_iterable(_LISTS))

    assert set(listed) - set(RULES) == set(), "listed in routes.py, but no address"
    assert set(RULES) - set(listed) == set(), "an address that routes.py does not list"
    assert [name for name, times in listed.items() if times > 1] == []


def test_an_endpoint_has_one_address() -> None:
    assert [
        name for name, times in Counter(rule.endpoint for rule in rules()).items() if times > 1
    ] == []


@pytest.mark.parametrize("endpoint", sorted(WORK))
def test_the_view_asks_for_the_action_that_is_listed(app: Flask, endpoint: str) -> None:
    assert getattr(app.view_functions[endpoint], "needs", None) == WORK[endpoint]


@pytest.mark.parametrize("endpoint", sorted(WORK))
def test_what_is_weighty_asks_for_a_fresh_proof(app: Flask, endpoint: str) -> None:
    assert getattr(app.view_functions[endpoint], "fresh", False) is (endpoint in FRESH)


@pytest.mark.parametrize(("endpoint", "method"), [one for one in DOORS if WORK[one[0]] in WEIGHTY])
def test_what_is_weighty_asks_for_a_second_step(
    app: Flask, database: Database, own: World, endpoint: str, method: str
) -> None:
    with database.transaction(own.organization.id) as session:
        plain = stored_person(session, own.organization, second_factor=None)
    answer = ask(log_in(app.test_client(), plain), endpoint, method, dict(own.ids))

    assert answer.status_code == 403
    assert "This needs a second step" in answer.text


@pytest.mark.parametrize("name", sorted({name for _, _, name in WITH_IDS}))
def test_every_parameter_of_the_work_has_a_thing_of_ours(own: World, name: str) -> None:
    assert own.ids[name]


@pytest.mark.parametrize(("endpoint", "method"), DOORS)
def test_nobody_who_is_not_logged_in_comes_to_the_work(
    client: FlaskClient, own: World, endpoint: str, method: str
) -> None:
    answer = ask(client, endpoint, method, dict(own.ids))

    assert answer.status_code == 302
    assert (answer.location or "").startswith("/en/login")


@pytest.mark.parametrize(("endpoint", "method"), DOORS)
def test_a_role_without_the_action_is_refused(
    app: Flask, own: World, endpoint: str, method: str
) -> None:
    for role in set(Role) - ALLOWED[WORK[endpoint]]:
        client = log_in(app.test_client(), own.people[role])

        answer = ask(client, endpoint, method, dict(own.ids))

        assert answer.status_code == 403, role
        assert "This needs the role" in answer.text


@pytest.mark.parametrize("door", WITH_IDS, ids="-".join)
def test_what_belongs_to_another_organization_does_not_exist(
    client: FlaskClient, own: World, other: World, door: tuple[str, str, str]
) -> None:
    endpoint, method, name = door
    log_in(client, own.everything)
    theirs = other.ids[name]
    nobodys = (RANDOM * (len(theirs) // len(RANDOM) + 1))[: len(theirs)]

    foreign = ask(client, endpoint, method, {**own.ids, name: theirs})
    random = ask(client, endpoint, method, {**own.ids, name: nobodys})

    assert foreign.status_code == random.status_code == 404
    told = without_secrets(foreign.text).replace(theirs, "·")
    assert told == without_secrets(random.text).replace(nobodys, "·")
    assert headers_of(foreign) == headers_of(random)
    assert other.organization.name not in foreign.text


def headers_of(answer: TestResponse) -> list[tuple[str, str]]:
    """Return all headers, the length of the page among them.

    Left out: the number of the request, and the cookie of the visit, which its first page sets.
    """
    own = {"X-Request-ID", "Set-Cookie"}
    return sorted((name, value) for name, value in answer.headers if name not in own)


#: These need more than ids: an answer that waits, a question of a reviewer. Their own tests knock.
_NEED_MORE = {"assessments.choose", "reviews.done"}


@pytest.mark.parametrize(
    ("endpoint", "method"),
    [one for one in DOORS if names_in(one[0]) and one[0] not in _NEED_MORE],
)
def test_what_is_ours_exists(client: FlaskClient, own: World, endpoint: str, method: str) -> None:
    log_in(client, own.everything)

    answer = ask(client, endpoint, method, dict(own.ids))

    # Else the test above would say nothing: a door that opens for nobody is shut to strangers too.
    assert answer.status_code not in {403, 404, 500}


@pytest.mark.parametrize(("endpoint", "method"), [one for one in DOORS if one[1] == "GET"])
def test_pages_at_work_are_kept_by_no_cache_and_run_our_own_script_at_most(
    client: FlaskClient, own: World, endpoint: str, method: str
) -> None:
    log_in(client, own.everything)

    headers = ask(client, endpoint, method, dict(own.ids)).headers

    assert headers["Cache-Control"] == "private, no-store"
    assert "Cookie" in headers["Vary"]
    no_script, is_file = endpoint.startswith("accounts."), endpoint in FILES
    if endpoint in WITH_PASSKEYS:
        assert headers["Content-Security-Policy"] == DOOR_POLICY
        return
    policy = PAGE_POLICY if no_script else FILE_POLICY if is_file else WORK_POLICY
    assert headers["Content-Security-Policy"] == policy


def test_nobody_is_allowed_everything_and_every_action_is_used() -> None:
    assert all(
        any(role not in allowed for role in Role)
        for action, allowed in ALLOWED.items()
        if action != Action.LOOK
    )
    assert set(WORK.values()) == set(Action)


#: All the policies that there are; what of them may be framed is the embed's alone.
POLICIES = {PAGE_POLICY, WORK_POLICY, DOOR_POLICY, FILE_POLICY, DATA_POLICY, EMBED_POLICY}


def test_no_address_but_the_embed_is_framed_by_anybody(app: Flask, own: World) -> None:
    stranger, member = app.test_client(), log_in(app.test_client(), own.everything)
    wrong = []
    for endpoint in sorted(RULES):
        if "GET" not in methods(endpoint):
            continue
        ids = dict.fromkeys(RULES[endpoint].arguments - set(SHARED), "nothing")
        ids |= dict(own.ids) if endpoint in WORK else {}
        place = address(app, endpoint, ids | _CHOSEN)
        for browser in (stranger, member):
            with browser.get(place) as answer:
                policy = answer.headers["Content-Security-Policy"]
            is_right = policy in POLICIES and (policy == EMBED_POLICY) is (
                endpoint == "embeds.page"
            )
            wrong += [] if is_right else [(place, policy)]

    assert wrong == []


#: Parameters that take some values alone.
_CHOSEN = {"topic": "dispute", "filename": "style.css", "page": "1"}
