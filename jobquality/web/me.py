"""What everybody may change about their own account."""

import secrets
from collections.abc import Callable

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import FaultsError
from jobquality.http import current
from jobquality.schemas.accounts import ProfileSchema, read_form
from jobquality.services.accounts import change_language, change_password, change_profile
from jobquality.services.steps import set_second_step
from jobquality.store.people import Person
from jobquality.store.recovery import count_recovery_codes
from jobquality.web.doors import own_path
from jobquality.web.forms import again, check_password, refuse, typed
from jobquality.web.languages import current_speaker, to_language
from jobquality.web.limits import check_tries, forgive, tries_at
from jobquality.web.security import (
    enter,
    hashed,
    is_password_of,
)
from jobquality.web.visitors import current_person, needs
from jobquality.web.visits import visit_rows
from jobquality.wording.sentence import LANGUAGES

_ME = "web/accounts/me.html"


@needs(Action.LOOK)
def me() -> str:
    """Show what somebody may change about their own account."""
    person = current_person()
    start = {"name": person.name, "language": person.language}
    return render_template(_ME, typed=start, faults=(), **_shown(person))


@needs(Action.LOOK)
def profile() -> Response:
    """Change the name and the language."""
    person = current_person()

    def change() -> Response:
        (read,) = read_form([ProfileSchema()], typed(), current_speaker())
        seen = request.form.get("seen", 0, type=int)
        with current().database.transaction(person.organization_id) as session:
            change_profile(session, person.id, seen=seen, **read)
        return redirect(url_for("accounts.me", language=read["language"]))

    return _or_again(change)


@needs(Action.LOOK)
def password() -> Response:
    """Change the password, and end every other visit."""
    person = current_person()

    def change() -> Response:
        _check_own_password(person, "current")
        kept = hashed(check_password([person.name, person.email or ""]))
        here, key = current(), secrets.token_hex(32)
        with here.database.transaction(person.organization_id) as session:
            changed = change_password(
                session, person.id, password_hash=kept, session_key=key, at=here.clock()
            )
        enter(changed)
        return redirect(url_for("accounts.me"))

    return _or_again(change)


@needs(Action.LOOK)
def step_off() -> Response:
    """Ask for the password only from now on; the password says that it is really them."""
    person = current_person()

    def change() -> Response:
        _check_own_password(person, "off")
        with current().database.transaction(person.organization_id) as session:
            set_second_step(session, person.id, secret=None, at=current().clock())
        return redirect(url_for("accounts.me"))

    return _or_again(change)


def _or_again(change: Callable[[], Response]) -> Response:
    try:
        return change()
    except FaultsError as refusal:
        return again(_ME, refusal.faults, _shown(current_person()))


def _shown(person: Person) -> dict[str, object]:
    with current().database.reading(person.organization_id) as session:
        codes = count_recovery_codes(session, person.id)
    return {"person": person, "codes": codes, "visits": visit_rows(person)}


@needs(Action.LOOK)
def language() -> Response:
    """Take the other language for oneself, and show the same page in it."""
    person, wanted = current_person(), request.form.get("language", "")
    if wanted in LANGUAGES:
        with current().database.transaction(person.organization_id) as session:
            change_language(session, person.id, wanted)
    else:
        wanted = person.language
    target = own_path(request.form.get("next", ""), url_for("desk.page"))
    return redirect(to_language(target, wanted))


def _check_own_password(person: Person, field: str) -> None:
    tries = tries_at("own", person.id)
    check_tries(tries)
    if not is_password_of(person, request.form.get(field, "")):
        raise refuse(field, "accounts_own_wrong")
    forgive(tries)
