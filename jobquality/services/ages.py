"""How long evidence may be relied on."""

from calendar import monthrange
from datetime import date

from jobquality.rubrics.model import Rubric
from jobquality.store.evidence import Evidence

#: Where a standard says nothing: as long as the longest certificate of the shipped standards.
DEFAULT_MONTHS = 24
#: How old the source of a critical finding may be: how long a wilful breach of wage law can
#: be taken to court. Source: 29 U.S.C. § 255(a).
YEARS_OF_FINDING = 3
_MONTHS = 12


def months_of(rubric: Rubric, criterion: str) -> int:
    """Return how many months the evidence of a question lasts.

    As long as the longest certificate of the standard; the source of a critical violation as
    long as a finding may be told at all.
    """
    if any(one.id == criterion for one in rubric.critical):
        return YEARS_OF_FINDING * _MONTHS
    told = [level.months for level in rubric.levels if level.months is not None]
    return max(told, default=DEFAULT_MONTHS)


def ends_on(evidence: Evidence, months: int) -> date:
    """Return the last day on which a piece may be relied on.

    That is its own last day where somebody named one, else so many months after the day on
    which it was made or seen; where nobody said that either, after the day it was added.
    """
    if evidence.expires_on is not None:
        return evidence.expires_on
    return months_after(evidence.captured_on or evidence.added_at.date(), months)


def is_out_of_date(evidence: Evidence, months: int, *, on: date) -> bool:
    """Say whether a piece may not be relied on any more on a day."""
    return ends_on(evidence, months) < on


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or its last day where it is shorter."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
