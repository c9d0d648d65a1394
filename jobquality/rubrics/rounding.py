"""Rounding numbers exactly, as a standard says."""

from fractions import Fraction
from math import ceil, floor

from jobquality.rubrics.rules import Rounding, Ties

_HALF = Fraction(1, 2)


def rounded(number: Fraction, rounding: Rounding) -> Fraction:
    """Return `number` at the digits of `rounding`; unchanged where it has none."""
    if rounding.digits is None:
        return number
    return round_to(number, digits=rounding.digits, ties=rounding.ties)


def round_to(number: Fraction, *, digits: int, ties: Ties = Ties.HALF_UP) -> Fraction:
    """Return `number` rounded to `digits` decimals, exactly.

    Half up means away from minus infinity: 0.5 gives 1 and -0.5 gives 0. Down cuts off
    towards zero, and up goes to the next number above.
    """
    scaled = number * 10**digits
    if ties in (Ties.DOWN, Ties.UP):
        return Fraction(int(scaled) if ties is Ties.DOWN else ceil(scaled), 10**digits)
    whole = floor(scaled)
    rest = scaled - whole
    is_up = rest > _HALF or (rest == _HALF and (ties is Ties.HALF_UP or whole % 2 == 1))
    return Fraction(whole + is_up, 10**digits)
