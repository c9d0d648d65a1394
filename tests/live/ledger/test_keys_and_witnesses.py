"""Two people change the key; witnesses are named; everybody sees heads and keys by day."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from jobquality.errors import FaultsError, ForbiddenError, RefusedError
from jobquality.ledger.audit import audit
from jobquality.ledger.publicfile import load_ledger
from jobquality.rubrics.catalog import shipped
from jobquality.services.heads import read_heads
from jobquality.services.keys import ProposeKey, decide_key, propose_key
from jobquality.services.proposals import Verdict
from jobquality.services.public_ledgers import read_ledger
from jobquality.services.witnesses import (
    NameWitness,
    ProposeEnd,
    decide_end,
    dismiss_witness,
    name_witness,
    propose_end,
)
from jobquality.store.database import EVERY_ORGANIZATION, Database, Session
from jobquality.store.events import list_events
from jobquality.store.people import Person
from jobquality.store.proposals import ProposalState
from jobquality.store.tenancy import belong
from jobquality.store.witnesses import list_witnesses
from tests.live.conftest import NOON
from tests.live.factories import log_in, stored_person
from tests.live.ledger.published import Center, stored_center
from tests.live.ledger.test_verify import wrong


@pytest.fixture
def center(session: Session, tmp_path: Path) -> Center:
    """A center with one publication."""
    made = stored_center(session, tmp_path)
    made.publish(made.employer(name="Elm Street Diner"))
    return made


@pytest.fixture
def two(center: Center) -> tuple[Person, Person]:
    """Two people who may do everything."""
    return stored_person(center.session, center.organization), stored_person(
        center.session, center.organization
    )


def _proposed(center: Center, person: Person) -> str:
    at = center.publications[-1].published_at
    command = ProposeKey(id="k" * 32, reason="A laptop was lost.")
    return propose_key(center.session, person.actor, command, at=at).id


def test_a_new_key_signs_once_another_person_agreed(
    center: Center, two: tuple[Person, Person]
) -> None:
    first, second = two
    before = center.keys.signer(center.organization.id).key_id
    proposal_id = _proposed(center, first)
    at = center.publications[-1].published_at + timedelta(hours=1)
    verdict = Verdict(proposal_id=proposal_id, is_accepted=True)
    decided = decide_key(center.session, second.actor, verdict, keys=center.keys, at=at)

    assert decided.state is ProposalState.ACCEPTED
    heads = read_heads(center.session, center.organization.slug)
    assert [key.until for key in heads.keys] == [at, None]
    assert heads.keys[0].key_id == before
    assert heads.keys[0].reason == "A laptop was lost."
    center.publish(center.employer())
    assert wrong(center) == ""
    kinds = [one.kind for one in list_events(belong(center.session, center.organization.id))]
    assert kinds == ["ledger.key_proposed", "ledger.key_changed"]


def test_whoever_asked_for_a_key_does_not_decide_on_it(
    center: Center, two: tuple[Person, Person]
) -> None:
    verdict = Verdict(proposal_id=_proposed(center, two[0]), is_accepted=True)
    at = center.publications[-1].published_at
    with pytest.raises(ForbiddenError, match="another person"):
        decide_key(center.session, two[0].actor, verdict, keys=center.keys, at=at)


def test_a_refused_key_changes_nothing_and_is_not_decided_twice(
    center: Center, two: tuple[Person, Person]
) -> None:
    verdict = Verdict(proposal_id=_proposed(center, two[0]), is_accepted=False)
    at = center.publications[-1].published_at
    decide_key(center.session, two[1].actor, verdict, keys=center.keys, at=at)

    assert len(read_heads(center.session, center.organization.slug).keys) == 1
    with pytest.raises(RefusedError, match="nothing to decide"):
        decide_key(center.session, two[1].actor, verdict, keys=center.keys, at=at)


def test_the_same_key_is_not_asked_for_twice(center: Center, two: tuple[Person, Person]) -> None:
    _proposed(center, two[0])
    command = ProposeKey(id="m" * 32, reason="Again.")
    with pytest.raises(RefusedError, match="proposed already"):
        propose_key(center.session, two[1].actor, command, at=center.publications[-1].published_at)


def test_the_public_file_of_two_keys_is_whole_for_a_stranger(
    center: Center, two: tuple[Person, Person]
) -> None:
    verdict = Verdict(proposal_id=_proposed(center, two[0]), is_accepted=True)
    at = center.publications[-1].published_at + timedelta(hours=1)
    decide_key(center.session, two[1].actor, verdict, keys=center.keys, at=at)
    center.publish(center.employer())

    belong(center.session, EVERY_ORGANIZATION)
    file = load_ledger(read_ledger(center.session, center.organization.slug))
    found = audit(
        file.links(), organization_id=file.organization, keys=file.known_keys, catalog=shipped()
    )
    assert (found.wrong, found.entries) == (None, 3)


def test_a_witness_is_named_once_and_no_line_is_smuggled_in(
    center: Center, two: tuple[Person, Person]
) -> None:
    at = center.publications[-1].published_at
    good = NameWitness(id="w" * 32, name="Journal", email="desk@journal.example", language="en")
    name_witness(center.session, two[0].actor, good, at=at)
    bad = NameWitness(id="x" * 32, name=" ", email="a@b.example\nBcc: c@d.example", language="fr")
    with pytest.raises(FaultsError) as refusal:
        name_witness(center.session, two[0].actor, bad, at=at)
    assert {fault.where for fault in refusal.value.faults} == {"name", "email", "language"}
    again = NameWitness(id="y" * 32, name="J", email="DESK@journal.example", language="es")
    with pytest.raises(FaultsError, match="told the head already"):
        name_witness(center.session, two[0].actor, again, at=at)

    later = at + timedelta(days=8)
    name_witness(center.session, two[0].actor, replace(good, id="z" * 32, email="z@b.org"), at=at)
    dismiss_witness(center.session, two[0].actor, "w" * 32, at=later)
    assert [one.id for one in list_witnesses(center.session)] == ["z" * 32]


def test_the_last_witness_ends_by_two_people(center: Center, two: tuple[Person, Person]) -> None:
    session, at = center.session, center.publications[-1].published_at
    good = NameWitness(id="w" * 32, name="Journal", email="desk@journal.example", language="en")
    name_witness(session, two[0].actor, good, at=at)
    with pytest.raises(RefusedError, match="last witness that counts"):
        dismiss_witness(session, two[0].actor, "w" * 32, at=at)
    own = replace(good, id="o" * 32, email="own@mail.example")
    name_witness(session, two[0].actor, own, at=at)
    with pytest.raises(RefusedError, match="last witness that counts"):
        dismiss_witness(session, two[0].actor, "w" * 32, at=at)

    asked = ProposeEnd(id="p" * 32, witness_id="w" * 32, reason="They closed their paper.")
    propose_end(session, two[0].actor, asked, at=at)
    verdict = Verdict(proposal_id=asked.id, is_accepted=True)
    with pytest.raises(ForbiddenError):
        decide_end(session, two[0].actor, verdict, at=at)
    assert len(list_witnesses(session)) == 2
    decide_end(session, two[1].actor, verdict, at=at)

    assert [one.id for one in list_witnesses(session)] == ["o" * 32]
    kinds = [one.kind for one in list_events(session)]
    assert kinds[-3:-1] == ["ledger.witness_end_proposed", "ledger.witness_ended"]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_asks_another_person_about_the_last_witness(
    client: FlaskClient, database: Database, tmp_path: Path, language: str
) -> None:
    with database.transaction(EVERY_ORGANIZATION) as session:
        center = stored_center(session, tmp_path)
        people = [stored_person(session, center.organization) for _ in range(2)]
        good = NameWitness(id="w" * 32, name="Journal", email="d@journal.example", language="en")
        belong(session, center.organization.id)
        name_witness(session, people[0].actor, good, at=NOON)
    first, second = (log_in(client.application.test_client(), one) for one in people)
    why = f"why-{'w' * 32}"
    end = f"/{language}/work/ledger/witnesses/{'w' * 32}/end"

    empty = first.post(end, data={"key": "1", why: " "})
    asked = first.post(end, data={"key": "2", why: "They closed."})
    page = second.get(f"/{language}/work/ledger").text
    decide = re.search(r'action="([^"]+/ledger/key/\w+)"', page)
    assert decide is not None
    done = second.post(decide[1], data={"key": "3", "verdict": "accept"})

    assert (empty.status_code, asked.status_code, done.status_code) == (422, 303, 303)
    assert "They closed." in page
    with database.reading(center.organization.id) as session:
        assert list_witnesses(session) == ()


@pytest.mark.parametrize(("language", "words"), [("en", "Day by day"), ("es", "Día por día")])
def test_everybody_sees_the_head_of_every_day(
    client: FlaskClient, database: Database, tmp_path: Path, language: str, words: str
) -> None:
    with database.transaction(EVERY_ORGANIZATION) as session:
        center = stored_center(session, tmp_path)
        for _ in range(2):
            center.publish(center.employer())
        kept = read_heads(session, center.organization.slug)
    page = client.get(f"/{language}/o/{center.organization.slug}/heads")
    assert words in page.text
    assert [head.number for head in kept.heads] == [2, 1]
    assert all(head.hash in page.text for head in kept.heads)
    assert kept.keys[0].key_id in page.text
    assert "Set-Cookie" not in page.headers


def test_an_administrator_names_a_witness_on_the_page(
    client: FlaskClient, database: Database, tmp_path: Path
) -> None:
    with database.transaction(EVERY_ORGANIZATION) as session:
        center = stored_center(session, tmp_path)
        center.publish(center.employer())
        person = stored_person(session, center.organization)
    log_in(client, person)
    wrong_mail = {"name": "Journal", "email": "no address", "language": "en"}
    again = client.post("/en/work/ledger/witnesses", data={**wrong_mail, "key": "1"})
    assert again.status_code == 422
    assert "no address" in again.text
    right = {**wrong_mail, "email": "desk@journal.example"}
    client.post("/en/work/ledger/witnesses", data={**right, "key": "2"})
    page = client.get("/es/work/ledger").text
    assert "desk@journal.example" in page
    assert "aún no ha recibido nada" in page
