"""Sector initiatives: the pages at work, and the public one."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from http import HTTPStatus

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from jobquality.access.actors import Action
from jobquality.errors import ConflictError, Fault, FaultsError, NotFoundError
from jobquality.http import current
from jobquality.schemas.initiatives import (
    load_activity,
    load_initiative,
    load_partner,
    read_version,
)
from jobquality.services import initiatives as services
from jobquality.services import showing
from jobquality.services.industries import INDUSTRIES, OTHER
from jobquality.services.practice import check_real
from jobquality.store.database import Session
from jobquality.store.initiatives import (
    Activity,
    Initiative,
    Kind,
    Way,
    get_activity,
    get_initiative,
    list_initiatives,
)
from jobquality.store.people import list_people
from jobquality.web.initiative_pages import at_work, known_standards, names, public_page
from jobquality.web.once import once
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import private

blueprint = Blueprint("initiatives", __name__)
_WORK = "/<any(en,es):language>/work/initiatives"
_ONE = f"{_WORK}/<initiative_id>"
_ACTIVITY = f"{_ONE}/activities/<activity_id>"


@blueprint.after_request
def _private(response: Response) -> Response:
    """Keep the pages at work out of every cache; the public page is everyone's."""
    return response if request.endpoint == "initiatives.public" else private(response)


@blueprint.get("/<any(en,es):language>/i/<slug>")
def public(slug: str) -> str:
    """Show everyone what an initiative recorded, and what it did not."""
    return render_template("web/initiatives/public.html", **public_page(slug))


@blueprint.get(_WORK)
@needs(Action.LOOK)
def listing() -> str:
    """Show the initiatives that the organization leads."""
    with _reading() as session:
        found = list_initiatives(session)
    return render_template("web/initiatives/listing.html", found=found, **_around())


@blueprint.get(f"{_WORK}/new")
@needs(Action.LEAD)
def add() -> str:
    """Ask for a new initiative; not in practice, which founds none."""
    with _reading() as session:
        check_real(session, current_actor())
    return _form({})


@blueprint.post(f"{_WORK}/new")
@needs(Action.LEAD)
def save() -> AnyResponse | tuple[str, int]:
    """Add an initiative."""
    here, actor = current(), current_actor()
    try:
        command = _read(here.new_id())
        initiative_id = once(
            actor,
            lambda session: services.add_initiative(session, actor, command, at=here.clock()).id,
        )
    except FaultsError as refusal:
        return _form(request.form, faults=refusal.faults), HTTPStatus.UNPROCESSABLE_ENTITY
    return _to(initiative_id)


@blueprint.get(_ONE)
@needs(Action.LOOK)
def page(initiative_id: str) -> str:
    """Show an initiative: its elements, partners, employers, and what was done."""
    return _page(initiative_id)


@blueprint.get(f"{_ONE}/change")
@needs(Action.LEAD)
def change(initiative_id: str) -> str:
    """Ask for what changed."""
    initiative = _get(initiative_id)
    return _form(_typed(initiative), initiative=initiative)


@blueprint.post(f"{_ONE}/change")
@needs(Action.LEAD)
def save_change(initiative_id: str) -> AnyResponse | tuple[str, int]:
    """Change an initiative, unless somebody else was faster: then both versions are shown."""
    here, actor, initiative = current(), current_actor(), _get(initiative_id)
    at = here.clock()
    try:
        command = _read(initiative.id)
        once(actor, lambda session: services.change_initiative(session, actor, command, at=at).id)
    except FaultsError as refusal:
        shown = _form(request.form, initiative=initiative, faults=refusal.faults)
        return shown, HTTPStatus.UNPROCESSABLE_ENTITY
    except ConflictError:
        theirs = _get(initiative_id)
        shown = _form(_mine(theirs.version), initiative=theirs, theirs=_typed(theirs))
        return shown, HTTPStatus.CONFLICT
    return _to(initiative_id)


@blueprint.post(f"{_ONE}/show")
@needs(Action.LOOK)
def show(initiative_id: str) -> AnyResponse | tuple[str, int]:
    """Show everyone what somebody else wrote; the service asks who may."""
    here, actor, command = current(), current_actor(), _shown(initiative_id)

    def work(session: Session) -> str:
        showing.show(session, actor, command, at=here.clock())
        return initiative_id

    try:
        return _to(once(actor, work), "to-read")
    except FaultsError as refusal:
        return _page(initiative_id, refused=refusal.faults), HTTPStatus.UNPROCESSABLE_ENTITY


