"""Whether what a page is about to show is still what was signed.

Fast enough for every public page: one look at the entries and keys of what is shown. Whether
an entry is missing elsewhere in the chain only `verify` tells.
"""

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Protocol

from jobquality.access.states import PublicationState
from jobquality.errors import IntegrityFailedError
from jobquality.ledger.acts import ActKind
from jobquality.ledger.canonical import hash_of
from jobquality.ledger.chain import message_of
from jobquality.ledger.signing import is_signed, key_id_of
from jobquality.services.amends import Amend, Amends, Buried, Corrected, read_amends
from jobquality.store.database import Session
from jobquality.store.publications import Entry, Publication, PublicKey, list_signed

#: A signature that was checked stays right; a page of many scores asks for each again.
_REMEMBERED = 8192
FAILED = (
    "Integrity check failed. What is kept here is not what was signed when it was published, "
    "so it is not shown. Tell the organization that published it."
)


class Sealed(Protocol):
    """What has a body in the chain: a publication, a certificate."""

    @property
    def hash(self) -> str:
        """The SHA-256 of the body that was signed."""

    @property
    def content(self) -> str:
        """The body as it is kept today; empty where it gave way to a tombstone."""


def find_changed(
    session: Session, shown: Iterable[Publication], amends: Amends | None = None
) -> frozenset[str]:
    """Return the hashes of those that are not what was signed; empty where all is whole.

    That is one whose body, entry or key is another; one that is listed as withdrawn, or whose
    body is gone, and no signed act says so; or one that an act withdraws and the list does not.
    """
    listed = tuple(shown)
    if not listed:
        return frozenset()
    acts = _acts_of({one.hash for one in listed}, amends or read_amends(session))
    wanted = {*(one.hash for one in listed), *(act.entry.hash for act, _ in acts)}
    whole = _whole(session, wanted)
    said = {
        (act.entry.organization_id, body, act.entry.kind)
        for act, body in acts
        if act.entry.hash in whole
    }
    return frozenset(
        one.hash for one in listed if not _is_body(one, whole) or not _is_said(one, said)
    )


def check_whole(
    session: Session, shown: Iterable[Publication], amends: Amends | None = None
) -> None:
    """Be quiet where all of these are still what was signed.

    Raises:
        IntegrityFailedError: one of them is not.
    """
    if find_changed(session, shown, amends):
        raise IntegrityFailedError(FAILED)


def check_body(session: Session, sealed: Sealed) -> None:
    """Be quiet where a body that is there is still what was signed.

    Raises:
        IntegrityFailedError: it is not.
    """
    if not _is_body(sealed, _whole(session, {sealed.hash})):
        raise IntegrityFailedError(FAILED)


def _whole(session: Session, hashes: Iterable[str]) -> frozenset[str]:
    found = list_signed(session, hashes)
    return frozenset(entry.hash for entry, key in found if _is_whole(entry, key))


def _is_body(sealed: Sealed, whole: frozenset[str]) -> bool:
    is_same = not sealed.content or hash_of(sealed.content) == sealed.hash
    return sealed.hash in whole and is_same


def _acts_of(bodies: Collection[str], amends: Amends) -> list[tuple[Amend, str]]:
    """Return what takes some bodies back or away, each with the hash of the body."""
    found = [
        (one, one.act.body if isinstance(one, Buried) else one.act.publication)
        for one in amends.said
        if not isinstance(one, Corrected)
    ]
    return [(one, body) for one, body in found if body in bodies]


def _is_said(publication: Publication, said: Collection[tuple[str, str, str]]) -> bool:
    """Say whether signed acts say of a publication what the list and its body say."""
    of = (publication.organization_id, publication.hash)
    is_withdrawn = publication.state is PublicationState.WITHDRAWN
    is_gone = not publication.content
    return is_withdrawn == ((*of, ActKind.WITHDRAWAL.value) in said) and (
        not is_gone or (*of, ActKind.TOMBSTONE.value) in said
    )


def _is_whole(entry: Entry, key: PublicKey) -> bool:
    return _is_right(entry.key_id, message_of(entry), entry.signature, key.public_key)


@lru_cache(maxsize=_REMEMBERED)
def _is_right(key_id: str, message: bytes, signature: str, public_key: str) -> bool:
    try:
        is_named = key_id_of(public_key) == key_id
    except ValueError:
        return False
    return is_named and is_signed(message, signature, public_key)
