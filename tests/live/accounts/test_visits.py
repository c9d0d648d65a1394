import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask, request_started
from flask.testing import FlaskClient
from sqlalchemy import text

from jobquality.config import Settings
from jobquality.store.database import Database
from jobquality.store.people import Person
from jobquality.store.tenancy import EVERY_ORGANIZATION
from jobquality.web.devices import device_of
from jobquality.web.security import keep_in_visit, renew_visit
from tests.live.accounts.members import PASSWORD, again, is_in, send_login, stored_member
from tests.live.conftest import NOON, make_app

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = (
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.7339.51 Mobile Safari/537.36"
)
Now = list[datetime]


@pytest.fixture
def now() -> Now:
    """The moment it is; a test may change it."""
    return [NOON]


@pytest.fixture
def timed(settings: Settings, database: Database, now: Now) -> Flask:
    """An application of its own, as a test adds a page to it; by a clock that a test may set."""
    return make_app(settings, database, clock=lambda: now[0])


@pytest.fixture
def member(timed: Flask, database: Database) -> Person:
    """Somebody who can log in."""
    return stored_member(timed, database)


def enter(app: Flask, member: Person, agent: str) -> FlaskClient:
    client = app.test_client()
    client.environ_base["HTTP_USER_AGENT"] = agent
    send_login(client, member)
    return client


@pytest.mark.parametrize(
    ("agent", "device"),
    [
        (WINDOWS, "Firefox/Windows"),
        (PHONE, "Chrome/Android"),
        (PHONE.replace("Mobile", "Edg/140"), "Edge/Android"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1", "Safari/iPhone"),
        ("curl/8.5", "?/?"),
        ("", "?/?"),
    ],
)
def test_of_a_device_only_browser_and_system_are_kept(agent: str, device: str) -> None:
    assert device_of(agent) == device


def test_one_sees_ones_own_visits_in_plain_words_and_ends_them(
    timed: Flask, database: Database, member: Person
) -> None:
    desk, phone = enter(timed, member, WINDOWS), enter(timed, member, PHONE)
    stranger = enter(timed, stored_member(timed, database), "curl/8.5")

    page = desk.get("/en/me").text
    assert 'Firefox on Windows <span class="quiet">(this visit)</span>' in page
    assert "Chrome on Android" in page
    assert "Another browser on another device" not in page
    assert "Chrome en Android" in desk.get("/es/me").text
    (place,) = re.findall(r'action="(/en/me/visits/\w{32}/end)"', page)
    assert stranger.post(place, data={"key": "s"}).status_code == 404
    assert is_in(phone)

    assert desk.post(place, data={"key": "k"}).status_code == 302

    assert not is_in(phone)
    assert is_in(desk)


def test_all_other_visits_end_at_once_and_this_one_stays(timed: Flask, member: Person) -> None:
    here, *others = [enter(timed, member, WINDOWS) for _ in range(3)]

    here.post("/en/me/visits/end-others", data={"key": "k"})

    assert [is_in(one) for one in (here, *others)] == [True, False, False]


def test_no_address_and_no_version_of_a_visit_is_kept(
    timed: Flask, database: Database, member: Person
) -> None:
    enter(timed, member, PHONE).get("/en/me")

    with database.reading(EVERY_ORGANIZATION) as session:
        kept = [
            str(session.connection().execute(text(f"SELECT * FROM {table}")).all())  # noqa: S608 - two names of ours
            for table in ("sessions", "devices")
        ]
    assert "Chrome/Android" in kept[0]
    assert not re.search(r"127\.0\.0\.1|140\.0|Pixel|Mozilla", "".join(kept))


def test_a_login_from_a_new_device_is_told_at_the_next_one_from_another(
    timed: Flask, member: Person, now: Now
) -> None:
    assert "new device" not in enter(timed, member, WINDOWS).get("/en/work/").text
    now[0] += timedelta(days=1)
    assert "new device" not in enter(timed, member, PHONE).get("/en/work/").text, "it is theirs"
    now[0] += timedelta(days=1)

    told = enter(timed, member, WINDOWS).get("/en/work/").text

    assert "from a new device: Chrome on Android, on March 2, 2026" in told
    now[0] += timedelta(days=1)
    assert "new device" not in enter(timed, member, WINDOWS).get("/en/work/").text, "once"


def test_the_language_of_the_person_decides_after_the_login(
    timed: Flask, database: Database
) -> None:
    ana = stored_member(timed, database, language="es")
    client = timed.test_client()

    assert send_login(client, ana).location == "/es/work/"
    assert send_login(timed.test_client(), ana, next="/en/people?x=1").location == "/es/people?x=1"


def test_the_switch_changes_the_language_for_the_person_and_stays_on_the_page(
    timed: Flask, database: Database, member: Person
) -> None:
    client = enter(timed, member, WINDOWS)
    form = {"language": "es", "next": "/en/people?x=1"}

    assert 'value="es" lang="es"' in client.get("/en/people").text
    assert client.post("/en/me/language", data=form).location == "/es/people?x=1"

    assert again(database, member).language == "es"
    assert send_login(timed.test_client(), member, password=PASSWORD).location == "/es/work/"


@pytest.mark.parametrize("form", [{"language": "fr"}, {"next": "//evil.com", "language": "en"}])
def test_a_strange_language_or_address_changes_nothing(
    timed: Flask, database: Database, member: Person, form: dict[str, str]
) -> None:
    client = enter(timed, member, WINDOWS)

    assert client.post("/en/me/language", data=form).location == "/en/work/"
    assert again(database, member).language == "en"


@pytest.mark.parametrize(
    "asks",
    [
        pytest.param({"method": "GET", "path": "/en/me"}, id="being-seen"),
        pytest.param(
            {"method": "POST", "path": "/en/me/proof", "data": {"proof_password": PASSWORD}},
            id="a-proof",
        ),
        pytest.param({"method": "POST", "path": "/en/q"}, id="another-key"),
    ],
)
def test_a_visit_ended_while_its_request_is_under_way_stays_ended(
    timed: Flask, member: Person, now: Now, asks: dict[str, Any]
) -> None:
    timed.add_url_rule("/en/q", "q", renewed, methods=["POST"])
    lost, desk = enter(timed, member, PHONE), enter(timed, member, WINDOWS)
    now[0] += timedelta(minutes=6)  # so that being seen is written down again
    (place,) = re.findall(r'action="(/en/me/visits/\w{32}/end)"', desk.get("/en/me").text)

    def end_it(_app: Flask, **_: object) -> None:
        request_started.disconnect(end_it, timed)
        assert desk.post(place, data={"key": "k"}).status_code == 302

    with request_started.connected_to(end_it, timed):
        assert lost.open(**asks).status_code < 400

    assert not is_in(lost)
    assert is_in(desk)


def renewed() -> str:
    """Give the visit another key and go on with what it holds, as opening a link does."""
    keep_in_visit("link", "x")
    renew_visit()
    return "in"
