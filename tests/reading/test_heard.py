"""The page says how and when an employer was told, to the day, and no more than was done."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from jobquality.ledger.snapshot import Snapshot
from tests.reading.cards import every_state, read, snapshot_of

#: The midnight in Chicago that ends 3 March.
MIDNIGHT = datetime(2026, 3, 4, 6, tzinfo=UTC)


def silent(how: str, delivered_at: datetime = MIDNIGHT) -> Snapshot:
    """Return a score about which the employer, told in this way, said nothing."""
    snapshot = snapshot_of(every_state())
    assert snapshot.notice is not None
    notice = replace(snapshot.notice, delivered_how=how, delivered_at=delivered_at)
    return replace(snapshot, notice=notice, reply=None)


def test_a_draft_handed_over_on_a_day_is_told_of_that_day() -> None:
    card = read(silent("handed_over"), "en")

    assert card.reply.summary == (
        "The draft was handed over on March 3, 2026, as recorded by a person of the team. "
        "No reply came."
    )
    assert card.notice.startswith("The whole draft was handed over on March 3, 2026, as")


def test_a_draft_opened_at_midnight_is_told_of_the_new_day() -> None:
    assert "March 4, 2026" in read(silent("portal"), "en").reply.summary


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_draft_that_nobody_took_was_not_got(language: str) -> None:
    card = read(silent("attempts"), language)
    said = f"{card.reply.summary} {card.notice}"

    assert "2026" in said
    assert not any(word in said for word in ("got the", "did not reply", "recibió", "no respondió"))


def test_attempts_are_told_with_the_day_of_the_last() -> None:
    card = read(silent("attempts"), "en")

    assert card.reply.summary == (
        "We tried to reach the employer in two ways, the last time on March 3, 2026. No reply came."
    )


@pytest.mark.parametrize(
    ("zone", "english", "spanish"),
    [
        ("America/Chicago", "Chicago time (America/Chicago)", "hora de Chicago (America/Chicago)"),
        (
            "America/New_York",
            "New York time (America/New_York)",
            "hora de Nueva York (America/New_York)",
        ),
        (
            "America/Argentina/Cordoba",
            "Cordoba time (America/Argentina/Cordoba)",
            "hora de Córdoba (America/Argentina/Cordoba)",
        ),
    ],
)
def test_a_score_names_whose_days_it_is_told_in(zone: str, english: str, spanish: str) -> None:
    snapshot = silent("portal")
    assert snapshot.notice is not None
    there = replace(snapshot, notice=replace(snapshot.notice, time_zone=zone))

    assert english in read(there, "en").days
    assert spanish in read(there, "es").days


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_score_without_a_notice_says_that_its_days_are_those_of_utc(language: str) -> None:
    untold = replace(snapshot_of(every_state()), notice=None, reply=None)

    assert "UTC" in read(untold, language).days
