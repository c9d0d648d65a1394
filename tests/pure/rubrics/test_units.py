from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobquality.rubrics.units import (
    ANSWER_UNITS,
    NAMED_NUMBERS,
    UNITS,
    how_to_write,
    in_words,
    product,
    read_number,
    show_number,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", Fraction(7)),
        ("-1", Fraction(-1)),
        ("7.25", Fraction(29, 4)),
        ("010", Fraction(10)),
        ("0.000000000001", Fraction(1, 10**12)),
        ("999999999999999", Fraction(10**15 - 1)),
    ],
)
def test_a_number_is_read_exactly(text: str, number: Fraction) -> None:
    assert read_number(text) == number


OTHER_DIGITS = ("\u0663", "\uff17", "7.\u0663")
ODD = ("", " 7", "7 ", "7\n", "+7", ".5", "7.", "7,5", "1,000", "1e3", "0x1F", "nan", "inf", "½")
LONG = ("1_000", "1/2", "--1", "9" * 16, f"0.{'1' * 13}")


@pytest.mark.parametrize("text", [*ODD, *LONG, *OTHER_DIGITS])
def test_what_different_people_read_differently_is_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("7,25", "Use a point for decimals (7.25), and nothing between thousands (1000)."),
        ("1,000.50", "Use a point for decimals (7.25), and nothing between thousands (1000)."),
        ("1.000,50", "Use a point for decimals (7.25), and nothing between thousands (1000)."),
        ("50%", "Write the number alone, without a sign."),
        ("$15", "Write the number alone, without a sign."),
        ("1" * 16, "A number has at most 15 digits before the point and 12 after it."),
        ("about 5", "Write it as 7, 7.25 or -1."),
    ],
)
def test_a_number_that_is_none_gets_the_fitting_remedy(text: str, remedy: str) -> None:
    assert how_to_write(text) == remedy


@given(st.fractions().map(lambda number: Fraction(round(number * 10**12), 10**12)))
def test_a_shown_number_reads_as_itself(number: Fraction) -> None:
    shown = show_number(number)

    assert Fraction(shown) == number
    assert "e" not in shown


def test_a_number_without_end_is_shown_to_12_places() -> None:
    assert show_number(Fraction(-1, 3)) == "-0.333333333333"


def test_dollars_over_hours_are_dollars_an_hour() -> None:
    assert product([UNITS["usd"]], [UNITS["hours"]]) == UNITS["usd_per_hour"].dimension


def test_a_unit_over_itself_is_a_plain_number() -> None:
    wage = UNITS["usd_per_hour"]

    assert product([wage], [wage]) == UNITS["ratio"].dimension == UNITS["percent"].dimension


def test_an_injury_rate_works_out() -> None:
    base = NAMED_NUMBERS["hours_per_100_workers"][1]

    found = product([UNITS["cases"], base], [UNITS["hours"]])

    assert found == UNITS["cases_per_100_workers"].dimension


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("ratio", "a plain number"),
        ("usd", "usd"),
        ("usd_per_hour", "usd / hour"),
        ("percent_per_year", "1 / year"),
    ],
)
def test_a_dimension_is_shown_for_people(unit: str, words: str) -> None:
    assert in_words(UNITS[unit].dimension) == words


def test_only_a_change_or_a_signed_number_may_be_below_zero() -> None:
    below = [name for name in ANSWER_UNITS if UNITS[name].least != 0]

    assert below == ["percent_change", "signed_number"]
