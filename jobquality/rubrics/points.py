"""Read `points`: bands of numbers, choices, or a range in which the answer is the points."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from jobquality.rubrics.bands import read_bands
from jobquality.rubrics.comparing import read_cohort
from jobquality.rubrics.desk import Desk
from jobquality.rubrics.fields import Fields, shown
from jobquality.rubrics.grounds import read_cost, read_gives, read_grounds, read_needs
from jobquality.rubrics.lines import read_line
from jobquality.rubrics.model import STATE_WORDS, AnswerKind, Choice, Grounds, Points, Span
from jobquality.rubrics.steps import Band, Curve, steps_of
from jobquality.rubrics.units import Unit

_YES_NO = ("no", "yes")
_BAND = ("from", "under", "above", "up_to")
_CHOSEN = (AnswerKind.CHOICE, AnswerKind.YES_NO, AnswerKind.TALLY)
_COUNTED = (AnswerKind.NUMBER, AnswerKind.CHECKLIST)
_OTHER_WAYS = ("range", "line", "cohort")


def read_points(
    fields: Fields, desk: Desk, *, kind: AnswerKind, unit: Unit | None, grounds: Grounds
) -> Points | None:
    """Take `points`, `range`, `line` or `cohort`; None when it is asked but not scored."""
    if any(fields.has(word) for word in _OTHER_WAYS):
        return _read_other_way(fields, desk, kind, grounds)
    line = fields.line_of("points")
    entries = [Fields(tree, "a line of 'points'", desk.faults) for tree in fields.groups("points")]
    if kind in _CHOSEN:
        choices = tuple(_read_choices(entries, grounds))
        is_yes_no = kind is AnswerKind.YES_NO
        return _yes_no(choices, grounds, fields, line=line) if is_yes_no else choices or None
    if kind is AnswerKind.DATE and entries:
        desk.faults.add(line, "A date gives no points.", "Leave 'points' out.")
        return None
    return read_bands(entries, desk, unit=unit, grounds=grounds) or None


def _read_other_way(fields: Fields, desk: Desk, kind: AnswerKind, grounds: Grounds) -> Points:
    line = fields.line
    words = [word for word in (*_OTHER_WAYS, "points") if fields.has(word)]
    if len(words) > 1:
        message = f"{shown(words[0])} and {shown(words[1])} stand side by side."
        fields.faults.add(line, message, "Keep one of them.")
        fields.node("points")
    is_number = kind in _COUNTED if words[0] == "line" else kind is AnswerKind.NUMBER
    if not is_number:
        message = f"Only a number can have a '{words[0]}'."
        fields.faults.add(fields.line_of(words[0]), message, "Use 'points' instead.")
    found = [_read_span(fields), read_line(fields, desk, grounds), read_cohort(fields)]
    given = [points for points in found if points is not None]
    return given[0] if given else Span(low=Fraction(0), high=Fraction(1))


def read_own_points(fields: Fields, desk: Desk) -> Points | None:
    """Take what the score of a group gives: bands, a line, or a place in a cohort."""
    points = _read_own(fields, desk)
    knots = points.knots if isinstance(points, Curve) else ()
    bands = (step for step in steps_of(points) if isinstance(step, Band))
    edges = [*((one.at, one.line) for one in knots), *((one.start, one.line) for one in bands)]
    for edge, line in edges:
        if isinstance(edge, str):
            message = f"{shown(edge)} is a dated figure, but a score is held against numbers."
            desk.faults.add(line, message, "Write the number.")
    return points


def _read_own(fields: Fields, desk: Desk) -> Points | None:
    grounds = read_grounds(fields, Grounds())
    if fields.has("line") or fields.has("cohort"):
        return read_line(fields, desk, grounds) or read_cohort(fields)
    entries = [Fields(tree, "a line of 'points'", desk.faults) for tree in fields.groups("points")]
    return read_bands(entries, desk, unit=None, grounds=grounds) or None


def _read_span(fields: Fields) -> Span | None:
    line = fields.line_of("range")
    tree = fields.mapping("range")
    if tree is None:
        return None
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
        yield Choice(
            id=name,
            ask=fields.text("ask"),
            gives=read_gives(fields),
            grounds=read_grounds(fields, grounds),
            code=fields.text("code"),
            needs=read_needs(fields),
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
