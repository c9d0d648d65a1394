"""Between which numbers a product lies, when each factor lies between two."""

from collections.abc import Iterable
from fractions import Fraction

_ONE = Fraction(1)


def product_ends(factors: Iterable[tuple[Fraction, Fraction]]) -> tuple[Fraction, Fraction]:
    """Return the least and the most product of factors, each given by its least and its most.

    Two factors below 0 make a product above 0, so every corner is looked at.
    """
    low = high = _ONE
    for least, most in factors:
        corners = (low * least, low * most, high * least, high * most)
        low, high = min(corners), max(corners)
    return low, high