def _shown(initiative_id: str) -> showing.Show:
    what = request.form.get("what", "")
    if what not in set(showing.What):
        raise NotFoundError("There is nothing of that kind to show.")
    return showing.Show(
        initiative_id=initiative_id,
        what=showing.What(what),
        item_id=request.form.get("item", ""),
        version=read_version(request.form),
    )


@blueprint.post(f"{_ONE}/partners")
@needs(Action.LEAD)
def add_partner(initiative_id: str) -> AnyResponse | tuple[str, int]:
    """Add an organization that takes part."""
    here, actor = current(), current_actor()
    try:
        command = load_partner(request.form, partner_id=here.new_id(), initiative_id=initiative_id)
        once(
            actor, lambda session: services.add_partner(session, actor, command, at=here.clock()).id
        )
    except FaultsError as refusal:
        shown = _page(initiative_id, typed=request.form, faults=refusal.faults)
        return shown, HTTPStatus.UNPROCESSABLE_ENTITY
    return _to(initiative_id, "partners")


@blueprint.post(f"{_ONE}/partners/<partner_id>/remove")
@needs(Action.LEAD)
def remove_partner(initiative_id: str, partner_id: str) -> AnyResponse:
    """Remove an organization that takes part no more."""
    actor = current_actor()

    def work(session: Session) -> str:
        services.remove_partner(
            session,
            actor,
            initiative_id=initiative_id,
            partner_id=partner_id,
            at=current().clock(),
        )
        return initiative_id

    return _to(once(actor, work), "partners")


@blueprint.get(f"{_ONE}/activities/new")
@needs(Action.LEAD)
def add_activity(initiative_id: str) -> str:
    """Ask what was done; a link may have chosen what it was and which way it follows."""
    asked = {name: request.args.get(name, "") for name in ("kind", "way")}
    return _activity_form(_get(initiative_id), asked)


@blueprint.post(f"{_ONE}/activities/new")
@needs(Action.LEAD)
def save_activity(initiative_id: str) -> AnyResponse | tuple[str, int]:
    """Record what was done."""
    here, actor, initiative = current(), current_actor(), _get(initiative_id)
    try:
        command = load_activity(
            request.form, activity_id=here.new_id(), initiative_id=initiative.id
        )
        once(
            actor,
            lambda session: services.add_activity(session, actor, command, at=here.clock()).id,
        )
    except FaultsError as refusal:
        shown = _activity_form(initiative, request.form, faults=refusal.faults)
        return shown, HTTPStatus.UNPROCESSABLE_ENTITY
    return _to(initiative_id, "activities")


@blueprint.get(_ACTIVITY)
@needs(Action.LEAD)
def change_activity(initiative_id: str, activity_id: str) -> str:
    """Ask for what has to be put right."""
    initiative, activity = _get_activity(initiative_id, activity_id)
    return _activity_form(initiative, _typed_activity(activity), activity=activity)


@blueprint.post(_ACTIVITY)
@needs(Action.LEAD)
def save_activity_change(initiative_id: str, activity_id: str) -> AnyResponse | tuple[str, int]:
    """Put an activity right, unless somebody else was faster: then both versions are shown."""
    here, actor = current(), current_actor()
    initiative, activity = _get_activity(initiative_id, activity_id)
    try:
        command = load_activity(request.form, activity_id=activity.id, initiative_id=initiative.id)
        once(
            actor,
            lambda session: services.change_activity(session, actor, command, at=here.clock()).id,
        )
    except FaultsError as refusal:
        shown = _activity_form(initiative, request.form, activity=activity, faults=refusal.faults)
        return shown, HTTPStatus.UNPROCESSABLE_ENTITY
    except ConflictError:
        return _both_activities(initiative_id, activity_id), HTTPStatus.CONFLICT
    return _to(initiative_id, "activities")


@blueprint.post(f"{_ACTIVITY}/remove")
@needs(Action.LEAD)
def remove_activity(initiative_id: str, activity_id: str) -> AnyResponse:
    """Remove an activity that was recorded by mistake."""
    actor = current_actor()

    def work(session: Session) -> str:
        services.remove_activity(
            session,
            actor,
            initiative_id=initiative_id,
            activity_id=activity_id,
            version=read_version(request.form),
            at=current().clock(),
        )
        return initiative_id

    return _to(once(actor, work), "activities")


