"""Robustness: would the level and the rank be the same, had the weights been a little other?

The weights of a standard are a judgment. Each employer is scored again under a thousand other
sets of weights; the answer is in how many of them the level is the same, between which ranks
the employer lies, and which employers cannot be told apart. Everything is decided exactly.

Sources: OECD and JRC, Handbook on Constructing Composite Indicators (2008), step 7; Saisana,
Saltelli and Tarantola (2005), doi:10.1111/j.1467-985X.2005.00350.x.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jobquality.errors import Fault, FaultsError
from jobquality.rubrics.model import MAIN, Rounding, Rubric
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.robustness.columns import Columns, Quantity, columns_of
from jobquality.scoring.robustness.draws import Family, draw_weights
from jobquality.scoring.robustness.exact import (
    check_few,
    check_weighed,
    one_by_one,
    rounded_total,
)
from jobquality.scoring.robustness.fit import parts_for, why_not
from jobquality.scoring.robustness.gather import Official, gathered
from jobquality.scoring.robustness.levels import Judge
from jobquality.scoring.robustness.ranks import Under, blocks_of, totals_of
from jobquality.scoring.robustness.reader import Reader
from jobquality.scoring.robustness.results import (
    MOST_DRAWS,
    Held,
    Pair,
    RankRange,
    Robustness,
    Settings,
    Standing,
)
from jobquality.scoring.score import find_scoring, score
from jobquality.scoring.scorecard import Scorecard

__all__ = [
    "Family", "Held", "Pair", "RankRange", "Robustness", "Settings", "Standing", "level_counts",
    "robustness", "robustness_of",
]  # fmt: skip

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Wholes = NDArray[np.int64]


def robustness(
    rubric: Rubric,
    employers: Sequence[EmployerFacts],
    parameters: Parameters,
    *,
    scoring: str = MAIN,
    settings: Settings | None = None,
) -> Robustness:
    """Return how levels and ranks of employers hold under other weights.

    Raises:
        FaultsError: the facts cannot be scored; nothing in the standard is weighed; or it has
            to be scored draw by draw and there is too much to score.
        NotFoundError: the standard has no such scoring.
    """
    cards = [score(rubric, facts, parameters, scoring=scoring) for facts in employers]
    return robustness_of(cards, employers, parameters, settings or Settings())


def robustness_of(
    cards: Sequence[Scorecard],
    employers: Sequence[EmployerFacts],
    parameters: Parameters,
    settings: Settings,
) -> Robustness:
    """Return the same for employers that were scored already, all by one scoring."""
    _check_size(cards, settings)
    rubric, totals = cards[0].rubric, [_official(card, settings) for card in cards]
    order = _ordered(totals)
    why = why_not(rubric, find_scoring(rubric, cards[0].scoring))
    columns = None if why else columns_of(cards)
    if columns is not None and not parts_for(columns, settings.digits):
        columns, why = None, "its points are too fine, or too many topics lie inside each other"
    if columns is not None:
        unders = list(_at_once(columns, rubric, order, settings))
    else:
        check_few(rubric, len(cards), settings, why)
        unders = list(one_by_one(cards, employers, parameters, order, settings))
    official = Official(cards=cards, totals=totals, order=order)
    return gathered(official, unders, settings, draw_by_draw=why)


def _check_size(cards: Sequence[Scorecard], settings: Settings) -> None:
    if not cards:
        raise FaultsError([Fault(message="There is no employer to look at.")])
    if not 1 <= settings.draws <= MOST_DRAWS:
        message = f"{settings.draws} draws are not possible."
        raise FaultsError([Fault(message=message, remedy=f"Ask for 1 to {MOST_DRAWS}.")])


def _official(card: Scorecard, settings: Settings) -> int | None:
    return rounded_total(card, settings)


def _ordered(totals: Sequence[int | None]) -> list[int]:
    """Return the places of employers that have a total, the best first."""
    ranked = [(-total, place) for place, total in enumerate(totals) if total is not None]
    return [place for _, place in sorted(ranked)]


def _at_once(
    columns: Columns, rubric: Rubric, order: Sequence[int], settings: Settings
) -> Iterator[Under]:
    import numpy as np  # noqa: PLC0415  # the command line starts without it

    siblings = [branch.siblings for branch in columns.root.walk()]
    check_weighed(siblings, rubric)
    is_lower = rubric.lower_is_better
    quantity = Quantity.HIGH if is_lower else Quantity.LOW
    for family in Family:
        weighting = draw_weights(
            siblings,
            family,
            draws=settings.draws,
            seed=settings.seed,
            parts=parts_for(columns, settings.digits),
        )
        reader = Reader(columns=columns, weighting=weighting)
        totals = totals_of(
            reader,
            Quantity.VALUE if settings.by_value else quantity,
            np.array(order, dtype=np.intp),
            digits=settings.digits,
            lower=is_lower,
        )
        counts = level_counts(reader, rubric.rounding)
        yield Under(weighting=weighting, counts=counts, totals=totals)


def level_counts(reader: Reader, rounding: Rounding) -> "Wholes":
    """Return for each employer how many draws end in each outcome, the worst outcome first."""
    import numpy as np  # noqa: PLC0415

    columns = reader.columns
    judge = Judge(columns=columns, reader=reader, rounding=rounding)
    counts = np.empty((len(columns), len(columns.verdicts.names)), dtype=np.int64)
    draws = slice(0, reader.weighting.draws)
    for block in blocks_of(columns, Quantity.LOW, np.arange(len(columns)), draws):
        counts[block.rows] = judge.counts(block)
    return counts
