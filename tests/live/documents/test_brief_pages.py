import secrets
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from jobquality.config import Settings
from jobquality.services.briefs import Scope, make_brief
from jobquality.services.published import list_current
from jobquality.services.samples.making import Workshop, make_samples
from jobquality.store.certificates import list_certificates
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.web.briefs import certified_in
from tests.documents.looking import text_of
from tests.live.conftest import make_app
from tests.live.documents.conftest import House
from tests.live.documents.issuing import keys_in
from tests.live.reviews.parts import CATALOG

pytestmark = pytest.mark.pages

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


@pytest.fixture
def samples(database: Database, settings: Settings, tmp_path: Path) -> FlaskClient:
    """A browser in an installation with the samples."""
    workshop = Workshop(
        catalog=CATALOG,
        keys=keys_in(tmp_path),
        new_id=lambda: secrets.token_hex(16),
        new_code=lambda: "".join(secrets.choice(ALPHABET) for _ in range(16)),
    )
    with database.transaction(EVERY_ORGANIZATION) as session:
        make_samples(session, workshop)
    return make_app(settings, database).test_client()


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_brief_is_listed_shown_and_given_as_pdf(samples: FlaskClient, language: str) -> None:
    listing = samples.get(f"/{language}/briefs")
    page = samples.get(f"/{language}/briefs/7225/us")
    pdf = samples.get(f"/{language}/briefs/7225/us/brief.pdf")

    assert f"/{language}/briefs/7225/us" in listing.text
    assert page.status_code == pdf.status_code == HTTPStatus.OK
    assert pdf.mimetype == "application/pdf"
    assert "SAMPLE Casa Verde" in page.text
    assert "SAMPLE Casa Verde" in text_of(pdf.data)
    assert not any("Set-Cookie" in one.headers for one in (listing, page, pdf))
    assert '<meta name="robots" content="noindex">' in page.text, "no search engine keeps samples"


def test_too_few_employers_are_told_so_and_not_shown(house: House) -> None:
    answers = [
        house.client().get("/en/briefs/7225/us"),
        house.client().get("/en/briefs/7225/us/brief.pdf"),
    ]

    assert {answer.status_code for answer in answers} == {HTTPStatus.CONFLICT}
    assert all("Fewer than 3" in answer.text for answer in answers)
    assert all(house.published.walk.employer.name not in answer.text for answer in answers)


@pytest.mark.parametrize("address", ["7225/nowhere", "x/us", "72251199/us", "7225/<b>"])
def test_a_brief_of_nothing_is_not_found(house: House, address: str) -> None:
    assert house.client().get(f"/en/briefs/{address}").status_code == HTTPStatus.NOT_FOUND


def test_without_any_score_the_list_says_what_it_takes(
    database: Database, settings: Settings
) -> None:
    client = make_app(settings, database).test_client()

    assert "at least 3 employers" in client.get("/en/briefs").text


def test_a_certificate_stands_in_a_brief_after_its_score_was_corrected(
    samples: FlaskClient, database: Database
) -> None:
    """Until somebody changes its worth it is valid, whichever score is the newest."""
    del samples
    with database.transaction(EVERY_ORGANIZATION) as session:
        published = list_current(session)
        certificates = list_certificates(session)
    brief = make_brief(
        published,
        Scope(sector="7225", place="us"),
        catalog=CATALOG,
        places=CATALOG.parameters.places,
    )
    older = [replace(one, publication_hash="of-an-older-score") for one in certificates]

    assert certified_in(brief, certificates)
    assert certified_in(brief, older) == certified_in(brief, certificates)
