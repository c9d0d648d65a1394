import json
from html.parser import HTMLParser
from http import HTTPStatus

import pytest

from jobquality.access.states import CertificateStatus
from jobquality.services.certificates import ChangeStatus, change_certificate_status
from tests.live.documents.conftest import House
from tests.live.documents.issuing import ANOTHER, CODE
from tests.live.factories import log_in, stored_organization, stored_person
from tests.live.reviews.parts import CATALOG

pytestmark = pytest.mark.pages

WORDS = {
    "en": {
        "valid": "Valid",
        "suspended": "Suspended",
        "revoked": "Revoked",
        "expired": "Expired",
        "replaced": "Replaced",
        "not_found": "Not found",
    },
    "es": {
        "valid": "Vigente",
        "suspended": "Suspendido",
        "revoked": "Revocado",
        "expired": "Vencido",
        "replaced": "Reemplazado",
        "not_found": "No se encontró",
    },
}
STATUS = {
    "valid": HTTPStatus.OK,
    "suspended": HTTPStatus.OK,
    "revoked": HTTPStatus.GONE,
    "expired": HTTPStatus.OK,
    "replaced": HTTPStatus.OK,
    "not_found": HTTPStatus.NOT_FOUND,
}


class Content(HTMLParser):
    """The words of the main part of a page, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._inside = self._inside or tag == "main"

    def handle_data(self, data: str) -> None:
        if self._inside and data.strip():
            self.words.append(data.strip())


def content_of(page: str) -> list[str]:
    reader = Content()
    reader.feed(page)
    return reader.words


def put(house: House, state: str) -> None:
    """Let the certificate be in that state."""
    if state == "not_found":
        return
    published = house.published
    published.certified()
    if state in ("suspended", "revoked"):
        command = ChangeStatus(
            code=CODE, status=CertificateStatus(state), reason="We look into it", seen=1
        )
        change_certificate_status(
            published.session,
            published.walk.reviewer.actor,
            command,
            catalog=CATALOG,
            keys=published.keys,
            at=published.walk.at,
        )
    if state == "expired":
        house.later(days=800)
    if state == "replaced":
        published.again()
        published.certified(ANOTHER)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("state", list(STATUS))
def test_the_first_words_are_what_it_is_worth(house: House, state: str, language: str) -> None:
    put(house, state)

    answer = house.client().get(f"/{language}/verify/{CODE}")

    words = content_of(answer.text)
    assert words[0] == WORDS[language][state]
    assert answer.status_code == STATUS[state]
    assert f"<title>{WORDS[language][state]}" in answer.text


@pytest.mark.parametrize("state", list(STATUS))
def test_programs_read_the_same(house: House, state: str) -> None:
    put(house, state)

    answer = house.client().get(f"/verify/{CODE}.json")

    assert answer.status_code == STATUS[state]
    assert answer.json is not None
    assert answer.json["status"] == state
    assert answer.json.get("revoked", False) == (state == "revoked")


@pytest.mark.parametrize("state", [state for state in STATUS if state != "valid"])
def test_nothing_but_a_valid_one_has_the_sign_of_a_valid_one(house: House, state: str) -> None:
    put(house, state)

    page = house.client().get(f"/en/verify/{CODE}").text

    assert "verdict-valid" not in page
    assert "documents.certificate" not in page
    assert f'/en/certificates/{CODE}.pdf"' not in page
    assert (f"/en/certificates/{CODE}.pdf?superseded=1" in page) == (state != "not_found")


def test_the_page_says_what_the_paper_must_say(house: House) -> None:
    put(house, "valid")

    words = " ".join(content_of(house.client().get(f"/en/verify/{CODE}").text))

    for wanted in ("Silver level", "7QK3-MZPT-9WX4-HRBD", house.published.walk.employer.name):
        assert wanted in words


def test_the_address_of_the_qr_code_leads_to_the_reader_s_language(house: House) -> None:
    answer = house.client().get(f"/verify/{CODE}", headers={"Accept-Language": "es-MX,es"})

    assert answer.location == f"/es/verify/{CODE}"
    assert "Accept-Language" in answer.headers["Vary"]


@pytest.mark.parametrize("typed", ["7qk3-mzpt-9wx4-hrbd", "7qk3%20mzpt%209wx4%20hrbd"])
def test_small_letters_dashes_and_spaces_are_forgiven(house: House, typed: str) -> None:
    put(house, "valid")

    assert content_of(house.client().get(f"/en/verify/{typed}").text)[0] == "Valid"


@pytest.mark.parametrize(
    "address", [f"/en/verify/{CODE}", f"/verify/{CODE}", f"/verify/{CODE}.json"]
)
def test_it_is_kept_by_nobody_for_more_than_a_minute_and_sets_no_cookie(
    house: House, address: str
) -> None:
    put(house, "valid")

    answer = house.client().get(address)

    assert "Set-Cookie" not in answer.headers
    assert (answer.cache_control.max_age or 0) <= 60


def test_hostile_codes_are_shown_as_text(house: House) -> None:
    page = house.client().get("/en/verify/%3Cscript%3Ealert(1)%3C%2Fscript%3E")

    assert page.status_code == HTTPStatus.NOT_FOUND
    assert "<script>alert" not in page.text


def test_a_thousand_guesses_from_one_place_are_stopped(house: House) -> None:
    put(house, "valid")
    client = house.client()

    answers = [client.get(f"/verify/{CODE[:-3]}{number:03}.json") for number in range(70)]
    right = client.get(f"/verify/{CODE}.json")

    assert answers[0].status_code == HTTPStatus.NOT_FOUND
    assert answers[-1].status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert right.status_code == HTTPStatus.TOO_MANY_REQUESTS


def test_the_json_carries_the_signed_body(house: House) -> None:
    put(house, "valid")

    said = house.client().get(f"/verify/{CODE}.json").json

    assert said is not None
    assert json.loads(said["body"])["code"] == CODE


def test_the_work_page_says_why_no_certificate_can_be_issued(house: House) -> None:
    house.published.certified()
    client = log_in(house.client(), house.published.walk.reviewer)

    page = client.get(f"/en/work/publications/{house.published.publication.hash}").text

    assert "issued from this score already" in page


def test_a_certificate_is_issued_once_however_often_it_is_sent(house: House) -> None:
    client = log_in(house.client(), house.published.walk.reviewer)
    address = f"/en/work/publications/{house.published.publication.hash}"

    answers = [client.post(f"{address}/certificate", data={"key": "k"}) for _ in range(2)]

    assert {answer.status_code for answer in answers} == {HTTPStatus.SEE_OTHER}
    assert client.get(address).text.count("Public page") == 1


def test_who_may_not_certify_sees_no_button(house: House) -> None:
    client = log_in(house.client(), house.published.walk.author)

    page = client.get(f"/en/work/publications/{house.published.publication.hash}").text

    assert "You wrote a part" in page
    assert "Issue the certificate" not in page


def test_a_change_without_a_reason_shows_the_form_again(house: House) -> None:
    house.published.certified()
    client = log_in(house.client(), house.published.walk.reviewer)

    sent = client.post(
        f"/en/work/certificates/{CODE}/status",
        data={"key": "k", "status": "revoked", "reason": "", "seen": "1"},
    )

    assert sent.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_another_organization_s_publication_is_not_found(house: House) -> None:
    session, theirs = house.published.session, house.published.publication.hash
    stranger = stored_person(session, stored_organization(session))
    client = log_in(house.client(), stranger)

    answers = [
        client.get(f"/en/work/publications/{theirs}"),
        client.post(f"/en/work/publications/{theirs}/certificate", data={"key": "k"}),
        client.get(f"/en/work/publications/{'0' * 64}"),
    ]

    assert {answer.status_code for answer in answers} == {HTTPStatus.NOT_FOUND}
