"""One signed body and where it stands, for the people who may correct it or take it back."""

from dataclasses import dataclass

from jobquality.access.states import PublicationState
from jobquality.errors import NotFoundError, RefusedError
from jobquality.ledger.audit import CERTIFICATE, PUBLICATION
from jobquality.ledger.certificate import load_certificate
from jobquality.ledger.form import load_snapshot
from jobquality.services.corrections import find_open_corrections
from jobquality.services.tombstones import check_may_go
from jobquality.store.chains import find_entry
from jobquality.store.corrections import Correcting
from jobquality.store.database import Session
from jobquality.store.employers import get_employer
from jobquality.store.proposals import Proposal, ProposalKind, ProposalState, list_proposals
from jobquality.store.publications import Entry, Publication, find_body, get_publication

_KINDS = (ProposalKind.WITHDRAWAL, ProposalKind.TOMBSTONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A body of the chain; `publication` is None where it is none.

    `may_go` says that a tombstone may take its place, `is_gone` that one did. `name` is the
    employer, as far as the body still says it.
    """

    entry: Entry
    name: str
    publication: Publication | None
    corrections: tuple[Correcting, ...]
    proposals: tuple[Proposal, ...]
    may_go: bool
    is_gone: bool

    @property
    def is_current(self) -> bool:
        """Whether it can be corrected."""
        return self.publication is not None and self.publication.state is PublicationState.CURRENT

    @property
    def is_withdrawn(self) -> bool:
        """Whether nobody may see it any more."""
        published = self.publication
        return published is not None and published.state is PublicationState.WITHDRAWN


def read_record(session: Session, body_hash: str) -> Record:
    """Return where a body of the actor's organization stands.

    Raises:
        NotFoundError: there is no such body.
    """
    entry = find_entry(session, body_hash)
    if entry is None:
        raise NotFoundError("There is no body under that hash.")
    content = find_body(session, body_hash) or ""
    is_publication = entry.kind == PUBLICATION
    publication = get_publication(session, body_hash) if is_publication else None
    return Record(
        entry=entry,
        name=_name(session, entry, publication, content),
        publication=publication,
        corrections=find_open_corrections(session, body_hash),
        proposals=_open(session, body_hash),
        may_go=_may_go(session, body_hash),
        is_gone=not content,
    )


def _name(session: Session, entry: Entry, publication: Publication | None, content: str) -> str:
    if publication is not None:
        body = load_snapshot(content) if content else None
        return body.employer.name if body else get_employer(session, publication.employer_id).name
    return load_certificate(content).employer if entry.kind == CERTIFICATE and content else ""


def _open(session: Session, body_hash: str) -> tuple[Proposal, ...]:
    waiting = list_proposals(session, state=ProposalState.OPEN)
    return tuple(one for one in waiting if one.kind in _KINDS and one.subject == body_hash)


def _may_go(session: Session, body_hash: str) -> bool:
    try:
        check_may_go(session, body_hash)
    except RefusedError:
        return False
    return True
