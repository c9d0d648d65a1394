"""Canonical JSON (RFC 8785): the one way to write a value, so that its hash is one too."""

import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from typing import NoReturn

import rfc8785

from jobquality.errors import Fault, FaultsError

_REMEDY = "It was changed after it was made, or is no such text. Fetch it again."
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{6})?Z", re.ASCII)


def canonical_text(value: object) -> str:
    """Return a value as canonical JSON: text, whole numbers, yes and no, lists and objects.

    Raises:
        FaultsError: it holds something else, such as a number that is not whole.
    """
    _check_whole(value)
    try:
        return rfc8785.dumps(value).decode("utf-8")  # type: ignore[arg-type]  # what it cannot write it refuses
    except rfc8785.CanonicalizationError as error:
        raise _refused(f"It cannot be written as canonical JSON: {error}.") from error


def read_canonical(content: str) -> object:
    """Return the value of a text, which is canonical to the last byte.

    Raises:
        FaultsError: it is no JSON, a key stands twice, a number is not whole, or the same
            value is written in another way.
    """
    try:
        value = json.loads(
            content, object_pairs_hook=_each_once, parse_float=_no_float, parse_constant=_no_float
        )
    except (ValueError, RecursionError) as error:
        raise _refused(f"It is no JSON: {error}.") from error
    if canonical_text(value) != content:
        raise _refused("It is not canonical JSON: spaces, order or spelling differ.")
    return value


def hash_of(content: str) -> str:
    """Return the SHA-256 of a text's bytes, in hex."""
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def moment_text(at: datetime) -> str:
    """Return an aware moment as RFC 3339 in UTC: `2026-03-01T12:00:00Z`."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def read_moment(text: str) -> datetime | None:
    """Return the moment that `moment_text` wrote so, or None."""
    if not _MOMENT.fullmatch(text):
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if moment_text(at) == text else None


def _each_once(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _refused("A key stands twice.", where=key)
        found[key] = value
    return found


def _no_float(text: str) -> NoReturn:
    raise _refused(f"The number {text[:20]} is not whole.")


def _check_whole(value: object) -> None:
    """Refuse floats: two programs may write the same one differently."""
    if isinstance(value, float):
        raise _refused(f"The number {value} is not whole.")
    if isinstance(value, dict):
        for one in value.values():
            _check_whole(one)
    elif isinstance(value, list | tuple):
        for one in value:
            _check_whole(one)


def _refused(message: str, *, where: str = "") -> FaultsError:
    return FaultsError([Fault(message=message, where=where, remedy=_REMEDY)])
