"""Who did what when, kept for the people inside; outside nobody sees a name."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from jobquality.access.actors import Actor
from jobquality.services.events import EventKind, note
from jobquality.store.database import Session
from jobquality.store.reviews import ReviewStep, Step, add_steps

#: Which event the log tells of a step; comments, and what is kept for the machine, are none.
_EVENTS = {
    Step.SUBMITTED: EventKind.SUBMITTED,
    Step.RETURNED: EventKind.RETURNED,
    Step.APPROVED: EventKind.APPROVED,
    Step.HELD: EventKind.HELD,
    Step.LIFTED: EventKind.LIFTED,
    Step.ABANDONED: EventKind.ABANDONED,
    Step.SENT: EventKind.NOTICE_SENT,
    Step.RESUMED: EventKind.NOTICE_RESUMED,
    Step.LINK: EventKind.NOTICE_RENEWED,
    Step.ATTEMPT: EventKind.NOTICE_TRIED,
    Step.HANDED_OVER: EventKind.NOTICE_DELIVERED,
    Step.HEARD: EventKind.NOTICE_HEARD,
    Step.DECIDED: EventKind.REPLY_DECIDED,
    Step.TAKEN_BACK: EventKind.DECISION_TAKEN_BACK,
    Step.GUEST: EventKind.GUEST_INVITED,
    Step.GUEST_ENDED: EventKind.GUEST_ENDED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One step, what it is about and what was said; `id` is that of the command behind it."""

    id: str
    step: Step
    about: str = ""
    comment: str = ""


def log(session: Session, actor: Actor, assessment_id: str, *said: Said, at: datetime) -> None:
    """Keep what somebody did, and tell the log of it; nothing of it is ever changed.

    What one is said to an answer is no event of its own: it comes with its return.
    """
    add_steps(
        session,
        (
            ReviewStep(
                id=_id_of(one),
                organization_id=actor.organization_id,
                assessment_id=assessment_id,
                step=one.step,
                person_id=actor.person_id,
                at=at,
                criterion=one.about,
                comment=one.comment,
            )
            for one in said
        ),
    )
    for one in said:
        if one.step in _EVENTS:
            note(session, actor, _EVENTS[one.step], assessment_id, about="assessment", at=at)


def _id_of(said: Said) -> str:
    """Return an id of its own for each step of one command."""
    return hashlib.sha256(f"{said.id} {said.step} {said.about}".encode()).hexdigest()[:32]
