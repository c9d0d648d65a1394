"""Start an assessment, and record its answers one by one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import AssessmentState
from jobquality.errors import ConflictError, Fault, NotFoundError, RefusedError, check_faults
from jobquality.rubrics.catalog import Catalog
from jobquality.scoring.answers import find_questions
from jobquality.scoring.facts import Grade
from jobquality.services.answers import answer_faults
from jobquality.services.bridged import bridge_answers, bridge_between, left_words
from jobquality.services.events import EventKind, note
from jobquality.services.scopes import find_scope_faults
from jobquality.store.assessments import (
    Answer,
    Assessment,
    Workers,
    add_answers,
    add_assessment,
    find_answer,
    get_assessment,
    hold_still,
    keep_answer,
    list_answered,
    list_answers,
    list_assessments,
)
from jobquality.store.database import Session
from jobquality.store.employers import get_employer, get_whole, list_establishments
from jobquality.store.organizations import get_organization
from jobquality.store.versions import SENTENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class StartAssessment:
    """What is to be assessed: an employer, by which edition, on which day, at which sites.

    The shell has found the edition in the catalog. `sites` are ids of establishments; none
    means the employer as a whole. `previous_id` is the assessment to start from; None takes the
    last published one, else the last one.
    """

    id: str
    employer_id: str
    rubric: str
    edition: str
    on: date
    sites: tuple[str, ...] = ()
    previous_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAnswer:
    """One answer as written: `7.25`, `na: no tips here`, `unknown`.

    `seen` is the version that the writer saw, 0 where there was no answer yet.
    """

    assessment_id: str
    criterion: str
    answer: str
    seen: int = 0
    grade: Grade | None = Grade.E0
    source: str = ""
    note: str = ""
    workers: Workers | None = None
    law_checked_on: date | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmAnswer:
    """Somebody looked again: the answer of last time is still true."""

    assessment_id: str
    criterion: str
    seen: int


def start_assessment(
    session: Session, actor: Actor, command: StartAssessment, *, catalog: Catalog, at: datetime
) -> Assessment:
    """Keep a new draft, with the answers of last time, each to be confirmed.

    Answers by another edition come over the bridge; the log names those that could not.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such employer, or no such earlier assessment.
        FaultsError: the day or a site cannot be used; names each.
    """
    check_may(actor, Action.ASSESS)
    employer = get_whole(session, command.employer_id)
    check_faults(_start_faults(session, actor, command, at))
    previous = _previous(session, command)
    assessment = Assessment(
        id=command.id,
        organization_id=employer.organization_id,
        employer_id=employer.id,
        rubric=command.rubric,
        edition=command.edition,
        on=command.on,
        sites=command.sites,
        state=AssessmentState.DRAFT,
        author_id=actor.person_id,
        created_at=at,
        changed_at=at,
        previous_id=previous.id if previous else None,
    )
    add_assessment(session, assessment)
    left = _carry(session, previous, assessment, catalog) if previous is not None else {}
    note(session, actor, EventKind.STARTED, assessment.id, at=at, **left)
    return assessment


def record_answer(
    session: Session, actor: Actor, command: RecordAnswer, *, catalog: Catalog, at: datetime
) -> Answer:
    """Keep one answer and return it with its new version.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such assessment or question.
        RefusedError: the assessment is no draft.
        FaultsError: the answer, or what is said beside it, cannot be taken; `where` names
            the field.
        ConflictError: somebody answered since `command.seen`.
    """
    assessment = open_draft(session, actor, command.assessment_id)
    questions = find_questions(catalog.get(assessment.rubric, assessment.edition))
    question = questions.get(command.criterion)
    if question is None:
        raise NotFoundError("There is no such question in this standard.")
    check_faults(answer_faults(question, command, today=today_of(session, actor, at)))
    answer = answer_of(actor, command, at=at)
    return keep_answer(session, answer, seen=command.seen)


def confirm_answer(
    session: Session, actor: Actor, command: ConfirmAnswer, *, at: datetime
) -> Answer:
    """Let an answer of last time count: the actor looked again and it is still true.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such answer.
        RefusedError: the assessment is no draft.
        ConflictError: somebody answered or confirmed since `command.seen`.
    """
    assessment = open_draft(session, actor, command.assessment_id)
    answer = find_answer(session, assessment.id, command.criterion)
    if answer is None:
        raise NotFoundError("There is no answer to confirm.")
    if not answer.carried or answer.version != command.seen:
        raise ConflictError(SENTENCE)
    confirmed = replace(answer, carried=False, author_id=actor.person_id, answered_at=at)
    return keep_answer(session, confirmed, seen=command.seen)


def answer_of(actor: Actor, command: RecordAnswer, *, at: datetime) -> Answer:
    """Return what a command says, as an answer of the actor's."""
    return Answer(
        assessment_id=command.assessment_id,
        organization_id=actor.organization_id,
        criterion=command.criterion,
        answer=command.answer.strip(),
        author_id=actor.person_id,
        answered_at=at,
        on=command.on,
        grade=command.grade,
        source=command.source,
        note=command.note,
        workers=command.workers,
        law_checked_on=command.law_checked_on,
    )


