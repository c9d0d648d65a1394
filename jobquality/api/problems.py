"""Refusals as problem details (RFC 9457), below /api/ only: pages keep their own.

flask-smorest would answer every error of the whole application with JSON of its own form, so
what it registers is left out here, and what it documents is put right.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypeVar
from urllib.parse import quote

import flask_smorest
from flask import Flask, Response, json, request
from flask_smorest.utils import prepare_response
from marshmallow import Schema, fields
from werkzeug.exceptions import BadRequest, HTTPException

from jobquality.errors import BusyError, Fault, FaultsError, JobQualityError
from jobquality.http import retry_after, status_of

PROBLEM_TYPE = "application/problem+json"
E = TypeVar("E", bound=Exception)

#: The stable code of an error that no refusal of ours raised.
_CODES = {
    HTTPStatus.BAD_REQUEST: "unreadable",
    HTTPStatus.UNAUTHORIZED: "unauthorized",
    HTTPStatus.FORBIDDEN: "forbidden",
    HTTPStatus.NOT_FOUND: "not_found",
    HTTPStatus.METHOD_NOT_ALLOWED: "method_not_allowed",
    HTTPStatus.CONFLICT: "refused",
    HTTPStatus.GONE: "withdrawn",
    HTTPStatus.PRECONDITION_FAILED: "changed",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "too_large",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "unsupported_media_type",
    HTTPStatus.UNPROCESSABLE_ENTITY: "faults",
    HTTPStatus.PRECONDITION_REQUIRED: "if_match_missing",
    HTTPStatus.TOO_MANY_REQUESTS: "too_many_requests",
    HTTPStatus.INTERNAL_SERVER_ERROR: "internal",
    HTTPStatus.SERVICE_UNAVAILABLE: "paused",
}
#: Every code that an answer may have; docs/api.md names the same.
CODES = (*_CODES.values(), "closed", "integrity", "key_missing")
_OURS = "Something went wrong here. Please try again in a few minutes."


class ProblemErrorSchema(Schema):
    """One fault, and where it is."""

    pointer = fields.String(metadata={"description": "JSON Pointer (RFC 6901) into the body"})
    parameter = fields.String(metadata={"description": "Name of the query parameter"})
    line = fields.Integer(metadata={"description": "Line inside a text of YAML"})
    detail = fields.String(required=True)


class ChangedSchema(Schema):
    """One question that somebody else answered meanwhile: what was sent, and what is there."""

    criterion = fields.String(required=True)
    mine = fields.Dict(allow_none=True, required=True)
    theirs = fields.Dict(allow_none=True, required=True)


class ProblemSchema(Schema):
    """Problem details (RFC 9457)."""

    type = fields.String(required=True, metadata={"format": "uri-reference"})
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    code = fields.String(required=True, metadata={"description": "Never changes"})
    detail = fields.String(required=True)
    instance = fields.String(required=True, metadata={"format": "uri-reference"})
    errors = fields.List(fields.Nested(ProblemErrorSchema))
    changed = fields.List(
        fields.Nested(ChangedSchema), metadata={"description": "With 412: both answers to each"}
    )


class UnreadableError(BadRequest):
    """A body that is no JSON that we read; carries what is wrong with it."""

    def __init__(self, refusal: FaultsError) -> None:
        super().__init__(str(refusal))
        self.faults = refusal.faults


class Api(flask_smorest.Api):  # type: ignore[misc]  # ships no types
    """The API whose errors are problem details, and whose description says so."""

    ERROR_SCHEMA = ProblemSchema

    def _register_error_handlers(self) -> None:
        """Leave the errors of the pages alone; `below` takes care of ours."""

    def _register_responses(self) -> None:
        for status in HTTPStatus:
            shape = {"schema": ProblemSchema} if status >= HTTPStatus.BAD_REQUEST else {}
            self._register_response(status.name, {"description": status.phrase, **shape})
        said = {"description": "Problem details (RFC 9457)", "schema": ProblemSchema}
        self._register_response("DEFAULT_ERROR", said)

    def _register_response(self, name: str, response: dict[str, Any]) -> None:
        prepare_response(response, self.spec, PROBLEM_TYPE)
        self.spec.components.response(name, response, lazy=True)


def below(app: Flask, prefix: str, kind: type[E], answer: Callable[[E], Response]) -> None:
    """Answer errors of one kind below an address; everywhere else it stays as it was."""
    otherwise = app.error_handler_spec[None][None].get(kind)

    def choose(error: E) -> Any:  # noqa: ANN401 - whatever the pages answer
        if request.path.startswith(prefix):
            return answer(error)
        return otherwise(error) if otherwise else error

    app.register_error_handler(kind, choose)


def answer_refusal(refusal: JobQualityError) -> Response:
    """Answer a refusal of ours; every fault has its place."""
    status = status_of(refusal)
    if isinstance(refusal, FaultsError):
        count = len(refusal.faults)
        detail = "1 fault was found." if count == 1 else f"{count} faults were found."
        errors = [_error(fault) for fault in refusal.faults]
        return problem(status, refusal.code, detail, errors)
    response = problem(status, refusal.code, str(refusal))
    if isinstance(refusal, BusyError):
        response.headers["Retry-After"] = str(retry_after(refusal))
    return response


def answer_http(error: HTTPException) -> Response:
    """Answer an error that is not a refusal of ours; what went wrong inside stays inside."""
    status = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
    inner = getattr(error, "original_exception", None)
    if isinstance(inner, JobQualityError):
        return answer_refusal(inner)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return problem(status, _CODES[HTTPStatus.INTERNAL_SERVER_ERROR], _OURS)
    errors = [_error(fault) for fault in getattr(error, "faults", ())]
    detail = error.description or status.phrase
    code = getattr(error, "problem_code", _CODES.get(status, "refused"))
    response = problem(status, code, detail, errors, **getattr(error, "told", {}))
    for name, value in error.get_headers():
        if name not in {"Content-Type", "Content-Length"}:
            response.headers[name] = value
    return response


def problem(
    status: HTTPStatus,
    code: str,
    detail: str,
    errors: list[dict[str, Any]] | None = None,
    **told: object,
) -> Response:
    """Return problem details as a response; `told` are members of this kind of problem alone."""
    body = {
        "type": "about:blank",
        "title": status.phrase,
        "status": status.value,
        "code": code,
        "detail": detail,
        "instance": quote(request.path),
        **({"errors": errors} if errors else {}),
        **told,
    }
    return Response(json.dumps(body), status=status, content_type=PROBLEM_TYPE)


def _error(fault: Fault) -> dict[str, Any]:
    detail = " ".join(part for part in (fault.message, fault.remedy) if part)
    line = {} if fault.line is None else {"line": fault.line}
    where = (
        {"parameter": fault.where.removeprefix("/")}
        if request.method == "GET"
        else {"pointer": fault.where}
    )
    return {**where, **line, "detail": detail[:1].upper() + detail[1:]}
