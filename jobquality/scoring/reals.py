"""Logarithms and roots to a stated precision, the same on every machine and for ever.

They have no exact fraction, so they are worked out to 60 digits and kept to 40: a result that
has at most 40 digits comes out exactly. `decimal` rounds its logarithm and its exponential
correctly, so nothing depends on the machine. Source: General Decimal Arithmetic Specification.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

DIGITS = 40
_WORK = Context(prec=DIGITS + 20, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999)
_KEPT = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999)
_NONE = Decimal(0)


def way_between(low: Fraction, high: Fraction, number: Fraction) -> Fraction:
    """Return how far `number` is from `low` to `high` (0 to 1), measured on the logarithm.

    All three are above 0, and `low` is not `high`.
    """
    start, end, here = (_WORK.ln(_decimal(one)) for one in (low, high, number))
    return _kept(_WORK.divide(_WORK.subtract(here, start), _WORK.subtract(end, start)))


def geometric_mean(numbers: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """Return the geometric mean of numbers above 0, each with its weight above 0."""
    pairs = list(numbers)
    total = _decimal(sum((weight for _, weight in pairs), Fraction(0)))
    logs = _NONE
    for number, weight in pairs:
        logs = _WORK.fma(_decimal(weight), _WORK.ln(_decimal(number)), logs)
    return _kept(_WORK.exp(_WORK.divide(logs, total)))


def natural_log(number: Fraction) -> Fraction:
    """Return the natural logarithm of a number above 0."""
    return _kept(_WORK.ln(_decimal(number)))


def to_digits(number: Fraction) -> Fraction:
    """Return a number rounded to 40 digits, half to even."""
    return _kept(_decimal(number))


def power(number: Fraction, exponent: Fraction) -> Fraction:
    """Return a number that is not below 0 to a power above 0; exact where the power is whole."""
    if exponent.denominator == 1:
        return number ** int(exponent)
    if number == 0:
        return Fraction(0)
    return _kept(_WORK.exp(_WORK.multiply(_decimal(exponent), _WORK.ln(_decimal(number)))))


def square_root(number: Fraction) -> Fraction:
    """Return the square root of a number that is not below 0."""
    return _kept(_WORK.sqrt(_decimal(number)))


def _decimal(number: Fraction) -> Decimal:
    return _WORK.divide(Decimal(number.numerator), Decimal(number.denominator))


def _kept(number: Decimal) -> Fraction:
    return Fraction(_KEPT.plus(number))
