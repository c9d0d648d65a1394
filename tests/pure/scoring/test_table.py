"""Many employers at once get what each gets alone, to the last digit and on every edge."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobquality.errors import NotFoundError
from jobquality.rubrics.catalog import shipped
from jobquality.rubrics.model import MAIN, Combine, Rounding, Rubric, State
from jobquality.scoring.facts import EmployerFacts, Fact, Grade
from jobquality.scoring.table import evaluator as scoring_table
from jobquality.scoring.table.columns import Answers, Code, Columns
from jobquality.scoring.table.evaluator import Table, compile_plan, score_table
from jobquality.scoring.table.rows import columns_of
from tests.pure.scoring.cases import a_standard, facts_of, the_parameters
from tests.pure.scoring.strategies import ANOTHER, ANY, LOWER, Wanted, rubrics
from tests.pure.scoring.table_cases import differences, many_employers, with_more_words

MEANS = Wanted(combines=(Combine.MEAN,))
SHIPPED = [edition.rubric for edition in shipped().by_name.values()]
DAY = date(2026, 3, 1)
seeds = st.integers(0, 2**32)
any_rubric = st.sampled_from([ANY, LOWER, MEANS]).flatmap(rubrics)
few = settings(max_examples=max(1, settings().max_examples // 2))
fewer = settings(max_examples=max(1, settings().max_examples // 20))

CAFE = a_standard(
    """
    - criterion: pay
      weight: 75
      ask: What is the lowest pay?
      answer: usd_per_hour
      points: [{under: 15, gives: 0}, {from: 15, gives: 2}, {from: 20.10, gives: 4}]
    - criterion: leave
      weight: 25
      ask: Is leave paid?
      answer: yes_no
      points: [{answer: yes, gives: 1}, {answer: no, gives: 0}]
    """,
    below="""
    levels:
      - {level: good, from: {total: 62.5, coverage: 50}}
    """,
)


def table_of(
    rubric: Rubric, employers: Sequence[EmployerFacts], *, scoring: str = MAIN, threads: int = 1
) -> Table:
    plan = compile_plan(rubric, the_parameters(), scoring=scoring)
    return score_table(plan, columns_of(rubric, employers), threads=threads)


def test_a_table_gives_scores_ends_shares_and_levels() -> None:
    employers = [
        facts_of(CAFE, {"pay": "20.10", "leave": "no"}),
        facts_of(CAFE, {"pay": "15"}),
        facts_of(CAFE, {}),
    ]

    table = table_of(CAFE, employers)

    assert table.value.tolist()[:2] == [75, 50]
    assert np.isnan(table.value[2])
    assert table.low.tolist() == [75, 37.5, 0]
    assert table.high.tolist() == [75, 62.5, 100]
    assert table.answered.tolist() == table.coverage.tolist() == [1, 0.75, 0]
    assert [table.level_of(place) for place in range(3)] == [
        "good",
        "no_level",
        "not_enough_known",
    ]
    assert table.exact == 0


@few
@given(any_rubric, st.sampled_from([MAIN, ANOTHER]), seeds)
def test_any_employer_of_any_standard_scores_the_same_in_a_table(
    rubric: Rubric, scoring: str, seed: int
) -> None:
    employers = many_employers(rubric, 7, seed, alike=seed % 2 == 0)

    table = table_of(rubric, employers, scoring=scoring)

    assert differences(table, rubric, employers, the_parameters(), scoring=scoring) == []


@few
@given(any_rubric, seeds)
def test_bands_and_levels_that_ask_for_more_are_read_the_same(rubric: Rubric, seed: int) -> None:
    richer = with_more_words(rubric, seed)
    employers = many_employers(richer, 7, seed, alike=seed % 2 == 0)

    table = table_of(richer, employers)

    assert differences(table, richer, employers, the_parameters()) == []
    assert compile_plan(richer, the_parameters()).unsupported == ""


@few
@given(any_rubric, seeds)
def test_one_employer_makes_a_table(rubric: Rubric, seed: int) -> None:
    employers = many_employers(rubric, 1, seed)

    assert differences(table_of(rubric, employers), rubric, employers, the_parameters()) == []


@fewer
@given(any_rubric, seeds)
def test_many_employers_with_half_of_their_answers_missing_score_the_same(
    rubric: Rubric, seed: int
) -> None:
    employers = many_employers(rubric, 999, seed, missing=0.5, alike=True)

    table = table_of(rubric, employers)

    assert differences(table, rubric, employers, the_parameters()) == []


@pytest.mark.soak
@settings(max_examples=5)
@given(any_rubric, seeds)
def test_twenty_thousand_employers_score_the_same(rubric: Rubric, seed: int) -> None:
    employers = many_employers(rubric, 20_000, seed)

    table = table_of(rubric, employers, threads=2)

    assert differences(table, rubric, employers, the_parameters()) == []


@pytest.mark.parametrize("rubric", SHIPPED, ids=lambda rubric: rubric.name)
@pytest.mark.parametrize("alike", [True, False])
def test_what_ships_scores_the_same_in_a_table(rubric: Rubric, *, alike: bool) -> None:
    employers = many_employers(rubric, 300, 5, missing=0.1, alike=alike)

    table = table_of(rubric, employers)

    assert differences(table, rubric, employers, the_parameters()) == []
    assert table.exact_share < 1


@few
@given(rubrics(MEANS), seeds, st.sampled_from([0, 1, 2]))
def test_a_total_on_the_edge_of_a_level_reaches_it_in_a_table_too(
    rubric: Rubric, seed: int, digits: int
) -> None:
    employers = many_employers(rubric, 7, seed, alike=True)
    low = table_of(replace(rubric, rounding=Rounding()), employers).low
    edges = [Fraction(str(number)) for number in low if not np.isnan(number)]
    edge = edges[0] if edges else Fraction(50)
    levels = tuple(
        replace(level, floors=tuple(replace(floor, number=edge) for floor in level.floors))
        for level in rubric.levels
    )
    on_edge = replace(rubric, levels=levels, rounding=Rounding(digits=digits, on_levels=True))

    assert differences(table_of(on_edge, employers), on_edge, employers, the_parameters()) == []


def test_threads_and_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    rubric = SHIPPED[0]
    columns = columns_of(rubric, many_employers(rubric, 100, 7))
    plan = compile_plan(rubric, the_parameters())
    whole = score_table(plan, columns)

    monkeypatch.setattr(scoring_table, "ROWS", 7)
    monkeypatch.setattr(scoring_table, "ROWS_ON_THREADS", 7)

    for parted in (score_table(plan, columns), score_table(plan, columns, threads=2)):
        for name in ("value", "low", "high", "answered", "coverage", "level"):
            one, other = getattr(whole, name), getattr(parted, name)
            assert np.array_equal(one, other, equal_nan=True)


def test_a_float_means_the_decimal_that_it_prints() -> None:
    # 20.1 is no binary number, and 20.099999999999998 is the float below it.
    below = np.nextafter(np.float64(20.1), 0)
    columns = Columns(
        size=3,
        on=DAY,
        grade=2,
        answers={"pay": Answers(numbers=np.array([20.1, below, 67 * 0.3]))},
    )

    table = score_table(compile_plan(CAFE, the_parameters()), columns)

    assert table.low.tolist() == [75, 37.5, 75 if 67 * 0.3 >= 20.1 else 37.5]


def test_states_stand_beside_numbers() -> None:
    nothing = np.full(4, np.nan)
    codes = np.array([Code.MISSING, Code.UNKNOWN, Code.DECLINED, Code.NOT_OFFERED], np.int8)
    columns = Columns(
        size=4, on=DAY, grade=2, answers={"pay": Answers(numbers=nothing, codes=codes)}
    )

    table = score_table(compile_plan(CAFE, the_parameters()), columns)

    assert table.answered.tolist() == [0, 0, 0, 0.75]
    assert table.high.tolist() == [100, 100, 100, 25]


def test_an_answer_that_cannot_be_is_a_fault_of_its_employer_alone() -> None:
    columns = Columns(
        size=2, on=DAY, grade=2, answers={"pay": Answers(numbers=np.array([-1.0, 15.0]))}
    )

    table = score_table(compile_plan(CAFE, the_parameters()), columns)

    assert list(table.faults) == [0]
    assert "does not fit" in table.faults[0][0].message
    assert table.level.tolist()[0] == -1
    assert table.level_of(0) == ""
    assert np.isnan(table.low[0])
    assert table.low[1] == 37.5


def test_a_word_that_the_table_does_not_know_sends_everybody_to_the_exact_evaluator() -> None:
    plan = replace(compile_plan(CAFE, the_parameters()), unsupported="rules")
    employers = [facts_of(CAFE, {"pay": "20.10"})] * 3

    table = score_table(plan, columns_of(CAFE, employers))

    assert table.exact_share == 1
    assert table.low.tolist() == [75] * 3


def test_a_number_that_no_float_prints_is_kept_apart() -> None:
    third = Fact(
        criterion="pay", state=State.VALUE, text="1/3", value=Fraction(61, 3), grade=Grade.E2
    )
    employers = [
        replace(facts_of(CAFE, {}), facts={"pay": third}),
        facts_of(CAFE, {"pay": "20"}),
    ]

    columns = columns_of(CAFE, employers)
    table = score_table(compile_plan(CAFE, the_parameters()), columns)

    assert list(columns.apart) == [0]
    assert table.low.tolist() == [75, 37.5]
    assert table.exact == 1


def test_nobody_makes_an_empty_table() -> None:
    table = score_table(compile_plan(CAFE, the_parameters()), Columns(size=0, on=DAY))

    assert table.size == 0
    assert table.exact_share == 0


def test_a_column_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="pay"):
        Columns(size=3, on=DAY, answers={"pay": Answers(numbers=np.zeros(2))})


def test_a_code_that_stands_for_nothing_is_refused() -> None:
    columns = Columns(size=1, on=DAY, answers={"leave": Answers(codes=np.array([2], np.int8))})

    with pytest.raises(ValueError, match="leave"):
        score_table(compile_plan(CAFE, the_parameters()), columns)


def test_a_scoring_that_is_not_there_is_named() -> None:
    with pytest.raises(NotFoundError, match="another"):
        compile_plan(CAFE, the_parameters(), scoring="another")
