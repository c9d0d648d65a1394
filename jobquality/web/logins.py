"""Logging in and out."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.errors import Fault
from jobquality.http import current
from jobquality.services.steps import use_recovery_code
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.people import Person, find_person, has_accounts, has_real_people
from jobquality.web.doors import own_path
from jobquality.web.entrances import note_failure
from jobquality.web.forms import again
from jobquality.web.languages import current_speaker, to_language
from jobquality.web.limits import check_tries, forgive, tries_at, tries_of
from jobquality.web.passkeys import find_holder, is_passkey_of, login_options, passkeys_of
from jobquality.web.security import (
    enter,
    find_account,
    find_in_visit,
    forget_visit,
    is_code_right,
    is_password_of,
    keep_in_visit,
    leave,
)
from jobquality.web.visitors import find_current_person

_WAITING = "waiting"
#: How long a right password waits for the code of the phone, in seconds.
_PATIENCE = 600
_OPEN = "jobquality.open"  # once it is, it stays so: nobody is asked again
_LOGIN, _CODE = "web/accounts/login.html", "web/accounts/code.html"


def login() -> Response | str:
    """Ask who it is."""
    if find_current_person() is not None:
        return redirect(_next())
    if not is_open() and not _can_anybody():
        return redirect(url_for("accounts.setup"))
    if request.method == "POST":
        return _log_in(request.form.get("email", "").strip().casefold())
    return render_template(_LOGIN, typed={}, faults=(), **_around_login())


def passkey() -> Response:
    """Let in whoever holds a passkey: it says who they are, and stands for both steps."""
    tries = tries_at("passkey")
    check_tries(tries)
    person = find_holder(request.form.get("credential", ""))
    if person is None or not person.active:
        wrong = Fault(message=current_speaker()("passkeys_refused"))
        return again(_LOGIN, [wrong], _around_login(), status=HTTPStatus.UNAUTHORIZED)
    forgive(tries)
    return _let_in(person)


def code() -> Response | str:
    """Ask for the second step, after a right password."""
    half_in = _find_half_in()
    if half_in is None:
        return redirect(url_for("accounts.login"))
    if request.method == "POST":
        return _check_code(half_in)
    return render_template(_CODE, typed={}, faults=(), **_around_code(half_in.person))


def logout() -> Response:
    """End the visit: its key opens nothing any more."""
    leave()
    return redirect(url_for("phone.left"))


def is_open() -> bool:
    """Say whether somebody real has an account here, so that the set-up is over for good."""
    if not current_app.extensions.get(_OPEN):
        with current().database.reading(EVERY_ORGANIZATION) as session:
            current_app.extensions[_OPEN] = has_real_people(session)
    return bool(current_app.extensions[_OPEN])


def _can_anybody() -> bool:
    """Say whether somebody has an account, if only to practice before the set-up."""
    with current().database.reading(EVERY_ORGANIZATION) as session:
        return has_accounts(session)


def _log_in(email: str) -> Response:
    tries = tries_at("login", email)
    check_tries(tries)
    person = find_account(email)
    if not is_password_of(person, request.form.get("password", "")):
        note_failure(email, person)
        wrong = Fault(message=current_speaker()("accounts_login_wrong"))
        return again(_LOGIN, [wrong], _around_login(), status=HTTPStatus.UNAUTHORIZED)
    forgive(tries)
    return _second_step(person) if person and _has_step(person) else _let_in(person)


def _has_step(person: Person) -> bool:
    """Say whether there is a phone or a passkey to ask for."""
    return person.totp_secret is not None or bool(passkeys_of(person))


def _around_login() -> dict[str, object]:
    return {"next": _asked(), "passkey_options": login_options()}


def _around_code(person: Person) -> dict[str, object]:
    return {"has_phone": person.totp_secret is not None, "passkey_options": login_options(person)}


def _second_step(person: Person) -> Response:
    target = _next()
    forget_visit()
    keep_in_visit(_WAITING, [person.session_key, current().clock().timestamp(), target])
    return redirect(url_for("accounts.code"))


def _let_in(person: Person | None) -> Response:
    target = _next()
    if person is None:
        return redirect(target)
    enter(person)
    return redirect(to_language(target, person.language))


@dataclass(frozen=True, slots=True, kw_only=True)
class _HalfIn:
    """Somebody whose password was right; `target` is where they wanted to go."""

    person: Person
    target: str


def _find_half_in() -> _HalfIn | None:
    kept = find_in_visit(_WAITING)
    if not kept or current().clock().timestamp() - kept[1] > _PATIENCE:
        return None
    with current().database.reading(EVERY_ORGANIZATION) as session:
        person = find_person(session, session_key=kept[0])
    if person is None or not person.active:
        return None
    return _HalfIn(person=person, target=kept[2])


def _check_code(half_in: _HalfIn) -> Response:
    tries = (*tries_at("code", half_in.person.id), *tries_of("code", half_in.person.id))
    check_tries(tries)
    if not _is_step(half_in.person):
        note_failure(half_in.person.email or "", half_in.person)
        where = "recovery" if request.form.get("recovery") else "code"
        sentence = "recovery_wrong" if where == "recovery" else "accounts_code_wrong"
        wrong = Fault(where=where, message=current_speaker()(sentence))
        shown = _around_code(half_in.person)
        return again(_CODE, [wrong], shown, status=HTTPStatus.UNAUTHORIZED)
    forgive(tries)
    enter(half_in.person)
    target = own_path(half_in.target, url_for("desk.page"))
    return redirect(to_language(target, half_in.person.language))


def _is_step(person: Person) -> bool:
    """Say whether the form holds a right second step: code, passkey or recovery code."""
    form, here = request.form, current()
    if form.get("recovery"):
        with here.database.transaction(person.organization_id) as session:
            return use_recovery_code(session, person, form["recovery"], at=here.clock())
    if form.get("credential"):
        return is_passkey_of(person, form["credential"])
    secret = person.totp_secret
    return secret is not None and is_code_right(person, secret, form.get("code", ""))


def _asked() -> str:
    return own_path(request.values.get("next", ""), "")


def _next() -> str:
    return own_path(_asked(), url_for("desk.page"))
