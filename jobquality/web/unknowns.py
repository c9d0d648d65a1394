"""What nobody knows, accepted in one step of a review, and taken back in one."""

from http import HTTPStatus

from flask import make_response, redirect, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import ConflictError, Fault, FaultsError, RefusedError
from jobquality.http import current
from jobquality.services.unknowns import AcceptUnknown, accept_unknown, take_back_unknown
from jobquality.store.database import Session
from jobquality.web.forms import chosen
from jobquality.web.once import once
from jobquality.web.reviews import review_page
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("unknowns", __name__)

_MARK = "mark-"


@blueprint.post("/assessments/<assessment_id>/unknown")
@needs(Action.REVIEW, guests=True)
def go(assessment_id: str) -> Response:
    """Accept every answer named that nobody knows, or let them all be open again."""
    actor = current_actor()
    try:
        once(actor, lambda session: _do(session, assessment_id))
    except FaultsError as refusal:
        shown = review_page(assessment_id, faults=refusal.faults, typed=request.form)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    except (ConflictError, RefusedError) as refusal:
        faults = [Fault(message=str(refusal))]
        shown = review_page(assessment_id, faults=faults, typed=request.form)
        return make_response(shown, HTTPStatus.CONFLICT)
    show = "all" if request.form.get("show") == "all" else None
    back = url_for("reviews.page", assessment_id=assessment_id, show=show, _anchor="unknown")
    return redirect(back, HTTPStatus.SEE_OTHER)


def _do(session: Session, assessment_id: str) -> str:
    here, actor = current(), current_actor()
    if chosen("do", "accept", "take_back") == "accept":
        command = AcceptUnknown(assessment_id=assessment_id, marks=_marks())
        accept_unknown(session, actor, command, catalog=here.catalog, at=here.clock())
    else:
        take_back_unknown(session, actor, assessment_id, catalog=here.catalog, at=here.clock())
    return assessment_id


def _marks() -> dict[str, str]:
    return {
        name.removeprefix(_MARK): mark
        for name, mark in request.form.items()
        if name.startswith(_MARK)
    }
