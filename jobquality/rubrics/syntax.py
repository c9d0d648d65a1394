"""Say in plain words what YAML's parser found wrong: `did not find expected key` helps nobody."""

from dataclasses import dataclass
from functools import partial

import yaml

from jobquality.errors import Fault
from jobquality.rubrics.curly import curly_fault, starts_curly

_QUOTE_IT = 'Put straight quotes (") around the whole text.'
_ALIGN = "Start it exactly below the lines it belongs with, two spaces for each step inwards."
_GENERAL = "Look at this line and the one before it: spaces at the start, quotes, colons, brackets."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """Where the parser stopped: the line (from 1), its text, and the position in it."""

    line: int
    text: str
    column: int

    @property
    def before(self) -> str:
        return self.text[: self.column]

    @property
    def character(self) -> str:
        return self.text[self.column : self.column + 1]


def syntax_fault(error: yaml.YAMLError, text: str) -> Fault:
    """Return the fault that a parser's error stands for; `text` is the whole file."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Fault(message="The file is not well-formed YAML.", remedy=_GENERAL)
    lines = text.split("\n")
    start = error.context_mark or error.problem_mark
    stopped = _spot(error.problem_mark.line, error.problem_mark.column, lines)
    if "\t" in stopped.text[: stopped.column + 1].split("#", maxsplit=1)[0]:
        return _fault(stopped.line, "A tab stands here.", "Use two spaces for each step inwards.")
    opened = _spot(start.line, start.column, lines)
    curly = next((spot.line for spot in (opened, stopped) if starts_curly(spot.text)), None)
    if curly is not None:
        return curly_fault(curly)
    return _explain(error.problem or "", opened=opened, stopped=stopped)


def _spot(line: int, column: int, lines: list[str]) -> _Spot:
    line = min(line, len(lines) - 1)
    return _Spot(line=line + 1, text=lines[line], column=column)


def _fault(line: int, message: str, remedy: str) -> Fault:
    return Fault(message=message, line=line, remedy=remedy)


def _explain(problem: str, *, opened: _Spot, stopped: _Spot) -> Fault:
    if problem in _AT_THE_START:
        return _fault(opened.line, *_AT_THE_START[problem])
    if problem in _WHERE_IT_STOPPED:
        return _fault(stopped.line, *_WHERE_IT_STOPPED[problem])
    if problem in _UNCLOSED:
        return _unclosed(_UNCLOSED[problem], opened=opened, stopped=stopped)
    return _READERS.get(problem, partial(_other, problem))(stopped)


def _other(problem: str, spot: _Spot) -> Fault:
    return _fault(spot.line, f"This line is not well-formed YAML ({problem}).", _GENERAL)


def _unclosed(bracket: str, *, opened: _Spot, stopped: _Spot) -> Fault:
    if opened.line == stopped.line:
        message = f"A comma or the closing '{bracket}' is missing after '{_tail(stopped.before)}'."
        remedy = "Put quotes around a text that has a comma, a colon or a bracket in it."
        return _fault(stopped.line, message, remedy)
    message = f"The bracket that opens here is not closed with '{bracket}'."
    return _fault(opened.line, message, f"Add '{bracket}' where the entry ends.")


def _tail(text: str) -> str:
    words = text.split()[-3:]
    return " ".join(words)[-40:]


def _no_value_allowed(spot: _Spot) -> Fault:
    if ": " in spot.before:
        return _fault(spot.line, "A second colon stands in this line.", _QUOTE_IT)
    message = "This line is indented too far, or the line before it has no colon after its word."
    return _fault(spot.line, message, "Write 'word: value', each word exactly below the one above.")


def _no_key(spot: _Spot) -> Fault:
    if spot.character in ("}", "]"):
        return _fault(spot.line, f"A closing '{spot.character}' too many.", "Delete it.")
    if spot.before.rstrip().endswith(('"', "'")):
        message = "The line goes on after a closing quote."
        return _fault(spot.line, message, f"{_QUOTE_IT} Inside it use the other kind, “ ” or « ».")
    return _fault(spot.line, "This line does not line up with the lines above it.", _ALIGN)


def _no_dash(spot: _Spot) -> Fault:
    message = "This line does not line up with the list above it, or its dash is missing."
    return _fault(spot.line, message, f"Start an entry with '- '. {_ALIGN}")


def _strange_start(spot: _Spot) -> Fault:
    message = f"A text may not start with '{spot.character}'."
    return _fault(spot.line, message, _QUOTE_IT)


_MARK = ("A text may not start with '*' or '&'.", _QUOTE_IT)
_FOLDED = (
    "A text may not start with '>' or '|'.",
    f"{_QUOTE_IT} A long text may run on over several lines, indented further.",
)
_BACKSLASH = ("A backslash stands between double quotes.", "Leave it out, or use single quotes.")
_PERCENT = ("A line may not start with '%'.", "Leave it out.")
_AT_THE_START = {
    "could not find expected ':'": (
        "There is no colon and space after the word on this line.",
        "Write 'word: value', with a space after the colon.",
    ),
    "found unexpected end of stream": (
        "The quote that opens on this line is not closed.",
        "Close the text with the same quote.",
    ),
    "found unexpected document indicator": (
        "The quote that opens on this line is not closed.",
        "Close the text with the same quote.",
    ),
    "did not find expected alphabetic or numeric character": _MARK,
    "did not find expected comment or line break": _FOLDED,
}
_WHERE_IT_STOPPED = {
    "block sequence entries are not allowed in this context": (
        "A dash stands in the same line as the word of its list.",
        "Put each '- ' on a line of its own, below the word.",
    ),
    "mapping keys are not allowed in this context": (
        "A text may not start with '? '.",
        _QUOTE_IT,
    ),
    "found unknown escape character": _BACKSLASH,
    "did not find expected hexdecimal number": _BACKSLASH,  # codespell:ignore hexdecimal
    "found invalid Unicode character escape code": _BACKSLASH,
    "found undefined tag handle": ("A text may not start with '!'.", _QUOTE_IT),
    "found unknown directive name": _PERCENT,
    "could not find expected directive name": _PERCENT,
    "found duplicate %YAML directive": _PERCENT,
    "found incompatible YAML document": _PERCENT,
    "did not find expected <document start>": (
        "This line stands outside of the standard.",
        "Delete lines such as '...' and '---', and what follows them.",
    ),
    "did not find expected node content": (
        "A value is missing here, or a comma or bracket stands where a value is expected.",
        _QUOTE_IT,
    ),
}
_UNCLOSED = {
    "did not find expected ',' or '}'": "}",
    "did not find expected ',' or ']'": "]",
}
_READERS = {
    "mapping values are not allowed in this context": _no_value_allowed,
    "did not find expected key": _no_key,
    "did not find expected '-' indicator": _no_dash,
    "found character that cannot start any token": _strange_start,
}
