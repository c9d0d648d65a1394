"""Read `line`: points along a straight line between knots."""

from fractions import Fraction
from itertools import pairwise

from jobquality.rubrics.bands import read_edge
from jobquality.rubrics.desk import Desk
from jobquality.rubrics.fields import Fields
from jobquality.rubrics.grounds import read_gives, read_grounds
from jobquality.rubrics.nodes import Mapping
from jobquality.rubrics.steps import Curve, Grounds, Knot
from jobquality.rubrics.units import show_number

_FEWEST_KNOTS = 2


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
