from collections.abc import Mapping
from fractions import Fraction

import pytest

from jobquality.errors import FaultsError
from jobquality.rubrics.catalog import Edition, shipped
from jobquality.scoring.facts import Grade
from jobquality.scoring.paths.cheapest import cheapest_paths
from jobquality.scoring.paths.costs import Costs, Per, StepCost
from jobquality.scoring.paths.result import Doing, LevelPath, Paths, PathStep, Why
from tests.pure.scoring.cases import a_standard, facts_of, the_parameters

NOTICE = """
- criterion: notice
  weight: 50
  ask: How many days?
  answer: days
  points:
    - {under: 7, gives: 0}
    - {from: 7, gives: 1}
    - {from: 14, gives: 2, cost: 5}
- criterion: on_call
  weight: 25
  ask: Do you use it?
  answer: yes_no
  points: [{answer: no, gives: 1, cost: 2}, {answer: yes, gives: 0}]
- criterion: raises
  weight: 25
  ask: Do people get raises?
  answer: yes_no
"""
BAD = {"notice": "3", "on_call": "yes", "raises": "no"}
FAIR = "levels:\n  - {level: fair, from: {total: 50}}\n"


def paths_of(  # noqa: PLR0913  # a test states only what it is about
    criteria: str,
    answers: Mapping[str, str],
    *,
    below: str = FAIR,
    costs: Costs | None = None,
    grades: Mapping[str, Grade | None] | None = None,
    profile: Mapping[str, str] | None = None,
) -> Paths:
    rubric = a_standard(criteria, below=below)
    facts = facts_of(rubric, answers, grades=grades, profile=profile)
    return cheapest_paths(rubric, facts, the_parameters(), costs=costs or Costs())


def path_of(criteria: str, answers: Mapping[str, str], **given: object) -> LevelPath:
    return paths_of(criteria, answers, **given).paths[-1]  # type: ignore[arg-type]  # handed on


def told(path: LevelPath) -> list[tuple[str, object]]:
    return [(step.criterion, step.step.answer if step.step else step.doing) for step in path.steps]


def whys(path: LevelPath) -> list[Why]:
    return [reason.why for reason in path.reasons]


def test_the_costs_of_the_standard_decide() -> None:
    path = path_of(NOTICE, BAD)

    # notice of 7 days and raises cost 1 each; 14 days alone would do, but cost 5.
    assert told(path) == [("notice", 7), ("raises", "yes")]
    assert path.cost == 2


def test_the_costs_of_the_employer_go_before_those_of_the_standard() -> None:
    path = path_of(NOTICE, BAD, costs=Costs.of({("notice", Fraction(14)): Fraction(1, 2)}))

    assert told(path) == [("notice", 14)]
    assert path.cost == Fraction(1, 2)


def test_the_nearest_cost_counts() -> None:
    costs = Costs(
        given=(
            StepCost(criterion="notice", answer=Fraction(20), cost=Fraction(3)),
            StepCost(criterion="notice", cost=Fraction(9)),
            StepCost(cost=Fraction(4)),
        )
    )
    path = path_of(NOTICE, BAD, costs=costs)

    assert told(path) == [("notice", 14)]
    assert path.cost == 3


def test_a_cost_for_each_worker_is_multiplied_by_their_number() -> None:
    costs = Costs(given=(StepCost(cost=Fraction(2), per=Per.WORKER),))

    path = path_of(NOTICE, BAD, costs=costs, profile={"headcount": "25"})

    assert path.cost == 50


def test_a_cost_for_each_hour_needs_the_hours() -> None:
    costs = Costs(given=(StepCost(cost=Fraction(2), per=Per.HOUR),))

    with pytest.raises(FaultsError) as caught:
        path_of(NOTICE, BAD, costs=costs)

    assert "profile.hours_worked: A cost is given per hour" in str(caught.value.faults[0])


def test_a_step_that_cannot_be_taken_is_in_no_path() -> None:
    costs = Costs(given=(StepCost(criterion="raises", cost=None),))

    assert told(path_of(NOTICE, BAD, costs=costs)) == [("notice", 7), ("on_call", "no")]


def test_of_paths_that_cost_the_same_the_one_with_fewest_points_to_move_is_taken() -> None:
    costs = Costs(given=(StepCost(cost=Fraction(1)),))
    below = "levels:\n  - {level: fair, from: {total: 25}}\n"

    assert [step.points for step in path_of(NOTICE, BAD, below=below, costs=costs).steps] == [1]


def test_what_is_open_is_found_out() -> None:
    path = path_of(NOTICE, {"notice": "unknown", "on_call": "yes", "raises": "no"})

    assert path.steps[0].doing is Doing.FIND_OUT
    assert path.steps[-1].doing is Doing.IMPROVE


