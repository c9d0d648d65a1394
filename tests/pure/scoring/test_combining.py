"""Means, sums, the lowest, the highest and ladders, followed by hand."""

from fractions import Fraction

import pytest

from jobquality.errors import NotFoundError
from jobquality.rubrics.model import Rubric
from jobquality.scoring.score import find_scoring
from tests.pure.scoring.cases import THREE, a_standard, ends, faults, node, scored


def three(combine: str, **below: str) -> Rubric:
    """Return a standard of three criteria of 0 to 4, 0 to 2 and 0 to 4 points."""
    more = "\n".join(f"{word}: {text}" for word, text in below.items())
    return a_standard(THREE, below=f"combine: {combine}\n{more}\n")


@pytest.mark.parametrize(
    ("combine", "answers", "low", "value", "high"),
    [
        ("mean", ("3", "1", "4"), 75, 75, 75),
        ("mean", ("3", "", "4"), Fraction(175, 3), Fraction(175, 2), Fraction(275, 3)),
        ("mean", ("3", "na: none", "4"), Fraction(175, 2), Fraction(175, 2), Fraction(175, 2)),
        ("sum", ("3", "1", "4"), 8, 8, 8),
        ("sum", ("3", "", "4"), 7, 7, 9),
        ("min", ("3", "1", "4"), 1, 1, 1),
        ("min", ("3", "", "4"), 0, 3, 2),
        ("max", ("3", "1", "2"), 3, 3, 3),
        ("max", ("3", "1", ""), 3, 3, 4),
        ("ladder", ("4", "2", "1"), 7, 7, 7),
        ("ladder", ("4", "1", "4"), 5, 5, 5),
        ("ladder", ("3", "2", "4"), 3, 3, 3),
        ("ladder", ("4", "", "4"), 4, 8, 10),
        ("ladder", ("4", "na: none", "4"), 8, 8, 8),
    ],
)
def test_criteria_are_combined(
    combine: str, answers: tuple[str, str, str], low: Fraction, value: Fraction, high: Fraction
) -> None:
    card = scored(three(combine), dict(zip(("one", "two", "three"), answers, strict=True)))

    assert (card.total.low, card.total.value, card.total.high) == (low, value, high)


@pytest.mark.parametrize(
    ("combine", "most", "shares"),
    [
        ("mean", 100, (Fraction(1, 3), Fraction(1, 3), Fraction(1, 3))),
        ("sum", 10, (Fraction(2, 5), Fraction(1, 5), Fraction(2, 5))),
        ("ladder", 10, (Fraction(2, 5), Fraction(1, 5), Fraction(2, 5))),
        ("min", 2, (Fraction(1, 3), Fraction(1, 3), Fraction(1, 3))),
        ("max", 4, (Fraction(1, 3), Fraction(1, 3), Fraction(1, 3))),
    ],
)
def test_what_can_be_reached_and_what_each_counts(
    combine: str, most: int, shares: tuple[Fraction, ...]
) -> None:
    total = scored(three(combine), {}).total

    assert total.most == most
    assert tuple(child.share for child in total.children) == shares


def test_a_weighted_mean_on_a_scale_of_ten() -> None:
    rubric = a_standard(
        """
        - {criterion: pay, weight: 3, ask: Pay?, answer: number, range: {from: 0, under: 10}}
        - {criterion: hours, weight: 7, ask: Hours?, answer: number, range: {from: 0, under: 5}}
        """,
        below="out_of: 10\nweights: relative\n",
    )

    assert scored(rubric, {"pay": "1", "hours": "5"}).total.value == Fraction(73, 10)


def test_a_sum_may_take_points_away_and_be_open_above() -> None:
    rubric = a_standard(
        """
        - {criterion: found, ask: How many?, answer: number, range: {from: 0}}
        - criterion: mended
          ask: Was it mended?
          answer: yes_no
          points: [{answer: no, gives: 0}, {answer: yes, gives: -3}]
        """,
        below="combine: sum\n",
    )
    total = scored(rubric, {"mended": "yes"}).total

    assert ends(total) == (-3, None)
    assert total.value == -3
    assert total.most is None
    assert [child.share for child in total.children] == [Fraction(1, 2), Fraction(1, 2)]


LADDER_OF_SUMS = """
combine: ladder
dimensions:
  - dimension: first
    combine: sum
    criteria:
      - {criterion: a, ask: A?, answer: yes_no}
      - {criterion: b, ask: B?, answer: yes_no}
  - dimension: second
    combine: sum
    criteria:
      - {criterion: c, ask: C?, answer: yes_no}
"""


def test_a_rung_of_which_all_that_is_known_is_complete_does_not_stop_the_value() -> None:
    rubric = a_standard("[]", below=LADDER_OF_SUMS)
    total = scored(rubric, {"a": "yes", "c": "yes"}).total

    assert ends(total) == (1, 3)
    assert total.value == 2


READINGS = a_standard(
    """
    - {criterion: pay, weight: 50, ask: Pay?, answer: yes_no}
    - {criterion: hours, weight: 30, ask: Hours?, answer: yes_no}
    - {criterion: voice, weight: 20, ask: Voice?, answer: yes_no}
    """,
    below="""
    scorings:
      - {scoring: strict, when: {missing: zero}}
      - {scoring: no_voice, weight: {voice: 0}}
      - {scoring: pay_first, weight: {pay: 150}}
    """,
)


