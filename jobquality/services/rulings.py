"""What comes of a dispute: decided by two people, neither of whom wrote what is contested."""

from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import Fault, RefusedError, check_faults
from jobquality.ledger.acts import Act
from jobquality.ledger.acts import Statement as Said
from jobquality.services import proposals
from jobquality.services.acts import append_act
from jobquality.services.approvals import authors_of
from jobquality.services.contesting import find_waiting, mark
from jobquality.services.events import EventKind
from jobquality.services.hands import ANY_WAY, check_two
from jobquality.services.proposals import Verdict
from jobquality.services.statements import log
from jobquality.store import statements as store
from jobquality.store.assessments import get_assessment
from jobquality.store.database import Session
from jobquality.store.employers import family_of
from jobquality.store.keys import Keyring
from jobquality.store.proposals import Proposal, ProposalKind, ProposalState, get_proposal
from jobquality.store.publications import get_publication, list_publications
from jobquality.store.statements import Outcome, Statement, StatementState, Topic

#: What can come of each; whoever only speaks gets no decision.
OUTCOMES = {
    Topic.DISPUTE: tuple(Outcome),
    Topic.FIXED: (Outcome.STAYS,),
    Topic.STATEMENT: (),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What one person proposes to decide, with the reasons; they are printed."""

    id: str
    statement_id: str
    outcome: str
    reasons: str


def propose_ruling(session: Session, actor: Actor, command: Rule, *, at: datetime) -> Proposal:
    """Keep what somebody would decide; it counts once a second person agrees.

    Raises:
        ForbiddenError: the actor may not review, or wrote a part of what is contested.
        NotFoundError: there is no such statement.
        RefusedError: nothing waits for a decision, or one is proposed already.
        FaultsError: there are no reasons, or nothing says what comes of it.
    """
    check_may(actor, Action.REVIEW)
    statement = _undecided(session, command.statement_id)
    _check_apart(session, actor, statement, at=at)
    if command.outcome not in OUTCOMES[statement.topic]:
        check_faults([Fault(message="Choose what comes of it.", where="outcome")])
    proposal = Proposal(
        id=command.id,
        organization_id=statement.organization_id,
        kind=ProposalKind.DECISION,
        subject=statement.id,
        reason=command.reasons,
        proposed_by=actor.person_id,
        proposed_at=at,
        details={"outcome": command.outcome},
    )
    log(session, actor, EventKind.DECISION_PROPOSED, statement, at=at)
    return proposals.propose(session, actor, proposal)


def confirm_ruling(
    session: Session, actor: Actor, verdict: Verdict, *, keys: Keyring, at: datetime
) -> Statement:
    """Agree as the second person: the decision is signed and printed.

    The mark ends where the score stays; else once it is corrected or withdrawn. Until then
    it can be decided anew, and both decisions stay printed. Where they do not agree nothing
    is decided, and somebody proposes anew.

    Raises:
        ForbiddenError: the actor may not publish, proposed it, or wrote a part of it.
        NotFoundError: there is no such proposal.
        RefusedError: it is decided already.
        ConflictError: somebody decided since, or appended to the chain meanwhile.
    """
    check_may(actor, Action.PUBLISH)
    statement = store.get_statement(session, get_proposal(session, verdict.proposal_id).subject)
    _check_apart(session, actor, statement, at=at)
    decided = proposals.decide(session, actor, verdict, kind=ProposalKind.DECISION, at=at)
    if decided.state is not ProposalState.ACCEPTED:
        log(session, actor, EventKind.PROPOSAL_REFUSED, statement, at=at)
        return statement
    statement = _undecided(session, decided.subject)
    outcome = decided.details["outcome"]
    said = f"{outcome}: {decided.reason}"
    by = (decided.proposed_by, actor.person_id)

    def made(number: int) -> Act:
        return Said(
            number=number,
            organization=statement.organization_id,
            at=at,
            publication=statement.publication_hash,
            topic="decision",
            criteria=statement.criteria,
            text=said,
            said_by="",
            answers=statement.act_hash,
            decided_by=by,
        )

    entry = append_act(session, statement.organization_id, made, keys=keys, at=at)
    kept = store.change_statement(session, _decided(statement, outcome, entry.hash, at))
    mark(session, kept.employer_id)
    log(session, actor, EventKind.STATEMENT_DECIDED, statement, at=at)
    return kept


def _undecided(session: Session, statement_id: str) -> Statement:
    statement = store.get_statement(session, statement_id)
    is_printed = statement.state is StatementState.PRINTED
    is_open = statement.answered_at is None or is_waiting(session, statement)
    if not is_printed or not is_open or not OUTCOMES[statement.topic]:
        raise RefusedError("There is nothing to decide here. Reload the page.")
    return statement


def is_waiting(session: Session, statement: Statement) -> bool:
    """Say whether it was decided to correct or withdraw, and that was not done yet."""
    records = family_of(session, statement.employer_id)
    published = list_publications(session, employer_ids=records)
    numbers = {one.hash: one.number for one in published}
    return bool(find_waiting(session, [statement], numbers))


def _decided(statement: Statement, outcome: str, body: str, at: datetime) -> Statement:
    """Return a statement with its decision; one that was decided before keeps that too."""
    before = (statement.decision_hash,) if statement.decision_hash else ()
    return replace(
        statement,
        outcome=outcome,
        decision_hash=body,
        earlier_decisions=(*statement.earlier_decisions, *before),
        answered_at=statement.answered_at or at,
    )


def _check_apart(session: Session, actor: Actor, statement: Statement, *, at: datetime) -> None:
    """Refuse whoever wrote a part of the contested score.

    The reviewer of that time may be one of the two, never both: two people decide.
    """
    publication = get_publication(session, statement.publication_hash)
    assessment = get_assessment(session, publication.assessment_id)
    alone = (
        "You wrote a part of the score that is contested, so two other people have to "
        "decide. Where there are too few of you, ask somebody in."
    )
    check_two(session, actor, authors_of(session, assessment), alone, at=at, ways=ANY_WAY)
