"""Emptying a body beside a tombstone: for court orders and erasure; two people, a public reason.

The hash, the signature and the place in the chain stay, so that everyone can see that something
was there and why it is gone. Whatever else was made from the body goes with it.

Source: docs/decisions/0033-corrections.md
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import CertificateStatus, PublicationState
from jobquality.errors import Fault, NotFoundError, RefusedError, check_faults
from jobquality.ledger.acts import Act, ActKind, Cause, Tombstone
from jobquality.ledger.audit import CERTIFICATE, PUBLICATION
from jobquality.services.acts import append_act
from jobquality.services.events import EventKind, note
from jobquality.services.proposals import Verdict, check_stands_for, decide, propose
from jobquality.services.telling import tell_of_words
from jobquality.services.worth import ChangeStatus, set_worth
from jobquality.store.certificates import list_certificates
from jobquality.store.chains import find_entry
from jobquality.store.database import Session
from jobquality.store.documents import remove_documents
from jobquality.store.keys import Keyring
from jobquality.store.proposals import Proposal, ProposalKind
from jobquality.store.publications import Entry, empty_body, find_body, get_publication
from jobquality.store.statements import find_said
from jobquality.wording.whys import own_words

_LONGEST_ORDER = 200
_OPEN = (CertificateStatus.VALID, CertificateStatus.SUSPENDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeTombstone:
    """A body that has to go, why, and the order that says so; everyone will read both."""

    id: str
    body: str
    cause: Cause
    reason: str
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Emptied:
    """What was decided, and the files that stood for the body: nobody names them any more."""

    proposal: Proposal
    files: tuple[str, ...]


def propose_tombstone(
    session: Session, actor: Actor, command: ProposeTombstone, *, at: datetime
) -> Proposal:
    """Ask to let a body give way to a tombstone.

    Raises:
        ForbiddenError: the actor may not publish.
        NotFoundError: there is no such body of this organization.
        RefusedError: it is gone already, still public, or of a kind that must stay; or that is
            proposed already.
        FaultsError: there is no reason or order, or too long a one.
    """
    check_may(actor, Action.PUBLISH)
    entry = check_may_go(session, command.body)
    check_faults(_order_faults(command.order))
    proposal = Proposal(
        id=command.id,
        organization_id=entry.organization_id,
        kind=ProposalKind.TOMBSTONE,
        subject=entry.hash,
        reason=command.reason,
        proposed_by=actor.person_id,
        proposed_at=at,
        details={"cause": command.cause.value, "order": " ".join(command.order.split())},
    )
    made = propose(session, actor, proposal)
    note(session, actor, EventKind.TOMBSTONE_PROPOSED, made.subject, at=at)
    return made


def decide_tombstone(  # noqa: PLR0913  # who decides what, with which keys, when, and where it is
    session: Session,
    actor: Actor,
    verdict: Verdict,
    *,
    keys: Keyring,
    at: datetime,
    public_url: str = "",
) -> Emptied:
    """Decide as the second person; where accepted, the body is gone for good.

    The caller takes the files off the disk after the transaction. An employer whose words go is
    told of it, with an address below `public_url`.

    Raises:
        ForbiddenError: the actor may not publish, or proposed it.
        NotFoundError: there is no such proposal.
        RefusedError: it is decided already, or the body is gone already.
        FaultsError: they do not stand for the free words of the reason.
        SetupError: the key that signed so far is not here.
    """
    check_may(actor, Action.PUBLISH)
    decided = decide(session, actor, verdict, kind=ProposalKind.TOMBSTONE, at=at)
    if not verdict.is_accepted:
        note(session, actor, EventKind.PROPOSAL_REFUSED, decided.subject, at=at)
        return Emptied(proposal=decided, files=())
    check_stands_for(verdict, own_words("tombstone", decided.reason))
    entry = check_may_go(session, decided.subject)
    said = _append(session, decided, keys=keys, at=at)
    empty_body(session, entry.hash, act_hash=said.hash, at=at)
    statement = find_said(session, entry.hash)
    if statement is not None:
        tell_of_words(
            session, actor, statement, public_reason(decided), public_url=public_url, at=at
        )
    _revoke(session, actor, entry, reason=public_reason(decided), keys=keys, at=at)
    files = remove_documents(session, _subjects(session, entry))
    note(session, actor, EventKind.TOMBSTONED, entry.hash, at=at)
    return Emptied(proposal=decided, files=files)


def check_may_go(session: Session, body_hash: str) -> Entry:
    """Return the entry of a body that a tombstone may take the place of.

    Raises:
        NotFoundError: there is no such body of this organization.
        RefusedError: it is gone already, still public, or of a kind that must stay.
    """
    entry = find_entry(session, body_hash)
    if entry is None:
        raise NotFoundError("There is no body under that hash.")
    if not find_body(session, body_hash):
        raise RefusedError("This body is gone already; its hash is kept.")
    if entry.kind == PUBLICATION:
        _check_withdrawn(session, body_hash)
    elif entry.kind not in (CERTIFICATE, ActKind.STATEMENT.value):
        raise RefusedError(
            "The chain cannot be checked without this entry, so it has to stay as it is."
        )
    return entry


def public_reason(decided: Proposal) -> str:
    """Return the reason with the order behind it, as it is published."""
    return f"{decided.reason} ({decided.details['order']})"


def _check_withdrawn(session: Session, body_hash: str) -> None:
    if get_publication(session, body_hash).state is not PublicationState.WITHDRAWN:
        raise RefusedError("Withdraw this scorecard first. Then its body can go.")


def _append(session: Session, decided: Proposal, *, keys: Keyring, at: datetime) -> Entry:
    def made(number: int) -> Act:
        return Tombstone(
            number=number,
            organization=decided.organization_id,
            at=at,
            body=decided.subject,
            cause=Cause(decided.details["cause"]),
            reason=public_reason(decided),
            decided_by=(decided.proposed_by, decided.decided_by or ""),
        )

    return append_act(session, decided.organization_id, made, keys=keys, at=at)


def _revoke(  # noqa: PLR0913  # whose certificate is worth nothing, why, with which keys, when
    session: Session, actor: Actor, entry: Entry, *, reason: str, keys: Keyring, at: datetime
) -> None:
    """Let a certificate be worth nothing whose body is gone."""
    if entry.kind != CERTIFICATE:
        return
    for one in list_certificates(session, hashes=[entry.hash]):
        if one.status in _OPEN:
            command = ChangeStatus(code=one.code, status=CertificateStatus.REVOKED, reason=reason)
            set_worth(session, actor, one, command, keys=keys, at=at)


def _subjects(session: Session, entry: Entry) -> Iterator[str]:
    """Yield the hashes of all that documents were drawn from this body for."""
    yield entry.hash
    if entry.kind == PUBLICATION:
        yield from (one.hash for one in list_certificates(session, publication_hash=entry.hash))


def _order_faults(order: str) -> Iterator[Fault]:
    if not order.strip():
        message = "The order is missing."
        remedy = "Name the court and the number, or the request that asks for it."
        yield Fault(message=message, where="order", remedy=remedy)
    if len(order) > _LONGEST_ORDER:
        message = f"The order has {len(order)} characters, {_LONGEST_ORDER} at most."
        yield Fault(message=message, where="order", remedy="Say it shorter.")
