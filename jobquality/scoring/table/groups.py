"""How groups make one score of many, for all employers at once: the terms of `fold`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jobquality.rubrics.model import Combine, Criterion, Group, Scoring
from jobquality.scoring.table.leaves import Leaf, Reader
from jobquality.scoring.table.picks import climbed, picked
from jobquality.scoring.table.scored import Scored, Scores, counting_weight, scored_leaf
from jobquality.scoring.table.sums import Sums, shared, weighed
from jobquality.scoring.table.terms import (
    STEP,
    Mask,
    Number,
    Term,
    UnsupportedError,
    all_of,
    any_of,
    bound_of,
    error_of,
    is_positive,
    linear,
    negated,
    only,
    ratio,
    scaled,
)

_ONE, _NONE = Fraction(1), Fraction(0)


@dataclass(slots=True)
class Folder:
    """Folds a tree of one standard. `nodes` gathers what was scored, by id."""

    reader: Reader
    scoring: Scoring
    nodes: Scores
    looked_at: frozenset[str]

    def group(self, group: Group, weight: Fraction) -> Scored:
        """Return a group, and note everything below it that levels look at.

        Raises:
            UnsupportedError: only the exact evaluator can score it.
        """
        weighed = [(one, self.scoring.weights.get(one.id, one.weight)) for one in group.children]
        children = [self._child(one, counts) for one, counts in weighed if counts > 0]
        scored = self._combined(group, weight, children)
        self.nodes[group.id] = scored
        return scored

    def _child(self, node: Group | Criterion, weight: Fraction) -> Scored | Leaf:
        if isinstance(node, Group):
            return self.group(node, weight)
        leaf = self.reader.leaf(node, weight)
        if node.id in self.looked_at:
            self.nodes[node.id] = scored_leaf(leaf)
        return leaf

    def _combined(self, group: Group, weight: Fraction, children: list[Scored | Leaf]) -> Scored:
        if not children:
            raise UnsupportedError
        if group.combine in (Combine.MEAN, Combine.SUM):
            sums = Sums(children, group.combine)
            return _mean(group, weight, sums) if sums.is_mean else _sum(group, weight, sums)
        alone = [scored_leaf(one) if isinstance(one, Leaf) else one for one in children]
        return _picked(group, weight, alone)


# Means.


def _mean(group: Group, weight: Fraction, sums: Sums) -> Scored:
    weights = sums.weights()
    known_weights = linear(
        [
            (_ONE, sums.of_leaves("known")),
            *((_ONE, only(one.weight, one.known)) for one in sums.groups),
        ]
    )
    return Scored(
        node=group,
        weight=weight,
        out=sums.out(),
        known=sums.known(),
        low=_meaned(group, sums, "low", weights),
        high=_meaned(group, sums, "high", weights),
        endless=sums.endless(),
        value=_meaned(group, sums, "value", known_weights),
        most=group.out_of,
        value_most=group.out_of,
        answered=sums.covered("answered", weights),
        coverage=sums.covered("coverage", weights),
        confirmed=sums.covered("confirmed", weights),
    )


def _meaned(group: Group, sums: Sums, name: str, weights: Number) -> Number:
    parts = [(_ONE, sums.of_leaves(name))]
    rates: list[Number] = []
    for one in sums.groups:
        rate = _rate(*one.points(name))
        rates.append(rate)
        parts.append((one.weight, rate))
    above = scaled(linear(parts), group.out_of)
    leaves = [one.question for one in sums.children if isinstance(one, Leaf)]
    bounds = [*(_most_rate(one) for one in leaves), *(bound_of(rate) for rate in rates)]
    bound = group.out_of * max(bounds)
    errors = [error_of(rate) for rate in rates]
    is_exact = isinstance(above, Fraction) or above.whole
    error = (
        _NONE
        if is_exact
        else group.out_of * max(errors, default=_NONE) + (len(sums.children) + 8) * STEP * bound
    )
    return ratio(above, weights, bound=bound, error=error)


def _most_rate(question: Criterion) -> Fraction:
    """Return the most points of a criterion in size, as a share of its most."""
    most = question.most
    size = max(abs(question.fewest or _NONE), abs(most) if most is not None else Fraction(10**8))
    return size / abs(most or _ONE)


def _rate(points: Number, most: Number | None) -> Number:
    """Return points as a share of the most that could be."""
    if most is None:
        return points
    if isinstance(most, Fraction):
        return scaled(points, 1 / most) if most > 0 else _negative(points, most)
    if not most.whole:
        raise UnsupportedError
    return _share_of(points, most)


def _negative(points: Number, most: Fraction) -> Number:
    if most == 0:
        return points
    return linear([(1 / most, points)])


def _share_of(points: Number, most: Term) -> Number:
    """Return points as a share of a most that differs; 0 counts as 1."""
    least = most.factor
    bound = bound_of(points) / min(least, _ONE)
    is_none = negated(any_of([is_positive(most), is_positive(linear([(-_ONE, most)]))]))
    below = linear([(_ONE, most), (_ONE, only(_ONE, is_none))])
    return ratio(points, below, bound=bound, error=error_of(points) / min(least, _ONE))


# Sums.


def _sum(group: Group, weight: Fraction, sums: Sums) -> Scored:
    weights = sums.weights()
    groups = sums.groups

    def added(name: str) -> Number:
        points = [(one.weight, one.points(name)[0]) for one in groups]
        return linear([(_ONE, sums.of_leaves(name)), *points])

    return Scored(
        node=group,
        weight=weight,
        out=sums.out(),
        known=sums.known(),
        low=added("low"),
        high=added("high"),
        endless=sums.endless(),
        value=linear(
            [(_ONE, sums.of_leaves("value")), *((one.weight, one.value) for one in groups)]
        ),
        most=_summed(sums, "all", [(one, one.most, negated(one.out)) for one in groups]),
        value_most=_summed(sums, "best", [(one, one.value_most, one.known) for one in groups]),
        answered=sums.covered("answered", weights),
        coverage=sums.covered("coverage", weights),
        confirmed=sums.covered("confirmed", weights),
    )


def _summed(
    sums: Sums, name: str, groups: Sequence[tuple[Scored, Number | None, Mask]]
) -> Number | None:
    leaves = [one for one in sums.children if isinstance(one, Leaf)]
    is_open = any(one.question.most is None for one in leaves) or any(
        most is None for _, most, _ in groups
    )
    if is_open:
        return None
    parts: list[tuple[Fraction, Number]] = [(_ONE, sums.of_leaves(name))]
    parts += [(one.weight, only(most, mask)) for one, most, mask in groups if most is not None]
    return linear(parts)


# The least, the most, and the ladder.


def _picked(group: Group, weight: Fraction, children: Sequence[Scored]) -> Scored:
    by_points = group.combine is Combine.LADDER
    by = [counting_weight(one, group.combine) for one in children]
    counted = [negated(one.out) for one in children]
    known = [one.known for one in children]
    weights = linear([(_ONE, only(*pair)) for pair in zip(by, counted, strict=True)])
    pick = climbed if by_points else _pick_of(group.combine)
    most = [one.most for one in children]
    value_most = [one.value_most for one in children]
    return Scored(
        node=group,
        weight=weight,
        out=all_of([one.out for one in children]),
        known=any_of(known),
        low=pick([one.low for one in children], most, counted),
        high=pick([one.high for one in children], most, counted),
        endless=any_of([one.endless for one in children]),
        value=pick([one.value for one in children], value_most, known),
        most=_most(group.combine, most, counted),
        value_most=_most(group.combine, value_most, known),
        answered=_covered([one.answered for one in children], by, weights),
        coverage=_covered([one.coverage for one in children], by, weights),
        confirmed=_covered([one.confirmed for one in children], by, weights),
    )


Pick = Callable[[Sequence[Number], Sequence[Number | None], Sequence[Mask]], Number]


def _pick_of(combine: Combine) -> Pick:
    if combine not in (Combine.MIN, Combine.MAX):
        raise UnsupportedError
    return lambda numbers, _, masks: picked(numbers, masks, is_least=combine is Combine.MIN)


def _most(combine: Combine, most: Sequence[Number | None], masks: Sequence[Mask]) -> Number | None:
    given = [one for one in most if one is not None]
    if len(given) < len(most):
        return None
    if combine is Combine.LADDER:
        return linear([(_ONE, only(*pair)) for pair in zip(given, masks, strict=True)])
    return picked(given, masks, is_least=combine is Combine.MIN)


def _covered(shares: Sequence[Number], by: Sequence[Number], weights: Number) -> Number:
    parts = [weighed(*pair) for pair in zip(shares, by, strict=True)]
    return shared(linear(parts), weights)
