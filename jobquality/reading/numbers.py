"""Numbers, shares and ranges as people read them."""

from fractions import Fraction
from functools import lru_cache

from jobquality.rubrics.model import NO_LEVEL, NOT_ENOUGH_KNOWN
from jobquality.scoring.rounding import decimal_text
from jobquality.scoring.scorecard import NodeScore

_DIGITS = 4
_MOST_DIGITS = 12


def number_words(number: Fraction | None, *, digits: int = _DIGITS) -> str:
    """Return a number for people; a dash where there is none."""
    return "–" if number is None else decimal_words(number.numerator, number.denominator, digits)


@lru_cache(maxsize=10_000)
def decimal_words(numerator: int, denominator: int, digits: int) -> str:
    """Return a fraction as a decimal with at most `digits` decimals, half up.

    Remembered, because a file of scores says the same few numbers very often: writing it
    takes a fifth of the time.
    """
    return decimal_text(Fraction(numerator, denominator), digits=digits)


def number_beside(number: Fraction | None, limit: Fraction) -> str:
    """Return a number so that it never reads like a limit that it only comes near."""
    shown = number_words(number)
    digits = _DIGITS
    while number != limit and shown == number_words(limit, digits=digits) and digits < _MOST_DIGITS:
        digits += 1
        shown = number_words(number, digits=digits)
    return shown


def percent_words(share: Fraction) -> str:
    """Return a share as a percent that reads 0 or 100 only when it is."""
    shown = decimal_text(share * 100, digits=1)
    if shown == "100" and share < 1:
        return "99.9%"
    return "0.1%" if shown == "0" and share > 0 else f"{shown}%"


def range_words(low: Fraction | None, high: Fraction | None) -> str:
    """Return `low to high`, or one number where they are equal."""
    if high is None:
        return f"{number_words(low)} or more"
    return number_words(low) if low == high else f"{number_words(low)} to {number_words(high)}"


def ends_words(node: NodeScore) -> str:
    """Return the range of a node and the scale that it is on."""
    if node.is_out:
        return "does not apply"
    shown = range_words(node.low, node.high)
    return shown if node.most is None else f"{shown} of {number_words(node.most)}"


def points_words(node: NodeScore) -> str:
    """Return the points of a criterion: `0 to 2 of 2 points`, `1 of 1 point`."""
    most = node.high if node.most is None else node.most
    return f"{ends_words(node)} {'point' if most == 1 else 'points'}"


def count_words(count: int, one: str, many: str) -> str:
    """Return `1 day` or `2 days`."""
    return f"{count} {one if count == 1 else many}"


def level_words(level: str) -> str:
    """Return a level's id for people."""
    fixed = {NO_LEVEL: "No level", NOT_ENOUGH_KNOWN: "Not enough known", "": "–"}
    return fixed.get(level, level.replace("_", " ").capitalize())
