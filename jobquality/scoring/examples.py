"""Run the tests that a rubric file brings along."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from jobquality.errors import Fault, FaultsError, check_faults
from jobquality.rubrics.days import read_day
from jobquality.rubrics.model import MAIN, Example, Rubric, State, Ties
from jobquality.rubrics.parameters import Parameters
from jobquality.rubrics.units import read_number
from jobquality.scoring.answers import (
    NONE_FOUND,
    Answer,
    AnswerError,
    Question,
    find_questions,
    read_answer,
    unit_of,
)
from jobquality.scoring.cohorts import Cohort
from jobquality.scoring.facts import EmployerFacts, Fact, Grade
from jobquality.scoring.freezing import freeze, needs_cohort
from jobquality.scoring.rounding import decimal_text, round_to
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import NodeScore, Scorecard

_PROFILE = "profile."


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A test of the file, and what it gives instead of what it expects; nothing if it passes."""

    example: Example
    instead: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """What every test of a file is scored with."""

    parameters: Parameters
    on: date
    cohort: Cohort | None


def run_examples(rubric: Rubric, parameters: Parameters, *, on: date) -> tuple[Fault, ...]:
    """Return every test of the file that does not come out, with what it gives instead.

    Answers count as seen in records, and critical violations that a test does not mention
    as checked and not found. `on` is the day for tests that name none.
    """
    return tuple(
        Fault(message=message, line=tried.example.line, where=f"test '{tried.example.ask}'")
        for tried in try_examples(rubric, parameters, on=on)
        for message in tried.instead
    )


def try_examples(rubric: Rubric, parameters: Parameters, *, on: date) -> Iterator[Tried]:
    """Yield every test of the file with what it gives instead, read as `run_examples` does.

    Where a standard compares employers, the tests of the file are the cohort of each other.
    """
    cohorts: dict[str, Cohort | None] = {}
    for example in rubric.examples:
        name = example.scoring or MAIN
        if name not in cohorts:
            cohorts[name] = cohort_of_examples(rubric, parameters, on=on, scoring=name)
        given = _Given(parameters=parameters, on=on, cohort=cohorts[name])
        yield Tried(example=example, instead=tuple(_run(rubric, example, given)))


def cohort_of_examples(
    rubric: Rubric, parameters: Parameters, *, on: date, scoring: str = MAIN
) -> Cohort | None:
    """Return the tests of a file as a cohort, without those that cannot be read.

    None where the standard compares nobody, or where nobody can be compared.
    """
    if not needs_cohort(rubric, scoring=scoring):
        return None
    members: list[EmployerFacts] = []
    for example in rubric.examples:
        with suppress(FaultsError):
            members.append(facts_of(rubric, example, on))
    with suppress(FaultsError):
        return freeze(rubric, members, parameters, scoring=scoring)
    return None


def find_unreadable(rubric: Rubric) -> tuple[Fault, ...]:
    """Return every answer of a test that its question cannot take; `where` names the question.

    Nothing is scored, so this can be said of a standard that has other faults.
    """
    questions = find_questions(rubric)
    said = (
        (questions[name], text, example.line)
        for example in rubric.examples
        for name, text in example.answers.items()
        if name in questions
    )
    faults = (_why_unreadable(question, text, line) for question, text, line in said)
    return tuple(fault for fault in faults if fault is not None)


def _why_unreadable(question: Question, text: str, line: int) -> Fault | None:
    try:
        read_answer(question, text)
    except AnswerError as error:
        return Fault(message=str(error), line=line, where=question.id)
    return None


def _run(rubric: Rubric, example: Example, given: _Given) -> Iterator[str]:
    try:
        facts, scoring = facts_of(rubric, example, given.on), example.scoring or MAIN
        card = score(rubric, facts, given.parameters, scoring=scoring, cohort=given.cohort)
    except FaultsError as error:
        yield from (str(fault) for fault in error.faults)
    else:
        yield from _differences(card, example)


def _differences(card: Scorecard, example: Example) -> Iterator[str]:
    nodes = {node.id: node for node in card.total.walk()}
    ties = card.rubric.rounding.ties
    for name, (low, high) in example.gives.items():
        node = nodes.get(name)
        if node is None:
            yield f"{name} is left out of the scoring {card.scoring}."
        elif not (_agrees(node.low, low, ties) and _agrees(node.high, high, ties)):
            expected = low if low == high else f"{low} to {high}"
            yield f"{name} {_gives(node)}, not {expected}."
    if example.level and card.outcome.level != example.level:
        yield f"The level is {card.outcome.level}, not {example.level}."


def _gives(node: NodeScore) -> str:
    if node.is_out:
        return "does not apply, so it gives nothing"
    low, high = (
        "no end" if end is None else decimal_text(end, digits=4) for end in (node.low, node.high)
    )
    return f"gives {low}" if low == high else f"gives {low} to {high}"


def _agrees(actual: Fraction | None, written: str, ties: Ties) -> bool:
    """Compare to the decimals that the author wrote."""
    digits = len(written.partition(".")[2])
    return actual is not None and round_to(actual, digits=digits, ties=ties) == read_number(written)


def facts_of(rubric: Rubric, example: Example, on: date) -> EmployerFacts:
    """Return what a test answers, as facts for a standard; what it does not ask is left out.

    Raises:
        FaultsError: the standard cannot take some of the answers.
    """
    questions = find_questions(rubric)
    answers = {critical.id: NONE_FOUND for critical in rubric.critical} | {
        name: text for name, text in example.answers.items() if name in questions
    }
    faults: list[Fault] = []
    facts = [_fact(questions[name], text, faults) for name, text in answers.items()]
    check_faults(faults)
    return EmployerFacts(
        employer=example.ask,
        part="",
        on=read_day(example.answers.get("on", "")) or on,
        profile={
            name.removeprefix(_PROFILE): text
            for name, text in example.answers.items()
            if name.startswith(_PROFILE)
        },
        facts={fact.criterion: fact for fact in facts},
    )


def _fact(question: Question, text: str, faults: list[Fault]) -> Fact:
    answer = Answer(state=State.MISSING)
    try:
        answer = read_answer(question, text)
    except AnswerError as error:
        faults.append(Fault(message=f"The answer to {question.id}: {error}"))
    return Fact(
        criterion=question.id,
        state=answer.state,
        text=text,
        value=answer.value,
        unit=unit_of(question),
        grade=Grade.E2,
        note=answer.reason,
    )
