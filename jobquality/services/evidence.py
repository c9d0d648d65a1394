"""What people do with the files and links behind answers."""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import TypeAlias

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import AssessmentState, Visibility
from jobquality.errors import (
    ConflictError,
    Fault,
    FaultsError,
    NotFoundError,
    RefusedError,
    check_faults,
)
from jobquality.scoring.facts import Grade
from jobquality.services.copies import copies_for_employer, public_copies
from jobquality.services.events import EventKind, record
from jobquality.store import evidence as store
from jobquality.store.assessments import get_assessment, hold_still
from jobquality.store.copies import list_copies
from jobquality.store.database import Session
from jobquality.store.evidence import Evidence, EvidenceVersion
from jobquality.store.openings import Opening, add_opening, list_openings
from jobquality.store.versions import SENTENCE

__all__ = [
    "Details",
    "EvidenceCommand",
    "OpenEvidence",
    "Original",
    "Removed",
    "add_claimed_evidence",
    "add_evidence",
    "change_details",
    "copies_for_employer",
    "get_evidence",
    "is_file_free",
    "list_evidence",
    "list_opened",
    "list_versions",
    "open_evidence",
    "openings",
    "public_copies",
    "remove_evidence",
    "revise_evidence",
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is said about a piece beside the file or link itself.

    `seen` is how the piece stood on the page: see `Evidence.stand`. `of_worker` False says
    nothing: that a paper is no worker's is an act of its own, `services.unmarking`.
    """

    evidence_id: str
    seen: str
    kind: str
    expires_on: date | None
    visibility: Visibility
    of_worker: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEvidence:
    """An original to be opened; `id` names the opening, no `revision` means the newest."""

    id: str
    evidence_id: str
    revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A piece that was taken back, and the files that it named."""

    evidence: Evidence
    files: tuple[str, ...]


#: What can be opened: a piece as it stands, or as it was.
Original: TypeAlias = Evidence | EvidenceVersion

#: Who may see a copy, from few to many.
_WIDTH = {one: number for number, one in enumerate(Visibility)}


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
    added = _add(session, command, actor.organization_id, added_by=actor.person_id, at=at)
    _tell(session, actor, EventKind.EVIDENCE_ADDED, added, at=at)
    return added


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
    added = _add(session, claimed, organization_id, added_by=None, at=at)
    _tell(session, None, EventKind.EVIDENCE_ADDED, added, at=at)
    return added


def revise_evidence(
    session: Session, actor: Actor, command: EvidenceCommand, *, seen: str, at: datetime
) -> Evidence:
    """Put a newer file or link in the place of `command.id`; the older one stays readable.

    Its question, its kind and who may see it stay. Its public copy does not: it was made from
    the older file.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such evidence.
        RefusedError: the assessment is no draft any more, or it is the very same file.
        ConflictError: somebody changed or replaced the piece since it was `seen`.
        FaultsError: as for `add_evidence`.
    """
    before = check_as_seen(session, actor, command.id, seen)
    check_faults(_faults(command))
    if (before.sha256, before.url) == (command.sha256, command.url):
        raise RefusedError("This is the very same file or link, so nothing was replaced.")
    newer = replace(
        before,
        title=command.title,
        grade=command.grade,
        url=command.url,
        sha256=command.sha256,
        media_type=command.media_type,
        size=command.size,
        captured_on=command.captured_on,
        expires_on=command.expires_on,
        of_worker=before.of_worker or command.of_worker,
        added_by=actor.person_id,
        added_at=at,
    )
    _tell(session, actor, EventKind.EVIDENCE_REPLACED, before, at=at)
    return store.revise_evidence(session, newer)


def check_as_seen(session: Session, actor: Actor, evidence_id: str, seen: str) -> Evidence:
    """Return a piece that stands as it was seen; nobody changes it until this transaction ends.

    Asked before a newer file is kept, so that nothing of a refused one stays.

    Raises:
        ConflictError: somebody changed or replaced the piece since; else as `change_details`.
    """
    evidence = _held(session, actor, evidence_id)
    if seen != evidence.stand:
        raise ConflictError(SENTENCE)
    return evidence


def change_details(session: Session, actor: Actor, command: Details, *, at: datetime) -> Evidence:
    """Keep what is said about a piece: of which kind it is, when it ends, who may see it.

    A worker's paper stays one, whatever the form says. Words that are there already change
    nothing, from however old a page they come.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such evidence.
        RefusedError: the assessment is no draft any more, or a copy was let out for fewer.
        ConflictError: somebody changed or replaced the piece since `command.seen`.
    """
    evidence = _held(session, actor, command.evidence_id)
    changed = replace(
        evidence,
        kind=command.kind,
        expires_on=command.expires_on,
        visibility=command.visibility,
        of_worker=evidence.of_worker or command.of_worker,
    )
    if changed == evidence:
        return evidence
    if command.seen != evidence.stand:
        raise ConflictError(SENTENCE)
    is_wider = _WIDTH[command.visibility] > _WIDTH[evidence.visibility]
    if is_wider and any(one.is_out for one in list_copies(session, [evidence.id])):
        raise RefusedError(
            "A reviewer released the copy for fewer people. "
            "Ask the reviewer to draw and release a new one."
        )
    store.change_evidence(session, changed)
    _tell(session, actor, EventKind.EVIDENCE_CHANGED, evidence, at=at)
    return changed


def remove_evidence(session: Session, actor: Actor, evidence_id: str, *, at: datetime) -> Removed:
    """Take a piece back from a draft, with all it was, and return what it was.

    Its files stay on the disk until the caller, after the transaction, asked `is_file_free`.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such evidence.
        RefusedError: the assessment is no draft any more.
    """
    check_may(actor, Action.ASSESS)
    evidence = store.get_evidence(session, evidence_id)
    _check_draft(session, evidence.assessment_id)
    files = store.remove_evidence(session, evidence_id)
    _tell(session, actor, EventKind.EVIDENCE_REMOVED, evidence, at=at)
    return Removed(evidence=evidence, files=files)


def open_evidence(
    session: Session, actor: Actor, command: OpenEvidence, *, at: datetime
) -> Original:
    """Return an original to somebody of its organization, and keep that they opened it.

    Raises:
        NotFoundError: there is none of that id or revision, or it is another organization's.
    """
    check_may(actor, Action.LOOK)
    evidence = store.get_evidence(session, command.evidence_id)
    opened = _revision(session, evidence, command.revision)
    opening = Opening(
        id=command.id,
        organization_id=evidence.organization_id,
        assessment_id=evidence.assessment_id,
        evidence_id=evidence.id,
        revision=opened.revision,
        person_id=actor.person_id,
        at=at,
    )
    add_opening(session, opening)
    _tell(session, actor, EventKind.EVIDENCE_OPENED, evidence, at=at)
    return opened


def openings(session: Session, assessment_id: str) -> tuple[Opening, ...]:
    """Return who opened which evidence of an assessment when, oldest first."""
    return list_openings(session, assessment_id)


def list_opened(session: Session, assessment_id: str, person_id: str) -> tuple[Evidence, ...]:
    """Return the pieces of an assessment that somebody opened as they stand now.

    A piece that was replaced since counts as not opened.
    """
    opened = {
        (one.evidence_id, one.revision)
        for one in list_openings(session, assessment_id)
        if one.person_id == person_id
    }
    pieces = store.list_evidence(session, assessment_id)
    return tuple(one for one in pieces if (one.id, one.revision) in opened)


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


def list_versions(session: Session, evidence_id: str) -> tuple[EvidenceVersion, ...]:
    """Return what a piece of evidence was before, the newest first."""
    return store.list_versions(session, evidence_id)


def list_evidence(session: Session, assessment_id: str) -> tuple[Evidence, ...]:
    """Return the evidence of an assessment, in the order in which it was added."""
    return store.list_evidence(session, assessment_id)


def _tell(
    session: Session, actor: Actor | None, kind: EventKind, evidence: Evidence, *, at: datetime
) -> None:
    """Keep in the log what became of a piece; without an actor, the employer did it."""
    record(
        session,
        actor,
        kind,
        organization_id=evidence.organization_id,
        about="assessment",
        about_id=evidence.assessment_id,
        at=at,
        details={"evidence": evidence.id},
    )


def _revision(session: Session, evidence: Evidence, revision: int | None) -> Original:
    if revision in (None, evidence.revision):
        return evidence
    for one in store.list_versions(session, evidence.id):
        if one.revision == revision:
            return one
    raise NotFoundError("There is no such revision.")


def _held(session: Session, actor: Actor, evidence_id: str) -> Evidence:
    check_may(actor, Action.ASSESS)
    evidence = store.hold_evidence(session, evidence_id)
    _check_draft(session, evidence.assessment_id)
    return evidence


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
