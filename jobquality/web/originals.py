"""An original on a page: its pages as pictures made anew, in which nothing of the file runs."""

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.access.states import AssessmentState
from jobquality.errors import RefusedError
from jobquality.http import current
from jobquality.services.evidence import get_evidence
from jobquality.store.assessments import Assessment, get_assessment
from jobquality.store.employers import get_employer
from jobquality.store.evidence import Evidence
from jobquality.uploads.rendering import MOST_PAGES, count_pages
from jobquality.web.drafts import names_of
from jobquality.web.languages import current_speaker
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("originals", __name__)


@blueprint.get("/evidence/<evidence_id>/view")
@needs(Action.LOOK, guests=True)
def page(evidence_id: str) -> str | Response:
    """Show a file; each of its pictures keeps who looked at it, as a download does."""
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        evidence = get_evidence(session, actor, evidence_id)
        assessment = get_assessment(session, evidence.assessment_id)
        employer = get_employer(session, assessment.employer_id)
    if not evidence.is_file:
        return redirect(url_for("evidence.follow", evidence_id=evidence.id))
    pages = _pages(evidence)
    names = names_of(assessment.rubric, assessment.edition)
    return render_template(
        "web/evidence/view.html",
        evidence=evidence,
        employer=employer,
        title=names.thing(evidence.criterion),
        grade=current_speaker()(f"evidence_{evidence.grade.value}"),
        day=names.day(evidence.captured_on) if evidence.captured_on else "",
        pages=pages,
        shown=min(pages, MOST_PAGES),
        back=_back(evidence, assessment),
    )


def _pages(evidence: Evidence) -> int:
    """Return how many pages a file has, or 0 where it cannot be shown."""
    try:
        return count_pages(current().files.read(evidence.sha256))
    except RefusedError:
        return 0


def _back(evidence: Evidence, assessment: Assessment) -> str:
    """Return where a reviewer goes on, or the answer behind which the piece lies."""
    actor = current_actor()
    is_reviewing = assessment.state is AssessmentState.IN_REVIEW and actor.may(Action.REVIEW)
    if actor.is_guest or is_reviewing:
        anchor = f"item-{evidence.criterion}"
        return url_for("reviews.page", assessment_id=assessment.id, _anchor=anchor)
    return url_for("evidence.listing", assessment_id=assessment.id, criterion=evidence.criterion)
