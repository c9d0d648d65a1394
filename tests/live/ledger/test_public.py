"""Everybody may read an organization's page, download its ledger, and check it."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from jobquality.http import PAGE_POLICY
from jobquality.ledger.audit import audit
from jobquality.ledger.publicfile import load_ledger
from jobquality.rubrics.catalog import shipped
from jobquality.store.database import Database
from tests.live.ledger.published import Center, stored_center

LANGUAGES = ("en", "es")


@pytest.fixture
def center(database: Database, tmp_path: Path) -> Center:
    """A center with three publications about two employers."""
    with database.transaction() as session:
        made = stored_center(session, tmp_path)
        diner, cafe = made.employer(name="Diner Uno"), made.employer(name="Café <b>Dos</b>")
        for employer in (diner, cafe, diner):
            made.publish(employer)
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_who_pays_and_where_errors_go(
    client: FlaskClient, center: Center, language: str
) -> None:
    page = client.get(f"/{language}/o/{center.organization.slug}").text
    assert center.organization.name in page
    assert center.organization.funding in page
    assert f'href="mailto:{center.organization.contact}"' in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_lists_each_employer_once_with_a_link(
    client: FlaskClient, center: Center, language: str
) -> None:
    page = client.get(f"/{language}/o/{center.organization.slug}").text
    slugs = {json.loads(one.content)["employer"]["slug"] for one in center.publications}
    assert len(slugs) == 2
    for slug in slugs:
        assert page.count(f'href="/{language}/e/{slug}"') == 1


def test_a_hostile_name_shows_as_text(client: FlaskClient, center: Center) -> None:
    page = client.get(f"/en/o/{center.organization.slug}").text
    assert "Café &lt;b&gt;Dos&lt;/b&gt;" in page


def test_the_page_gives_the_head_and_the_command(client: FlaskClient, center: Center) -> None:
    slug = center.organization.slug
    page = client.get(f"/en/o/{slug}").text
    head = load_ledger(client.get(f"/o/{slug}/ledger.json").text).head
    assert f"jobquality verify --file ledger.json --head {slug}:3:<wbr>{head.hash}" in page


@pytest.mark.parametrize("address", ["/en/o/{}", "/o/{}/ledger.json"])
def test_public_pages_set_no_cookie_and_run_no_script(
    client: FlaskClient, center: Center, address: str
) -> None:
    answer = client.get(address.format(center.organization.slug))
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Content-Security-Policy"] == PAGE_POLICY
    assert "<script" not in answer.text


@pytest.mark.parametrize("address", ["/en/o/nobody", "/o/nobody/ledger.json", "/e/nobody.json"])
def test_a_name_that_nobody_has_is_not_found(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_the_ledger_can_be_checked_from_the_file_alone(client: FlaskClient, center: Center) -> None:
    ledger = load_ledger(client.get(f"/o/{center.organization.slug}/ledger.json").text)
    found = audit(
        ledger.links(),
        organization_id=ledger.organization,
        keys=ledger.known_keys,
        catalog=shipped(),
    )
    assert found.wrong is None
    assert len(found.published) == 3
    assert found.head == ledger.head


def test_a_reader_who_has_the_newest_is_sent_nothing(client: FlaskClient, center: Center) -> None:
    address = f"/o/{center.organization.slug}/ledger.json"
    tag = client.get(address).headers["ETag"]
    again = client.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == tag


def test_a_new_entry_has_a_new_tag(client: FlaskClient, center: Center, database: Database) -> None:
    address = f"/o/{center.organization.slug}/ledger.json"
    tag = client.get(address).headers["ETag"]
    with database.transaction(center.organization.id) as session:
        center.session = session
        center.publish(center.employer())
    again = client.get(address, headers={"If-None-Match": tag})
    assert again.status_code == 200
    assert len(load_ledger(again.text).entries) == 4


def test_the_ledger_of_another_organization_is_not_in_the_file(
    client: FlaskClient, center: Center, database: Database, tmp_path: Path
) -> None:
    with database.transaction() as session:
        other = stored_center(session, tmp_path)
        other.publish(other.employer())
    file = client.get(f"/o/{center.organization.slug}/ledger.json").text
    assert other.publications[0].hash not in file
    assert other.organization.name not in client.get(f"/en/o/{center.organization.slug}").text


def test_an_organization_without_entries_has_an_empty_ledger(
    client: FlaskClient, database: Database, tmp_path: Path
) -> None:
    with database.transaction() as session:
        slug = stored_center(session, tmp_path).organization.slug
    ledger = load_ledger(client.get(f"/o/{slug}/ledger.json").text)
    assert (ledger.entries, ledger.keys, ledger.head.number) == ((), (), 0)
    assert client.get(f"/es/o/{slug}").status_code == 200


def test_a_snapshot_is_given_byte_for_byte(client: FlaskClient, center: Center) -> None:
    newest = center.publications[-1]
    slug = json.loads(newest.content)["employer"]["slug"]
    answer = client.get(f"/e/{slug}.json")
    assert sha256(answer.data).hexdigest() == newest.hash
    assert answer.mimetype == "application/json"
    again = client.get(f"/e/{slug}.json", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_what_was_withdrawn_is_in_the_ledger_and_nowhere_else(
    client: FlaskClient, center: Center, database: Database
) -> None:
    withdrawn = center.publications[1]
    with database.transaction(center.organization.id) as session:
        center.session = session
        center.withdraw(withdrawn)
    slug = json.loads(withdrawn.content)["employer"]["slug"]
    assert client.get(f"/e/{slug}.json").status_code == 410
    assert f"/e/{slug}" not in client.get(f"/en/o/{center.organization.slug}").text
    assert withdrawn.hash in client.get(f"/o/{center.organization.slug}/ledger.json").text


@pytest.mark.parametrize(
    "contact", ["javascript:alert(1)", "call 555-0100", 'a@b.example" onclick="x', "a@b.example?x"]
)
def test_a_contact_that_is_no_address_is_no_link(
    client: FlaskClient, database: Database, contact: str, tmp_path: Path
) -> None:
    with database.transaction() as session:
        slug = stored_center(session, tmp_path, contact=contact).organization.slug
    page = client.get(f"/en/o/{slug}").text
    assert "javascript:alert(1)" not in page.replace(">javascript:alert(1)<", "><")
    assert "mailto:" not in page


def test_a_sample_says_so(client: FlaskClient, database: Database, tmp_path: Path) -> None:
    with database.transaction() as session:
        slug = stored_center(session, tmp_path, is_sample=True).organization.slug
    assert "SAMPLE" in client.get(f"/en/o/{slug}").text
    assert "SAMPLE" in client.get(f"/es/o/{slug}").text
