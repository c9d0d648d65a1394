"""The sums over the children of a group, for all employers at once."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from jobquality.rubrics.model import Combine
from jobquality.scoring.table.leaves import Leaf
from jobquality.scoring.table.scored import FIGURES, Scored, counting_weight, leaf_weight
from jobquality.scoring.table.tally import Tally, Wanted
from jobquality.scoring.table.terms import (
    STEP,
    Array,
    Block,
    Mask,
    Number,
    Term,
    all_of,
    any_of,
    is_positive,
    linear,
    negated,
    only,
    ratio,
)

_ONE, _NONE = Fraction(1), Fraction(0)


#: Sums of points, of plain counts, of the most that there can be; the others are of weights.
_SCORES, _PLAIN, _BEST = ("low", "high", "value"), ("out", "endless", "some"), ("best", "all")
_WEIGHTS = ("known", "answered", "coverage", "confirmed", "counted")
#: Where a sum counts those of which another figure holds.
_COUNTED = {"some": "known", "best": "known", "all": "counted"}


class Sums:
    """The sums that a mean or a sum of children needs, criteria taken together."""

    def __init__(self, children: Sequence[Scored | Leaf], combine: Combine) -> None:
        self.is_mean = combine is Combine.MEAN
        self._combine = combine
        self.children = children
        self.groups = [one for one in children if isinstance(one, Scored)]
        self._leaves = [one for one in children if isinstance(one, Leaf)]
        self._coded = [one for one in self._leaves if one.codes is not None]
        self._tally = Tally(tuple(self._coded))
        self._asked: dict[str, Wanted | None] = {}
        for name in (*_SCORES, *_WEIGHTS, *_PLAIN, *_BEST):
            self._want(name)

    def _want(self, name: str) -> None:
        adds = [self._adds(name, leaf) for leaf in self._coded]
        self._asked[name] = self._tally.want(adds) if adds else None

    def _adds(self, name: str, leaf: Leaf) -> list[Fraction]:
        """Return what each entry of a criterion adds to a sum."""
        # In a mean the weight that is known tells whether anything is, too.
        name = "known" if name == "some" and self.is_mean else name
        of, by = FIGURES[_COUNTED.get(name, name)], self._by(name, leaf)
        figures = (of(entry) for entry in leaf.entries)
        return [_times(figure, by) for figure in figures]

    def _by(self, name: str, leaf: Leaf) -> Fraction:
        """Return what one of a figure adds to a sum."""
        if name in _SCORES:
            return self._per_point(leaf)
        if name in _PLAIN:
            return _ONE
        if name in _BEST:
            return _NONE if self.is_mean else (leaf.question.most or _NONE) * leaf.weight
        return leaf_weight(leaf, self._combine)

    def _per_point(self, leaf: Leaf) -> Fraction:
        """Return what one point of a criterion adds."""
        return leaf.weight / (leaf.question.most or _ONE) if self.is_mean else leaf.weight

    def of_leaves(self, name: str) -> Number:
        """Return a sum over the criteria."""
        wanted = self._asked[name]
        found: list[tuple[Fraction, Number]] = [(_ONE, wanted.number)] if wanted else []
        for leaf in self._leaves:
            if leaf.codes is None:
                found.append((_ONE, self._adds(name, leaf)[0]))
            elif name in _SCORES:
                found.append((self._per_point(leaf), leaf.ranged))
        return linear(found)

    def covered(self, name: str, weights: Number) -> Number:
        """Return a share of the weight that counts."""
        parts = [(_ONE, self.of_leaves(name))]
        for one in self.groups:
            by = counting_weight(one, self._combine)
            parts.append(weighed(one.share(name), by))
        return shared(linear(parts), weights)

    def weights(self) -> Number:
        """Return the weight of everything that counts."""
        parts: list[tuple[Fraction, Number]] = [(_ONE, self.of_leaves("counted"))]
        for one in self.groups:
            by = counting_weight(one, self._combine)
            parts.append((_ONE, only(by, negated(one.out))))
        return linear(parts)

    def out(self) -> Mask:
        """Return where nothing counts."""
        leaves = self.of_leaves("counted")
        return all_of([*(one.out for one in self.groups), negated(is_positive(leaves))])

    def known(self) -> Mask:
        """Return where something is known."""
        return any_of([*(one.known for one in self.groups), is_positive(self.of_leaves("some"))])

    def endless(self) -> Mask:
        """Return where the high end is open."""
        leaves = is_positive(self.of_leaves("endless"))
        return any_of([*(one.endless for one in self.groups), leaves])


def _times(figure: Fraction, by: Fraction) -> Fraction:
    """Return a product; most of them are of nothing or of one, and a fraction is slow."""
    if not figure:
        return _NONE
    return by if figure == 1 else figure * by


def weighed(number: Number, by: Number) -> tuple[Fraction, Number]:
    """Return a share and its weight, as a part of a sum."""
    if isinstance(by, Fraction):
        return by, number
    if isinstance(number, Fraction):
        return number, by
    return _ONE, multiplied(number, by)


def multiplied(one: Term, other: Term) -> Term:
    """Return the product of two numbers, as floats."""
    bound = one.bound * other.bound
    error = one.error * other.bound + one.bound * other.error + one.error * other.error

    def run(_: Block, first: Array, second: Array) -> Array:
        return np.multiply(first.astype(np.float64), second)

    return Term(
        run=run,
        inputs=(one, other),
        whole=False,
        factor=one.factor * other.factor,
        bound=bound,
        error=error + 8 * STEP * bound,
    )


def shared(covered: Number, weights: Number) -> Number:
    """Return a share from 0 to 1 of some weight."""
    error = _NONE if isinstance(covered, Fraction) or covered.whole else 64 * STEP
    return ratio(covered, weights, bound=_ONE, error=error)
