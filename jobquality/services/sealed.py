"""Whether what a page is about to show is still what was signed."""

from collections.abc import Iterable

from jobquality.ledger.canonical import hash_of
from jobquality.ledger.chain import message_of
from jobquality.ledger.signing import is_signed, key_id_of
from jobquality.store.database import Session
from jobquality.store.publications import Entry, Publication, PublicKey, list_signed


def find_changed(session: Session, shown: Iterable[Publication]) -> frozenset[str]:
    """Return the hashes of those that are not what was signed; empty where all is whole.

    Looks at each body, its entry and its key alone. Whether an entry is missing elsewhere in
    the chain only `verify` tells.
    """
    bodies = {one.hash: one.content for one in shown}
    whole = {entry.hash for entry, key in list_signed(session, bodies) if _is_whole(entry, key)}
    return frozenset(
        name
        for name, content in bodies.items()
        if name not in whole or (content and hash_of(content) != name)
    )


def _is_whole(entry: Entry, key: PublicKey) -> bool:
    try:
        is_named = key_id_of(key.public_key) == entry.key_id
    except ValueError:
        return False
    return is_named and is_signed(message_of(entry), entry.signature, key.public_key)
