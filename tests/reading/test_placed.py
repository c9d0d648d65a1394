"""The place in a cohort as a calculation: whoever types it in gets the place."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from jobquality.reading.numbers import number_words
from jobquality.reading.placed import placed_sum
from jobquality.rubrics.steps import Against, CohortReading, Equals, Winsorise
from jobquality.scoring.cohorts import place
from jobquality.scoring.freezing import Want, stats_of
from tests.cli.calculating import worked_out

NUMBERS = st.fractions(min_value=Fraction(1, 7), max_value=50, max_denominator=7)
READINGS = st.builds(
    CohortReading,
    by=st.sampled_from(list(Against)),
    lower=st.booleans(),
    log=st.booleans(),
    equals=st.sampled_from([None, Equals.NONE, Equals.HALF, Equals.ALL]),
    winsorise=st.sampled_from([None, Winsorise(count=1)]),
    high=st.sampled_from([None, Fraction(10)]),
    at_least=st.sampled_from([None, Fraction(1)]),
    sets_mean=st.sampled_from([None, Fraction(50)]),
).filter(lambda one: one.winsorise is None or one.by in (Against.MINMAX, Against.ZSCORE))


@given(READINGS, st.lists(NUMBERS, min_size=3, max_size=9), NUMBERS)
def test_a_calculation_gives_the_place(
    reading: CohortReading, members: list[Fraction], number: Fraction
) -> None:
    stats = stats_of(members, Want(reading=reading))

    shown = placed_sum(reading, stats, number)

    if shown:
        text, _, result = shown.partition(" = ")
        gives, _, clipped = result.partition(" → ")
        assert number_words(worked_out(text)) == gives
        assert (clipped or gives) == number_words(place(reading, stats, number))


def test_a_clipped_place_says_what_it_is_set_to() -> None:
    reading = CohortReading(by=Against.ZSCORE, at_most=Fraction(1))
    stats = stats_of([Fraction(1), Fraction(2), Fraction(3)], Want(reading=reading))

    assert placed_sum(reading, stats, Fraction(9)) == "(9 - 2) ÷ 0.8165 = 8.5732 → 1"


def test_there_is_nothing_to_calculate_where_all_are_equal() -> None:
    reading = CohortReading(by=Against.MINMAX)
    stats = stats_of([Fraction(4)] * 3, Want(reading=reading))

    assert placed_sum(reading, stats, Fraction(4)) == ""
