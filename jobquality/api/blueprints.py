"""Routes of the API: what each answers, and every refusal that it documents."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, NoReturn, TypeVar

import flask_smorest
from flask import Request
from marshmallow import RAISE, Schema, ValidationError
from webargs.flaskparser import FlaskParser

from jobquality.errors import Fault, FaultsError, check_faults
from jobquality.intents import LONGEST_KEY
from jobquality.schemas.pointers import faults_of

View = TypeVar("View", bound=Callable[..., Any])
_NOT_MODIFIED = {"description": "Not modified since the ETag that was sent"}


_REPLAYED = "Done; or done before under this key, then with Idempotency-Replayed: true"
_OF_TOKENS = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS)
_OF_WRITING = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.CONFLICT,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.SERVICE_UNAVAILABLE,
)
_SHORT_TEXT = {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY}
_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": True,
    "description": "A new random text for each intent; the same one when it is sent again.",
    "schema": {**_SHORT_TEXT, "pattern": "^[!-~]+$"},
    "example": "6f1c0c1e-4d0b-4d5e-9c0a-2b8f0b7f3a11",
}
_IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "description": "The ETag of the answer that you saw. Required, but for a first answer.",
    "schema": {"type": "string", "pattern": '^"[0-9]{1,9}"$'},
    "example": '"3"',
}
_IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "description": "`*` where there was no answer yet.",
    "schema": {"type": "string", "const": "*"},
}
_ETAG = {"description": "The new version", "schema": {"type": "string"}}
_LOCATION = {"description": "Where it is", "schema": {"type": "string"}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a route that writes answers with, and what else it asks for."""

    status: HTTPStatus = HTTPStatus.OK
    headers: Mapping[str, Any] = field(default_factory=dict)
    parameters: tuple[Mapping[str, Any], ...] = ()
    refuses: tuple[HTTPStatus, ...] = ()


#: Something new.
CREATED = Made(status=HTTPStatus.CREATED, headers={"Location": _LOCATION})
#: One answer, which somebody else may have changed.
ONE_VERSION = Made(
    headers={"ETag": _ETAG},
    parameters=(_IF_MATCH, _IF_NONE_MATCH),
    refuses=(HTTPStatus.PRECONDITION_FAILED, HTTPStatus.PRECONDITION_REQUIRED),
)
#: A draft as a whole, which somebody else may have changed.
ONE_DRAFT = Made(
    headers={"ETag": _ETAG},
    parameters=({**_IF_MATCH, "description": "The ETag of the draft that you saw. Required."},),
    refuses=(HTTPStatus.PRECONDITION_FAILED, HTTPStatus.PRECONDITION_REQUIRED),
)
#: Several, whose versions stand in the body.
VERSIONS = Made(refuses=(HTTPStatus.PRECONDITION_FAILED,))
_PLAIN = Made()


class _Query(FlaskParser):
    """Reads a query, and refuses it as everything here is refused."""

    def load_querystring(self, req: Request, schema: Schema) -> Any:  # noqa: ANN401 - what the library hands on
        """Return the query.

        Raises:
            FaultsError: a parameter is said twice; nobody knows which one was meant.
        """
        twice = [name for name, said in req.args.lists() if len(said) > 1]
        check_faults(Fault(message="Is said twice.", where=name) for name in twice)
        return super().load_querystring(req, schema)

    def handle_error(  # type: ignore[override]  # the library hands over more than it needs
        self, error: ValidationError, _req: object, schema: Schema, **_: object
    ) -> NoReturn:
        messages = error.messages["query"] if isinstance(error.messages, dict) else error.messages
        raise FaultsError(faults_of(schema, messages))


class Blueprint(flask_smorest.Blueprint):  # type: ignore[misc]  # ships no types
    """A part of the API below /api/v1."""

    ARGUMENTS_PARSER = _Query()

    def __init__(self, name: str, module: str, description: str) -> None:
        super().__init__(name, module, url_prefix="/api/v1", description=description)

    def reads(
        self,
        rule: str,
        schema: type[Schema] | None,
        *,
        asks: type[Schema] | None = None,
        refuses: Iterable[HTTPStatus] = (),
    ) -> Callable[[View], View]:
        """Make a route for reading; `asks` is the shape of its query."""

        def route(view: View) -> View:
            routed = self._answering(view, schema, refuses)
            routed = self.alt_response(HTTPStatus.NOT_MODIFIED.value, **_NOT_MODIFIED)(routed)
            if asks is not None:
                routed = self.arguments(asks, location="query", unknown=RAISE)(routed)
            self.route(rule, methods=["GET"])(routed)
            return view

        return route

    def computes(
        self,
        rule: str,
        schema: type[Schema],
        *,
        takes: Mapping[str, Any],
        refuses: Iterable[HTTPStatus],
    ) -> Callable[[View], View]:
        """Make a route that works out an answer; `takes` documents the body, which it reads."""

        def route(view: View) -> View:
            routed = self._answering(view, schema, refuses)
            self.route(rule, methods=["POST"])(self.doc(requestBody=takes)(routed))
            return view

        return route

    def reads_own(
        self,
        rule: str,
        schema: type[Schema],
        *,
        asks: type[Schema] | None = None,
        refuses: Iterable[HTTPStatus] = (),
    ) -> Callable[[View], View]:
        """Make a route for reading what is an organization's own: it asks for a token."""
        refused = (*refuses, *_OF_TOKENS)

        def route(view: View) -> View:
            self.reads(rule, schema, asks=asks, refuses=refused)(self.with_token(view))
            return view

        return route

    def writes(
        self,
        rule: str,
        schema: type[Schema],
        *,
        method: str = "POST",
        takes: type[Schema] | None = None,
        made: Made = _PLAIN,
    ) -> Callable[[View], View]:
        """Make a route that changes something, once; the view answers with a response.

        `takes` is the shape of the body, which the view reads through one gate.
        """

        def route(view: View) -> View:
            routed = self.with_token(view)
            for status in (*_OF_WRITING, *_OF_TOKENS, *made.refuses):
                routed = self.alt_response(status.value, status.name)(routed)
            answers = {"description": _REPLAYED, "headers": made.headers}
            routed = self.alt_response(made.status.value, schema=schema, **answers)(routed)
            described: dict[str, Any] = {"parameters": [_KEY, *made.parameters]}
            if takes is not None:
                body = {"application/json": {"schema": takes}}
                described["requestBody"] = {"required": True, "content": body}
            self.route(rule, methods=[method])(self.doc(**described)(routed))
            return view

        return route

    def with_token(self, view: View) -> View:
        """Document that a route asks for a token; `keys.acting` is what asks."""
        documented: View = self.doc(security=[{"token": []}])(view)
        return documented

    def _answering(
        self, view: View, schema: type[Schema] | None, refuses: Iterable[HTTPStatus]
    ) -> Callable[..., Any]:
        answering: Callable[..., Any] = view
        if schema is not None:
            answering = self.response(HTTPStatus.OK.value, schema)(view)
        for status in refuses:
            answering = self.alt_response(status.value, status.name)(answering)
        return answering
