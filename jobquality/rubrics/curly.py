"""Curly quotes, as word processors make them: to YAML they are letters like any other."""

import re

from jobquality.errors import Fault

_DOUBLE = "“”„"
_SINGLE = "\u2018\u2019"
_OPENING_SINGLE = "\u2018"
_PAIR = 2
# Where a value starts: after a word and its colon, a dash, a bracket, or a comma in brackets.
_AT_A_START = re.compile(
    rf"^\s*(?:- +)*(?:[\w.]+: +)?[{_DOUBLE}{_OPENING_SINGLE}]"
    rf"|[{{\[](?:.*?[{{\[,:])? *[{_DOUBLE}{_OPENING_SINGLE}]"
)


def without_curly(text: str) -> str | None:
    """Return a text without the curly quotes around it; None where it has none in that place.

    Inside a sentence they are fine, and so is an apostrophe: `workers’ centers`.
    """
    marks = sum(text.count(mark) for mark in _DOUBLE)
    ends = (text[:1] in _DOUBLE) + (text[1:][-1:] in _DOUBLE) if marks else 0
    if 0 < marks == ends:
        return text.strip(f'{_DOUBLE}"').strip()
    is_held = text[:1] in _SINGLE and text[-1:] in _SINGLE and len(text) > _PAIR
    if is_held and _OPENING_SINGLE not in text[1:]:
        return text[1:-1].strip()
    return None


def starts_curly(line: str) -> bool:
    """Say whether a line that YAML cannot read has curly quotes where a text would start."""
    return _AT_A_START.search(line) is not None


def curly_fault(line: int) -> Fault:
    """Return the fault, with what straight quotes look like."""
    message = "These are curly quotes; type straight ones."
    return Fault(message=message, line=line, remedy='Straight ones look like this: "text".')
