"""Two people for what weighs on an account: one asks for it, another one carries it out.

Whoever loses the role of administrator, or the account, can agree too: then nobody was taken
down by one alone. They cannot refuse it, so that two others can remove somebody hostile.

Source: docs/decisions/0045-two-for-an-account.md
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from jobquality.access.actors import Action, Actor, Role, check_may
from jobquality.errors import ForbiddenError, RefusedError
from jobquality.services.accountmail import tell_person
from jobquality.services.events import EventKind, note
from jobquality.services.pairs import RESETS, Change, needs_another
from jobquality.services.people import (
    Link,
    give_roles,
    hold_person,
    make_password_link,
    shut_account,
    take_step,
)
from jobquality.services.proposals import Verdict, decide, propose
from jobquality.store.database import Session
from jobquality.store.people import Person, get_person
from jobquality.store.proposals import (
    Proposal,
    ProposalKind,
    ProposalState,
    get_proposal,
    list_proposals,
)

_PERSON, _CHANGE = "person", "change"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeChange:
    """What somebody would do to the account of another, and why; everybody at work reads it."""

    id: str
    person_id: str
    change: Change
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """What carrying it out needs: a link for a new password, and a key that no visit has."""

    link: Link
    session_key: str


def propose_change(
    session: Session, actor: Actor, command: ProposeChange, *, at: datetime
) -> Proposal:
    """Ask another person to agree to a change of somebody's account; the person is told.

    Raises:
        ForbiddenError: the actor is no administrator.
        NotFoundError: there is no such person.
        RefusedError: nobody else is needed for it, or it is proposed already.
        FaultsError: there is no reason, or too long a one.
    """
    check_may(actor, Action.MANAGE)
    person = hold_person(session, actor, command.person_id)
    if not needs_another(session, actor, person, command.change, at=at):
        raise RefusedError("Nobody else is needed for this. Do it on the page People.")
    proposal = Proposal(
        id=command.id,
        organization_id=actor.organization_id,
        kind=ProposalKind.ACCOUNT,
        subject=f"{command.change} {person.id}",
        reason=command.reason,
        proposed_by=actor.person_id,
        proposed_at=at,
        details={_PERSON: person.id, _CHANGE: command.change.value},
    )
    made = propose(session, actor, proposal)
    is_reset = command.change in RESETS
    kind = EventKind.RESET_PROPOSED if is_reset else EventKind.REMOVAL_PROPOSED
    note(session, actor, kind, person.id, at=at, change=command.change.value)
    tell_person(session, person, f"asked_{command.change}", by=actor.name, at=at)
    return made


def may_decide(actor: Actor, proposal: Proposal) -> bool:
    """Say whether somebody can be the second person for a change of an account."""
    if actor.is_guest or actor.person_id == proposal.proposed_by:
        return False
    if actor.person_id == person_of(proposal):
        return change_of(proposal) not in RESETS
    return actor.may(Action.PUBLISH)


def decide_change(
    session: Session, actor: Actor, verdict: Verdict, *, secrets: Secrets, at: datetime
) -> Proposal:
    """Carry a change of an account out as the second person, or refuse it.

    Raises:
        SecondStepError: the actor comes in by a password alone.
        ForbiddenError: the actor neither manages nor reviews, proposed it or could be in the
            account of whoever did, or it is about themself and no consent of theirs.
        NotFoundError: there is no such proposal.
        RefusedError: it is decided already, cannot be done any more, or whoever proposed it
            manages nobody any more.
        ConflictError: somebody decided at the same moment.
    """
    check_may(actor, Action.PUBLISH)
    _check_decides(actor, get_proposal(session, verdict.proposal_id), verdict)
    decided = decide(session, actor, verdict, kind=ProposalKind.ACCOUNT, at=at)
    person = hold_person(session, actor, person_of(decided))
    if not verdict.is_accepted:
        note(session, actor, EventKind.PROPOSAL_REFUSED, person.id, about="account", at=at)
        return decided
    _check_proposer(session, decided)
    _carry_out(session, actor, decided, person, secrets=secrets, at=at)
    return decided


def list_changes(session: Session) -> Mapping[str, tuple[Proposal, ...]]:
    """Return by person what is proposed for their account and waits, oldest first."""
    found: dict[str, tuple[Proposal, ...]] = {}
    for one in list_proposals(session, kind=ProposalKind.ACCOUNT, state=ProposalState.OPEN):
        found[person_of(one)] = (*found.get(person_of(one), ()), one)
    return found


def person_of(proposal: Proposal) -> str:
    """Return whose account a proposal is about."""
    return proposal.details.get(_PERSON, "")


def change_of(proposal: Proposal) -> Change:
    """Return what would be done to the account."""
    return Change(proposal.details[_CHANGE])


def _check_decides(actor: Actor, proposal: Proposal, verdict: Verdict) -> None:
    if proposal.kind is not ProposalKind.ACCOUNT or actor.person_id != person_of(proposal):
        return
    if change_of(proposal) in RESETS:
        raise ForbiddenError("Another person has to agree to a reset of your own account.")
    if not verdict.is_accepted:
        raise ForbiddenError(
            "This is about your own account: you can agree to it, and others can refuse it."
        )


def _check_proposer(session: Session, proposal: Proposal) -> None:
    proposer = get_person(session, proposal.proposed_by)
    if not proposer.active or Role.ADMINISTRATOR not in proposer.roles:
        raise RefusedError("Whoever proposed this manages no people any more. Propose it again.")


def _carry_out(  # noqa: PLR0913  # who agreed to what of whose account, with what, and when
    session: Session,
    actor: Actor,
    proposal: Proposal,
    person: Person,
    *,
    secrets: Secrets,
    at: datetime,
) -> None:
    match change_of(proposal):
        case Change.STEP:
            take_step(session, actor, person, [proposal.proposed_by, actor.person_id], at=at)
        case Change.PASSWORD:
            make_password_link(session, actor, person.id, secrets.link, at=at)
        case Change.DEMOTE:
            roles = person.roles - {Role.ADMINISTRATOR}
            give_roles(session, actor, person, roles, seen=person.version, at=at)
        case Change.CLOSE:
            shut_account(session, actor, person, session_key=secrets.session_key, at=at)
