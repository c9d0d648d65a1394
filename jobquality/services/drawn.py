"""Issued documents: signed when they are made, and given out only as they were signed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from jobquality.errors import IntegrityFailedError
from jobquality.ledger.acts import ActKind
from jobquality.ledger.audit import Wrong
from jobquality.ledger.drawn import is_as_signed, signature_of
from jobquality.services.chainkeys import list_chain_keys, signing_key
from jobquality.services.sealed import FAILED
from jobquality.store.chains import find_entries, has_kind
from jobquality.store.database import Session
from jobquality.store.documents import (
    Drawn,
    add_document,
    find_document,
    list_documents,
    set_signature,
)
from jobquality.store.keys import Keyring


def keep_drawn(session: Session, drawn: Drawn, *, keys: Keyring, at: datetime) -> None:
    """Sign a new document and remember it; it is never made again.

    Raises:
        ConflictError: somebody else made it at the same moment; theirs counts.
        SetupError: the key that signs now is not here.
    """
    add_document(session, _signed(session, drawn, keys), at=at)


def find_drawn(session: Session, subject: str, *, kind: str, language: str) -> Drawn | None:
    """Return a document that was made before, or None.

    Raises:
        IntegrityFailedError: it is not the one that was signed.
    """
    drawn = find_document(session, subject, kind=kind, language=language)
    if drawn is None:
        return None
    must = has_kind(session, drawn.organization_id, ActKind.BESIDE.value)
    if _is_another(drawn, _public(session, drawn.organization_id), must_be_signed=must):
        raise IntegrityFailedError(FAILED)
    return drawn


def sign_older(session: Session, organization_id: str, *, keys: Keyring) -> None:
    """Sign each document that was made before documents were signed.

    Raises:
        SetupError: the key that signs now is not here.
    """
    for one in list_documents(session, organization_id):
        if not one.signature:
            set_signature(session, _signed(session, one, keys))


def find_replaced(
    session: Session, organization_id: str, *, must_be_signed: bool
) -> Iterator[Wrong]:
    """Yield each document that is not the one that was signed.

    `must_be_signed` is on once the chain says what stands beside it: all were signed then.
    """
    public = _public(session, organization_id)
    listed = list_documents(session, organization_id)
    wrong = [one for one in listed if _is_another(one, public, must_be_signed=must_be_signed)]
    numbers = find_entries(session, [one.subject for one in wrong])
    for one in wrong:
        said = "is not the one that was signed" if one.signature else "has no signature any more"
        message = f"The issued PDF ({one.kind}, {one.language}) {said}."
        yield Wrong(number=numbers.get(one.subject), message=message)


def _is_another(drawn: Drawn, keys: Mapping[str, str], *, must_be_signed: bool) -> bool:
    return not is_as_signed(drawn, keys) if drawn.signature else must_be_signed


def _public(session: Session, organization_id: str) -> Mapping[str, str]:
    return {one.key_id: one.public_key for one in list_chain_keys(session, organization_id)}


def _signed(session: Session, drawn: Drawn, keys: Keyring) -> Drawn:
    signer = keys.signer(drawn.organization_id, signing_key(session, drawn.organization_id))
    return replace(drawn, signature=signature_of(drawn, signer))
