"""Copies of evidence that may leave the team: drawn, looked at, let out by a second person."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import AssessmentState, PublicationState, Visibility
from jobquality.errors import (
    ConflictError,
    Fault,
    NotFoundError,
    RefusedError,
    check_faults,
)
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Snapshot
from jobquality.ledger.workers import seal_of, title_of
from jobquality.rubrics.model import Rubric
from jobquality.services.events import EventKind, note
from jobquality.services.hands import ANY_WAY, check_two
from jobquality.services.shown import parts_of
from jobquality.store import copies as store
from jobquality.store.assessments import get_assessment
from jobquality.store.copies import Copy, Cover, list_copies
from jobquality.store.database import Session
from jobquality.store.evidence import (
    Evidence,
    change_evidence,
    get_evidence,
    hold_evidence,
    list_evidence,
    list_versions,
)
from jobquality.store.publications import Publication, list_publications

__all__ = [
    "REPLACED",
    "Cleared",
    "Copy",
    "Cover",
    "DrawCopy",
    "Release",
    "copies_for_employer",
    "copy_for_employer",
    "draw_copy",
    "get_copy",
    "givers_of",
    "list_copies",
    "public_copies",
    "public_copy",
    "release_copy",
    "withdraw_copy",
]

REPLACED = (
    "A newer file took the place of the one that you drew on. Nothing was kept. "
    "Reload the page and draw on the newer one."
)
MOST_COVERS = 200
_WHOLE = 100
#: A box that is thinner than this, in percent, covers nothing that could be read.
_THINNEST = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawCopy:
    """A copy that was made already: `of_sha256` with `covers` drawn in is `sha256`."""

    id: str
    evidence_id: str
    of_sha256: str
    covers: Sequence[Cover]
    sha256: str
    media_type: str
    size: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A copy that somebody read page by page; `visibility` says who may see it from now on."""

    copy_id: str
    visibility: Visibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """A copy that may be shown, and the evidence that it is a copy of."""

    evidence: Evidence
    copy: Copy


@dataclass(frozen=True, slots=True, kw_only=True)
class WithCopies:
    """A page for people outside the team, with every copy that it may show them."""

    copies: tuple[Cleared, ...]

    def copies_of(self, criterion: str, rubric: Rubric) -> tuple[Cleared, ...]:
        """Return the cleared copies of what lies behind one answer, or behind its figures."""
        behind = parts_of(rubric, criterion)
        return tuple(one for one in self.copies if one.evidence.criterion in behind)


def draw_copy(session: Session, actor: Actor, command: DrawCopy, *, at: datetime) -> Copy:
    """Keep a copy with boxes drawn in; nobody outside the team sees it before its release.

    Raises:
        ForbiddenError: the actor may not review.
        NotFoundError: there is no such evidence.
        ConflictError: a newer file took the place of the one that was drawn on.
        FaultsError: a box lies outside the page, or there are too many; names each.
    """
    check_may(actor, Action.REVIEW)
    evidence = get_evidence(session, command.evidence_id)
    _check_alive(session, evidence)
    if evidence.sha256 != command.of_sha256:
        raise ConflictError(REPLACED)
    check_faults(cover_faults(command.covers, command.pages))
    copy = Copy(
        id=command.id,
        organization_id=evidence.organization_id,
        evidence_id=evidence.id,
        number=0,
        of_sha256=command.of_sha256,
        covers=tuple(command.covers),
        sha256=command.sha256,
        media_type=command.media_type,
        size=command.size,
        pages=command.pages,
        drawn_by=actor.person_id,
        drawn_at=at,
    )
    kept = store.add_copy(session, copy)
    _tell(session, actor, EventKind.COPY_DRAWN, evidence, at=at)
    return kept


