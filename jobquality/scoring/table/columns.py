"""The answers of many employers, one column a question: what the columnar evaluator reads.

A number stands in a column of float64 and means the shortest decimal that it prints: 0.1 is
one tenth. Every other answer is a small whole number, and what is not an answer has a code
below 0, so that one comparison tells them apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jobquality.rubrics.model import State
from jobquality.scoring.facts import EmployerFacts, Grade

Array = Any


class Code(IntEnum):
    """What stands in the place of an answer. The lowest of several is what they say together."""

    VALUE = 0
    MISSING = -1
    UNKNOWN = -2
    DECLINED = -3
    NA = -4
    NOT_OFFERED = -5

    @property
    def state(self) -> State:
        """The state that the code stands for."""
        return State[self.name]


#: The grade of an answer that nobody graded; E0 to E4 are 0 to 4.
NO_GRADE = -1
GRADES = tuple(Grade)
#: Answers to a critical violation, and to a question of yes or no.
NO, YES = 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers of all employers to one question.

    `numbers` holds numbers, NaN where there is none. `codes` holds the place of a choice in
    the file, 0 for no (or not found) and 1 for yes (or found), the count of ticked boxes; or
    a `Code` below 0. Beside `numbers`, it says what a NaN stands for; without it NaN is
    missing. `days` holds the last day of a declared level, NaT where there is none.
    `grades` are 0 to 4 for E0 to E4, and `NO_GRADE`; without it the grade of the row counts.
    """

    numbers: NDArray[np.float64] | None = None
    codes: NDArray[np.signedinteger] | None = None
    days: NDArray[np.datetime64] | None = None
    grades: NDArray[np.int8] | None = None

    @property
    def arrays(self) -> tuple[Array, ...]:
        """Every array that is there."""
        given = (self.numbers, self.codes, self.days, self.grades)
        return tuple(one for one in given if one is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A profile fact of all employers: `codes` are places in `names`, -1 where not given."""

    codes: NDArray[np.signedinteger]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What is known of `size` employers.

    `answers` are by the id of a criterion, a critical violation or a declared level; who has
    no column was asked nothing. `on` is one day or one for each employer, `grade` one grade
    for all answers that have none of their own (codes, or one for everybody). `apart` holds,
    by place, employers whose answers no column can hold; their columns are not looked at.
    """

    size: int
    on: date | NDArray[np.datetime64]
    answers: Mapping[str, Answers] = field(default_factory=dict)
    profile: Mapping[str, Named] = field(default_factory=dict)
    grade: int | NDArray[np.int8] = NO_GRADE
    apart: Mapping[int, EmployerFacts] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse columns of another length, which would shift everybody's answers."""
        for name, array in self._arrays():
            if array.shape != (self.size,):
                message = f"The column '{name}' has the shape {array.shape}, not ({self.size},)."
                raise ValueError(message)

    def _arrays(self) -> list[tuple[str, Array]]:
        found = [(name, one) for name, column in self.answers.items() for one in column.arrays]
        found += [(f"profile.{name}", column.codes) for name, column in self.profile.items()]
        alone = (("on", self.on), ("grade", self.grade))
        return found + [(name, one) for name, one in alone if isinstance(one, np.ndarray)]

    def day(self, place: int) -> date:
        """Return the day of one employer."""
        if isinstance(self.on, date):
            return self.on
        day: date = self.on[place].astype("datetime64[D]").item()
        return day

    def grade_of(self, name: str, place: int) -> Grade | None:
        """Return the grade of one answer of one employer."""
        grades = self.answers[name].grades
        if grades is None:
            grades = self.grade if isinstance(self.grade, np.ndarray) else None
        code = self.grade if grades is None else int(grades[place])
        return None if code == NO_GRADE else GRADES[int(code)]

    def profile_of(self, place: int) -> dict[str, str]:
        """Return the profile of one employer."""
        given = ((name, one, int(one.codes[place])) for name, one in self.profile.items())
        return {name: one.names[code] for name, one, code in given if code >= 0}
