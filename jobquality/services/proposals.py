"""Two people for whatever weighs: one proposes with a reason, another one decides."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.access.actors import Actor
from jobquality.errors import Fault, FaultsError, RefusedError, check_faults
from jobquality.reading.smallgroups import find_small_groups
from jobquality.services.events import EventKind, note
from jobquality.services.hands import ANY_WAY, check_two
from jobquality.services.stillhere import check_still_here
from jobquality.store.database import Session
from jobquality.store.proposals import (
    Proposal,
    ProposalKind,
    ProposalState,
    add_proposal,
    decide_proposal,
    get_proposal,
    is_as_proposed,
    list_proposals,
)

_LONGEST_REASON = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the second person says; `seen` is the version of the proposal on their page.

    `stands_for_reason` says that they read a reason in free words, and that it says nothing of
    the employer which was not published with evidence.
    """

    proposal_id: str
    is_accepted: bool
    answer: str = ""
    seen: int | None = None
    stands_for_reason: bool = False


def propose(session: Session, actor: Actor, proposal: Proposal) -> Proposal:
    """Keep a proposal; the caller has checked that the actor may make one.

    Raises:
        FaultsError: there is no reason, too long a one, or one that counts few workers.
        RefusedError: the same is proposed already and waits for a decision.
    """
    check_faults(lasting_faults(proposal.reason))
    waiting = list_proposals(session, kind=proposal.kind, state=ProposalState.OPEN)
    if any(one.subject == proposal.subject for one in waiting):
        raise RefusedError("That is proposed already. Another person has to decide on it.")
    made = replace(proposal, proposed_by=actor.person_id, reason=proposal.reason.strip())
    add_proposal(session, made)
    return made


def decide(
    session: Session, actor: Actor, verdict: Verdict, *, kind: ProposalKind, at: datetime
) -> Proposal:
    """Decide on a proposal as the second person; the caller carries it out where accepted.

    Raises:
        NotFoundError: there is no such proposal.
        ForbiddenError: the actor made it.
        RefusedError: it is another kind of proposal, or decided already; or it is to be carried
            out, and the account of whoever made it was closed.
        ConflictError: somebody decided since `verdict.seen`.
    """
    proposal = get_proposal(session, verdict.proposal_id)
    if proposal.kind is not kind or proposal.state is not ProposalState.OPEN:
        raise RefusedError("There is nothing to decide here any more. Reload the page.")
    alone = "You proposed this, so another person has to decide on it."
    check_two(session, actor, [proposal.proposed_by], alone, at=at, ways=ANY_WAY)
    if verdict.is_accepted:
        _check_as_proposed(session, proposal)
        check_still_here(session, proposal.proposed_by)
    state = ProposalState.ACCEPTED if verdict.is_accepted else ProposalState.REFUSED
    decided = replace(
        proposal,
        state=state,
        decided_by=actor.person_id,
        decided_at=at,
        answer=verdict.answer.strip(),
        version=verdict.seen or proposal.version,
    )
    return decide_proposal(session, decided)


def _check_as_proposed(session: Session, proposal: Proposal) -> None:
    """Be quiet where nobody changed, past the program, what was proposed or who did."""
    if not is_as_proposed(session, proposal.id):
        raise RefusedError(
            "This was changed past the program after it was proposed, or never proposed in it. "
            "Refuse it, and let it be proposed anew."
        )


def check_stands_for(verdict: Verdict, own: str) -> None:
    """Be quiet where the second person stands for `own`, the free words of a reason.

    Raises:
        FaultsError: there are such words, and they do not.
    """
    if own and not verdict.stands_for_reason:
        message = "The reason is in free words, and needs a second person who stands for them."
        remedy = "Read it, then tick that you stand for it. Or refuse it."
        raise FaultsError([Fault(message=message, where="stands-yes", remedy=remedy)])


def take_back(session: Session, actor: Actor, proposal_id: str, *, at: datetime) -> Proposal:
    """End what somebody proposed themself and nobody has decided on: then nothing happened.

    Raises:
        NotFoundError: there is no such proposal.
        RefusedError: somebody else proposed it, or it is decided already.
        ConflictError: somebody decided at the same moment.
    """
    proposal = get_proposal(session, proposal_id)
    if proposal.proposed_by != actor.person_id:
        raise RefusedError("Only whoever proposed this can take it back. You can refuse it.")
    if proposal.state is not ProposalState.OPEN:
        raise RefusedError("There is nothing to decide here any more. Reload the page.")
    note(session, actor, EventKind.PROPOSAL_TAKEN_BACK, proposal.id, at=at)
    ended = replace(
        proposal, state=ProposalState.REFUSED, decided_by=actor.person_id, decided_at=at
    )
    return decide_proposal(session, ended)


def reason_faults(reason: str) -> Iterator[Fault]:
    """Yield what is wrong with a reason that everyone will read."""
    if not reason.strip():
        message = "There is no reason."
        yield Fault(message=message, where="reason", remedy="Say why, in a sentence or two.")
    if len(reason) > _LONGEST_REASON:
        message = f"The reason has {len(reason)} characters, {_LONGEST_REASON} at most."
        yield Fault(message=message, where="reason", remedy="Say it shorter.")


def lasting_faults(reason: str) -> Iterator[Fault]:
    """Yield what is wrong with a reason that enters the ledger: nothing empties it ever again."""
    yield from reason_faults(reason)
    for words in find_small_groups(reason):
        message = f"'{words}' counts fewer than five workers, and this reason stays for ever."
        yield Fault(message=message, where="reason", remedy="Say it without how many they are.")