def test_an_open_figure_has_steps_at_the_dated_figures_of_the_place() -> None:
    wage = """
    - criterion: wage
      ask: What is the lowest pay?
      answer: usd_per_hour
      points: [{under: living_wage, gives: 0}, {from: living_wage, gives: 1}]
    """

    assert told(path_of(wage, {})) == [("wage", 20)]


RATIOS = """
- criterion: enrolled_share
  weight: 50
  ask: Which share has a plan?
  answer: percent
  of: [{criterion: enrolled, ask: How many?, answer: people}]
  to: [{criterion: workers, ask: How many?, answer: people}]
  points: [{under: 50, gives: 0}, {from: 50, gives: 1}]
- criterion: paid_share
  weight: 50
  ask: Which share is paid well?
  answer: percent
  of: [{criterion: paid, ask: How many?, answer: people}]
  to: [workers]
  points: [{under: 50, gives: 0}, {from: 50, gives: 1}]
"""
PEOPLE = {"enrolled": "8", "paid": "8", "workers": "10"}
SEEN = "levels:\n  - {level: fair, from: {coverage: 80}}\n"


def test_a_record_that_two_figures_rest_on_is_shown_once() -> None:
    path = path_of(RATIOS, PEOPLE, below=SEEN, grades={"workers": Grade.E1})

    assert told(path) == [("workers", Doing.PROVE)]
    assert path.card is not None
    assert path.card.total.coverage == 1


def test_a_better_figure_stands_for_its_own_parts_and_leaves_those_of_others() -> None:
    below = "levels:\n  - {level: fair, from: {total: 100, coverage: 100}}\n"
    path = path_of(RATIOS, {**PEOPLE, "paid": "3"}, below=below)

    assert told(path) == [("paid_share", 50)]
    assert path.facts is not None
    assert set(path.facts.facts) == {"enrolled", "workers", "paid_share"}


CONFIRMED = "levels:\n  - {level: gold, from: {total: 100, confirmed: 100}}\n"


def test_an_answer_that_changes_has_to_be_confirmed_again() -> None:
    one = "- {criterion: raises, ask: Do people get raises?, answer: yes_no}"

    path = path_of(one, {"raises": "no"}, below=CONFIRMED, grades={"raises": Grade.E3})

    assert told(path) == [("raises", "yes"), ("raises", Doing.CONFIRM)]


def test_what_nobody_can_confirm_keeps_the_level_away() -> None:
    one = "- {criterion: raises, ask: Do people get raises?, answer: yes_no}"
    costs = Costs(given=(StepCost(doing=Doing.CONFIRM, cost=None),))

    path = path_of(one, {"raises": "yes"}, below=CONFIRMED, costs=costs)

    assert path.is_impossible
    assert [one.check.name for one in path.reasons if one.check] == ["confirmed"]


WRONG = "critical:\n  - {critical: theft, ask: Were wages stolen?, source: Records}\n" + FAIR


@pytest.mark.parametrize(("said", "why"), [("found", Why.FOUND), ("missing", Why.UNCHECKED)])
def test_no_answer_takes_a_critical_violation_away(said: str, why: Why) -> None:
    path = path_of(NOTICE, {**BAD, "theft": said}, below=WRONG)

    assert path.is_impossible
    assert whys(path) == [why]


def test_a_declared_state_that_goes_before_the_score_is_the_reason() -> None:
    below = "levels:\n  - {level: out, answer: yes_no, overrides: yes}\n" + FAIR[8:]

    path = path_of(NOTICE, {**BAD, "out": "yes"}, below=below)

    assert whys(path) == [Why.DECLARED]


def test_a_level_that_holds_already_needs_no_path() -> None:
    assert paths_of(NOTICE, {"notice": "14", "on_call": "no", "raises": "yes"}).paths == ()


TWO = """
- criterion: written
  weight: 50
  ask: Are the rules written?
  answer: yes_no
- criterion: shared
  weight: 50
  ask: Does everybody have them?
  answer: yes_no
  requires: [written]
"""


def test_a_line_that_needs_another_one_is_tried_with_it() -> None:
    below = "levels:\n  - {level: fair, from: {total: 100}}\n"

    path = path_of(TWO, {"written": "no", "shared": "yes"}, below=below)

    assert told(path) == [("written", "yes")]


def test_words_that_a_search_does_not_know_make_no_promise_of_impossibility() -> None:
    costs = Costs(given=(StepCost(criterion="written", cost=None),))

    path = path_of(TWO, {"written": "no", "shared": "no"}, costs=costs)

    assert not path.is_found
    assert not path.is_impossible
    assert [(one.why, one.words) for one in path.reasons] == [(Why.NOT_ALL, ("requires",))]


