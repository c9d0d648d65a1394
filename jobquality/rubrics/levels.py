"""Whether the levels of a file can be reached, and whether they stand in order."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import chain, pairwise

from jobquality.rubrics.fields import Faults
from jobquality.rubrics.floors import EACH_DIMENSION, SHARES
from jobquality.rubrics.model import Criterion, Floor, Group, Level, Rubric
from jobquality.rubrics.scales import reach_of
from jobquality.rubrics.units import show_number

_HUNDRED = Fraction(100)

Nodes = Mapping[str, Group | Criterion]


def check_levels(rubric: Rubric, faults: Faults) -> None:
    """Note every level that nobody can reach, or that stands above a stricter one."""
    # Of an id used twice, which is a fault of its own, the outermost node keeps the name.
    nodes = {node.id: node for node in reversed(list(rubric.root.walk()))}
    most = _most(rubric.root, nodes)
    for level in rubric.levels:
        for floor in (*level.floors, *chain.from_iterable(level.any_of)):
            if floor.name in most:
                each = _most_of_each(rubric.root, most, floor.besides)
                high = each if floor.name == EACH_DIMENSION else most[floor.name]
                _check_reachable(floor, level, high, faults)
            else:
                _note_unknown(floor, level, most, faults)
            _check_besides(floor, level, rubric.root, faults)
        _check_between(level, faults)
        _check_exempts(level, {*most, *(one.id for one in rubric.critical)}, faults)
    scored = [level for level in rubric.levels if not level.declared]
    _check_ladder(scored, faults)
    for higher, lower in pairwise(scored):
        for floor, other in _stricter(higher, lower):
            message = (
                f"'{lower.id}' asks for more ({_named(floor)} {show_number(floor.number)}) "
                f"than '{higher.id}' above it ({show_number(other)})."
            )
            faults.add(lower.line, message, "List the highest level first.")


def _check_ladder(levels: list[Level], faults: Faults) -> None:
    """Note each level that comes after one that is not below it."""
    names = [level.id for level in levels]
    for place, level in enumerate(levels):
        if not level.after or level.after in names[place + 1 :]:
            continue
        message = f"The level '{level.id}' comes after '{level.after[:60]}', which is not below it."
        faults.unknown(
            level.line,
            message,
            word=level.after,
            known=names[place + 1 :],
            otherwise="Name a level with conditions further down the list.",
        )


def _check_besides(floor: Floor, level: Level, root: Group, faults: Faults) -> None:
    known = [child.id for child in root.children if isinstance(child, Group)]
    for name in floor.besides:
        if name not in known:
            message = f"The level '{level.id}' passes over '{name}', which is no dimension."
            faults.unknown(level.line, message, word=name, known=known)


def _check_exempts(level: Level, known: Iterable[str], faults: Faults) -> None:
    for name in level.exempts:
        if name not in known:
            message = f"The level '{level.id}' exempts from '{name}', which no level asks for."
            remedy = "Name what has points, a share, or a critical violation."
            faults.unknown(level.line, message, word=name, known=sorted(known), otherwise=remedy)


def _most(root: Group, nodes: Nodes) -> dict[str, Fraction | None]:
    """Return the highest number that each name in `from` can have; None where it is open."""
    most = {name: reach_of(node).high for name, node in nodes.items()}
    shares = dict.fromkeys(SHARES, _HUNDRED)
    return {**most, EACH_DIMENSION: _most_of_each(root, most, ()), **shares}


def _most_of_each(
    root: Group, most: Mapping[str, Fraction | None], besides: tuple[str, ...]
) -> Fraction | None:
    """Return what every dimension but some can have; None where none of them has an end."""
    dimensions = [child.id for child in root.children if isinstance(child, Group)]
    highs = [most[name] for name in dimensions if name not in besides]
    return min((high for high in highs if high is not None), default=None)


def _note_unknown(floor: Floor, level: Level, known: Mapping[str, object], faults: Faults) -> None:
    message = f"The level '{level.id}' names '{floor.name}', which is not scored."
    faults.unknown(
        level.line,
        message,
        word=floor.name,
        known=known,
        otherwise="Name total, each_dimension, coverage, confirmed, answered, or what has points.",
    )


def _check_reachable(floor: Floor, level: Level, most: Fraction | None, faults: Faults) -> None:
    asked = f"The level '{level.id}' asks for {_named(floor)} {show_number(floor.number)}"
    if floor.share and not 0 <= floor.number <= _HUNDRED:
        faults.add(level.line, f"{asked}, but that is a percent.", "Write 0 to 100.")
    elif not floor.share and not floor.at_most and most is not None and floor.number > most:
        message = f"{asked}, but {show_number(most)} is the most there is."
        faults.add(level.line, message, "Ask for less, or look at the points.")


def _check_between(level: Level, faults: Faults) -> None:
    """Note a condition that no score fits: 80 or more and at most 50."""
    least = {_key(floor): floor.number for floor in level.floors if not floor.at_most}
    for floor in level.floors:
        if floor.at_most and floor.number < least.get(_key(floor), floor.number):
            message = (
                f"No {_named(floor)} fits both 'from' and 'at_most' of the level '{level.id}'."
            )
            faults.add(level.line, message, "Leave one of them out.")


def _stricter(higher: Level, lower: Level) -> Iterator[tuple[Floor, Fraction]]:
    """Yield what the lower level asks for more strictly than the one above it.

    Who reaches a level must reach all below it, or a better level would be easier to get.
    """
    above = {(_key(floor), floor.at_most): floor.number for floor in higher.floors}
    for floor in lower.floors:
        other = above.get((_key(floor), floor.at_most), floor.number)
        if (floor.number < other) if floor.at_most else (floor.number > other):
            yield floor, other


def _key(floor: Floor) -> tuple[str, str, tuple[str, ...]]:
    return floor.name, floor.of, floor.besides


def _named(floor: Floor) -> str:
    return f"{floor.of} of {floor.name}" if floor.of else floor.name
