"""What must hold across a whole rubric file, beyond each of its lines."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise

from jobquality.rubrics.fields import Faults, nearest
from jobquality.rubrics.model import (
    NO_LEVEL,
    NOT_ENOUGH_KNOWN,
    TOTAL,
    AnswerKind,
    Combine,
    Criterion,
    Floor,
    Group,
    Level,
    Rubric,
    Span,
)
from jobquality.rubrics.units import NAMED_NUMBERS, Unit

_KEPT = (TOTAL, NO_LEVEL, NOT_ENOUGH_KNOWN, "each_dimension", "coverage", "confirmed", "level", "on")
_SHARES = ("coverage", "confirmed")


def check_rubric(rubric: Rubric, faults: Faults, parameters: Mapping[str, Unit]) -> None:
    """Note every fault that only the whole file shows."""
    _check_ids(rubric, faults, parameters)
    _check_critical_links(rubric, faults)
    for group in rubric.root.groups():
        _check_points(group, faults)
    _check_cycles(rubric, faults)
    _check_levels(rubric, faults)
    _check_scorings(rubric, faults)
    _check_tests(rubric, faults)


def _named(rubric: Rubric) -> Iterator[tuple[str, int]]:
    yield from ((group.id, group.line) for group in rubric.root.groups() if group is not rubric.root)
    yield from ((question.id, question.line) for question in rubric.questions())
    yield from ((critical.id, critical.line) for critical in rubric.critical)
    yield from ((level.id, level.line) for level in rubric.levels)


def _check_ids(rubric: Rubric, faults: Faults, parameters: Iterable[str]) -> None:
    seen: dict[str, int] = {}
    taken = {*parameters, *NAMED_NUMBERS}
    for name, line in _named(rubric):
        if name in _KEPT:
            faults.add(line, f"'{name}' is kept for something else.", "Use another id.")
        elif name in taken:
            faults.add(line, f"'{name}' is the id of a parameter or a named number.", "Use another id.")
        elif name in seen:
            faults.add(line, f"The id '{name}' is used twice; first on line {seen[name]}.", "Use another id.")
        seen.setdefault(name, line)


def _check_critical_links(rubric: Rubric, faults: Faults) -> None:
    known = [critical.id for critical in rubric.critical]
    for question in rubric.questions():
        for name in question.critical:
            if name not in known:
                faults.add(question.line, f"'{question.id}' names the critical violation '{name}', which is not in the list.", nearest(name, known))
    levels = [level.id for level in rubric.levels if not level.declared]
    for critical in rubric.critical:
        if critical.allows and critical.allows not in levels:
            faults.add(critical.line, f"'allows: {critical.allows}' is not a scored level.", nearest(critical.allows, levels))


def _check_points(group: Group, faults: Faults) -> None:
    for child in group.children:
        if isinstance(child, Criterion):
            _check_shares(child, group.combine, faults)


def _check_shares(criterion: Criterion, combine: Combine, faults: Faults) -> None:
    if combine is Combine.SUM:
        return
    if isinstance(criterion.points, Span) and criterion.most is None:
        faults.add(criterion.line, f"The range of '{criterion.id}' is open above, so no share can be taken of it.", "Give it an upper end, or combine: sum.")
        return
    if criterion.fewest < 0:
        faults.add(criterion.line, f"'{criterion.id}' gives points below 0; only a sum can take points away.")
    if criterion.most is not None and criterion.most <= 0:
        faults.add(criterion.line, f"No answer to '{criterion.id}' gives any points.")


def _check_cycles(rubric: Rubric, faults: Faults) -> None:
    """A figure may be worked out from figures, but never from itself."""
    uses = {question.id: _worked_out_from(question) for question in rubric.questions()}
    lines = {question.id: question.line for question in rubric.questions()}
    for name in uses:
        path = _cycle_from(name, uses)
        if path and name == min(path):
            faults.add(lines[name], f"'{name}' is worked out from itself: {' → '.join([*path, name])}.", "Ask for one of them as a plain number.")


def _worked_out_from(question: Criterion) -> list[str]:
    if question.measure is None:
        return []
    terms = (*question.measure.of, *question.measure.to)
    return [term.name for term in terms] + ([question.measure.cap.name] if question.measure.cap else [])


def _cycle_from(start: str, uses: Mapping[str, list[str]]) -> list[str]:
    stack = [[start]]
    seen: set[str] = set()
    while stack:
        path = stack.pop()
        for name in uses.get(path[-1], ()):
            if name == start:
                return path
            if name not in seen:
                seen.add(name)
                stack.append([*path, name])
    return []


def _check_levels(rubric: Rubric, faults: Faults) -> None:
    nodes = {node.id: node for node in rubric.root.walk()}
    for level in rubric.levels:
        for floor in level.floors:
            _check_floor(floor, level, nodes, faults)
    scored = [level for level in rubric.levels if not level.declared]
    for higher, lower in pairwise(scored):
        _check_order(higher, lower, faults)


def _check_floor(floor: Floor, level: Level, nodes: Mapping[str, Group | Criterion], faults: Faults) -> None:
    if floor.name in _SHARES:
        if not 0 <= floor.number <= 100:
            faults.add(level.line, f"'{floor.name}' of '{level.id}' must be a percent from 0 to 100.")
        return
    if floor.name == "each_dimension":
        return
    if floor.name not in nodes:
        known = [*nodes, "each_dimension", *_SHARES]
        faults.add(level.line, f"The level '{level.id}' names '{floor.name}', which is not in the file.", nearest(floor.name, known))
        return
    _check_reachable(floor, level, nodes[floor.name], faults)


def _check_reachable(floor: Floor, level: Level, node: Group | Criterion, faults: Faults) -> None:
    most = most_of(node)
    if not floor.at_most and most is not None and floor.number > most:
        faults.add(level.line, f"The level '{level.id}' asks for {floor.name} {float(floor.number):g}, but {float(most):g} is the most there is.")


def most_of(node: Group | Criterion) -> Fraction | None:
    """Return the best score a node can have on its own scale; None where it is open."""
    if isinstance(node, Criterion):
        return node.most
    if node.combine is Combine.MEAN:
        return node.out_of
    ends = [most_of(child) for child in node.children]
    known = [end for end in ends if end is not None]
    if len(known) < len(ends) or not known:
        return None
    if node.combine in (Combine.SUM, Combine.LADDER):
        return sum(known, Fraction(0))
    return min(known) if node.combine is Combine.MIN else max(known)


def _check_order(higher: Level, lower: Level, faults: Faults) -> None:
    """A lower level that asks for more than the one above it could never be reached."""
    above = {(floor.name, floor.at_most): floor.number for floor in higher.floors}
    for floor in lower.floors:
        other = above.get((floor.name, floor.at_most))
        if other is not None and (floor.number < other if floor.at_most else floor.number > other):
            faults.add(lower.line, f"'{lower.id}' asks for more ({floor.name} {float(floor.number):g}) than '{higher.id}' above it ({float(other):g}).", "List the highest level first.")


def _check_scorings(rubric: Rubric, faults: Faults) -> None:
    nodes = {node.id for node in rubric.root.walk()}
    for scoring in rubric.scorings:
        for name in scoring.weights:
            if name not in nodes:
                faults.add(rubric.root.line, f"The scoring '{scoring.id}' weighs '{name}', which is not in the file.", nearest(name, nodes))


def _check_tests(rubric: Rubric, faults: Faults) -> None:
    asked = {question.id for question in rubric.questions()} | {one.id for one in rubric.critical}
    asked |= {level.id for level in rubric.levels if level.declared}
    nodes = {node.id for node in rubric.root.walk()}
    levels = {level.id for level in rubric.levels} | {NO_LEVEL, NOT_ENOUGH_KNOWN}
    for example in rubric.examples:
        for name in example.answers:
            if name not in asked and name != "on" and not name.startswith("profile."):
                faults.add(example.line, f"The test answers '{name}', which is not asked.", nearest(name, asked))
        for name in example.gives:
            if name not in nodes:
                faults.add(example.line, f"The test expects '{name}', which is not scored.", nearest(name, nodes))
        if example.level and example.level not in levels:
            faults.add(example.line, f"The test expects the level '{example.level}', which is not in the file.", nearest(example.level, levels))


def points_run_one_way(criterion: Criterion) -> bool:
    """Say whether points only rise, or only fall, with the number; choices always do."""
    if criterion.kind in (AnswerKind.CHOICE, AnswerKind.YES_NO) or isinstance(criterion.points, Span):
        return True
    gives = [band.gives for band in criterion.points or ()]
    return gives in (sorted(gives), sorted(gives, reverse=True))
