"""Say that a piece of evidence is no worker's paper after all: another person, with a reason.

The mark keeps a paper inside until a reviewer covered who it tells of. Anybody who assesses may
set it, and no form takes it off in passing.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import AssessmentState
from jobquality.errors import ConflictError, RefusedError, check_faults
from jobquality.services.copies import givers_of, withdraw_copy
from jobquality.services.events import EventKind, note
from jobquality.services.hands import ANY_WAY, check_two
from jobquality.services.proposals import reason_faults
from jobquality.store.assessments import get_assessment, hold_still
from jobquality.store.copies import list_copies
from jobquality.store.database import Session
from jobquality.store.evidence import Evidence, change_evidence, hold_evidence
from jobquality.store.versions import SENTENCE

#: After approval, what is said of evidence stays.
OPEN = (AssessmentState.DRAFT, AssessmentState.IN_REVIEW)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmark:
    """A piece that is no worker's, and how we know; `seen` is how it stood on the page."""

    evidence_id: str
    reason: str
    seen: str


def unmark(session: Session, actor: Actor, command: Unmark, *, at: datetime) -> Evidence:
    """Take the mark of a worker's paper off a piece; the log keeps who did it and why.

    A copy that is out and covers nothing is taken back: it was let out, if at all, for another
    paper than the one that was marked since.

    Raises:
        ForbiddenError: the actor may not review, or gave the piece.
        NotFoundError: there is no such evidence.
        RefusedError: the piece is not marked, or the assessment was approved already.
        FaultsError: there is no reason, or too long a one.
        ConflictError: somebody changed or replaced the piece since `command.seen`.
    """
    check_may(actor, Action.REVIEW)
    evidence = hold_evidence(session, command.evidence_id)
    _check_open(session, evidence)
    alone = (
        "You added this evidence, so another person has to say that it is no worker's paper. "
        "Two people look at whatever leaves the team."
    )
    check_two(session, actor, givers_of(session, evidence), alone, at=at, ways=ANY_WAY)
    if command.seen != evidence.stand:
        raise ConflictError(SENTENCE)
    check_faults(reason_faults(command.reason))
    for copy in list_copies(session, [evidence.id]):
        if copy.is_out and not copy.covers:
            withdraw_copy(session, actor, copy.id, at=at)
    unmarked = replace(evidence, of_worker=False)
    change_evidence(session, unmarked)
    _tell(session, actor, command, evidence, at=at)
    return unmarked


def _check_open(session: Session, evidence: Evidence) -> None:
    hold_still(session, evidence.assessment_id)
    if get_assessment(session, evidence.assessment_id).state not in OPEN:
        raise RefusedError(
            "This assessment was approved, so what is said of its evidence stays. "
            "Cover what tells who it is, and release the copy."
        )
    if not evidence.of_worker:
        raise RefusedError("This is not marked as a worker's paper. Reload the page.")


def _tell(
    session: Session, actor: Actor, command: Unmark, evidence: Evidence, *, at: datetime
) -> None:
    note(
        session,
        actor,
        EventKind.UNMARKED,
        evidence.assessment_id,
        about="assessment",
        at=at,
        evidence=evidence.id,
        reason=command.reason.strip(),
    )
