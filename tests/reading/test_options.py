"""Answers as people read them."""

from pathlib import Path

import pytest

from jobquality.reading.names import Names
from jobquality.reading.options import answer_words
from jobquality.rubrics.catalog import load_edition, shipped
from jobquality.scoring.answers import find_questions
from jobquality.wording import Speaker

EDITION = shipped().edition("restaurants_us", "2026.1")
NAMES = Names.of(EDITION, Speaker("en"))
QUESTIONS = find_questions(EDITION.rubric)


@pytest.mark.parametrize(
    ("criterion", "answer", "said"),
    [
        ("lowest_base_rate", "7.5", "$7.50 an hour"),
        ("sched_change_pay", "nothing", "No extra pay"),
        (
            "wages_tip_integrity",
            "tip_record_open;no_card_fees",
            "Card fees are not taken out of tips; Workers can see the tip record each pay day",
        ),
        ("wages_tip_integrity", "na: no tips", "does not apply: no tips"),
        ("paid_below_minimum", "none_found", "Checked, none found"),
        ("committed", "2026-03-01", "March 1, 2026"),
        ("lowest_base_rate", "a lot", "a lot"),
    ],
)
def test_an_answer_is_said_as_it_was_understood(criterion: str, answer: str, said: str) -> None:
    assert answer_words(NAMES, QUESTIONS[criterion], answer) == said


def test_a_tally_says_how_often() -> None:
    edition = load_edition(Path("tests/fieldforms/kitchens.yaml"), shipped().parameters)
    question = find_questions(edition.rubric)["findings"]

    said = answer_words(Names.of(edition, Speaker("en")), question, "major; minor*3")

    assert said == "3 × A small thing; A big thing"  # a sign
