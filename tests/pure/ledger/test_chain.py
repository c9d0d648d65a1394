"""Links: each is signed and names the one before it, so none can go or change unseen."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from jobquality.ledger.chain import (
    NOTHING,
    START,
    Link,
    Linked,
    find_break,
    hash_of_link,
    head_of,
    message_of,
)
from jobquality.ledger.signing import Signer, is_signed, to_bytes, to_text

_NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
_SIGNER = Signer(Ed25519PrivateKey.from_private_bytes(b"k" * 32))
_OTHER = Signer(Ed25519PrivateKey.from_private_bytes(b"o" * 32))
_KEYS = {_SIGNER.key_id: _SIGNER.public_key}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A signed link."""

    organization_id: str
    number: int
    kind: str
    hash: str
    previous: str
    at: datetime
    key_id: str
    signature: str


def signed(link: Link, signer: Signer = _SIGNER) -> Entry:
    """Return the link with its signature."""
    named = replace(link, key_id=signer.key_id)
    said = {name: getattr(named, name) for name in Link.__slots__}
    return Entry(**said, signature=signer.sign(message_of(named)))


def chain(length: int) -> list[Entry]:
    """Return a whole chain."""
    entries: list[Entry] = []
    before: Linked | None = None
    for number in range(1, length + 1):
        link = Link(
            organization_id="center",
            number=number,
            kind="publication",
            hash=hashlib.sha256(str(number).encode()).hexdigest(),
            previous=head_of(before).hash,
            at=_NOON + timedelta(minutes=number),
            key_id=_SIGNER.key_id,
        )
        entries.append(signed(link))
        before = entries[-1]
    return entries


def test_a_whole_chain_has_no_break() -> None:
    assert find_break(chain(5), _KEYS) is None


def test_an_empty_chain_has_no_break_and_the_head_of_nothing() -> None:
    assert find_break([], _KEYS) is None
    assert head_of(None) == NOTHING


def test_a_message_is_what_the_documentation_says() -> None:
    (entry,) = chain(1)
    assert message_of(entry) == (
        b'{"at":"2026-03-01T12:01:00Z","format":1,'
        b'"hash":"6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b",'
        b'"key_id":"' + _SIGNER.key_id.encode() + b'","kind":"publication","number":1,'
        b'"organization":"center","previous":"' + b"0" * 64 + b'"}'
    )
    assert hash_of_link(entry) == hashlib.sha256(message_of(entry)).hexdigest()


def test_a_message_is_the_same_for_the_same_moment_elsewhere() -> None:
    (entry,) = chain(1)
    moved = replace(entry, at=entry.at.astimezone(tz=None))
    assert json.loads(message_of(moved))["at"] == "2026-03-01T12:01:00Z"


Change = Callable[[list[Entry]], list[Entry]]


def _with(place: int, **but: object) -> Change:
    return lambda entries: [
        replace(entry, **but) if entry.number == place else entry  # type: ignore[arg-type]  # a test says what it needs
        for entry in entries
    ]


def _signed_anew(place: int, **but: object) -> Change:
    """Return a change by somebody who has the key and mends the signature."""

    def change(entries: list[Entry]) -> list[Entry]:
        old = entries[place - 1]
        said = {name: getattr(old, name) for name in Link.__slots__} | but
        mended = signed(Link(**said))
        return [*entries[: place - 1], mended, *entries[place:]]

    return change


_CHANGES: dict[str, tuple[Change, int, str]] = {
    "another body": (_with(3, hash="0" * 64), 3, "signature is wrong"),
    "another kind": (_with(3, kind="certificate"), 3, "signature is wrong"),
    "another moment": (_with(3, at=_NOON + timedelta(minutes=3, seconds=1)), 3, "signature"),
    "another organization": (_with(3, organization_id="other"), 3, "signature is wrong"),
    "another signature": (_with(3, signature="AAAA"), 3, "signature is wrong"),
    "no signature": (_with(3, signature="é"), 3, "signature is wrong"),
    "another start": (_with(3, previous=START), 3, "does not name the link before"),
    "another key": (_with(3, key_id=_OTHER.key_id), 3, "never recorded"),
    "another number": (_with(3, number=4), 3, "Number 3 is missing"),
    "the first gone": (lambda entries: entries[1:], 1, "Number 1 is missing"),
    "one gone": (lambda entries: [*entries[:2], *entries[3:]], 3, "Number 3 is missing"),
    "two swapped": (lambda entries: [entries[1], entries[0], *entries[2:]], 1, "Number 1"),
    "signed anew": (_signed_anew(3, hash="0" * 64), 4, "does not name the link before"),
    "an older one": (_signed_anew(3, at=_NOON), 3, "older than the link before"),
}


@pytest.mark.parametrize("name", _CHANGES)
def test_the_first_link_that_is_wrong_is_named(name: str) -> None:
    change, place, message = _CHANGES[name]
    found = find_break(change(chain(5)), _KEYS)
    assert found is not None
    assert found[0] == place
    assert message in found[1]


def test_a_key_under_the_name_of_another_is_named() -> None:
    found = find_break(chain(2), {_SIGNER.key_id: _OTHER.public_key})
    assert found is not None
    assert "another one than its id says" in found[1]


def test_a_recorded_key_that_is_no_key_is_named() -> None:
    assert find_break(chain(2), {_SIGNER.key_id: "é"}) is not None


def test_a_cut_tail_shows_against_a_head_that_somebody_kept() -> None:
    entries = chain(5)
    kept = head_of(entries[-1])
    assert find_break(entries[:3], _KEYS) is None
    assert head_of(entries[2]) != kept


def test_a_signature_is_of_one_message_and_one_key() -> None:
    signature = _SIGNER.sign(b"a")
    assert is_signed(b"a", signature, _SIGNER.public_key)
    assert not is_signed(b"b", signature, _SIGNER.public_key)
    assert not is_signed(b"a", signature, _OTHER.public_key)
    assert not is_signed(b"a", signature, "AAAA")


def test_a_key_and_a_signature_come_back_from_their_text() -> None:
    assert to_bytes(to_text(bytes(range(256)))) == bytes(range(256))
