"""The assessment form: start one, answer its questions, see how it stands."""

from http import HTTPStatus

from flask import Response as FlaskResponse
from flask import jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.access.states import AssessmentState
from jobquality.errors import Fault, FaultsError
from jobquality.http import current
from jobquality.reading.names import Names, day_words
from jobquality.rubrics.catalog import Edition
from jobquality.schemas.answers import typed_in
from jobquality.schemas.assessments import TypedStart, fits, load_start, typed_start
from jobquality.services.assessments import find_previous, start_assessment, today_of
from jobquality.services.standards import editions_in_use
from jobquality.store.assessments import list_answered, list_assessments
from jobquality.store.employers import get_employer, list_establishments
from jobquality.web import whole as whole_topics
from jobquality.web.claiming import askings_of
from jobquality.web.editionmoves import beside
from jobquality.web.languages import current_speaker
from jobquality.web.once import once
from jobquality.web.saving import (
    around,
    asker_of,
    panel,
    question_page,
    save_answer,
    save_choice,
    save_confirmation,
    topic_page,
)
from jobquality.web.summary import summary_of
from jobquality.web.telling import tell, tell_refusal
from jobquality.web.visitors import current_actor, needs, wants_json
from jobquality.web.work import keep_on_phone, work_blueprint
from jobquality.web.working import keep_working

blueprint = work_blueprint("assessments", __name__)


@blueprint.after_request
def keep(response: FlaskResponse) -> FlaskResponse:
    """Let a phone keep the pages that work without a connection: the form of many does not."""
    return response if request.endpoint == "assessments.whole" else keep_on_phone(response)


@blueprint.get("/employers/<employer_id>/assess")
@needs(Action.ASSESS)
def start(employer_id: str) -> str:
    """Ask what is to be assessed."""
    return _start_page(employer_id)


@blueprint.post("/employers/<employer_id>/assess")
@needs(Action.ASSESS)
def begin(employer_id: str) -> Response:
    """Start an assessment."""
    here, actor = current(), current_actor()
    typed = typed_start(request.form)
    try:
        command = load_start(
            typed,
            assessment_id=here.new_id(),
            employer_id=employer_id,
            editions=_in_use(),
            say=current_speaker(),
        )
        made = once(
            actor,
            lambda session: (
                start_assessment(session, actor, command, catalog=here.catalog, at=here.clock()).id
            ),
        )
    except FaultsError as error:
        page = _start_page(employer_id, typed, error.faults)
        return Response(page, HTTPStatus.UNPROCESSABLE_ENTITY, mimetype="text/html")
    return redirect(url_for("assessments.page", assessment_id=made), HTTPStatus.SEE_OTHER)


@blueprint.get("/assessments/<assessment_id>")
@needs(Action.LOOK)
def page(assessment_id: str) -> str:
    """Show the topics with what is answered, and how the score stands."""
    return _overview(assessment_id)


@blueprint.get("/assessments/<assessment_id>/stand")
@needs(Action.LOOK)
def stand(assessment_id: str) -> str | Response:
    """Show how the score stands, alone; our script gets what lies beside the questions."""
    asker = asker_of(assessment_id)
    if wants_json():
        return jsonify(stand=panel(asker))
    return render_template("web/assessments/stand.html", **around(asker))


@blueprint.get("/assessments/<assessment_id>/topics/<topic_id>")
@needs(Action.LOOK)
def topic(assessment_id: str, topic_id: str) -> str:
    """Show a topic with all of its questions."""
    return topic_page(asker_of(assessment_id), topic_id)


@blueprint.get("/assessments/<assessment_id>/topics/<topic_id>/whole")
@needs(Action.ASSESS)
def whole(assessment_id: str, topic_id: str) -> str:
    """Show all questions of a topic in one form."""
    return whole_topics.show_whole(assessment_id, topic_id)


@blueprint.post("/assessments/<assessment_id>/topics/<topic_id>/whole")
@needs(Action.ASSESS)
def save_whole(assessment_id: str, topic_id: str) -> Response:
    """Keep whatever of a topic was answered or changed."""
    return whole_topics.save_whole(assessment_id, topic_id)


