"""How long an employer had and took is told in days of the calendar of its place."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from jobquality.ledger.snapshot import Notified, Replied, Snapshot
from jobquality.reading.heard import times_words
from jobquality.wording import Speaker
from tests.pure.ledger.test_comparing import a_draft

ZONE = "America/Chicago"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE))


def told(delivered: str, answered: str, published: str, how: str = "portal") -> Snapshot:
    given = at(delivered)
    return replace(
        a_draft("4"),
        published_at=at(published),
        notice=Notified(
            sent_at=given,
            delivered_at=given,
            delivered_how=how,
            ended_at=given + timedelta(days=14),
            days=14,
            time_zone=ZONE,
            is_shortened=False,
        ),
        reply=Replied(
            answered_at=at(answered), statement="", replied_by="", stances=(), decision=""
        ),
    )


@pytest.mark.parametrize(
    ("delivered", "answered", "published", "days"),
    [
        # minutes over midnight are a day; nearly 24 hours of one day are none
        ("2026-03-01T23:55", "2026-03-02T00:05", "2026-03-05T00:01", (1, 3)),
        ("2026-03-01T00:05", "2026-03-03T23:55", "2026-03-05T00:01", (2, 2)),
        # a day of 23 hours and one of 25
        ("2026-03-07T12:00", "2026-03-09T11:00", "2026-03-21T12:00", (2, 12)),
        ("2026-10-31T12:00", "2026-11-02T12:30", "2026-11-14T12:00", (2, 12)),
    ],
)
def test_days_are_those_of_the_calendar_of_the_place(
    delivered: str, answered: str, published: str, days: tuple[int, int]
) -> None:
    words = times_words(told(delivered, answered, published), Speaker("en"))

    took, later = (f"{count} day{'s' * (count > 1)}" for count in days)
    assert words == (
        f"It had 14 days and answered after {took}. This was published {later} after the answer."
    )


@pytest.mark.parametrize(
    ("answered", "took"),
    [("2026-03-02T00:05", "after 1 day."), ("2026-03-02T23:55", "after 1 day.")],
)
def test_a_hand_over_counts_from_its_own_day(answered: str, took: str) -> None:
    handed = told("2026-03-02T00:00", answered, "2026-03-20T12:00", "handed_over")

    assert f"answered {took}" in times_words(handed, Speaker("en"))


def test_an_answer_of_the_same_day_took_no_day() -> None:
    same = told("2026-03-01T00:05", "2026-03-01T23:55", "2026-03-20T12:00")

    assert "answered within one day." in times_words(same, Speaker("en"))
