"""What every web shell shares: the request's context, and the one table refusal to status."""

import base64
import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import cast

from flask import Response, current_app, request
from werkzeug.exceptions import BadRequest

from jobquality import paths
from jobquality.config import Settings
from jobquality.errors import (
    BusyError,
    ClosedError,
    ConflictError,
    FaultsError,
    ForbiddenError,
    GoneError,
    IntegrityFailedError,
    JobQualityError,
    NotFoundError,
    RefusedError,
    SetupError,
)
from jobquality.rubrics.catalog import Catalog
from jobquality.store.database import CLOSED, Database
from jobquality.store.files import FileStore
from jobquality.store.keys import Keyring

#: The one place that turns a refusal into a status.
STATUS: dict[type[JobQualityError], HTTPStatus] = {
    FaultsError: HTTPStatus.UNPROCESSABLE_ENTITY,
    NotFoundError: HTTPStatus.NOT_FOUND,
    GoneError: HTTPStatus.GONE,
    ForbiddenError: HTTPStatus.FORBIDDEN,
    ConflictError: HTTPStatus.CONFLICT,
    RefusedError: HTTPStatus.CONFLICT,
    BusyError: HTTPStatus.SERVICE_UNAVAILABLE,
    IntegrityFailedError: HTTPStatus.SERVICE_UNAVAILABLE,
    SetupError: HTTPStatus.SERVICE_UNAVAILABLE,
}

#: When to try again what was too much at this moment, in seconds.
RETRY_AFTER = 5
#: The same while saving is switched off.
RETRY_AFTER_CLOSED = 300
#: Ways of asking that change nothing.
READING = ("GET", "HEAD", "OPTIONS")

#: For pages: our own style sheet and pictures, forms to ourselves, and nothing else at all.
PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)

#: For people at work: the same, and our own script and its worker, which talk to us alone;
#: `blob:` shows photos that wait on the phone.
WORK_POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; "
    "img-src 'self' blob:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)

#: For the doors that a passkey opens: as a page, and our own script, which talks to nobody.
DOOR_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)

#: For evidence and other files from people: nothing in them may run, load or be framed.
FILE_POLICY = (
    "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

#: For data: there is nothing in it to show, load or send.
DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

#: What everybody may put into a frame of theirs, alone of all pages: one style sheet, which
#: stands in the page and is named by its hash, so that it works in a sandbox too.
EMBED_STYLE = (paths.static() / "embed.css").read_text("utf-8")
_EMBED_HASH = base64.b64encode(hashlib.sha256(EMBED_STYLE.encode()).digest()).decode()
EMBED_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_EMBED_HASH}'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors *"
)

HEADERS = {
    "Content-Security-Policy": PAGE_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}

#: One year, as browsers' preload lists ask.
HTTPS_ONLY = "max-age=31536000; includeSubDomains"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a shell needs besides the request itself.

    `clock` gives an aware moment, `new_id` an id that nobody can guess. `files` keeps evidence
    and issued documents, `keys` the private keys.
    """

    settings: Settings
    database: Database
    catalog: Catalog
    clock: Callable[[], datetime]
    files: FileStore
    keys: Keyring
    new_id: Callable[[], str] = lambda: secrets.token_hex(16)


def current() -> Context:
    """Return the context of the installation that answers this request."""
    return cast("Context", current_app.extensions["jobquality"])


def status_of(refusal: JobQualityError) -> HTTPStatus:
    """Return the status that says this refusal over HTTP; a special case says its kind's."""
    return next(STATUS[kind] for kind in type(refusal).mro() if kind in STATUS)


def check_address() -> None:
    """Be quiet where an address can be looked up: no database keeps a NUL, so nothing has one.

    Raises:
        NotFoundError: the path has one.
        BadRequest: the query has one.
    """
    if "\0" in request.path:
        raise NotFoundError("There is nothing at this address.")
    if any("\0" in text for pair in request.args.items(multi=True) for text in pair):
        raise BadRequest("The query holds a control character (U+0000). Delete it.")


def check_open() -> None:
    """Be quiet where something may be saved, or nothing is to be.

    Raises:
        ClosedError: saving is switched off.
    """
    if current().database.is_closed and request.method not in READING:
        raise ClosedError(CLOSED)


def retry_after(refusal: BusyError) -> int:
    """Return in how many seconds the same request may work."""
    return RETRY_AFTER_CLOSED if isinstance(refusal, ClosedError) else RETRY_AFTER


def add_headers(response: Response) -> Response:
    """Put the security headers on, where the view has not chosen stricter ones."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if current().settings.public_url.startswith("https://"):
        response.headers.setdefault("Strict-Transport-Security", HTTPS_ONLY)
    return response
