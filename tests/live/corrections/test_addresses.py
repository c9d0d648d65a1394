"""Whatever address once answered answers for ever: the page, or that it is gone and why."""

import html
import io
import zipfile
from collections.abc import Iterator
from http import HTTPStatus
from io import BytesIO

import pypdf
import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.config import Settings
from jobquality.store.database import Database
from jobquality.store.keys import Keyring
from jobquality.store.publications import Publication
from tests.live.conftest import placed
from tests.live.corrections.correcting import REASON, Desk
from tests.live.corrections.test_correcting import certified
from tests.live.documents.issuing import CODE
from tests.live.reviews.parts import Clock

#: A paper that does not hold any more leads to the page that says so.
KEPT = {
    HTTPStatus.OK,
    HTTPStatus.FOUND,
    HTTPStatus.MOVED_PERMANENTLY,
    HTTPStatus.PERMANENT_REDIRECT,
}
#: What an employer's pages end in that are gone with its newest score.
GONE_PAGES = ("", "/2", "/plan.pdf", "/poster.pdf")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(made_app: Flask, settings: Settings, database: Database, clock: Clock) -> Iterator[Flask]:
    with placed(made_app, settings, database, clock) as here:
        yield here


@pytest.fixture
def house(database: Database, keys: Keyring) -> Iterator[Desk]:
    with database.transaction() as session:
        yield Desk(session, keys)


def addresses(desk: Desk, publication: Publication, revision: int) -> set[str]:
    """Return every public address that a publication has."""
    slug = desk.employer.slug
    found = {f"/e/{slug}.json", f"/api/v1/employers/{slug}", f"/api/v1/employers/{slug}/scorecards"}
    found.add(f"/api/v1/employers/{slug}/trend")
    found |= in_both({f"/embed/{slug}", f"/badge/{slug}.svg"})
    scorecard = f"/api/v1/employers/{slug}/scorecards/{publication.hash}"
    found |= {scorecard, f"{scorecard}/claims"}
    for language in ("en", "es"):
        found |= {
            f"/{language}/e/{slug}",
            f"/{language}/e/{slug}/{revision}",
            f"/{language}/e/{slug}/plan.pdf",
            f"/{language}/e/{slug}/poster.pdf",
        }
    return found


def in_both(known: set[str]) -> set[str]:
    """Return addresses that choose their language by a word behind them, in both."""
    return known | {f"{one}?lang=es" for one in known}


def of_certificate() -> set[str]:
    return {
        f"/verify/{CODE}.json",
        f"/en/verify/{CODE}",
        f"/es/verify/{CODE}",
        f"/en/certificates/{CODE}.pdf",
    }


def asked(client: FlaskClient, known: set[str]) -> dict[str, int]:
    """Ask for every address; whatever is not there any more says why."""
    answers = {}
    for address in sorted(known):
        response = client.get(address)
        answers[address] = response.status_code
        assert response.status_code in (*KEPT, HTTPStatus.GONE), address
        if response.status_code == HTTPStatus.GONE:
            text = response.get_data(as_text=True)
            assert "Another place." in text or "A court ordered it." in text, address
        assert "Set-Cookie" not in response.headers
    return answers


def with_status(answers: dict[str, int], wanted: int) -> set[str]:
    return {address for address, status in answers.items() if status == wanted}


def test_no_old_address_is_ever_lost(house: Desk, client: FlaskClient, clock: Clock) -> None:
    first = house.published(sched_notice_days="3")
    certificate = certified(house, first)
    clock.now = house.at
    known = addresses(house, first, 1) | of_certificate()
    assert set(asked(client, known).values()) == {200}

    second = house.corrected(first, sched_notice_days="14")
    known |= addresses(house, second, 2)
    assert set(asked(client, known).values()) == {200}

    house.withdrawn(second)
    slug = house.employer.slug
    assert with_status(asked(client, known), HTTPStatus.GONE) == {
        f"/e/{slug}.json",
        f"/api/v1/employers/{slug}/trend",
        f"/api/v1/employers/{slug}/scorecards/{second.hash}",
        f"/api/v1/employers/{slug}/scorecards/{second.hash}/claims",
        f"/api/v1/employers/{slug}/trend",
        *(f"/{code}/e/{slug}{rest}" for code in ("en", "es") for rest in GONE_PAGES),
    }

    house.withdrawn(first)
    for body in (first, second, certificate):
        house.buried(body.hash)
    left = with_status(asked(client, known), HTTPStatus.OK)
    shown = {f"/{one}{slug}{end}" for one, end in (("embed/", ""), ("badge/", ".svg"))}
    assert left == {f"/api/v1/employers/{slug}/scorecards", *in_both(shown)}
    assert all("Withdrawn" in client.get(one).get_data(as_text=True) for one in shown)
    page = client.get(f"/en/e/{slug}/1").get_data(as_text=True)
    assert (first.hash in page, "withdrawn, hash kept" in page) == (True, True)


@pytest.mark.parametrize("is_buried", [False, True])
def test_the_newest_score_that_is_gone_is_told_as_its_page_tells_it(
    house: Desk, client: FlaskClient, clock: Clock, *, is_buried: bool
) -> None:
    """Never with the day, the edition or the reply of the older one that it replaced."""
    first = house.published(sched_notice_days="3")
    second = house.corrected(first, sched_notice_days="14")
    house.withdrawn(second)
    if is_buried:
        house.buried(second.hash)
    clock.now = house.at
    slug, name = house.employer.slug, house.employer.name

    for address in (f"/embed/{slug}", "/en/employers", f"/badge/{slug}.svg"):
        text = client.get(address).get_data(as_text=True)
        assert name in html.unescape(text), address
        assert "Withdrawn" in text, address
        assert "As of" not in text, address
        assert "Employer replied" not in text, address
    for address in (f"/embed/{slug}", "/en/employers", "/en/employers.csv"):
        assert "Another place." in client.get(address).get_data(as_text=True), address
    assert second.hash in client.get("/en/employers.csv").get_data(as_text=True)
    (listed,) = client.get("/api/v1/employers").get_json()["items"]
    for told in (listed, client.get(f"/api/v1/employers/{slug}").get_json()):
        (card,) = told["scorecards"]
        assert (card["hash"], card["state"], card["low"]) == (second.hash, "withdrawn", None)


