"""How levels and ranks hold, on small standards that can be checked by hand."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest

from jobquality.errors import FaultsError
from jobquality.rubrics.model import (
    NO_LEVEL,
    NOT_ENOUGH_KNOWN,
    Combine,
    Floor,
    Rounding,
    Rubric,
    Ties,
)
from jobquality.scoring.facts import EmployerFacts, Grade
from jobquality.scoring.robustness.levels import edge_of
from jobquality.scoring.robustness.measured import Family, Pair, Robustness, Settings, robustness
from jobquality.scoring.robustness.ranks import ALL_PAIRS
from jobquality.scoring.rounding import rounded
from tests.pure.scoring.cases import a_standard, facts_of, the_parameters

BELOW = """
dimensions:
  - dimension: wages
    weight: 60
    criteria:
      - {criterion: pay, weight: 50, ask: Pay?, answer: yes_no}
      - {criterion: raises, weight: 50, ask: Raises?, answer: yes_no}
  - dimension: hours
    weight: 40
    criteria:
      - {criterion: notice, weight: 50, ask: Notice?, answer: yes_no}
      - {criterion: rest, weight: 50, ask: Rest?, answer: yes_no}
critical:
  - {critical: wages_unpaid, ask: Does it owe wages?, source: State records, allows: fair}
levels:
  - {level: good, from: {total: 80, coverage: 60}}
  - {level: fair, from: {total: 50, each_dimension: 50, coverage: 60}}
