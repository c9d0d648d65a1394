"""Files and links behind answers: let in through one gate, served to the organization alone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any

from flask import Response as FileResponse
from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.access.states import AssessmentState, Visibility
from jobquality.errors import (
    ConflictError,
    Fault,
    FaultsError,
    JobQualityError,
    NotFoundError,
    RefusedError,
    check_faults,
)
from jobquality.http import current, status_of
from jobquality.reading.names import Names, day_words
from jobquality.rubrics.catalog import Edition
from jobquality.schemas.evidence import read_details
from jobquality.schemas.forms import Form
from jobquality.scoring.answers import find_questions
from jobquality.scoring.facts import Grade
from jobquality.services import evidence as services
from jobquality.services.ages import ends_on, months_of
from jobquality.services.carrying import Carry, carry_evidence, offered
from jobquality.services.evidence import Details, OpenEvidence
from jobquality.services.grounds import kinds_asked_for
from jobquality.store.assessments import Assessment, get_assessment
from jobquality.store.copies import list_copies
from jobquality.store.database import Session
from jobquality.store.employers import get_employer
from jobquality.store.evidence import OTHER_KIND, Evidence
from jobquality.store.people import list_people
from jobquality.uploads.gate import ACCEPTED, LARGEST
from jobquality.web.files import serve_file
from jobquality.web.languages import current_speaker
from jobquality.web.once import once
from jobquality.web.pieceforms import details_of, read_piece
from jobquality.web.pieces import file_name, typed_words, who_was_faster
from jobquality.web.telling import tell, tell_refusal
from jobquality.web.visitors import current_actor, needs, wants_json
from jobquality.web.work import keep_on_phone, work_blueprint

blueprint = work_blueprint("evidence", __name__)

#: A little more than a file may weigh, so that one just above it is refused beside its field.
_LARGEST_REQUEST = LARGEST + 1024 * 1024
#: What is told on the page itself, with all that was typed.
_TOLD_HERE = (FaultsError, RefusedError, ConflictError)
_WITH_FILES = ("evidence.add", "evidence.revise")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A question of an assessment, and what the standard says of it."""

    assessment: Assessment
    edition: Edition
    criterion: str

    @property
    def names(self) -> Names:
        """What the things of the standard are called in this page's language."""
        return Names.of(self.edition, current_speaker())

    @property
    def kinds(self) -> tuple[str, ...]:
        """What the standard asks to look at for this question."""
        return kinds_asked_for(self.edition.rubric, self.criterion)


@blueprint.after_request
def _keep_listing(response: FileResponse) -> FileResponse:
    """Let a phone keep the page that asks for evidence; never a file, nor a copy to be covered."""
    return keep_on_phone(response) if request.endpoint == "evidence.listing" else response


@blueprint.url_value_preprocessor
def _allow_files(endpoint: str | None, values: dict[str, object] | None) -> None:
    """Let these forms carry a file; it is set here because the token is read before the view."""
    del values
    if endpoint in _WITH_FILES:
        request.max_content_length = _LARGEST_REQUEST


@blueprint.get("/assessments/<assessment_id>/<criterion>/evidence")
@needs(Action.LOOK)
def listing(assessment_id: str, criterion: str) -> str:
    """Show what lies behind an answer, and ask for more while it is a draft."""
    return _page(assessment_id, criterion)


@blueprint.post("/assessments/<assessment_id>/<criterion>/evidence")
@needs(Action.ASSESS)
def add(assessment_id: str, criterion: str) -> Response | tuple[str, int]:
    """Put a file or a link behind an answer; our script is told so in JSON."""
    here, actor = current(), current_actor()

    def work() -> str:
        sent = read_piece(_asked(assessment_id, criterion).kinds)
        command = sent.command(assessment_id, criterion, here.new_id())
        return once(
            actor,
            lambda session: services.add_evidence(session, actor, command, at=here.clock()).id,
        )

    return _done_or_told(assessment_id, criterion, work)


@blueprint.post("/assessments/<assessment_id>/<criterion>/evidence/carry")
@needs(Action.ASSESS)
def carry(assessment_id: str, criterion: str) -> Response | tuple[str, int]:
    """Use pieces of last time once more, without uploading them again."""
    here, actor = current(), current_actor()
    chosen = tuple(dict.fromkeys(request.form.getlist("earlier")))

    def work(session: Session) -> str:
        _check_chosen(chosen)
        command = Carry(
            assessment_id=assessment_id,
            criterion=criterion,
            evidence_ids=chosen,
            new_ids=tuple(here.new_id() for _ in chosen),
        )
        carried = carry_evidence(session, actor, command, catalog=here.catalog, at=here.clock())
        return " ".join(one.id for one in carried)

    _asked(assessment_id, criterion)
    return _done_or_told(assessment_id, criterion, lambda: once(actor, work))


