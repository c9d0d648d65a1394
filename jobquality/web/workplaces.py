"""The page on which a workplace is set right, or taken away where nothing names it."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import ConflictError, Fault, FaultsError, RefusedError
from jobquality.http import current
from jobquality.reading.names import place_words
from jobquality.schemas.employers import load_establishment
from jobquality.services import workplaces as services
from jobquality.services.about import list_chains
from jobquality.store.database import Session
from jobquality.store.employers import Establishment, get_employer
from jobquality.web.languages import current_speaker
from jobquality.web.once import once
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("workplaces", __name__)


@blueprint.get("/employers/<employer_id>/workplaces/<workplace_id>")
@needs(Action.ASSESS)
def page(employer_id: str, workplace_id: str) -> str:
    """Show what is said of a workplace, to set it right."""
    return _page(employer_id, workplace_id)


@blueprint.post("/employers/<employer_id>/workplaces/<workplace_id>")
@needs(Action.ASSESS)
def correct(employer_id: str, workplace_id: str) -> Response | tuple[str, int]:
    """Keep what is right; what was typed stays where somebody else was faster."""
    here, actor, places = current(), current_actor(), current().catalog.parameters.places
    seen = request.form.get("seen", 0, type=int)

    def work(session: Session) -> str:
        command = load_establishment(
            request.form, new_id=workplace_id, employer_id=employer_id, places=places
        )
        services.correct_workplace(
            session, actor, command, seen=seen, places=places, at=here.clock()
        )
        return workplace_id

    try:
        once(actor, work)
    except FaultsError as refusal:
        shown = _page(employer_id, workplace_id, faults=refusal.faults, typed=request.form)
        return shown, HTTPStatus.UNPROCESSABLE_ENTITY
    except (ConflictError, RefusedError) as refusal:
        changed = [Fault(message=str(refusal))]
        shown = _page(employer_id, workplace_id, faults=changed, typed=request.form, is_late=True)
        return shown, HTTPStatus.CONFLICT
    return _back(employer_id)


@blueprint.post("/employers/<employer_id>/workplaces/<workplace_id>/remove")
@needs(Action.ASSESS)
def remove(employer_id: str, workplace_id: str) -> Response:
    """Take away a workplace that nothing names."""
    actor = current_actor()

    def work(session: Session) -> str:
        services.remove_workplace(session, actor, employer_id, workplace_id, at=current().clock())
        return workplace_id

    once(actor, work)
    return _back(employer_id)


def _page(
    employer_id: str,
    workplace_id: str,
    *,
    faults: Iterable[Fault] = (),
    typed: Mapping[str, str] | None = None,
    is_late: bool = False,
) -> str:
    with current().database.reading(current_actor().organization_id) as session:
        employer = get_employer(session, employer_id)
        standing = services.read_workplace(session, employer.id, workplace_id)
        chains = list_chains(session, but=employer.id)
    now = standing.workplace
    return render_template(
        "web/employers/workplace.html",
        employer=employer,
        standing=standing,
        chains=chains,
        zip=zip,
        faults=tuple(faults),
        typed=_said(now) if typed is None else typed,
        theirs=_said(now) if is_late else {},
        place=place_words(now.place, current().catalog.parameters.places, current_speaker()),
    )


def _said(workplace: Establishment) -> dict[str, str]:
    """Return a workplace as its form says it."""
    return {
        "name": workplace.name,
        "address": workplace.address,
        "place": workplace.place,
        "headcount": "" if workplace.headcount is None else str(workplace.headcount),
        "brand_id": workplace.brand_id or "",
    }


def _back(employer_id: str) -> Response:
    address = url_for("employers.page", employer_id=employer_id, _anchor="workplaces")
    return redirect(address, HTTPStatus.SEE_OTHER)
