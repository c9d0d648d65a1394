from datetime import date

import pytest

from jobquality.reading.ages import age_words
from jobquality.wording import Speaker


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 3, 1), "today"),
        (date(2026, 3, 2), "today"),  # a day that is ahead somewhere else is no age
        (date(2026, 2, 28), "1 day ago"),
        (date(2026, 1, 1), "59 days ago"),
        (date(2025, 12, 31), "2 months ago"),
        (date(2025, 3, 2), "11 months ago"),
        (date(2025, 3, 1), "12 months ago"),
        (date(2024, 3, 2), "23 months ago"),
        (date(2024, 3, 1), "2 years ago"),
        (date(2024, 2, 29), "2 years ago"),
        (date(2016, 3, 1), "10 years ago"),
    ],
)
def test_the_age_of_a_day_is_said_in_whole_units_that_have_passed(day: date, said: str) -> None:
    assert age_words(day, date(2026, 3, 1), Speaker("en")) == said


def test_it_is_said_in_spanish_too() -> None:
    assert age_words(date(2025, 3, 2), date(2026, 3, 1), Speaker("es")) == "hace 11 meses"
