"""Review answer by answer: a reviewer accepts an answer or asks about it; the author replies."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import AssessmentState
from jobquality.errors import ConflictError, Fault, NotFoundError, RefusedError, check_faults
from jobquality.rubrics.catalog import Catalog
from jobquality.scoring.answers import find_questions
from jobquality.services.approvals import check_another_person
from jobquality.services.shown import dump_shown, mark_of, parts_of, shown_now
from jobquality.services.timeline import Said, log
from jobquality.store.assessments import Assessment, get_assessment, hold_still
from jobquality.store.database import Session
from jobquality.store.looks import (
    Look,
    Verdict,
    forget_questions,
    keep_look,
    keep_sheet,
    list_looks,
)
from jobquality.store.reviews import ReviewStep, Step, list_steps

_LONGEST = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAt:
    """What a reviewer says to an answer; `mark` is that of the version they saw."""

    assessment_id: str
    criterion: str
    verdict: Verdict
    mark: str
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What an author did about a question of the reviewer."""

    id: str
    assessment_id: str
    criterion: str
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What was asked about an answer when it was returned, and what the author did."""

    criterion: str
    comment: str
    person_id: str
    done: str = ""
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """How an assessment came back last: when, by whom, with what said and asked."""

    at: datetime
    person_id: str
    comment: str
    questions: tuple[Question, ...]

    @property
    def done(self) -> int:
        """How many questions the author has replied to."""
        return sum(bool(one.done) for one in self.questions)


def look_at(
    session: Session, actor: Actor, command: LookAt, *, catalog: Catalog, at: datetime
) -> Look:
    """Keep what a reviewer says to one answer, as it stands now.

    Raises:
        ForbiddenError: the actor may not review, or wrote a part of the assessment.
        NotFoundError: there is no such assessment or question.
        RefusedError: the assessment is not in review.
        ConflictError: the answer changed since the actor saw it.
        FaultsError: a question without words, or with too many.
    """
    check_may(actor, Action.REVIEW)
    assessment = get_assessment(session, command.assessment_id)
    rubric = catalog.get(assessment.rubric, assessment.edition)
    if command.criterion not in find_questions(rubric):
        raise NotFoundError("There is no such question in this standard.")
    check_another_person(session, actor, assessment, at=at)
    check_in_review(assessment)
    check_faults(_word_faults(command))
    shown = shown_now(session, assessment.id)
    if mark_of(shown, parts_of(rubric, command.criterion)) != command.mark:
        raise ConflictError(
            "This answer changed after you opened the page. Reload the page and look again."
        )
    look = Look(
        assessment_id=assessment.id,
        organization_id=assessment.organization_id,
        person_id=actor.person_id,
        criterion=command.criterion,
        verdict=command.verdict,
        mark=command.mark,
        at=at,
        comment=command.comment.strip() if command.verdict is Verdict.ASKED else "",
    )
    keep_look(session, look)
    return look


def mark_done(session: Session, actor: Actor, command: Done, *, at: datetime) -> None:
    """Keep what an author did about a question of the reviewer.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such assessment, or nothing was asked there.
        RefusedError: the assessment is no draft.
        FaultsError: there are no words, or too many.
    """
    check_may(actor, Action.ASSESS)
    hold_still(session, command.assessment_id)
    assessment = get_assessment(session, command.assessment_id)
    returned = returned_of(session, assessment.id)
    asked = returned.questions if returned else ()
    if command.criterion not in {one.criterion for one in asked}:
        raise NotFoundError("Nothing was asked about this question.")
    if assessment.state is not AssessmentState.DRAFT:
        raise RefusedError("This assessment is no draft any more.")
    where = f"done-{command.criterion}"
    check_faults(_told_faults(command.comment, where, "Say what you did, or why nothing."))
    said = Said(
        id=command.id, step=Step.DONE, about=command.criterion, comment=command.comment.strip()
    )
    log(session, actor, assessment.id, said, at=at)


def returned_of(session: Session, assessment_id: str) -> Returned | None:
    """Return how an assessment came back last, or None where it never did."""
    steps = list_steps(session, assessment_id)
    returns = [one for one in steps if one.step is Step.RETURNED]
    if not returns:
        return None
    last = returns[-1]
    done = {one.criterion: one for one in steps if one.step is Step.DONE and one.at >= last.at}
    return Returned(
        at=last.at,
        person_id=last.person_id,
        comment=last.comment,
        questions=tuple(
            _question(one, done) for one in steps if one.step is Step.COMMENT and one.at == last.at
        ),
    )


def find_questions_of(session: Session, assessment_id: str) -> tuple[Look, ...]:
    """Return what reviewers ask about single answers and have not sent yet."""
    looks = list_looks(session, assessment_id)
    return tuple(one for one in looks if one.verdict is Verdict.ASKED)


def check_nothing_asked(session: Session, actor: Actor, assessment_id: str) -> None:
    """Be quiet when the actor waits for no reply of the author.

    Raises:
        FaultsError: they asked about an answer; names each.
    """
    mine = (
        one for one in find_questions_of(session, assessment_id) if one.person_id == actor.person_id
    )
    check_faults(
        Fault(
            message=f"You asked about {one.criterion} and have no reply yet.",
            where=f"item-{one.criterion}",
            remedy="Return the assessment with your question, or accept the answer.",
        )
        for one in mine
    )


def send_questions(session: Session, actor: Actor, assessment: Assessment, step_id: str) -> None:
    """Send what reviewers asked to the author, and keep what the answers looked like.

    The assessment was returned just now; each question stays that of whoever asked it.
    """
    at = assessment.changed_at
    for one in find_questions_of(session, assessment.id):
        asker = replace(actor, person_id=one.person_id)
        said = Said(
            id=f"{step_id} {one.person_id}",
            step=Step.COMMENT,
            about=one.criterion,
            comment=one.comment,
        )
        log(session, asker, assessment.id, said, at=at)
    forget_questions(session, assessment.id)
    keep_sheet(
        session,
        sheet_id=step_id,
        organization_id=assessment.organization_id,
        assessment_id=assessment.id,
        content=dump_shown(shown_now(session, assessment.id)),
        at=at,
    )


def _question(step: ReviewStep, done: Mapping[str, ReviewStep]) -> Question:
    reply = done.get(step.criterion)
    return Question(
        criterion=step.criterion,
        comment=step.comment,
        person_id=step.person_id,
        done=reply.comment if reply else "",
        done_at=reply.at if reply else None,
    )


def check_in_review(assessment: Assessment) -> None:
    """Be quiet while an assessment is in review.

    Raises:
        RefusedError: it is not.
    """
    if assessment.state is not AssessmentState.IN_REVIEW:
        raise RefusedError(
            f"It is '{assessment.state}' now, so there is nothing to review. "
            "Reload the page to see where it stands."
        )


def _word_faults(command: LookAt) -> Iterator[Fault]:
    if command.verdict is Verdict.ASKED:
        remedy = "Say what you want to know, or what has to change."
        yield from _told_faults(command.comment, f"ask-{command.criterion}", remedy)


def _told_faults(text: str, where: str, remedy: str) -> Iterator[Fault]:
    if not text.strip():
        yield Fault(message="There are no words yet.", where=where, remedy=remedy)
    if len(text) > _LONGEST:
        message = f"It has {len(text)} characters, {_LONGEST} at most."
        yield Fault(message=message, where=where, remedy="Say it shorter.")
