"""Which keys sign for an organization, as its chain says.

They are that of its first entry, and each that an entry brought in. The table of public keys
only keeps their public halves: whoever can write into the database can add a row there, and has
no key to say so in the chain.
"""

from collections.abc import Collection, Iterator
from functools import lru_cache

from jobquality.ledger.acts import ActKind, NewKey
from jobquality.ledger.audit import Wrong
from jobquality.ledger.canonical import hash_of
from jobquality.ledger.chain import message_of
from jobquality.ledger.signing import is_signed, key_id_of
from jobquality.services.amends import read_act
from jobquality.store.chains import list_key_entries
from jobquality.store.database import Session
from jobquality.store.publications import Entry, PublicKey, first_entry, list_public_keys

#: A signature that was checked stays right; a page of many scores asks for each again.
_REMEMBERED = 8192


def list_chain_keys(session: Session, organization_id: str) -> tuple[PublicKey, ...]:
    """Return the keys that ever signed, the oldest first, each since the moment of its entry.

    There is none where the key of the first entry is not kept, or is another one: then nothing
    that follows can be checked, and `verify` says so.
    """
    return chain_keys_of(session, [organization_id]).get(organization_id, ())


def chain_keys_of(
    session: Session, organization_ids: Collection[str]
) -> dict[str, tuple[PublicKey, ...]]:
    """Return the same of several organizations at once, by their ids."""
    found: dict[str, tuple[PublicKey, ...]] = {}
    for entry, content, public in list_key_entries(session, organization_ids):
        known = found.get(entry.organization_id, ())
        key = _first(entry, public) if entry.number == 1 else None
        if known:
            key = _follower(known[-1], entry, content)
        if key is not None:
            found[entry.organization_id] = (*known, key)
    return found


def signing_key(session: Session, organization_id: str) -> str:
    """Return the id of the key that signs now; empty before the first entry."""
    known = list_chain_keys(session, organization_id)
    if known:
        return known[-1].key_id
    # No new key takes the place of one whose public half is gone.
    entry = first_entry(session, organization_id)
    return entry.key_id if entry else ""


def list_changes(session: Session, organization_id: str) -> tuple[tuple[Entry, NewKey], ...]:
    """Return the entries that name a new key and are what was hashed, in their order."""
    return tuple(
        (entry, act)
        for entry, content, _ in list_key_entries(session, [organization_id])
        if hash_of(content) == entry.hash
        and isinstance(act := read_act(entry.kind, content), NewKey)
    )


def find_foreign_keys(session: Session, organization_id: str) -> Iterator[Wrong]:
    """Yield each row of a key that no entry brought in, or that another moment stands beside."""
    known = {one.key_id: one for one in list_chain_keys(session, organization_id)}
    for row in list_public_keys(session, organization_id):
        key = known.get(row.key_id)
        if key is None:
            message = f"The key {row.key_id} stands in the list of keys; no entry brought it in."
            yield Wrong(number=None, message=message)
        elif row != key:
            message = f"The list of keys says something else of {row.key_id} than its entry."
            yield Wrong(number=None, message=message)


def _first(entry: Entry, public: str) -> PublicKey | None:
    if not is_right(entry, public):
        return None
    return PublicKey(
        organization_id=entry.organization_id,
        key_id=entry.key_id,
        public_key=public,
        first=entry.at,
    )


def _follower(before: PublicKey, entry: Entry, content: str) -> PublicKey | None:
    """Return the key that an entry brings in, where the key before it signed that."""
    if hash_of(content) != entry.hash or entry.kind != ActKind.KEY.value:
        return None
    act = read_act(entry.kind, content)
    is_next = entry.key_id == before.key_id and is_right(entry, before.public_key)
    if not isinstance(act, NewKey) or not is_next or act.replaces != before.key_id:
        return None
    return PublicKey(
        organization_id=entry.organization_id,
        key_id=act.key_id,
        public_key=act.public_key,
        first=entry.at,
    )


def is_right(entry: Entry, public_key: str) -> bool:
    """Say whether the key of that public half is the one that an entry names, and signed it."""
    return _is_right(entry.key_id, message_of(entry), entry.signature, public_key)


@lru_cache(maxsize=_REMEMBERED)
def _is_right(key_id: str, message: bytes, signature: str, public_key: str) -> bool:
    try:
        is_named = key_id_of(public_key) == key_id
    except ValueError:
        return False
    return is_named and is_signed(message, signature, public_key)
