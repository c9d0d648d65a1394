"""Pages for what cannot be shown: friendly, in the reader's language, and never a traceback."""

from http import HTTPStatus
from typing import Any

from flask import Flask, make_response, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from jobquality.errors import (
    BusyError,
    ClosedError,
    FullError,
    GoneError,
    IntegrityFailedError,
    JobQualityError,
    PausedError,
)
from jobquality.http import READING, retry_after, status_of
from jobquality.web.forms import told
from jobquality.web.languages import language_of
from jobquality.web.telling import tell_refusal
from jobquality.web.visitors import wants_json

_NAMES: dict[type[JobQualityError], str] = {
    GoneError: "gone",
    IntegrityFailedError: "integrity",
}
#: What a form may hold that must not stand in a page a second time.
_SECRETS = ("password", "code", "token", "secret")
#: The kind of business is everybody's to read, whatever its field is called.
_OPEN = frozenset({"sector_code"})


def add_problem_pages(app: Flask) -> None:
    """Answer every refusal and every error of a page with a page."""
    app.register_error_handler(HTTPException, _for_http)
    app.register_error_handler(JobQualityError, _for_refusal)


def _for_http(error: HTTPException) -> Response:
    inner = getattr(error, "original_exception", None)
    if isinstance(inner, JobQualityError):  # refused after the page was made, by its session
        return _for_refusal(inner)
    status = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
    response = _page(_sentence_for(status), status)
    for name, value in error.get_headers():
        if name not in {"Content-Type", "Content-Length"}:
            response.headers[name] = value
    return response


def _for_refusal(refusal: JobQualityError) -> Response:
    status = status_of(refusal)
    is_busy = isinstance(refusal, BusyError)
    if status == HTTPStatus.NOT_FOUND or (wants_json() and not is_busy):
        return _gone_or_told(status, refusal)
    if isinstance(refusal, PausedError) and request.method not in READING:
        return paused(refusal)
    if isinstance(refusal, BusyError):
        name = "closed" if isinstance(refusal, ClosedError) else "busy"
        return _later(_page(name, status), refusal)
    name = _NAMES.get(type(refusal), "refused")
    return _page(name, status, reasons=[] if name == "integrity" else told(refusal))


def _gone_or_told(status: HTTPStatus, refusal: JobQualityError) -> Response:
    """Tell our script why something was refused; it says so where it was asked for."""
    if not wants_json():
        return _page("not_found", status)
    return tell_refusal(refusal, said="\n".join(told(refusal)))


def paused(refusal: PausedError) -> Response:
    """Say that saving is paused, with all that was typed, to be sent again as it is."""
    kinds = {FullError: "full", ClosedError: "closed"}
    name = kinds.get(type(refusal), "paused")
    return _later(_page(name, status_of(refusal), kept=_typed()), refusal)


def _typed() -> list[tuple[str, str]]:
    """Return the fields of the form that was sent; none where one of them is a secret."""
    names = [name for name in request.form if name != "csrf_token"]
    is_secret = any(word in name for name in names if name not in _OPEN for word in _SECRETS)
    if is_secret or request.files:
        return []
    return [(name, value) for name in names for value in request.form.getlist(name)]


def _later(response: Response, refusal: BusyError) -> Response:
    response.headers["Retry-After"] = str(retry_after(refusal))
    return response


def _sentence_for(status: HTTPStatus) -> str:
    known = {
        HTTPStatus.FORBIDDEN: "other_site",
        HTTPStatus.NOT_FOUND: "not_found",
        HTTPStatus.METHOD_NOT_ALLOWED: "not_allowed",
        HTTPStatus.TOO_MANY_REQUESTS: "too_many",
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "too_large",
    }
    otherwise = "broken" if status >= HTTPStatus.INTERNAL_SERVER_ERROR else "unreadable"
    return known.get(status, otherwise)


def _page(name: str, status: HTTPStatus, **told: list[Any]) -> Response:
    told = {"reasons": [], "kept": [], **told}
    shown = render_template("web/problem.html", name=name, status=status, **told)
    response = make_response(shown, status)
    if not language_of(request.path):
        response.vary.add("Accept-Language")
    return response
