"""What search engines may read and keep: public pages of today, never a door or a sample."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.config import Settings
from jobquality.store.database import Database
from jobquality.web.finding import FOUND
from tests.live.factories import log_in
from tests.live.initiatives.leading import shown, stored_initiative
from tests.live.ledger.published import stored_center
from tests.live.scorecards.publishing import Press, a_press
from tests.live.web.routes import (
    ELSEWHERE,
    LINK,
    LOGGED_OUT,
    OPEN_FORM,
    PUBLIC,
    STATIC,
    WORK,
)
from tests.live.web.test_classes_of_routes import VALUES
from tests.live.web.test_route_matrix import RULES
from tests.live.web.worlds import World, stored_world

SITE = "https://jobs.example.org"
_LINK = re.compile(r'<link rel="(canonical|alternate)"(?: hreflang="(..)")? href="([^"]+)">')


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An installation that people reach over the network."""
    environ = {"JOBQUALITY_DATA": str(tmp_path), "SECRET_KEY": "k" * 32, "PUBLIC_URL": SITE}
    return Settings.from_environ(environ)


@pytest.fixture
def press(database: Database, tmp_path: Path) -> Press:
    return a_press(database, tmp_path)


@pytest.fixture
def robots(client: FlaskClient) -> RobotFileParser:
    read = RobotFileParser()
    read.parse(client.get("/robots.txt").text.splitlines())
    return read


def paths_of(endpoint: str) -> Iterator[str]:
    """Yield the address of an endpoint in each language, with something in every place."""
    rule = RULES[endpoint].rule.replace("<any(en,es):language>", "{language}")
    for language in ("en", "es"):
        here = rule.replace("{language}", language)
        yield re.sub(r"<(?:[^:>]+:)?(\w+)>", lambda one: str(VALUES.get(one[1], "thing")), here)


def locations(client: FlaskClient) -> list[str]:
    root = ET.fromstring(client.get("/sitemap.xml").text)  # noqa: S314  # of our own making
    return [one.text or "" for one in root.iter() if one.tag.endswith("}loc")]


def links(text: str) -> list[tuple[str, str, str]]:
    return _LINK.findall(text)


@pytest.mark.parametrize("endpoint", sorted((*PUBLIC, *ELSEWHERE, *STATIC)))
def test_robots_may_read_every_public_page(robots: RobotFileParser, endpoint: str) -> None:
    assert all(robots.can_fetch("Anybot", SITE + path) for path in paths_of(endpoint))


@pytest.mark.parametrize("endpoint", sorted((*WORK, *LINK, *OPEN_FORM, *LOGGED_OUT)))
def test_robots_may_read_no_door_and_nothing_behind_it(
    robots: RobotFileParser, endpoint: str
) -> None:
    assert not any(robots.can_fetch("Anybot", SITE + path) for path in paths_of(endpoint))


def test_robots_are_told_where_the_map_is_and_nothing_that_is_secret(client: FlaskClient) -> None:
    answer = client.get("/robots.txt")

    assert answer.mimetype == "text/plain"
    assert f"Sitemap: {SITE}/sitemap.xml" in answer.text.splitlines()
    assert "Set-Cookie" not in answer.headers


def test_what_search_engines_may_keep_is_public() -> None:
    assert set(PUBLIC) > FOUND


@pytest.mark.parametrize("endpoint", sorted((*LINK, *OPEN_FORM)))
def test_a_private_link_tells_search_engines_to_keep_nothing(
    client: FlaskClient, endpoint: str
) -> None:
    answers = [client.get(path) for path in paths_of(endpoint)]

    assert all("noindex" in one.headers["X-Robots-Tag"] for one in answers)
    assert all(links(one.text) == [] for one in answers)


def test_pages_of_the_work_tell_search_engines_to_keep_nothing(
    app: Flask, database: Database, tmp_path: Path
) -> None:
    with database.transaction() as session:
        world: World = stored_world(session, tmp_path)
    browser = log_in(app.test_client(), world.everything)

    for path in ("/en/work/", "/en/work/employers", "/es/me", "/es/people"):
        answer = browser.get(path)
        assert answer.status_code == 200, path
        assert "noindex" in answer.headers["X-Robots-Tag"]
        assert links(answer.text) == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_public_page_names_its_own_address_and_that_in_the_other_language(
    client: FlaskClient, press: Press, language: str
) -> None:
    press.publish(press.employer(slug="blue-door"))
    for path in ("e/blue-door", "employers", "standards/restaurants_us/2026.1", "promises", ""):
        answer = client.get(f"/{language}/{path}?utm=1&q=x")

        assert "X-Robots-Tag" not in answer.headers, path
        assert links(answer.text) == [
            ("canonical", "", f"{SITE}/{language}/{path}"),
            ("alternate", "en", f"{SITE}/en/{path}"),
            ("alternate", "es", f"{SITE}/es/{path}"),
        ]


