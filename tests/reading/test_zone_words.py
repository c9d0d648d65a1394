"""The city of a time zone, in the words of whoever reads the moment."""

from datetime import UTC, datetime

import pytest

from jobquality.reading.names import city_words
from jobquality.web.moments import deadline_words, moment_words
from jobquality.wording import Speaker

NOON = datetime(2026, 3, 2, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "language", "city"),
    [
        ("America/New_York", "en", "New York"),
        ("America/New_York", "es", "Nueva York"),
        ("America/Chicago", "es", "Chicago"),
        ("America/Indiana/Knox", "en", "Knox"),
        ("UTC", "es", "UTC"),
    ],
)
def test_a_time_zone_is_told_by_its_city(zone: str, language: str, city: str) -> None:
    say = Speaker(language)

    assert city_words(zone, say) == city
    assert city in moment_words(NOON, zone, say)
    assert city in deadline_words(NOON, zone, say)
