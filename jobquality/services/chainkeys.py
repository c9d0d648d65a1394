"""Which keys sign for an organization, as its chain says.

They are that of its first entry, and each that an entry brought in. The table of public keys
only keeps their public halves: whoever can write into the database can add a row there, and has
no key to say so in the chain.
"""

from collections.abc import Iterator

from jobquality.ledger.acts import ActKind, NewKey
from jobquality.ledger.audit import Wrong
from jobquality.ledger.canonical import hash_of
from jobquality.ledger.chain import message_of
from jobquality.ledger.signing import is_signed, key_id_of
from jobquality.services.amends import read_act
from jobquality.store.chains import list_of_kinds
from jobquality.store.database import Session
from jobquality.store.publications import Entry, PublicKey, first_entry, list_public_keys


def list_chain_keys(session: Session, organization_id: str) -> tuple[PublicKey, ...]:
    """Return the keys that ever signed, the oldest first, each since the moment of its entry.

    There is none where the key of the first entry is not kept, or is another one: then nothing
    that follows can be checked, and `verify` says so.
    """
    entry = first_entry(session, organization_id)
    kept = {one.key_id: one.public_key for one in list_public_keys(session, organization_id)}
    public = kept.get(entry.key_id, "") if entry else ""
    if entry is None or not _is_by(entry, entry.key_id, public):
        return ()
    first = PublicKey(
        organization_id=organization_id, key_id=entry.key_id, public_key=public, first=entry.at
    )
    return (first, *_followers(session, first))


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
    found = list_of_kinds(session, [ActKind.KEY.value], organization_id=organization_id)
    return tuple(
        (entry, act)
        for entry, content in sorted(found, key=lambda one: one[0].number)
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


def _followers(session: Session, first: PublicKey) -> Iterator[PublicKey]:
    current = first
    for entry, act in list_changes(session, first.organization_id):
        if _is_by(entry, current.key_id, current.public_key) and act.replaces == current.key_id:
            current = PublicKey(
                organization_id=first.organization_id,
                key_id=act.key_id,
                public_key=act.public_key,
                first=entry.at,
            )
            yield current


def _is_by(entry: Entry, key_id: str, public_key: str) -> bool:
    """Say whether the key of that id signed an entry."""
    try:
        is_named = entry.key_id == key_id == key_id_of(public_key)
    except ValueError:
        return False
    return is_named and is_signed(message_of(entry), entry.signature, public_key)
