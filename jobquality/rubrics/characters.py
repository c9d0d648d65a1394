"""Characters that no text from outside may hold: invisible, reversing or broken ones."""

import re

_KINDS = (
    (re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"), "a control character"),
    (re.compile(r"[\u2028\u2029]"), "an invisible end of a line"),
    (
        re.compile(
            r"[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
            r"\U000e0000-\U000e007f]"
        ),
        "an invisible character",
    ),
    (re.compile(r"[\ud800-\udfff]"), "half of a broken character"),
    (re.compile(r"[\ufffe\uffff]"), "a code that is no character"),
)


_UNWANTED = re.compile("|".join(kind.pattern for kind, _ in _KINDS))


def unwanted_character(text: str) -> str:
    """Return what is wrong with the first unwanted character of `text`, or an empty text."""
    position = unwanted_position(text)
    return "" if position is None else _named(text[position])


def unwanted_position(text: str) -> int | None:
    """Return where the first unwanted character stands, or None. Tabs and line ends may."""
    found = _UNWANTED.search(text)
    return found.start() if found else None


def _named(character: str) -> str:
    name = next(name for kind, name in _KINDS if kind.match(character))
    return f"{name} (U+{ord(character):04X})"
