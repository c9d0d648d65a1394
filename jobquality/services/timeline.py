"""Who did what when, kept for the people inside; outside nobody sees a name."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from jobquality.access.actors import Actor
from jobquality.store.database import Session
from jobquality.store.reviews import ReviewStep, Step, add_steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One step, what it is about and what was said; `id` is that of the command behind it."""

    id: str
    step: Step
    about: str = ""
    comment: str = ""


def log(session: Session, actor: Actor, assessment_id: str, *said: Said, at: datetime) -> None:
    """Keep what somebody did; nothing of it is ever changed."""
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


def _id_of(said: Said) -> str:
    """Return an id of its own for each step of one command."""
    return hashlib.sha256(f"{said.id} {said.step} {said.about}".encode()).hexdigest()[:32]
