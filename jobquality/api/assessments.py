"""Assessments of one's own organization: read them, start one, answer, confirm, submit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from flask import Response, url_for

from jobquality.access.actors import Action, Actor
from jobquality.api.assessed import (
    AnswerSchema,
    AnswersSchema,
    AssessmentSchema,
    AssessmentsSchema,
    WantedAssessments,
    WantedAssessmentsSchema,
    WholeAssessmentSchema,
    dump_answer,
    dump_command,
    tell_answer,
    tell_assessment,
)
from jobquality.api.blueprints import CREATED, ONE_VERSION, VERSIONS, Blueprint
from jobquality.api.keys import acting
from jobquality.api.writing import ChangedError, Kept, body_of, check_key, once, seen_version, tag
from jobquality.errors import ConflictError, FaultsError, NotFoundError
from jobquality.http import current
from jobquality.schemas.bodies import (
    AnswerBodySchema,
    AnswersBodySchema,
    Place,
    StartBodySchema,
    SubmitBodySchema,
    load_answer_bodies,
    load_answer_body,
    load_start_body,
    load_submit_body,
)
from jobquality.schemas.pointers import pointer
from jobquality.scoring.answers import Question, find_questions
from jobquality.services.assessments import (
    ConfirmAnswer,
    RecordAnswer,
    confirm_answer,
    record_answer,
    start_assessment,
    today_of,
)
from jobquality.services.batches import record_answers, version_in
from jobquality.services.reviews import submit as submit_draft
from jobquality.services.standards import editions_in_use
from jobquality.store.assessments import (
    Assessment,
    find_answer,
    get_assessment,
    list_answers,
    walk_assessments,
)
from jobquality.store.database import Session
from jobquality.store.employers import get_employer
from jobquality.store.people import list_people

blueprint = Blueprint("api_assessments", __name__, "Assessments of your own organization")
_NO_QUESTION = "There is no such question in this standard."
_ONE = "/assessments/<assessment_id>"
_ANSWER = f"{_ONE}/answers/<criterion>"


@blueprint.reads_own("/assessments", AssessmentsSchema, asks=WantedAssessmentsSchema)
def listing(wanted: WantedAssessments) -> tuple[dict[str, Any], dict[str, str]]:
    """List your organization's assessments, oldest first.

    Go on with `next` (also in the `Link` header) until it is null. Each comes once; what is
    started meanwhile comes at the end.
    """
    actor = acting(Action.LOOK)
    with current().database.reading(actor.organization_id) as session:
        found = walk_assessments(
            session, after=wanted.after, state=wanted.state, limit=wanted.limit + 1
        )
        shown = found[: wanted.limit]
        items = [_told(session, one) for one in shown]
    following = _following(wanted, shown[-1].id) if len(found) > len(shown) else None
    headers = {"Link": f'<{following}>; rel="next"'} if following else {}
    return {"items": items, "next": following}, headers


@blueprint.reads_own(_ONE, WholeAssessmentSchema, refuses=[HTTPStatus.NOT_FOUND])
def one(assessment_id: str) -> dict[str, Any]:
    """Show one assessment with all of its answers, each with the ETag for changing it."""
    actor = acting(Action.LOOK)
    with current().database.reading(actor.organization_id) as session:
        assessment = get_assessment(session, assessment_id)
        names = _names(session)
        answers = list_answers(session, assessment_id)
        told = {name: tell_answer(one, names) for name, one in answers.items()}
        return {**_told(session, assessment), "answers": told}


@blueprint.reads_own(_ANSWER, AnswerSchema, refuses=[HTTPStatus.NOT_FOUND])
def answer(assessment_id: str, criterion: str) -> tuple[dict[str, Any], dict[str, str]]:
    """Show one answer; its ETag is the version for If-Match."""
    actor = acting(Action.LOOK)
    with current().database.reading(actor.organization_id) as session:
        question = _question(_place(session, assessment_id), criterion)
        found = find_answer(session, assessment_id, question.id)
        if found is None:
            raise NotFoundError("Nobody has answered this yet.")
        return tell_answer(found, _names(session)), {"ETag": tag(found.version)}


@blueprint.writes("/assessments", AssessmentSchema, takes=StartBodySchema, made=CREATED)
def start() -> Response:
    """Start an assessment, with the answers of last time, each to be confirmed."""
    here, actor = current(), _writing()
    body = body_of(StartBodySchema())

    def work(session: Session) -> Kept:
        today = today_of(session, actor, here.clock())
        used = editions_in_use(session, here.catalog, on=today)
        command = load_start_body(body, here.new_id(), used)
        try:
            started = start_assessment(
                session, actor, command, catalog=here.catalog, at=here.clock()
            )
        except FaultsError as error:
            raise _pointed(error, lambda where: pointer(where) if where else "") from None
        told = _dumped(session, started)
        return Kept(told, HTTPStatus.CREATED, {"Location": told["links"]["self"]})

    return once(actor, work)


@blueprint.writes(_ANSWER, AnswerSchema, method="PUT", takes=AnswerBodySchema, made=ONE_VERSION)
def put_answer(assessment_id: str, criterion: str) -> Response:
    """Answer one question, as you saw it last.

    Where somebody was faster, the answer is 412 with both answers, and nothing is kept: you
    have yours.
    """
    here, actor = current(), _writing()
    seen = seen_version()
    body = body_of(AnswerBodySchema())
    sent: list[RecordAnswer] = []

    def work(session: Session) -> Kept:
        place = _place(session, assessment_id)
        command = load_answer_body(body, place, _question(place, criterion), seen)
        sent[:] = [command]
        try:
            kept = record_answer(session, actor, command, catalog=here.catalog, at=here.clock())
        except FaultsError as error:
            raise _pointed(error, pointer) from None
        told = dump_answer(kept, _names(session))
        return Kept(told, headers={"ETag": told["etag"]})

    return _or_changed(actor, sent, work)


@blueprint.writes(
    f"{_ONE}/answers", AnswersSchema, method="PUT", takes=AnswersBodySchema, made=VERSIONS
)
def put_answers(assessment_id: str) -> Response:
    """Answer several questions: all of them, or none.

    `seen` is the version that you saw of each, as If-Match is for one. Everything that is
    wrong is named at once.
    """
    here, actor = current(), _writing()
    body = body_of(AnswersBodySchema())
    sent: list[RecordAnswer] = []

    def work(session: Session) -> Kept:
        sent[:] = load_answer_bodies(body, _place(session, assessment_id))
        try:
            kept = record_answers(session, actor, sent, catalog=here.catalog, at=here.clock())
        except FaultsError as error:
            raise _pointed(error, _in_batch) from None
        names = _names(session)
        return Kept({"items": [dump_answer(one, names) for one in kept]})

    return _or_changed(actor, sent, work)


@blueprint.writes(f"{_ANSWER}/confirm", AnswerSchema, made=ONE_VERSION)
def confirm(assessment_id: str, criterion: str) -> Response:
    """Let an answer of last time count: somebody looked again, and it is still true."""
    here, actor = current(), _writing()
    seen = seen_version()

    def work(session: Session) -> Kept:
        question = _question(_place(session, assessment_id), criterion)
        command = ConfirmAnswer(assessment_id=assessment_id, criterion=question.id, seen=seen)
        kept = confirm_answer(session, actor, command, at=here.clock())
        told = dump_answer(kept, _names(session))
        return Kept(told, headers={"ETag": told["etag"]})

    try:
        return once(actor, work)
    except ConflictError:
        raise ChangedError([_both(actor, assessment_id, criterion, None)]) from None


@blueprint.writes(f"{_ONE}/submit", AssessmentSchema, takes=SubmitBodySchema)
def submit(assessment_id: str) -> Response:
    """Hand a draft to the reviewer. Faults point into the assessment as GET shows it."""
    here, actor = current(), _writing()
    body = body_of(SubmitBodySchema())

    def work(session: Session) -> Kept:
        command = load_submit_body(body, here.new_id(), assessment_id)
        try:
            done = submit_draft(session, actor, command, catalog=here.catalog, at=here.clock())
        except FaultsError as error:
            raise _pointed(error, _in_assessment) from None
        return Kept(_dumped(session, done))

    return once(actor, work)


def _writing() -> Actor:
    """Return who writes, once the request may and says which intent it is."""
    actor = acting(Action.ASSESS)
    check_key()
    return actor


def _or_changed(
    actor: Actor, sent: Sequence[RecordAnswer], work: Callable[[Session], Kept]
) -> Response:
    """Do it once, or show both answers to every question where somebody was faster."""
    try:
        return once(actor, work)
    except ConflictError:
        if not sent:
            raise
        with current().database.reading(actor.organization_id) as session:
            known = list_answers(session, sent[0].assessment_id)
        late = [one for one in sent if version_in(known, one.criterion) != one.seen]
        both = [_both(actor, one.assessment_id, one.criterion, one) for one in late]
        raise ChangedError(both) from None


def _both(
    actor: Actor, assessment_id: str, criterion: str, mine: RecordAnswer | None
) -> dict[str, Any]:
    with current().database.reading(actor.organization_id) as session:
        there = find_answer(session, assessment_id, criterion)
        names = _names(session)
    return {
        "criterion": criterion,
        "mine": dump_command(mine) if mine else None,
        "theirs": dump_answer(there, names) if there else None,
    }


def _place(session: Session, assessment_id: str) -> Place:
    assessment = get_assessment(session, assessment_id)
    rubric = current().catalog.get(assessment.rubric, assessment.edition)
    return Place(assessment_id=assessment_id, questions=find_questions(rubric))


def _question(place: Place, criterion: str) -> Question:
    if criterion not in place.questions:
        raise NotFoundError(_NO_QUESTION)
    return place.questions[criterion]


def _names(session: Session) -> Mapping[str, str]:
    return {person.id: person.name for person in list_people(session)}


def _told(session: Session, assessment: Assessment) -> dict[str, Any]:
    return tell_assessment(assessment, get_employer(session, assessment.employer_id))


def _dumped(session: Session, assessment: Assessment) -> dict[str, Any]:
    return dict(AssessmentSchema().dump(_told(session, assessment)))


def _pointed(error: FaultsError, where: Callable[[str], str]) -> FaultsError:
    """Return the faults of a service with their places in what was sent."""
    return FaultsError(
        one if one.where.startswith("/") else replace(one, where=where(one.where))
        for one in error.faults
    )


def _in_batch(where: str) -> str:
    number, _, name = where.partition("/")
    return pointer("answers", number, name)


def _in_assessment(where: str) -> str:
    return pointer("answers", where) if where else ""


def _following(wanted: WantedAssessments, last: str) -> str:
    asked = {"limit": wanted.limit, "after": last}
    if wanted.state is not None:
        asked["state"] = wanted.state.value
    return f"{url_for('api_assessments.listing')}?{urlencode(asked)}"