def test_a_figure_that_is_a_sum_of_parts_has_steps_like_any_other() -> None:
    days = """
    - criterion: days_off
      ask: How many days off?
      answer: days
      sum:
        - {criterion: holidays, ask: How many holidays?, answer: days}
        - {criterion: vacation, ask: How many days of vacation?, answer: days}
      points: [{under: 10, gives: 0}, {from: 10, gives: 1}]
    """
    path = path_of(days, {"holidays": "3", "vacation": "4"})

    assert told(path) == [("days_off", 10)]
    assert path.facts is not None
    assert set(path.facts.facts) == {"days_off"}


GATED = """
- criterion: openings
  weight: 50
  ask: How many openings?
  answer: people
  points: [{under: 4, gives: 0}, {from: 4, gives: 1}]
- criterion: from_within
  weight: 50
  ask: Which share was filled from within?
  answer: percent
  applies: {openings: {from: 4}}
  points: [{under: 50, gives: 0}, {from: 50, gives: 1}]
"""


def test_an_answer_that_makes_another_question_count_is_seen_to() -> None:
    below = "levels:\n  - {level: fair, from: {total: 100}}\n"

    path = path_of(GATED, {"openings": "3", "from_within": "missing"}, below=below)

    # Without openings the other question does not apply; with them it has to be answered too.
    assert told(path) == [("openings", 4), ("from_within", 50)]


def test_more_than_can_be_tried_is_said_with_what_any_path_costs() -> None:
    many = "".join(
        f"- {{criterion: c{place}, ask: Is it so?, answer: yes_no, requires: [c0]}}\n"
        for place in range(1, 40)
    )
    first = "- {criterion: c0, ask: Is it so?, answer: yes_no}\n"
    answers = {f"c{place}": "no" for place in range(40)}

    path = path_of(first + many, answers, below="levels:\n  - {level: fair, from: {total: 90}}\n")

    assert whys(path) == [Why.TOO_MUCH]
    assert path.at_least is not None
    assert path.at_least > 0


def test_numbers_too_long_to_be_sure_are_said_to_be_so() -> None:
    costs = Costs(
        given=(
            StepCost(criterion="notice", cost=Fraction(1, 999_999_937)),
            StepCost(criterion="raises", cost=Fraction(1, 999_999_929)),
        )
    )

    assert whys(path_of(NOTICE, BAD, costs=costs)) == [Why.TOO_LONG]


def test_a_band_that_does_not_hold_its_start_is_entered_above_it() -> None:
    notice = """
    - criterion: notice
      ask: How many days?
      answer: days
      points: [{up_to: 7, gives: 0}, {above: 7, gives: 1}]
    """

    assert told(path_of(notice, {"notice": "7"})) == [("notice", 8)]


def test_a_line_through_points_is_climbed_from_one_to_the_next() -> None:
    share = """
    - criterion: share
      ask: Which share?
      answer: percent
      line: [{at: 0, gives: 0}, {at: 40, gives: 2}, {at: 100, gives: 4}]
    """

    assert told(path_of(share, {"share": "10"})) == [("share", 40)]


def test_an_answer_comes_with_what_has_to_back_it() -> None:
    backed = """
    - criterion: raises
      ask: Do people get raises?
      answer: yes_no
      needs: url
    """

    assert told(path_of(backed, {"raises": "no"})) == [("raises", "yes")]


@pytest.mark.parametrize("edition", shipped().by_name.values(), ids=lambda one: one.rubric.name)
def test_whoever_knows_nothing_yet_has_a_path_to_every_level(edition: Edition) -> None:
    rubric = edition.rubric
    profile = {"sector": "722511", "headcount": "25", "tipped_workers": "yes"}
    spared = {one.id: "none_found" for one in rubric.critical}

    paths = cheapest_paths(
        rubric, facts_of(rubric, spared, profile=profile), the_parameters()
    ).paths

    assert [path.card.outcome.level for path in paths if path.card] == ["gold", "silver", "bronze"]


def test_a_step_says_what_it_does() -> None:
    step = PathStep(
        criterion="raises", doing=Doing.PROVE, cost=Fraction(1), grade=Grade.E2, place=0
    )

    assert not step.is_answer


HEARD = """
- criterion: heard
  weight: 50
  ask: Do people feel heard?
  answer: yes_no
  from: {asked: 5}
- criterion: raises
  weight: 50
  ask: Do people get raises?
  answer: yes_no
- criterion: asked
  ask: How many were asked?
  answer: people
"""


def test_an_answer_that_does_not_count_by_itself_is_left_out_and_named() -> None:
    found = paths_of(HEARD, {"heard": "no", "raises": "no", "asked": "3"})

    assert [(one.criterion, one.needs[0].name) for one in found.left_out] == [("heard", "asked")]
    assert told(found.paths[0]) == [("raises", "yes")]


def test_where_nothing_applies_that_is_the_reason() -> None:
    tips = "- {criterion: tips, ask: Are they shared?, answer: yes_no, applies: {tipped: yes}}"

    assert whys(path_of(tips, {}, profile={"tipped": "no"})) == [Why.NOTHING]
