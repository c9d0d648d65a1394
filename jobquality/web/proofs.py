"""Proving once more that it is still you, before something weighty, with nothing lost.

A form that comes too late is not thrown away: the page that asks carries everything that was
typed, and sends it to the same address together with the proof.

Source: docs/decisions/0023-people.md
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from http import HTTPStatus
from typing import ParamSpec, TypeVar, cast

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.exceptions import TooManyRequests
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.access.proofs import is_fresh
from jobquality.http import DOOR_POLICY, current
from jobquality.store.people import Person
from jobquality.web.doors import own_path
from jobquality.web.kept import PROOFS, kept_fields, readable
from jobquality.web.languages import current_speaker
from jobquality.web.limits import check_tries, forgive, tries_at, tries_of
from jobquality.web.passkeys import is_passkey_of, login_options
from jobquality.web.security import find_in_visit, is_code_right, is_password_of, note_proof
from jobquality.web.visitors import current_person, needs

P = ParamSpec("P")
R = TypeVar("R")

_PAGE = "web/accounts/prove.html"


def fresh(view: Callable[P, R]) -> Callable[P, R | Response]:
    """Let a view be used only by those who proved within half an hour that it is them.

    Stands below `needs`. Others are asked, and come back to what they were doing.
    """

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R | Response:
        asked = None if is_proved() else _ask()
        return view(*args, **kwargs) if asked is None else asked

    guarded.fresh = True  # type: ignore[attr-defined]  # the route matrix reads it
    return guarded


def is_proved() -> bool:
    """Say whether whoever is logged in proved within half an hour that it is them.

    Who practices and came in from their own account has nothing here to prove it with.
    """
    if current_person().is_sample and current_person().password_hash is None:
        return True
    at = find_in_visit("proved_at")
    proved_at = datetime.fromtimestamp(at, UTC) if at is not None else None
    return is_fresh(proved_at, current().clock())


@needs(Action.LOOK)
def prove() -> Response:
    """Take a proof on its own, and lead back to the page that was asked for."""
    target = own_path(request.form.get("next", ""), url_for("desk.page"))
    asked = _ask(target)
    return redirect(target) if asked is None else asked


def _ask(target: str = "") -> Response | None:
    """Take the proof that came with the form; without a right one, return the page that asks."""
    if request.method != "POST" or not any(request.form.get(name) for name in PROOFS):
        return _page(target)
    try:
        right = _is_right(current_person())
    except TooManyRequests:
        return _page(target, "proofs_too_many", HTTPStatus.TOO_MANY_REQUESTS)
    if not right:
        return _page(target, "proofs_wrong")
    note_proof()
    return None


def _is_right(person: Person) -> bool:
    tries = (*tries_at("own", person.id), *tries_of("code", person.id))
    check_tries(tries)
    right = _is_password(person) or _is_code(person) or _is_passkey(person)
    if right:
        forgive(tries)
    return right


def _is_password(person: Person) -> bool:
    typed = request.form.get("proof_password", "")
    return bool(typed) and is_password_of(person, typed)


def _is_code(person: Person) -> bool:
    typed, secret = request.form.get("proof_code", ""), person.totp_secret
    return bool(typed) and secret is not None and is_code_right(person, secret, typed)


def _is_passkey(person: Person) -> bool:
    return is_passkey_of(person, request.form.get("proof_passkey", ""))


def _page(target: str, wrong: str = "", status: HTTPStatus = HTTPStatus.UNAUTHORIZED) -> Response:
    is_form = request.method == "POST" and not target
    kept = kept_fields() if is_form else [("next", target or request.full_path.rstrip("?"))]
    shown = render_template(
        _PAGE,
        wrong=current_speaker()(wrong) if wrong else "",
        kept=kept,
        readable=readable(kept),
        is_form=is_form,
        person=current_person(),
        passkey_options=login_options(current_person()),
    )
    response = make_response(shown, status)
    response.headers["Content-Security-Policy"] = DOOR_POLICY
    return cast("Response", response)
