"""How low and how high each score can go, and whether shares can be taken of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from jobquality.rubrics.fields import Faults
from jobquality.rubrics.model import Combine, Criterion, Group, Rubric, Scoring

_NONE = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The lowest and the highest score of a node on its own scale; None is open above."""

    low: Fraction
    high: Fraction | None


def reach_of(node: Group | Criterion) -> Reach:
    """Return how low and how high a node can score."""
    if isinstance(node, Criterion):
        return Reach(low=node.fewest, high=node.most)
    if node.combine is Combine.MEAN:
        return Reach(low=_NONE, high=node.out_of)
    return _reach_of_several(node)


def _reach_of_several(group: Group) -> Reach:
    reaches = [reach_of(child) for child in group.children]
    lows = [reach.low for reach in reaches] or [_NONE]
    highs = [reach.high for reach in reaches if reach.high is not None]
    is_open = len(highs) < len(reaches) or not highs
    if group.combine is Combine.MIN:
        return Reach(low=min(lows), high=min(highs, default=None))
    if group.combine is Combine.MAX:
        return Reach(low=max(lows), high=None if is_open else max(highs))
    low = sum(lows, _NONE) if group.combine is Combine.SUM else _NONE
    return Reach(low=low, high=None if is_open else sum(highs, _NONE))


def check_scales(rubric: Rubric, faults: Faults) -> None:
    """Note every node of which no share can be taken, and every scoring that keeps nothing."""
    for group in rubric.root.groups():
        if group.combine is not Combine.SUM:
            for child in group.children:
                _check_share(child, faults)
    nodes = {node.id: node for node in rubric.root.walk() if node is not rubric.root}
    above = {child.id: group for group in rubric.root.groups() for child in group.children}
    for scoring in rubric.scorings:
        _check_scoring(scoring, rubric.root, nodes, faults)
        _check_weighs(scoring, above, faults)


def _check_share(node: Group | Criterion, faults: Faults) -> None:
    reach = reach_of(node)
    if reach.high is None:
        message = f"'{node.id}' has no most points, so no share can be taken of it."
        remedy = "Give every range in it an upper end ('under'), or write combine: sum above it."
        faults.add(node.line, message, remedy)
    elif reach.high <= 0:
        message = f"No answer to '{node.id}' gives any points."
        faults.add(node.line, message, "Let the best answer give more than 0.")
    if reach.low < 0:
        message = f"'{node.id}' can give points below 0, but only a sum can take points away."
        faults.add(node.line, message, "Start at 0, or write combine: sum above it.")


def _check_scoring(
    scoring: Scoring, root: Group, nodes: Mapping[str, Group | Criterion], faults: Faults
) -> None:
    for name in scoring.weights:
        if name not in nodes:
            message = f"The scoring '{scoring.id}' weighs '{name}', which is not scored."
            remedy = "Name a dimension, or a criterion with points."
            faults.unknown(scoring.line, message, word=name, known=nodes, otherwise=remedy)
    if not any(_counts(child, scoring) for child in root.children):
        message = f"The scoring '{scoring.id}' leaves nothing to score."
        faults.add(scoring.line, message, "Let at least one weight be above 0.")


def _check_weighs(scoring: Scoring, above: Mapping[str, Group], faults: Faults) -> None:
    """Note every weight that changes nothing: only a mean weighs, elsewhere 0 leaves out."""
    for name, weight in scoring.weights.items():
        if weight > 0 and name in above and above[name].combine is not Combine.MEAN:
            message = f"The scoring '{scoring.id}' weighs '{name}', but only a mean weighs."
            faults.add(scoring.line, message, "Leave it out, or write 0 so that it does not count.")


def _counts(node: Group | Criterion, scoring: Scoring) -> bool:
    if scoring.weights.get(node.id, node.weight) <= 0:
        return False
    return isinstance(node, Criterion) or any(_counts(child, scoring) for child in node.children)
