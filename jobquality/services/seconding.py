"""What one person says and another one has to say too, before it happens.

So whoever closes a door before an employer that has written something does not do it alone.
"""

import hashlib
from dataclasses import replace
from datetime import datetime

from jobquality.access.actors import Actor
from jobquality.services.proposals import Verdict, decide, propose
from jobquality.store.database import Session
from jobquality.store.proposals import (
    Proposal,
    ProposalKind,
    ProposalState,
    decide_proposal,
    list_proposals,
)


def find_first(session: Session, kind: ProposalKind, subject: str) -> Proposal | None:
    """Return what one person said already and waits for another one, or None."""
    waiting = list_proposals(session, kind=kind, state=ProposalState.OPEN)
    return next((one for one in waiting if one.subject == subject), None)


def is_seconded(  # noqa: PLR0913  # who says what of which thing, why, and when
    session: Session, actor: Actor, kind: ProposalKind, subject: str, *, reason: str, at: datetime
) -> bool:
    """Say whether another person said the same before; where nobody did, keep that one does.

    Raises:
        ForbiddenError: the actor said it already, or counts as one person with who did.
        RefusedError: who said it is not here any more, or it was changed past the program.
        FaultsError: the reason is missing or too long, or counts few workers.
    """
    first = find_first(session, kind, subject)
    if first is not None:
        said = Verdict(proposal_id=first.id, is_accepted=True)
        decide(session, actor, said, kind=kind, at=at)
        return True
    before = sum(one.subject == subject for one in list_proposals(session, kind=kind))
    key = f"{kind} {subject} {before}"
    proposal = Proposal(
        id=hashlib.sha256(key.encode()).hexdigest()[:32],
        organization_id=actor.organization_id,
        kind=kind,
        subject=subject,
        reason=reason,
        proposed_by=actor.person_id,
        proposed_at=at,
        details={},
    )
    propose(session, actor, proposal)
    return False


def unsay(
    session: Session, actor: Actor, kind: ProposalKind, subject: str, *, at: datetime
) -> None:
    """End what waits for a second person: somebody decided the other way."""
    first = find_first(session, kind, subject)
    if first is not None:
        over = replace(first, state=ProposalState.REFUSED, decided_by=actor.person_id)
        decide_proposal(session, replace(over, decided_at=at))
