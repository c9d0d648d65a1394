"""The one door for programs that act for a person: `Authorization: Bearer jq_…`.

Cookies are never read here. A wrong token costs one count; a right one is never held up by
the wrong ones of others, since nobody can guess 256 random bits.

Source: docs/decisions/0023-people.md; RFC 6750
"""

import hashlib
from contextlib import suppress
from datetime import timedelta
from typing import cast

from flask import g, request
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import TooManyRequests, Unauthorized

from jobquality.access.actors import Action, Actor
from jobquality.access.scopes import Bearer, check_bearer
from jobquality.errors import PausedError
from jobquality.http import current
from jobquality.services.tokens import PREFIX, find_bearer, note_use
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.limits import count_try
from jobquality.store.tokens import Token

MOST_WRONG = 20
_SPAN = timedelta(minutes=5)
#: RFC 9110 asks for quotes, which the library writes around a blank.
_REALM = {"realm": "jobquality API"}
_LONGEST = 200


def current_bearer() -> Bearer:
    """Return for whom this request acts, with the roles of now. Asked once in a request.

    Raises:
        Unauthorized: there is no token, or it opens nothing.
        TooManyRequests: too many wrong ones came from this address.
    """
    g.private = True  # what follows is for one person's eyes, a refusal too
    if "bearer" not in g:
        g.bearer = _look_up(_secret())
    return cast("Bearer", g.bearer)


def acting(action: Action) -> Actor:
    """Return who acts, where their token and their roles both allow `action`.

    Raises:
        Unauthorized: there is no token, or it opens nothing.
        ForbiddenError: it may not do this.
    """
    return check_bearer(current_bearer(), action)


def _secret() -> str:
    given = request.authorization
    if given is None or given.type != "bearer" or not given.token:
        raise Unauthorized(
            "This is for programs with a token. Make one on your page and send it as "
            "Authorization: Bearer jq_…",
            www_authenticate=WWWAuthenticate("bearer", dict(_REALM)),
        )
    return given.token


def _look_up(secret: str) -> Bearer:
    here = current()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        is_ours = secret.startswith(PREFIX) and len(secret) <= _LONGEST
        found = find_bearer(session, secret, at=here.clock()) if is_ours else None
    if found is None:
        _count_wrong()
        challenge = WWWAuthenticate("bearer", {**_REALM, "error": "invalid_token"})
        raise Unauthorized(
            "This token opens nothing: it is wrong, ended or too old. Make another one.",
            www_authenticate=challenge,
        )
    bearer, token = found
    if token.used_on != here.clock().date():
        _note_use(bearer, token)
    return bearer


def _note_use(bearer: Bearer, token: Token) -> None:
    """Write down the day of use, where that need not wait: else the next request does it."""
    here = current()
    whose = bearer.actor.organization_id
    with suppress(PausedError), here.database.transaction(whose, waits=False) as session:
        note_use(session, token, at=here.clock())


def _count_wrong() -> None:
    here = current()
    about = f"{here.settings.secret_key} {request.remote_addr or ''}"
    key = f"token {hashlib.sha256(about.encode()).hexdigest()}"
    with here.database.transaction(EVERY_ORGANIZATION) as session:
        count = count_try(session, key, amount=1, at=here.clock(), within=_SPAN)
    if count > MOST_WRONG:
        raise TooManyRequests(
            f"{MOST_WRONG} wrong tokens came from here. Please wait a little.",
            retry_after=int(_SPAN.total_seconds()),
        )
