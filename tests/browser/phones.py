"""The phone that a person connects: shows six digits, by whatever clock it is given."""

import base64
import hashlib
import hmac
import struct
from datetime import datetime

_STEP = 30
_DIGITS = 6


def shown_code(secret: str, at: datetime) -> str:
    """Return what the phone shows for a secret as the page prints it. Source: RFC 6238."""
    plain = secret.replace("-", "").strip()
    key = base64.b32decode(plain + "=" * (-len(plain) % 8))
    counted = struct.pack(">Q", int(at.timestamp()) // _STEP)
    digest = hmac.new(key, counted, hashlib.sha1).digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return str(number % 10**_DIGITS).zfill(_DIGITS)
