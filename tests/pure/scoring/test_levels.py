"""The level, every reason for and against it, and what it would be otherwise."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from jobquality.rubrics.model import NO_LEVEL, NOT_ENOUGH_KNOWN, Rubric, State
from jobquality.scoring.facts import Fact, Grade
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import Checked, Scorecard
from tests.pure.scoring.cases import (
    a_standard,
    ends,
    facts_of,
    faults,
    node,
    scored,
    the_parameters,
)

CAFES = a_standard(
    "[]",
    below="""
    dimensions:
      - dimension: wages
        weight: 60
        criteria:
          - criterion: pay
            ask: Pay?
            answer: usd_per_hour
            points: [{under: 15, gives: 0}, {from: 15, gives: 1}, {from: 18, gives: 2}]
      - dimension: hours
        weight: 40
        criteria:
          - {criterion: notice, weight: 50, ask: Notice?, answer: yes_no}
          - {criterion: rest, weight: 50, ask: Rest?, answer: yes_no}
    critical:
      - {critical: wages_unpaid, ask: Does it owe wages?, source: State records}
      - {critical: breaks_missed, ask: Are breaks missed?, source: State records, allows: bronze}
    levels:
      - {level: gold, from: {total: 100, coverage: 100, confirmed: 60, pay: 2}}
      - {level: silver, from: {total: 80, each_dimension: 50, coverage: 80}}
      - {level: bronze, from: {wages: 50, coverage: 60}}
      - {level: committed, ask: Until when does the plan run?, answer: date}
    """,
)
ALL = {"pay": "18", "notice": "yes", "rest": "yes"}
NONE_FOUND = {"wages_unpaid": "none_found", "breaks_missed": "none_found"}
GRADES = {"breaks_missed": "bronze", "wages_unpaid": NO_LEVEL}


def judged(answers: dict[str, str], *, grade: Grade | None = Grade.E2, **but: Grade) -> Scorecard:
    grades = dict.fromkeys(answers, grade) | but
    return scored(CAFES, {**NONE_FOUND, **answers}, grades=grades)


def reasons(card: Scorecard, level: str) -> list[tuple[str, bool]]:
    found = next(one for one in card.outcome.levels if one.level.id == level)
    return [(check.name, check.holds) for check in found.checks] + [
        (one.critical.id, False) for one in found.blocked_by
    ]


def test_every_reason_for_every_level_is_there() -> None:
    card = judged({**ALL, "rest": "no"})

    assert reasons(card, "gold") == [
        ("total", False),
        ("coverage", True),
        ("confirmed", False),
        ("pay", True),
    ]
    assert reasons(card, "silver") == [
        ("total", True),
        ("wages", True),
        ("hours", True),
        ("coverage", True),
    ]
    assert reasons(card, "bronze") == [("wages", True), ("coverage", True)]
    assert card.outcome.level == "silver"


def test_gold_needs_its_confirmed_share_and_its_named_criterion() -> None:
    assert judged(ALL).outcome.level == "silver"
    assert judged(ALL, pay=Grade.E3).outcome.level == "gold"
    assert judged({**ALL, "pay": "17"}, pay=Grade.E3).outcome.level == "bronze"


def test_a_score_exactly_at_its_floor_has_the_level() -> None:
    card = judged({**ALL, "rest": "no"})

    assert card.total.low == 80
    assert card.outcome.level == "silver"


def test_coverage_exactly_at_its_floor_is_enough_and_anything_less_is_not() -> None:
    at_floor = judged({"pay": "18"})
    below = judged({"notice": "yes", "rest": "yes"})

    assert at_floor.total.coverage * 100 == 60
    assert at_floor.outcome.level == "bronze"
    assert below.total.coverage * 100 == 40
    assert below.outcome.level == NOT_ENOUGH_KNOWN


def test_a_public_page_is_not_evidence() -> None:
    card = judged(ALL, grade=Grade.E1)

    assert (card.outcome.level, card.outcome.if_evidence_holds) == (
        NOT_ENOUGH_KNOWN,
        NOT_ENOUGH_KNOWN,
    )
    assert card.outcome.could_reach == "gold"


def test_answers_without_a_grade_count_only_if_the_evidence_holds() -> None:
    card = judged(ALL, grade=None)

    assert card.total.coverage == 0
    assert card.outcome.level == NOT_ENOUGH_KNOWN
    assert card.outcome.if_evidence_holds == "silver"


def test_below_the_coverage_floor_even_a_finding_is_not_enough_known() -> None:
    card = judged({"notice": "no", "wages_unpaid": "found"})

    assert card.outcome.level == NOT_ENOUGH_KNOWN


@pytest.mark.parametrize("violation", sorted(GRADES))
def test_a_violation_that_is_found_bounds_the_level(violation: str) -> None:
    card = judged({**ALL, violation: "found"}, pay=Grade.E4)

    assert card.outcome.level == GRADES[violation]
    assert (violation, False) in reasons(card, "gold")


def test_what_is_not_checked_blocks_as_a_finding_would_but_is_no_verdict() -> None:
    card = judged({**ALL, "wages_unpaid": "not_checked"})

    assert card.outcome.level == NOT_ENOUGH_KNOWN
    assert card.outcome.if_evidence_holds == "silver"
    assert [one.checked for one in card.outcome.critical] == [
        Checked.NOT_CHECKED,
        Checked.NONE_FOUND,
    ]


def test_what_is_not_checked_bounds_the_level_where_a_finding_would() -> None:
    assert judged({**ALL, "breaks_missed": ""}, pay=Grade.E4).outcome.level == "bronze"


def test_what_is_not_checked_changes_nothing_where_no_level_is_reached() -> None:
    card = judged({"pay": "9", "notice": "no", "rest": "no", "wages_unpaid": ""})

    assert card.outcome.level == NO_LEVEL


def test_an_open_answer_holds_a_level_back_and_shows_what_could_be_reached() -> None:
    card = judged({"pay": "18", "notice": "yes"}, pay=Grade.E4)

    assert ends(card.total) == (80, 100)
    assert (card.outcome.level, card.outcome.could_reach) == ("silver", "gold")


@pytest.mark.parametrize(
    ("until", "level"),
    [("2026-06-01", "committed"), ("2026-05-31", NO_LEVEL), ("2027-01-01", "committed")],
)
def test_committed_holds_to_the_end_of_its_last_day(until: str, level: str) -> None:
    card = judged({"pay": "9", "notice": "no", "rest": "no", "committed": until})

    assert (card.on, card.outcome.level) == (date(2026, 6, 1), level)


def test_committed_is_not_shown_where_a_scored_level_is_reached() -> None:
    card = judged({**ALL, "committed": "2027-01-01"})

    assert card.outcome.level == "silver"
    assert card.outcome.declared is not None


def test_a_declared_level_is_not_taken_back_by_what_else_would_be_none() -> None:
    card = judged({"pay": "9", "notice": "no", "rest": "no", "committed": "2027-01-01"})

    assert card.outcome.if_evidence_holds == "committed"
    assert card.outcome.could_reach == "committed"


def test_a_standard_without_levels_has_no_level() -> None:
    card = scored(a_standard("- {criterion: pay, ask: Pay?, answer: yes_no}"), {"pay": "yes"})

    assert (card.outcome.level, card.outcome.could_reach, card.outcome.levels) == ("", "", ())


def test_no_dimension_can_fail_that_does_not_apply() -> None:
    rubric = a_standard(
        "[]",
        below="""
        dimensions:
          - dimension: wages
            criteria: [{criterion: pay, ask: Pay?, answer: yes_no}]
          - dimension: tips
            criteria:
              - {criterion: rules, ask: Rules?, answer: yes_no, applies: {tipped_workers: yes}}
        levels: [{level: good, from: {each_dimension: 100, tips: 100, rules: 1}}]
        """,
    )
    card = scored(rubric, {"pay": "yes"}, profile={"tipped_workers": "no"})

    assert node(card, "tips").is_out
    assert card.outcome.level == "good"


GRADED = a_standard(
    """
    - {criterion: flies, ask: How many?, answer: number, range: {from: 0, under: 50}}
    - {criterion: dirt, ask: How much?, answer: number, range: {from: 0, under: 50}}
    """,
    below="""
    combine: sum
    better: lower
    critical:
      - {critical: rats, ask: Are there rats?, source: The inspector}
    levels:
      - {level: a, at_most: {total: 13}}
      - {level: b, at_most: {total: 27}}
      - {level: c}
      - {level: pending, ask: Is the grade pending?, answer: yes_no, overrides: yes}
    """,
)


@pytest.mark.parametrize(
    ("flies", "dirt", "level"),
    [
        ("13", "0", "a"),
        ("13", "0.5", "b"),
        ("27", "1", "c"),
        ("0", "", NOT_ENOUGH_KNOWN),
        ("28", "", "c"),
        ("", "", NOT_ENOUGH_KNOWN),
    ],
)
def test_where_less_is_better_the_level_is_read_from_the_high_end(
    flies: str, dirt: str, level: str
) -> None:
    card = scored(GRADED, {"flies": flies, "dirt": dirt, "rats": "none_found"})

    assert card.outcome.level == level


def test_open_answers_do_not_bring_blame_on_even_if_the_evidence_holds() -> None:
    card = scored(GRADED, {"flies": "0", "rats": "none_found"})

    assert (card.outcome.level, card.outcome.if_evidence_holds, card.outcome.could_reach) == (
        NOT_ENOUGH_KNOWN,
        NOT_ENOUGH_KNOWN,
        "a",
    )


def test_a_state_that_goes_before_the_score_goes_before_praise_too() -> None:
    card = scored(GRADED, {"flies": "0", "dirt": "0", "rats": "none_found", "pending": "yes"})

    outcome = card.outcome
    assert {outcome.level, outcome.if_evidence_holds, outcome.could_reach} == {"pending"}


def two_declared(first: str, second: str) -> Rubric:
    return a_standard(
        "- {criterion: pay, ask: Pay?, answer: yes_no}",
        below=f"""
        levels:
          - {{level: fair, from: {{total: 50}}}}
          - {first}
          - {second}
        """,
    )


COMMITTED = "{level: committed, ask: Until when?, answer: date}"
SUSPENDED = "{level: suspended, ask: Is it?, answer: yes_no, overrides: yes}"


@pytest.mark.parametrize("order", [(COMMITTED, SUSPENDED), (SUSPENDED, COMMITTED)])
def test_of_two_declared_states_the_one_before_the_score_counts(order: tuple[str, str]) -> None:
    answers = {"pay": "yes", "committed": "2027-01-01", "suspended": "yes"}

    assert scored(two_declared(*order), answers).outcome.level == "suspended"


def test_of_two_declared_levels_the_higher_one_counts() -> None:
    rubric = two_declared(COMMITTED, "{level: interested, ask: Until when?, answer: date}")
    answers = {"pay": "no", "committed": "2027-01-01", "interested": "2028-01-01"}

    assert scored(rubric, answers).outcome.level == "committed"


def test_a_level_may_set_a_limit_to_one_criterion() -> None:
    rubric = a_standard(
        """
        - {criterion: pay, ask: Pay?, answer: yes_no}
        - {criterion: strikes, ask: Strikes?, answer: number, range: {from: 0, under: 5}}
        """,
        below="""
        combine: sum
        levels: [{level: calm, from: {pay: 1}, at_most: {strikes: 2}}]
        """,
    )

    assert scored(rubric, {"pay": "yes", "strikes": "2"}).outcome.level == "calm"
    assert scored(rubric, {"pay": "yes", "strikes": "2.1"}).outcome.level == NO_LEVEL
    assert scored(rubric, {"pay": "yes", "strikes": "unknown"}).outcome.level == NO_LEVEL


def test_a_level_may_ask_for_no_more_than_a_coverage_without_setting_the_floor() -> None:
    rubric = a_standard(
        "- {criterion: pay, ask: Pay?, answer: yes_no}",
        below="levels: [{level: desk_only, at_most: {coverage: 50}}]",
    )

    assert scored(rubric, {"pay": "yes"}, grades={"pay": Grade.E1}).outcome.level == "desk_only"


def test_an_open_end_is_no_level_but_could_be_any() -> None:
    rubric = a_standard(
        """
        - {criterion: flies, ask: How many?, answer: number, range: {from: 0}}
        - {criterion: dirt, ask: How much?, answer: number, range: {from: 0}}
        """,
        below="""
        combine: sum
        better: lower
        levels: [{level: a, at_most: {total: 13}}, {level: b, at_most: {total: 27}}]
        """,
    )
    card = scored(rubric, {"dirt": "3"})

    assert ends(card.total) == (3, None)
    assert (card.outcome.level, card.outcome.could_reach) == (NO_LEVEL, "a")


@pytest.mark.parametrize(("levels_on", "level"), [("exact", NO_LEVEL), ("rounded", "good")])
def test_levels_are_read_from_rounded_scores_only_where_the_standard_says_so(
    levels_on: str, level: str
) -> None:
    rubric = a_standard(
        """
        - {criterion: one, ask: One?, answer: number, range: {from: 0, under: 8}}
        """,
        below=f"""
        rounding: {{digits: 0, levels_on: {levels_on}}}
        levels: [{{level: good, from: {{total: 63, one: 5}}}}]
        """,
    )
    card = scored(rubric, {"one": "5"})

    assert card.total.low == Fraction("62.5")
    assert card.outcome.level == level


@pytest.mark.parametrize("state", [State.UNKNOWN, State.DECLINED, State.MISSING])
def test_a_violation_of_which_nothing_is_known_is_not_checked(state: State) -> None:
    facts = facts_of(CAFES, {**ALL, **NONE_FOUND})
    hidden = Fact(criterion="wages_unpaid", state=state, text=state)
    known = replace(facts, facts={**facts.facts, "wages_unpaid": hidden})

    outcome = score(CAFES, known, the_parameters()).outcome

    assert outcome.critical[0].checked is Checked.NOT_CHECKED
    assert outcome.level == NOT_ENOUGH_KNOWN


def test_faults_of_one_employer_are_told_all_at_once() -> None:
    rubric = a_standard(
        """
        - {criterion: rules, ask: Rules?, answer: yes_no, applies: {tipped_workers: yes}}
        - criterion: pay
          ask: Pay?
          answer: ratio
          of: [{criterion: rate, ask: Rate?, answer: usd_per_hour}]
          to: [living_wage]
          points: [{under: 1, gives: 0}, {from: 1, gives: 1}]
        """
    )
    profile = {"tipped_workers": "no", "place": "NY"}

    assert len(faults(rubric, {"rules": "yes", "rate": "18"}, profile=profile)) == 2