@blueprint.get("/assessments/<assessment_id>/<criterion>")
@needs(Action.LOOK)
def question(assessment_id: str, criterion: str) -> str:
    """Show one question."""
    return question_page(asker_of(assessment_id), criterion)


@blueprint.post("/assessments/<assessment_id>/working")
@needs(Action.ASSESS)
def working(assessment_id: str) -> Response:
    """Keep what somebody works from, for their next answers."""
    topic_id = request.form.get("topic", "")
    try:
        keep_working(assessment_id)
    except FaultsError as refusal:
        if wants_json():
            return tell_refusal(refusal)
        shown = _overview(assessment_id, refusal.faults)
        return Response(shown, HTTPStatus.UNPROCESSABLE_ENTITY, mimetype="text/html")
    where = (
        url_for("assessments.topic", assessment_id=assessment_id, topic_id=topic_id)
        if topic_id
        else url_for("assessments.page", assessment_id=assessment_id)
    )
    if wants_json():
        return tell(HTTPStatus.OK, said=current_speaker()("working_saved"), to=where)
    return redirect(where, HTTPStatus.SEE_OTHER)


@blueprint.post("/assessments/<assessment_id>/<criterion>")
@needs(Action.ASSESS)
def answer(assessment_id: str, criterion: str) -> Response:
    """Keep one answer."""
    return save_answer(assessment_id, criterion, typed_in(request.form))


@blueprint.post("/assessments/<assessment_id>/<criterion>/confirm")
@needs(Action.ASSESS)
def confirm(assessment_id: str, criterion: str) -> Response:
    """Let an answer of last time count."""
    return save_confirmation(assessment_id, criterion, typed_in(request.form))


@blueprint.post("/assessments/<assessment_id>/<criterion>/choose")
@needs(Action.ASSESS)
def choose(assessment_id: str, criterion: str) -> Response:
    """Let one of two answers count."""
    return save_choice(assessment_id, criterion)


def _overview(assessment_id: str, faults: tuple[Fault, ...] = ()) -> str:
    """Return the page of an assessment; with faults, what somebody works from as it was typed."""
    asker = asker_of(assessment_id)
    shown = dict(around(asker))
    if faults:
        shown["working"] = typed_in(request.form)
    return render_template(
        "web/assessments/page.html",
        topics=asker.topics(),
        next_open=asker.next_open(),
        summary=summary_of(asker),
        askings=askings_of(assessment_id),
        editions=beside(asker.sheet),
        working_faults=faults,
        **shown,
    )


def _in_use() -> tuple[Edition, ...]:
    """Return the editions by which the organization starts assessments today."""
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        today = today_of(session, actor, here.clock())
        return editions_in_use(session, here.catalog, on=today)


def _start_page(
    employer_id: str, typed: TypedStart | None = None, faults: tuple[Fault, ...] = ()
) -> str:
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        employer = get_employer(session, employer_id)
        sites = list_establishments(session, employer_id)
        earlier = list_assessments(session, employer_id)
        answered = list_answered(session, employer_id)
        today = today_of(session, actor, here.clock())
        used = editions_in_use(session, here.catalog, on=today)
    editions = sorted(used, key=lambda one: not fits(one.rubric.id, employer.sector))
    fitting = [one.rubric.name for one in editions if fits(one.rubric.id, employer.sector)]
    return render_template(
        "web/assessments/start.html",
        employer=employer,
        sites=sites,
        editions=editions,
        titles={one.rubric.name: Names.of(one, current_speaker()).words.title for one in editions},
        fitting=fitting,
        previous={
            one.rubric.id: find_previous(earlier, one.rubric.id, answered) for one in editions
        },
        drafts=[one for one in earlier if one.state is AssessmentState.DRAFT],
        typed=typed or TypedStart(standard=next(iter(fitting), ""), on=str(today)),
        today=today,
        day=lambda on: day_words(on, current_speaker()),
        faults=faults,
    )
