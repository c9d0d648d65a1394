"""What stands in the place of a number that would tell of fewer than five workers.

A snapshot of format 1 has no field for it, so a fixed remark beside the answer says it. Nobody
can write such a remark by hand: see `without_mark`.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction

from jobquality.ledger.snapshot import FEWEST_WORKERS
from jobquality.rubrics.model import Criterion

#: Units in which an answer counts workers. A case is somebody who was hurt.
WORKERS = frozenset({"people", "people_per_year", "cases"})


class Withheld(StrEnum):
    """Why a number is not shown; each value is the remark beside it, as published.

    Of a count it does not say whether the number itself is small, or would only tell of a small
    one beside another number: two that are known to be small can leave one possibility.
    """

    COUNT = "Not shown, since it would tell of fewer than 5 workers."
    FIGURE = "Not shown exactly, since it would tell of fewer than 5 workers. Its step begins here."
    ANSWERS = "Not shown: fewer than 5 workers answered."


_MARKS = frozenset(one.value for one in Withheld)


def mark_of(note: str) -> Withheld | None:
    """Return why an answer is withheld, by the remark beside it; None where it is not."""
    return Withheld(note) if note in _MARKS else None


def without_mark(note: str) -> str:
    """Return a remark as a person wrote it; none that would pass for ours."""
    return "" if note.strip() in _MARKS else note


def counts_workers(question: Criterion) -> bool:
    """Say whether an answer is a number of workers."""
    return question.unit is not None and question.unit.name in WORKERS


def is_small(number: Fraction | int) -> bool:
    """Say whether a number of workers is too small to be told; nobody is found by a 0."""
    return 0 < number < FEWEST_WORKERS


def masked(text: str, numbers: Iterable[int]) -> str:
    """Return words without the numbers that are withheld."""
    for number in numbers:
        text = re.sub(rf"(?<![\d.,$])(?:{number}|{number:,})(?!\d|[.,]\d)", "…", text)
    return text
