"""An assessment on paper and on a phone: the sheet and form out, the answers back in."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.documents.papers import paper_pdf, visit_of
from jobquality.errors import ConflictError, Fault, FaultsError, RefusedError
from jobquality.http import current
from jobquality.reading.fieldforms import Prefilled, field_form
from jobquality.reading.names import Names
from jobquality.schemas.fieldforms import Export, load_document, load_kept, load_rows
from jobquality.services.fieldforms import take_answers
from jobquality.services.sheets import Sheet
from jobquality.store.database import Session
from jobquality.store.versions import SENTENCE
from jobquality.tables.fieldforms import xlsform_bytes
from jobquality.tables.sheets import read_sent
from jobquality.web.documents import send_pdf
from jobquality.web.fieldpreview import Preview, Sent, read_preview
from jobquality.web.languages import current_language, current_speaker
from jobquality.web.once import once
from jobquality.web.papers import form_name, send_form, sheet_name
from jobquality.web.saving import sheet_of
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("fieldforms", __name__)

_MB = 1024 * 1024
_MOST_MB = 5
#: What the page may keep of a file until somebody takes its answers.
_MOST_KEPT = 300_000
_ACCEPTED = ".csv,.xlsx,.json"
_JSON = (b"{", b"[")
_LONGEST_NAME = 80


@blueprint.url_value_preprocessor
def _allow_files(endpoint: str | None, values: dict[str, object] | None) -> None:
    """Let this one form carry a file; it is set here because the token is read before the view."""
    del values
    if endpoint == "fieldforms.send":
        request.max_content_length = (_MOST_MB + 1) * _MB


@blueprint.get("/assessments/<assessment_id>/field-forms")
@needs(Action.LOOK)
def page(assessment_id: str) -> str:
    """Offer the sheet and the form, and ask for the answers."""
    return _page(sheet_of(assessment_id))


@blueprint.get("/assessments/<assessment_id>/questions.pdf")
@needs(Action.LOOK)
def sheet(assessment_id: str) -> Response:
    """Give the question sheet for a visit."""
    found, language = sheet_of(assessment_id), current_language()
    address = url_for("assessments.page", assessment_id=assessment_id)
    drawn = paper_pdf(
        found.edition,
        language=language,
        address=f"{current().settings.public_url}{address}",
        visit=visit_of(found, language),
    )
    return send_pdf(drawn, name=sheet_name(found.edition, language, found.employer.slug))


@blueprint.get("/assessments/<assessment_id>/form.xlsx")
@needs(Action.LOOK)
def form(assessment_id: str) -> Response:
    """Give the form of an assessment for KoBo and ODK."""
    found = sheet_of(assessment_id)
    known = Prefilled(
        assessment_id=assessment_id,
        employer=found.employer.name,
        slug=found.employer.slug,
        sites="; ".join(site.name for site in found.sites),
        facts=found.employer.facts,
    )
    return send_form(
        xlsform_bytes(field_form(found.edition, known)),
        name=form_name(found.edition, found.employer.slug),
    )


@blueprint.post("/assessments/<assessment_id>/field-forms")
@needs(Action.ASSESS)
def send(assessment_id: str) -> Response:
    """Show what a file holds; record it only where the form says so."""
    found = sheet_of(assessment_id)
    if not found.is_open:
        raise RefusedError(current_speaker()("import_closed"))
    try:
        preview = read_preview(
            found, _sent(found), request.form.get("which", ""), current_speaker()
        )
    except FaultsError as refusal:
        return _again(_page(found, faults=refusal.faults))
    return _take(found, preview) if request.form.get("take") else _shown(found, preview)


def _take(found: Sheet, preview: Preview) -> Response:
    here, actor = current(), current_actor()
    if preview.unreadable and not request.form.get("good_only"):
        fault = Fault(message=current_speaker()("import_good_only_first"), where="good_only")
        return _shown(found, preview, faults=(fault,), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    commands = preview.chosen(
        name for name in preview.compared if request.form.get(f"take_{name}") == "form"
    )

    def work(session: Session) -> str:
        # Here, so that a second click finds it done and not somebody else's answer.
        _check_seen(preview)
        return str(take_answers(session, actor, commands, catalog=here.catalog, at=here.clock()))

    try:
        taken = once(actor, work)
    except ConflictError:
        return _moved(found.assessment.id)
    address = url_for("fieldforms.page", assessment_id=found.assessment.id, taken=taken)
    return redirect(address, HTTPStatus.SEE_OTHER)


def _check_seen(preview: Preview) -> None:
    """Be quiet when the page that was sent showed what is there now.

    Raises:
        ConflictError: somebody answered meanwhile.
    """
    sent = {name: request.form.get(f"seen_{name}", "0") for name in preview.compared}
    if sent != {name: str(version) for name, version in preview.seen().items()}:
        raise ConflictError(SENTENCE)


def _moved(assessment_id: str) -> Response:
    """Show the preview again, beside what somebody answered meanwhile."""
    found = sheet_of(assessment_id)
    preview = read_preview(found, _sent(found), request.form.get("which", ""), current_speaker())
    fault = Fault(message=current_speaker()("import_moved"))
    return _shown(found, preview, faults=(fault,), status=HTTPStatus.CONFLICT)


def _sent(found: Sheet) -> Sent:
    """Return what was sent: a file, or what the page kept of one.

    Raises:
        FaultsError: it cannot be read.
    """
    kept = request.form.get("kept", "")
    if kept:
        unknown = request.form.get("unknown", "")[: _LONGEST_NAME * 10]
        return Sent(submissions=load_kept(kept, found.edition), unknown=unknown)
    export = _export(found)
    sent = Sent(submissions=export.submissions, unknown=", ".join(export.unknown))
    weight = sum(len(text) for one in sent.submissions for text in one.cells.values())
    if weight > _MOST_KEPT:
        raise _fault("import_file_large", most=_MOST_MB)
    return sent


def _export(found: Sheet) -> Export:
    file = request.files.get("file")
    if file is None or not file.filename:
        raise _fault("import_file_missing")
    content = file.stream.read(_MOST_MB * _MB + 1)
    if len(content) > _MOST_MB * _MB:
        raise _fault("import_file_large", most=_MOST_MB)
    if content.lstrip().startswith(_JSON):
        return load_document(content, found.edition)
    table = read_sent(file.filename[-_LONGEST_NAME:], content)
    return load_rows(table.numbered(), found.edition)


def _fault(name: str, **values: object) -> FaultsError:
    return FaultsError([Fault(message=current_speaker()(name, **values), where="file")])


def _shown(
    found: Sheet,
    preview: Preview,
    *,
    faults: tuple[Fault, ...] = (),
    status: HTTPStatus = HTTPStatus.OK,
) -> Response:
    text = render_template(
        "web/fieldforms/preview.html",
        preview=preview,
        faults=faults,
        sent=request.form,
        **_around(found),
    )
    return Response(text, status, mimetype="text/html")


def _again(text: str) -> Response:
    return Response(text, HTTPStatus.UNPROCESSABLE_ENTITY, mimetype="text/html")


def _page(found: Sheet, *, faults: tuple[Fault, ...] = ()) -> str:
    taken = request.args.get("taken", "")
    return render_template(
        "web/fieldforms/page.html",
        faults=faults,
        taken=taken if taken.isascii() and taken.isdecimal() else "",
        accepted=_ACCEPTED,
        may_take=found.is_open and current_actor().may(Action.ASSESS),
        **_around(found),
    )


def _around(found: Sheet) -> Mapping[str, object]:
    return {"sheet": found, "names": Names.of(found.edition, current_speaker())}
