"""Where people may be sent after a form: only to pages of ours."""

import re
from urllib.parse import urlsplit

from jobquality.web.languages import language_of

#: No control characters, no backslash (browsers read it as a slash), no blanks.
_PLAIN = re.compile(r"/[!-\[\]-~]*")
_LONGEST = 500


def own_path(address: str, otherwise: str) -> str:
    """Return `address` where it is a page of ours in one of our languages, else `otherwise`."""
    if len(address) > _LONGEST or not _PLAIN.fullmatch(address) or address.startswith("//"):
        return otherwise
    try:
        parts = urlsplit(address)
    except ValueError:
        return otherwise
    is_ours = not (parts.scheme or parts.netloc) and language_of(parts.path) is not None
    return address if is_ours else otherwise
