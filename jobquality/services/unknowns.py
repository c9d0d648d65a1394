"""What nobody knows, looked at in one step: answers without a value and without evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import ConflictError, NotFoundError, RefusedError
from jobquality.rubrics.catalog import Catalog
from jobquality.rubrics.model import Criterion, Critical, Rubric, State
from jobquality.scoring.answers import (
    NOT_CHECKED,
    AnswerError,
    Question,
    find_questions,
    read_answer,
)
from jobquality.services.approvals import check_another_person
from jobquality.services.looks import check_in_review
from jobquality.services.shown import Shown, mark_of, parts_of, shown_now
from jobquality.store.assessments import get_assessment
from jobquality.store.database import Session
from jobquality.store.looks import Look, Verdict, forget_accepted, keep_look, list_looks

_NOBODY_KNOWS = (State.MISSING, State.UNKNOWN, State.DECLINED)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptUnknown:
    """Answers that nobody knows, each with the mark of the version that was on the page."""

    assessment_id: str
    marks: Mapping[str, str]


def nobody_knows(rubric: Rubric, shown: Mapping[str, Shown], name: str) -> bool:
    """Return whether a question and its parts have no value and nothing to open behind them."""
    questions = find_questions(rubric)
    return all(_is_open(questions[part], shown.get(part)) for part in parts_of(rubric, name))


def accept_unknown(
    session: Session, actor: Actor, command: AcceptUnknown, *, catalog: Catalog, at: datetime
) -> int:
    """Accept answers that nobody knows, each as if alone; return how many.

    What the actor has said to this very version already, a question too, stays as it is.

    Raises:
        ForbiddenError: the actor may not review, or wrote a part of the assessment.
        NotFoundError: there is no such assessment or question.
        RefusedError: the assessment is not in review, or one of the answers has a value or
            evidence: that one is looked at by itself.
        ConflictError: one of the answers changed since the actor saw it.
    """
    check_may(actor, Action.REVIEW)
    assessment = get_assessment(session, command.assessment_id)
    rubric = catalog.get(assessment.rubric, assessment.edition)
    check_another_person(session, actor, assessment, at=at)
    check_in_review(assessment)
    shown = shown_now(session, assessment.id)
    _check_all(rubric, shown, command.marks)
    looks = list_looks(session, assessment.id)
    said = {(one.criterion, one.mark) for one in looks if one.person_id == actor.person_id}
    new = [(name, mark) for name, mark in command.marks.items() if (name, mark) not in said]
    for name, mark in new:
        look = Look(
            assessment_id=assessment.id,
            organization_id=assessment.organization_id,
            person_id=actor.person_id,
            criterion=name,
            verdict=Verdict.ACCEPTED,
            mark=mark,
            at=at,
        )
        keep_look(session, look)
    return len(new)


def take_back_unknown(
    session: Session, actor: Actor, assessment_id: str, *, catalog: Catalog, at: datetime
) -> int:
    """Let every answer that nobody knows, and that the actor accepted, be open again.

    Raises:
        ForbiddenError: the actor may not review, or wrote a part of the assessment.
        NotFoundError: there is no such assessment.
        RefusedError: the assessment is not in review.
    """
    check_may(actor, Action.REVIEW)
    assessment = get_assessment(session, assessment_id)
    rubric = catalog.get(assessment.rubric, assessment.edition)
    check_another_person(session, actor, assessment, at=at)
    check_in_review(assessment)
    shown = shown_now(session, assessment.id)
    names = [name for name in find_questions(rubric) if nobody_knows(rubric, shown, name)]
    return forget_accepted(session, assessment.id, actor.person_id, names)


def _check_all(rubric: Rubric, shown: Mapping[str, Shown], marks: Mapping[str, str]) -> None:
    questions = find_questions(rubric)
    for name, mark in marks.items():
        if name not in questions:
            raise NotFoundError("There is no such question in this standard.")
        if mark_of(shown, parts_of(rubric, name)) != mark:
            raise ConflictError(
                "This answer changed after you opened the page. Reload the page and look again."
            )
        if not nobody_knows(rubric, shown, name):
            raise RefusedError("This answer has a value or evidence, so look at it by itself.")


def _is_open(question: Question, shown: Shown | None) -> bool:
    """Return whether nobody gave a value; what cannot be read is somebody's words."""
    if shown is None:
        return True
    return not shown.evidence and _has_no_value(question, shown.answer)


def _has_no_value(question: Question, text: str) -> bool:
    if isinstance(question, Critical):
        return text in ("", NOT_CHECKED)
    if not isinstance(question, Criterion):
        return not text
    try:
        return read_answer(question, text).state in _NOBODY_KNOWS
    except AnswerError:
        return False