def release_copy(session: Session, actor: Actor, command: Release, *, at: datetime) -> Copy:
    """Let a copy out of the team, to the employer or to everyone.

    Raises:
        ForbiddenError: the actor may not review, or gave the evidence: two people stand behind
            whatever leaves the team.
        NotFoundError: there is no such copy.
        RefusedError: it was let out or taken back already, a newer one exists, it is to be for
            nobody, or it is of a worker's paper and covers nothing.
        ConflictError: a newer file took the place of the one that it was made from.
    """
    check_may(actor, Action.REVIEW)
    copy = store.get_copy(session, command.copy_id)
    evidence = hold_evidence(session, copy.evidence_id)
    _check_alive(session, evidence)
    alone = (
        "You added this evidence, so another person has to release its copy. "
        "Two people look at whatever leaves the team."
    )
    check_two(session, actor, givers_of(session, evidence), alone, at=at, ways=ANY_WAY)
    _check_releasable(session, evidence, copy, command.visibility)
    change_evidence(session, replace(evidence, visibility=command.visibility))
    _tell(session, actor, EventKind.COPY_RELEASED, evidence, at=at)
    return store.change_copy(session, replace(copy, released_by=actor.person_id, released_at=at))


def withdraw_copy(session: Session, actor: Actor, copy_id: str, *, at: datetime) -> Copy:
    """Take a copy back: nobody outside the team sees it, or an earlier one, from now on.

    Raises:
        ForbiddenError: the actor may not review.
        NotFoundError: there is no such copy.
        RefusedError: it is not out.
    """
    check_may(actor, Action.REVIEW)
    copy = store.get_copy(session, copy_id)
    if not copy.is_out:
        raise RefusedError("This copy is not out, so there is nothing to take back.")
    evidence = get_evidence(session, copy.evidence_id)
    _tell(session, actor, EventKind.COPY_WITHDRAWN, evidence, at=at)
    return store.change_copy(session, replace(copy, withdrawn_by=actor.person_id, withdrawn_at=at))


def get_copy(session: Session, actor: Actor, copy_id: str) -> Copy:
    """Return one copy to somebody of its organization.

    Raises:
        NotFoundError: there is none of that id, or it is another organization's.
    """
    check_may(actor, Action.LOOK)
    return store.get_copy(session, copy_id)


def copies_for_employer(
    session: Session, assessment_id: str, *, draft: Snapshot
) -> tuple[Cleared, ...]:
    """Return the copies that the employer may see beside the draft that it was given.

    The draft names its evidence by seals: a copy of anything else stays inside.
    """
    seals = {one.seal for one in draft.evidence}
    seen = (Visibility.EMPLOYER, Visibility.PUBLIC)
    cleared = _cleared(session, list_evidence(session, assessment_id), seen)
    return tuple(one for one in cleared if _seal(one) in seals)


def copy_for_employer(
    session: Session, assessment_id: str, copy_id: str, *, draft: Snapshot
) -> Copy:
    """Return one copy that the employer may see, and never one of another assessment.

    Raises:
        NotFoundError: there is none of that id for this employer.
    """
    for one in copies_for_employer(session, assessment_id, draft=draft):
        if one.copy.id == copy_id:
            return one.copy
    raise NotFoundError("There is no such copy.")


def public_copies(session: Session, publication: Publication) -> tuple[Cleared, ...]:
    """Return the copies that stand with a publication.

    A publication names its evidence by seals, which never change. A copy belongs to it where
    its evidence has one of these seals, it is for everyone, and a copy of the same file was let
    out before the publication: nothing is added to a page that the employer had no time to read.
    """
    if publication.state is PublicationState.WITHDRAWN:
        return ()
    snapshot = load_snapshot(publication.content)
    evidence = list_evidence(session, publication.assessment_id)
    cleared = _cleared(session, evidence, (Visibility.PUBLIC,))
    return tuple(one for one in cleared if _belongs(session, one, snapshot, publication))


def public_copy(session: Session, sha256: str) -> Copy:
    """Return the copy of that hash, where it stands with something that is published.

    Raises:
        NotFoundError: there is none, or it is not for everyone.
    """
    for copy in store.find_copies_by_hash(session, sha256):
        evidence = get_evidence(session, copy.evidence_id)
        assessment_id = evidence.assessment_id
        for publication in list_publications(session, assessment_id=assessment_id):
            for one in public_copies(session, publication):
                if one.copy.sha256 == sha256:
                    return one.copy
    raise NotFoundError("There is no such file.")


