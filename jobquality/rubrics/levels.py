"""Whether the levels of a file can be reached, and whether they stand in order."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise

from jobquality.rubrics.fields import Faults
from jobquality.rubrics.model import Criterion, Floor, Group, Level, Rubric
from jobquality.rubrics.scales import reach_of
from jobquality.rubrics.units import show_number

_SHARES = ("coverage", "confirmed")
_EACH = "each_dimension"
_HUNDRED = Fraction(100)

Nodes = Mapping[str, Group | Criterion]


def check_levels(rubric: Rubric, faults: Faults) -> None:
    """Note every level that nobody can reach, or that stands above a stricter one."""
    # Of an id used twice, which is a fault of its own, the outermost node keeps the name.
    nodes = {node.id: node for node in reversed(list(rubric.root.walk()))}
    most = _most(rubric.root, nodes)
    for level in rubric.levels:
        for floor in level.floors:
            if floor.name in most:
                _check_reachable(floor, level, most[floor.name], faults)
            else:
                _note_unknown(floor, level, most, faults)
        _check_between(level, faults)
    scored = [level for level in rubric.levels if not level.declared]
    for higher, lower in pairwise(scored):
        for floor, other in _stricter(higher, lower):
            message = (
                f"'{lower.id}' asks for more ({floor.name} {show_number(floor.number)}) "
                f"than '{higher.id}' above it ({show_number(other)})."
            )
            faults.add(lower.line, message, "List the highest level first.")


def _most(root: Group, nodes: Nodes) -> dict[str, Fraction | None]:
    """Return the highest number that each name in `from` can have; None where it is open."""
    most = {name: reach_of(node).high for name, node in nodes.items()}
    dimensions = [most[child.id] for child in root.children if isinstance(child, Group)]
    each = [high for high in dimensions if high is not None]
    shares = dict.fromkeys(_SHARES, _HUNDRED)
    return {**most, _EACH: min(each, default=None), **shares}


def _note_unknown(floor: Floor, level: Level, known: Mapping[str, object], faults: Faults) -> None:
    message = f"The level '{level.id}' names '{floor.name}', which is not scored."
    faults.unknown(
        level.line,
        message,
        word=floor.name,
        known=known,
        otherwise="Name total, each_dimension, coverage, confirmed, or what has points.",
    )


def _check_reachable(floor: Floor, level: Level, most: Fraction | None, faults: Faults) -> None:
    asked = f"The level '{level.id}' asks for {floor.name} {show_number(floor.number)}"
    if floor.name in _SHARES and not 0 <= floor.number <= _HUNDRED:
        faults.add(level.line, f"{asked}, but that is a percent.", "Write 0 to 100.")
    elif not floor.at_most and most is not None and floor.number > most:
        message = f"{asked}, but {show_number(most)} is the most there is."
        faults.add(level.line, message, "Ask for less, or look at the points.")


def _check_between(level: Level, faults: Faults) -> None:
    """Note a condition that no score fits: 80 or more and at most 50."""
    least = {floor.name: floor.number for floor in level.floors if not floor.at_most}
    for floor in level.floors:
        if floor.at_most and floor.number < least.get(floor.name, floor.number):
            message = f"No {floor.name} fits both 'from' and 'at_most' of the level '{level.id}'."
            faults.add(level.line, message, "Leave one of them out.")


def _stricter(higher: Level, lower: Level) -> Iterator[tuple[Floor, Fraction]]:
    """Yield what the lower level asks for more strictly than the one above it.

    Who reaches a level must reach all below it, or a better level would be easier to get.
    """
    above = {(floor.name, floor.at_most): floor.number for floor in higher.floors}
    for floor in lower.floors:
        other = above.get((floor.name, floor.at_most), floor.number)
        if (floor.number < other) if floor.at_most else (floor.number > other):
            yield floor, other
