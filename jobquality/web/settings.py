"""Who the organization is, for its administrators."""

from http import HTTPStatus

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import ConflictError, FaultsError
from jobquality.http import current
from jobquality.schemas.accounts import OrganizationSchema, organization_command, read_form
from jobquality.services.organizations import change_organization
from jobquality.store.database import Session
from jobquality.store.organizations import Organization, get_organization
from jobquality.web.forms import again, typed
from jobquality.web.languages import current_speaker
from jobquality.web.once import once
from jobquality.web.visitors import current_actor, needs
from jobquality.web.zones import time_zones

_PAGE = "web/accounts/organization.html"


@needs(Action.MANAGE)
def organization() -> Response | str:
    """Show who the organization is, and change it."""
    if request.method == "POST":
        return _change()
    return render_template(_PAGE, typed=_as_typed(_found()), faults=(), other=None, **_shown())


def _change() -> Response:
    actor = current_actor()
    try:
        (read,) = read_form([OrganizationSchema()], typed(), current_speaker())
    except FaultsError as refusal:
        return again(_PAGE, refusal.faults, {"other": None, **_shown()})
    command, seen = organization_command(read), request.form.get("seen", 0, type=int)
    try:
        here = current()
        at, keys = here.clock(), here.keys

        def work(session: Session) -> str:
            return change_organization(session, actor, command, seen=seen, keys=keys, at=at).id

        once(actor, work)
    except ConflictError:
        return again(_PAGE, (), {"other": _found(), **_shown()}, status=HTTPStatus.CONFLICT)
    return redirect(url_for("accounts.organization", saved="yes"))


def _shown() -> dict[str, object]:
    return {
        "zones": time_zones(current_speaker()),
        "organization": _found(),
        "saved": "saved" in request.args,
    }


def _found() -> Organization:
    actor = current_actor()
    with current().database.reading(actor.organization_id) as session:
        return get_organization(session, actor.organization_id)


def _as_typed(organization: Organization) -> dict[str, object]:
    return {
        "organization_name": organization.name,
        "contact": organization.contact,
        "region": organization.region,
        "funding": organization.funding,
        "languages": list(organization.languages),
        "time_zone": organization.time_zone,
    }
