"""Further names of an employer, and changes of who it is that wait for a second person."""

from http import HTTPStatus

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import FaultsError
from jobquality.http import current
from jobquality.schemas.names import load_name
from jobquality.services import names as services
from jobquality.services.renames import DecideChange, decide_change
from jobquality.store.database import Session
from jobquality.web.employers import employer_page
from jobquality.web.forms import chosen
from jobquality.web.once import once
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("names", __name__)


@blueprint.post("/employers/<employer_id>/names")
@needs(Action.ASSESS)
def add(employer_id: str) -> Response | tuple[str, int]:
    """Add a further name."""
    here, actor = current(), current_actor()
    try:
        command = load_name(request.form, new_id=here.new_id(), employer_id=employer_id)
        once(
            actor,
            lambda session: services.add_name(session, actor, command, at=here.clock()).id,
        )
    except FaultsError as refusal:
        shown = employer_page(employer_id, named=request.form, name_faults=refusal.faults)
        return shown, HTTPStatus.UNPROCESSABLE_ENTITY
    return _back(employer_id)


@blueprint.post("/employers/<employer_id>/names/<name_id>/confirm")
@needs(Action.REVIEW)
def confirm(employer_id: str, name_id: str) -> Response:
    """Stand behind a name as the second person."""
    here, actor = current(), current_actor()

    def work(session: Session) -> str:
        services.confirm_name(session, actor, employer_id, name_id, keys=here.keys, at=here.clock())
        return name_id

    once(actor, work)
    return _back(employer_id)


@blueprint.post("/employers/<employer_id>/names/<name_id>/remove")
@needs(Action.ASSESS)
def remove(employer_id: str, name_id: str) -> Response:
    """Take away a name that nobody confirmed yet."""
    actor = current_actor()

    def work(session: Session) -> str:
        services.remove_name(session, actor, employer_id, name_id, at=current().clock())
        return name_id

    once(actor, work)
    return _back(employer_id)


@blueprint.post("/employers/<employer_id>/changes/<change_id>")
@needs(Action.LOOK)
def decide(employer_id: str, change_id: str) -> Response | tuple[str, int]:
    """Confirm what another person wants to change of who an employer is, or refuse it."""
    here, actor = current(), current_actor()
    command = DecideChange(
        employer_id=employer_id,
        change_id=change_id,
        is_confirmed=chosen("decision", "confirm", "refuse") == "confirm",
    )

    def work(session: Session) -> str:
        decide_change(session, actor, command, keys=here.keys, at=here.clock())
        return change_id

    try:
        once(actor, work)
    except FaultsError as refusal:
        shown = employer_page(employer_id, change_faults=refusal.faults)
        return shown, HTTPStatus.UNPROCESSABLE_ENTITY
    return _back(employer_id)


def _back(employer_id: str) -> Response:
    address = url_for("employers.page", employer_id=employer_id, _anchor="names")
    return redirect(address, HTTPStatus.SEE_OTHER)
