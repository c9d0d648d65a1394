"""All the evidence of one assessment at once, for somebody of the organization."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.services.events import EventKind, note
from jobquality.services.evidence import OpenEvidence, open_evidence
from jobquality.store.assessments import get_assessment
from jobquality.store.database import Session
from jobquality.store.evidence import Evidence, list_evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """What somebody takes away: `id` names the command, for what is kept of who opened what."""

    id: str
    assessment_id: str


def bundle_evidence(
    session: Session, actor: Actor, command: Bundle, *, at: datetime
) -> tuple[Evidence, ...]:
    """Return every piece of an assessment, and keep that the actor opened each of them.

    Raises:
        ForbiddenError: the actor may not look.
        NotFoundError: there is no such assessment, or it is another organization's.
    """
    check_may(actor, Action.LOOK)
    assessment = get_assessment(session, command.assessment_id)
    pieces = list_evidence(session, assessment.id)
    for piece in pieces:
        opened = OpenEvidence(id=_id_of(command, piece), evidence_id=piece.id)
        open_evidence(session, actor, opened, at=at)
    count = str(len(pieces))
    about = "assessment"
    note(session, actor, EventKind.EXPORTED, assessment.id, about=about, at=at, count=count)
    return pieces


def _id_of(command: Bundle, piece: Evidence) -> str:
    return hashlib.sha256(f"{command.id} {piece.id}".encode()).hexdigest()[:32]
