"""Everything that the chain says of one publication after it: acts with their entries."""

from dataclasses import dataclass

from jobquality.ledger.acts import (
    ActKind,
    Correction,
    Statement,
    StatusChanged,
    Tombstone,
    Withdrawal,
    load_act,
)
from jobquality.ledger.canonical import hash_of
from jobquality.store.certificates import list_certificates
from jobquality.store.chains import list_of_kinds
from jobquality.store.database import Session
from jobquality.store.publications import Entry, Publication

_KINDS = (
    ActKind.CORRECTION,
    ActKind.WITHDRAWAL,
    ActKind.TOMBSTONE,
    ActKind.STATEMENT,
    ActKind.STATUS,
)


Later = Correction | Withdrawal | Tombstone | Statement | StatusChanged


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterEntry:
    """One entry that speaks of a publication; `body` is its canonical JSON, byte for byte."""

    entry: Entry
    act: Later
    body: str


def list_later(session: Session, publication: Publication) -> tuple[LaterEntry, ...]:
    """Return what was said of a publication later, oldest first.

    A body that gave way to a tombstone says nothing any more, nor does one that is not what
    was signed; `verify` names it. What is said of its certificates is said of it too: a reason
    why one is suspended or revoked may weigh more than the score.
    """
    own_bodies = {publication.hash} | {
        one.hash for one in list_certificates(session, publication_hash=publication.hash)
    }
    found = list_of_kinds(session, [kind.value for kind in _KINDS])
    own = (
        (entry, body, load_act(entry.kind, body))
        for entry, body in found
        if entry.organization_id == publication.organization_id and hash_of(body) == entry.hash
    )
    return tuple(
        LaterEntry(entry=entry, act=act, body=body)
        for entry, body, act in own
        if isinstance(act, Later) and own_bodies.intersection(_subjects_of(act))
    )


def _subjects_of(act: Later) -> tuple[str, ...]:
    if isinstance(act, Correction):
        return act.publication, act.corrects
    if isinstance(act, StatusChanged):
        return (act.certificate,)
    return (act.body,) if isinstance(act, Tombstone) else (act.publication,)
