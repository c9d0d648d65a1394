"""Score many employers, and gather what keeps some of them from being scored."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import click

from jobquality.errors import Fault, FaultsError, check_faults
from jobquality.rubrics.model import Rubric
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.cohorts import Cohort
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import Scorecard

#: From here on people wait long enough to want to see how far it is.
_MANY = 200
#: A plain CSV file of so many bytes is read by columns.
MANY_BYTES = 128 * 1024


@dataclass(slots=True, kw_only=True)
class _Shared:
    """One fault, the criteria it was met in and the employers that have it."""

    fault: Fault
    criteria: dict[str, None] = field(default_factory=dict)
    employers: dict[str, None] = field(default_factory=dict)


def score_all(
    standard: Rubric,
    employers: Sequence[EmployerFacts],
    parameters: Parameters,
    scoring: str,
    cohort: Cohort | None = None,
) -> list[Scorecard]:
    """Return every scorecard.

    Raises:
        FaultsError: some could not be scored; each fault names all employers that have it.
    """
    cards: list[Scorecard] = []
    found: dict[tuple[str, str], _Shared] = {}
    for facts in _with_progress(employers):
        try:
            cards.append(score(standard, facts, parameters, scoring=scoring, cohort=cohort))
        except FaultsError as error:
            for fault in error.faults:
                _gather(found, fault, facts)
    check_faults(map(_told, found.values()))
    return cards


def _gather(found: dict[tuple[str, str], _Shared], fault: Fault, facts: EmployerFacts) -> None:
    """Note a fault once, with everyone who has it: a missing wage row hits a whole state."""
    shared = found.setdefault((fault.message, fault.remedy), _Shared(fault=fault))
    shared.criteria[fault.where] = None
    shared.employers[f"{facts.employer} ({facts.part})" if facts.part else facts.employer] = None


def _told(shared: _Shared) -> Fault:
    names = list(shared.employers)
    who = f"{'Employers' if len(names) > 1 else 'Employer'}: {', '.join(names)}."
    remedy = f"{shared.fault.remedy} {who}".strip()
    return Fault(message=shared.fault.message, where=", ".join(shared.criteria), remedy=remedy)


@contextmanager
def progress(label: str, steps: int) -> Iterator[Callable[[], None]]:
    """Yield what to call after each of several long steps; people at a screen see how far it is."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=steps, label=label, file=sys.stderr) as shown:
        yield lambda: shown.update(1)


def _with_progress(employers: Sequence[EmployerFacts]) -> Iterator[EmployerFacts]:
    if len(employers) < _MANY or not sys.stderr.isatty():
        yield from employers
        return
    with click.progressbar(employers, label="Scoring", file=sys.stderr) as shown:
        yield from shown
