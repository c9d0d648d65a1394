"""Move a draft to a newer edition of its standard, once somebody saw what comes along."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import AssessmentState
from jobquality.errors import ConflictError, RefusedError
from jobquality.rubrics.catalog import Catalog, Edition, newest_first
from jobquality.services.assessments import open_draft, today_of
from jobquality.services.bridged import Bridged, bridge_answers, bridge_between, left_words
from jobquality.services.events import EventKind, note
from jobquality.services.standards import editions_in_use
from jobquality.store.assessments import (
    Answer,
    Assessment,
    change_assessment,
    get_assessment,
    keep_answer,
    list_answers,
)
from jobquality.store.claims import list_questionnaires
from jobquality.store.corrections import find_correcting
from jobquality.store.database import Session
from jobquality.store.events import WantedEvents, find_events
from jobquality.store.evidence import change_evidence, list_evidence
from jobquality.store.reviews import list_steps
from jobquality.store.versions import SENTENCE
from jobquality.store.waiting import list_waiting

_TELLING = (EventKind.EDITION_MOVED.value, EventKind.STARTED.value)
_MOST_LOOKED_AT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveEdition:
    """That a draft goes to another edition; `seen` is the version that somebody looked at."""

    assessment_id: str
    edition: str
    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionMove:
    """What moving a draft would do: what comes along, what stays behind, and what is new.

    `answers` are those of the draft as it stands.
    `new_questions` are those of the newer edition that nothing answers yet; `papers` are
    pieces of evidence behind what stays behind.
    """

    assessment: Assessment
    old: Edition
    new: Edition
    answers: Mapping[str, Answer]
    bridged: Bridged
    new_questions: tuple[str, ...]
    papers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftBehind:
    """What did not come along when a draft came from an edition, by old question."""

    edition: Edition
    criteria: tuple[str, ...]


def newer_edition(
    session: Session, actor: Actor, assessment: Assessment, *, catalog: Catalog, at: datetime
) -> Edition | None:
    """Return the newer edition of its standard that a draft may go to; None where it stays.

    A draft stays with its edition once it was submitted or the employer was asked by it, and
    so does one that corrects something published.
    """
    if _why_pinned(session, assessment):
        return None
    return _newer(session, actor, assessment, catalog=catalog, at=at)


def look_ahead(
    session: Session, actor: Actor, assessment_id: str, *, catalog: Catalog, at: datetime
) -> EditionMove:
    """Return what moving a draft would do, without doing anything.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such assessment.
        RefusedError: it is no draft, or has to stay, or there is no newer edition in use.
    """
    check_may(actor, Action.ASSESS)
    assessment = get_assessment(session, assessment_id)
    if assessment.state is not AssessmentState.DRAFT:
        raise RefusedError("This is no draft any more, so it stays with its edition.")
    return _look(session, actor, assessment, catalog=catalog, at=at)


def move_edition(
    session: Session, actor: Actor, command: MoveEdition, *, catalog: Catalog, at: datetime
) -> EditionMove:
    """Move a draft to the newer edition; every answer that comes along has to be confirmed.

    Answers that stay behind keep their versions on record. Evidence goes with its question.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such assessment.
        RefusedError: it is no draft, or has to stay, or there is no newer edition in use.
        ConflictError: it was changed or moved since `command.seen`, or the newest edition is
            another one by now.
    """
    assessment = open_draft(session, actor, command.assessment_id)
    move = _look(session, actor, assessment, catalog=catalog, at=at)
    if move.new.rubric.edition != command.edition:
        raise ConflictError(SENTENCE)
    moved = replace(move.assessment, edition=command.edition, changed_at=at, version=command.seen)
    change_assessment(session, moved)
    _carry_answers(session, actor, move, at=at)
    _carry_evidence(session, move)
    left = left_words(move.old.rubric.name, move.bridged.left)
    told = {"from": move.old.rubric.name, "to": move.new.rubric.name}
    note(session, actor, EventKind.EDITION_MOVED, moved.id, at=at, **told | left)
    return move


def left_behind(session: Session, assessment: Assessment, *, catalog: Catalog) -> LeftBehind | None:
    """Return what did not come along when a draft came to its edition, if anything."""
    if assessment.state is not AssessmentState.DRAFT:
        return None
    wanted = WantedEvents(kind="assessment", things=frozenset({assessment.id}))
    for event in find_events(session, wanted, limit=_MOST_LOOKED_AT):
        if event.kind in _TELLING:
            edition = catalog.find(event.details.get("from", ""))
            named = tuple(event.details.get("left", "").split())
            return LeftBehind(edition=edition, criteria=named) if edition and named else None
    return None


def _look(
    session: Session, actor: Actor, assessment: Assessment, *, catalog: Catalog, at: datetime
) -> EditionMove:
    why = _why_pinned(session, assessment)
    if why:
        raise RefusedError(why)
    new = _newer(session, actor, assessment, catalog=catalog, at=at)
    if new is None:
        raise RefusedError("There is no newer edition of this standard in use.")
    old = catalog.edition(assessment.rubric, assessment.edition)
    answers = list_answers(session, assessment.id)
    bridged = bridge_answers(answers, bridge_between(session, old, new), old, new)
    asked = (one.id for one in new.rubric.questions())
    papers = list_evidence(session, assessment.id)
    return EditionMove(
        assessment=assessment,
        old=old,
        new=new,
        answers=answers,
        bridged=bridged,
        new_questions=tuple(name for name in asked if name not in bridged.answers),
        papers=sum(one.criterion in bridged.left for one in papers),
    )


def _why_pinned(session: Session, assessment: Assessment) -> str:
    """Return why a draft has to stay with its edition; empty where it may go."""
    return next((why for why, is_so in _PINNED.items() if is_so(session, assessment)), "")


_PINNED: Mapping[str, Callable[[Session, Assessment], bool]] = {
    "This corrects a published scorecard, so it stays with its edition.": lambda session, one: (
        find_correcting(session, one.id) is not None
    ),
    "This was submitted before, so it stays with its edition.": lambda session, one: bool(
        list_steps(session, one.id)
    ),
    "The employer was asked by this edition, so the draft stays with it.": lambda session, one: (
        bool(list_questionnaires(session, one.id))
    ),
    "Two answers wait for your choice. Choose first, then move the draft.": lambda session, one: (
        bool(list_waiting(session, one.id))
    ),
    "This assessment is on hold.": lambda _, one: one.hold_since is not None,
}


def _newer(
    session: Session, actor: Actor, assessment: Assessment, *, catalog: Catalog, at: datetime
) -> Edition | None:
    today = today_of(session, actor, at)
    used = editions_in_use(session, catalog, on=today)
    own = (one for one in used if one.rubric.id == assessment.rubric)
    newest = next(iter(sorted(own, key=lambda one: _order(one.rubric.edition))), None)
    is_newer = newest and _order(newest.rubric.edition) < _order(assessment.edition)
    return newest if is_newer else None


def _order(edition: str) -> tuple[str, int, int]:
    return newest_first("", edition)


def _carry_answers(session: Session, actor: Actor, move: EditionMove, *, at: datetime) -> None:
    """Write each answer where it counts now, and empty those that nothing came to.

    What stays behind is remembered as a version; the emptied field says who emptied it.
    """
    before = list_answers(session, move.assessment.id)
    for name, answer in move.bridged.answers.items():
        there = before.get(name)
        keep_answer(session, answer, seen=there.version if there else 0)
    for name, answer in before.items():
        if answer.answer and name not in move.bridged.answers:
            keep_answer(session, _emptied(answer, actor, at=at), seen=answer.version)


def _emptied(answer: Answer, actor: Actor, *, at: datetime) -> Answer:
    return Answer(
        assessment_id=answer.assessment_id,
        organization_id=answer.organization_id,
        criterion=answer.criterion,
        answer="",
        author_id=actor.person_id,
        answered_at=at,
        version=answer.version,
    )


def _carry_evidence(session: Session, move: EditionMove) -> None:
    """Let evidence lie behind the question that its answer came to."""
    goes: Mapping[str, str] = {old: new for new, old in move.bridged.came_from.items()}
    for piece in list_evidence(session, move.assessment.id):
        to = goes.get(piece.criterion, piece.criterion)
        if to != piece.criterion:
            change_evidence(session, replace(piece, criterion=to))
