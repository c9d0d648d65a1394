"""Facts about a workplace: answers with source, date, evidence grade. They know no rubric."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from jobquality.rubrics.model import State


class Grade(StrEnum):
    """How strong the evidence for an answer is, from a claim to an independent record."""

    E0 = "E0"
    E1 = "E1"
    E2 = "E2"
    E3 = "E3"
    E4 = "E4"


#: What a value can be: a number, the id of a choice, the boxes that are true, a date, or the
#: choices of a tally, each as often as it was found.
Value = Fraction | str | frozenset[str] | tuple[str, ...] | date


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One answer. `value` is there exactly when `state` is `value`.

    `text` is the answer as it was written; `unit` the name of the unit that a number is in,
    so that a fact can be read without its question; `grade` is None where nobody gave one, which
    never counts as E2.
    """

    criterion: str
    state: State
    text: str
    value: Value | None = None
    unit: str = ""
    on: date | None = None
    grade: Grade | None = None
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployerFacts:
    """Everything known of one employer, or of one part of it (`site/elm-street`), on a day.

    `parts` are the parts that a standard reads as parts of this one, in the order of the file.

    `profile` holds facts that decide which criteria apply (`place`, `sector`, `headcount`,
    …) as written.
    """

    employer: str
    part: str
    on: date
    profile: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    parts: "tuple[EmployerFacts, ...]" = ()

    def find(self, criterion: str) -> Fact | None:
        """Return the fact, or None where it was not asked yet."""
        return self.facts.get(criterion)
