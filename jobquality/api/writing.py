"""What every request that changes something has in common: a key, a version, a body.

Source: RFC 9110 (If-Match), RFC 6585 (428), draft-ietf-httpapi-idempotency-key-header
"""

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from flask import Response, request
from werkzeug.exceptions import (
    BadRequest,
    PreconditionFailed,
    PreconditionRequired,
    UnsupportedMediaType,
)

from jobquality.access.actors import Actor
from jobquality.api.problems import UnreadableError
from jobquality.errors import Fault, FaultsError
from jobquality.intents import LONGEST_KEY, Meant, do_once
from jobquality.schemas.bodies import Body, read_body
from jobquality.schemas.jsontext import read_json
from jobquality.schemas.strict import Strict
from jobquality.store.database import Session

JSON = "application/json"
KEY = "Idempotency-Key"
REPLAYED = "Idempotency-Replayed"
#: A version that nothing has.
NO_VERSION = -1
_VERSION = re.compile(r'"([0-9]{1,9})"')
_REUSED = Fault(
    message=f"This {KEY} was sent before with another request.",
    remedy="Use a new key for each new intent, and the same one to send it again.",
)


class KeyMissingError(BadRequest):
    """A request that changes something, and does not say which intent it is."""

    problem_code = "key_missing"


class ChangedError(PreconditionFailed):
    """Somebody was faster; carries both answers to each question that this is about."""

    def __init__(self, changed: Sequence[Mapping[str, Any]]) -> None:
        super().__init__(
            "Somebody else changed this after you read it, so nothing was saved. "
            "Look at both answers, then send the one that counts with the version that is there."
        )
        self.told = {"changed": list(changed)}


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of a request: the body of its answer, already as JSON has it, and headers."""

    body: Mapping[str, Any]
    status: int = HTTPStatus.OK
    headers: Mapping[str, str] = field(default_factory=dict)


def once(actor: Actor, work: Callable[[Session], Kept]) -> Response:
    """Do `work` in one transaction, unless it was done before under the same key.

    Raises:
        KeyMissingError: there is no key.
        FaultsError: the key was used for something else.
    """
    meant = Meant(key=_key(), sent=_sent(), reused=_REUSED)

    def kept(session: Session) -> str:
        done = work(session)
        return json.dumps([done.body, int(done.status), dict(done.headers)])

    done = do_once(actor, meant, kept)
    body, status, headers = json.loads(done.answer)
    if done.again:
        headers[REPLAYED] = "true"
    return Response(json.dumps(body), status, headers, content_type=JSON)


def body_of(schema: Strict) -> Body:
    """Return what the request's body says.

    Raises:
        UnsupportedMediaType: it is not sent as JSON.
        UnreadableError: it is none.
        FaultsError: something in it is wrong; names every fault.
    """
    if request.mimetype != JSON:
        raise UnsupportedMediaType(f"Send the body as {JSON}.")
    try:
        document = read_json(request.get_data())
    except FaultsError as error:
        raise UnreadableError(error) from None
    return read_body(schema, document)


def check_no_body() -> None:
    """Be quiet where nothing was sent that nobody would read.

    Raises:
        FaultsError: something was.
    """
    if request.get_data():
        raise FaultsError([Fault(message="This takes no body.", remedy="Leave it out.")])


def seen_version() -> int:
    """Return which version of an answer the program saw; 0 where there was none.

    `*` is not taken for it: it would overwrite what nobody has seen.

    Raises:
        PreconditionRequired: the request does not say.
    """
    if (
        request.headers.get("If-None-Match", "").strip() == "*"
        and "If-Match" not in request.headers
    ):
        return 0
    given = request.headers.get("If-Match", "").strip()
    if given in ("", "*"):
        raise PreconditionRequired(
            'Say which version you saw: If-Match with the ETag of the answer, such as "3", or '
            "If-None-Match: * where there was no answer yet."
        )
    named = _VERSION.fullmatch(given)
    return int(named[1]) if named else NO_VERSION


def tag(version: int) -> str:
    """Return the ETag of a version."""
    return f'"{version}"'


def check_key() -> None:
    """Be quiet where the request has a key; asked before anything is looked up.

    Raises:
        KeyMissingError: it has none.
    """
    _key()


def _key() -> str:
    key = request.headers.get(KEY, "").strip().strip('"')
    if not key or len(key) > LONGEST_KEY:
        raise KeyMissingError(
            f"Send {KEY}: a new random text for each intent, of at most {LONGEST_KEY} characters, "
            "and the same one when you send it again."
        )
    return key


def _sent() -> object:
    """Return what makes it the same request; which version was seen may differ by then."""
    body = hashlib.sha256(request.get_data()).hexdigest()
    return [request.method, request.full_path, body]
