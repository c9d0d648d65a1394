from fractions import Fraction

import pytest

from jobquality.reading.numbers import number_beside, number_words, percent_words, range_words
from jobquality.wording import Speaker


@pytest.mark.parametrize(
    ("share", "shown"),
    [("1", "100%"), ("0.99999", "99.9%"), ("0", "0%"), ("0.00001", "0.1%"), ("0.2375", "23.8%")],
)
def test_a_percent_reads_nothing_or_all_only_when_it_is(share: str, shown: str) -> None:
    assert percent_words(Fraction(share)) == shown


@pytest.mark.parametrize(
    ("number", "limit", "shown"),
    [
        ("79.999999", "80", "79.999999"),
        ("80.00001", "80", "80.00001"),
        ("80", "80", "80"),
        ("79.5", "80", "79.5"),
    ],
)
def test_a_number_just_beside_a_limit_does_not_read_as_the_limit(
    number: str, limit: str, shown: str
) -> None:
    assert number_beside(Fraction(number), Fraction(limit)) == shown


def test_an_end_that_is_open_is_told() -> None:
    assert range_words(Fraction(3), None, Speaker("en")) == "3 or more"
    assert range_words(Fraction(1, 3), Fraction(1), Speaker("en")) == "0.3333 to 1"
    assert number_words(None) == "–"