def cover_faults(covers: Sequence[Cover], pages: int) -> Iterator[Fault]:
    """Yield what is wrong with the boxes of a copy."""
    if len(covers) > MOST_COVERS:
        message = f"There are {len(covers)} boxes; {MOST_COVERS} are the most."
        yield Fault(message=message, where="boxes", remedy="Draw larger ones.")
    for index, one in enumerate(covers):
        if not 1 <= one.page <= pages:
            message = f"Box {index + 1} lies on page {one.page}, and there are {pages}."
            yield Fault(message=message, where=f"page-{index}", remedy="Give one of the pages.")
        if not _is_inside(one):
            message = f"Box {index + 1} does not lie on the page."
            remedy = (
                "Give numbers from 0 to 100; left and width make 100 at most, and so do "
                "top and height."
            )
            yield Fault(message=message, where=f"left-{index}", remedy=remedy)


def _tell(
    session: Session, actor: Actor, kind: EventKind, evidence: Evidence, *, at: datetime
) -> None:
    note(
        session,
        actor,
        kind,
        evidence.assessment_id,
        about="assessment",
        at=at,
        evidence=evidence.id,
    )


def _is_inside(cover: Cover) -> bool:
    starts = min(cover.left, cover.top) >= 0
    ends = max(cover.left + cover.width, cover.top + cover.height) <= _WHOLE + _THINNEST
    return starts and ends and min(cover.width, cover.height) >= _THINNEST


def _check_alive(session: Session, evidence: Evidence) -> None:
    if not evidence.is_file:
        raise NotFoundError("This evidence is a link, so there is nothing to copy.")
    if get_assessment(session, evidence.assessment_id).state is AssessmentState.ABANDONED:
        raise RefusedError("This assessment was given up, so nothing of it leaves the team.")


def _check_releasable(
    session: Session, evidence: Evidence, copy: Copy, visibility: Visibility
) -> None:
    if copy.of_sha256 != evidence.sha256:
        raise ConflictError(REPLACED)
    if copy.released_at is not None:
        raise RefusedError("This copy was released already. Draw a new one to change it.")
    if list_copies(session, [evidence.id])[0].id != copy.id:
        raise RefusedError("Somebody drew a newer copy. Look at that one.")
    if visibility is Visibility.TEAM:
        raise RefusedError("Choose who may see the copy: the employer, or everyone.")
    if evidence.of_worker and not copy.covers:
        raise RefusedError(
            "This is a worker's paper or picture, and nothing in the copy is covered. "
            "Draw a box over every name, number, face and signature first."
        )


def givers_of(session: Session, evidence: Evidence) -> frozenset[str]:
    """Return who of the team gave a piece, in any of its revisions."""
    versions = list_versions(session, evidence.id)
    givers = (evidence.added_by, *(one.added_by for one in versions))
    return frozenset(one for one in givers if one)


def _cleared(
    session: Session, evidence: Iterable[Evidence], seen_by: Sequence[Visibility]
) -> Iterator[Cleared]:
    """Yield what may be shown: the last copy let out of each piece, unless it was taken back."""
    known = {one.id: one for one in evidence if one.visibility in seen_by and one.is_file}
    copies = list_copies(session, known)
    newest = {
        name: next((copy for copy in found if copy.released_at is not None), None)
        for name, found in groupby(copies, lambda copy: copy.evidence_id)
    }
    for name, one in known.items():
        copy = newest.get(name)
        if copy is not None and _may_leave(one, copy):
            title = title_of(one.title, of_worker=one.of_worker)
            yield Cleared(evidence=replace(one, title=title), copy=copy)


def _may_leave(evidence: Evidence, copy: Copy) -> bool:
    is_of_this_file = copy.of_sha256 == evidence.sha256
    return copy.is_out and is_of_this_file and bool(copy.covers or not evidence.of_worker)


def _seal(cleared: Cleared) -> str:
    return seal_of(cleared.evidence.id, cleared.copy.of_sha256)


def _belongs(
    session: Session, cleared: Cleared, snapshot: Snapshot, publication: Publication
) -> bool:
    if _seal(cleared) not in {one.seal for one in snapshot.evidence}:
        return False
    return any(
        copy.released_at is not None
        and copy.released_at <= publication.published_at
        and copy.of_sha256 == cleared.copy.of_sha256
        for copy in list_copies(session, [cleared.evidence.id])
    )
