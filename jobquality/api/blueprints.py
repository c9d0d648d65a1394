"""Routes of the API: what each answers, and every refusal that it documents."""

from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from typing import Any, NoReturn, TypeVar

import flask_smorest
from marshmallow import RAISE, Schema, ValidationError
from webargs.flaskparser import FlaskParser

from jobquality.errors import FaultsError
from jobquality.schemas.pointers import faults_of

View = TypeVar("View", bound=Callable[..., Any])
_NOT_MODIFIED = {"description": "Not modified since the ETag that was sent"}


class _Query(FlaskParser):
    """Reads a query, and refuses it as everything here is refused."""

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
