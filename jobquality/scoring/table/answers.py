"""Columns as terms: the numbers, the codes and the grades of one question, checked as they pass."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from jobquality.rubrics.model import AnswerKind, Criterion
from jobquality.scoring.answers import Question
from jobquality.scoring.numbers import limits_of
from jobquality.scoring.table.columns import NO_GRADE, Answers, Code, Columns
from jobquality.scoring.table.edges import first_beyond, first_from
from jobquality.scoring.table.rows import words_of
from jobquality.scoring.table.situations import Situations
from jobquality.scoring.table.terms import Array, Block, Mask, Run, Term, UnsupportedError

#: How well an answer is proved, as far as a score can tell: not seen, E2, E3 or better.
UNSEEN, SEEN, CONFIRMED = 0, 1, 2
#: How the names of terms begin that are run for what they mark.
UNUSED = "column "
_SEEN_FROM, _CONFIRMED_FROM = 2, 3


@dataclass(slots=True, kw_only=True)
class Source:
    """Where the terms of a table come from; each column is one term, however often it is used."""

    columns: Columns
    asked: Mapping[str, Question]
    situations: Situations
    graded: bool = False
    #: For whom a question rests on dated figures, unless it is out, and who is out.
    uses: dict[str, Mask] = field(default_factory=dict)
    outs: dict[str, Mask] = field(default_factory=dict)
    _terms: dict[object, Term | None] = field(default_factory=dict)

    def _once(self, key: object, make: Callable[[], Term | None]) -> Term | None:
        if key not in self._terms:
            self._terms[key] = make()
        return self._terms[key]

    def _of(self, name: str) -> Answers:
        return self.columns.answers.get(name, Answers())

    def numbers(self, name: str) -> Term | None:
        """Return the numbers given for a question; None where nobody gave one."""
        numbers = self._of(name).numbers
        if numbers is None:
            return None
        question = self.asked[name]
        if not isinstance(question, Criterion) or question.kind is not AnswerKind.NUMBER:
            message = f"'{name}' is no question whose answer is a number."
            raise ValueError(message)
        return self._once(("numbers", name), lambda: Term(run=_checked(numbers, question)))

    def codes(self, name: str) -> Term | None:
        """Return the codes given for a question; None where there are none, so all are missing."""
        codes = self._of(name).codes
        if codes is None:
            return None
        return self._once(("codes", name), lambda: Term(run=self._code_run(name, codes)))

    def _code_run(self, name: str, codes: NDArray[np.signedinteger]) -> Run:
        question = self.asked[name]
        is_free = isinstance(question, Criterion) and question.allows_na
        if is_free or self.least_code(name) > min(Code.NA, Code.NOT_OFFERED):
            return _sliced(codes)

        def run(block: Block) -> Array:
            found = codes[block.start : block.stop]
            block.suspect(found == Code.NA)
            return found

        return run

    def least_code(self, name: str) -> Code:
        """Return the lowest code that a column holds; missing where there is no column."""
        codes = self._of(name).codes
        if codes is None or not codes.size:
            return Code.MISSING
        self._check_codes(name, codes)
        return Code(min(int(codes.min()), Code.MISSING))

    def _check_codes(self, name: str, codes: NDArray[np.signedinteger]) -> None:
        question = self.asked[name]
        if codes.min() < min(Code) or codes.max() >= _values(question):
            message = f"The column '{name}' has a code that stands for no answer."
            raise ValueError(message)

    def days(self, name: str) -> Term | None:
        """Return the days given for a question; None where there are none."""
        days = self._of(name).days
        if days is None:
            return None
        return self._once(("days", name), lambda: Term(run=_sliced(days)))

    def grades(self, name: str) -> Term | int:
        """Return how well the answers to a question are proved."""
        grades = self._of(name).grades
        return self._proof(("grades", name), self.columns.grade if grades is None else grades)

    def grade(self) -> Term | int:
        """Return how well the answers without a grade of their own are proved."""
        return self._proof("grade", self.columns.grade)

    def supposed(self) -> Mask:
        """Return whose answers are seen in records, or nobody said how well they are proved."""
        grades = self.columns.grade
        if not isinstance(grades, np.ndarray):
            return grades >= _SEEN_FROM or grades == NO_GRADE

        def run(block: Block) -> Array:
            found = grades[block.start : block.stop]
            return (found >= _SEEN_FROM) | (found == NO_GRADE)

        return Term(run=run)

    def _proof(self, key: object, grades: int | NDArray[np.int8]) -> Term | int:
        if not isinstance(grades, np.ndarray):
            return int(grades >= _SEEN_FROM) + int(grades >= _CONFIRMED_FROM)
        found = self._once(key, lambda: Term(run=_proved(grades)))
        return found if found is not None else NO_GRADE

    def situation(self) -> Term:
        """Return the situation of everybody."""
        found = self._once("situation", lambda: Term(run=_sliced(self.situations.codes)))
        if found is None:
            raise UnsupportedError
        return found

    def profile(self, name: str) -> Term | None:
        """Return the codes of a profile fact plus 1, so that 0 is nothing; None without it."""
        named = self.columns.profile.get(name)
        if named is None:
            return None

        def run(block: Block) -> Array:
            return named.codes[block.start : block.stop] + 1

        return self._once(("profile", name), lambda: Term(run=run))

    def all_columns(self) -> dict[str, Term]:
        """Return a term for every column that has to be checked, used or not."""
        found: dict[str, Term] = {}
        for name in self.columns.answers:
            for term in (self.numbers(name), self.codes(name)) if name in self.asked else ():
                if term is not None:
                    found[f"{UNUSED}{len(found)}"] = term
        return found


def _values(question: Question) -> int:
    """Return how many values the codes of a question have."""
    words = words_of(question)
    if words:
        return len(words)
    is_list = isinstance(question, Criterion) and question.kind is AnswerKind.CHECKLIST
    return len(question.boxes) + 1 if is_list and isinstance(question, Criterion) else 1


def _sliced(array: Array) -> Run:
    return lambda block: array[block.start : block.stop]


def _proved(grades: NDArray[np.int8]) -> Run:
    def run(block: Block) -> Array:
        found = grades[block.start : block.stop]
        return np.add(found >= _SEEN_FROM, found >= _CONFIRMED_FROM, dtype=np.int8)

    return run


def _checked(numbers: NDArray[np.float64], question: Criterion) -> Run:
    """Return a column, and mark numbers that cannot be an answer."""
    low, high = limits_of(question)
    least = None if low is None else first_from(low)
    beyond = None if high is None else first_beyond(high)
    is_whole = question.unit is not None and question.unit.whole

    def run(block: Block) -> Array:
        found = numbers[block.start : block.stop]
        if least is not None:
            block.suspect(found < least)
        if beyond is not None:
            block.suspect(found >= beyond)
        if is_whole:
            block.suspect(np.abs(found - np.rint(found)) > 0)
        return found

    return run
