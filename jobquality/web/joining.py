"""Coming in by a link: to join, or to choose another password."""

import secrets
from http import HTTPStatus

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.errors import ConflictError, FaultsError, NotFoundError
from jobquality.http import current
from jobquality.services.accounts import NewPerson
from jobquality.services.people import join as join_by
from jobquality.services.people import open_invitation, renew_password
from jobquality.services.practice import new_address
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.invitations import Invitation
from jobquality.store.organizations import Organization, get_organization
from jobquality.store.people import get_person
from jobquality.web.forms import again, check_password, refuse, typed
from jobquality.web.limits import check_tries, forgive, tries_at
from jobquality.web.newcomers import read_newcomer
from jobquality.web.practice import new_in_practice
from jobquality.web.security import enter, hashed

_JOIN, _PASSWORD = "web/accounts/join.html", "web/accounts/renew.html"


def join(token: str) -> Response | str:
    """Let the person whom a link is for in, once."""
    tries = tries_at("join")
    check_tries(tries)
    try:
        invitation, organization = _open(token)
    except NotFoundError:
        return make_response(render_template("web/accounts/ended.html"), HTTPStatus.NOT_FOUND)
    forgive(tries)
    template = _PASSWORD if invitation.person_id else _JOIN
    shown = {"invitation": invitation, "organization": organization}
    if request.method != "POST":
        start = {"name": invitation.name, "email": new_address() if organization.is_sample else ""}
        return render_template(template, typed=start, faults=(), **shown)
    try:
        return _renew(token, invitation) if invitation.person_id else _join(token, organization)
    except FaultsError as refusal:
        return again(template, refusal.faults, shown)


def _open(token: str) -> tuple[Invitation, Organization]:
    here = current()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        invitation = open_invitation(session, token, at=here.clock())
        return invitation, get_organization(session, invitation.organization_id)


def _join(token: str, organization: Organization) -> Response:
    new = _new_person(organization)
    here = current()
    try:
        with here.database.transaction(EVERY_ORGANIZATION) as session:
            person = join_by(session, token, new, at=here.clock())
    except ConflictError as error:
        raise refuse("email", "accounts_email_taken") from error
    enter(person)
    return redirect(url_for("desk.page"))


def _renew(token: str, invitation: Invitation) -> Response:
    here = current()
    with here.database.reading(invitation.organization_id) as session:
        person = get_person(session, invitation.person_id or "")
    password = check_password([person.name, person.email or ""])
    kept, key = hashed(password), secrets.token_hex(32)
    with here.database.transaction(EVERY_ORGANIZATION) as session:
        renew_password(session, token, password_hash=kept, session_key=key, at=here.clock())
    return redirect(url_for("accounts.login"))


def _new_person(organization: Organization) -> NewPerson:
    if organization.is_sample:
        return new_in_practice((organization.name,))
    known = (request.form.get(name, "") for name in ("name", "email"))
    return read_newcomer(typed(), [organization.name, *known])
