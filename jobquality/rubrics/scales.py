"""How low and how high each score can go, and whether shares can be taken of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import prod
from statistics import median

from jobquality.rubrics.fields import Faults
from jobquality.rubrics.limits import fewest_of, most_of
from jobquality.rubrics.model import Combine, Criterion, Group, Rubric, Scoring
from jobquality.rubrics.rules import LEAVES, Rules
from jobquality.rubrics.spans import product_ends

_NONE = Fraction(0)
_ON_SCALE = (Combine.MEAN, Combine.GEOMETRIC, Combine.HARMONIC, Combine.SHARE)
_COUNTING = (Combine.ALL, Combine.ANY, Combine.COUNT)
#: Of these points are taken as they are, below 0 and without an end too.
_PLAIN = (Combine.SUM, Combine.MIN, Combine.MAX, Combine.PRODUCT, Combine.MEDIAN)
#: In these a child counts by what it weighs.
WEIGHING = (
    Combine.MEAN, Combine.GEOMETRIC, Combine.HARMONIC, Combine.SUM, Combine.COUNT, Combine.SHARE,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The lowest and the highest score of a node on its own scale; None is open above."""

    low: Fraction | None
    high: Fraction | None


def reach_of(node: Group | Criterion) -> Reach:
    """Return how low and how high a node can score."""
    if isinstance(node, Criterion):
        return Reach(low=node.fewest, high=node.most)
    rules = node.rules
    if rules is not None and rules.points is not None:
        return Reach(low=fewest_of(rules.points, rules), high=most_of(rules.points, rules))
    return _within(rules, _reach_of_group(node))


def _reach_of_group(group: Group) -> Reach:
    rules = group.rules
    is_raw = rules is not None and rules.is_raw
    is_scaled = group.combine in _ON_SCALE or (rules is not None and rules.rescaled)
    if is_scaled and not is_raw:
        return Reach(low=_NONE, high=group.out_of)
    if group.combine in _COUNTING:
        return Reach(low=_NONE, high=_count_of(group))
    return _started(rules, _reach_of_several(group))


def _count_of(group: Group) -> Fraction:
    if group.combine is not Combine.COUNT:
        return Fraction(1)
    return sum((node.weight for node in counted_in(group)), _NONE)


def counted_in(group: Group) -> list[Group | Criterion]:
    """Return what a group combines: its children, or what `over` names below them."""
    over = group.rules.over if group.rules else ""
    found = _named(group.children, over) if over else iter(group.children)
    return [node for node in found if not is_unscored(node)]


def _named(nodes: Iterable[Group | Criterion], over: str) -> Iterator[Group | Criterion]:
    for node in nodes:
        is_leaf = isinstance(node, Criterion) or (node.rules is not None and node.rules.each)
        if (over == LEAVES and is_leaf) or (node.rules is not None and node.rules.kind == over):
            yield node
        elif isinstance(node, Group) and not is_unscored(node):
            yield from _named(node.children, over)


def is_unscored(node: Group | Criterion) -> bool:
    """Say whether a node is judged and adds nothing."""
    return node.rules is not None and node.rules.unscored


def _within(rules: Rules | None, reach: Reach) -> Reach:
    if rules is None:
        return reach
    least, most = rules.at_least, rules.at_most
    low = reach.low if least is None else max(least, least if reach.low is None else reach.low)
    high = reach.high if most is None else min(most, most if reach.high is None else reach.high)
    return Reach(low=low, high=high)


def _started(rules: Rules | None, reach: Reach) -> Reach:
    if rules is None or rules.start is None:
        return reach
    low, high = (None if end is None else end + rules.start for end in (reach.low, reach.high))
    return Reach(low=low, high=high)


def _reach_of_several(group: Group) -> Reach:
    children = counted_in(group)
    reaches = [reach_of(child) for child in children]
    lows = [reach.low for reach in reaches if reach.low is not None]
    highs = [reach.high for reach in reaches if reach.high is not None]
    weights = [child.weight for child in children]
    low = _joined(group.combine, lows, weights) if len(lows) == len(reaches) else None
    high = _joined(group.combine, highs, weights) if len(highs) == len(reaches) else None
    if group.combine is Combine.MIN:
        high = min(highs, default=None)
    if group.combine is Combine.PRODUCT and low is not None and high is not None:
        low, high = product_ends(zip(lows, highs, strict=True))
    return Reach(low=_NONE if group.combine is Combine.LADDER else low, high=high)


def _joined(combine: Combine, numbers: list[Fraction], weights: list[Fraction]) -> Fraction | None:
    """Return what ends make together; a product of ends holds where none is below 0."""
    if not numbers:
        return None
    if combine in (Combine.SUM, Combine.LADDER):
        each = weights if combine is Combine.SUM else [Fraction(1)] * len(numbers)
        return sum((one * by for one, by in zip(numbers, each, strict=True)), _NONE)
    return _JOINED.get(combine, max)(numbers)


def _product(numbers: list[Fraction]) -> Fraction:
    return prod(numbers, start=Fraction(1))


_JOINED: Mapping[Combine, Callable[[list[Fraction]], Fraction]] = {
    Combine.MIN: min,
    Combine.PRODUCT: _product,
    Combine.MEDIAN: median,
}


def check_scales(rubric: Rubric, faults: Faults) -> None:
    """Note every node of which no share can be taken, and every scoring that keeps nothing."""
    for group in rubric.root.groups():
        for child in counted_in(group):
            _check_share(group, child, faults)
    plain = [
        scoring
        for scoring in rubric.scorings
        if scoring.root is None or scoring.root is rubric.root
    ]
    if not plain:
        return
    nodes = {node.id: node for node in rubric.root.walk() if node is not rubric.root}
    above = {child.id: group for group in rubric.root.groups() for child in group.children}
    for scoring in plain:
        _check_scoring(scoring, rubric.root, nodes, faults)
        _check_weighs(scoring, above, faults)


def _check_share(group: Group, node: Group | Criterion, faults: Faults) -> None:
    if group.combine in _PLAIN or (group.rules is not None and group.rules.is_raw):
        return
    reach = reach_of(node)
    if reach.high is None:
        message = f"'{node.id}' has no most points, so no share can be taken of it."
        remedy = "Give every range in it an upper end ('under'), or write combine: sum above it."
        faults.add(node.line, message, remedy)
    elif reach.high <= 0:
        message = f"No answer to '{node.id}' gives any points."
        faults.add(node.line, message, "Let the best answer give more than 0.")
    if reach.low is None or reach.low < 0:
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
    """Note every weight that changes nothing: elsewhere 0 only leaves out."""
    for name, weight in scoring.weights.items():
        if weight > 0 and name in above and above[name].combine not in WEIGHING:
            message = f"The scoring '{scoring.id}' weighs '{name}', but only a mean weighs."
            faults.add(scoring.line, message, "Leave it out, or write 0 so that it does not count.")


def _counts(node: Group | Criterion, scoring: Scoring) -> bool:
    if scoring.weights.get(node.id, node.weight) <= 0:
        return False
    return isinstance(node, Criterion) or any(_counts(child, scoring) for child in node.children)
