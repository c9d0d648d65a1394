"""One score of many: how a group combines its children, for value and both ends at once."""

from collections.abc import Callable
from fractions import Fraction

from jobquality.rubrics.model import Combine, Group, State
from jobquality.scoring.scorecard import NodeScore

_ONE, _NONE = Fraction(1), Fraction(0)
End = Callable[[NodeScore], Fraction | None]


def fold(group: Group, children: tuple[NodeScore, ...]) -> NodeScore:
    """Return the score of a group.

    A child that does not apply leaves everything. A child with nothing known leaves the
    value, but never the ends.
    """
    counted = [child for child in children if not child.is_out]
    known = [child for child in counted if child.value is not None]
    value = _combine(group, known, lambda child: child.value, known_only=True) if known else None
    return NodeScore(
        node=group,
        state=_state(counted, value),
        value=value,
        low=_combine(group, counted, lambda child: child.low) if counted else None,
        high=_combine(group, counted, lambda child: child.high) if counted else None,
        most=_most(group, counted),
        value_most=_most(group, known, known_only=True),
        weight=group.weight,
        share=_NONE,
        answered=_covered(group, counted, lambda child: child.answered),
        coverage=_covered(group, counted, lambda child: child.coverage),
        confirmed=_covered(group, counted, lambda child: child.confirmed),
        supposed=_covered(group, counted, lambda child: child.supposed),
        children=children,
    )


def _state(counted: list[NodeScore], value: Fraction | None) -> State:
    if not counted:
        return State.NA
    if value is not None:
        return State.VALUE
    order = (State.DECLINED, State.UNKNOWN)
    states = {child.state for child in counted}
    return next((state for state in order if state in states), State.MISSING)


def _combine(
    group: Group, children: list[NodeScore], end: End, *, known_only: bool = False
) -> Fraction | None:
    ends = [end(child) for child in children]
    if group.combine is Combine.LADDER:
        return _climb(children, ends)
    numbers = [number for number in ends if number is not None]
    if len(numbers) < len(ends):
        return None
    if group.combine is Combine.SUM:
        return sum(numbers, _NONE)
    if group.combine in (Combine.MIN, Combine.MAX):
        return min(numbers) if group.combine is Combine.MIN else max(numbers)
    return _mean(group, children, numbers, known_only=known_only)


def _mean(
    group: Group, children: list[NodeScore], numbers: list[Fraction], *, known_only: bool
) -> Fraction:
    weighed = sum(child.weight for child in children)
    shares = (
        child.weight * number / ((child.value_most if known_only else child.most) or _ONE)
        for child, number in zip(children, numbers, strict=True)
    )
    return sum(shares, _NONE) / weighed * group.out_of


def _climb(children: list[NodeScore], ends: list[Fraction | None]) -> Fraction:
    """A rung counts only when every rung before it is complete."""
    climbed = _NONE
    for child, number in zip(children, ends, strict=True):
        if number is None:
            break
        climbed += number
        if number != child.most:
            break
    return climbed


def _most(group: Group, children: list[NodeScore], *, known_only: bool = False) -> Fraction | None:
    if group.combine is Combine.MEAN:
        return group.out_of
    ends = [child.value_most if known_only else child.most for child in children]
    known = [end for end in ends if end is not None]
    if not known or len(known) < len(ends):
        return None
    if group.combine in (Combine.MIN, Combine.MAX):
        return min(known) if group.combine is Combine.MIN else max(known)
    return sum(known, _NONE)


def counting_weight(group: Group, child: NodeScore) -> Fraction:
    """Return how much a child counts among its siblings: its weight in a mean, else its points."""
    if group.combine is Combine.MEAN:
        return child.weight
    if group.combine in (Combine.SUM, Combine.LADDER):
        return child.most or _ONE
    return _ONE


def _covered(
    group: Group, counted: list[NodeScore], share: Callable[[NodeScore], Fraction]
) -> Fraction:
    whole = sum(counting_weight(group, child) for child in counted)
    if not whole:
        return _NONE
    return sum((counting_weight(group, child) * share(child) for child in counted), _NONE) / whole
