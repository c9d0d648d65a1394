"""The first set-up: a code that only the one who started the server has, then who we are."""

import secrets
from http import HTTPStatus

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.errors import FaultsError, ForbiddenError
from jobquality.http import current
from jobquality.schemas.accounts import (
    OrganizationSchema,
    PersonSchema,
    organization_command,
    read_form,
)
from jobquality.services.accounts import (
    NewPerson,
    Opening,
    check_setup_code,
    digest_of_code,
    new_setup_code,
    offer_setup,
    open_installation,
)
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.practice import list_ownerless
from jobquality.web.forms import again, all_faults, check_password, refuse, typed
from jobquality.web.languages import current_language, current_speaker
from jobquality.web.limits import check_tries, forgive, tries_at
from jobquality.web.logins import is_open
from jobquality.web.security import enter, find_in_visit, forget_visit, hashed, keep_in_visit
from jobquality.web.visitors import find_current_person
from jobquality.web.zones import time_zones

#: Where a visit keeps the digest of a right code.
KNOWN = "setup"
_ASK, _FORM = "web/accounts/setup.html", "web/accounts/opening.html"


def setup() -> Response | str:
    """Ask for the code that was printed when the server started."""
    if is_open():
        return redirect(url_for("accounts.login"))
    if request.method == "POST":
        return _check_code()
    return render_template(_ASK, typed={}, faults=(), has_practice=_has_practice())


def opening() -> Response | str:
    """Ask who the organization and its first person are."""
    if is_open():
        return redirect(url_for("accounts.login"))
    if not has_code():
        return redirect(url_for("accounts.setup"))
    if request.method == "POST":
        return _open()
    start = {"languages": ["en", "es"], "time_zone": "America/New_York"}
    return render_template(_FORM, typed=start, faults=(), **_around())


def has_code() -> bool:
    """Say whether this visit brought a code that opens the installation."""
    here = current()
    try:
        with here.database.reading(EVERY_ORGANIZATION) as session:
            check_setup_code(session, find_in_visit(KNOWN) or "", at=here.clock())
    except ForbiddenError:
        return False
    return True


def let_set_up() -> str:
    """Let this visit set up the installation, with a new code, and return it.

    Older codes open nothing any more. The caller has checked that this person may.
    """
    here, code = current(), new_setup_code()
    with here.database.transaction(EVERY_ORGANIZATION) as session:
        offer_setup(session, code, at=here.clock())
    keep_in_visit(KNOWN, digest_of_code(code))
    return code


def _has_practice() -> bool:
    with current().database.reading(EVERY_ORGANIZATION) as session:
        return bool(list_ownerless(session))


def _around() -> dict[str, object]:
    return {
        "zones": time_zones(current_speaker()),
        "has_practice": _has_practice(),
        "is_inside": find_current_person() is not None,
    }


def _check_code() -> Response:
    tries = tries_at("setup")
    check_tries(tries)
    digest = digest_of_code(request.form.get("code", ""))
    forget_visit()
    keep_in_visit(KNOWN, digest)
    if not has_code():
        forget_visit()
        wrong = refuse("code", "accounts_setup_wrong")
        shown = {"has_practice": _has_practice()}
        return again(_ASK, wrong.faults, shown, status=HTTPStatus.FORBIDDEN)
    forgive(tries)
    return redirect(url_for("accounts.opening"))


def _open() -> Response:
    try:
        command = _command()
    except FaultsError as refusal:
        return again(_FORM, refusal.faults, _around())
    here = current()
    with here.database.transaction(EVERY_ORGANIZATION) as session:
        person = open_installation(session, command, at=here.clock())
    enter(person)
    return redirect(url_for("desk.page"))


def _command() -> Opening:
    refusals: list[FaultsError] = []
    organization, person, password = {}, {}, ""
    try:
        organization, person = read_form(
            [OrganizationSchema(), PersonSchema()], typed(), current_speaker()
        )
    except FaultsError as refusal:
        refusals.append(refusal)
    try:
        password = check_password(
            request.form.get(name, "") for name in ("organization_name", "name", "email")
        )
    except FaultsError as refusal:
        refusals.append(refusal)
    if refusals:
        raise FaultsError(all_faults(*refusals))
    new_id = current().new_id
    return Opening(
        digest=find_in_visit(KNOWN) or "",
        organization_id=new_id(),
        organization=organization_command(organization),
        person=NewPerson(
            id=new_id(),
            password_hash=hashed(password),
            session_key=secrets.token_hex(32),
            language=current_language(),
            **person,
        ),
    )
