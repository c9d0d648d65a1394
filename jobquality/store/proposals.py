"""What one person proposes and another one decides."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select

from jobquality.errors import NotFoundError
from jobquality.ledger.canonical import canonical_text, read_canonical
from jobquality.store.database import Session
from jobquality.store.marks import is_ours
from jobquality.store.rows import ProposalRow
from jobquality.store.versions import check_version


class ProposalKind(StrEnum):
    """What is proposed."""

    WITHDRAWAL = "withdrawal"
    TOMBSTONE = "tombstone"
    KEY = "key"
    EDITION = "edition"
    FIGURE = "figure"
    DECISION = "decision"
    ACCOUNT = "account"
    STATUS = "status"
    WITNESS = "witness"
    SPEAKER = "speaker"
    LINK = "link"


class ProposalState(StrEnum):
    """Where a proposal stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One proposal. `subject` is the hash or id of what it is about, `details` its own words."""

    id: str
    organization_id: str
    kind: ProposalKind
    subject: str
    reason: str
    proposed_by: str
    proposed_at: datetime
    details: Mapping[str, str]
    state: ProposalState = ProposalState.OPEN
    decided_by: str | None = None
    decided_at: datetime | None = None
    answer: str = ""
    version: int = 1


def add_proposal(session: Session, proposal: Proposal) -> None:
    """Keep a new proposal."""
    row = ProposalRow(
        id=proposal.id,
        organization_id=proposal.organization_id,
        kind=proposal.kind.value,
        subject=proposal.subject,
        details=canonical_text(dict(proposal.details)),
        reason=proposal.reason,
        proposed_by=proposal.proposed_by,
        proposed_at=proposal.proposed_at,
    )
    _decide(row, proposal)
    session.add(row)
    session.flush()


def decide_proposal(session: Session, proposal: Proposal) -> Proposal:
    """Write what was decided, and return it with its new version.

    Raises:
        ConflictError: somebody decided since `proposal.version`.
    """
    row = session.get_one(ProposalRow, proposal.id)
    check_version(row, proposal.version)
    _decide(row, proposal)
    session.flush()
    return _proposal(row)


def get_proposal(session: Session, proposal_id: str) -> Proposal:
    """Return one proposal.

    Raises:
        NotFoundError: there is none of that id.
    """
    row = session.scalars(select(ProposalRow).where(ProposalRow.id == proposal_id)).first()
    if row is None:
        raise NotFoundError("There is no such proposal.")
    return _proposal(row)


def is_as_proposed(session: Session, proposal_id: str) -> bool:
    """Say whether a proposal is what this program wrote, and of whom it wrote it."""
    row = session.scalars(select(ProposalRow).where(ProposalRow.id == proposal_id)).first()
    return row is not None and is_ours(row)


def list_forged(session: Session, organization_id: str) -> tuple[str, ...]:
    """Return the ids of proposals that were changed past the program, or never made in it."""
    wanted = select(ProposalRow).where(ProposalRow.organization_id == organization_id)
    rows = session.scalars(wanted.order_by(ProposalRow.id))
    return tuple(row.id for row in rows if not is_ours(row))


def list_proposals(
    session: Session, *, kind: ProposalKind | None = None, state: ProposalState | None = None
) -> tuple[Proposal, ...]:
    """Return proposals, oldest first."""
    wanted = select(ProposalRow).order_by(ProposalRow.proposed_at, ProposalRow.id)
    if kind is not None:
        wanted = wanted.where(ProposalRow.kind == kind.value)
    if state is not None:
        wanted = wanted.where(ProposalRow.state == state.value)
    return tuple(_proposal(row) for row in session.scalars(wanted))


def _decide(row: ProposalRow, proposal: Proposal) -> None:
    row.state = proposal.state.value
    row.decided_by = proposal.decided_by
    row.decided_at = proposal.decided_at
    row.answer = proposal.answer


def _proposal(row: ProposalRow) -> Proposal:
    details = read_canonical(row.details)
    return Proposal(
        id=row.id,
        organization_id=row.organization_id,
        kind=ProposalKind(row.kind),
        subject=row.subject,
        reason=row.reason,
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        details={str(key): str(text) for key, text in details.items()}
        if isinstance(details, dict)
        else {},
        state=ProposalState(row.state),
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        answer=row.answer,
        version=row.version,
    )