"""
CAFES = a_standard("[]", below=BELOW)
ALL = ("pay", "raises", "notice", "rest")
CLEAN = {"wages_unpaid": "none_found"}


def cafe(name: str, *yes: str, known: tuple[str, ...] = ALL, **more: str) -> EmployerFacts:
    """Return an employer that says yes to some questions, and no to the others it answers."""
    answers = {one: "yes" if one in yes else "no" for one in known}
    return named(name, CLEAN | answers | more)


def named(name: str, answers: dict[str, str]) -> EmployerFacts:
    grades = dict.fromkeys(answers, Grade.E2)
    return replace(facts_of(CAFES, answers, grades=grades), employer=name)


def held(
    *employers: EmployerFacts, rubric: Rubric = CAFES, draws: int = 200, by_value: bool = False
) -> Robustness:
    settings = Settings(draws=draws, by_value=by_value)
    return robustness(rubric, employers, the_parameters(), settings=settings)


def shares(found: Robustness, place: int = 0) -> set[Fraction]:
    return {one.same for one in found.standings[place].under.values()}


def test_all_points_or_none_are_the_same_under_all_weights() -> None:
    found = held(cafe("Best", *ALL), cafe("Worst"))

    assert [one.level for one in found.standings] == ["good", NO_LEVEL]
    assert shares(found) == shares(found, 1) == {Fraction(1)}
    assert [one.rank for one in found.standings] == [1, 2]
    assert found.pairs == ()


def test_a_level_on_the_edge_of_a_topic_holds_in_about_half_of_the_draws() -> None:
    found = held(cafe("Edge", "pay", "raises", "notice"))

    assert found.standings[0].level == "good"
    topic = held(cafe("Edge", "pay", "raises", "notice"), rubric=with_floor("hours", 50))
    for under in topic.standings[0].under.values():
        assert Fraction(2, 5) < under.same < Fraction(3, 5)


def with_floor(name: str, number: int) -> Rubric:
    """Return the standard with one level, that asks for one thing."""
    floor = Floor(name=name, number=Fraction(number))
    return replace(CAFES, levels=(replace(CAFES.levels[0], id="fair", floors=(floor,)),))


def test_a_criterion_that_a_level_asks_for_holds_whatever_the_weights() -> None:
    met = held(cafe("Met", "pay"), rubric=with_floor("pay", 1))
    missed = held(cafe("Missed", "raises", "notice", "rest"), rubric=with_floor("pay", 1))

    assert [met.standings[0].level, missed.standings[0].level] == ["fair", NO_LEVEL]
    assert shares(met) == shares(missed) == {Fraction(1)}


def test_coverage_is_a_share_of_weight_and_changes_with_the_weights() -> None:
    found = held(cafe("Half", "pay", "raises", known=("pay", "raises")))

    # Wages weigh 60 percent: just enough is known, and less in half of the draws.
    assert found.standings[0].level == NO_LEVEL
    for under in found.standings[0].under.values():
        assert set(under.outcomes) <= {NO_LEVEL, NOT_ENOUGH_KNOWN, "good"}
        assert Fraction(1, 3) < under.outcomes[NOT_ENOUGH_KNOWN] < Fraction(2, 3)


def test_a_violation_keeps_the_level_down_under_all_weights() -> None:
    found = held(cafe("Found", *ALL, wages_unpaid="found"))

    assert found.standings[0].level == "fair"
    assert shares(found) == {Fraction(1)}


def test_while_a_violation_is_not_checked_no_weights_say_that_there_is_no_level() -> None:
    barred = replace(CAFES, critical=(replace(CAFES.critical[0], allows=""),))
    open_ = held(cafe("Open", *ALL, wages_unpaid="not_checked"), rubric=barred)
    low = held(cafe("Low", wages_unpaid="not_checked"), rubric=barred)

    assert [open_.standings[0].level, low.standings[0].level] == [NOT_ENOUGH_KNOWN, NO_LEVEL]
    assert shares(open_) == shares(low) == {Fraction(1)}


def test_at_most_in_each_topic_looks_at_the_highest_topic() -> None:
    most = Floor(name="each_dimension", number=Fraction(50), at_most=True)
    rubric = replace(CAFES, levels=(replace(CAFES.levels[0], id="fair", floors=(most,)),))

    found = held(cafe("One high", "pay", "raises"), cafe("None high"), rubric=rubric)

    assert [one.level for one in found.standings] == [NO_LEVEL, "fair"]
    assert shares(found) == shares(found, 1) == {Fraction(1)}


def test_at_least_counts_better_levels_too() -> None:
    found = held(cafe("Near", "pay", "raises", "notice"), rubric=replace(CAFES, critical=()))

    for under in found.standings[0].under.values():
        above = sum(under.outcomes.get(name, Fraction(0)) for name in ("good",))
        assert under.at_least == above == under.same
        assert sum(under.outcomes.values()) == 1


def test_twins_are_never_told_apart_and_share_their_rank() -> None:
    found = held(cafe("One", "pay"), cafe("Two", "pay"), cafe("Last"))

    assert [one.rank for one in found.standings] == [1, 1, 3]
    never = dict.fromkeys(Family, Fraction(0))
    assert found.pairs == (Pair(first=0, second=1, above=never),)
    for standing in found.standings[:2]:
        for under in standing.under.values():
            assert under.ranks is not None
            assert (under.ranks.best, under.ranks.worst) == (1, 1)


def test_two_that_are_good_at_different_topics_turn_round() -> None:
    found = held(cafe("Pays", "pay", "raises"), cafe("Plans", "notice", "rest"))

    assert [one.rank for one in found.standings] == [1, 2]
    (pair,) = found.pairs
    assert (pair.first, pair.second) == (0, 1)
    assert all(
        Fraction(1, 2) < share < Fraction(19, 20) or share < 1 for share in pair.above.values()
    )
    assert min(pair.above.values()) < Fraction(19, 20)


def test_by_value_what_is_missing_is_left_out_of_the_rank() -> None:
    little = cafe("Little", "pay", known=("pay",))
    more = cafe("More", "pay", "raises", "notice")

    worst_first, value_first = held(little, more), held(little, more, by_value=True)

    assert [one.rank for one in worst_first.standings] == [2, 1]
    assert [one.rank for one in value_first.standings] == [1, 2]


def test_employers_beyond_a_stated_number_are_compared_with_neighbors_only() -> None:
    few = [cafe(f"Cafe {place}", *ALL[: place % 5]) for place in range(ALL_PAIRS + 1)]

    found = held(*few, draws=20)

    assert not found.all_pairs
    order = sorted(range(len(few)), key=lambda place: found.standings[place].rank or 0)
    beside = {frozenset(pair) for pair in pairwise(order)}
    assert found.pairs
    assert {frozenset((pair.first, pair.second)) for pair in found.pairs} <= beside


def test_a_standard_that_is_more_than_means_is_scored_draw_by_draw() -> None:
    odd = replace(CAFES, root=replace(CAFES.root, combine=Combine.MIN))

    found = held(cafe("Edge", "pay", "notice"), rubric=odd, draws=20)

    assert found.draw_by_draw == "'total' is a min, not a mean"
    assert found.standings[0].rank == 1


def test_too_much_to_score_draw_by_draw_is_refused_with_what_is_possible() -> None:
    odd = replace(CAFES, root=replace(CAFES.root, combine=Combine.MIN))
    many = [cafe(f"Cafe {place}", "pay") for place in range(51)]

    with pytest.raises(FaultsError) as caught:
        held(*many, rubric=odd, draws=1_000)

    assert str(caught.value) == (
        "corner_cafes@2026.1 has to be scored draw by draw, because 'total' is a min, not a "
        "mean. 51 employers and 1000 draws are too many for that. Ask for at most 980 draws, or "
        "for fewer employers."
    )


def test_where_nothing_is_weighed_there_is_nothing_to_try() -> None:
    lone = a_standard("- {criterion: pay, ask: Pay?, answer: yes_no}")
    facts = facts_of(lone, {"pay": "yes"})

    with pytest.raises(FaultsError, match=r"Nothing in corner_cafes@2026\.1 is weighed"):
        robustness(lone, [facts], the_parameters())


@pytest.mark.parametrize("draws", [0, 5_001])
def test_numbers_of_draws_that_are_not_possible_are_refused(draws: int) -> None:
    with pytest.raises(FaultsError, match="Ask for 1 to 5000"):
        held(cafe("Best", *ALL), draws=draws)


def test_without_employers_there_is_nothing_to_say() -> None:
    with pytest.raises(FaultsError, match="There is no employer"):
        held()


@pytest.mark.parametrize("ties", Ties)
@pytest.mark.parametrize("at_most", [False, True])
@pytest.mark.parametrize("limit", ["50", "50.5", "0", "-3", "-2.5", "7"])
def test_a_limit_for_rounded_numbers_becomes_one_for_exact_numbers(
    ties: Ties, limit: str, *, at_most: bool
) -> None:
    rounding = Rounding(digits=0, ties=ties, on_levels=True)
    floor = Floor(name="total", number=Fraction(limit), at_most=at_most)

    edge = edge_of(floor, rounding)

    near = [Fraction(limit) + Fraction(step, 8) for step in range(-20, 21)]
    for number in near:
        shown = rounded(number, rounding)
        is_met = shown <= floor.number if at_most else shown >= floor.number
        scaled = edge.scaled(Fraction(8))
        assert (number * 8 <= scaled if at_most else number * 8 >= scaled) == is_met
