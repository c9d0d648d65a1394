"""Taking a publication back: one person proposes it with a public reason, another decides."""

from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import PublicationState, check_publication_step
from jobquality.ledger.acts import Act, Cause, Withdrawal
from jobquality.rubrics.catalog import Catalog
from jobquality.services.acts import append_act
from jobquality.services.contesting import mark
from jobquality.services.events import EventKind, note
from jobquality.services.proposals import Verdict, check_stands_for, decide, propose
from jobquality.services.resting import suspend_fallen
from jobquality.services.telling import WITHDRAWN, tell_employer
from jobquality.store.database import Session
from jobquality.store.keys import Keyring
from jobquality.store.proposals import Proposal, ProposalKind
from jobquality.store.publications import get_publication, set_publication_state
from jobquality.wording.whys import own_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeWithdrawal:
    """A publication that shall not be said any more, and why; everyone will read it."""

    id: str
    publication: str
    cause: Cause
    reason: str


def propose_withdrawal(
    session: Session, actor: Actor, command: ProposeWithdrawal, *, at: datetime
) -> Proposal:
    """Ask to take a publication back.

    Raises:
        ForbiddenError: the actor may not publish.
        NotFoundError: there is no such publication of this organization.
        RefusedError: it is withdrawn already, or that is proposed already.
        FaultsError: there is no reason, or too long a one.
    """
    check_may(actor, Action.PUBLISH)
    publication = get_publication(session, command.publication)
    check_publication_step(publication.state, PublicationState.WITHDRAWN)
    proposal = Proposal(
        id=command.id,
        organization_id=publication.organization_id,
        kind=ProposalKind.WITHDRAWAL,
        subject=publication.hash,
        reason=command.reason,
        proposed_by=actor.person_id,
        proposed_at=at,
        details={"cause": command.cause.value},
    )
    made = propose(session, actor, proposal)
    note(session, actor, EventKind.WITHDRAWAL_PROPOSED, made.subject, at=at)
    return made


def decide_withdrawal(  # noqa: PLR0913  # who decides what, with which keys, and when
    session: Session,
    actor: Actor,
    verdict: Verdict,
    *,
    catalog: Catalog,
    keys: Keyring,
    at: datetime,
    public_url: str = "",
) -> Proposal:
    """Decide as the second person; where accepted, nobody sees the publication any more.

    It stays in the chain. Certificates that rest on it are suspended in the same moment, and
    the employer is told, with an address below `public_url`.

    Raises:
        ForbiddenError: the actor may not publish, or proposed it.
        NotFoundError: there is no such proposal.
        RefusedError: it is decided already, or the publication is withdrawn already.
        FaultsError: they do not stand for the free words of the reason.
        SetupError: the key that signed so far is not here.
    """
    check_may(actor, Action.PUBLISH)
    decided = decide(session, actor, verdict, kind=ProposalKind.WITHDRAWAL, at=at)
    if not verdict.is_accepted:
        note(session, actor, EventKind.PROPOSAL_REFUSED, decided.subject, at=at)
        return decided
    check_stands_for(verdict, own_words("withdrawal", decided.reason))
    publication = get_publication(session, decided.subject)
    check_publication_step(publication.state, PublicationState.WITHDRAWN)
    _append(session, decided, keys=keys, at=at)
    set_publication_state(session, publication.hash, PublicationState.WITHDRAWN)
    mark(session, publication.employer_id)
    withdrawn = replace(publication, state=PublicationState.WITHDRAWN)
    reason = decided.reason
    suspend_fallen(session, actor, withdrawn, reason=reason, catalog=catalog, keys=keys, at=at)
    tell_employer(
        session, actor, publication, WITHDRAWN, reason=reason, public_url=public_url, at=at
    )
    note(session, actor, EventKind.WITHDRAWN, publication.hash, at=at)
    return decided


def _append(session: Session, decided: Proposal, *, keys: Keyring, at: datetime) -> None:
    def made(number: int) -> Act:
        return Withdrawal(
            number=number,
            organization=decided.organization_id,
            at=at,
            publication=decided.subject,
            cause=Cause(decided.details["cause"]),
            reason=decided.reason,
            decided_by=(decided.proposed_by, decided.decided_by or ""),
        )

    append_act(session, decided.organization_id, made, keys=keys, at=at)
