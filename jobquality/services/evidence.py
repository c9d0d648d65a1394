"""What people do with the files and links behind answers."""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import AssessmentState, Visibility
from jobquality.errors import Fault, FaultsError, RefusedError, check_faults
from jobquality.scoring.facts import Grade
from jobquality.store import evidence as store
from jobquality.store.assessments import get_assessment, hold_still
from jobquality.store.database import Session
from jobquality.store.evidence import Evidence

__all__ = [
    "EvidenceCommand",
    "add_claimed_evidence",
    "add_evidence",
    "get_evidence",
    "is_file_free",
    "list_evidence",
    "remove_evidence",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceCommand:
    """A file that passed the gate (`sha256`, `media_type`, `size`), or a checked link (`url`).

    See `jobquality.store.evidence.Evidence` for what each part says.
    """

    id: str
    assessment_id: str
    criterion: str
    title: str
    grade: Grade
    url: str = ""
    sha256: str = ""
    media_type: str = ""
    size: int = 0
    captured_on: date | None = None
    expires_on: date | None = None
    kind: str = ""
    visibility: Visibility = Visibility.TEAM
    of_worker: bool = False
    claim_id: str = ""


def add_evidence(
    session: Session, actor: Actor, command: EvidenceCommand, *, at: datetime
) -> Evidence:
    """Put a file or a link behind an answer of a draft.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such assessment.
        RefusedError: the assessment is no draft any more.
        FaultsError: it is neither a file nor a link, or both at once; or a file is to say what
            workers confirmed, which could betray them.
    """
    check_may(actor, Action.ASSESS)
    return _add(session, command, actor.organization_id, added_by=actor.person_id, at=at)


def add_claimed_evidence(
    session: Session, organization_id: str, command: EvidenceCommand, *, at: datetime
) -> Evidence:
    """Put a file or a link of the employer's own behind its answer: no person of ours gave it.

    `command.claim_id` names the employer's answer. Whatever it is, it is a claim (E0) until
    somebody of the team looks at it, and only the team sees it.

    Raises:
        NotFoundError: there is no such assessment.
        RefusedError: the assessment is no draft any more.
        FaultsError: it is neither a file nor a link, or both at once, or names no answer.
    """
    if not command.claim_id:
        message = "This file belongs to no answer of the employer."
        raise FaultsError([Fault(message=message, where="file", remedy="Open the page anew.")])
    claimed = replace(command, grade=Grade.E0, visibility=Visibility.TEAM)
    return _add(session, claimed, organization_id, added_by=None, at=at)


def remove_evidence(session: Session, actor: Actor, evidence_id: str) -> Evidence:
    """Take a file or a link back from a draft and return what it was.

    Its file stays on the disk until the caller, after the transaction, asked `is_file_free`.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such evidence.
        RefusedError: the assessment is no draft any more.
    """
    check_may(actor, Action.ASSESS)
    evidence = store.get_evidence(session, evidence_id)
    _check_draft(session, evidence.assessment_id)
    store.remove_evidence(session, evidence_id)
    return evidence


def _add(
    session: Session,
    command: EvidenceCommand,
    organization_id: str,
    *,
    added_by: str | None,
    at: datetime,
) -> Evidence:
    _check_draft(session, command.assessment_id)
    check_faults(_faults(command))
    said = {one.name: getattr(command, one.name) for one in fields(EvidenceCommand)}
    evidence = Evidence(organization_id=organization_id, added_by=added_by, added_at=at, **said)
    store.add_evidence(session, evidence)
    return evidence


def is_file_free(session: Session, sha256: str) -> bool:
    """Say whether no evidence names this file any more, so that it may leave the disk."""
    return bool(sha256) and not store.is_file_named(session, sha256)


def get_evidence(session: Session, actor: Actor, evidence_id: str) -> Evidence:
    """Return one piece of evidence to somebody of its organization.

    Raises:
        NotFoundError: there is none of that id, or it is another organization's.
    """
    check_may(actor, Action.LOOK)
    return store.get_evidence(session, evidence_id)


def list_evidence(session: Session, assessment_id: str) -> tuple[Evidence, ...]:
    """Return the evidence of an assessment, in the order in which it was added."""
    return store.list_evidence(session, assessment_id)


def _check_draft(session: Session, assessment_id: str) -> None:
    hold_still(session, assessment_id)
    assessment = get_assessment(session, assessment_id)
    if assessment.state is not AssessmentState.DRAFT:
        raise RefusedError(
            "This assessment is no draft any more, so its evidence stays as it is. "
            "Ask the reviewer to return it if something is missing or wrong."
        )


def _faults(command: EvidenceCommand) -> list[Fault]:
    faults = []
    if bool(command.url) == bool(command.sha256):
        remedy = "Choose a file, or give the address of a page: one of the two."
        faults.append(
            Fault(message="This is neither a file nor a link.", where="file", remedy=remedy)
        )
    if command.sha256 and command.grade is Grade.E3:
        message = "What workers confirmed is entered as counts, never as a file."
        remedy = "Write the counts beside the answer, or choose another grade for the file."
        faults.append(Fault(message=message, where="grade", remedy=remedy))
    if not command.title:
        message = "The evidence has no title."
        faults.append(Fault(message=message, where="title", remedy="Say what it shows."))
    return faults
