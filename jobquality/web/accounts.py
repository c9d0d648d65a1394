"""Accounts: the addresses of logging in, the first set-up, people and one's own account."""

from flask import Blueprint, Flask, Response, request
from werkzeug.middleware.proxy_fix import ProxyFix

from jobquality.http import DOOR_POLICY
from jobquality.web import (
    erasing,
    guests,
    hands,
    joining,
    logins,
    me,
    owndata,
    pending,
    people,
    practice,
    proofs,
    settings,
    setups,
    steps,
    tokens,
    visits,
)
from jobquality.web.crossing import add_crossing
from jobquality.web.security import add_security

blueprint = Blueprint("accounts", __name__, url_prefix="/<any(en,es):language>")

#: The pages on which somebody makes or uses a passkey, or takes a link or a key along.
_WITH_SCRIPT = frozenset(
    {
        "accounts.login",
        "accounts.code",
        "accounts.passkeys",
        "accounts.add_passkey",
        "accounts.step",
        "accounts.invite",
        "accounts.password_link",
    }
)
_BOTH, _POST = ("GET", "POST"), ("POST",)

_ROUTES = (
    ("/login", "login", logins.login, _BOTH),
    ("/login/passkey", "login_passkey", logins.passkey, _POST),
    ("/login/code", "code", logins.code, _BOTH),
    ("/logout", "logout", logins.logout, _POST),
    ("/setup", "setup", setups.setup, _BOTH),
    ("/setup/organization", "opening", setups.opening, _BOTH),
    ("/setup/practice", "practice", practice.opening, _BOTH),
    ("/join/<token>", "join", joining.join, _BOTH),
    ("/guest/<token>", "guest", guests.door, _BOTH),
    ("/people", "people", people.people, ("GET",)),
    ("/people/invite", "invite", people.invite, _POST),
    ("/people/<person_id>/roles", "roles", people.roles, _POST),
    ("/people/<person_id>/close", "close", people.close, _POST),
    ("/people/<person_id>/erase", "erase_page", erasing.page, ("GET",)),
    ("/people/<person_id>/erase", "erase", erasing.erase, _POST),
    ("/people/<person_id>/reopen", "reopen", people.reopen, _POST),
    ("/people/<person_id>/password-link", "password_link", people.password_link, _POST),
    ("/people/<person_id>/second-step-off", "drop_step", people.drop_second_step, _POST),
    ("/people/<person_id>/propose", "propose", people.propose, _POST),
    ("/people/proposals/<proposal_id>", "decide", people.decide, _POST),
    ("/people/<person_id>/confirm", "confirm", hands.confirm, _POST),
    ("/me/old-code", "old_code", hands.old_code, _POST),
    ("/invitations/<invitation_id>/withdraw", "withdraw", people.withdraw, _POST),
    ("/me", "me", me.me, ("GET",)),
    ("/me/erase", "erase_me_page", erasing.own_page, ("GET",)),
    ("/me/erase", "erase_me", erasing.erase_me, _POST),
    ("/me/data", "data", owndata.page, ("GET",)),
    ("/me/data.json", "data_file", owndata.file, ("GET",)),
    ("/me/profile", "profile", me.profile, _POST),
    ("/me/password", "password", me.password, _POST),
    ("/me/second-step", "step", steps.step, _BOTH),
    ("/me/second-step/off", "step_off", me.step_off, _POST),
    ("/me/language", "language", me.language, _POST),
    ("/me/visits/end-others", "end_visits", visits.end_others, _POST),
    ("/me/visits/<visit_id>/end", "end_visit", visits.end_one, _POST),
    ("/me/passkeys", "passkeys", steps.passkeys, ("GET",)),
    ("/me/passkeys", "add_passkey", steps.add_passkey, _POST),
    ("/me/passkeys/<passkey_id>/remove", "drop_passkey", steps.drop_passkey, _POST),
    ("/me/recovery-codes", "recovery_codes", steps.recovery_codes, ("GET",)),
    ("/me/recovery-codes", "make_recovery_codes", steps.make_recovery_codes, _POST),
    ("/me/proof", "prove", proofs.prove, _POST),
    ("/me/go-on", "go_on", pending.go_on, ("GET",)),
    ("/me/tokens", "tokens", tokens.tokens, ("GET",)),
    ("/me/tokens", "make_token", tokens.make_token, _POST),
    ("/me/tokens/<token_id>/end", "end_token", tokens.end_token, _POST),
    ("/organization", "organization", settings.organization, _BOTH),
)

for _rule, _name, _view, _methods in _ROUTES:
    blueprint.add_url_rule(_rule, _name, _view, methods=_methods)


def add_accounts(app: Flask) -> None:
    """Give the application its accounts, and keep other sites from using them."""
    _see_through_proxies(app)
    add_crossing(app)
    add_security(app)
    pending.add_pending(app)


def _see_through_proxies(app: Flask) -> None:
    """Let limits count visitors, not the web server in front; nobody else's word is taken."""
    count = app.extensions["jobquality"].settings.proxies
    if count:
        seen = ProxyFix(app.wsgi_app, x_for=count, x_proto=0, x_host=0)
        app.wsgi_app = seen  # type: ignore[method-assign]  # Flask's own way to wrap it


@blueprint.app_context_processor
def _news() -> dict[str, object]:
    return {"find_news": visits.find_news}


@blueprint.after_request
def _private(response: Response) -> Response:
    """Keep a page out of every cache; our script runs only where it is of use."""
    if request.endpoint in _WITH_SCRIPT:
        response.headers.setdefault("Content-Security-Policy", DOOR_POLICY)
    response.headers["Cache-Control"] = "private, no-store"
    response.vary.add("Cookie")
    return response
