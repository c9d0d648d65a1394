"""Threat T10 from outside: whoever edits what was published is found by every public address."""

import csv
import io
import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from jobquality.access.states import PublicationState
from jobquality.ledger.form import load_snapshot
from jobquality.store.publications import set_publication_state
from tests.live.ledger.published import Center, stored_center, tamper
from tests.live.ledger.test_t10_tampering import _better as better

API = "/api/v1/employers"
FAILED = {"en": "Integrity check failed", "es": "La comprobación de integridad falló"}


@pytest.fixture
def center(session: Session, tmp_path: Path) -> Center:
    """A center with one published score and a certificate of it."""
    made = stored_center(session, tmp_path)
    made.publish(made.employer(slug="diner", name="Diner"))
    made.certify()
    return made


def _edit(center: Center) -> None:
    """Give a published score 90 points, as somebody who may do everything in the database."""
    (first,) = center.publications
    tamper(
        center.session,
        "UPDATE bodies SET content = :content WHERE hash = :hash",
        content=better(first.content),
        hash=first.hash,
    )


def _garble(center: Center) -> None:
    tamper(center.session, "UPDATE bodies SET content = 'x' WHERE hash = :hash", **_first(center))


def _empty(center: Center) -> None:
    tamper(center.session, "UPDATE bodies SET content = '' WHERE hash = :hash", **_first(center))


def _hide(center: Center) -> None:
    state = PublicationState.WITHDRAWN
    set_publication_state(center.session, center.publications[0].hash, state)


def _first(center: Center) -> dict[str, str]:
    return {"hash": center.publications[0].hash}


@pytest.mark.parametrize("language", ["en", "es"])
def test_t10_an_edited_score_is_marked_on_every_page_and_its_figure_is_not_told(
    client: FlaskClient, center: Center, language: str
) -> None:
    _edit(center)

    for address in ("employers", "e/diner", f"o/{center.organization.slug}", "feed"):
        assert FAILED[language] in client.get(f"/{language}/{address}").text, address
    listed = client.get(f"/{language}/employers").text
    assert 'class="number"' not in listed
    card = client.get(f"/embed/diner?lang={language}").text
    assert FAILED[language] in card
    assert "<b>90" not in card
    badge = client.get(f"/badge/diner.svg?lang={language}").text
    assert {"en": "Not verified", "es": "Sin verificar"}[language] in badge
    assert ">90" not in badge


@pytest.mark.parametrize("change", [_edit, _garble, _empty, _hide])
def test_t10_addresses_for_programs_and_papers_refuse_what_is_not_what_was_signed(
    client: FlaskClient, center: Center, change: object
) -> None:
    (first,) = center.publications
    code = f"CODE2{center.organization.id}".upper()
    change(center)  # type: ignore[operator]  # one of the four above

    for address in (
        "/e/diner.json",
        "/en/e/diner/plan.pdf",
        f"/en/certificates/{code}.pdf",
        f"/en/verify/{code}",
        f"/verify/{code}.json",
        f"{API}/diner",
        f"{API}/diner/scorecards/{first.hash}",
        f"{API}/diner/scorecards/{first.hash}/claims",
        f"{API}/diner/trend",
    ):
        answer = client.get(address)
        assert answer.status_code == 503, address
        assert "integrity" in answer.text.casefold(), address
        if address.startswith("/api"):
            assert answer.mimetype == "application/problem+json"
            assert answer.get_json()["code"] == "integrity"


@pytest.mark.parametrize("change", [_garble, _empty, _hide])
@pytest.mark.parametrize("address", ["/en/e/diner", "/en/e/diner/1"])
def test_t10_a_body_emptied_without_an_act_is_no_withdrawal(
    client: FlaskClient, center: Center, change: object, address: str
) -> None:
    change(center)  # type: ignore[operator]  # one of the four above
    answer = client.get(address)
    assert answer.status_code == 503
    assert FAILED["en"] in answer.text


def test_t10_lists_for_programs_say_that_a_score_failed_and_give_no_figure(
    client: FlaskClient, center: Center
) -> None:
    _edit(center)

    (item,) = client.get(f"{API}/diner/scorecards").get_json()["items"]
    (employer,) = client.get(API).get_json()["items"]
    row = client.get("/en/employers.csv").text.splitlines()[1]

    for one in (item, employer["scorecards"][0]):
        assert (one["integrity"], one["low"], one["level"]) == ("failed", None, None)
    assert ",failed," in row
    assert ",90," not in row


def test_t10_a_withdrawn_score_that_is_put_back_is_shown_nowhere(
    client: FlaskClient, center: Center
) -> None:
    center.withdraw(center.publications[0])
    set_publication_state(center.session, center.publications[0].hash, PublicationState.CURRENT)
    center.session.flush()

    assert client.get("/en/e/diner").status_code == 503
    assert client.get("/e/diner.json").status_code == 503
    assert FAILED["en"] in client.get("/en/employers").text


def test_t10_a_forged_withdrawal_takes_nothing_back(client: FlaskClient, center: Center) -> None:
    entry = center.withdraw(center.publications[0])
    tamper(
        center.session,
        "UPDATE ledger SET signature = :other WHERE hash = :hash",
        other="A" * 86,
        hash=entry.hash,
    )
    assert client.get("/en/e/diner").status_code == 503


def test_what_is_whole_is_called_whole(client: FlaskClient, center: Center) -> None:
    total = load_snapshot(center.publications[0].content).row("total")
    (item,) = client.get(f"{API}/diner/scorecards").get_json()["items"]
    assert (item["integrity"], item["low"]) == ("whole", total.low)
    assert client.get("/en/employers.csv").text.splitlines()[1].count(",whole,") == 1
    assert json.loads(client.get("/e/diner.json").text)["revision"] == 1


@pytest.mark.parametrize("language", ["en", "es"])
def test_t10_a_body_that_cannot_be_read_stands_in_the_list_without_a_figure(
    client: FlaskClient, center: Center, language: str
) -> None:
    _garble(center)

    page = client.get(f"/{language}/employers")
    (row,) = csv.DictReader(io.StringIO(client.get(f"/{language}/employers.csv").text))
    (item,) = client.get(API).get_json()["items"]

    assert page.status_code == 200
    assert "Diner" in page.text
    assert FAILED[language] in page.text
    assert (row["\ufeffemployer"], row["integrity"], row["low"]) == ("Diner", "failed", "")
    assert (item["name"], item["scorecards"][0]["integrity"]) == ("Diner", "failed")
    assert client.get(f"/{language}/employers?sector=722").status_code == 200
