"""A new signing key: one person proposes it, another decides, and the old key signs it in."""

from dataclasses import dataclass
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import RefusedError
from jobquality.ledger.acts import Act, NewKey
from jobquality.services.acts import append_act
from jobquality.services.chainkeys import signing_key
from jobquality.services.events import EventKind, record
from jobquality.services.ledger import record_key
from jobquality.services.proposals import Verdict, decide, propose
from jobquality.store.database import Session
from jobquality.store.keys import Keyring
from jobquality.store.proposals import Proposal, ProposalKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeKey:
    """A new key that somebody asks for, with the reason, which everyone will read."""

    id: str
    reason: str


def propose_key(session: Session, actor: Actor, command: ProposeKey, *, at: datetime) -> Proposal:
    """Ask for a new signing key.

    Raises:
        ForbiddenError: the actor may not manage.
        RefusedError: no key has signed yet, or a new one is proposed already.
        FaultsError: there is no reason, or too long a one.
    """
    check_may(actor, Action.MANAGE)
    proposal = Proposal(
        id=command.id,
        organization_id=actor.organization_id,
        kind=ProposalKind.KEY,
        subject=_current(session, actor),
        reason=command.reason,
        proposed_by=actor.person_id,
        proposed_at=at,
        details={},
    )
    made = propose(session, actor, proposal)
    _record(session, actor, EventKind.KEY_PROPOSED, made.subject, at=at)
    return made


def decide_key(
    session: Session, actor: Actor, verdict: Verdict, *, keys: Keyring, at: datetime
) -> Proposal:
    """Decide as the second person; where accepted, every later entry is signed by the new key.

    The private half of the old key stays until `Keyring.retire`, after the transaction.

    Raises:
        ForbiddenError: the actor may not publish, or proposed it.
        NotFoundError: there is no such proposal.
        RefusedError: it is decided already, or another key signs by now.
        SetupError: the key that signed so far is not here.
    """
    check_may(actor, Action.PUBLISH)
    decided = decide(session, actor, verdict, kind=ProposalKind.KEY, at=at)
    if not verdict.is_accepted:
        _record(session, actor, EventKind.PROPOSAL_REFUSED, decided.subject, at=at)
        return decided
    if decided.subject != _current(session, actor):
        raise RefusedError("Another key signs by now. Propose a new one again.")
    _change(session, decided, keys=keys, at=at)
    _record(session, actor, EventKind.KEY_CHANGED, decided.subject, at=at)
    return decided


def _change(session: Session, decided: Proposal, *, keys: Keyring, at: datetime) -> None:
    signer = keys.make_next(decided.organization_id)

    def made(number: int) -> Act:
        return NewKey(
            number=number,
            organization=decided.organization_id,
            at=at,
            key_id=signer.key_id,
            public_key=signer.public_key,
            replaces=decided.subject,
            reason=decided.reason,
            decided_by=(decided.proposed_by, decided.decided_by or ""),
        )

    append_act(session, decided.organization_id, made, keys=keys, at=at)
    record_key(session, decided.organization_id, signer, at=at)


def _current(session: Session, actor: Actor) -> str:
    current = signing_key(session, actor.organization_id)
    if not current:
        raise RefusedError("No key has signed anything yet. The first publication makes one.")
    return current


def _record(session: Session, actor: Actor, kind: EventKind, key_id: str, *, at: datetime) -> None:
    organization_id = actor.organization_id
    record(
        session, actor, kind, organization_id=organization_id, about="key", about_id=key_id, at=at
    )
