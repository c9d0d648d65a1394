"""The weights that are drawn: whole numbers, the same for the same seed, around the official."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobquality.scoring.robustness.draws import (
    Family,
    Siblings,
    Weighting,
    draw_weights,
    whole_weights,
)

PARTS = 10_000
WEIGHTS = (28, 18, 20, 17, 17)


def drawn(
    weights: tuple[int | str, ...] = WEIGHTS,
    family: Family = Family.AROUND,
    *,
    draws: int = 2_000,
    seed: int = 1,
    group: str = "total",
) -> Weighting:
    official = tuple(map(Fraction, weights))
    names = tuple(f"child{place}" for place in range(len(weights)))
    siblings = Siblings(group=group, names=names, weights=official)
    return draw_weights([siblings], family, draws=draws, seed=seed, parts=PARTS)


weights_of_siblings = st.lists(
    st.fractions(min_value=Fraction(1, 1000), max_value=100, max_denominator=1000),
    min_size=1,
    max_size=9,
)


@given(
    weights=weights_of_siblings,
    family=st.sampled_from(Family),
    seed=st.integers(0, 2**64),
)
def test_siblings_always_share_the_same_whole_number_of_parts_and_none_is_left_without(
    weights: list[Fraction], family: Family, seed: int
) -> None:
    array = drawn(tuple(map(str, weights)), family, draws=30, seed=seed).by_group["total"]

    assert array.shape == (len(weights), 30)
    assert (array.sum(axis=0) == PARTS).all()
    assert array.min() >= 1


@pytest.mark.parametrize("family", Family)
def test_the_same_seed_draws_the_same_numbers_for_ever(family: Family) -> None:
    # These come from the raw stream of PCG64 and whole-number arithmetic alone. Whoever
    # changes them changes every published figure on robustness.
    published = {Family.AROUND: AROUND, Family.HALF: HALF}

    first = drawn(family=family, draws=3).by_group["total"]

    assert first.T.tolist() == published[family]


AROUND = [
    [3284, 1249, 1493, 2153, 1821],
    [3206, 2311, 1025, 1856, 1602],
    [2031, 1580, 1495, 2483, 2411],
]
HALF = [
    [2107, 2568, 1430, 1973, 1922],
    [3598, 1211, 1396, 1945, 1850],
    [1618, 1960, 2227, 2288, 1907],
]


@pytest.mark.parametrize("family", Family)
def test_more_draws_leave_the_first_as_they_were(family: Family) -> None:
    few, many = (drawn(family=family, draws=draws).by_group["total"] for draws in (7, 50))

    assert (many[:, :7] == few).all()


@pytest.mark.parametrize("family", Family)
def test_seeds_families_and_topics_draw_different_numbers(family: Family) -> None:
    other = next(one for one in Family if one is not family)
    prints = {
        drawn(family=family).fingerprint,
        drawn(family=family, seed=2).fingerprint,
        drawn(family=other).fingerprint,
        drawn(family=family, group="wages").fingerprint,
    }

    assert len(prints) == 4
    assert drawn(family=family).fingerprint in prints


@pytest.mark.parametrize("family", Family)
def test_the_official_weights_are_in_the_middle(family: Family) -> None:
    array = drawn(family=family).by_group["total"]

    assert np.abs(array.mean(axis=1) / 100 - WEIGHTS).max() < 0.5


def test_around_the_official_weights_a_fifth_varies_by_about_five_points() -> None:
    fifth = drawn((20, 80)).by_group["total"][0] / 100

    assert 5 < fifth.std() < 6.2
    assert 9 < np.percentile(fifth, 2.5) < 11.5
    assert 30 < np.percentile(fifth, 97.5) < 33.5


def test_no_weight_is_drawn_below_half_or_above_one_and_a_half_of_the_official_one() -> None:
    array = drawn((50, 50), Family.HALF).by_group["total"]
    ratio = array[0] / array[1]

    assert ratio.min() >= 1 / 3.01
    assert ratio.max() <= 3.01
    # The ends are reached: two thirds against one third.
    assert ratio.max() > 2.7


def test_an_only_child_has_all_the_weight() -> None:
    for family in Family:
        assert (drawn((7,), family).by_group["total"] == PARTS).all()


def test_a_weight_of_one_percent_is_still_drawn_around_one_percent() -> None:
    array = drawn((99, 1)).by_group["total"]

    assert 0.6 < array[1].mean() / 100 < 1.4


@given(weights=weights_of_siblings)
def test_whole_weights_keep_the_proportions(weights: list[Fraction]) -> None:
    whole = whole_weights(weights)

    assert min(whole) >= 1
    for number, weight in zip(whole, weights, strict=True):
        share, official = Fraction(number, sum(whole)), weight / sum(weights)
        assert abs(share - official) < Fraction(1, 10**5)


def test_small_whole_weights_are_exact() -> None:
    assert whole_weights([Fraction("7.5"), Fraction(1), Fraction("0.5")]) == (15, 2, 1)
