"""Who is asking: the person behind the session, and what they need for a page."""

import hashlib
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import ParamSpec, TypeVar, cast

from flask import g, redirect, request, session, url_for  # noqa: TID251 - this is the one door
from werkzeug.wrappers import Response

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import ForbiddenError
from jobquality.http import current
from jobquality.services.guests import act_as_guest
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.people import Person, find_person

P = ParamSpec("P")
R = TypeVar("R")

#: Where Flask-Login keeps who is logged in: the person's `session_key`.
LOGGED_IN = "_user_id"


def find_current_person() -> Person | None:
    """Return who is logged in, or None. Asked once in a request, afresh in each."""
    if "person" not in g:
        g.person = _look_up(session.get(LOGGED_IN))
    return cast("Person | None", g.person)


def current_person() -> Person:
    """Return who is logged in.

    Raises:
        ForbiddenError: nobody is; views with `needs` never get here.
    """
    person = find_current_person()
    if person is None:
        raise ForbiddenError("Please log in first.")
    return person


def current_actor() -> Actor:
    """Return who is logged in, as somebody who acts: for their own organization, or as a guest."""
    return cast("Actor | None", g.get("guest")) or current_person().actor


def needs(
    action: Action, *, guests: bool = False, everybody: bool = False
) -> Callable[[Callable[P, R]], Callable[P, R | Response]]:
    """Let a view be seen only by those who may do `action`; others are asked to log in.

    With `guests`, also by guests of the assessment that the address names, or whose evidence
    it names: for them everything in the view belongs to that assessment alone. With
    `everybody`, also by people without any role.
    """

    def guard(view: Callable[P, R]) -> Callable[P, R | Response]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R | Response:
            person = find_current_person()
            if person is None:
                return _ask_to_log_in()
            if guests:
                g.guest = _as_guest(person)
            if not (everybody or _is_own_account(action)):
                _check_may(person, action)
            return view(*args, **kwargs)

        guarded.needs = action  # type: ignore[attr-defined]  # the route matrix reads it
        guarded.guests = guests  # type: ignore[attr-defined]  # as above
        return guarded

    return guard


def _check_may(person: Person, action: Action) -> None:
    """Be quiet where somebody may; a guest has no role to ask an administrator for."""
    actor = current_actor()
    if not person.roles and not actor.is_guest:
        raise ForbiddenError(
            "Your stay as a guest reviewer is over, or it opens another assessment. Ask the "
            "person who invited you."
        )
    check_may(actor, action)


def _as_guest(person: Person) -> Actor | None:
    """Return somebody as the guest that they are at this address now, asked in each request."""
    here, named = current(), request.view_args or {}
    with here.database.reading(EVERY_ORGANIZATION) as opened:
        return act_as_guest(
            opened,
            person,
            at=here.clock(),
            assessment_id=named.get("assessment_id", ""),
            evidence_id=named.get("evidence_id", ""),
        )


def _is_own_account(action: Action) -> bool:
    """Say whether a page is about oneself alone, so that people without a role need it too."""
    is_account = request.blueprint == "accounts" and request.endpoint != "accounts.people"
    return is_account and action is Action.LOOK


def wants_json() -> bool:
    """Say whether it is our own script that asks; it shows what it hears itself."""
    return request.accept_mimetypes.best == "application/json"


def person_tag(person: Person) -> str:
    """Return what tells this person from others on a phone, and nothing else about them."""
    return hashlib.sha256(f"phone {person.id}".encode()).hexdigest()[:16]


def _ask_to_log_in() -> Response:
    if wants_json():
        return Response("{}", HTTPStatus.UNAUTHORIZED, mimetype="application/json")
    return redirect(url_for("accounts.login", next=_here()))


def _here() -> str:
    """Return the page asked for; a form that was sent leads back to the page before."""
    return request.full_path.rstrip("?") if request.method == "GET" else ""


def _look_up(session_key: str | None) -> Person | None:
    if not session_key:
        return None
    with current().database.reading(EVERY_ORGANIZATION) as opened:
        person = find_person(opened, session_key=session_key)
    return person if person is not None and person.active else None