def test_both_pages_of_a_correction_lead_to_each_other(
    house: Desk, client: FlaskClient, clock: Clock
) -> None:
    first = house.published(sched_notice_days="3")
    house.corrected(first, sched_notice_days="14")
    clock.now = house.at
    slug = house.employer.slug

    old = client.get(f"/en/e/{slug}/1").get_data(as_text=True)
    new = client.get(f"/en/e/{slug}").get_data(as_text=True)

    for page in (old, new):
        assert REASON in page
        assert "3 days" in page
        assert "14 days" in page
    assert "This scorecard was corrected on" in old
    assert f'href="/en/e/{slug}/2"' in old
    assert "This scorecard was corrected on" not in new
    assert f'href="/en/e/{slug}/1"' in new
    assert "se corrigió el" in client.get(f"/es/e/{slug}/1").get_data(as_text=True)


def test_a_certificate_says_that_its_score_was_corrected_or_withdrawn(
    house: Desk, client: FlaskClient, clock: Clock
) -> None:
    first = house.published(sched_notice_days="3")
    certified(house, first)
    second = house.corrected(first, sched_notice_days="14")
    clock.now = house.at
    page = client.get(f"/en/verify/{CODE}").get_data(as_text=True)
    assert "Its level still holds." in page
    plan = pypdf.PdfReader(BytesIO(client.get(f"/en/e/{house.employer.slug}/plan.pdf").data))
    assert "rests on the right scorecard: on March" in " ".join(
        plan.pages[0].extract_text().split()
    )

    house.withdrawn(second)

    page = client.get(f"/es/verify/{CODE}").get_data(as_text=True)
    assert "detrás de este certificado se retiró el" in page
    assert "Another place." in page
    assert client.get(f"/verify/{CODE}.json").get_json()["status"] == "suspended"


def test_a_trend_calls_a_correction_ours_and_never_the_employers_doing(
    house: Desk, client: FlaskClient, clock: Clock
) -> None:
    first = house.published(sched_notice_days="3")
    house.corrected(first, sched_notice_days="14")
    clock.now = house.at
    slug = house.employer.slug

    told = client.get(f"/api/v1/employers/{slug}/trend").get_json()

    assert told["steps"]
    assert {step["is_correction"] for step in told["steps"]} == {True}
    page = client.get(f"/en/e/{slug}").get_data(as_text=True)
    assert "The step is our correction, not a change at" in page


def test_a_correction_is_told_with_its_reason_wherever_the_score_is_shown(
    client: FlaskClient, house: Desk
) -> None:
    first = house.published(sched_notice_days="3")
    second = house.corrected(first, sched_notice_days="14")
    slug = house.employer.slug

    for address in ("/en/employers", f"/embed/{slug}", "/en/employers.csv"):
        assert REASON in html.unescape(client.get(address).text), address
    assert "Corregida el" in client.get("/es/employers").text
    assert "Corrected on" in client.get(f"/en/o/{house.organization.slug}").text
    assert "The whole score</th>" in client.get(f"/en/e/{slug}").text
    assert "Corregida" in client.get(f"/badge/{slug}.svg?lang=es").text
    newest, earlier = client.get(f"/api/v1/employers/{slug}/scorecards").get_json()["items"]
    assert (newest["corrects"]["reason"], newest["corrects"]["scorecard"]) == (REASON, first.hash)
    assert earlier["corrected_by"]["scorecard"] == second.hash

    house.withdrawn(second)
    newest, _ = client.get(f"/api/v1/employers/{slug}/scorecards").get_json()["items"]
    assert newest["withdrawn"]["reason"] == "Another place."
    for address in (f"/en/e/{slug}", f"/en/e/{slug}/1"):
        assert "there is no current score" in client.get(address).text
    assert f'href="/en/e/{slug}/1"' in client.get(f"/en/e/{slug}").text
    (card,) = client.get(f"/api/v1/employers/{slug}").get_json()["scorecards"]
    assert (card["state"], card["low"]) == ("withdrawn", None)


def test_the_paper_of_a_certificate_that_does_not_hold_is_given_as_superseded_alone(
    client: FlaskClient, house: Desk, clock: Clock
) -> None:
    first = house.published()
    certified(house, first)
    clock.now = house.at
    address = f"/en/certificates/{CODE}.pdf"
    issued = client.get(address)
    assert issued.status_code == 200

    house.withdrawn(first)

    led = client.get(address)
    assert (led.status_code, led.location) == (302, f"/en/verify/{CODE}")
    page = client.get(led.location).text
    assert f"{address}?superseded=1" in page
    old = client.get(f"{address}?superseded=1")
    kept = zipfile.ZipFile(io.BytesIO(old.data))
    note, paper = kept.namelist()
    assert old.mimetype == "application/zip"
    assert "attachment; filename=NOT-VALID-old-certificate" in old.headers["Content-Disposition"]
    assert kept.read(paper) == issued.data
    assert paper.startswith("NOT-VALID")
    assert "It does not hold any more" in kept.read(note).decode()
    assert f"/en/verify/{CODE}" in kept.read(note).decode()
