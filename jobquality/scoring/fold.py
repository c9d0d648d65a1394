"""One score of many: how a group combines its children, for value and both ends at once."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from jobquality.rubrics.model import Combine, Group, State
from jobquality.scoring.scorecard import NodeScore
from jobquality.scoring.sums import exact_products, exact_sum

_ONE, _NONE = Fraction(1), Fraction(0)
_Numbers = Sequence[Fraction | None]
_PLAIN: Mapping[Combine, Callable[[list[Fraction]], Fraction]] = {
    Combine.SUM: exact_sum,
    Combine.MIN: min,
    Combine.MAX: max,
}


def fold(group: Group, children: tuple[NodeScore, ...], *, weight: Fraction) -> NodeScore:
    """Return the score of a group.

    A child that does not apply leaves everything. A child with nothing known leaves the
    value, but never the ends.
    """
    counted = [child for child in children if not child.is_out]
    known = [child for child in counted if child.value is not None]
    most = [child.most for child in counted]
    known_most = [child.value_most for child in known]
    rates = _rates(group, counted, most)
    known_rates = rates if known_most == most else _rates(group, known, known_most)
    value = _combine(group, [child.value for child in known], known_most, known_rates)
    weights = [counting_weight(group, child) for child in counted]
    return NodeScore(
        node=group,
        state=_state(counted, value),
        weight=weight,
        most=_most(group, most),
        value=value,
        low=_combine(group, [child.low for child in counted], most, rates),
        high=_combine(group, [child.high for child in counted], most, rates),
        value_most=_most(group, known_most),
        answered=_covered(weights, [child.answered for child in counted]),
        coverage=_covered(weights, [child.coverage for child in counted]),
        confirmed=_covered(weights, [child.confirmed for child in counted]),
        supposed=_covered(weights, [child.supposed for child in counted]),
        children=children,
    )


def counting_weight(group: Group, child: NodeScore) -> Fraction:
    """Return how much a child counts among its siblings, always above 0.

    In a mean that is its weight, in a sum or a ladder the most points it can give; one
    that is open above, or can only take points away, counts as one point.
    """
    if group.combine is Combine.MEAN:
        return child.weight
    is_sum = group.combine in (Combine.SUM, Combine.LADDER)
    return child.most if is_sum and child.most is not None and child.most > 0 else _ONE


def _state(counted: list[NodeScore], value: Fraction | None) -> State:
    if not counted:
        return State.NA
    if value is not None:
        return State.VALUE
    states = {child.state for child in counted}
    return next((one for one in (State.DECLINED, State.UNKNOWN) if one in states), State.MISSING)


def _combine(
    group: Group, numbers: _Numbers, most: _Numbers, rates: list[Fraction]
) -> Fraction | None:
    """Return one number of many; None where there are none, or where one is open above."""
    given = [number for number in numbers if number is not None]
    if not given or len(given) < len(numbers):
        return None
    if group.combine is Combine.MEAN:
        return exact_products(rates, given)
    return _climb(given, most) if group.combine is Combine.LADDER else _PLAIN[group.combine](given)


def _rates(group: Group, children: list[NodeScore], most: _Numbers) -> list[Fraction]:
    """Return what each point of a child adds to a mean; nothing for other groups."""
    if group.combine is not Combine.MEAN or not children:
        return []
    one = group.out_of / exact_sum(child.weight for child in children)
    # Where what applies can give no points at all, none are missed or earned: 0 of 1.
    return [one * child.weight / (top or _ONE) for child, top in zip(children, most, strict=True)]


def _climb(numbers: list[Fraction], most: _Numbers) -> Fraction:
    """A rung counts only when every rung before it is complete."""
    climbed = _NONE
    for number, top in zip(numbers, most, strict=True):
        climbed += number
        if number != top:
            break
    return climbed


def _most(group: Group, most: _Numbers) -> Fraction | None:
    """Return the best score that the children can make; None where there is no end to it."""
    given = [number for number in most if number is not None]
    if group.combine is Combine.MEAN:
        return group.out_of
    if not given or len(given) < len(most):
        return None
    if group.combine in (Combine.MIN, Combine.MAX):
        return min(given) if group.combine is Combine.MIN else max(given)
    return exact_sum(given)


def _covered(weights: list[Fraction], shares: list[Fraction]) -> Fraction:
    if not any(shares):
        return _NONE
    return exact_products(weights, shares) / exact_sum(weights)
