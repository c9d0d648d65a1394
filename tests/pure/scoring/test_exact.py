"""Exact numbers as text."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobquality.scoring.exact import exact_text, read_exact


@given(st.fractions())
def test_every_number_comes_back_as_it_was(number: Fraction) -> None:
    assert read_exact(exact_text(number)) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [("0", "0"), ("-1/2", "-0.5"), ("66.50", "66.5"), ("1/3", "1/3"), ("-7/6", "-7/6"),
     ("100", "100"), ("1/40", "0.025"), ("12345.0001", "12345.0001"), ("3/125", "0.024")],
)  # fmt: skip
def test_a_decimal_is_written_where_there_is_one(number: str, text: str) -> None:
    assert exact_text(Fraction(number)) == text


@pytest.mark.parametrize(
    "text",
    ["", "1.0", "01", "+1", "-0", "2/4", "1/2", "1/0", "1/00", "1e3", ".5", "1.", " 1", "٣", "1_0"],
)  # fmt: skip
def test_only_one_way_to_write_a_number_is_read(text: str) -> None:
    assert read_exact(text) is None
