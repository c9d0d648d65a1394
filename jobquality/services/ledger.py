"""Append to an organization's chain: signed, linked to what came before, and never changed."""

from datetime import datetime

from jobquality.errors import RefusedError
from jobquality.ledger.canonical import hash_of, moment_text, read_canonical
from jobquality.ledger.chain import Link, head_of, message_of
from jobquality.ledger.signing import Signer
from jobquality.services.chainkeys import signing_key
from jobquality.store.database import Session
from jobquality.store.keys import Keyring
from jobquality.store.publications import (
    Entry,
    PublicKey,
    add_entry,
    add_public_key,
    last_entry,
)


def append(  # noqa: PLR0913  # what is appended, where, by whom and when
    session: Session,
    organization_id: str,
    *,
    kind: str,
    content: str,
    keys: Keyring,
    at: datetime,
) -> Entry:
    """Sign a body, link it to the chain, and return its entry.

    The order is that of the numbers; a clock that runs behind the last entry is refused.

    Raises:
        FaultsError: the body is not canonical JSON.
        RefusedError: the clock is behind the last entry.
        ConflictError: somebody else appended at the same moment, or the same body is there.
        SetupError: the key that signed so far is not here.
    """
    read_canonical(content)
    last = last_entry(session, organization_id)
    _check_clock(last, at)
    signer = keys.signer(organization_id, signing_key(session, organization_id))
    head = head_of(last)
    link = Link(
        organization_id=organization_id,
        number=head.number + 1,
        kind=kind,
        hash=hash_of(content),
        previous=head.hash,
        at=at,
        key_id=signer.key_id,
    )
    if last is None:
        record_key(session, organization_id, signer, at=at)
    entry = _signed(link, signer)
    add_entry(session, entry, content)
    return entry


def _check_clock(last: Entry | None, at: datetime) -> None:
    if last is not None and at < last.at:
        raise RefusedError(
            f"The clock of this computer says {moment_text(at)}, but the last publication was "
            f"made at {moment_text(last.at)}. Set the clock right, then try again."
        )


def record_key(session: Session, organization_id: str, signer: Signer, *, at: datetime) -> None:
    """Keep the public half of a key: it signs once an entry of the chain says so."""
    add_public_key(
        session,
        PublicKey(
            organization_id=organization_id,
            key_id=signer.key_id,
            public_key=signer.public_key,
            first=at,
        ),
    )


def _signed(link: Link, signer: Signer) -> Entry:
    return Entry(
        organization_id=link.organization_id,
        number=link.number,
        kind=link.kind,
        hash=link.hash,
        previous=link.previous,
        at=link.at,
        key_id=link.key_id,
        signature=signer.sign(message_of(link)),
    )
