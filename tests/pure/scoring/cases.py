"""Small standards and answers as an advocate writes them, for tests."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from textwrap import dedent, indent

import pytest

from jobquality.errors import FaultsError
from jobquality.rubrics.catalog import shipped_parameters
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.model import Rubric
from jobquality.rubrics.parameters import Parameters, load_parameters
from jobquality.scoring.answers import AnswerError, find_questions, read_answer
from jobquality.scoring.facts import EmployerFacts, Fact, Grade
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import NodeScore, Scorecard

SUMMER = date(2026, 6, 1)
#: Criteria of 0 to 4, 0 to 2 and 0 to 4 points.
THREE = """
- criterion: one
  ask: One?
  answer: number
  range: {from: 0, under: 4}
- criterion: two
  ask: Two?
  answer: number
  na: yes
  range: {from: 0, under: 2}
- criterion: three
  ask: Three?
  answer: number
  range: {from: 0, under: 4}
"""

_LIVING_WAGE = b"""
parameters:
  - parameter: living_wage
    title: Living wage for one adult
    unit: usd_per_hour
    lookup: nearest
    values:
      - place: TX
        from: 2026-01-01
        value: 20
        source: Our board
        as_of: 2026-01-12
        last_checked: 2026-01-12
"""


@cache
def the_parameters() -> Parameters:
    """Return the dated figures that ship, and a living wage of $20 in Texas."""
    shipped = shipped_parameters()
    return shipped.joined(load_parameters(_LIVING_WAGE, shipped.places))


def a_standard(criteria: str, *, below: str = "") -> Rubric:
    """Return a standard without dimensions; `below` is what stands below the criteria."""
    text = (
        "rubric: corner_cafes\nedition: 2026.1\n"
        f"criteria:\n{indent(dedent(criteria), '  ')}\n{dedent(below)}"
    )
    return load_rubric(text.encode(), parameters=the_parameters().units)


def facts_of(
    rubric: Rubric,
    answers: Mapping[str, str],
    *,
    profile: Mapping[str, str] | None = None,
    grades: Mapping[str, Grade | None] | None = None,
    on: date = SUMMER,
) -> EmployerFacts:
    """Return answers as facts, seen in records (E2) where `grades` does not say otherwise."""
    questions = find_questions(rubric)
    facts = {}
    for name, text in answers.items():
        answer = read_answer(questions[name], text)
        facts[questions[name].id] = Fact(
            criterion=questions[name].id,
            state=answer.state,
            text=text,
            value=answer.value,
            grade=(grades or {}).get(name, Grade.E2),
            note=answer.reason,
        )
    return EmployerFacts(
        employer="Cafe Uno", part="", on=on, profile={"place": "TX", **(profile or {})}, facts=facts
    )


def scored(  # noqa: PLR0913  # a test states only what it is about
    rubric: Rubric,
    answers: Mapping[str, str],
    *,
    scoring: str = "main",
    profile: Mapping[str, str] | None = None,
    grades: Mapping[str, Grade | None] | None = None,
    on: date = SUMMER,
) -> Scorecard:
    """Return the scorecard for answers as they are written."""
    facts = facts_of(rubric, answers, profile=profile, grades=grades, on=on)
    return score(rubric, facts, the_parameters(), scoring=scoring)


def ends(scored_node: NodeScore) -> tuple[object, object]:
    """Return the low and the high end, to be compared with plain numbers."""
    return scored_node.low, scored_node.high


def reading(scored_node: NodeScore) -> tuple[object, object, object]:
    """Return the low end, the value and the high end, to be compared with plain numbers."""
    return scored_node.low, scored_node.value, scored_node.high


def node(card: Scorecard, name: str) -> NodeScore:
    """Return the score of one node."""
    return next(one for one in card.total.walk() if one.id == name)


def refusal(rubric: Rubric, name: str, text: str) -> str:
    """Return why an answer cannot be read."""
    with pytest.raises(AnswerError) as caught:
        read_answer(find_questions(rubric)[name], text)
    return str(caught.value)


def faults(
    rubric: Rubric, answers: Mapping[str, str], *, profile: Mapping[str, str] | None = None
) -> list[str]:
    """Return every fault for which answers cannot be scored."""
    with pytest.raises(FaultsError) as caught:
        scored(rubric, answers, profile=profile)
    return [str(fault) for fault in caught.value.faults]
