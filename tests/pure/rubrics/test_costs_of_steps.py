from fractions import Fraction

import pytest

from jobquality.errors import FaultsError
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.model import Rubric
from jobquality.scoring.points import bands_of, choices_of

STANDARD = """
rubric: cafes
edition: 2026.1
criteria:
  - criterion: notice
    ask: How many days?
    answer: days
    points: [{under: 7, gives: 0}, {from: 7, gives: 1, cost: 2.5}]
  - criterion: on_call
    ask: Do you use it?
    answer: choice
    points: [{answer: often, gives: 0}, {answer: never, gives: 1, cost: 0}]
"""


def load(text: str) -> Rubric:
    return load_rubric(text.encode(), parameters={})


def test_a_line_of_points_may_say_what_it_takes_to_get_there() -> None:
    notice, on_call = load(STANDARD).questions()

    assert [band.cost for band in bands_of(notice)] == [None, Fraction(5, 2)]
    assert [choice.cost for choice in choices_of(on_call)] == [None, Fraction(0)]


def test_a_cost_changes_no_score() -> None:
    without = STANDARD.replace(", cost: 2.5", "").replace(", cost: 0", "")

    assert load(STANDARD).scoring_hash == load(without).scoring_hash


def test_a_cost_is_never_below_nothing() -> None:
    with pytest.raises(FaultsError) as caught:
        load(STANDARD.replace("2.5", "-1"))

    assert [str(fault) for fault in caught.value.faults] == [
        "line 8: A cost is below 0. Write 0 or more."
    ]
