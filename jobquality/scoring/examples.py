"""Run the tests that a rubric file brings along."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from jobquality.errors import Fault, FaultsError
from jobquality.rubrics.model import Example, Rubric
from jobquality.rubrics.parameters import Parameters, read_day
from jobquality.rubrics.units import read_number
from jobquality.scoring.answers import NONE_FOUND, AnswerError, Answer, find_questions, read_answer
from jobquality.scoring.facts import EmployerFacts, Fact, Grade
from jobquality.scoring.rounding import decimal_text, round_to
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import NodeScore

_PROFILE = "profile."


def run_examples(rubric: Rubric, parameters: Parameters, *, on: date) -> tuple[Fault, ...]:
    """Return every test of the file that does not come out, with what it gives instead.

    Answers count as seen in records, and critical violations that a test does not mention
    as checked and not found. `on` is the day for tests that name none.
    """
    return tuple(
        fault for example in rubric.examples for fault in _run(rubric, example, parameters, on)
    )


def _run(rubric: Rubric, example: Example, parameters: Parameters, on: date) -> Iterator[Fault]:
    day = read_day(example.answers.get("on", "")) or on
    try:
        facts = _facts(rubric, example, day)
        card = score(rubric, facts, parameters)
    except AnswerError as error:
        yield _fault(example, str(error))
        return
    except FaultsError as error:
        yield from (_fault(example, str(fault)) for fault in error.faults)
        return
    nodes = {node.id: node for node in card.total.walk()}
    for name, (low, high) in example.gives.items():
        node = nodes[name]
        if not (_agrees(node.low, low) and _agrees(node.high, high)):
            yield _fault(
                example,
                f"{name} gives {_range(node)}, not {low if low == high else f'{low} to {high}'}.",
            )
    if example.level and card.outcome.level != example.level:
        yield _fault(example, f"The level is {card.outcome.level}, not {example.level}.")


def _fault(example: Example, message: str) -> Fault:
    return Fault(message=message, line=example.line, where=f"test '{example.ask}'")


def _range(node: NodeScore) -> str:
    ends = [
        decimal_text(end, digits=4) if end is not None else "open" for end in (node.low, node.high)
    ]
    return ends[0] if ends[0] == ends[1] else " to ".join(ends)


def _agrees(actual: Fraction | None, written: str) -> bool:
    """Compare to the decimals that the author wrote."""
    expected = read_number(written)
    digits = len(written.partition(".")[2])
    return actual is not None and round_to(actual, digits=digits) == expected


def _facts(rubric: Rubric, example: Example, on: date) -> EmployerFacts:
    questions = find_questions(rubric)
    facts = {
        one.id: _fact(one.id, read_answer(one, NONE_FOUND), NONE_FOUND) for one in rubric.critical
    }
    for name, text in example.answers.items():
        if name in questions:
            question = questions[name]
            try:
                facts[question.id] = _fact(question.id, read_answer(question, text), text)
            except AnswerError as error:
                message = f"The answer to {name}: {error}"
                raise AnswerError(message) from None
    profile = {
        name.removeprefix(_PROFILE): text
        for name, text in example.answers.items()
        if name.startswith(_PROFILE)
    }
    return EmployerFacts(employer=example.ask, part="", on=on, profile=profile, facts=facts)


def _fact(name: str, answer: Answer, text: str) -> Fact:
    return Fact(
        criterion=name,
        state=answer.state,
        text=text,
        value=answer.value,
        grade=Grade.E2,
        note=answer.reason,
    )
