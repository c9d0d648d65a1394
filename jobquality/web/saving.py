"""Save one answer, for a form and for our script: the same work, told as a page or as JSON."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from flask import jsonify, redirect, render_template, request, url_for
from flask_wtf.csrf import generate_csrf
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import (
    ConflictError,
    Fault,
    FaultsError,
    ForbiddenError,
    JobQualityError,
    NotFoundError,
    RefusedError,
)
from jobquality.http import current, status_of
from jobquality.schemas.answers import Typed, load_answer
from jobquality.scoring.answers import Question, find_questions
from jobquality.services.assessments import (
    ConfirmAnswer,
    RecordAnswer,
    confirm_answer,
    record_answer,
    today_of,
)
from jobquality.services.sheets import Sheet, read_sheet
from jobquality.store.assessments import get_assessment
from jobquality.store.database import Session
from jobquality.web.asked import Form
from jobquality.web.asking import Asker
from jobquality.web.languages import current_language
from jobquality.web.once import new_key, once
from jobquality.web.stand import read_stand
from jobquality.web.visitors import current_actor
from jobquality.wording import Speaker

#: The one page besides a question's own from which it can be answered.
TOPIC = "topic"


def save_answer(assessment_id: str, criterion: str, typed: Typed) -> Response:
    """Keep what a form gives, once."""
    return _saved_or_told(
        assessment_id, criterion, typed, lambda: _record(assessment_id, criterion, typed)
    )


def save_confirmation(assessment_id: str, criterion: str, typed: Typed) -> Response:
    """Let an answer of last time count, once."""
    return _saved_or_told(
        assessment_id, criterion, typed, lambda: _confirm(assessment_id, criterion, typed)
    )


def sheet_of(assessment_id: str) -> Sheet:
    """Return an assessment whole, as the actor's organization sees it."""
    here = current()
    with here.database.reading(current_actor().organization_id) as session:
        return read_sheet(session, assessment_id, catalog=here.catalog, at=here.clock())


def speaker() -> Speaker:
    """Return who speaks the language of this page."""
    return Speaker(current_language())


def _record(assessment_id: str, criterion: str, typed: Typed) -> None:
    here, actor = current(), current_actor()

    def keep(session: Session) -> str:
        question = _question(session, assessment_id, criterion)
        today = today_of(session, actor, here.clock())
        loaded = load_answer(question, typed, today=today, say=speaker())
        command = RecordAnswer(
            assessment_id=assessment_id,
            criterion=question.id,
            answer=loaded.answer,
            seen=loaded.seen,
            grade=loaded.grade,
            source=loaded.source,
            note=loaded.note,
            workers=loaded.workers,
            law_checked_on=loaded.law_checked_on,
            on=loaded.on,
        )
        kept = record_answer(session, actor, command, catalog=here.catalog, at=here.clock())
        return str(kept.version)

    once(actor, keep)


def _confirm(assessment_id: str, criterion: str, typed: Typed) -> None:
    here, actor = current(), current_actor()
    seen = int(typed.seen) if typed.seen.isascii() and typed.seen.isdecimal() else 0
    command = ConfirmAnswer(assessment_id=assessment_id, criterion=criterion, seen=seen)
    once(
        actor,
        lambda session: str(confirm_answer(session, actor, command, at=here.clock()).version),
    )


def _question(session: Session, assessment_id: str, criterion: str) -> Question:
    assessment = get_assessment(session, assessment_id)
    edition = current().catalog.edition(assessment.rubric, assessment.edition)
    question = find_questions(edition.rubric).get(criterion)
    if question is None:
        raise NotFoundError("There is no such question in this standard.")
    return question


def _saved_or_told(
    assessment_id: str, criterion: str, typed: Typed, work: Callable[[], None]
) -> Response:
    try:
        work()
    except FaultsError as error:
        faults = tuple(_at_field(criterion, fault) for fault in error.faults)
        return _again(assessment_id, criterion, Form(typed=typed, faults=faults))
    except ConflictError:
        return _conflict(assessment_id, criterion, typed)
    except (RefusedError, ForbiddenError) as refusal:
        return _refused(refusal)
    return _saved(assessment_id, criterion)


def _at_field(criterion: str, fault: Fault) -> Fault:
    return replace(fault, where=f"{criterion}-{fault.where}") if fault.where else fault


def _wants_json() -> bool:
    return request.accept_mimetypes.best == "application/json"


def _saved(assessment_id: str, criterion: str) -> Response:
    if not _wants_json():
        return redirect(_address(assessment_id, criterion), HTTPStatus.SEE_OTHER)
    asker = Asker(sheet_of(assessment_id), speaker())
    given = asker.given(criterion)
    return _json(
        HTTPStatus.OK,
        said=speaker()("ask_saved", time=given.time if given else ""),
        answer=given.answer if given else "",
        version=asker.sheet.answers[criterion].version,
        stand=_panel(asker),
        now=asker.now_around(criterion),
    )


