"""Which passwords are too easy to guess: short ones, common ones, and words of this place.

Length is what counts; nobody is asked for signs or capital letters.

Source: NIST SP 800-63B-4, 3.1.1.2; OWASP ASVS 5.0, 6.2
"""

import gzip
import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from pathlib import Path

SHORTEST, LONGEST = 12, 1024

_LIST = Path(__file__).parent / "lists" / "common_passwords.txt.gz"
_FEWEST_DIFFERENT = 5
#: What must be left of a password without the words that everybody here knows.
_LEFT_OVER = 6
_SHORTEST_WORD = 4
_NOT_LETTERS = re.compile(r"^[\W\d_]+|[\W\d_]+$")


class Weakness(StrEnum):
    """Why a password is refused."""

    SHORT = "short"
    LONG = "long"
    COMMON = "common"
    KNOWN_WORDS = "known_words"


def normal(password: str) -> str:
    """Return a password as it is hashed: the same from every keyboard, spaces and all."""
    return unicodedata.normalize("NFKC", password)


def find_weakness(password: str, known: Iterable[str] = ()) -> Weakness | None:
    """Return what is wrong with a password, or None.

    `known` holds what others may guess: the name and address of the person, of the
    organization, of this program.
    """
    plain = normal(password)
    if len(plain) < SHORTEST:
        return Weakness.SHORT
    if len(plain) > LONGEST:
        return Weakness.LONG
    if _is_common(plain.casefold()):
        return Weakness.COMMON
    return Weakness.KNOWN_WORDS if _is_known(plain.casefold(), known) else None


def _is_common(password: str) -> bool:
    """Say whether many people have it: also as `password2026!`, `password password`."""
    core = _NOT_LETTERS.sub("", password)
    halves = (password[: len(password) // 2], password[len(password) // 2 :])
    return (
        len(set(password)) < _FEWEST_DIFFERENT
        or password in _common()
        or core in _common()
        or (halves[0].strip() == halves[1].strip() and halves[0].strip() in _common())
    )


def _is_known(password: str, known: Iterable[str]) -> bool:
    words = {word for text in known for word in re.split(r"[\W_]+", text.casefold())}
    left = password
    for word in sorted(words, key=len, reverse=True):
        if len(word) >= _SHORTEST_WORD:
            left = left.replace(word, "")
    letters = re.sub(r"[\W\d_]+", "", left)
    return left != password and len(letters) < _LEFT_OVER


@cache
def _common() -> frozenset[str]:
    text = gzip.decompress(_LIST.read_bytes()).decode("utf-8")
    return frozenset(text.split())
