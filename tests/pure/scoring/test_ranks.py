"""Employers ranked by what they score, and percentages that are full only when they are."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobquality.rubrics.model import Ranks, Rounding, Ties
from jobquality.scoring.ranks import ranks_of
from jobquality.scoring.rounding import rounded, shown_as
from jobquality.scoring.scorecard import Scorecard
from tests.pure.scoring.cases import a_standard, scored

PLAIN = a_standard("- {criterion: c, ask: Q, answer: number, range: {from: 0, under: 9}}")
LOWER = a_standard(
    "- {criterion: c, ask: Q, answer: number, range: {from: 0, under: 9}}",
    below="better: lower\ncombine: sum\n",
)


def cards(*answers: str, lower: bool = False) -> list[Scorecard]:
    return [scored(LOWER if lower else PLAIN, {"c": one} if one else {}) for one in answers]


@pytest.mark.parametrize(
    ("way", "expected"),
    [(Ranks.COMPETITION, (3, 1, None, 1, 4)), (Ranks.DENSE, (2, 1, None, 1, 3))],
)
def test_equal_values_share_a_rank(way: Ranks, expected: tuple[int | None, ...]) -> None:
    assert ranks_of(cards("5", "7", "", "7", "0"), way) == expected


def test_where_fewer_points_are_better_the_fewest_come_first() -> None:
    assert ranks_of(cards("5", "7", "0", lower=True), Ranks.COMPETITION) == (2, 3, 1)


def test_parts_are_not_ranked_beside_whole_employers() -> None:
    whole, part = cards("5", "7")

    assert ranks_of([whole, replace(part, part="site/a")], Ranks.DENSE) == (1, None)


@given(numbers=st.lists(st.integers(0, 9), max_size=8), way=st.sampled_from(list(Ranks)))
def test_a_rank_is_how_many_are_better_and_one(numbers: list[int], way: Ranks) -> None:
    found = ranks_of(cards(*map(str, numbers)), way)

    better = [{other for other in numbers if other > one} for one in numbers]
    many = [sum(other > one for other in numbers) for one in numbers]
    ahead = [len(one) for one in better] if way is Ranks.DENSE else many
    assert list(found) == [one + 1 for one in ahead]


FULL = Rounding(digits=0, never_full=True)


@pytest.mark.parametrize(
    ("number", "digits", "shown"),
    [("99.5", 0, "99"), ("100", 0, "100"), ("99.99", 1, "99.9"), ("99.4", 0, "99"), ("0", 0, "0")],
)
def test_what_is_not_complete_is_not_shown_as_complete(
    number: str, digits: int, shown: str
) -> None:
    rounding = replace(FULL, digits=digits)

    assert shown_as(Fraction(number), rounding, Fraction(100)) == Fraction(shown)


@given(
    number=st.fractions(0, 100),
    digits=st.integers(0, 3),
    ties=st.sampled_from(list(Ties)),
    most=st.sampled_from([Fraction(100), Fraction(10), Fraction(9, 2), None]),
)
def test_only_the_top_is_shown_otherwise(
    number: Fraction, digits: int, ties: Ties, most: Fraction | None
) -> None:
    rounding = Rounding(digits=digits, ties=ties, never_full=True)
    shown = shown_as(number, rounding, most)

    if most is None or number >= most:
        assert shown == rounded(number, rounding)
    else:
        assert shown < most
        assert shown <= rounded(number, rounding)


def test_a_level_is_decided_on_what_is_shown() -> None:
    rubric = a_standard(
        "- {criterion: c, ask: Q, answer: number, range: {from: 0, under: 1000}}",
        below="rounding: {digits: 0, levels_on: rounded, never_full: yes}\n"
        "levels:\n  - {level: full, from: {total: 100}}\n",
    )

    assert scored(rubric, {"c": "999"}).outcome.level == "no_level"
    assert scored(rubric, {"c": "1000"}).outcome.level == "full"
