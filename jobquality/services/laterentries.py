"""Everything that the chain says of one publication after it: acts with their entries."""

from dataclasses import dataclass

from jobquality.ledger.acts import (
    ActKind,
    Correction,
    Statement,
    Tombstone,
    Withdrawal,
    load_act,
)
from jobquality.ledger.canonical import hash_of
from jobquality.store.chains import list_of_kinds
from jobquality.store.database import Session
from jobquality.store.publications import Entry, Publication

_KINDS = (ActKind.CORRECTION, ActKind.WITHDRAWAL, ActKind.TOMBSTONE, ActKind.STATEMENT)


Later = Correction | Withdrawal | Tombstone | Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterEntry:
    """One entry that speaks of a publication; `body` is its canonical JSON, byte for byte."""

    entry: Entry
    act: Later
    body: str


def list_later(session: Session, publication: Publication) -> tuple[LaterEntry, ...]:
    """Return what was said of a publication later, oldest first.

    A body that gave way to a tombstone says nothing any more, nor does one that is not what
    was signed; `verify` names it.
    """
    found = list_of_kinds(session, [kind.value for kind in _KINDS])
    own = (
        (entry, body, load_act(entry.kind, body))
        for entry, body in found
        if entry.organization_id == publication.organization_id and hash_of(body) == entry.hash
    )
    return tuple(
        LaterEntry(entry=entry, act=act, body=body)
        for entry, body, act in own
        if isinstance(act, Later) and publication.hash in _subjects_of(act)
    )


def _subjects_of(act: Later) -> tuple[str, ...]:
    if isinstance(act, Correction):
        return act.publication, act.corrects
    return (act.body,) if isinstance(act, Tombstone) else (act.publication,)
