"""What the worked cases of a file give under an older and a newer standard."""

from collections.abc import Iterator
from datetime import date

from jobquality.errors import FaultsError
from jobquality.rubrics.model import Example, Rubric
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.examples import facts_of
from jobquality.scoring.rounding import decimal_text
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import Scorecard

_DIGITS = 2


def case_changes(
    before: Rubric, after: Rubric, parameters: Parameters, *, on: date
) -> Iterator[str]:
    """Yield a sentence for each test of either file that ends otherwise under the other one.

    `on` is the day for tests that name none. A test that one of the two cannot score is named.
    """
    for example in dict.fromkeys(one.ask for one in (*before.examples, *after.examples)):
        cases = [one for one in (*after.examples, *before.examples) if one.ask == example]
        yield from _change(before, after, parameters, cases[0], on)


def _change(
    before: Rubric, after: Rubric, parameters: Parameters, example: Example, on: date
) -> Iterator[str]:
    old, new = (_card(rubric, example, parameters, on) for rubric in (before, after))
    if old is None or new is None:
        if (old is None) != (new is None):
            which = before.name if old is None else after.name
            yield f"'{example.ask}' cannot be scored by {which}."
        return
    said = [*_level(old, new), *_total(old, new)]
    if said:
        yield f"'{example.ask}': {', '.join(said)}."


def _card(rubric: Rubric, example: Example, parameters: Parameters, on: date) -> Scorecard | None:
    try:
        return score(rubric, facts_of(rubric, example, on), parameters)
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
