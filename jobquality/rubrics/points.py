"""Read `points`: bands of numbers, choices, or a range in which the answer is the points."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from jobquality.rubrics.bands import read_bands
from jobquality.rubrics.desk import Desk
from jobquality.rubrics.fields import Fields
from jobquality.rubrics.grounds import read_cost, read_gives, read_grounds
from jobquality.rubrics.model import STATE_WORDS, AnswerKind, Choice, Grounds, Points, Span
from jobquality.rubrics.units import Unit

_YES_NO = ("no", "yes")
_BAND = ("from", "under")


def read_points(
    fields: Fields, desk: Desk, *, kind: AnswerKind, unit: Unit | None, grounds: Grounds
) -> Points | None:
    """Take `points` or `range` of a criterion; None when it is asked but not scored."""
    if fields.has("range"):
        return _read_span(fields, kind)
    line = fields.line_of("points")
    entries = [Fields(tree, "a line of 'points'", desk.faults) for tree in fields.groups("points")]
    if kind in (AnswerKind.CHOICE, AnswerKind.YES_NO):
        choices = tuple(_read_choices(entries, grounds))
        return (
            _yes_no(choices, grounds, fields, line=line)
            if kind is AnswerKind.YES_NO
            else choices or None
        )
    if kind is AnswerKind.DATE and entries:
        desk.faults.add(line, "A date gives no points.", "Leave 'points' out.")
        return None
    return read_bands(entries, desk, unit=unit, grounds=grounds) or None


def _read_span(fields: Fields, kind: AnswerKind) -> Span:
    line = fields.line_of("range")
    if kind is not AnswerKind.NUMBER:
        fields.faults.add(line, "Only a number can have a 'range'.", "Use 'points' instead.")
    if fields.has("points"):
        fields.node("points")
        fields.faults.add(line, "'range' and 'points' stand side by side.", "Keep one of them.")
    tree = fields.mapping("range")
    if tree is None:
        return Span(low=Fraction(0), high=Fraction(1))
    inner = Fields(tree, "'range'", fields.faults)
    low, high = inner.number("from") or Fraction(0), inner.number("under")
    inner.close()
    if high is not None and high <= low:
        fields.faults.add(line, "The range is empty.", "Let 'under' be larger than 'from'.")
    return Span(low=low, high=high)


def _read_choices(entries: Iterable[Fields], grounds: Grounds) -> Iterator[Choice]:
    seen: set[str] = set()
    for fields in entries:
        if any(fields.has(word) for word in _BAND):
            _refuse_band(fields)
            continue
        name = fields.id("answer")
        if name in STATE_WORDS:
            message = f"'{name}' is kept for answers to every question."
            fields.faults.add(fields.line, message, "Use another id.")
        if name in seen:
            message = f"The answer '{name}' stands twice."
            fields.faults.add(fields.line, message, "Use another id.")
        seen.add(name)
        ask, gives = fields.text("ask"), read_gives(fields)
        yield Choice(
            id=name,
            ask=ask,
            gives=gives,
            grounds=read_grounds(fields, grounds),
            cost=read_cost(fields),
        )
        fields.close()


def _refuse_band(fields: Fields) -> None:
    message = "A line with 'from' or 'under' belongs to a number."
    remedy = "Write a unit above (answer: days), or {answer: ID, ask: TEXT, gives: N} here."
    fields.faults.add(fields.line, message, remedy)


def _yes_no(
    choices: tuple[Choice, ...], grounds: Grounds, fields: Fields, *, line: int
) -> tuple[Choice, ...]:
    if not choices:
        return tuple(
            Choice(id=name, ask="", gives=Fraction(points), grounds=grounds)
            for points, name in enumerate(_YES_NO)
        )
    if {choice.id for choice in choices} != set(_YES_NO):
        message = "The points of a yes-or-no question are for 'yes' and 'no'."
        remedy = (
            "Write {answer: no, gives: …} and {answer: yes, gives: …}, or answer: choice above."
        )
        fields.faults.add(line, message, remedy)
    return choices
