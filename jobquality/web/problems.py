"""Pages for what cannot be shown: friendly, in the reader's language, and never a traceback."""

from http import HTTPStatus

from flask import Flask, make_response, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from jobquality.errors import JobQualityError
from jobquality.http import status_of
from jobquality.web.languages import language_of


def add_problem_pages(app: Flask) -> None:
    """Answer every refusal and every error of a page with a page."""
    app.register_error_handler(HTTPException, _for_http)
    app.register_error_handler(JobQualityError, _for_refusal)


def _for_http(error: HTTPException) -> Response:
    status = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
    response = _page(_sentence_for(status), status)
    for name, value in error.get_headers():
        if name not in {"Content-Type", "Content-Length"}:
            response.headers[name] = value
    return response


def _for_refusal(refusal: JobQualityError) -> Response:
    status = status_of(refusal)
    if status == HTTPStatus.NOT_FOUND:
        return _page("not_found", status)
    return _page("refused", status, reasons=str(refusal).splitlines())


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


def _page(name: str, status: HTTPStatus, *, reasons: list[str] | None = None) -> Response:
    shown = render_template("web/problem.html", name=name, status=status, reasons=reasons or [])
    response = make_response(shown, status)
    if not language_of(request.path):
        response.vary.add("Accept-Language")
    return response
