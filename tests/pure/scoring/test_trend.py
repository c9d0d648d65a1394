"""What changed between two scores, like for like."""

from collections.abc import Mapping
from textwrap import indent

import pytest

from jobquality.rubrics.loader import load_rubric
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import Scorecard
from jobquality.scoring.trend import Move, Trend, compare
from tests.pure.scoring.cases import facts_of, the_parameters

STANDARD = """
- dimension: pay
  weight: 60
  criteria:
    - criterion: raise
      weight: 50
      ask: How much was the raise?
      answer: percent
      na: yes
      points:
        - {under: 2, gives: 0}
        - {from: 2, gives: 1}
        - {from: 5, gives: 2}
    - criterion: bonus
      weight: 50
      ask: Is there a bonus?
      answer: yes_no
- dimension: voice
  weight: 40
  criteria:
    - criterion: council
      weight: 100
      ask: Is there a council?
      answer: yes_no
"""
BASE = {"raise": "3", "bonus": "no", "council": "unknown"}


def card(answers: Mapping[str, str], standard: str = STANDARD) -> Scorecard:
    text = f"rubric: cafes\nedition: 2026.1\ndimensions:\n{indent(standard, '  ')}"
    rubric = load_rubric(text.encode(), parameters={})
    return score(rubric, facts_of(rubric, answers), the_parameters())


def after(**answers: str) -> Trend:
    return compare(card(BASE), card(BASE | answers))


def moves(trend: Trend) -> dict[str, Move]:
    return {change.id: change.move for change in trend.criteria}


@pytest.mark.parametrize(
    ("criterion", "answer", "move"),
    [
        ("raise", "6", Move.BETTER),
        ("raise", "1", Move.WORSE),
        ("raise", "4", Move.SAME),
        ("raise", "unknown", Move.LESS_KNOWN),
        ("council", "yes", Move.NEWLY_KNOWN),
        ("council", "no", Move.NEWLY_KNOWN),
        ("council", "declined", Move.SAME),
    ],
)
def test_each_criterion_goes_one_way(criterion: str, answer: str, move: Move) -> None:
    trend = after(**{criterion: answer})

    assert moves(trend)[criterion] is move
    assert [one.id for one in trend.criteria if one.move is not Move.SAME] == (
        [] if move is Move.SAME else [criterion]
    )


def test_a_topic_and_the_total_go_with_their_criteria() -> None:
    trend = after(bonus="yes")

    assert {change.id: change.move for change in trend.topics} == {
        "pay": Move.BETTER,
        "voice": Move.SAME,
    }
    assert trend.total is not None
    assert trend.total.move is Move.BETTER


def test_what_applies_only_once_is_not_compared_nor_is_its_topic() -> None:
    trend = after(**{"raise": "na: closed for a year"})

    assert trend.uncompared == ("raise",)
    assert [change.id for change in trend.topics] == ["voice"]


def test_what_applies_neither_time_is_not_missed() -> None:
    closed = BASE | {"raise": "na: closed for a year"}
    trend = compare(card(closed), card(closed | {"bonus": "yes"}))

    assert trend.uncompared == ()
    assert [change.id for change in trend.topics] == ["pay", "voice"]


def test_another_edition_is_compared_by_its_like_criteria_only() -> None:
    newer = STANDARD.replace("{from: 5, gives: 2}", "{from: 8, gives: 2}")
    trend = compare(card(BASE), card(BASE | {"bonus": "yes"}, newer))

    assert moves(trend) == {"bonus": Move.BETTER, "council": Move.SAME}
    assert trend.uncompared == ("raise",)
    assert (trend.total, trend.topics) == (None, ())


def test_where_a_criterion_stands_in_the_file_makes_no_difference() -> None:
    moved = "\n\n# A remark\n" + STANDARD.replace("60", "70").replace("40", "30")
    trend = compare(card(BASE), card(BASE, moved))

    assert trend.uncompared == ()
    assert trend.total is None
