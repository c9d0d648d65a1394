"""How numbers are spread, and how far out they may lie, against other people's arithmetic."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobquality.rubrics.steps import Winsorise
from jobquality.scoring.reals import to_digits
from jobquality.scoring.spreads import (
    deviation_of,
    is_within,
    kept,
    mean_of,
    median_of,
    percentile_of,
    winsorised,
)

F = Fraction
WHOLE = st.lists(st.integers(-30, 200), min_size=1, max_size=14)
GII = Winsorise(count=5, skewness=F(2), kurtosis=F(7, 2), sample=True)


def fractions(numbers: list[int]) -> list[Fraction]:
    return [F(one) for one in sorted(numbers)]


def test_a_percentile_lies_straight_between_two_numbers() -> None:
    """Definition 7 of Hyndman and Fan (1996): place (n - 1) p, so here 3 × 0.4 = 1.2."""
    ordered = fractions([15, 20, 35, 50])

    assert percentile_of(ordered, F(40)) == 23
    assert [percentile_of(ordered, F(p)) for p in (0, 100)] == [15, 50]
    assert median_of(ordered) == F(55, 2)


@given(WHOLE, st.integers(0, 100))
def test_percentiles_are_those_of_numpy(numbers: list[int], percent: int) -> None:
    found = percentile_of(fractions(numbers), F(percent))

    assert math.isclose(float(found), float(np.percentile(numbers, percent)), abs_tol=1e-9)


@given(WHOLE)
def test_deviations_are_those_of_numpy(numbers: list[int]) -> None:
    found = deviation_of(fractions(numbers), sample=False)

    assert math.isclose(float(found), float(np.std(numbers)), abs_tol=1e-9)
    assert float(mean_of(fractions(numbers))) == pytest.approx(np.mean(numbers))


@pytest.mark.parametrize(
    ("how", "gives"),
    [
        (None, [0, 1, 2, 3, 100]),
        (Winsorise(count=1), [1, 1, 2, 3, 3]),
        (Winsorise(count=2), [2, 2, 2, 2, 2]),
        (Winsorise(count=99), [2, 2, 2, 2, 2]),
        (Winsorise(percent=F(10)), [F(2, 5), 1, 2, 3, F(306, 5)]),
    ],
)
def test_numbers_are_pulled_in_at_both_ends(how: Winsorise | None, gives: list[Fraction]) -> None:
    """The percentiles are at places 0.4 and 3.6: 0 + 0.4 × 1, and 3 + 0.6 × 97."""
    assert winsorised(fractions([0, 1, 2, 3, 100]), how) == gives


def test_outliers_are_pulled_in_until_the_skewness_or_the_kurtosis_is_within() -> None:
    """1 to 10, 30 and 100, from the manual of COINr: one number is enough."""
    ordered = fractions([*range(1, 11), 30, 100])

    assert winsorised(ordered, GII) == [*ordered[:-1], 30]


def test_equal_outliers_move_together_and_count_as_as_many() -> None:
    ordered = fractions([*range(1, 30), 5000, 5000])
    one, two = (Winsorise(count=count, skewness=F(1, 10), kurtosis=F(-2)) for count in (1, 2))

    assert winsorised(ordered, one)[-3:] == winsorised(ordered, two)[-3:] == [29, 29, 29]


def test_a_limit_that_is_just_met_is_met() -> None:
    """0, 0, 0, 0, 1 has g1 = 0.6 / √(0.2 × 0.8), exactly 3/2."""
    ordered = fractions([0, 0, 0, 0, 1])
    exact = Winsorise(skewness=F(3, 2))

    assert is_within(ordered, exact)
    assert not is_within(ordered, Winsorise(skewness=F(1499999999999999999, 10**18)))


@pytest.mark.parametrize("numbers", [[5], [1, 9], [7, 7, 7, 7]])
def test_too_few_numbers_or_equal_ones_have_no_outliers(numbers: list[int]) -> None:
    ordered = fractions(numbers)

    assert winsorised(ordered, GII) == ordered


def slow(numbers: list[int], how: Winsorise) -> list[int]:
    """Winsorise as the Handbook's users do it by hand: floats, one look at a time."""
    moved = list(numbers)
    while sum(a != b for a, b in zip(numbers, moved, strict=True)) < (how.count or len(numbers)):
        n, mean = len(moved), sum(moved) / len(moved)
        m2, m3, m4 = (sum((one - mean) ** p for one in moved) / n for p in (2, 3, 4))
        if n < 4 or m2 < 1e-12:
            return moved
        skew, kurt = m3 / m2**1.5, m4 / m2**2 - 3
        if how.sample:
            skew *= math.sqrt(n * (n - 1)) / (n - 2)
            kurt = (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * kurt + 6)
        if abs(skew) <= float(how.skewness or 0) or kurt <= float(how.kurtosis or 0):
            return moved
        out = max(moved) if skew >= 0 else min(moved)
        others = [one for one in moved if one != out]
        towards = max(others) if skew >= 0 else min(others)
        moved = [towards if one == out else one for one in moved]
    return moved


OUTLYING = st.lists(
    st.one_of(st.integers(0, 20), st.integers(-4000, 4000)), min_size=1, max_size=16
)


@given(
    OUTLYING,
    st.integers(1, 6),
    # Odd limits, which no set of whole numbers meets exactly: floats cannot decide ties.
    st.sampled_from([F(199, 97), F(47, 97), F(3, 1000003)]),
    st.sampled_from([F(351, 103), F(-59, 103)]),
    st.booleans(),
)
def test_winsorising_by_shape_is_what_a_slow_hand_does(
    numbers: list[int],
    count: int,
    skewness: Fraction,
    kurtosis: Fraction,
    sample: bool,  # noqa: FBT001  # drawn
) -> None:
    how = Winsorise(count=count, skewness=skewness, kurtosis=kurtosis, sample=sample)

    found = winsorised(fractions(numbers), how)

    assert found == [F(one) for one in sorted(slow(sorted(numbers), how))]


@given(OUTLYING, st.integers(1, 4))
def test_winsorising_keeps_the_order_and_stays_between_the_ends(
    numbers: list[int], count: int
) -> None:
    ordered = fractions(numbers)
    for how in (Winsorise(count=count), Winsorise(percent=F(count)), GII):
        found = winsorised(ordered, how)

        assert found == sorted(found)
        assert ordered[0] <= found[0]
        assert found[-1] <= ordered[-1]


def test_only_what_is_longer_than_a_page_is_rounded() -> None:
    short, long = F(1, 3**1000), F(1, 3**2000)

    assert kept(short) == short
    assert kept(long) == to_digits(long) != long


def test_no_more_numbers_are_pulled_in_than_the_file_says() -> None:
    ordered = fractions([*range(1, 30), 3000, 5000])

    assert winsorised(ordered, Winsorise(count=1, skewness=F(1, 10)))[-2:] == [3000, 3000]
    assert winsorised(ordered, Winsorise(count=2, skewness=F(1, 10)))[-2:] == [29, 29]
