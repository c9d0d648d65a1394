"""What is only announced is asked and shown, and no answer to it changes any score."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobquality.errors import FaultsError
from jobquality.rubrics.catalog import shipped_parameters
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.model import Rubric
from jobquality.scoring.answers import find_questions, read_answer
from jobquality.scoring.differences import find_differences
from jobquality.scoring.facts import EmployerFacts, Fact, Grade
from jobquality.scoring.score import score

TEXT = """\
rubric: r
edition: 2026.1
dimensions:
  - dimension: pay
    criteria:
      - {criterion: stubs, ask: Q, answer: yes_no}
      - {criterion: rest, ask: Q, answer: days, points: [{under: 7, gives: 0}, {from: 7, gives: 1}]}
levels:
  - {level: fair, from: {total: 40, coverage: 50}}
"""
SOON = "      - {criterion: online, ask: Q, answer: yes_no, upcoming: 2027-01-01}\nlevels:"
WITH = TEXT.replace("levels:", SOON)
ANSWERS = {
    "stubs": st.sampled_from(["yes", "no", "unknown", "declined", ""]),
    "rest": st.sampled_from(["0", "7", "30", "unknown", ""]),
    "online": st.sampled_from(["yes", "no", "unknown", "declined", "not_offered"]),
}


def _load(text: str) -> Rubric:
    return load_rubric(text.encode(), parameters={})


PLAIN, ANNOUNCED = _load(TEXT), _load(WITH)


def _facts(rubric: Rubric, answers: dict[str, str]) -> EmployerFacts:
    questions = find_questions(rubric)
    read = {name: read_answer(questions[name], text) for name, text in answers.items()}
    facts = {
        name: Fact(criterion=name, state=one.state, value=one.value, text=answers[name],
                   grade=Grade.E2)
        for name, one in read.items()
    }  # fmt: skip
    return EmployerFacts(employer="E", part="", on=date(2027, 6, 1), facts=facts)


@given(st.fixed_dictionaries(ANSWERS))
def test_no_answer_to_what_is_upcoming_changes_a_score(answers: dict[str, str]) -> None:
    without = {name: text for name, text in answers.items() if name != "online"}
    parameters = shipped_parameters()

    announced = score(ANNOUNCED, _facts(ANNOUNCED, answers), parameters)
    plain = score(PLAIN, _facts(PLAIN, without), parameters)

    assert announced.total.low == plain.total.low
    assert announced.total.high == plain.total.high
    assert announced.outcome.level == plain.outcome.level
    assert (announced.total.coverage, announced.total.answered) == (
        plain.total.coverage,
        plain.total.answered,
    )


def test_it_is_asked_with_its_day() -> None:
    found = {one.id: one.upcoming for one in ANNOUNCED.questions()}

    assert found == {"stubs": None, "rest": None, "online": date(2027, 1, 1)}


def test_announcing_something_is_an_addition_that_moves_no_level() -> None:
    assert find_differences(PLAIN, ANNOUNCED).kind == "addition"


def test_what_is_announced_is_told_with_its_day_and_once_it_counts_too() -> None:
    counted = _load(WITH.replace(", upcoming: 2027-01-01", ""))

    def told(before: Rubric, after: Rubric) -> list[str]:
        return [one.says for one in find_differences(before, after).changes]

    assert told(PLAIN, ANNOUNCED) == [
        "The criterion 'online' is asked now and counts from 2027-01-01 on."
    ]
    assert told(ANNOUNCED, PLAIN) == ["The criterion 'online' is no longer asked."]
    assert any("'online' was added to 'pay'" in one for one in told(ANNOUNCED, counted))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("2027-01-01", "soon"), "is not a date"),
        (("upcoming:", "weight: 20, upcoming:"), "has no weight yet"),
        (("{criterion: stubs, ask: Q,", "{criterion: stubs, applies: {online: yes}, ask: Q,"),
         "something that counts names it"),
    ],
)  # fmt: skip
def test_what_is_upcoming_can_have_no_part_in_a_score(change: tuple[str, str], said: str) -> None:
    with pytest.raises(FaultsError) as refused:
        _load(WITH.replace(*change))

    assert said in str(refused.value)
