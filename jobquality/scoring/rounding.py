"""Rounding, for display and for the methods that publish rounded figures."""

from fractions import Fraction
from math import ceil

from jobquality.rubrics.rounding import round_to, rounded
from jobquality.rubrics.rules import Rounding

__all__ = ["decimal_text", "round_to", "rounded", "shown_as"]


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


def decimal_text(number: Fraction, *, digits: int) -> str:
    """Return `number` as a decimal with at most `digits` decimals, half up, no zeros at the end."""
    shown = round_to(number, digits=digits)
    sign = "-" if shown < 0 else ""
    units, rest = divmod(abs(shown.numerator) * 10**digits // shown.denominator, 10**digits)
    decimals = f"{rest:0{digits}d}".rstrip("0") if digits else ""
    return f"{sign}{units}.{decimals}" if decimals else f"{sign}{units}"
