"""One number of many, in each of the ways that a group can combine its children."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod
from statistics import median

from jobquality.rubrics.model import Combine, Group
from jobquality.rubrics.rules import Take
from jobquality.scoring.reals import geometric_mean
from jobquality.scoring.sums import exact_products, exact_sum

ONE, NONE, HUNDRED = Fraction(1), Fraction(0), Fraction(100)
#: Of these only a share of the most counts, so that children of different scales can meet.
SHARED = (Combine.MEAN, Combine.GEOMETRIC, Combine.HARMONIC)


Combiner = Callable[[Sequence[Fraction]], Fraction]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What is combined: numbers on their own scales, the most of each, and what each weighs."""

    numbers: tuple[Fraction, ...]
    most: tuple[Fraction | None, ...]
    weights: tuple[Fraction, ...]

    def shares(self, *, is_raw: bool) -> list[Fraction]:
        """Return each number as a share of its most (0 to 1), or as it is."""
        if is_raw:
            return list(self.numbers)
        # Where what applies can give no points at all, none are missed or earned: 0 of 1.
        pairs = zip(self.numbers, self.most, strict=True)
        return [number / (top or ONE) for number, top in pairs]


def combined(group: Group, terms: Terms) -> Fraction:
    """Return the score of a group on its own scale; `terms` has at least one."""
    return _WAYS[group.combine](group, taken(group, terms))


def taken(group: Group, terms: Terms) -> Terms:
    """Return the terms that count, in their order: the highest, the lowest, or all but some."""
    take = group.rules.take if group.rules else None
    if take is None:
        return terms
    shares = terms.shares(is_raw=is_raw(group) or group.combine not in SHARED)
    order = sorted(range(len(shares)), key=shares.__getitem__)
    kept = sorted(_within(take, order))
    return Terms(
        numbers=tuple(terms.numbers[place] for place in kept),
        most=tuple(terms.most[place] for place in kept),
        weights=tuple(terms.weights[place] for place in kept),
    )


def _within(take: Take, order: list[int]) -> list[int]:
    """Return which places are taken of those in rising order; never none of them."""
    count = len(order)
    first, end = take.without_lowest or 0, count - (take.without_highest or 0)
    if take.highest is not None:
        first = max(first, count - take.highest)
    if take.lowest is not None:
        end = min(end, take.lowest)
    middle = (count - 1) // 2
    return order[first:end] or order[middle : middle + 1]


def _scale(group: Group) -> Fraction:
    return ONE if is_raw(group) else group.out_of


def is_raw(group: Group) -> bool:
    """Say whether a mean is taken of the points themselves."""
    return group.rules is not None and group.rules.is_raw


def _mean(group: Group, terms: Terms) -> Fraction:
    return exact_products(_rates(group, terms.most, terms.weights), terms.numbers)


def _rates(
    group: Group, most: Sequence[Fraction | None], weights: Sequence[Fraction]
) -> list[Fraction]:
    """Return what each point of a child adds to a mean."""
    one = _scale(group) / exact_sum(weights)
    if is_raw(group):
        return [one * weight for weight in weights]
    return [one * weight / (top or ONE) for weight, top in zip(weights, most, strict=True)]


def combiner(
    group: Group, most: Sequence[Fraction | None], weights: Sequence[Fraction]
) -> Combiner:
    """Return what makes one number of many; worked out once for a value and both ends."""
    is_whole = group.rules is None or group.rules.take is None
    if group.combine is Combine.MEAN and weights and is_whole:
        rates = _rates(group, most, weights)
        return lambda numbers: exact_products(rates, numbers)
    tops, by = tuple(most), tuple(weights)
    return lambda numbers: combined(group, Terms(numbers=tuple(numbers), most=tops, weights=by))


def _sum(group: Group, terms: Terms) -> Fraction:
    total = exact_products(terms.weights, terms.numbers)
    rules = group.rules
    if rules is None:
        return total
    if rules.rescaled:
        most = exact_products(terms.weights, [top or NONE for top in terms.most])
        return total / (most or ONE) * group.out_of
    return total + (rules.start or NONE)


