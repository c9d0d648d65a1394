"""Marks: what proves that a row which somebody rests on was written by this program.

A visit, a link, a token and an account are rows, and whoever has all rights in the database can
write rows. The mark of such a row is an HMAC over what it lets in and whom, under a key that
lies outside the database; a row without its mark opens nothing, and an event without one proves
nothing. Private links in messages that wait are sealed under the same key.

Source: docs/decisions/0056-marks.md; RFC 2104 (HMAC), RFC 5869 (HKDF).
"""

import hmac
import json
import os
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import event, inspect
from sqlalchemy.orm import Session, object_session

from jobquality.store.rows import Marked

#: Under this name a session carries what gives its marker.
MARKER = "marker"
_SEALED = "sealed:1:"
_NONCE, _KEY = 12, 32


@dataclass(frozen=True, slots=True)
class Marker:
    """What makes and proves marks, and seals texts, with one secret of 32 bytes.

    `since` is the number of the last event that was there before events were marked: 0 where
    all are, None where no program has begun to mark them yet. `renewed` is that of the last event
    whose mark was made by a key that is lost; 0 where none was.
    """

    secret: bytes = field(repr=False)
    since: int | None = 0
    renewed: int = 0

    def mark(self, table: str, values: Mapping[str, Any]) -> str:
        """Return the mark of a row: 64 hexadecimal digits, the same on every database."""
        said = json.dumps([table, *([name, _plain(values[name])] for name in sorted(values))])
        return hmac.digest(self._key(b"jobquality marks 1"), said.encode(), "sha256").hex()

    def mark_of(self, row: Marked) -> str:
        """Return the mark that a row should have."""
        return self.mark(_table(row), {name: getattr(row, name) for name in row.MARKED})

    @property
    def name(self) -> str:
        """What tells the prints of this key from those of another one."""
        return hmac.digest(self._key(b"jobquality prints 1"), b"name", "sha256").hex()[:8]

    def print(self, part: str, values: Mapping[str, Any]) -> str:
        """Return the print of a part of a row: 32 hexadecimal digits, from which nothing follows.

        Whoever reads the log can try no words out on it.
        """
        said = json.dumps([part, *([name, values[name]] for name in sorted(values))], default=_told)
        return hmac.digest(self._key(b"jobquality prints 1"), said.encode(), "sha256").hex()[:32]

    def sealed(self, text: str, about: str) -> str:
        """Return a text that only the key opens, and only in the place that `about` names."""
        if not text:
            return text
        nonce = os.urandom(_NONCE)
        made = self._cipher().encrypt(nonce, text.encode(), about.encode())
        return _SEALED + b64encode(nonce + made).decode()

    def opened(self, text: str, about: str) -> str:
        """Return a text that was sealed; empty where it was forged, or sealed by another key.

        What was never sealed is returned as it is.
        """
        if not text.startswith(_SEALED):
            return text
        try:
            kept = b64decode(text.removeprefix(_SEALED), validate=True)
            return self._cipher().decrypt(kept[:_NONCE], kept[_NONCE:], about.encode()).decode()
        except (ValueError, InvalidTag):
            return ""

    def _cipher(self) -> AESGCM:
        return AESGCM(self._key(b"jobquality messages 1"))

    def _key(self, purpose: bytes) -> bytes:
        return _derived(self.secret, purpose)


@lru_cache(maxsize=8)
def _derived(secret: bytes, purpose: bytes) -> bytes:
    """Return the key for one purpose: a log has many thousand marks to prove."""
    return HKDF(algorithm=SHA256(), length=_KEY, salt=None, info=purpose).derive(secret)


def marker_of(session: Session | None) -> Marker | None:
    """Return what makes the marks of a session; None where a program was given no key."""
    given: Callable[[], Marker] | None = session.info.get(MARKER) if session else None
    return given() if given else None


def is_ours(row: Marked) -> bool:
    """Say whether a program with the key wrote what this row lets in; without a key, always."""
    marker = marker_of(object_session(row))
    return marker is None or hmac.compare_digest(row.mark.encode(), marker.mark_of(row).encode())


def marked(session: Session, kind: type[Marked], values: Mapping[str, Any]) -> dict[str, str]:
    """Return the mark for an UPDATE that goes past the rows: `values` are all that it proves."""
    marker = marker_of(session)
    if marker is None:
        return {}
    said = {name: values[name] for name in kind.MARKED}
    return {"mark": marker.mark(kind.__tablename__, said)}  # type: ignore[attr-defined]  # a table


@event.listens_for(Session, "before_flush")
def _mark(session: Session, _context: object, _instances: object) -> None:
    marker = marker_of(session)
    if marker is None:
        return
    for row in session.new:
        if isinstance(row, Marked):
            row.mark = marker.mark_of(row)
    for row in session.dirty:
        if isinstance(row, Marked) and _is_ours_to_change(row, marker):
            row.mark = marker.mark_of(row)


def _is_ours_to_change(row: Marked, marker: Marker) -> bool:
    """Say whether a row gets a new mark: what was forged is not made true by a later change."""
    seen = inspect(row).attrs
    was = {name: seen[name].history for name in row.MARKED}
    if not any(one.has_changes() for one in was.values()):
        return False
    before = {
        name: one.deleted[0] if one.deleted else getattr(row, name) for name, one in was.items()
    }
    return hmac.compare_digest(row.mark.encode(), marker.mark(_table(row), before).encode())


def _table(row: Marked) -> str:
    return str(row.__tablename__)  # type: ignore[attr-defined]  # every row is of a table


def _told(value: object) -> object:
    """Return a value that JSON does not know: a moment or a day, the same on every database."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no print")


def _plain(value: object) -> object:
    """Return a value as JSON has it, whichever database it came from."""
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value
