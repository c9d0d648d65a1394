"""Facts know no standard: what another one read may not fit this one."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from jobquality.errors import FaultsError
from jobquality.rubrics.model import State
from jobquality.scoring.facts import EmployerFacts, Fact, Value
from jobquality.scoring.score import score
from tests.pure.scoring.cases import SUMMER, a_standard, the_parameters

EVERY_KIND = a_standard(
    """
    - criterion: share
      ask: A?
      answer: percent
      points: [{under: 9, gives: 0}, {from: 9, gives: 1}]
    - criterion: choice
      ask: B?
      answer: choice
      points: [{answer: a, gives: 0}, {answer: b, gives: 1}]
    - criterion: boxes
      ask: C?
      answer: checklist
      of: [{answer: x}, {answer: y}]
      points: [{under: 1, gives: 0}, {from: 1, gives: 1}]
    - {criterion: yes_or_no, ask: D?, answer: yes_no}
    - {criterion: day, ask: E?, answer: date}
    """,
    below="""
    critical: [{critical: wrong, ask: F?, source: Records}]
    levels:
      - {level: good, from: {total: 50}}
      - {level: committed, ask: G?, answer: date}
      - {level: pending, ask: H?, answer: yes_no}
    """,
)


def with_fact(name: str, value: Value | None, state: State = State.VALUE) -> EmployerFacts:
    fact = Fact(criterion=name, state=state, text="as written", value=value)
    return EmployerFacts(employer="Uno", part="", on=SUMMER, facts={name: fact})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("share", Fraction(9)),
        ("choice", "b"),
        ("boxes", Fraction(2)),
        ("boxes", frozenset({"x"})),
        ("yes_or_no", "yes"),
        ("day", date(2026, 1, 1)),
        ("wrong", "found"),
        ("committed", date(2026, 1, 1)),
        ("pending", "no"),
        ("asked_elsewhere", "anything"),
    ],
)
def test_a_fact_that_fits_or_is_not_asked_for_is_scored(name: str, value: Value) -> None:
    score(EVERY_KIND, with_fact(name, value), the_parameters())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("share", "a"),
        ("share", Fraction(101)),
        ("share", None),
        ("choice", "from_an_older_edition"),
        ("choice", Fraction(1)),
        ("boxes", Fraction(3)),
        ("boxes", Fraction(1, 2)),
        ("boxes", frozenset({"z"})),
        ("boxes", "x"),
        ("yes_or_no", "maybe"),
        ("yes_or_no", Fraction(1)),
        ("day", "2026-01-01"),
        ("wrong", "maybe"),
        ("committed", "yes"),
        ("pending", date(2026, 1, 1)),
    ],
)
def test_a_fact_that_does_not_fit_is_a_fault_and_never_a_guess(
    name: str, value: Value | None
) -> None:
    with pytest.raises(FaultsError) as caught:
        score(EVERY_KIND, with_fact(name, value), the_parameters())

    assert str(caught.value) == (
        f"{name}: The answer 'as written' does not fit this question. "
        "Read it by this edition of the standard, or leave it out."
    )


def test_a_question_that_must_be_answered_does_not_leave_by_itself() -> None:
    with pytest.raises(FaultsError, match="share: The answer 'as written' does not fit"):
        score(EVERY_KIND, with_fact("share", None, State.NA), the_parameters())


def test_every_fact_that_does_not_fit_is_named() -> None:
    misfits = {name: with_fact(name, "?").facts[name] for name in ("share", "choice", "day")}
    facts = replace(with_fact("share", "?"), facts=misfits)

    with pytest.raises(FaultsError) as caught:
        score(EVERY_KIND, facts, the_parameters())

    assert [fault.where for fault in caught.value.faults] == ["share", "choice", "day"]
