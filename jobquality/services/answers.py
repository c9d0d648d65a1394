"""What may be said in an answer, and beside it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Protocol

from jobquality.errors import Fault
from jobquality.ledger.snapshot import FEWEST_WORKERS
from jobquality.scoring.answers import AnswerError, Question, read_answer
from jobquality.scoring.facts import Grade
from jobquality.store.assessments import Workers

_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


class Said(Protocol):
    """As much of a command as is looked at here."""

    @property
    def answer(self) -> str:
        """The answer as written."""

    @property
    def grade(self) -> Grade | None:
        """How strong the evidence is."""

    @property
    def workers(self) -> Workers | None:
        """How many workers were asked, and how many confirmed."""

    @property
    def law_checked_on(self) -> date | None:
        """When somebody looked for a rule of law and found none."""

    @property
    def on(self) -> date | None:
        """The day that the answer speaks of."""


def answer_faults(question: Question, said: Said, *, today: date) -> Iterator[Fault]:
    """Yield everything wrong with an answer; `where` is the field."""
    try:
        read_answer(question, said.answer)
    except AnswerError as error:
        yield Fault(message=str(error), where="answer")
    yield from _worker_faults(said.workers, today)
    yield from _grade_faults(said.grade, said.workers)
    for name, day in (("law_checked_on", said.law_checked_on), ("on", said.on)):
        if day is not None and day > today:
            remedy = "Choose today or a day before."
            yield Fault(message="The day lies in the future.", where=name, remedy=remedy)


def _worker_faults(workers: Workers | None, today: date) -> Iterator[Fault]:
    if workers is None:
        return
    if workers.asked < 1 or not 0 <= workers.confirming <= workers.asked:
        yield Fault(
            message="More workers confirmed it than were asked."
            if workers.confirming > workers.asked > 0
            else "The number of workers asked must be 1 or more, and none may be below 0.",
            where="workers_confirming",
            remedy="Count only workers who were asked about this question.",
        )
    if not _MONTH.fullmatch(workers.month) or workers.month > f"{today:%Y-%m}":
        yield Fault(
            message="The month in which workers were asked is missing or lies in the future.",
            where="workers_month",
            remedy="Write year and month, such as 2026-03. Never a day.",
        )


def _grade_faults(grade: Grade | None, workers: Workers | None) -> Iterator[Fault]:
    if grade is not Grade.E3:
        return
    if workers is None or workers.asked < FEWEST_WORKERS:
        yield Fault(
            message=f"Grade E3 needs at least {FEWEST_WORKERS} workers who were asked: with "
            "fewer, somebody could guess who it was.",
            where="grade",
            remedy="Choose another grade, or ask more workers.",
        )
    elif workers.confirming < 1:
        yield Fault(
            message="Grade E3 says that workers confirmed it, but none of them did.",
            where="grade",
            remedy="Choose another grade.",
        )
