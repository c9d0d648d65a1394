"""Links of a chain: each names the one before it, so none can go or change unseen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from jobquality.ledger.canonical import canonical_text, hash_of, moment_text
from jobquality.ledger.signing import is_signed, key_id_of

#: What the first link names as the one before it.
START = "0" * 64


class Linked(Protocol):
    """What a link says. `hash` is that of the body, `previous` that of the link before it."""

    @property
    def organization_id(self) -> str: ...  # noqa: D102
    @property
    def number(self) -> int: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def hash(self) -> str: ...  # noqa: D102
    @property
    def previous(self) -> str: ...  # noqa: D102
    @property
    def at(self) -> datetime: ...  # noqa: D102
    @property
    def key_id(self) -> str: ...  # noqa: D102


class Signed(Linked, Protocol):
    """A link with its signature."""

    @property
    def signature(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link that is not signed yet."""

    organization_id: str
    number: int
    kind: str
    hash: str
    previous: str
    at: datetime
    key_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedLink(Link):
    """A link with its signature, as it is published."""

    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The newest link: whoever keeps these two can tell later whether anything was cut off."""

    number: int
    hash: str


NOTHING = Head(number=0, hash=START)


def message_of(link: Linked) -> bytes:
    """Return what is signed: the link as canonical JSON."""
    said = {
        "at": moment_text(link.at),
        "format": 1,
        "hash": link.hash,
        "key_id": link.key_id,
        "kind": link.kind,
        "number": link.number,
        "organization": link.organization_id,
        "previous": link.previous,
    }
    return canonical_text(said).encode("utf-8")


def hash_of_link(link: Linked) -> str:
    """Return the SHA-256 of a link, in hex: the next link names it."""
    return hash_of(message_of(link).decode("utf-8"))


def head_of(link: Linked | None) -> Head:
    """Return the head that a chain has with this link as its newest."""
    return NOTHING if link is None else Head(number=link.number, hash=hash_of_link(link))


def find_fault(link: Signed, before: Linked | None, keys: Mapping[str, str]) -> str:
    """Return what is wrong with a link, in a sentence, or nothing.

    `keys` are the recorded public keys by their ids.
    """
    head = head_of(before)
    if link.number != head.number + 1:
        return f"Number {head.number + 1} is missing; {link.number} stands in its place."
    if link.previous != head.hash:
        return "It does not name the link before it."
    if before is not None and link.at < before.at:
        return "It is older than the link before it."
    return _find_fault_of_signature(link, keys)


def find_break(links: Iterable[Signed], keys: Mapping[str, str]) -> tuple[int, str] | None:
    """Return the place (1 is the first) of the first link that is wrong, and why, or None."""
    before: Linked | None = None
    for place, link in enumerate(links, start=1):
        fault = find_fault(link, before, keys)
        if fault:
            return place, fault
        before = link
    return None


def _find_fault_of_signature(link: Signed, keys: Mapping[str, str]) -> str:
    key = keys.get(link.key_id)
    if key is None:
        return f"It is signed with the key {link.key_id}, which was never recorded."
    if not _is_named_rightly(key, link.key_id):
        return f"The public key {link.key_id} is another one than its id says."
    return "" if is_signed(message_of(link), link.signature, key) else "Its signature is wrong."


def _is_named_rightly(key: str, key_id: str) -> bool:
    try:
        return key_id_of(key) == key_id
    except ValueError:
        return False
