"""Figures worked out from parts, or given finished, or both."""

from fractions import Fraction

import pytest

from jobquality.rubrics.model import State
from jobquality.scoring.facts import Grade
from jobquality.scoring.figures import Figure
from tests.pure.scoring.cases import a_standard, ends, faults, node, scored

PAY = a_standard(
    """
    - criterion: pay_ratio
      ask: How close is the lowest pay to the living wage?
      answer: ratio
      of: [{criterion: lowest_rate, ask: What is the lowest hourly pay?, answer: usd_per_hour}]
      to: [living_wage]
      points: [{under: 0.75, gives: 0}, {from: 0.75, gives: 1}, {from: 0.9, gives: 2}]
    """
)
SHARE = a_standard(
    """
    - criterion: enrolled
      ask: How many in 100 have the health plan?
      answer: percent
      na: yes
      of: [{criterion: with_plan, ask: How many have it?, answer: people, na: yes}]
      to: [{criterion: workers, ask: How many workers are there?, answer: people}]
      points: [{under: 33, gives: 0}, {from: 33, gives: 1}, {from: 66.6, gives: 2}]
    """
)
SICK = a_standard(
    """
    - criterion: sick_hours
      ask: How many hours of sick time can a worker earn in a year?
      answer: hours_per_year
      of: [{answer: hours_per_year, gives: 1560}]
      to: [{criterion: hours_worked_per_hour, ask: For how many?, answer: hours_per_hour}]
      under: {criterion: cap, ask: What is the most in a year?, answer: hours_per_year}
      points: [{under: 40, gives: 0}, {from: 40, gives: 1}, {from: 56, gives: 2}]
    """
)


def figure_of(card_answers: dict[str, str]) -> Figure:
    line = node(scored(SHARE, card_answers), "enrolled").line
    assert line is not None
    assert line.figure is not None
    return line.figure


def test_a_figure_is_worked_out_from_its_parts_exactly() -> None:
    figure = figure_of({"with_plan": "2", "workers": "3"})

    assert figure.number == Fraction(200, 3)


def test_a_part_may_be_a_dated_figure_and_the_trace_names_its_row() -> None:
    pay = node(scored(PAY, {"lowest_rate": "18"}), "pay_ratio")

    assert pay.value == 2
    assert pay.line is not None
    assert pay.line.figure is not None
    assert pay.line.figure.working is not None
    (part,) = pay.line.figure.working.to
    assert part.number == 20
    assert part.found is not None
    assert part.found.row.source == "Our board"


def test_a_finished_figure_counts_and_is_marked_as_given() -> None:
    figure = figure_of({"enrolled": "60"})

    assert figure.number == 60
    assert figure.working is not None
    assert figure.working.given


def test_an_open_figure_is_not_marked_as_given() -> None:
    assert figure_of({"enrolled": "unknown"}).working is None


def test_a_finished_figure_counts_while_only_some_parts_are_there() -> None:
    figure = figure_of({"enrolled": "60", "workers": "50"})

    assert figure.number == 60
    assert figure.working is not None
    assert figure.working.given


@pytest.mark.parametrize("finished", ["", "unknown", "declined"])
def test_parts_count_where_the_finished_figure_is_open(finished: str) -> None:
    figure = figure_of({"enrolled": finished, "with_plan": "30", "workers": "50"})

    assert figure.state is State.VALUE
    assert figure.number == 60


def test_parts_that_agree_with_the_finished_figure_are_what_counts() -> None:
    figure = figure_of({"enrolled": "66.67", "with_plan": "2", "workers": "3"})

    assert figure.number == Fraction(200, 3)
    assert figure.working is not None
    assert not figure.working.given


def test_parts_that_differ_from_the_finished_figure_are_a_fault() -> None:
    assert faults(SHARE, {"enrolled": "70", "with_plan": "30", "workers": "50"}) == [
        (
            "enrolled: The figure given is 70, but its parts give 60. "
            "Correct one of them, or leave the figure empty."
        )
    ]


def test_half_a_percent_of_the_larger_figure_still_agrees_and_a_hair_more_does_not() -> None:
    figure = figure_of({"enrolled": "79.6", "with_plan": "80", "workers": "100"})

    assert figure.number == 80
    assert faults(SHARE, {"enrolled": "79.599999999999", "with_plan": "80", "workers": "100"})


def test_a_rounded_figure_may_not_buy_points_that_its_parts_do_not_give() -> None:
    assert faults(PAY, {"pay_ratio": "0.9", "lowest_rate": "17.95"}) == [
        (
            "pay_ratio: The figure given is 0.9, but its parts give 0.8975, and other points. "
            "Leave the figure empty."
        )
    ]


def test_nothing_can_be_compared_with_zero() -> None:
    figure = figure_of({"with_plan": "0", "workers": "0"})

    assert figure.state is State.UNKNOWN
    assert figure.reason == "workers is 0, so nothing can be compared with it"


def test_a_finished_figure_cannot_stand_on_a_comparison_with_zero() -> None:
    assert faults(SHARE, {"enrolled": "60", "with_plan": "0", "workers": "0"}) == [
        (
            "enrolled: The figure given is 60, but workers is 0, so nothing can be compared with "
            "it. Correct one of them, or leave the figure empty."
        )
    ]


def test_a_finished_figure_cannot_stand_beside_a_part_that_is_not_offered() -> None:
    assert faults(SHARE, {"enrolled": "60", "with_plan": "not_offered"}) == [
        (
            "enrolled: The figure given is 60, but a part of it is not offered. "
            "Correct one of them, or leave the figure empty."
        )
    ]