def test_a_later_page_of_a_list_is_a_page_of_its_own(client: FlaskClient) -> None:
    answer = client.get("/en/employers?page=2&q=diner")

    assert ("canonical", "", f"{SITE}/en/employers?page=2") in links(answer.text)


def test_a_page_that_the_reader_has_already_is_not_taken_away_from_search(
    client: FlaskClient, press: Press
) -> None:
    press.publish(press.employer(slug="blue-door"))
    tag = client.get("/en/e/blue-door").headers["ETag"]

    again = client.get("/en/e/blue-door", headers={"If-None-Match": tag})

    assert again.status_code == 304
    assert "X-Robots-Tag" not in again.headers


def test_an_old_score_is_read_and_not_kept_by_search_engines(
    client: FlaskClient, press: Press
) -> None:
    employer = press.employer(slug="blue-door")
    press.publish(employer)
    press.publish(employer)

    old = client.get("/en/e/blue-door/1")

    assert old.status_code == 200
    assert "noindex" in old.headers["X-Robots-Tag"]
    assert links(old.text) == []


def test_what_was_withdrawn_or_is_not_there_is_kept_by_no_search_engine(
    client: FlaskClient, press: Press
) -> None:
    employer = press.employer(slug="gone")
    press.withdraw(press.publish(employer))

    for path in ("/en/e/gone", "/en/e/nobody", "/en/nowhere"):
        answer = client.get(path)
        assert answer.status_code in (404, 410)
        assert "noindex" in answer.headers["X-Robots-Tag"]
        assert links(answer.text) == []
    assert not any("gone" in one for one in locations(client))


def test_the_map_has_employers_standards_and_what_everyone_reads_in_both_languages(
    client: FlaskClient, press: Press
) -> None:
    press.publish(press.employer(slug="blue-door"))

    found = locations(client)

    for language in ("en", "es"):
        for path in ("", "employers", "e/blue-door", "standards/restaurants_us/2026.1"):
            assert f"{SITE}/{language}/{path}" in found
    assert len(found) == len(set(found))
    answer = client.get("/sitemap.xml")
    assert answer.mimetype == "application/xml"
    for language in ("en", "es"):
        assert f'hreflang="{language}" href="{SITE}/{language}/e/blue-door"' in answer.text


def test_every_address_of_the_map_may_be_read_and_kept(
    client: FlaskClient, press: Press, robots: RobotFileParser
) -> None:
    press.publish(press.employer(slug="blue-door"))

    for place in locations(client):
        answer = client.get(place.removeprefix(SITE))
        assert answer.status_code == 200, place
        assert robots.can_fetch("Anybot", place), place
        assert "X-Robots-Tag" not in answer.headers, place
        assert ("canonical", "", place) in links(answer.text), place
        assert 'name="robots"' not in answer.text, place


def test_of_samples_nothing_is_in_the_map_and_no_page_is_kept(
    client: FlaskClient, database: Database, tmp_path: Path
) -> None:
    with database.transaction() as session:
        center = stored_center(session, tmp_path, is_sample=True)
        press = Press(database, center)
        initiative = shown(session, stored_initiative(session, center.author))
    press.publish(press.employer(slug="invented"))

    found = locations(client)

    assert not any("invented" in one or initiative.slug in one for one in found)
    for path in (f"i/{initiative.slug}", "e/invented", f"o/{center.organization.slug}"):
        page = client.get(f"/en/{path}")
        assert page.status_code == 200
        assert '<meta name="robots" content="noindex">' in page.text, path
        assert links(page.text) == [], path


def test_an_initiative_is_in_the_map_once_a_second_person_has_shown_it(
    client: FlaskClient, database: Database, tmp_path: Path
) -> None:
    with database.transaction() as session:
        center = stored_center(session, tmp_path)
        initiative = stored_initiative(session, center.author)
    before = locations(client)
    with database.transaction(center.organization.id) as session:
        shown(session, initiative)

    place = f"{SITE}/es/i/{initiative.slug}"

    assert place not in before
    assert place in locations(client)
    assert ("canonical", "", place) in links(client.get(f"/es/i/{initiative.slug}").text)
