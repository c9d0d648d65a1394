"""The second step on one's own page: the phone, passkeys, recovery codes."""

from http import HTTPStatus

from flask import make_response, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.documents.codes import qr_svg
from jobquality.errors import FaultsError
from jobquality.http import current
from jobquality.schemas.accounts import PasskeySchema, read_form
from jobquality.services import steps as services
from jobquality.services.steps import new_recovery_codes, set_second_step
from jobquality.store.people import Person
from jobquality.store.recovery import count_recovery_codes
from jobquality.web.forms import again, refuse, typed
from jobquality.web.languages import current_speaker
from jobquality.web.limits import check_tries, forgive, tries_at
from jobquality.web.once import once
from jobquality.web.passkeys import (
    find_place,
    passkeys_of,
    read_registration,
    registration_options,
)
from jobquality.web.pending import is_pending
from jobquality.web.proofs import fresh
from jobquality.web.security import (
    drop_from_visit,
    find_in_visit,
    is_code_right,
    keep_in_visit,
    new_totp_secret,
    totp_address,
    totp_key,
)
from jobquality.web.visitors import current_actor, current_person, needs

_STEP, _PASSKEYS = "web/accounts/step.html", "web/accounts/passkeys.html"
_CODES = "web/accounts/codes.html"
_SECRET = "totp"  # noqa: S105 - where the visit keeps it


@needs(Action.LOOK)
@fresh
def step() -> Response | str:
    """Set up the phone: show the secret, and ask for the first code."""
    person = current_person()
    secret = find_in_visit(_SECRET) or new_totp_secret()
    keep_in_visit(_SECRET, secret)
    if request.method != "POST":
        return render_template(_STEP, typed={}, faults=(), **_shown(person, secret))
    tries = tries_at("step", person.id)
    check_tries(tries)
    if not is_code_right(person, secret, request.form.get("code", "")):
        wrong = refuse("code", "accounts_code_wrong")
        return again(_STEP, wrong.faults, _shown(person, secret))
    forgive(tries)
    with current().database.transaction(person.organization_id) as session:
        set_second_step(session, person.id, secret=secret, at=current().clock())
    drop_from_visit(_SECRET)
    return _after_step(person)


@needs(Action.LOOK)
def passkeys() -> Response:
    """Show one's own passkeys, and what a new one needs."""
    return _passkeys({}, ())


@needs(Action.LOOK)
@fresh
def add_passkey() -> Response:
    """Keep the passkey that the device made."""
    actor, at = current_actor(), current().clock()
    try:
        (read,) = read_form([PasskeySchema()], typed(), current_speaker())
        new = read_registration(
            request.form.get("credential", ""), passkey_id=current().new_id(), name=read["name"]
        )
        if new is None:
            raise refuse("device", "passkeys_wrong")
    except FaultsError as refusal:
        return _passkeys(typed(), refusal.faults)
    with current().database.transaction(actor.organization_id) as session:
        services.keep_passkey(session, actor, new, at=at)
    return _after_step(current_person())


@needs(Action.LOOK)
@fresh
def drop_passkey(passkey_id: str) -> Response:
    """Remove a passkey of one's own."""
    actor, at = current_actor(), current().clock()
    once(actor, lambda session: services.drop_passkey(session, actor, passkey_id, at=at).id)
    return redirect(url_for("accounts.passkeys"))


@needs(Action.LOOK)
def recovery_codes() -> Response | str:
    """Say what recovery codes are for, and how many are left."""
    person = current_person()
    if person.second_factor is None:
        return redirect(url_for("accounts.me"))
    with current().database.reading(person.organization_id) as session:
        left = count_recovery_codes(session, person.id)
    return render_template(_CODES, codes=(), left=left, goes_on=is_pending())


@needs(Action.LOOK)
@fresh
def make_recovery_codes() -> str:
    """Make ten new codes and show them once; the older ones open nothing any more."""
    person, codes = current_person(), new_recovery_codes()
    with current().database.transaction(person.organization_id) as session:
        services.keep_recovery_codes(session, person.id, codes, at=current().clock())
        left = count_recovery_codes(session, person.id)
    return render_template(_CODES, codes=codes, left=left, goes_on=is_pending())


def _after_step(person: Person) -> Response:
    """Lead to the recovery codes where there are none yet, else back to what was pending."""
    with current().database.reading(person.organization_id) as session:
        has_codes = count_recovery_codes(session, person.id).left > 0
    if not has_codes:
        return redirect(url_for("accounts.recovery_codes"))
    return redirect(url_for("accounts.go_on" if is_pending() else "accounts.me"))


def _passkeys(values: dict[str, object], faults: object) -> Response:
    person = current_person()
    known = passkeys_of(person)
    shown = render_template(
        _PASSKEYS,
        typed=values,
        faults=faults,
        passkeys=known,
        is_last=len(known) == 1 and person.totp_secret is None,
        options=registration_options(person),
        place=find_place(),
        most=services.MOST_PASSKEYS,
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if faults else HTTPStatus.OK
    return make_response(shown, status)


def _shown(person: Person, secret: str) -> dict[str, object]:
    title = current_speaker()("accounts_step_picture")
    return {
        "key": totp_key(secret),
        "app_address": totp_address(secret, person.email or ""),
        "picture": Markup(qr_svg(totp_address(secret, person.email or ""), title)),  # noqa: S704 - drawn by us, its title is escaped
    }
