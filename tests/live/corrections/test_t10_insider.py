"""Threat T10 from outside: rows that were forged all at once show on no public page.

The insider writes every row that a score has: the body, the entry, the key that signed it and
the place in the list. They have no key that the chain knows.
"""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlalchemy.orm import Session

from jobquality.access.states import PublicationState
from jobquality.cli.check import _samples
from jobquality.cli.findings import Level
from jobquality.ledger.canonical import hash_of
from jobquality.ledger.chain import Link, head_of
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.signing import Signer
from jobquality.services.ledger import _signed, record_key
from jobquality.store.employers import get_employer
from jobquality.store.publications import (
    Publication,
    add_entry,
    add_publication,
    last_entry,
    set_contested,
    set_publication_state,
)
from tests.live.corrections.test_integrity import API, FAILED
from tests.live.ledger.published import Center, stored_center, tamper
from tests.live.ledger.test_t10_signed import begin
from tests.live.ledger.test_t10_tampering import _better as better
from tests.live.ledger.test_verify import wrong
from tests.live.statements.speaking import speaking

_MINUTE = timedelta(minutes=1)


@pytest.fixture
def center(session: Session, tmp_path: Path) -> Center:
    """A diner and a cafe, each with one published score, in a chain that says what is beside."""
    made = stored_center(session, tmp_path)
    for slug in ("diner", "cafe"):
        made.publish(made.employer(slug=slug, name=slug.capitalize()))
    assert begin(made)
    return made


def forge(center: Center) -> Publication:
    """Write a better score of the diner as the newest one, signed by a key of one's own."""
    session, first = center.session, center.publications[0]
    stranger, last = Signer(Ed25519PrivateKey.generate()), last_entry(center.session, _id(center))
    assert last is not None
    content, head, at = better(first.content), head_of(last), last.at + _MINUTE
    link = Link(
        organization_id=_id(center),
        number=head.number + 1,
        kind="publication",
        hash=hash_of(content),
        previous=head.hash,
        at=at,
        key_id=stranger.key_id,
    )
    record_key(session, _id(center), stranger, at=at)
    add_entry(session, _signed(link, stranger), content)
    employer = get_employer(session, first.employer_id)
    forged = replace(
        first,
        hash=link.hash,
        number=link.number,
        published_at=at,
        content=content,
        assessment_id=center.assessment(employer, load_snapshot(content)).id,
    )
    set_publication_state(session, first.hash, PublicationState.SUPERSEDED)
    add_publication(session, forged)
    session.expunge_all()
    return forged


def _id(center: Center) -> str:
    return center.organization.id


def test_t10_a_score_forged_in_four_tables_shows_on_no_page(
    client: FlaskClient, center: Center
) -> None:
    slug = center.organization.slug
    assert 'class="number"' in client.get("/en/e/diner").text
    forged = forge(center)

    assert load_snapshot(forged.content).scores[0].value
    for address in ("/en/e/diner", "/en/employers", f"/en/o/{slug}", "/embed/diner"):
        assert FAILED["en"] in client.get(address).text, address
    for address in ("/e/diner.json", f"{API}/diner", f"{API}/diner/scorecards/{forged.hash}"):
        assert client.get(address).status_code == 503, address
    assert client.get("/e/cafe.json").status_code == 200
    assert wrong(center)


def test_t10_a_forged_mark_of_a_dispute_fails_the_check_of_every_page(
    client: FlaskClient, center: Center
) -> None:
    set_contested(center.session, center.publications[0].hash, contested=True)
    center.session.expunge_all()

    for address in ("/en/e/diner", "/en/employers", "/embed/diner"):
        assert FAILED["en"] in client.get(address).text, address
    assert client.get("/e/diner.json").status_code == 503
    assert client.get("/e/cafe.json").status_code == 200


def test_t10_no_dispute_is_hidden_by_a_row(
    client: FlaskClient, session: Session, tmp_path: Path
) -> None:
    spoken = speaking(session, tmp_path, slug="diner").accept()
    assert begin(spoken.center)
    spoken.speak()
    spoken.print_()
    assert client.get("/e/diner.json").status_code == 200
    assert wrong(spoken.center) == ""

    statement = spoken.now()
    session.execute(text("UPDATE statements SET state = 'refused'"))
    set_contested(session, statement.publication_hash, contested=False)
    session.expunge_all()

    assert FAILED["en"] in client.get("/en/e/diner").text
    assert client.get("/e/diner.json").status_code == 503


@pytest.mark.parametrize("outcome", ["stays", "withdrawn"])
def test_t10_a_decided_dispute_ends_its_mark_and_no_row_brings_it_back(
    client: FlaskClient, session: Session, tmp_path: Path, outcome: str
) -> None:
    spoken = speaking(session, tmp_path, slug="diner").accept()
    assert begin(spoken.center)
    spoken.speak()
    spoken.print_()
    spoken.confirm(spoken.propose(outcome=outcome))
    is_open = outcome == "withdrawn"  # until it is done
    assert spoken.contested() == is_open
    assert client.get("/e/diner.json").status_code == 200

    set_contested(session, spoken.publication.hash, contested=not is_open)
    session.expunge_all()

    assert client.get("/e/diner.json").status_code == 503


@pytest.mark.parametrize("state", [PublicationState.SUPERSEDED, PublicationState.WITHDRAWN])
def test_t10_a_forged_state_takes_nobody_silently_out_of_a_list(
    client: FlaskClient, center: Center, state: PublicationState
) -> None:
    slug = center.organization.slug
    set_publication_state(center.session, center.publications[0].hash, state)
    center.session.expunge_all()

    for address in ("/en/employers", f"/en/o/{slug}"):
        page = client.get(address).text
        assert FAILED["en"] in page, address
        assert 'href="/en/e/diner"' in page, address
    items = {one["slug"]: one for one in client.get(API).get_json()["items"]}
    assert set(items) == {"diner", "cafe"}
    assert items["diner"]["scorecards"][0]["integrity"] == "failed"
    assert client.get("/e/diner.json").status_code == 503
    assert ",failed," in client.get("/en/employers.csv").text


def test_t10_a_real_center_that_is_flagged_as_practice_is_in_every_list_and_fails_the_check(
    client: FlaskClient, center: Center
) -> None:
    slug = center.organization.slug
    tamper(
        center.session,
        *_flagging(center.session),
        "UPDATE organizations SET is_sample = :yes WHERE id = :owner",
        "INSERT INTO events (kind, at, person_id, about, about_id, details, organization_id)"
        " VALUES ('practice.opened', '2026-08-01 12:00:00', :author, 'organization', :owner,"
        " '{}', :owner)",
        yes=True,
        owner=_id(center),
        author=center.author.id,
    )

    for address in ("/en/e/diner", "/en/employers", f"/en/o/{slug}"):
        assert FAILED["en"] in client.get(address).text, address
    assert "SAMPLE" not in client.get(f"/en/o/{slug}").text
    assert len(client.get(API).get_json()["items"]) == len(center.publications)
    assert client.get("/e/diner.json").status_code == 503
    (found,) = _samples(center.session)
    assert found.level is Level.FAULT
    assert slug in found.said


def _flagging(session: Session) -> list[str]:
    """Return what takes away the trigger that keeps a real center real."""
    if session.connection().dialect.name == "postgresql":
        return ["ALTER TABLE organizations DISABLE TRIGGER USER"]
    return ["DROP TRIGGER IF EXISTS organizations_stay_real"]