def _again(assessment_id: str, criterion: str, form: Form) -> Response:
    if _wants_json():
        said = " ".join(fault.message for fault in form.faults)
        return _json(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            said=speaker()("ask_unsaved", reason=said),
            faults=[{"where": fault.where, "message": fault.message} for fault in form.faults],
        )
    page = page_around(assessment_id, criterion, form)
    return Response(page, HTTPStatus.UNPROCESSABLE_ENTITY, mimetype="text/html")


def _conflict(assessment_id: str, criterion: str, typed: Typed) -> Response:
    """Show both answers; whoever sends the form again has seen the other one."""
    sheet = sheet_of(assessment_id)
    theirs = Asker(sheet, speaker()).given(criterion)
    if theirs is None:
        raise ConflictError("Somebody else changed this. Reload the page to see it.")
    form = Form(
        typed=replace(typed, seen=str(theirs.version)),
        theirs=theirs,
        mine=mine_in_words(sheet, criterion, typed),
    )
    if _wants_json():
        asker = Asker(sheet, speaker(), {criterion: form})
        fragment = render_template(
            "web/assessments/_form_alone.html",
            asked=asker.question(criterion),
            back=TOPIC if request.form.get("back") == TOPIC else "",
            **around(asker),
        )
        said = speaker()("conflict_title")
        return _json(HTTPStatus.CONFLICT, said=said, form=fragment)
    page = page_around(assessment_id, criterion, form)
    return Response(page, HTTPStatus.CONFLICT, mimetype="text/html")


def mine_in_words(sheet: Sheet, criterion: str, typed: Typed) -> str:
    """Return what was typed and not saved, as it would read."""
    question = find_questions(sheet.edition.rubric)[criterion]
    try:
        loaded = load_answer(question, typed, today=sheet.today, say=speaker())
    except FaultsError:
        return typed.number or typed.state
    return Asker(sheet, speaker()).spoken(question, loaded.answer)


def _refused(refusal: JobQualityError) -> Response:
    if not _wants_json():
        raise refusal
    return _json(status_of(refusal), said=speaker()("ask_unsaved", reason=str(refusal)))


def _json(status: HTTPStatus, **told: Any) -> Response:  # noqa: ANN401 - whatever JSON holds
    """Answer our script, with the key and token for the next time."""
    response = jsonify(key=new_key(), csrf=generate_csrf(), **told)
    response.status_code = status
    return response


def page_around(assessment_id: str, criterion: str, form: Form) -> str:
    """Return the page from which a form was sent, with what was typed in it."""
    asker = Asker(sheet_of(assessment_id), speaker(), {criterion: form})
    if request.form.get("back") == TOPIC:
        return topic_page(asker, asker.question(criterion).topic_id)
    return question_page(asker, criterion)


def topic_page(asker: Asker, topic_id: str) -> str:
    """Return the page of a topic, with all of its questions."""
    topic = asker.topic(topic_id)
    topics = asker.topics()
    place = [one.id for one in topics].index(topic_id)
    return render_template(
        "web/assessments/topic.html",
        topic=topic,
        questions=asker.questions(topic),
        before=topics[place - 1] if place else None,
        following=topics[place + 1] if place + 1 < len(topics) else None,
        back=TOPIC,
        **around(asker),
    )


def question_page(asker: Asker, criterion: str) -> str:
    """Return the page of one question."""
    asked = asker.question(criterion)
    listed = [one for topic in asker.topics() for one in (*topic.questions, *topic.figures)]
    ids = [name for name, _ in listed]
    place = ids.index(criterion) if criterion in ids else None
    return render_template(
        "web/assessments/question.html",
        asked=asked,
        topic=asker.topic(asked.topic_id),
        before=listed[place - 1] if place else None,
        following=listed[place + 1] if place is not None and place + 1 < len(listed) else None,
        back="",
        **around(asker),
    )


def around(asker: Asker) -> Mapping[str, object]:
    """Return what every page of an assessment shows around its questions."""
    sheet = asker.sheet
    return {
        "sheet": sheet,
        "names": asker.names,
        "title": asker.title,
        "stand": read_stand(sheet, speaker()),
        "may_answer": sheet.is_open and current_actor().may(Action.ASSESS),
        "saved": request.args.get("saved", ""),
    }


def _panel(asker: Asker) -> str:
    return render_template("web/assessments/_stand_alone.html", **around(asker))


def _address(assessment_id: str, criterion: str) -> str:
    """Return the page that a form was sent from; never an address from outside."""
    if request.form.get("back") == TOPIC:
        asker = Asker(sheet_of(assessment_id), speaker())
        return url_for(
            "assessments.topic",
            assessment_id=assessment_id,
            topic_id=asker.question(criterion, with_parts=False).topic_id,
            saved=criterion,
            _anchor=criterion,
        )
    return url_for(
        "assessments.question",
        assessment_id=assessment_id,
        criterion=criterion,
        saved=criterion,
        _anchor=criterion,
    )
