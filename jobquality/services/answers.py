"""What may be said beside an answer: counts of workers, a grade, and days."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from jobquality.errors import Fault
from jobquality.ledger.snapshot import FEWEST_WORKERS
from jobquality.scoring.answers import AnswerError, Question, read_answer
from jobquality.scoring.facts import Grade
from jobquality.store.assessments import Workers
from jobquality.wording import Speaker

_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


class Beside(Protocol):
    """As much of a command, or of a form, as is looked at here."""

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


class Said(Beside, Protocol):
    """A command: an answer, and what is said beside it."""

    @property
    def answer(self) -> str:
        """The answer as written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that cannot be: the field, and the sentence that says so, to be spoken."""

    where: str
    name: str
    values: Mapping[str, object] = field(default_factory=dict)

    def spoken(self, say: Speaker) -> Fault:
        """Return it as a fault in the speaker's language."""
        return Fault(message=say(self.name, **self.values), where=self.where)


def answer_faults(question: Question, said: Said, *, today: date) -> Iterator[Fault]:
    """Yield everything wrong with an answer, in English; `where` is the field."""
    try:
        read_answer(question, said.answer)
    except AnswerError as error:
        yield Fault(message=str(error), where="answer")
    yield from (problem.spoken(Speaker("en")) for problem in problems_beside(said, today=today))


def problems_beside(said: Beside, *, today: date) -> Iterator[Problem]:
    """Yield what is wrong with all that stands beside an answer."""
    if said.workers is not None:
        yield from _with_counts(said.workers, today)
    if said.grade is Grade.E3:
        yield from _with_confirmation(said.workers)
    for name, day in (("law_checked_on", said.law_checked_on), ("on", said.on)):
        if day is not None and day > today:
            yield Problem(where=name, name="ask_future")


def _with_counts(workers: Workers, today: date) -> Iterator[Problem]:
    if workers.asked < 1 or workers.confirming < 0:
        yield Problem(where="workers_asked", name="ask_counts")
    elif workers.confirming > workers.asked:
        yield Problem(where="workers_confirming", name="ask_more_than_asked")
    if not _MONTH.fullmatch(workers.month) or workers.month > f"{today:%Y-%m}":
        yield Problem(where="workers_month", name="ask_month")


def _with_confirmation(workers: Workers | None) -> Iterator[Problem]:
    if workers is None or workers.asked < FEWEST_WORKERS:
        yield Problem(where="grade", name="ask_e3_few", values={"fewest": FEWEST_WORKERS})
    elif 2 * workers.confirming <= workers.asked:
        yield Problem(where="grade", name="ask_e3_none")
