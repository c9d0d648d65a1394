"""Exact sums that stay fast: whole numbers inside, one fraction at the end.

A scorecard is mostly sums. Added one fraction after the other, each with its own greatest
common divisor, they take most of the time of a score.
"""

from collections.abc import Iterable
from fractions import Fraction
from math import lcm


def exact_sum(terms: Iterable[Fraction]) -> Fraction:
    """Return the sum of fractions, exactly."""
    return _sum([term.as_integer_ratio() for term in terms])


def exact_products(weights: Iterable[Fraction], numbers: Iterable[Fraction]) -> Fraction:
    """Return the sum of each number times its weight, exactly."""
    pairs = zip(weights, numbers, strict=True)
    return _sum(
        [
            (weight.numerator * number.numerator, weight.denominator * number.denominator)
            for weight, number in pairs
        ]
    )


def _sum(ratios: list[tuple[int, int]]) -> Fraction:
    whole = lcm(*(below for _, below in ratios))
    return Fraction(sum(above * (whole // below) for above, below in ratios), whole)
