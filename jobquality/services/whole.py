"""Whether entries of a chain are still what was signed, by the keys that they name."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

from jobquality.ledger.canonical import hash_of
from jobquality.ledger.chain import message_of
from jobquality.ledger.signing import is_signed, key_id_of
from jobquality.store.database import Session
from jobquality.store.publications import Entry, PublicKey, list_signed

#: A signature that was checked stays right; a page of many scores asks for each again.
_REMEMBERED = 8192


class Sealed(Protocol):
    """What has a body in the chain: a publication, a certificate."""

    @property
    def hash(self) -> str:
        """The SHA-256 of the body that was signed."""

    @property
    def content(self) -> str:
        """The body as it is kept today; empty where it gave way to a tombstone."""


def find_whole(session: Session, hashes: Iterable[str]) -> frozenset[str]:
    """Return those of these hashes that an entry has which was signed by the key it names."""
    found = list_signed(session, hashes)
    return frozenset(entry.hash for entry, key in found if _is_whole(entry, key))


def is_body(sealed: Sealed, whole: frozenset[str]) -> bool:
    """Say whether a body is what was signed, or is gone; `whole` comes from `find_whole`."""
    is_same = not sealed.content or hash_of(sealed.content) == sealed.hash
    return sealed.hash in whole and is_same


def _is_whole(entry: Entry, key: PublicKey) -> bool:
    return _is_right(entry.key_id, message_of(entry), entry.signature, key.public_key)


@lru_cache(maxsize=_REMEMBERED)
def _is_right(key_id: str, message: bytes, signature: str, public_key: str) -> bool:
    try:
        is_named = key_id_of(public_key) == key_id
    except ValueError:
        return False
    return is_named and is_signed(message, signature, public_key)
