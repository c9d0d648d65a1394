"""Whether entries of a chain are still what was signed, by the keys that the chain brought in."""

from collections.abc import Iterable
from typing import Protocol

from jobquality.ledger.canonical import hash_of
from jobquality.services.chainkeys import chain_keys_of, is_right
from jobquality.store.database import Session
from jobquality.store.publications import PublicKey, list_signed


class Sealed(Protocol):
    """What has a body in the chain: a publication, a certificate."""

    @property
    def hash(self) -> str:
        """The SHA-256 of the body that was signed."""

    @property
    def content(self) -> str:
        """The body as it is kept today; empty where it gave way to a tombstone."""


def find_whole(session: Session, hashes: Iterable[str]) -> frozenset[str]:
    """Return those of these hashes that an entry has which was signed by the key it names.

    A key counts where the chain brought it in; that a row holds its public half is not enough.
    """
    found = list_signed(session, hashes)
    known = chain_keys_of(session, {entry.organization_id for entry, _ in found})
    ours = {_named(one) for keys in known.values() for one in keys}
    return frozenset(
        entry.hash
        for entry, key in found
        if _named(key) in ours and is_right(entry, key.public_key)
    )


def is_body(sealed: Sealed, whole: frozenset[str]) -> bool:
    """Say whether a body is what was signed, or is gone; `whole` comes from `find_whole`."""
    is_same = not sealed.content or hash_of(sealed.content) == sealed.hash
    return sealed.hash in whole and is_same


def _named(key: PublicKey) -> tuple[str, str, str]:
    return key.organization_id, key.key_id, key.public_key
