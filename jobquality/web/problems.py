"""Pages for what cannot be shown: friendly, in the reader's language, and never a traceback."""

import re
from http import HTTPStatus

from flask import Flask, g, make_response, render_template, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge
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
from jobquality.web.kept import readable, secrets_to_retype, typed_fields
from jobquality.web.languages import language_of
from jobquality.web.telling import tell_refusal
from jobquality.web.visitors import find_current_person, wants_json
from jobquality.web.work import private

_NAMES: dict[type[JobQualityError], str] = {
    GoneError: "gone",
    IntegrityFailedError: "integrity",
}
#: What our largest form may weigh, a file of 10 MB with its words; only the words are kept.
_LARGEST_FORM = 11 * 1024 * 1024
#: Pages for people who are logged in, whether or not there is one at the whole address.
_AT_WORK = re.compile(r"/(en|es)/(work|people|me|organization|invitations)(/|$)")
_OURS = HTTPStatus.INTERNAL_SERVER_ERROR
#: What a form says to itself.
_OWN = frozenset({"key", "seen", "version", "next"})


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
    return _later(_page(name, status_of(refusal), **_sent()), refusal)


def _sent() -> dict[str, object]:
    """Return the words of the form that was sent, and what it carries that has to come anew."""
    try:
        request.max_content_length = max(request.max_content_length or 0, _LARGEST_FORM)
        kept = typed_fields()
        request.close()  # of its files only the names are wanted
    except RequestEntityTooLarge:  # nobody's form: each of ours is smaller
        return {}
    return {
        "kept": kept,
        "has_words": any(value.strip() for name, value in kept if name not in _OWN),
        "readable": readable(kept),
        "retype": secrets_to_retype(),
        "files": sorted({*request.files}),
    }


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


def _is_at_work(status: HTTPStatus) -> bool:
    """Say whether somebody who is logged in works here; whatever they asked for is not looked up.

    Where we failed, nobody is asked for anew: the database may be what is away.
    """
    if not _AT_WORK.match(request.path) or (status >= _OURS and "person" not in g):
        return False
    try:
        return find_current_person() is not None
    except JobQualityError:
        return False


def _page(name: str, status: HTTPStatus, **told: object) -> Response:
    at_work = _is_at_work(status)
    # Who is logged in is not known while the database is away: the page looks like work all the
    # same, and says nothing of anybody.
    is_later = status == HTTPStatus.SERVICE_UNAVAILABLE and bool(_AT_WORK.match(request.path))
    told = {
        "reasons": [],
        "kept": [],
        "at_work": at_work,
        "is_later": is_later,
        "is_away": is_later and not at_work,
        "is_read": request.method in READING,
        **told,
    }
    shown = render_template("web/problem.html", name=name, status=status, **told)
    response = make_response(shown, status)
    if told["at_work"] or told["is_away"]:
        private(response)
    if not language_of(request.path):
        response.vary.add("Accept-Language")
    return response