def test_parts_that_give_more_than_there_can_be_are_a_fault() -> None:
    assert faults(SHARE, {"with_plan": "60", "workers": "50"}) == [
        (
            "enrolled: What its parts give is above 100, the most there can be of percent. "
            "Correct the parts."
        )
    ]


@pytest.mark.parametrize(
    ("with_plan", "workers", "state"),
    [
        ("30", "", State.MISSING),
        ("30", "unknown", State.UNKNOWN),
        ("unknown", "declined", State.DECLINED),
        ("", "unknown", State.UNKNOWN),
        ("not_offered", "declined", State.NOT_OFFERED),
        ("na: all are family", "unknown", State.NA),
    ],
)
def test_the_gap_that_weighs_most_stands_for_the_figure(
    with_plan: str, workers: str, state: State
) -> None:
    card = scored(SHARE, {"with_plan": with_plan, "workers": workers})

    assert node(card, "enrolled").state is state


def test_a_part_that_does_not_apply_leaves_a_figure_that_must_be_given_unknown() -> None:
    rubric = a_standard(
        """
        - criterion: enrolled
          ask: How many in 100 have the health plan?
          answer: percent
          of: [{criterion: with_plan, ask: How many have it?, answer: people, na: yes}]
          to: [{criterion: workers, ask: How many workers are there?, answer: people}]
          points: [{under: 33, gives: 0}, {from: 33, gives: 1}]
        """
    )
    enrolled = node(scored(rubric, {"with_plan": "na: all are family"}), "enrolled")

    assert enrolled.state is State.UNKNOWN
    assert ends(enrolled) == (0, 1)
    assert enrolled.answered == 0


def test_a_part_that_is_not_offered_gives_the_fewest_points_and_counts_as_answered() -> None:
    enrolled = node(scored(SHARE, {"with_plan": "not_offered"}), "enrolled")

    assert ends(enrolled) == (0, 0)
    assert enrolled.answered == 1


def test_not_offered_goes_before_parts_that_read_zero() -> None:
    answers = {"enrolled": "not_offered", "with_plan": "0", "workers": "50"}

    assert node(scored(SHARE, answers), "enrolled").state is State.NOT_OFFERED


@pytest.mark.parametrize(
    ("accrual", "cap", "hours", "capped"),
    [("26", "48", 48, True), ("39", "48", 40, False), ("30", "52", 52, False)],
)
def test_a_cap_holds_a_figure_down(accrual: str, cap: str, hours: int, *, capped: bool) -> None:
    line = node(scored(SICK, {"hours_worked_per_hour": accrual, "cap": cap}), "sick_hours").line

    assert line is not None
    assert line.figure is not None
    assert line.figure.working is not None
    assert line.figure.number == hours
    assert line.figure.working.capped is capped


def test_a_figure_is_open_until_its_cap_is_known() -> None:
    sick = node(scored(SICK, {"hours_worked_per_hour": "20"}), "sick_hours")

    assert sick.state is State.MISSING
    assert ends(sick) == (0, 2)


def test_a_dated_figure_that_is_not_known_is_a_fault_for_each_criterion_that_needs_it() -> None:
    (said,) = faults(PAY, {"lowest_rate": "18"}, profile={"place": "NY"})

    assert said.startswith("pay_ratio: No living_wage for New York")


def test_a_dated_figure_is_not_missed_where_the_part_beside_it_is() -> None:
    card = scored(PAY, {}, profile={"place": "NY"})

    assert node(card, "pay_ratio").state is State.MISSING


@pytest.mark.parametrize(
    ("grades", "coverage", "supposed"),
    [
        ({"with_plan": Grade.E3, "workers": Grade.E2}, 1, 1),
        ({"with_plan": Grade.E3, "workers": Grade.E1}, 0, 0),
        ({"with_plan": Grade.E3, "workers": None}, 0, 1),
        ({"with_plan": Grade.E1, "workers": None}, 0, 0),
    ],
)
def test_a_figure_is_as_well_proved_as_the_weakest_answer_it_rests_on(
    grades: dict[str, Grade | None], coverage: int, supposed: int
) -> None:
    card = scored(SHARE, {"with_plan": "30", "workers": "50"}, grades=grades)

    assert card.total.coverage == coverage
    assert card.total.supposed == supposed


def test_a_figure_may_rest_on_another_that_is_itself_worked_out() -> None:
    rubric = a_standard(
        """
        - criterion: pay_gap
          ask: What is weekly pay compared with $400?
          answer: ratio
          of: [{criterion: weekly, ask: Weekly pay?, answer: usd}]
          to: [{answer: usd, gives: 400}]
          points: [{under: 1, gives: 0}, {from: 1, gives: 1}]
        - criterion: weekly_sum
          ask: What is paid in a week?
          answer: usd
          of:
            - {criterion: rate, ask: Hourly pay?, answer: usd_per_hour}
            - {criterion: hours, ask: Hours?, answer: hours}
          points: [{under: 300, gives: 0}, {from: 300, gives: 1}]
        - criterion: pay_share
          ask: What part of $800 is that?
          answer: percent
          of: [weekly_sum]
          to: [{answer: usd, gives: 800}]
          points: [{under: 50, gives: 0}, {from: 50, gives: 1}]
        """
    )
    card = scored(rubric, {"rate": "10", "hours": "40"})

    assert [node(card, name).value for name in ("weekly_sum", "pay_share")] == [1, 1]
