"""Feeds tell everything new, in both languages, and nothing in a name can break them."""

from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from jobquality.access.states import CertificateStatus
from jobquality.services import news
from jobquality.services.certificates import ChangeStatus, change_certificate_status
from jobquality.services.heads import read_heads
from jobquality.store.database import Database
from jobquality.store.keys import Keyring
from jobquality.web import heads
from tests.live.corrections.correcting import REASON, Desk
from tests.live.corrections.test_correcting import certified
from tests.live.documents.issuing import CODE
from tests.live.ledger.published import Center, stored_center
from tests.live.reviews.parts import CATALOG
from tests.live.web.test_hostile_names import HOSTILE

ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def house(database: Database, keys: Keyring) -> Iterator[Desk]:
    with database.transaction() as session:
        yield Desk(session, keys)


def feed(client: FlaskClient, address: str) -> ET.Element:
    """Fetch a feed and hold it against what RFC 4287 asks for."""
    response = client.get(address)
    assert response.status_code == HTTPStatus.OK
    assert response.mimetype == "application/atom+xml"
    assert "Set-Cookie" not in response.headers
    root = ET.fromstring(response.data)  # noqa: S314  # our own feed
    for one in (root, *root.findall("a:entry", ATOM)):
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"a:{name}", ATOM)) == 1, name
    assert root.find("a:link[@rel='self']", ATOM) is not None
    return root


def titles(root: ET.Element) -> list[str]:
    return [one.findtext("a:title", "", ATOM) for one in root.findall("a:entry", ATOM)]


def ids(root: ET.Element) -> list[str]:
    return [one.findtext("a:id", "", ATOM) for one in root.findall("a:entry", ATOM)]


def test_a_feed_tells_what_was_published_corrected_withdrawn_and_revoked(
    house: Desk, client: FlaskClient
) -> None:
    first = house.published(sched_notice_days="3")
    certified(house, first)
    house.later(hours=1)
    second = house.corrected(first, sched_notice_days="14")
    house.later(hours=1)
    revoked = ChangeStatus(code=CODE, status=CertificateStatus.REVOKED, reason="So", seen=1)
    change_certificate_status(
        house.session, house.reviewer.actor, revoked, catalog=CATALOG, keys=house.keys, at=house.at
    )
    house.later(hours=1)
    house.withdrawn(second)
    name, slug = house.employer.name, house.organization.slug

    told = feed(client, f"/en/o/{slug}/feed")

    assert titles(told) == [
        f"Withdrawn: {name}",
        f"Certificate revoked: {name}",
        f"Corrected: {name}",
        f"Certificate Silver level: {name}",
        f"Scorecard: {name}",
    ]
    assert titles(feed(client, "/en/feed")) == titles(told)
    assert ids(feed(client, "/en/feed")) == ids(told)
    assert titles(feed(client, "/es/corrections.atom")) == [
        f"Retirada: {name}",
        f"Corregida: {name}",
    ]
    page = client.get("/en/corrections").get_data(as_text=True)
    assert REASON in page
    assert "Another place." in page
    assert "/en/corrections.atom" in page


def test_a_feed_keeps_its_ids_and_says_when_nothing_is_new(
    house: Desk, client: FlaskClient
) -> None:
    house.published()
    before = client.get("/en/feed")
    again = client.get("/en/feed", headers={"If-None-Match": before.headers["ETag"]})
    since = client.get("/en/feed", headers={"If-Modified-Since": before.headers["Last-Modified"]})
    assert (again.status_code, since.status_code) == (HTTPStatus.NOT_MODIFIED,) * 2
    known = ids(feed(client, "/en/feed"))
    house.published()
    assert ids(feed(client, "/en/feed"))[-1:] == known


def test_what_is_gone_is_not_named_any_more(house: Desk, client: FlaskClient) -> None:
    first = house.published()
    house.withdrawn(first)
    house.later(hours=1)
    house.buried(first.hash)
    told = client.get("/en/feed").get_data(as_text=True)
    assert "An entry was emptied, its hash is kept" in told
    assert house.employer.name not in told
    assert house.employer.name not in client.get("/en/corrections").get_data(as_text=True)


def test_nothing_is_cut_off_a_feed(
    house: Desk, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(news, "PAGE_SIZE", 1)
    house.published()
    house.published()
    found: list[str] = []
    address = "/en/feed"
    while address:
        page = feed(client, address)
        found += ids(page)
        following = page.find("a:link[@rel='next']", ATOM)
        address = "" if following is None else following.attrib["href"].partition("//")[2]
        address = address[address.find("/") :] if address else ""
    assert len(set(found)) == len(found) == 2


@pytest.mark.parametrize("name", [*HOSTILE, "]]> \x01\x0b\ufffe &amp;"])
def test_no_name_breaks_a_feed(
    database: Database, client: FlaskClient, tmp_path: Path, name: str
) -> None:
    with database.transaction() as session:
        center: Center = stored_center(session, tmp_path)
        center.publish(center.employer(name=name))
    told = feed(client, "/en/feed")
    (title,) = titles(told)
    shown = "".join(letter if letter not in "\x01\x0b\ufffe" else "\ufffd" for letter in name)
    assert title == f"Scorecard: {shown}"


def test_an_empty_installation_has_a_feed(client: FlaskClient) -> None:
    assert titles(feed(client, "/es/feed")) == []
    assert "Todavía no se corrigió" in client.get("/es/corrections").get_data(as_text=True)


def test_pages_name_their_feed(client: FlaskClient, house: Desk) -> None:
    slug = house.organization.slug
    page = client.get(f"/en/o/{slug}").get_data(as_text=True)
    assert (
        f'type="application/atom+xml" title="Everything new from {house.organization.name}"' in page
    )
    assert 'href="/en/feed"' in page


def test_each_head_reaches_whoever_follows_the_feed_of_heads(
    house: Desk, client: FlaskClient
) -> None:
    """The feed has the last head of a day; a reader that came twice that day keeps both."""
    published = house.published()
    slug = house.organization.slug
    address = f"/en/o/{slug}/heads.atom"
    first = feed(client, address)
    seen = {"If-None-Match": client.get(address).headers["ETag"]}
    assert client.get(address, headers=seen).status_code == HTTPStatus.NOT_MODIFIED
    house.later(hours=1)
    house.withdrawn(published)

    told = feed(client, address)

    kept = read_heads(house.session, slug)
    assert len(titles(told)) == len(kept.heads) == 1
    assert ids(told) != ids(first)
    assert titles(told)[0].startswith(f"Link {kept.heads[0].number}, March ")
    content = told.findtext("a:entry/a:content", "", ATOM)
    assert content.startswith(f"{kept.name_of_newest}\n")
    assert client.get(address, headers=seen).status_code == HTTPStatus.OK


def test_the_page_of_heads_names_its_feed_and_no_day_is_cut_off_it(
    house: Desk, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.published()
    house.published()
    slug = house.organization.slug
    address = f"/es/o/{slug}/heads.atom"
    whole = feed(client, address)
    monkeypatch.setattr(heads, "PAGE_SIZE", 1)

    pages = [feed(client, f"{address}?page={number}") for number in (1, 2)]

    assert [ids(one)[0] for one in pages] == ids(whole)
    assert titles(whole)[0].startswith("Eslabón ")
    assert pages[0].find("a:link[@rel='next']", ATOM) is not None
    assert f'href="{address}"' in client.get(f"/es/o/{slug}/heads").text.partition("</head>")[0]
    assert client.get("/en/o/nobody/heads.atom").status_code == HTTPStatus.NOT_FOUND
