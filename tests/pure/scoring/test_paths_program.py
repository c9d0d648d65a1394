"""The integer program trusts nothing that the exact scorer does not confirm."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from jobquality.scoring.facts import Grade
from jobquality.scoring.paths.cheapest import cheapest_paths
from jobquality.scoring.paths.evidence import Row, Term
from jobquality.scoring.paths.program import Ended, Program, Search
from jobquality.scoring.paths.result import Doing, PathStep, Why
from tests.pure.scoring.cases import a_standard, facts_of, the_parameters


def a_step(name: str, cost: str) -> PathStep:
    return PathStep(criterion=name, doing=Doing.PROVE, cost=Fraction(cost), grade=Grade.E2, place=0)


CHEAP, DEAR, DEAREST = a_step("cheap", "0.5"), a_step("dear", "2"), a_step("dearest", "2.25")
ALL = (CHEAP, DEAR, DEAREST)


def solved(
    is_reached: Callable[[tuple[PathStep, ...]], bool],
    *rows: Row,
    steps: tuple[PathStep, ...] = ALL,
) -> Search:
    return Program(steps, rows, is_reached).solve()


def test_a_proposal_that_the_exact_scorer_refuses_is_cut_off() -> None:
    found = solved(lambda chosen: DEAR in chosen)

    assert found.steps == (DEAR,)
    assert found.at_least == 2


def test_where_the_exact_scorer_refuses_everything_there_is_none() -> None:
    assert solved(lambda _: False).ended is Ended.NONE


def test_too_many_refused_proposals_end_the_search() -> None:
    steps = tuple(a_step(f"s{place}", "1") for place in range(9))

    assert solved(lambda _: False, steps=steps).ended is Ended.TOO_MUCH


def test_a_row_holds_to_the_last_digit() -> None:
    # Two thirds and one third make one, which no float says of them.
    terms: dict[Term, Fraction] = {
        DEAR: Fraction(2, 3),
        CHEAP: Fraction(1, 3),
        DEAREST: Fraction(999_999, 1_000_000),
    }

    found = solved(lambda _: True, Row(terms=terms, least=Fraction(1)))

    assert set(found.steps) == {CHEAP, DEAR}


def test_a_strict_row_asks_for_more() -> None:
    row = Row(terms={CHEAP: Fraction(1), DEAR: Fraction(2)}, least=Fraction(1), is_strict=True)

    assert solved(lambda _: True, row).steps == (DEAR,)


def test_numbers_that_floats_cannot_tell_apart_are_refused() -> None:
    terms: dict[Term, Fraction] = {CHEAP: Fraction(1, 999_999_937), DEAR: Fraction(1, 999_999_929)}

    assert solved(lambda _: True, Row(terms=terms, least=Fraction(1))).ended is Ended.TOO_LONG


def test_a_solver_that_finds_no_way_where_there_is_one_is_not_believed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rubric = a_standard(
        "- {criterion: raises, ask: Do people get raises?, answer: yes_no}",
        below="levels:\n  - {level: fair, from: {total: 50}}\n",
    )
    monkeypatch.setattr(Program, "solve", lambda _: Search(ended=Ended.NONE))

    (path,) = cheapest_paths(rubric, facts_of(rubric, {"raises": "no"}), the_parameters()).paths

    assert not path.is_impossible
    assert [reason.why for reason in path.reasons] == [Why.TOO_LONG]
