"""Conditions for many employers: on a profile fact read once for each text, on figures as masks."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from jobquality.rubrics.model import Band, Condition, Criterion, Grounds, Rubric, Span
from jobquality.rubrics.parameters import Parameters
from jobquality.rubrics.units import read_number
from jobquality.scoring.conditions import find_unmet
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.figures import Figures
from jobquality.scoring.table.answers import Source
from jobquality.scoring.table.columns import Code
from jobquality.scoring.table.edges import decimal_of, first_from
from jobquality.scoring.table.measures import measured_steps
from jobquality.scoring.table.steps import Steps
from jobquality.scoring.table.terms import Array, Block, Mask, Term, UnsupportedError, any_of

_NOBODY = EmployerFacts(employer="", part="", on=date.min)
_REFUSED = 2
_UNKNOWN = (Code.UNKNOWN, Code.DECLINED)
#: Where a figure stands to a condition, as points of bands.
_BELOW, _THERE, _ABOVE = Fraction(0), Fraction(1), Fraction(2)


def profile_unmet(
    conditions: Iterable[Condition], source: Source, rubric: Rubric, parameters: Parameters
) -> Mask:
    """Return who is known not to meet a condition on the profile."""
    found = (_read(one, source, rubric, parameters) for one in conditions if not one.figure)
    return any_of(found)


def _read(condition: Condition, source: Source, rubric: Rubric, parameters: Parameters) -> Mask:
    codes = source.profile(condition.name)
    if codes is None:
        return False
    names = source.columns.profile[condition.name].names
    table = np.array([0, *(_reading(condition, one, rubric, parameters) for one in names)], np.int8)
    if not table.any():
        return False
    return Term(run=_looked_up(table), inputs=(codes,))


def _reading(condition: Condition, text: str, rubric: Rubric, parameters: Parameters) -> int:
    """Return 1 where a text does not meet the condition, 2 where it cannot be read."""
    facts = replace(_NOBODY, profile={condition.name: text})
    figures = Figures(rubric, facts, parameters)
    is_unmet = find_unmet((condition,), facts, figures) is not None
    return _REFUSED if figures.faults else int(is_unmet)


def _looked_up(table: NDArray[np.int8]) -> Callable[..., Array]:
    is_refused = bool((table == _REFUSED).any())

    def run(block: Block, codes: Array) -> Array:
        found = table[codes]
        if is_refused:
            block.suspect(found == _REFUSED)
        return found == 1

    return run


def figures_unmet(conditions: Iterable[Condition], source: Source) -> Mask:
    """Return who is known not to meet a condition on a figure."""
    return any_of(_figure_unmet(one, source) for one in conditions if one.figure)


def _figure_unmet(condition: Condition, source: Source) -> Mask:
    if _is_measured(condition, source):
        return _where_said(_measured(condition, source), (_BELOW, _ABOVE))
    numbers = source.numbers(condition.name)
    if numbers is None:
        return False
    return any_of(Term(run=run, inputs=(numbers,)) for run in _tests(condition))


def _tests(condition: Condition) -> list[Callable[..., Array]]:
    """Return what fails a number; a number that is not there fails nothing."""
    if condition.among:
        raise UnsupportedError
    if condition.equals is not None:
        wanted = read_number(condition.equals)
        if wanted is None or decimal_of(first_from(wanted)) != wanted:
            raise UnsupportedError
        edge = first_from(wanted)
        return [lambda _, array: (array < edge) | (array > edge)]
    tests: list[Callable[..., Array]] = []
    if condition.at_least is not None:
        least = first_from(condition.at_least)
        tests.append(lambda _, array: array < least)
    if condition.below is not None:
        most = first_from(condition.below)
        tests.append(lambda _, array: array >= most)
    return tests


def doubtful(conditions: Iterable[Condition], source: Source) -> Mask:
    """Return whose figure of a condition was looked for and is not known."""
    return any_of(_looked_for(one, source) for one in conditions if one.figure)


def _looked_for(condition: Condition, source: Source) -> Mask:
    if _is_measured(condition, source):
        return _where_said(_measured(condition, source), _UNKNOWN)
    codes = source.codes(condition.name)
    if codes is None or source.least_code(condition.name) > Code.UNKNOWN:
        return False
    inputs = (codes, *([numbers] if (numbers := source.numbers(condition.name)) else []))

    def run(_: Block, array: Array, *numbers: Array) -> Array:
        found = (array == _UNKNOWN[0]) | (array == _UNKNOWN[1])
        return found & np.isnan(numbers[0]) if numbers else found

    return Term(run=run, inputs=inputs)


# Conditions on figures that are worked out.


def _is_measured(condition: Condition, source: Source) -> bool:
    question = source.asked.get(condition.name)
    if not isinstance(question, Criterion):
        raise UnsupportedError
    return question.measure is not None


def _measured(condition: Condition, source: Source) -> Steps:
    """Return where a figure stands: below what is asked for, there, or above it."""
    question = source.asked[condition.name]
    if not isinstance(question, Criterion) or question.measure is None:
        raise UnsupportedError
    if condition.among or condition.equals is not None or isinstance(question.points, Span):
        raise UnsupportedError
    edges = ((None, _BELOW), (condition.at_least, _THERE), (condition.below, _ABOVE))
    bands = [
        Band(start=start, gives=gives, grounds=Grounds(), line=0)
        for start, gives in edges
        if start is not None or gives == _BELOW
    ]
    if condition.at_least is None:
        bands[0] = replace(bands[0], gives=_THERE)
    stands = replace(question, points=tuple(bands), allows_na=True)
    return measured_steps(stands, question.measure, source)


def _where_said(steps: Steps, said: Iterable[object]) -> Mask:
    wanted = tuple(said)
    table = np.array([one in wanted for one in steps.said])
    unread = np.array([one is None for one in steps.said])
    if steps.codes is None or not (table.any() or unread.any()):
        return False

    def run(block: Block, codes: Array) -> Array:
        block.suspect(unread.take(codes))
        return table.take(codes)

    return Term(run=run, inputs=(steps.codes,))
