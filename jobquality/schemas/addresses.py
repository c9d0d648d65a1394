"""Addresses of web pages, as people type them: shown as links, never fetched."""

import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

from jobquality.rubrics.characters import unwanted_character

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_PORT = re.compile(r"[^/?#]+:[0-9]+([/?#]|$)")
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_UNSAFE = re.compile(r"[\s\\<>\"'`{}|^]")
_REMEDY = "Write it as https://www.example.org/page"


class AddressError(ValueError):
    """This is no address of a public page; the message says why and what to write."""


def read_web_address(text: str, *, longest: int) -> str:
    """Return a web address; one without `https://` gets it, a name of another script its code.

    Raises:
        AddressError: it is not http or https, names a person or password, or leads to no
            public host.
    """
    given = text.strip()
    if len(given) > longest:
        message = f"The address has more than {longest} characters. Shorten it."
        raise AddressError(message)
    if unwanted_character(given) or _UNSAFE.search(given):
        message = f"The address holds a character that no address has. {_REMEDY}"
        raise AddressError(message)
    parts = _split(given)
    host = _host(parts)
    port = f":{parts.port}" if parts.port else ""
    return urlunsplit((parts.scheme.lower(), host + port, parts.path, parts.query, parts.fragment))


def _split(given: str) -> SplitResult:
    bare = not _SCHEME.match(given) or _PORT.match(given)
    try:
        parts = urlsplit(f"https://{given}" if bare else given)
        _ = parts.port
    except ValueError as error:
        message = f"This is not a web address. {_REMEDY}"
        raise AddressError(message) from error
    if parts.scheme.lower() not in {"http", "https"}:
        message = f"Only addresses that start with http:// or https:// are taken. {_REMEDY}"
        raise AddressError(message)
    if "@" in parts.netloc:
        message = f"The address holds a user name or a password. Leave it out. {_REMEDY}"
        raise AddressError(message)
    return parts


def _host(parts: SplitResult) -> str:
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError:
        host = ""
    labels = host.split(".")
    whole = len(labels) > 1 and all(_LABEL.fullmatch(label) for label in labels)
    if not whole or labels[-1].isdecimal():
        message = f"The address names no website. {_REMEDY}"
        raise AddressError(message)
    return host
