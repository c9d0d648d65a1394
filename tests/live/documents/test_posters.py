"""The poster of a scorecard: a code to scan, and no figure that could grow old on a wall."""

from http import HTTPStatus
from io import BytesIO

import pypdfium2
import pytest
from flask.testing import FlaskClient

from tests.live.documents.conftest import House
from tests.live.documents.test_routes import text_of


def poster(client: FlaskClient, slug: str, language: str = "en") -> bytes:
    answer = client.get(f"/{language}/e/{slug}/poster.pdf")
    assert answer.status_code == HTTPStatus.OK
    assert answer.mimetype == "application/pdf"
    assert "Set-Cookie" not in answer.headers
    drawn: bytes = answer.data
    return drawn


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_poster_is_one_sheet_with_the_link_in_words_and_no_figure(
    house: House, language: str
) -> None:
    walk = house.published.walk
    drawn = poster(house.client(), walk.employer.slug, language)
    said = text_of(drawn)

    assert len(pypdfium2.PdfDocument(BytesIO(drawn))) == 1
    assert walk.employer.name in said
    assert f"/{language}/e/{walk.employer.slug}" in said
    assert walk.organization.name in said
    shown = house.client().get(f"/{language}/e/{walk.employer.slug}").text
    assert f"/{language}/e/{walk.employer.slug}/poster.pdf" in shown
    rest = said.replace(walk.employer.name, "").replace(walk.organization.name, "")
    rest = rest.replace(walk.employer.slug, "").replace(walk.organization.contact, "")
    assert not any(letter.isdigit() for letter in rest.replace("localhost:8000", ""))


def test_nobody_unknown_has_a_poster(house: House) -> None:
    assert house.client().get("/en/e/nobody/poster.pdf").status_code == HTTPStatus.NOT_FOUND
