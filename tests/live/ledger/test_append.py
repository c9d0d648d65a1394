"""Entries are appended one after the other, signed, and refused when something is wrong."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from jobquality.errors import ConflictError, FaultsError, RefusedError, SetupError
from jobquality.ledger.canonical import hash_of
from jobquality.ledger.chain import START, find_break, hash_of_link
from jobquality.services.ledger import append
from jobquality.store.keys import Keyring
from jobquality.store.publications import (
    Entry,
    add_entry,
    find_body,
    list_entries,
    list_public_keys,
)
from tests.live.factories import NOON, stored_organization


@pytest.fixture
def keys(tmp_path: Path) -> Keyring:
    """A folder for keys."""
    return Keyring(tmp_path / "keys")


def appended(session: Session, keys: Keyring, content: str, *, minutes: int = 0) -> Entry:
    return append(
        session,
        session.info["organization"],
        kind="publication",
        content=content,
        keys=keys,
        at=NOON + timedelta(minutes=minutes),
    )


def test_the_first_entry_starts_a_chain(session: Session, keys: Keyring) -> None:
    stored_organization(session)
    entry = appended(session, keys, '{"a":1}')
    assert (entry.number, entry.previous) == (1, START)
    assert find_body(session, hash_of('{"a":1}')) == '{"a":1}'


def test_each_entry_names_the_one_before(session: Session, keys: Keyring) -> None:
    stored_organization(session)
    first = appended(session, keys, '{"a":1}')
    second = appended(session, keys, '{"a":2}')
    assert (second.number, second.previous) == (2, hash_of_link(first))


def test_what_is_read_back_is_a_whole_chain(session: Session, keys: Keyring) -> None:
    organization = stored_organization(session)
    for number in range(4):
        appended(session, keys, f'{{"a":{number}}}', minutes=number)
    session.expire_all()
    known = list_public_keys(session, organization.id)
    entries = list_entries(session, organization.id)
    assert find_break(entries, {key.key_id: key.public_key for key in known}) is None
    assert len(entries) == 4


def test_the_public_key_is_recorded_once(session: Session, keys: Keyring) -> None:
    organization = stored_organization(session)
    appended(session, keys, '{"a":1}')
    appended(session, keys, '{"a":2}')
    recorded = list_public_keys(session, organization.id)
    assert [key.key_id for key in recorded] == [keys.signer(organization.id).key_id]


def test_each_organization_has_a_chain_and_a_key_of_its_own(
    session: Session, keys: Keyring
) -> None:
    stored_organization(session)
    first = appended(session, keys, '{"a":1}')
    stored_organization(session)
    other = appended(session, keys, '{"a":2}')
    assert other.number == 1
    assert other.key_id != first.key_id


def test_a_clock_that_runs_behind_is_refused(session: Session, keys: Keyring) -> None:
    stored_organization(session)
    appended(session, keys, '{"a":1}', minutes=60)
    with pytest.raises(RefusedError, match="clock"):
        appended(session, keys, '{"a":2}', minutes=59)


def test_two_entries_in_the_same_moment_are_in_order(session: Session, keys: Keyring) -> None:
    stored_organization(session)
    assert [appended(session, keys, f'{{"a":{one}}}').number for one in (1, 2)] == [1, 2]


def test_a_body_that_is_not_canonical_is_refused(session: Session, keys: Keyring) -> None:
    stored_organization(session)
    with pytest.raises(FaultsError, match="canonical"):
        appended(session, keys, '{ "a": 1 }')


def test_the_same_body_twice_is_refused(session: Session, keys: Keyring) -> None:
    stored_organization(session)
    appended(session, keys, '{"a":1}')
    with pytest.raises(ConflictError):
        appended(session, keys, '{"a":1}')


def test_the_same_number_twice_is_refused(session: Session, keys: Keyring) -> None:
    stored_organization(session)
    entry = appended(session, keys, '{"a":1}')
    with pytest.raises(ConflictError):
        add_entry(session, replace(entry, hash=hash_of('{"a":2}')), '{"a":2}')


def test_a_lost_key_is_named_and_never_replaced_in_silence(session: Session, keys: Keyring) -> None:
    organization = stored_organization(session)
    appended(session, keys, '{"a":1}')
    keys.forget(organization.id)
    with pytest.raises(SetupError, match="backup"):
        appended(session, keys, '{"a":2}')
