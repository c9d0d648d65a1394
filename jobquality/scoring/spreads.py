"""How the numbers of a cohort are spread: exact, and the same in whatever order they come.

Means, medians, percentiles and the limits for outliers are exact fractions. A deviation has no
exact fraction, so it is kept to 40 digits; so is what would take more digits than a page has.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import floor, lcm

from jobquality.rubrics.steps import Winsorise
from jobquality.scoring.reals import square_root, to_digits
from jobquality.scoring.sums import exact_sum

_NONE, _HUNDRED = Fraction(0), Fraction(100)
#: Of a mean over thousands of unlike fractions nobody could check more than 40 digits by hand,
#: and each score held against it would take seconds.
_MOST_BITS = 2048
_FEWEST_FOR_SKEWNESS, _FEWEST_FOR_KURTOSIS = 3, 4
_THREE, _SIX = 3, 6


def kept(number: Fraction) -> Fraction:
    """Return a number as it is, or to 40 digits where it is longer than 2048 bits."""
    above, below = number.as_integer_ratio()
    is_short = above.bit_length() <= _MOST_BITS and below.bit_length() <= _MOST_BITS
    return number if is_short else to_digits(number)


def mean_of(numbers: Sequence[Fraction]) -> Fraction:
    """Return the mean of one number or more."""
    return exact_sum(numbers) / len(numbers)


def median_of(ordered: Sequence[Fraction]) -> Fraction:
    """Return the number in the middle, or the mean of the two there."""
    return percentile_of(ordered, Fraction(50))


def percentile_of(ordered: Sequence[Fraction], percent: Fraction) -> Fraction:
    """Return a percentile (0 to 100) of numbers in order, straight between two of them.

    The lowest number is percentile 0, the highest 100: definition 7 of Hyndman and Fan (1996),
    Sample quantiles in statistical packages, as in R, NumPy and PERCENTILE.INC.
    """
    place = (len(ordered) - 1) * percent / _HUNDRED
    before = floor(place)
    if before >= len(ordered) - 1:
        return ordered[-1]
    return ordered[before] + (place - before) * (ordered[before + 1] - ordered[before])


def deviation_of(numbers: Sequence[Fraction], *, sample: bool) -> Fraction:
    """Return the standard deviation to 40 digits; 0 where there is nothing to deviate from."""
    count = len(numbers) - 1 if sample else len(numbers)
    away, parts = _away(numbers)
    return square_root(Fraction(_sum(away, 2), count * parts**2)) if count else _NONE


def _away(numbers: Sequence[Fraction]) -> tuple[list[int], int]:
    """Return how far each number is from the mean, in whole parts of one, and how many make one.

    Whole numbers add up many times faster than fractions, and as exactly.
    """
    count, whole = len(numbers), lcm(*(number.denominator for number in numbers))
    scaled = [number.numerator * (whole // number.denominator) for number in numbers]
    total = sum(scaled)
    return [count * one - total for one in scaled], count * whole


def _sum(away: Sequence[int], power: int) -> int:
    return sum(one**power for one in away)


def winsorised(ordered: Sequence[Fraction], how: Winsorise | None) -> list[Fraction]:
    """Return numbers in order with the outermost pulled in."""
    if how is None:
        return list(ordered)
    if how.percent is not None:
        least, most = (percentile_of(ordered, one) for one in (how.percent, 100 - how.percent))
        return _within(ordered, least, most)
    if how.skewness is None and how.kurtosis is None:
        far = min(how.count or 0, (len(ordered) - 1) // 2)
        return _within(ordered, ordered[far], ordered[-1 - far])
    return _until(ordered, how)


def _within(ordered: Sequence[Fraction], least: Fraction, most: Fraction) -> list[Fraction]:
    return [min(max(number, least), most) for number in ordered]


def _until(ordered: Sequence[Fraction], how: Winsorise) -> list[Fraction]:
    """Pull in the outermost number on the side of the skew, again and again.

    Equal numbers move together and count as as many; the kurtosis alone says nothing of a
    side, so where there is no skew it is the upper one. Source: OECD and JRC (2008), Handbook
    on Constructing Composite Indicators; WIPO, Global Innovation Index, appendix on method.
    """
    numbers, pulled = list(ordered), 0
    most = len(ordered) if how.count is None else how.count
    while pulled < most and not is_within(numbers, how):
        numbers = _pulled(numbers, is_high=_sum(_away(numbers)[0], 3) >= 0)
        pulled = sum(1 for old, new in zip(ordered, numbers, strict=True) if old != new)
    return numbers


def _pulled(numbers: list[Fraction], *, is_high: bool) -> list[Fraction]:
    """Return the numbers with the outermost at one end set to the one before it.

    There are two different numbers at least: without a spread, they are within any limit.
    """
    if is_high:
        return _within(numbers, numbers[0], max(one for one in numbers if one != numbers[-1]))
    return _within(numbers, min(one for one in numbers if one != numbers[0]), numbers[-1])


def is_within(numbers: Sequence[Fraction], how: Winsorise) -> bool:
    """Say whether the skewness or the kurtosis is within its limit, decided exactly.

    Where both limits are given, one of them is enough: only what breaks both is an outlier.
    Too few numbers to have a skewness (3) or kurtosis (4), or all alike, are within. Neither
    depends on the unit, so the distances from the mean are whole numbers here.
    """
    away, _ = _away(numbers)
    if not any(away):
        return True
    is_straight = how.skewness is not None and _is_straight(away, how)
    return is_straight or (how.kurtosis is not None and _is_flat(away, how))


def _is_straight(away: Sequence[int], how: Winsorise) -> bool:
    """Compare squares, because the skewness itself has a root in it.

    g1 = m3 / m2^(3/2); corrected for a sample, G1 = g1 √(n(n-1)) / (n-2). Source: Joanes and
    Gill (1998), Comparing measures of sample skewness and kurtosis.
    """
    count = len(away)
    if count < _FEWEST_FOR_SKEWNESS:
        return True
    square = Fraction(count * _sum(away, 3) ** 2, _sum(away, 2) ** 3)
    if how.sample:
        square = square * count * (count - 1) / (count - 2) ** 2
    return square <= (how.skewness or _NONE) ** 2


def _is_flat(away: Sequence[int], how: Winsorise) -> bool:
    """Compare the kurtosis, of which that of a normal distribution (3) is taken off.

    g2 = m4 / m2² - 3; for a sample, G2 = (n-1) / ((n-2)(n-3)) · ((n+1) g2 + 6). Source: as above.
    """
    count = len(away)
    if count < _FEWEST_FOR_KURTOSIS:
        return True
    kurtosis = Fraction(count * _sum(away, 4), _sum(away, 2) ** 2) - _THREE
    if how.sample:
        corrected = (count + 1) * kurtosis + _SIX
        kurtosis = corrected * (count - 1) / ((count - 2) * (count - 3))
    return kurtosis <= (how.kurtosis or _NONE)
