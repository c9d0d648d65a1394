"""Exact numbers as text: a decimal where it ends, `a/b` in lowest terms where it never does."""

import re
from fractions import Fraction

_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_RATIO = re.compile(r"-?[0-9]+/[0-9]+")
#: Longer than any number that scoring makes; converting more takes quadratic time.
_LONGEST = 2000


def exact_text(number: Fraction) -> str:
    """Return a number as text, without rounding."""
    below, digits = number.denominator, 0
    while below % 10 == 0:
        below, digits = below // 10, digits + 1
    while below % 2 == 0 or below % 5 == 0:
        below, digits = below // (2 if below % 2 == 0 else 5), digits + 1
    return f"{number}" if below != 1 else _decimal(number, digits)


def read_exact(text: str) -> Fraction | None:
    """Return the number that `exact_text` wrote so, or None."""
    is_number = len(text) <= _LONGEST and (_DECIMAL.fullmatch(text) or _RATIO.fullmatch(text))
    if not is_number or text.endswith("/0"):
        return None
    try:
        number = Fraction(text)
    except ZeroDivisionError:
        return None
    return number if exact_text(number) == text else None


def _decimal(number: Fraction, digits: int) -> str:
    if digits == 0:
        return str(number.numerator)
    scaled = abs(number.numerator) * 10**digits // number.denominator
    whole, rest = divmod(scaled, 10**digits)
    return f"{'-' if number < 0 else ''}{whole}.{rest:0{digits}d}"
