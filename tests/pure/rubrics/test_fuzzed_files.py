"""Standards taken apart and put together wrongly: each is read, or its faults are named.

What is read can be scored: nothing in it stops the evaluator but faults of its own.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from jobquality.errors import FaultsError
from jobquality.rubrics.catalog import shipped_parameters
from jobquality.rubrics.laws import find_breaks
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.model import Criterion, Rubric
from jobquality.rubrics.remarks import remarks_on
from jobquality.rubrics.warnings import warnings_on
from jobquality.rubrics.words import answer_ids
from jobquality.scoring.answers import AnswerError, find_questions, read_answer
from jobquality.scoring.differences import find_differences
from jobquality.scoring.examples import run_examples
from jobquality.scoring.facts import EmployerFacts, Fact
from jobquality.scoring.score import score
from tests.pure.rubrics.fuzzing import Fuzzer, at_most, real_files
from tests.pure.scoring.cases import SUMMER

#: Seconds of work for a file of some kilobytes; a thousandth of it is usual.
_MOST = 5.0
_NOBODY = EmployerFacts(
    employer="Uno",
    part="",
    on=SUMMER,
    profile={"place": "TX", "sector": "722511", "headcount": "9"},
)
# 100,000 files in the soak.
many = settings(max_examples=settings().max_examples * 20)
seeds = st.integers(0, 2**64 - 1)


@cache
def the_fuzzer() -> Fuzzer:
    return Fuzzer(real_files())


def read_or_refused(content: bytes) -> Rubric | None:
    """Return the standard in a file, or None where its faults were named, each in its place."""
    parameters = shipped_parameters()
    try:
        with at_most(_MOST):
            return load_rubric(content, parameters=parameters.units, facts=parameters.facts)
    except FaultsError as error:
        lines = content.count(b"\n") + 1
        placed = [fault for fault in error.faults if 1 <= (fault.line or 0) <= lines]
        rest = [fault for fault in error.faults if fault not in placed]
        assert placed
        assert [fault for fault in rest if not fault.message.endswith("more faults.")] == []
        return None


def answered(rubric: Rubric, random: Random) -> EmployerFacts:
    """Return an employer of whom something is said by chance, as far as it can be read."""
    facts = {}
    for question in find_questions(rubric).values():
        texts = ("0", "1", "2.5", "50", "yes", "no", "unknown", "found", "none_found", "na")
        choices = (*answer_ids(question), *texts) if isinstance(question, Criterion) else texts
        text = random.choice(choices)
        with suppress(AnswerError):
            answer = read_answer(question, text, reason="so it is")
            facts[question.id] = Fact(
                criterion=question.id, state=answer.state, text=text, value=answer.value
            )
    return replace(_NOBODY, facts=facts)


def used(rubric: Rubric, seed: int) -> None:
    """Use a standard for everything that it is for."""
    parameters = shipped_parameters()
    random = Random(seed)  # noqa: S311  # answers by chance
    for use in (
        lambda: score(rubric, _NOBODY, parameters),
        lambda: score(rubric, answered(rubric, random), parameters),
        lambda: run_examples(rubric, parameters, on=SUMMER),
        lambda: remarks_on(rubric),
        lambda: find_breaks(rubric),
        lambda: warnings_on(rubric, parameters),
        lambda: find_differences(rubric, rubric),
    ):
        tried(use)


def tried(use: Callable[[], object]) -> None:
    with at_most(_MOST), suppress(FaultsError):
        use()


@given(seed=seeds)
def test_a_file_put_together_wrongly_is_read_or_refused_with_lines(seed: int) -> None:
    rubric = read_or_refused(the_fuzzer().file(seed))

    if rubric is not None:
        used(rubric, seed)


@pytest.mark.soak
@many
@given(seed=seeds)
def test_a_hundred_thousand_files_are_read_or_refused_with_lines(seed: int) -> None:
    rubric = read_or_refused(the_fuzzer().file(seed))

    event("refused" if rubric is None else "read")
    if rubric is not None:
        used(rubric, seed)


def test_some_files_put_together_wrongly_can_be_read_and_most_cannot() -> None:
    read = [read_or_refused(the_fuzzer().file(seed)) is not None for seed in range(200)]

    assert 5 <= sum(read) <= 100
