"""One node for all employers at once: the terms of a `NodeScore`."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from jobquality.rubrics.model import Combine, Criterion, Group
from jobquality.scoring.table.answers import CONFIRMED, SEEN
from jobquality.scoring.table.leaves import Entry, Leaf
from jobquality.scoring.table.tally import Tally, Wanted
from jobquality.scoring.table.terms import Mask, Number, is_positive, linear, negated, only, scaled

_ONE, _NONE = Fraction(1), Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One node as terms, each with the meaning it has in a `NodeScore`.

    Where the node is out, or not known, its numbers are 0. `endless` tells where `high` is
    None. `most` is None where there is no end to it for anybody.
    """

    node: Group | Criterion
    weight: Fraction
    out: Mask
    known: Mask
    low: Number
    high: Number
    endless: Mask
    value: Number
    most: Number | None
    value_most: Number | None
    answered: Number
    coverage: Number
    confirmed: Number

    def share(self, name: str) -> Number:
        """Return `answered`, `coverage` or `confirmed`."""
        shares = {
            "answered": self.answered,
            "coverage": self.coverage,
            "confirmed": self.confirmed,
        }
        return shares[name]

    def points_at(self, *, is_high: bool) -> Number:
        """Return an end of the score."""
        return self.high if is_high else self.low

    def points(self, name: str) -> tuple[Number, Number | None]:
        """Return `low`, `high` or `value`, with the most that it could be."""
        if name == "value":
            return self.value, self.value_most
        return self.low if name == "low" else self.high, self.most


Scores = dict[str, Scored]


def counting_weight(child: Scored, combine: Combine) -> Number:
    """Return how much a child counts among its siblings."""
    if combine is Combine.MEAN:
        return child.weight
    by_points = combine in (Combine.SUM, Combine.LADDER)
    points = _points_weight(child.most) if by_points else _ONE
    return scaled(points, child.weight) if combine is Combine.SUM else points


def _points_weight(most: Number | None) -> Number:
    if most is None:
        return _ONE
    if isinstance(most, Fraction):
        return most if most > 0 else _ONE
    is_more = is_positive(most)
    return linear([(_ONE, only(most, is_more)), (_ONE, only(_ONE, negated(is_more)))])


def leaf_weight(leaf: Leaf, combine: Combine) -> Fraction:
    """Return how much a criterion counts in a mean or a sum."""
    if combine is Combine.MEAN:
        return leaf.weight
    most = leaf.question.most
    return (most if most is not None and most > 0 else _ONE) * leaf.weight


def scored_leaf(leaf: Leaf) -> Scored:
    """Return a criterion as a node of its own."""
    tally = Tally((leaf,) if leaf.codes is not None else ())
    entries = leaf.entries

    def want(of: Callable[[Entry], Fraction]) -> Wanted | Fraction:
        return tally.want([[of(one) for one in entries]]) if tally.leaves else of(entries[0])

    wanted = {name: want(of) for name, of in FIGURES.items()}
    found = {name: one.number if isinstance(one, Wanted) else one for name, one in wanted.items()}
    question = leaf.question
    return Scored(
        node=question,
        weight=leaf.weight,
        out=is_positive(found["out"]),
        known=is_positive(found["known"]),
        low=linear([(_ONE, found["low"]), (_ONE, leaf.ranged)]),
        high=linear([(_ONE, found["high"]), (_ONE, leaf.ranged)]),
        endless=is_positive(found["endless"]),
        value=linear([(_ONE, found["value"]), (_ONE, leaf.ranged)]),
        most=question.most,
        value_most=question.most,
        answered=found["answered"],
        coverage=found["coverage"],
        confirmed=found["confirmed"],
    )


def _flag(of: Callable[[Entry], bool]) -> Callable[[Entry], Fraction]:
    return lambda one: _ONE if of(one) else _NONE


#: What an entry adds to each figure of its criterion.
FIGURES: dict[str, Callable[[Entry], Fraction]] = {
    "low": lambda one: one.low,
    "high": lambda one: one.high or _NONE,
    "value": lambda one: one.value or _NONE,
    "known": _flag(lambda one: one.value is not None),
    "out": _flag(lambda one: one.is_out),
    "counted": _flag(lambda one: not one.is_out),
    "endless": _flag(lambda one: one.high is None),
    "answered": _flag(lambda one: one.answered),
    "coverage": _flag(lambda one: one.proof >= SEEN),
    "confirmed": _flag(lambda one: one.proof >= CONFIRMED),
}
