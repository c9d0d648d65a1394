"""Read `line`: points along a straight line between knots, and `cohort`: a place among others."""

from fractions import Fraction
from itertools import pairwise

from jobquality.rubrics.bands import read_edge
from jobquality.rubrics.desk import Desk
from jobquality.rubrics.fields import ID, Fields, shown
from jobquality.rubrics.grounds import read_gives, read_grounds
from jobquality.rubrics.nodes import Mapping
from jobquality.rubrics.steps import (
    Against,
    CohortReading,
    Curve,
    Equals,
    Grounds,
    Knot,
    Winsorise,
)
from jobquality.rubrics.units import show_number

_FEWEST_KNOTS = 2
_HALF = Fraction(50)


def read_line(fields: Fields, desk: Desk, grounds: Grounds) -> Curve | None:
    """Take `line: [{at: 0, gives: 0}, {at: 50, gives: 18}]` and `log`."""
    if not fields.has("line"):
        return None
    line = fields.line_of("line")
    knots = tuple(_read_knot(tree, desk, grounds) for tree in fields.groups("line"))
    curve = Curve(knots=knots, log=fields.flag("log"))
    if len(knots) < _FEWEST_KNOTS:
        message = "A line needs at least two points to pass through."
        desk.faults.add(line, message, "Write {at: 0, gives: 0} and {at: 50, gives: 4} below it.")
        return Curve(knots=(_stand_in(0, line), _stand_in(1, line)))
    _check_rising(curve, desk)
    return curve


def _stand_in(number: int, line: int) -> Knot:
    return Knot(at=Fraction(number), gives=Fraction(number), grounds=Grounds(), line=line)


def _read_knot(tree: Mapping, desk: Desk, grounds: Grounds) -> Knot:
    fields = Fields(tree, "a point of 'line'", desk.faults)
    at = read_edge(fields, "at", desk)
    if at is None:
        desk.faults.add(tree.line, "This point of 'line' has no 'at'.", "Add at: and the number.")
    gives = read_gives(fields)
    knot = Knot(
        at=Fraction(0) if at is None else at,
        gives=gives,
        grounds=read_grounds(fields, grounds),
        line=tree.line,
    )
    fields.close()
    return knot


def _check_rising(curve: Curve, desk: Desk) -> None:
    numbers = [(knot.at, knot.line) for knot in curve.knots if isinstance(knot.at, Fraction)]
    for (lower, _), (higher, line) in pairwise(numbers):
        if lower >= higher:
            message = f"This point is at {show_number(higher)}, not above {show_number(lower)}."
            desk.faults.add(line, message, "Write the points of a line in the order of 'at'.")
    for at, line in numbers if curve.log else ():
        if at <= 0:
            message = f"{show_number(at)} has no logarithm."
            desk.faults.add(line, message, "Start above 0, or leave 'log' out.")


def read_cohort(fields: Fields) -> CohortReading | None:
    """Take `cohort: {by: minmax, …}`."""
    tree = fields.mapping("cohort")
    if tree is None:
        return None
    inner = Fields(tree, "'cohort'", fields.faults)
    if not inner.has("by"):
        remedy = "Add by: minmax, zscore, rank or percentile."
        fields.faults.add(tree.line, "'cohort' does not say how to compare.", remedy)
    by = inner.choice("by", Against, Against.MINMAX)
    equals = inner.word("equals", [one.value for one in Equals])
    read = CohortReading(
        by=by,
        low=inner.number("from"),
        high=inner.number("to"),
        mean=inner.number("mean"),
        deviation=inner.number("deviation"),
        sets_mean=inner.number("sets_mean"),
        sets_deviation=inner.number("sets_deviation"),
        at_least=inner.number("at_least"),
        at_most=inner.number("at_most"),
        lower=inner.word("better", ("higher", "lower")) == "lower",
        sample=inner.flag("sample"),
        equals=Equals(equals) if equals else None,
        winsorise=_read_winsorise(inner),
        within=_read_within(inner),
    )
    inner.close()
    _check_cohort(read, inner)
    return read


def _read_within(fields: Fields) -> str:
    line = fields.line_of("within")
    text = fields.text("within").removeprefix("profile.")
    if text and not ID.fullmatch(text):
        message = f"{shown(text)} is not a fact of the profile."
        fields.faults.add(line, message, "Write within: region.")
        return ""
    return text


def _read_winsorise(fields: Fields) -> Winsorise | None:
    line = fields.line_of("winsorise")
    tree = fields.mapping("winsorise")
    if tree is None:
        return None
    inner = Fields(tree, "'winsorise'", fields.faults)
    count = inner.number("count")
    read = Winsorise(
        count=None if count is None else int(count),
        percent=inner.number("percent"),
        skewness=inner.number("skewness"),
        kurtosis=inner.number("kurtosis"),
    )
    inner.close()
    if count is not None and (count.denominator != 1 or count < 1):
        inner.faults.add(line, "'count' must be a whole number above 0.", "Write count: 2.")
    if read.percent is not None and not 0 < read.percent < _HALF:
        inner.faults.add(line, "'percent' must be above 0 and under 50.", "Write percent: 2.5.")
    if read == Winsorise():
        remedy = "Write winsorise: {count: 2} or {percent: 2.5}."
        inner.faults.add(line, "'winsorise' does not say how far.", remedy)
    return read


def _check_cohort(read: CohortReading, fields: Fields) -> None:
    message, remedy = "", ""
    if read.deviation is not None and read.deviation <= 0:
        message, remedy = "A deviation must be above 0.", "Write the published one."
    elif read.low is not None and read.high is not None and read.low >= read.high:
        message, remedy = "'to' must be above 'from'.", "Write better: lower where less is better."
    elif read.at_least is not None and read.at_most is not None and read.at_least >= read.at_most:
        message, remedy = "'at_most' must be above 'at_least'.", "Change one of them."
    if message:
        fields.faults.add(fields.line, message, remedy)
