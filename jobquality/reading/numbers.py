"""Numbers, shares and ranges as people read them."""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache

from jobquality.scoring.rounding import decimal_text
from jobquality.scoring.scorecard import NodeScore
from jobquality.wording import Speaker

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


def number_beside(number: Fraction | None, limit: Fraction, *, digits: int = _DIGITS) -> str:
    """Return a number so that it never reads like a limit that it only comes near."""
    return number_among(number, (limit,), digits=digits)


def number_among(number: Fraction | None, limits: Iterable[Fraction], *, digits: int) -> str:
    """Return a number with few decimals, more where it would read like a limit it is not."""
    near = [limit for limit in limits if limit != number]
    return number_words(number, digits=digits_beside(number, near, digits=digits))


def digits_beside(number: Fraction | None, near: Iterable[Fraction], *, digits: int) -> int:
    """Return how many decimals tell a number from each of those that it is not."""
    near = tuple(near)
    while digits < _MOST_DIGITS and number_words(number, digits=digits) in {
        number_words(limit, digits=digits) for limit in near
    }:
        digits += 1
    return digits


def percent_words(share: Fraction) -> str:
    """Return a share as a percent that reads 0 or 100 only when it is."""
    shown = decimal_text(share * 100, digits=1)
    if shown == "100" and share < 1:
        return "99.9%"
    return "0.1%" if shown == "0" and share > 0 else f"{shown}%"


def range_words(low: Fraction | None, high: Fraction | None, say: Speaker) -> str:
    """Return `low to high`, or one number where they are equal."""
    if high is None:
        return say("range_open", low=number_words(low))
    if low == high:
        return number_words(low)
    return say("range", low=number_words(low), high=number_words(high))


def ends_words(node: NodeScore, say: Speaker) -> str:
    """Return the range of a node and the scale that it is on."""
    if node.is_out:
        return say("reason_state_na")
    shown = range_words(node.low, node.high, say)
    return (
        shown if node.most is None else say("range_of", range=shown, most=number_words(node.most))
    )


def points_words(node: NodeScore, say: Speaker) -> str:
    """Return the points of a criterion: `0 to 2 of 2 points`, `1 of 1 point`."""
    most = node.high if node.most is None else node.most
    return say("points_one" if most == 1 else "points", number=ends_words(node, say))


def count_words(count: int, one: str, many: str) -> str:
    """Return `1 day` or `2 days`."""
    return f"{count} {one if count == 1 else many}"


def counted(name: str, count: int, say: Speaker) -> str:
    """Say a sentence about a count: there is another one for 1, called `NAME_one`."""
    return say(f"{name}_one" if count == 1 else name, count=count)