def _to(initiative_id: str, anchor: str | None = None) -> AnyResponse:
    place = url_for("initiatives.page", initiative_id=initiative_id, _anchor=anchor)
    return redirect(place, HTTPStatus.SEE_OTHER)


def _page(
    initiative_id: str,
    *,
    typed: Mapping[str, str] | None = None,
    faults: Iterable[Fault] = (),
    refused: Iterable[Fault] = (),
) -> str:
    with _reading() as session:
        shown = at_work(session, get_initiative(session, initiative_id))
        people = {one.id: one.name for one in list_people(session)}
    return render_template(
        "web/initiatives/page.html",
        typed=typed or {},
        faults=tuple(faults),
        refused=tuple(refused),
        people=people,
        **shown,
        **_around(),
    )


def _read(initiative_id: str) -> services.InitiativeCommand:
    """Return what the form says of an initiative."""
    return load_initiative(
        request.form,
        initiative_id=initiative_id,
        known=known_standards(),
        places=current().catalog.parameters.places,
    )


def _form(
    typed: Mapping[str, str],
    *,
    initiative: Initiative | None = None,
    faults: Iterable[Fault] = (),
    theirs: Mapping[str, str] | None = None,
) -> str:
    return render_template(
        "web/initiatives/form.html",
        typed=typed,
        initiative=initiative,
        faults=tuple(faults),
        theirs=_differing(typed, theirs),
        **_around(),
    )


def _activity_form(
    initiative: Initiative,
    typed: Mapping[str, str],
    *,
    activity: Activity | None = None,
    faults: Iterable[Fault] = (),
    theirs: Mapping[str, str] | None = None,
) -> str:
    return render_template(
        "web/initiatives/activity.html",
        initiative=initiative,
        typed=typed,
        activity=activity,
        faults=tuple(faults),
        theirs=_differing(typed, theirs),
        kinds=Kind,
        ways=Way,
        today=current().clock().date().isoformat(),
        **_around(),
    )


def _both_activities(initiative_id: str, activity_id: str) -> str:
    initiative, theirs = _get_activity(initiative_id, activity_id)
    return _activity_form(
        initiative, _mine(theirs.version), activity=theirs, theirs=_typed_activity(theirs)
    )


def _mine(version: int) -> dict[str, str]:
    """Return what was typed, to be sent again as a change of what is there now."""
    return {**{name: request.form.get(name, "") for name in request.form}, "version": str(version)}


def _differing(typed: Mapping[str, str], theirs: Mapping[str, str] | None) -> dict[str, str] | None:
    if theirs is None:
        return None
    return {
        name: value
        for name, value in theirs.items()
        if name != "version" and value != typed.get(name, "").strip()
    }


def _typed(initiative: Initiative) -> dict[str, str]:
    is_offered = initiative.sector in INDUSTRIES
    return {
        "name": initiative.name,
        "about": initiative.about,
        "sector": initiative.sector if is_offered else OTHER,
        "sector_code": "" if is_offered else initiative.sector,
        "place": initiative.place,
        "rubric": initiative.rubric,
        "version": str(initiative.version),
    }


def _typed_activity(activity: Activity) -> dict[str, str]:
    return {
        "kind": activity.kind.value,
        "way": activity.way.value,
        "title": activity.title,
        "text": activity.text,
        "on": activity.on.isoformat(),
        "workers": "" if activity.workers is None else str(activity.workers),
        "employers": "" if activity.employers is None else str(activity.employers),
        "source": activity.source,
        "version": str(activity.version),
    }


def _get(initiative_id: str) -> Initiative:
    with _reading() as session:
        return get_initiative(session, initiative_id)


def _get_activity(initiative_id: str, activity_id: str) -> tuple[Initiative, Activity]:
    with _reading() as session:
        initiative = get_initiative(session, initiative_id)
        return initiative, get_activity(session, initiative.id, activity_id)


def _around() -> dict[str, object]:
    return {"names": names(), "actor": current_actor(), "action": Action}


def _reading() -> AbstractContextManager[Session]:
    return current().database.reading(current_actor().organization_id)
