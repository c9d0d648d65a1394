"""Threat T10: what a row says of a certificate or of a score's place is not what pages show."""

from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from tests.live.corrections.test_integrity import FAILED
from tests.live.ledger.published import Center, stored_center, tamper


@pytest.fixture
def center(session: Session, tmp_path: Path) -> Center:
    """A diner with two scores and a certificate, and a cafe."""
    made = stored_center(session, tmp_path)
    diner = made.employer(slug="diner", name="Diner")
    made.publish(made.employer(slug="cafe", name="Cafe"))
    made.publish(diner)
    made.publish(diner)
    made.certify(valid_until=date(2099, 6, 30))
    return made


def test_t10_a_forged_last_day_or_employer_of_a_certificate_shows_nowhere(
    client: FlaskClient, center: Center
) -> None:
    pages = [f"/en/o/{center.organization.slug}", "/en/e/diner", "/en/e/cafe"]
    signed = [client.get(page).text for page in pages]
    assert ["until June 30, 2099" in one for one in signed] == [True, True, False]

    tamper(
        center.session,
        "UPDATE certificates SET valid_until = '2098-01-01', employer_id ="
        " (SELECT id FROM employers WHERE slug = 'cafe')",
    )

    assert [client.get(page).text for page in pages] == signed


@pytest.mark.parametrize("states", [("superseded", "superseded"), ("current", "superseded")])
def test_t10_an_old_score_that_is_listed_as_the_newest_says_that_its_check_failed(
    client: FlaskClient, center: Center, states: tuple[str, str]
) -> None:
    assert FAILED["en"] not in client.get("/en/e/diner").text

    change = "UPDATE publications SET state = :state WHERE hash = :hash"
    for one, state in zip(center.publications[1:], states, strict=True):
        tamper(center.session, change, state=state, hash=one.hash)

    page = client.get("/en/e/diner")
    assert (page.status_code, FAILED["en"] in page.text) == (503, True)
    assert FAILED["en"] not in client.get("/en/e/cafe").text