def _product(group: Group, terms: Terms) -> Fraction:
    del group
    return prod(terms.numbers, start=ONE)


def _geometric(group: Group, terms: Terms) -> Fraction:
    shares = terms.shares(is_raw=is_raw(group))
    if any(share <= 0 for share in shares):
        return NONE
    return geometric_mean(zip(shares, terms.weights, strict=True)) * _scale(group)


def _harmonic(group: Group, terms: Terms) -> Fraction:
    shares = terms.shares(is_raw=is_raw(group))
    if any(share <= 0 for share in shares):
        return NONE
    below = exact_sum(weight / share for share, weight in zip(shares, terms.weights, strict=True))
    return exact_sum(terms.weights) / below * _scale(group)


def _least(group: Group, terms: Terms) -> Fraction:
    del group
    return min(terms.numbers)


def _largest(group: Group, terms: Terms) -> Fraction:
    del group
    return max(terms.numbers)


def _median(group: Group, terms: Terms) -> Fraction:
    del group
    return median(terms.numbers)


def _climb(group: Group, terms: Terms) -> Fraction:
    """A rung counts only when every rung before it is complete."""
    climbed = NONE
    for number, is_done in zip(terms.numbers, complete(group, terms), strict=True):
        climbed += number
        if not is_done:
            break
    return climbed


def _all(group: Group, terms: Terms) -> Fraction:
    return Fraction(all(complete(group, terms)))


def _any(group: Group, terms: Terms) -> Fraction:
    return Fraction(any(complete(group, terms)))


def _count(group: Group, terms: Terms) -> Fraction:
    done = zip(terms.weights, complete(group, terms), strict=True)
    return exact_sum(weight for weight, is_done in done if is_done)


def _share(group: Group, terms: Terms) -> Fraction:
    return _count(group, terms) / exact_sum(terms.weights) * group.out_of


def complete(group: Group, terms: Terms) -> list[bool]:
    """Say of each child whether it is complete: at its most, or at the stated share of it."""
    rules = group.rules
    percent = HUNDRED if rules is None or rules.complete_from is None else rules.complete_from
    return [
        top is not None and number * HUNDRED >= top * percent
        for number, top in zip(terms.numbers, terms.most, strict=True)
    ]


_WAYS: Mapping[Combine, Callable[[Group, Terms], Fraction]] = {
    Combine.MEAN: _mean,
    Combine.SUM: _sum,
    Combine.MIN: _least,
    Combine.MAX: _largest,
    Combine.MEDIAN: _median,
    Combine.LADDER: _climb,
    Combine.PRODUCT: _product,
    Combine.GEOMETRIC: _geometric,
    Combine.HARMONIC: _harmonic,
    Combine.ALL: _all,
    Combine.ANY: _any,
    Combine.COUNT: _count,
    Combine.SHARE: _share,
}


def most_combined(
    group: Group, most: Sequence[Fraction | None], weights: Sequence[Fraction]
) -> Fraction | None:
    """Return the best score that children can make; None where there is no end to it."""
    if _is_on_scale(group):
        return group.out_of
    fixed = _FIXED.get(group.combine)
    if fixed is not None:
        return fixed(weights)
    given = tuple(top for top in most if top is not None)
    if not weights or len(given) < len(most):
        return None
    return combined(group, Terms(numbers=given, most=given, weights=tuple(weights)))


def _one(weights: Sequence[Fraction]) -> Fraction:
    del weights
    return ONE


_FIXED = {Combine.ALL: _one, Combine.ANY: _one, Combine.COUNT: exact_sum}


def _is_on_scale(group: Group) -> bool:
    """Say whether the score of a group runs up to its `out_of`, whatever its children give."""
    is_rescaled = group.rules is not None and group.rules.rescaled
    is_shared = group.combine in SHARED and not is_raw(group)
    return is_rescaled or is_shared or group.combine is Combine.SHARE
