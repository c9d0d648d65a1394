"""One score of many: how a group combines its children, for value and both ends at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jobquality.rubrics.model import Combine, Criterion, Group, Reading, State
from jobquality.rubrics.rules import LEAVES, Rules
from jobquality.rubrics.scales import WEIGHING
from jobquality.rubrics.spans import product_ends
from jobquality.scoring.cohorts import Stats
from jobquality.scoring.combining import (
    NONE,
    ONE,
    Combiner,
    combiner,
    most_combined,
)
from jobquality.scoring.finishing import Bounds, finished, finished_plainly
from jobquality.scoring.scorecard import NodeScore
from jobquality.scoring.sums import exact_products, exact_sum

_HUNDRED = Fraction(100)
_Numbers = Sequence[Fraction | None]


def fold(
    group: Group,
    children: tuple[NodeScore, ...],
    *,
    weight: Fraction,
) -> NodeScore:
    """Return the score of a group.

    A child that does not apply leaves everything. A child with nothing known leaves the
    value, but never the ends.
    """
    counted = counted_nodes(group, children)
    known = imputed(counted)
    most = [child.most for child in counted]
    weights = [child.weight for child in counted]
    known_most = [child.value_most for child in known]
    is_known = is_enough(group.rules, counted) and not any(child.blocks for child in counted)
    join = combiner(group, most, weights)
    known_join = join if known_most == most else _combiner_of(group, known, known_most)
    low, high = _ends_of(group, counted, join)
    bounds = Bounds(
        value=_joined(known_join, [child.value for child in known]) if is_known else None,
        low=low,
        high=high,
        most=most_combined(group, most, weights),
    )
    bounds = finished(group.rules, bounds) if counted else bounds
    cover = cover_of(group, counted)
    return NodeScore(
        node=group,
        state=_state(counted, bounds.value),
        weight=weight,
        most=bounds.most,
        value=bounds.value,
        low=bounds.low,
        high=bounds.high,
        value_most=_value_most(group, bounds, known_most, [child.weight for child in known]),
        answered=cover.answered,
        coverage=cover.coverage,
        confirmed=cover.confirmed,
        supposed=cover.supposed,
        children=children,
        blocks=any(child.blocks for child in counted),
    )


def held_against(group: Group, scored: NodeScore, stats: Stats | None) -> NodeScore:
    """Return what the score of a group gets by its place in a cohort; open where that is."""
    bounds = Bounds(value=scored.value, low=scored.low, high=scored.high, most=scored.most)
    bounds = finished(group.rules, bounds, stats)
    return replace(
        scored,
        node=group,
        state=_state(counted_nodes(group, scored.children), bounds.value),
        value=bounds.value,
        low=bounds.low,
        high=bounds.high,
        most=bounds.most,
        value_most=bounds.most,
        stats=stats,
    )


def counted_nodes(group: Group, children: tuple[NodeScore, ...]) -> list[NodeScore]:
    """Return what a group combines: its children, or what `over` names below them."""
    over = group.rules.over if group.rules else ""
    found = _named(children, over) if over else iter(children)
    return [node for node in found if not (node.is_out or is_unscored(node))]


def _named(nodes: tuple[NodeScore, ...], over: str) -> Iterator[NodeScore]:
    """Yield the nearest nodes below that are criteria, or of the kind."""
    for node in nodes:
        kind = node.node.rules.kind if node.node.rules else ""
        is_leaf = isinstance(node.node, Criterion) or bool(node.parts)
        if (over == LEAVES and is_leaf) or kind == over:
            yield node
        elif not is_unscored(node) and not node.is_out:
            yield from _named(node.children, over)


def is_unscored(node: NodeScore) -> bool:
    """Say whether a node is judged and adds nothing."""
    return node.node.rules is not None and node.node.rules.unscored


def imputed(counted: list[NodeScore]) -> list[NodeScore]:
    """Return the children with a value; one that is read as its siblings gets their mean share."""
    known = [child for child in counted if child.value is not None]
    if not known or not any(is_as_siblings(child) for child in counted):
        return known
    shares = [(child.value or NONE) / (child.value_most or ONE) for child in known]
    weights = [child.weight for child in known]
    share = exact_products(weights, shares) / exact_sum(weights)
    return [
        replace(child, value=share * (child.most or ONE)) if is_as_siblings(child) else child
        for child in counted
        if child.value is not None or is_as_siblings(child)
    ]


def is_as_siblings(child: NodeScore) -> bool:
    """Say whether a child without a value is read as the mean of those beside it."""
    return child.value is None and child.reading is Reading.SIBLINGS


def is_enough(rules: Rules | None, counted: list[NodeScore]) -> bool:
    """Say whether as much is answered as a group needs to have a value."""
    enough = rules.enough if rules else None
    if enough is None:
        return True
    share, count = answered_of(counted)
    is_share = enough.share is None or share * _HUNDRED >= enough.share
    return is_share and (enough.count is None or count >= enough.count)


def answered_of(counted: list[NodeScore]) -> tuple[Fraction, int]:
    """Return which share of the weight is answered (0 to 1), and how many nodes are."""
    weights = [child.weight for child in counted]
    answered = [child.answered for child in counted]
    share = exact_products(weights, answered) / exact_sum(weights) if counted else NONE
    count = sum(1 for child in counted if child.value is not None and child.answered)
    return share, count


def counting_weight(group: Group, child: NodeScore) -> Fraction:
    """Return how much a child counts among its siblings, always above 0.

    In a mean that is its weight, in a sum or a ladder the most points it can give; one
    that is open above, or can only take points away, counts as one point.
    """
    if group.combine in WEIGHING and group.combine is not Combine.SUM:
        return child.weight
    is_sum = group.combine in (Combine.SUM, Combine.LADDER)
    most = child.most if is_sum and child.most is not None and child.most > 0 else ONE
    return most * child.weight if group.combine is Combine.SUM else most


@dataclass(frozen=True, slots=True)
class Cover:
    """Which shares of what counts are answered, seen in records, confirmed, or said to be so."""

    answered: Fraction
    coverage: Fraction
    confirmed: Fraction
    supposed: Fraction


def cover_of(group: Group, counted: list[NodeScore]) -> Cover:
    """Return which share of what counts is answered, and how well it is proved."""
    weights = [counting_weight(group, child) for child in counted]
    return Cover(
        answered=_covered(weights, [child.answered for child in counted]),
        coverage=_covered(weights, [child.coverage for child in counted]),
        confirmed=_covered(weights, [child.confirmed for child in counted]),
        supposed=_covered(weights, [child.supposed for child in counted]),
    )


def _state(counted: list[NodeScore], value: Fraction | None) -> State:
    if not counted:
        return State.NA
    if value is not None:
        return State.VALUE
    states = {child.state for child in counted}
    return next((one for one in (State.DECLINED, State.UNKNOWN) if one in states), State.MISSING)


def _combiner_of(group: Group, children: list[NodeScore], most: _Numbers) -> Combiner:
    return combiner(group, most, [child.weight for child in children])


def _ends_of(
    group: Group, counted: list[NodeScore], join: Combiner
) -> tuple[Fraction | None, Fraction | None]:
    """Return the worst and the best of what is open; of a product, the least and the most."""
    if group.combine is Combine.PRODUCT:
        pairs = [
            (child.low, child.high)
            for child in counted
            if child.low is not None and child.high is not None
        ]
        if pairs and len(pairs) == len(counted):
            return product_ends(pairs)
    lows, highs = [child.low for child in counted], [child.high for child in counted]
    return _joined(join, lows), _joined(join, highs)


def _joined(join: Combiner, numbers: _Numbers) -> Fraction | None:
    """Return one number of many; None where there are none, or where one is open."""
    given = [number for number in numbers if number is not None]
    return join(given) if given and len(given) == len(numbers) else None


def _value_most(
    group: Group, bounds: Bounds, most: _Numbers, weights: list[Fraction]
) -> Fraction | None:
    """Return the most that the answers behind the value could give."""
    rules = group.rules
    if rules is not None and rules.points is not None:
        return bounds.most
    found = most_combined(group, most, weights)
    empty = Bounds(value=None, low=None, high=None, most=found)
    return found if found is None else finished_plainly(rules, empty).most


def _covered(weights: list[Fraction], shares: list[Fraction]) -> Fraction:
    if not any(shares):
        return NONE
    return exact_products(weights, shares) / exact_sum(weights)
