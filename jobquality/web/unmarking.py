"""The page on which another person says that a piece of evidence is no worker's paper."""

from collections.abc import Iterable
from http import HTTPStatus

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import ConflictError, Fault, FaultsError, RefusedError
from jobquality.http import current
from jobquality.services.copies import givers_of
from jobquality.services.evidence import get_evidence
from jobquality.services.unmarking import Unmark, unmark
from jobquality.store.assessments import get_assessment
from jobquality.store.employers import get_employer
from jobquality.store.evidence import Evidence
from jobquality.web.once import once
from jobquality.web.proofs import fresh
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("unmarking", __name__)


@blueprint.get("/evidence/<evidence_id>/not-of-worker")
@needs(Action.REVIEW, guests=True)
def page(evidence_id: str) -> str:
    """Ask how we know that a piece is no worker's paper."""
    return _page(evidence_id)


@blueprint.post("/evidence/<evidence_id>/not-of-worker")
@needs(Action.REVIEW, guests=True)
@fresh
def go(evidence_id: str) -> Response | tuple[str, int]:
    """Take the mark of a worker's paper off a piece."""
    here, actor = current(), current_actor()
    command = Unmark(
        evidence_id=evidence_id,
        reason=request.form.get("reason", ""),
        seen=request.form.get("seen", ""),
    )
    try:
        once(actor, lambda session: unmark(session, actor, command, at=here.clock()).id)
    except FaultsError as refusal:
        return _page(evidence_id, faults=refusal.faults), HTTPStatus.UNPROCESSABLE_ENTITY
    except (ConflictError, RefusedError) as refusal:
        return _page(evidence_id, faults=[Fault(message=str(refusal))]), HTTPStatus.CONFLICT
    with here.database.reading(actor.organization_id) as session:
        evidence = get_evidence(session, actor, evidence_id)
    return redirect(_back(evidence), HTTPStatus.SEE_OTHER)


def _page(evidence_id: str, *, faults: Iterable[Fault] = ()) -> str:
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        evidence = get_evidence(session, actor, evidence_id)
        assessment = get_assessment(session, evidence.assessment_id)
        employer = get_employer(session, assessment.employer_id)
        is_giver = actor.person_id in givers_of(session, evidence)
    return render_template(
        "web/evidence/unmark.html",
        evidence=evidence,
        employer=employer,
        is_giver=is_giver,
        back=_back(evidence),
        typed=request.form,
        faults=tuple(faults),
    )


def _back(evidence: Evidence) -> str:
    """Return where somebody came from: the copy of a file, or the answer behind which a link is."""
    if evidence.is_file:
        return url_for("copies.page", evidence_id=evidence.id)
    if current_actor().is_guest:
        return url_for("reviews.page", assessment_id=evidence.assessment_id)
    return url_for(
        "evidence.listing", assessment_id=evidence.assessment_id, criterion=evidence.criterion
    )