@blueprint.post("/evidence/<evidence_id>/newer")
@needs(Action.ASSESS)
def revise(evidence_id: str) -> Response | tuple[str, int]:
    """Put a newer file or link in the place of a piece; the older one stays readable."""
    here, actor = current(), current_actor()
    before = _evidence(evidence_id)

    def work() -> str:
        sent = read_piece(_asked(before.assessment_id, before.criterion).kinds)

        def put(session: Session) -> str:
            # First, so that no file is kept that comes too late.
            services.check_as_seen(session, actor, before.id, sent.seen)
            command = sent.command(before.assessment_id, before.criterion, before.id)
            at = here.clock()
            return services.revise_evidence(session, actor, command, seen=sent.seen, at=at).id

        return once(actor, put)

    return _done_or_told(before.assessment_id, before.criterion, work, about=before.id)


@blueprint.post("/evidence/<evidence_id>/details")
@needs(Action.ASSESS)
def change(evidence_id: str) -> Response | tuple[str, int]:
    """Keep of which kind a piece is, when it ends and who may see a copy of it."""
    actor, before = current_actor(), _evidence(evidence_id)
    at = current().clock()

    def work() -> str:
        asked = _asked(before.assessment_id, before.criterion)
        form = Form(request.form)
        said = read_details(form, kinds=asked.kinds)
        check_faults(form.faults)
        seen = form.typed.get("seen", "")
        command = Details(evidence_id=before.id, seen=seen, **details_of(said))
        return once(
            actor, lambda session: services.change_details(session, actor, command, at=at).id
        )

    return _done_or_told(before.assessment_id, before.criterion, work, about=before.id)


@blueprint.post("/evidence/<evidence_id>/remove")
@needs(Action.ASSESS)
def remove(evidence_id: str) -> Response:
    """Take a piece back while the assessment is a draft; its files go with it."""
    here, actor = current(), current_actor()

    def work(session: Session) -> str:
        removed = services.remove_evidence(session, actor, evidence_id, at=here.clock())
        gone = removed.evidence
        return " ".join((gone.assessment_id, gone.criterion, *removed.files))

    assessment_id, criterion, *files = once(actor, work).split(" ")
    with here.database.reading(actor.organization_id) as session:
        free = [name for name in files if services.is_file_free(session, name)]
    for name in free:
        here.files.remove(name)
    return redirect(_back(assessment_id, criterion), HTTPStatus.SEE_OTHER)


@blueprint.get("/evidence/<evidence_id>")
@needs(Action.LOOK, guests=True)
def file(evidence_id: str) -> FileResponse:
    """Give out a file to somebody of its organization, as a download in which nothing runs."""
    opened = _open(evidence_id)
    return serve_file(opened.sha256, opened.media_type, of=evidence_id)


@blueprint.get("/evidence/<evidence_id>/revisions/<int:revision>")
@needs(Action.LOOK, guests=True)
def version(evidence_id: str, revision: int) -> Response:
    """Give out what a piece was before: its file, or the way to its page."""
    opened = _open(evidence_id, revision, is_link_fine=True)
    if opened.url:
        return redirect(opened.url, HTTPStatus.SEE_OTHER)
    return serve_file(opened.sha256, opened.media_type, of=evidence_id)


@blueprint.get("/evidence/<evidence_id>/link")
@needs(Action.LOOK, guests=True)
def follow(evidence_id: str) -> Response:
    """Lead to the page that a piece of evidence is, and keep who went there."""
    if _evidence(evidence_id).is_file:
        return redirect(url_for("evidence.file", evidence_id=evidence_id), HTTPStatus.SEE_OTHER)
    opened = _open(evidence_id, is_link_fine=True)
    return redirect(opened.url, HTTPStatus.SEE_OTHER)


def _open(
    evidence_id: str, revision: int | None = None, *, is_link_fine: bool = False
) -> services.Original:
    here, actor = current(), current_actor()
    command = OpenEvidence(id=here.new_id(), evidence_id=evidence_id, revision=revision)
    with here.database.transaction(actor.organization_id) as session:
        opened = services.open_evidence(session, actor, command, at=here.clock())
        if not opened.is_file and not is_link_fine:
            raise NotFoundError("This evidence is a link.")
    return opened


def _done_or_told(
    assessment_id: str, criterion: str, work: Callable[[], str], *, about: str = ""
) -> Response | tuple[str, int]:
    """Do it and show the page anew, or say what is wrong; a script gets both as JSON."""
    _asked(assessment_id, criterion)
    try:
        done = work()
    except JobQualityError as refusal:
        if wants_json():
            return tell_refusal(refusal)
        if not isinstance(refusal, _TOLD_HERE):
            raise
        page = _page(assessment_id, criterion, refusal=refusal, about=about)
        return page, status_of(refusal)
    if wants_json():
        return tell(HTTPStatus.CREATED, id=done, title=request.form.get("title", "").strip())
    return redirect(_back(assessment_id, criterion), HTTPStatus.SEE_OTHER)