def open_draft(session: Session, actor: Actor, assessment_id: str) -> Assessment:
    """Return a draft that stays one until the transaction ends.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such assessment.
        RefusedError: it is no draft.
    """
    check_may(actor, Action.ASSESS)
    hold_still(session, assessment_id)
    assessment = get_assessment(session, assessment_id)
    if assessment.state is not AssessmentState.DRAFT:
        raise RefusedError(
            "This assessment is no longer a draft, so its answers cannot change. "
            "A reviewer can return it with comments."
        )
    return assessment


def today_of(session: Session, actor: Actor, at: datetime) -> date:
    """Return the day that it is at the actor's organization."""
    zone = get_organization(session, actor.organization_id).time_zone
    return at.astimezone(ZoneInfo(zone)).date()


def find_previous(
    earlier: Iterable[Assessment], rubric: str, answered: frozenset[str]
) -> Assessment | None:
    """Return which of an employer's assessments, newest first, a new one starts from.

    That is the last published one by the same standard, else the last one of it in which
    something is `answered`: nothing can be carried over from an empty draft.
    """
    same = [
        one
        for one in earlier
        if one.rubric == rubric
        and one.id in answered
        and one.state is not AssessmentState.ABANDONED
    ]
    published = (one for one in same if one.state is AssessmentState.PUBLISHED)
    return next(published, same[0] if same else None)


def _start_faults(
    session: Session, actor: Actor, command: StartAssessment, at: datetime
) -> Iterable[Fault]:
    if command.on > today_of(session, actor, at):
        message = "The day lies in the future."
        yield Fault(message=message, where="on", remedy="Choose today or a day before.")
    sites = {one.id for one in list_establishments(session, command.employer_id)}
    if not set(command.sites) <= sites:
        message = "A site does not belong to this employer."
        yield Fault(message=message, where="sites", remedy="Open the page anew.")
    yield from find_scope_faults(get_employer(session, command.employer_id), command.sites)


def _previous(session: Session, command: StartAssessment) -> Assessment | None:
    earlier = list_assessments(session, command.employer_id)
    if command.previous_id is None:
        answered = list_answered(session, command.employer_id)
        return find_previous(earlier, command.rubric, answered)
    found = [one for one in earlier if one.id == command.previous_id]
    if not found:
        raise NotFoundError("There is no such earlier assessment.")
    return found[0]


def _carry(
    session: Session, previous: Assessment, assessment: Assessment, catalog: Catalog
) -> dict[str, str]:
    """Copy every answer, with who gave it when; none counts before somebody confirms it.

    Returns which of them did not come over the bridge, in the words of the log.
    """
    answers: Mapping[str, Answer] = list_answers(session, previous.id)
    old, new = (catalog.edition(one.rubric, one.edition) for one in (previous, assessment))
    bridged = bridge_answers(answers, bridge_between(session, old, new), old, new)
    carried = bridged.answers.values()
    add_answers(session, (replace(one, assessment_id=assessment.id) for one in carried))
    return left_words(old.rubric.name, bridged.left)
