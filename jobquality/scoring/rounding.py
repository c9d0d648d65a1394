"""Rounding, for display and for the methods that publish rounded figures."""

from fractions import Fraction
from math import ceil, floor

from jobquality.rubrics.model import Rounding, Ties

_HALF = Fraction(1, 2)


def rounded(number: Fraction, rounding: Rounding) -> Fraction:
    """Return `number` at the digits of `rounding`; unchanged where it has none."""
    if rounding.digits is None:
        return number
    return round_to(number, digits=rounding.digits, ties=rounding.ties)


def shown_as(number: Fraction, rounding: Rounding, most: Fraction | None) -> Fraction:
    """Return `number` as it is shown on a scale up to `most`.

    Where the standard says so (`never_full`), what is not complete is never shown as complete:
    99.7 of 100 is 99, and with one digit 99.97 is 99.9.
    """
    shown = rounded(number, rounding)
    is_complete = most is None or number >= most or shown < most
    if is_complete or not rounding.never_full or most is None or rounding.digits is None:
        return shown
    scale = 10**rounding.digits
    return Fraction(ceil(most * scale) - 1, scale)


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


def decimal_text(number: Fraction, *, digits: int) -> str:
    """Return `number` as a decimal with at most `digits` decimals, half up, no zeros at the end."""
    shown = round_to(number, digits=digits)
    sign = "-" if shown < 0 else ""
    units, rest = divmod(abs(shown.numerator) * 10**digits // shown.denominator, 10**digits)
    decimals = f"{rest:0{digits}d}".rstrip("0") if digits else ""
    return f"{sign}{units}.{decimals}" if decimals else f"{sign}{units}"