def _check_chosen(chosen: tuple[str, ...]) -> None:
    if not chosen:
        message = "Nothing is chosen."
        raise FaultsError([Fault(message=message, where="earlier", remedy="Tick what still fits.")])


def _faults(refusal: JobQualityError | None) -> tuple[Fault, ...]:
    if refusal is None or isinstance(refusal, ConflictError):
        return ()
    return refusal.faults if isinstance(refusal, FaultsError) else (Fault(message=str(refusal)),)


def _page(
    assessment_id: str,
    criterion: str,
    *,
    refusal: JobQualityError | None = None,
    about: str = "",
) -> str:
    actor, say = current_actor(), current_speaker()
    asked = _asked(assessment_id, criterion)
    is_draft = asked.assessment.state is AssessmentState.DRAFT
    late_at = about if isinstance(refusal, ConflictError) else ""
    with current().database.reading(actor.organization_id) as session:
        kept = _kept(session, asked, criterion, late_at=late_at)
    return render_template(
        "web/evidence/page.html",
        assessment=asked.assessment,
        criterion=criterion,
        may_add=actor.may(Action.ASSESS) and is_draft,
        grades=[grade.value for grade in Grade],
        visibilities=[one.value for one in Visibility],
        typed=request.form,
        about=about,
        is_details=request.endpoint == "evidence.change",
        file_name=file_name(),
        lost=tuple(typed_words()) if refusal and not is_draft else (),
        may_unmark=actor.may(Action.REVIEW),
        faults=tuple(replace(one, where=_field(about, one.where)) for one in _faults(refusal)),
        accepted=ACCEPTED,
        day_of=lambda day: day_words(day, say),
        **kept,
        **_in_words(asked, criterion, kept["found"]),
    )


def _kept(session: Session, asked: _Asked, criterion: str, *, late_at: str) -> dict[str, Any]:
    """Return what stands behind an answer; `late_at` is the piece that somebody else changed."""
    assessment = asked.assessment
    is_draft = assessment.state is AssessmentState.DRAFT
    every = services.list_evidence(session, assessment.id)
    found = [one for one in every if one.criterion == criterion]
    people = {one.id: one.name for one in list_people(session)}
    copies = list_copies(session, [one.id for one in found])
    catalog = current().catalog
    return {
        "employer": get_employer(session, assessment.employer_id),
        "found": found,
        "versions": {one.id: services.list_versions(session, one.id) for one in found},
        "copies": {one.evidence_id: one for one in reversed(copies)},
        "earlier": offered(session, assessment, criterion, catalog=catalog) if is_draft else (),
        "people": people,
        "faster": [who_was_faster(session, one, people) for one in found if one.id == late_at],
    }


def _in_words(asked: _Asked, criterion: str, found: Iterable[Evidence]) -> dict[str, Any]:
    """Return what the standard asks for, in words, and how long each piece is good."""
    names, on = asked.names, asked.assessment.on
    months = months_of(asked.edition.rubric, criterion)
    return {
        "title": names.thing(criterion),
        "ask": names.ask(criterion),
        "kinds": [(kind, names.thing(kind)) for kind in asked.kinds],
        "kind_of": lambda one: names.thing(one.kind) if one.kind in asked.kinds else "",
        "other": OTHER_KIND,
        "months": months,
        "carries": any(one.kind != OTHER_KIND and ends_on(one, months) >= on for one in found),
        "ends": lambda one: ends_on(one, months),
        "is_old": lambda one: ends_on(one, months) < on,
    }


def _field(about: str, where: str) -> str:
    """Return the id of a field; those of a piece that is there already begin with its id."""
    return f"{about}-{where}" if about and where else where


def _asked(assessment_id: str, criterion: str) -> _Asked:
    """Return a question of an assessment of ours, where its standard asks that question."""
    here = current()
    with here.database.reading(current_actor().organization_id) as session:
        assessment = get_assessment(session, assessment_id)
    edition = here.catalog.edition(assessment.rubric, assessment.edition)
    if criterion not in find_questions(edition.rubric):
        raise NotFoundError("There is no such question.")
    return _Asked(assessment=assessment, edition=edition, criterion=criterion)


def _evidence(evidence_id: str) -> Evidence:
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        return services.get_evidence(session, actor, evidence_id)


def _back(assessment_id: str, criterion: str) -> str:
    return url_for("evidence.listing", assessment_id=assessment_id, criterion=criterion)
