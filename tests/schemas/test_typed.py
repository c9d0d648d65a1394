"""Numbers as people type them are understood in each language, and never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobquality.rubrics.units import read_number
from jobquality.schemas.typed import TwoMeanings, TypedNumberError, typed_number


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("7", "7"),
        (" 7.25 ", "7.25"),
        ("7,25", "7.25"),
        ("7.5", "7.5"),
        ("-3", "-3"),
        ("0,125", "0.125"),
        ("0.125", "0.125"),
        ("1234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("1 234 567,5", "1234567.5"),
        ("1.50", "1.5"),
    ],
)
def test_what_has_one_meaning_is_understood(language: str, typed: str, kept: str) -> None:
    assert typed_number(typed, language) == kept


def test_a_comma_before_three_digits_parts_thousands_in_english() -> None:
    assert typed_number("1,000", "en") == "1000"


@pytest.mark.parametrize(
    ("typed", "large", "small"),
    [("1,000", "1000", "1"), ("1.250", "1250", "1.25"), ("1,255", "1255", "1.2550")],
)
def test_what_has_two_meanings_in_spanish_is_asked_about(
    typed: str, large: str, small: str
) -> None:
    with pytest.raises(TwoMeanings) as asked:
        typed_number(typed, "es")

    assert (asked.value.large, asked.value.small) == (large, small)


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(".,"))
def test_both_ways_to_write_it_have_one_meaning_each(whole: int, rest: int, mark: str) -> None:
    with pytest.raises(TwoMeanings) as asked:
        typed_number(f"{whole}{mark}{rest:03d}", "es")

    assert typed_number(asked.value.large, "es") == f"{whole}{rest:03d}"
    assert read_number(typed_number(asked.value.small, "es")) == read_number(f"{whole}.{rest:03d}")


@pytest.mark.parametrize(
    "typed", ["", "soon", "7 days", "1,23,4", "1..2", "1e3", "nan", "٣", "7-8", "--7", "1,2.3,4"]
)
@pytest.mark.parametrize("language", ["en", "es"])
def test_what_is_no_number_is_refused(language: str, typed: str) -> None:
    with pytest.raises(TypedNumberError):
        typed_number(typed, language)


@pytest.mark.parametrize(
    ("typed", "unit", "kept"),
    [("$7.25", "usd_per_hour", "7.25"), ("60 %", "percent", "60"), ("7.25 USD", "usd", "7.25")],
)
def test_a_sign_that_fits_the_unit_is_taken_off(typed: str, unit: str, kept: str) -> None:
    assert typed_number(typed, "en", unit=unit) == kept


@pytest.mark.parametrize(("typed", "unit"), [("50%", "ratio"), ("$7", "days"), ("50%", "usd")])
def test_a_sign_that_does_not_fit_the_unit_is_refused(typed: str, unit: str) -> None:
    with pytest.raises(TypedNumberError):
        typed_number(typed, "en", unit=unit)
