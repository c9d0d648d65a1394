"""Files and links behind answers: let in through one gate, served to the organization alone."""

from collections.abc import Iterable
from http import HTTPStatus

from flask import Response as FileResponse
from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.access.states import AssessmentState
from jobquality.errors import Fault, FaultsError, NotFoundError, check_faults
from jobquality.http import FILE_POLICY, current
from jobquality.reading.names import Names, day_words
from jobquality.schemas.evidence import read_evidence
from jobquality.schemas.forms import Form
from jobquality.scoring.answers import find_questions
from jobquality.scoring.facts import Grade
from jobquality.services import evidence as services
from jobquality.services.evidence import EvidenceCommand
from jobquality.store.assessments import Assessment, get_assessment
from jobquality.store.database import Session
from jobquality.store.employers import get_employer
from jobquality.uploads.gate import ACCEPTED, LARGEST, Clean, let_in
from jobquality.uploads.kinds import KINDS
from jobquality.web.languages import current_language
from jobquality.web.once import once
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint
from jobquality.wording import Speaker

blueprint = work_blueprint("evidence", __name__)

#: A little more than a file may weigh, so that one just above it is refused beside its field.
_LARGEST_REQUEST = LARGEST + 1024 * 1024
_SHOWN_OF_ID = 8
_EXTENSIONS = {kind.media_type: kind.extension for kind in KINDS}


@blueprint.url_value_preprocessor
def _allow_files(endpoint: str | None, values: dict[str, object] | None) -> None:
    """Let this one form carry a file; it is set here because the token is read before the view."""
    del values
    if endpoint == "evidence.add":
        request.max_content_length = _LARGEST_REQUEST


@blueprint.get("/assessments/<assessment_id>/<criterion>/evidence")
@needs(Action.LOOK)
def listing(assessment_id: str, criterion: str) -> str:
    """Show what lies behind an answer, and ask for more while it is a draft."""
    return _page(assessment_id, criterion)


@blueprint.post("/assessments/<assessment_id>/<criterion>/evidence")
@needs(Action.ASSESS)
def add(assessment_id: str, criterion: str) -> Response | tuple[str, int]:
    """Put a file or a link behind an answer."""
    here, actor = current(), current_actor()
    _, assessment = _asked(assessment_id, criterion)
    try:
        command = _command(assessment.id, criterion)
        once(
            actor,
            lambda session: services.add_evidence(session, actor, command, at=here.clock()).id,
        )
    except FaultsError as refusal:
        page = _page(assessment.id, criterion, faults=refusal.faults)
        return page, HTTPStatus.UNPROCESSABLE_ENTITY
    return redirect(_back(assessment.id, criterion), HTTPStatus.SEE_OTHER)


@blueprint.post("/evidence/<evidence_id>/remove")
@needs(Action.ASSESS)
def remove(evidence_id: str) -> Response:
    """Take a file or a link back while the assessment is a draft; the file goes with it."""
    here, actor = current(), current_actor()

    def work(session: Session) -> str:
        removed = services.remove_evidence(session, actor, evidence_id)
        return f"{removed.assessment_id} {removed.criterion} {removed.sha256}"

    assessment_id, criterion, sha256 = once(actor, work).split(" ")
    with here.database.reading(actor.organization_id) as session:
        is_free = services.is_file_free(session, sha256)
    if is_free:
        here.files.remove(sha256)
    return redirect(_back(assessment_id, criterion), HTTPStatus.SEE_OTHER)


@blueprint.get("/evidence/<evidence_id>")
@needs(Action.LOOK)
def file(evidence_id: str) -> FileResponse:
    """Give out a file to somebody of its organization, as a download in which nothing runs."""
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        evidence = services.get_evidence(session, actor, evidence_id)
    if not evidence.is_file:
        raise NotFoundError("This evidence is a link.")
    response = FileResponse(here.files.read(evidence.sha256), mimetype=evidence.media_type)
    name = f"evidence-{evidence.id[:_SHOWN_OF_ID]}.{_EXTENSIONS[evidence.media_type]}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response


def _command(assessment_id: str, criterion: str) -> EvidenceCommand:
    """Read the form and the file; only a file without any fault beside it is kept."""
    here = current()
    form = Form(request.form)
    clean = _file(form)
    typed = read_evidence(form, today=here.clock().date())
    check_faults(form.faults)
    return EvidenceCommand(
        id=here.new_id(),
        assessment_id=assessment_id,
        criterion=criterion,
        title=typed.title,
        grade=typed.grade,
        url=typed.url,
        captured_on=typed.captured_on,
        sha256=here.files.keep(clean.content) if clean and not typed.url else "",
        media_type=clean.kind.media_type if clean else "",
        size=len(clean.content) if clean else 0,
    )


def _file(form: Form) -> Clean | None:
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        return None
    if form.typed.get("url", "").strip():
        form.note("file", "This is a file and a link at once.", "Add them one after the other.")
    try:
        return let_in(sent.stream.read(LARGEST + 1), sent.filename)
    except FaultsError as refusal:
        form.faults.extend(refusal.faults)
        return None


def _page(assessment_id: str, criterion: str, *, faults: Iterable[Fault] = ()) -> str:
    here, actor = current(), current_actor()
    say = Speaker(current_language())
    names, assessment = _asked(assessment_id, criterion)
    with here.database.reading(actor.organization_id) as session:
        employer = get_employer(session, assessment.employer_id)
        found = services.list_evidence(session, assessment.id)
    return render_template(
        "web/evidence/page.html",
        assessment=assessment,
        criterion=criterion,
        title=names.thing(criterion),
        ask=names.ask(criterion),
        employer=employer,
        found=[one for one in found if one.criterion == criterion],
        may_add=actor.may(Action.ASSESS) and assessment.state is AssessmentState.DRAFT,
        grades=[grade.value for grade in Grade],
        typed=request.form,
        faults=tuple(faults),
        accepted=ACCEPTED,
        day_of=lambda day: day_words(day, say),
    )


def _asked(assessment_id: str, criterion: str) -> tuple[Names, Assessment]:
    """Return the names of the standard and the assessment, where it asks that question."""
    here = current()
    with here.database.reading(current_actor().organization_id) as session:
        assessment = get_assessment(session, assessment_id)
    edition = here.catalog.edition(assessment.rubric, assessment.edition)
    if criterion not in find_questions(edition.rubric):
        raise NotFoundError("There is no such question.")
    return Names.of(edition, Speaker(current_language())), assessment


def _back(assessment_id: str, criterion: str) -> str:
    return url_for("evidence.listing", assessment_id=assessment_id, criterion=criterion)
