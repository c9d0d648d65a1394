"""Copies of evidence for outside the team: boxes are drawn, looked at, and let out."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from http import HTTPStatus

from flask import Response as FileResponse
from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.access.states import AssessmentState, Visibility
from jobquality.errors import (
    ConflictError,
    Fault,
    FaultsError,
    NotFoundError,
    RefusedError,
    check_faults,
)
from jobquality.http import current
from jobquality.schemas.evidence import COVER_PARTS, read_covers
from jobquality.schemas.forms import Form
from jobquality.services import copies as services
from jobquality.services.copies import Copy, Cover, DrawCopy, Release, cover_faults
from jobquality.services.evidence import (
    OpenEvidence,
    get_evidence,
    list_versions,
    open_evidence,
)
from jobquality.services.history import names_in
from jobquality.services.unmarking import OPEN
from jobquality.store.assessments import get_assessment
from jobquality.store.employers import get_employer
from jobquality.store.evidence import Evidence
from jobquality.store.organizations import get_organization
from jobquality.uploads.rendering import MOST_PAGES, count_pages, make_copy, show_page
from jobquality.web.drafts import names_of
from jobquality.web.files import serve_file, serve_picture
from jobquality.web.moments import moment_words
from jobquality.web.once import once
from jobquality.web.proofs import fresh
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("copies", __name__)

#: Empty rows below the boxes that there are, for those who draw with numbers.
_EMPTY_ROWS = 3


@blueprint.get("/evidence/<evidence_id>/copy")
@needs(Action.LOOK, guests=True)
def page(evidence_id: str) -> str:
    """Show each page of a file, the boxes drawn on it, and the copy that comes of it."""
    return _page(_evidence(evidence_id))


@blueprint.post("/evidence/<evidence_id>/copy")
@needs(Action.REVIEW, guests=True)
def draw(evidence_id: str) -> Response | tuple[str, int]:
    """Make a copy with boxes drawn in; nobody outside sees it before it is let out."""
    here, actor = current(), current_actor()
    evidence = _evidence(evidence_id)
    form = Form(request.form)
    covers = read_covers(form)
    try:
        check_faults(form.faults)
        command = _drawn(evidence, covers)
        once(
            actor,
            lambda session: services.draw_copy(session, actor, command, at=here.clock()).id,
        )
    except FaultsError as refusal:
        shown = _page(evidence, faults=refusal.faults, typed=request.form)
        return shown, HTTPStatus.UNPROCESSABLE_ENTITY
    return redirect(_back(evidence.id), HTTPStatus.SEE_OTHER)


@blueprint.post("/evidence/<evidence_id>/copies/<copy_id>/release")
@needs(Action.REVIEW, guests=True)
@fresh
def release(evidence_id: str, copy_id: str) -> Response | tuple[str, int]:
    """Let a copy out, to the employer or to everyone."""
    here, actor = current(), current_actor()
    copy = _copy(evidence_id, copy_id)
    try:
        command = _release(copy)
        once(
            actor,
            lambda session: services.release_copy(session, actor, command, at=here.clock()).id,
        )
    except FaultsError as refusal:
        shown = _page(_evidence(copy.evidence_id), faults=refusal.faults)
        return shown, HTTPStatus.UNPROCESSABLE_ENTITY
    return redirect(_back(copy.evidence_id), HTTPStatus.SEE_OTHER)


@blueprint.post("/evidence/<evidence_id>/copies/<copy_id>/withdraw")
@needs(Action.REVIEW, guests=True)
def withdraw(evidence_id: str, copy_id: str) -> Response:
    """Take a copy back from everyone outside."""
    here, actor = current(), current_actor()
    copy = _copy(evidence_id, copy_id)
    once(actor, lambda session: services.withdraw_copy(session, actor, copy.id, at=here.clock()).id)
    return redirect(_back(copy.evidence_id), HTTPStatus.SEE_OTHER)


@blueprint.get("/evidence/<evidence_id>/pages/<int:number>")
@needs(Action.LOOK, guests=True)
def original(evidence_id: str, number: int) -> FileResponse:
    """Show one page of an original as a picture, and keep who looked at it."""
    here, actor = current(), current_actor()
    command = OpenEvidence(id=here.new_id(), evidence_id=evidence_id)
    with here.database.transaction(actor.organization_id) as session:
        opened = open_evidence(session, actor, command, at=here.clock())
    return _picture(opened.sha256, number)


@blueprint.get("/evidence/<evidence_id>/copies/<copy_id>/pages/<int:number>")
@needs(Action.LOOK, guests=True)
def preview(evidence_id: str, copy_id: str, number: int) -> FileResponse:
    """Show one page of a copy, as it would be seen outside."""
    return _picture(_copy(evidence_id, copy_id).sha256, number)


@blueprint.get("/evidence/<evidence_id>/copies/<copy_id>")
@needs(Action.LOOK, guests=True)
def file(evidence_id: str, copy_id: str) -> FileResponse:
    """Give out a copy to somebody of its organization."""
    copy = _copy(evidence_id, copy_id)
    return serve_file(copy.sha256, copy.media_type, of=copy.id)


def _drawn(evidence: Evidence, covers: tuple[Cover, ...]) -> DrawCopy:
    """Make the copy and keep its file; only boxes without any fault are drawn."""
    here = current()
    if request.form.get("of", evidence.sha256) != evidence.sha256:
        raise ConflictError(services.REPLACED)
    content = here.files.read(evidence.sha256)
    pages = count_pages(content)
    check_faults(cover_faults(covers, pages))
    made = make_copy(content, covers, pages=pages)
    return DrawCopy(
        id=here.new_id(),
        evidence_id=evidence.id,
        of_sha256=evidence.sha256,
        covers=covers,
        sha256=here.files.keep(made.content),
        media_type=made.kind.media_type,
        size=len(made.content),
        pages=pages,
    )


def _release(copy: Copy) -> Release:
    if request.form.get("read") != "yes":
        message = "You have not said that you read every page."
        remedy = "Look at each page of the copy, then tick it."
        raise FaultsError([Fault(message=message, where="read-yes", remedy=remedy)])
    chosen = request.form.get("visibility", "")
    outside = (Visibility.EMPLOYER, Visibility.PUBLIC)
    visibility = next((one for one in outside if one.value == chosen), Visibility.TEAM)
    return Release(copy_id=copy.id, visibility=visibility)


def _page(
    evidence: Evidence, *, faults: Iterable[Fault] = (), typed: Mapping[str, str] | None = None
) -> str:
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        assessment = get_assessment(session, evidence.assessment_id)
        employer = get_employer(session, assessment.employer_id)
        organization = get_organization(session, evidence.organization_id)
        copies = services.list_copies(session, [evidence.id])
        givers = {evidence.added_by, *(one.added_by for one in list_versions(session, evidence.id))}
        people = names_in(session, assessment.id)
    newest = next((one for one in copies if one.of_sha256 == evidence.sha256), None)
    pages, trouble = _pages(evidence)
    may_draw = actor.may(Action.REVIEW) and assessment.state is not AssessmentState.ABANDONED
    return render_template(
        "web/evidence/copy.html",
        evidence=evidence,
        assessment=assessment,
        employer=employer,
        title=names_of(assessment.rubric, assessment.edition).thing(evidence.criterion),
        copies=copies,
        newest=newest,
        people=people,
        pages=pages,
        trouble=trouble,
        most_pages=MOST_PAGES,
        may_draw=may_draw,
        may_unmark=actor.may(Action.REVIEW) and assessment.state in OPEN,
        is_guest=actor.is_guest,
        is_giver=actor.person_id in givers,
        rows=_rows(newest, typed),
        parts=COVER_PARTS,
        outside=[Visibility.EMPLOYER.value, Visibility.PUBLIC.value],
        faults=tuple(faults),
        moment=lambda at, say: moment_words(at, organization.time_zone, say),
    )


def _pages(evidence: Evidence) -> tuple[int, str]:
    """Return how many pages a file has, or 0 and why it cannot be shown."""
    try:
        return count_pages(current().files.read(evidence.sha256)), ""
    except RefusedError as refusal:
        return 0, str(refusal)


def _rows(newest: Copy | None, typed: Mapping[str, str] | None) -> list[dict[str, str]]:
    """Return what the fields of the boxes say: as typed, else as drawn last, and empty ones."""
    if typed is not None:
        rows: list[dict[str, str]] = []
        while f"page-{len(rows)}" in typed and len(rows) <= services.MOST_COVERS:
            rows.append({part: typed.get(f"{part}-{len(rows)}", "") for part in COVER_PARTS})
        return rows
    drawn = newest.covers if newest else ()
    known = [{part: f"{value:g}" for part, value in asdict(one).items()} for one in drawn]
    return [*known, *({"page": "1"} for _ in range(_EMPTY_ROWS))]


def _picture(sha256: str, number: int) -> FileResponse:
    content = current().files.read(sha256)
    if not 1 <= number <= MOST_PAGES:
        raise NotFoundError("There is no such page.")
    return serve_picture(show_page(content, number))


def _evidence(evidence_id: str) -> Evidence:
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        evidence = get_evidence(session, actor, evidence_id)
    if not evidence.is_file:
        raise NotFoundError("This evidence is a link, so there is nothing to copy.")
    return evidence


def _copy(evidence_id: str, copy_id: str) -> Copy:
    """Return a copy of that piece of evidence."""
    here, actor = current(), current_actor()
    evidence = _evidence(evidence_id)
    with here.database.reading(actor.organization_id) as session:
        copy = services.get_copy(session, actor, copy_id)
    if copy.evidence_id != evidence.id:
        raise NotFoundError("There is no such copy.")
    return copy


def _back(evidence_id: str) -> str:
    return url_for("copies.page", evidence_id=evidence_id, _anchor="copy")
