"""What the parent and the worker say to each other: a sheet to draw, and what came of it."""

import json
import struct
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import BinaryIO

_LENGTH = struct.Struct(">I")
#: More than any honest document weighs; a longer message is refused unread.
LARGEST_SHEET = 4 * 1024 * 1024
LARGEST_PDF = 24 * 1024 * 1024
#: What the worker says once it can draw.
READY = b"ready"


class Outcome(StrEnum):
    """What came of a sheet."""

    DRAWN = "drawn"
    REFUSED = "refused"
    TOO_MUCH = "too_much"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A document to draw: its HTML and its pictures as SVG, by name."""

    html: str
    pictures: Mapping[str, str] = field(default_factory=dict)


class MessageError(ValueError):
    """The other side sent something that is no message, or nothing at all."""


def dump_sheet(sheet: Sheet) -> bytes:
    """Return a sheet as a message."""
    return json.dumps(asdict(sheet)).encode()


def load_sheet(message: bytes) -> Sheet:
    """Return the sheet that a message holds."""
    said = json.loads(message)
    return Sheet(html=str(said["html"]), pictures=dict(said["pictures"]))


def write_message(stream: BinaryIO, message: bytes) -> None:
    """Send a message, its length first."""
    stream.write(_LENGTH.pack(len(message)) + message)
    stream.flush()


def read_message(stream: BinaryIO, *, at_most: int) -> bytes:
    """Return the next message.

    Raises:
        MessageError: the stream ended, or the message is too long.
    """
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise MessageError("The other side is gone.")
    length = int(_LENGTH.unpack(head)[0])
    if length > at_most:
        raise MessageError(f"The message has {length} bytes, more than {at_most}.")
    message = stream.read(length)
    if len(message) < length:
        raise MessageError("The other side went away in the middle.")
    return message
