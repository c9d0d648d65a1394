"""Rubric files for tests: one small whole standard, and changes to it."""

from collections.abc import Mapping

import pytest

from jobquality.errors import FaultsError
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.model import Rubric
from jobquality.rubrics.units import UNITS, Unit

PARAMETERS = {"living_wage": UNITS["usd_per_hour"], "injury_rate": UNITS["cases_per_100_workers"]}

SMALL = """\
rubric: corner_cafes
edition: 2026.1
dimensions:
  - dimension: wages
    weight: 60
    criteria:
      - criterion: lowest_pay
        weight: 100
        ask: What is the lowest hourly pay?
        answer: usd_per_hour
        points:
          - {under: 15, gives: 0}
          - {from: 15, gives: 1}
          - {from: 18, gives: 2, basis: law, source: City code}
        evidence: [payroll_export]
  - dimension: scheduling
    weight: 40
    criteria:
      - criterion: notice_days
        weight: 50
        ask: How many days of notice?
        answer: days
        points:
          - {under: 7, gives: 0}
          - {from: 7, gives: 2}
        evidence: [schedule_postings]
        critical: [wages_unpaid]
      - criterion: on_call
        weight: 50
        ask: Do you use on-call shifts?
        answer: choice
        points:
          - {answer: unpaid, ask: "Yes, unpaid", gives: 0}
          - {answer: never, ask: Never, gives: 2}
        evidence: [schedule_postings]
      - criterion: openings
        ask: How many openings were there?
        answer: people
critical:
  - critical: wages_unpaid
    ask: Does the employer owe wages?
    source: State records
levels:
  - level: fair
    from: {total: 70, each_dimension: 50, coverage: 80}
    gives: 12 months
  - level: basic
    from: {total: 50}
tests:
  - ask: A good cafe
    answer: {lowest_pay: 18, notice_days: 14, on_call: never}
    gives: {wages: 100, total: 100, level: fair}
"""

Change = tuple[str, str]


def rubric_text(*changes: Change) -> str:
    """Return the small standard with each first text replaced by the second; it must be there."""
    text = SMALL
    for old, new in changes:
        assert old in text, f"{old!r} is not in the small standard"
        text = text.replace(old, new, 1)
    return text


def load(content: str | bytes, *, parameters: Mapping[str, Unit] = PARAMETERS) -> Rubric:
    """Load a standard that is written out."""
    raw = content if isinstance(content, bytes) else content.encode()
    return load_rubric(raw, parameters=parameters)


def a_rubric(*changes: Change) -> Rubric:
    """Return the small standard, changed."""
    return load(rubric_text(*changes))


def faults_of(content: str | bytes) -> list[str]:
    """Return every fault of a file as a person reads it."""
    with pytest.raises(FaultsError) as caught:
        load(content)
    return [str(fault) for fault in caught.value.faults]


def faults_after(*changes: Change) -> list[str]:
    """Return every fault of the small standard, changed."""
    return faults_of(rubric_text(*changes))
