from dataclasses import replace
from http import HTTPStatus
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import TextStringObject

from jobquality.store.employers import change_employer, get_employer
from tests.live.documents.conftest import House
from tests.live.documents.issuing import CODE


def text_of(drawn: bytes) -> str:
    document = pypdfium2.PdfDocument(drawn)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_plan_of_a_published_employer_is_a_pdf(house: House, language: str) -> None:
    slug = house.published.walk.employer.slug

    answer = house.client().get(f"/{language}/e/{slug}/plan.pdf")

    assert answer.status_code == HTTPStatus.OK
    assert answer.mimetype == "application/pdf"
    assert house.published.walk.employer.name in text_of(answer.data)
    assert PdfReader(BytesIO(answer.data)).root_object["/Lang"] == TextStringObject(language)


def test_an_unknown_employer_has_no_plan(house: House) -> None:
    assert house.client().get("/en/e/nobody/plan.pdf").status_code == HTTPStatus.NOT_FOUND


def test_a_document_is_made_once_and_the_same_for_ever(house: House) -> None:
    house.published.certified()
    first = house.client().get(f"/en/certificates/{CODE}.pdf")
    house.later(days=1000)

    again = house.client().get(f"/en/certificates/{CODE}.pdf")

    assert first.data == again.data
    assert first.headers["ETag"] == again.headers["ETag"]


def test_a_document_keeps_the_name_that_was_published(house: House) -> None:
    house.published.certified()
    walk = house.published.walk
    employer = get_employer(walk.session, walk.employer.id)
    change_employer(walk.session, replace(employer, name="New Name"))

    drawn = house.client().get(f"/en/certificates/{CODE}.pdf").data

    assert employer.name in text_of(drawn)
    assert "New Name" not in text_of(drawn)


def test_a_certificate_nobody_issued_is_not_found(house: House) -> None:
    assert house.client().get(f"/en/certificates/{CODE}.pdf").status_code == HTTPStatus.NOT_FOUND


def test_a_pdf_is_saved_under_a_name_of_plain_letters(house: House) -> None:
    house.published.certified()

    said = house.client().get(f"/es/certificates/{CODE}.pdf").headers["Content-Disposition"]

    assert said == f"inline; filename=certificado-{CODE}.pdf"


def test_public_documents_set_no_cookie(house: House) -> None:
    slug = house.published.walk.employer.slug

    assert "Set-Cookie" not in house.client().get(f"/en/e/{slug}/plan.pdf").headers
