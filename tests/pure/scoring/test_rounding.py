from fractions import Fraction

import pytest

from jobquality.rubrics.model import Rounding, Ties
from jobquality.scoring.rounding import decimal_text, round_to, rounded


@pytest.mark.parametrize(
    ("number", "half_up", "half_even", "down"),
    [
        ("2.5", 3, 2, 2),
        ("3.5", 4, 4, 3),
        ("2.51", 3, 3, 2),
        ("2.49", 2, 2, 2),
        ("0.5", 1, 0, 0),
        ("-0.5", 0, 0, 0),
        ("-1.5", -1, -2, -1),
        ("-2.5", -2, -2, -2),
        ("-2.51", -3, -3, -2),
        ("7", 7, 7, 7),
    ],
)
def test_a_number_is_rounded(number: str, half_up: int, half_even: int, down: int) -> None:
    exact = Fraction(number)

    assert round_to(exact, digits=0) == half_up
    assert round_to(exact, digits=0, ties=Ties.HALF_EVEN) == half_even
    assert round_to(exact, digits=0, ties=Ties.DOWN) == down


def test_a_tie_is_one_only_exactly() -> None:
    assert round_to(Fraction("62.45"), digits=1) == Fraction("62.5")
    assert round_to(Fraction("62.449999999999"), digits=1) == Fraction("62.4")
    assert round_to(Fraction(5, 3), digits=2) == Fraction("1.67")


def test_a_standard_without_digits_rounds_nothing() -> None:
    assert rounded(Fraction(1, 3), Rounding()) == Fraction(1, 3)
    assert rounded(Fraction(1, 3), Rounding(digits=1)) == Fraction("0.3")


@pytest.mark.parametrize(
    ("number", "digits", "text"),
    [
        (Fraction(1, 3), 4, "0.3333"),
        (Fraction(2, 3), 4, "0.6667"),
        (Fraction(-2, 3), 4, "-0.6667"),
        (Fraction(-1, 20), 1, "0"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(1, 2), 4, "0.5"),
        (Fraction(100), 4, "100"),
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(-201, 100), 2, "-2.01"),
    ],
)
def test_a_number_is_written_as_a_decimal(number: Fraction, digits: int, text: str) -> None:
    assert decimal_text(number, digits=digits) == text