@pytest.mark.parametrize(
    ("scoring", "low", "value", "high"),
    [
        ("main", 50, 100, 100),
        ("strict", 50, 50, 100),
        ("no_voice", Fraction(125, 2), 100, 100),
        ("pay_first", 75, 100, 100),
    ],
)
def test_another_scoring_reads_the_same_answers(
    scoring: str, low: Fraction, value: int, high: int
) -> None:
    card = scored(READINGS, {"pay": "yes"}, scoring=scoring)

    assert card.scoring == scoring
    assert ends(card.total) == (low, high)
    assert card.total.value == value


def test_a_scoring_that_is_not_there_is_named_with_the_nearest_one() -> None:
    with pytest.raises(NotFoundError, match=r"has no scoring 'strikt'\. Did you mean 'strict'"):
        find_scoring(READINGS, "strikt")
    with pytest.raises(NotFoundError, match="It has: main, strict, no_voice, pay_first"):
        find_scoring(READINGS, "xyz")


@pytest.mark.parametrize(
    ("answer", "value"), [("unknown", 50), ("declined", 100), ("", 100), ("not_offered", 50)]
)
def test_each_kind_of_gap_is_read_as_the_standard_says(answer: str, value: int) -> None:
    rubric = a_standard(
        """
        - {criterion: pay, ask: Pay?, answer: yes_no}
        - {criterion: hours, ask: Hours?, answer: yes_no, when: {unknown: zero}}
        """
    )

    assert scored(rubric, {"pay": "yes", "hours": answer}).total.value == value


def test_a_threshold_that_is_hit_exactly_is_reached() -> None:
    rubric = a_standard(
        """
        - criterion: share
          ask: What share?
          answer: ratio
          of: [{criterion: above, ask: Above?, answer: number}]
          to: [{criterion: below, ask: Below?, answer: number}]
          points: [{under: 0.3, gives: 0}, {from: 0.3, gives: 1}, {from: 0.7, gives: 2}]
        """
    )

    assert node(scored(rubric, {"above": "7", "below": "10"}), "share").value == 2
    assert node(scored(rubric, {"above": "0.3", "below": "1"}), "share").value == 1
    assert node(scored(rubric, {"above": "0.299999999999", "below": "1"}), "share").value == 0


def test_where_less_is_better_not_offered_would_be_praise_and_is_refused() -> None:
    rubric = a_standard(
        "- {criterion: flies, ask: How many?, answer: number, range: {from: 0}}",
        below="""
        combine: sum
        better: lower
        levels: [{level: a, at_most: {total: 13}}]
        """,
    )

    assert faults(rubric, {"flies": "not_offered"}) == [
        (
            "flies: 'not_offered' gives the fewest points, and here fewer are better. "
            "Give the answer itself, or unknown."
        )
    ]


BETTER = a_standard(
    """
    - criterion: leavers
      ask: How many in 100 leave in a year?
      answer: percent
      points: [{under: 20, gives: 4}, {from: 20, gives: 2}, {from: 60, gives: 0}]
    - criterion: on_call
      ask: On-call shifts?
      answer: choice
      points:
        - {answer: unpaid, gives: 0}
        - {answer: paid, gives: 1}
        - {answer: never, gives: 2}
    """
)


def test_why_not_more_names_the_next_step_up() -> None:
    card = scored(BETTER, {"leavers": "60", "on_call": "unpaid"})
    leavers, on_call = (node(card, name).line for name in ("leavers", "on_call"))

    assert leavers is not None
    assert leavers.better is not None
    assert leavers.better.gives == 2
    assert leavers.edges == (None, Fraction(20), Fraction(60))
    assert on_call is not None
    assert on_call.better is not None
    assert on_call.better.gives == 1


def test_nothing_is_better_than_full_marks() -> None:
    line = node(scored(BETTER, {"leavers": "3"}), "leavers").line

    assert line is not None
    assert line.step is not None
    assert line.step.gives == 4
    assert line.better is None


def test_a_dated_figure_that_makes_bands_cross_is_a_fault() -> None:
    rubric = a_standard(
        """
        - criterion: pay
          ask: Pay?
          answer: usd_per_hour
          points: [{under: 25, gives: 0}, {from: 25, gives: 1}, {from: living_wage, gives: 2}]
        """
    )

    assert faults(rubric, {"pay": "18"}) == [
        (
            "pay: A parameter makes the bands cross: they start at 25, 20. "
            "Check the parameter for this place and date."
        )
    ]


def test_a_band_may_start_at_a_dated_figure() -> None:
    rubric = a_standard(
        """
        - criterion: pay
          ask: Pay?
          answer: usd_per_hour
          points: [{under: 15, gives: 0}, {from: 15, gives: 1}, {from: living_wage, gives: 2}]
        """
    )

    assert [scored(rubric, {"pay": pay}).total.value for pay in ("14", "19.99", "20")] == [
        0,
        50,
        100,
    ]
