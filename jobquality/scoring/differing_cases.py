"""What the worked cases of a file give under an older and a newer standard."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from jobquality.errors import FaultsError
from jobquality.rubrics.model import Example, Rubric
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.cohorts import Cohort
from jobquality.scoring.examples import cohort_of_examples, facts_of
from jobquality.scoring.rounding import decimal_text
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import Scorecard

_DIGITS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tried:
    """A standard, and what every test is scored with under it."""

    rubric: Rubric
    parameters: Parameters
    on: date
    cohort: Cohort | None


def case_changes(
    before: Rubric, after: Rubric, parameters: Parameters, *, on: date
) -> Iterator[str]:
    """Yield a sentence for each test of either file that ends otherwise under the other one.

    `on` is the day for tests that name none. A test that one of the two cannot score is named.
    """
    tried = [
        _Tried(
            rubric=rubric,
            parameters=parameters,
            on=on,
            cohort=cohort_of_examples(rubric, parameters, on=on),
        )
        for rubric in (before, after)
    ]
    for example in dict.fromkeys(one.ask for one in (*before.examples, *after.examples)):
        cases = [one for one in (*after.examples, *before.examples) if one.ask == example]
        yield from _change(tried, cases[0])


def _change(tried: Sequence[_Tried], example: Example) -> Iterator[str]:
    before, after = (one.rubric for one in tried)
    old, new = (_card(one, example) for one in tried)
    if old is None or new is None:
        if (old is None) != (new is None):
            which = before.name if old is None else after.name
            yield f"'{example.ask}' cannot be scored by {which}."
        return
    said = [*_level(old, new), *_total(old, new)]
    if said:
        yield f"'{example.ask}': {', '.join(said)}."


def _card(tried: _Tried, example: Example) -> Scorecard | None:
    try:
        facts = facts_of(tried.rubric, example, tried.on)
        return score(tried.rubric, facts, tried.parameters, cohort=tried.cohort)
    except FaultsError:
        return None


def _level(old: Scorecard, new: Scorecard) -> Iterator[str]:
    if old.outcome.level != new.outcome.level:
        was, now = (one.outcome.level.replace("_", " ") or "none" for one in (old, new))
        yield f"level {now} instead of {was}"


def _total(old: Scorecard, new: Scorecard) -> Iterator[str]:
    was, now = _ends(old), _ends(new)
    if was != now:
        yield f"total {now} instead of {was}"


def _ends(card: Scorecard) -> str:
    ends = (card.total.low, card.total.high)
    low, high = ("no end" if end is None else decimal_text(end, digits=_DIGITS) for end in ends)
    return low if low == high else f"{low} to {high}"
