"""Public names of employers and workplaces: readable, ASCII, and nobody else's."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import count

from jobquality.services.likeness import name_key

#: Words that stand, or may once stand, where a public name stands in an address.
_RESERVED = frozenset(
    [
        *("about", "admin", "api", "assess", "certificate", "edit", "employer", "en", "es"),
        *("feed", "help", "index", "jobquality", "json", "login", "me", "new", "none", "null"),
        *("plan", "sample", "static", "undefined", "verify", "work", "www"),
    ]
)
_LONGEST = 60
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


def free_slug(name: str, is_taken: Callable[[str], bool]) -> str:
    """Return a readable ASCII name that nobody has: `joes-diner`, `joes-diner-2`."""
    base = plain_slug(name)
    return next(slug for slug in _numbered(base) if slug not in _RESERVED and not is_taken(slug))


def plain_slug(name: str) -> str:
    """Return the readable ASCII form of a name, whoever has it."""
    plain = unicodedata.normalize("NFKD", name_key(name)).encode("ascii", "ignore").decode()
    return _NOT_IN_SLUG.sub("-", plain)[:_LONGEST].strip("-") or "employer"


def _numbered(base: str) -> Iterator[str]:
    yield base
    yield from (f"{base}-{number}" for number in count(2))
