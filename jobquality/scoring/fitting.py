"""Facts know no standard: find those that the question of this one cannot take."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from jobquality.errors import Fault
from jobquality.rubrics.fields import shown
from jobquality.rubrics.model import AnswerKind, Criterion, Critical, Level, Rubric, State
from jobquality.scoring.answers import FOUND, NONE_FOUND, Question, find_questions
from jobquality.scoring.facts import EmployerFacts, Fact, Value
from jobquality.scoring.numbers import find_number_fault
from jobquality.scoring.points import choices_of

_YES_NO = ("yes", "no")


def find_misfits(rubric: Rubric, facts: Mapping[str, Fact]) -> dict[str, Fault]:
    """Return a fault for each fact that was read by another standard and does not fit this one.

    Facts of which the standard asks nothing are left alone.
    """
    questions = find_questions(rubric)
    return {
        name: Fault(
            message=f"The answer {shown(fact.text)} does not fit this question.",
            where=name,
            remedy="Read it by this edition of the standard, or leave it out.",
        )
        for name, fact in facts.items()
        if name in questions and not _fits(questions[name], fact)
    }


def misfits_of_all(rubric: Rubric, facts: EmployerFacts) -> dict[tuple[str, str], Fault]:
    """Return the misfits of an employer and all its parts, by the part and the name."""
    found = {(facts.part, name): fault for name, fault in find_misfits(rubric, facts.facts).items()}
    for part in facts.parts:
        found |= misfits_of_all(rubric, part)
    return found


def _fits(question: Question, fact: Fact) -> bool:
    if fact.state is State.NA:
        return isinstance(question, Criterion) and question.allows_na
    if fact.state is not State.VALUE or fact.value is None:
        return fact.state is not State.VALUE
    return _takes(question, fact.value)


def _takes(question: Question, value: Value) -> bool:
    if isinstance(question, Critical):
        return value in (FOUND, NONE_FOUND)
    kind = question.declared if isinstance(question, Level) else question.kind
    if kind is AnswerKind.DATE:
        return isinstance(value, date)
    if kind is AnswerKind.YES_NO:
        return value in _YES_NO
    return isinstance(question, Criterion) and _takes_points(question, value)


def _takes_choices(question: Criterion, value: Value) -> bool:
    named = {choice.id for choice in choices_of(question)}
    if question.kind is AnswerKind.TALLY:
        return isinstance(value, tuple) and named.issuperset(value)
    return value in named


def _takes_points(question: Criterion, value: Value) -> bool:
    if question.kind in (AnswerKind.CHOICE, AnswerKind.TALLY):
        return _takes_choices(question, value)
    if question.kind is AnswerKind.NUMBER:
        return isinstance(value, Fraction) and find_number_fault(question, value) is None
    if isinstance(value, Fraction):
        return value.denominator == 1 and 0 <= value <= len(question.boxes)
    return isinstance(value, frozenset) and value <= {box.id for box in question.boxes}
