"""Threat T10: an insider writes a key of their own into the list of keys, which refuses nothing.

The keys of an organization are that of its first entry and those that an entry brought in.
"""

from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from jobquality.cli.check import _foreign, _signing
from jobquality.cli.findings import Level
from jobquality.cli.verify import lines_of
from jobquality.ledger.publicfile import load_ledger
from jobquality.ledger.signing import Signer
from jobquality.rubrics.catalog import shipped
from jobquality.services.chainkeys import signing_key
from jobquality.services.heads import read_heads
from jobquality.services.keyfiles import find_other_files
from jobquality.services.keys import ProposeKey, decide_key, propose_key
from jobquality.services.ledger import record_key
from jobquality.services.proposals import Verdict
from jobquality.services.public_ledgers import read_ledger, read_organization
from jobquality.services.verifying import verify
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.keys import Keyring
from jobquality.store.tenancy import belong
from tests.live.factories import stored_person
from tests.live.ledger.published import Center, stored_center, tamper
from tests.live.ledger.test_verify import wrong

_HOUR = timedelta(hours=1)


@pytest.fixture
def center(session: Session, tmp_path: Path) -> Center:
    """A center with one publication."""
    made = stored_center(session, tmp_path)
    made.publish(made.employer())
    return made


def slip_in(center: Center, *, later: timedelta) -> str:
    """Write a stranger's key into the list, some time after the first entry."""
    stranger = Signer(Ed25519PrivateKey.generate())
    at = center.publications[0].published_at + later
    record_key(center.session, center.organization.id, stranger, at=at)
    center.session.expunge_all()
    return stranger.key_id


@pytest.mark.parametrize("later", [_HOUR, -_HOUR])
def test_t10_a_key_that_no_entry_brought_in_is_named_and_never_shown_and_stops_nothing(
    center: Center, later: timedelta
) -> None:
    slug, owner = center.organization.slug, center.organization.id
    signs = signing_key(center.session, owner)
    stranger = slip_in(center, later=later)

    assert f"The key {stranger} stands in the list of keys; no entry brought" in wrong(center)
    assert [one.key_id for one in read_heads(center.session, slug).keys] == [signs]
    assert list(load_ledger(read_ledger(center.session, slug)).known_keys) == [signs]
    assert read_organization(center.session, slug).keys == (signs,)

    center.publish(center.employer())  # nothing stops

    assert signing_key(center.session, owner) == signs
    assert stranger in wrong(center)


def test_t10_check_says_what_to_do_about_a_foreign_key_and_blames_no_folder(
    center: Center,
) -> None:
    assert not list(_foreign(center.session))
    stranger = slip_in(center, later=_HOUR)

    (found,) = _foreign(center.session)

    assert found.level is Level.FAULT
    assert stranger in found.said
    assert "Change who may write there" in found.remedy
    assert _signing(center.session, center.keys).level is Level.OK


def test_t10_a_key_that_is_dated_back_is_named_and_shown_with_the_moment_of_its_entry(
    center: Center,
) -> None:
    at = center.publications[0].published_at
    tamper(center.session, "UPDATE public_keys SET first = :at", at=at - timedelta(days=40))

    assert "The list of keys says something else of" in wrong(center)
    (shown,) = read_heads(center.session, center.organization.slug).keys
    assert shown.first == at


def test_t10_a_stranger_beside_two_keys_is_named_and_the_second_one_signs(center: Center) -> None:
    people = [stored_person(center.session, center.organization) for _ in range(2)]
    at = center.publications[0].published_at + _HOUR
    asked = ProposeKey(id="k" * 32, reason="A laptop was lost.")
    propose_key(center.session, people[0].actor, asked, at=at)
    verdict = Verdict(proposal_id=asked.id, is_accepted=True)
    decide_key(center.session, people[1].actor, verdict, keys=center.keys, at=at)
    second = signing_key(center.session, center.organization.id)
    assert not wrong(center)

    stranger = slip_in(center, later=2 * _HOUR)

    assert stranger in wrong(center)
    assert signing_key(center.session, center.organization.id) == second
    keys = read_heads(center.session, center.organization.slug).keys
    assert [one.until for one in keys] == [at, None]
    assert stranger not in {one.key_id for one in keys}


def test_t10_a_file_of_a_key_that_no_entry_knows_is_named(center: Center) -> None:
    keys, owner = center.keys, center.organization.id
    assert not list(find_other_files(center.session, keys))

    stray = keys.make_next(owner)
    (keys.folder / f"{'e' * 32}.pem").write_text("nothing", encoding="utf-8")

    found = list(find_other_files(center.session, keys))
    assert len(found) == 2
    assert any(f"The key in {owner}-{stray.key_id}.pem stands in no entry" in one for one in found)
    assert any("belongs to no organization here" in one for one in found)
    belong(center.session, EVERY_ORGANIZATION)
    report = verify(center.session, shipped(), keys=keys)
    assert not report.is_whole
    assert [line for line in lines_of(report) if line.startswith("keys: FAILED: ")]


def test_t10_a_chain_that_was_signed_anew_is_named_by_the_files_of_keys(
    center: Center, tmp_path: Path
) -> None:
    other = stored_center(center.session, tmp_path / "elsewhere")
    other.publish(other.employer())
    belong(center.session, EVERY_ORGANIZATION)

    found = list(find_other_files(center.session, center.keys))

    signs = signing_key(center.session, other.organization.id)
    message = f"{other.organization.slug}: no file holds the key {signs}, which signs now."
    assert found == [message]
    assert not list(find_other_files(center.session, Keyring(tmp_path / "none")))


def test_a_key_that_waits_for_a_first_publication_is_no_fault(
    session: Session, tmp_path: Path
) -> None:
    made = stored_center(session, tmp_path)
    made.keys.signer(made.organization.id)

    assert not list(find_other_files(session, made.keys))
