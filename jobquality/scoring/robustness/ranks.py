"""Ranks under many weightings, by counting and not by sorting: totals are whole numbers.

A total is rounded half up to a hundredth, as people see it. Each draw is counted once into bins
of that width; the rank of an employer is one more than the number in better bins, so employers
with the same total share a rank (competition ranks: 1, 2, 2, 4).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING

from jobquality.scoring.robustness.columns import Columns, Quantity
from jobquality.scoring.robustness.draws import Weighting
from jobquality.scoring.robustness.reader import Block, Reader

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Wholes = NDArray[np.int64]
    Bins = NDArray[np.int32]
    #: The bins of some employers (from, to) under some draws, one row a draw.
    Source = Callable[[int, int, slice], Bins]

#: Every pair is looked at among this many employers, beyond them only neighbours in rank.
ALL_PAIRS = 300
#: How many numbers are worked on at once: they fit into the cache of one core.
_AT_ONCE = 2**16
_FEWEST_ROWS = 8
#: How many bytes totals may take that are kept between counting and looking up.
_KEPT = 64 * 2**20
_BIN_BYTES = 4
#: Of 100 draws, the five lowest and the five highest ranks are left out of the interval.
_FIFTH, _LAST = 5, 95


@dataclass(frozen=True, kw_only=True)
class Totals:
    """Totals of employers in a stated order, as places among `bins`; the best in the last."""

    employers: int
    draws: int
    bins: int
    source: "Source"


@dataclass(frozen=True, kw_only=True)
class Under:
    """One family: how often each outcome comes, a row an employer, and totals in official order."""

    weighting: Weighting
    counts: "Wholes"
    totals: Totals


@dataclass(frozen=True, kw_only=True)
class Ranks:
    """For each employer: rank at 5 and 95 of 100 draws, and the best and worst of all draws.

    `ahead` counts the draws in which an employer is strictly better than the next in order,
    `behind` those in which it is strictly worse.
    """

    low: "Wholes"
    high: "Wholes"
    best: "Wholes"
    worst: "Wholes"
    ahead: "Wholes"
    behind: "Wholes"


def blocks_of(
    columns: Columns, quantity: Quantity, rows: "NDArray[np.intp]", draws: slice
) -> "Iterator[Block]":
    """Yield blocks of employers that everything applies to, and then of the others."""
    whole = columns.counts(quantity)[rows].all(axis=1)
    step = _rows_at_once(draws.stop - draws.start)
    # Where something does not apply, four times as many numbers are looked at together.
    for chosen, is_whole in ((rows[whole], True), (rows[~whole], False)):
        step = step if is_whole else max(_FEWEST_ROWS, step // 4)
        for start in range(0, len(chosen), step):
            yield Block(rows=chosen[start : start + step], draws=draws, is_whole=is_whole)


def _rows_at_once(draws: int) -> int:
    return max(_FEWEST_ROWS, _AT_ONCE // draws)


def totals_of(
    reader: Reader, quantity: Quantity, order: "NDArray[np.intp]", *, digits: int, lower: bool
) -> Totals:
    """Return the totals of employers in an order; with `lower`, less is better."""
    import numpy as np  # noqa: PLC0415  # the command line starts without it

    columns = reader.columns
    unit = columns.root.out_of * 10**digits / columns.scales[quantity]
    points = columns.points[quantity]
    first = floor(int(points.min()) * unit) if points.min() < 0 else 0
    last = ceil(columns.amount(quantity) * unit)
    turn, shift = (-1, last) if lower else (1, -first)
    place = np.empty(len(columns), dtype=np.intp)
    place[order] = np.arange(len(order))

    def source(start: int, end: int, draws: slice) -> "Bins":
        chosen = order[start:end]
        found = np.empty((draws.stop - draws.start, len(chosen)), dtype=np.int32)
        for block in blocks_of(columns, quantity, chosen, draws):
            numbers = reader.measure(quantity, columns.root, block).rounded(digits)
            found[:, place[block.rows] - start] = (numbers * turn + shift).T
        return found

    bins = last - first + 1
    return Totals(employers=len(order), draws=reader.weighting.draws, bins=bins, source=source)


def rank_intervals(totals: Totals) -> Ranks:
    """Return between which ranks employers lie. Memory: 4 bytes for each draw and bin."""
    import numpy as np  # noqa: PLC0415

    step = max(1, min(totals.draws, _KEPT // (_BIN_BYTES * max(1, totals.employers))))
    kept = (
        totals.source(0, totals.employers, slice(0, totals.draws)) if step == totals.draws else None
    )
    better = np.empty((totals.draws, totals.bins), dtype=_small(totals.employers))
    for start in range(0, totals.draws, step):
        draws = slice(start, min(start + step, totals.draws))
        bins = totals.source(0, totals.employers, draws) if kept is None else kept
        _count_better(bins, better[draws])
    if kept is not None:
        return _looked_up(totals, better, lambda start, end: kept[:, start:end])
    every = slice(0, totals.draws)
    return _looked_up(totals, better, lambda start, end: totals.source(start, end, every))


def _small(employers: int) -> "type[np.unsignedinteger]":
    import numpy as np  # noqa: PLC0415

    return np.uint16 if employers < 2**16 else np.uint32


def _count_better(bins: "Bins", better: "NDArray[np.unsignedinteger]") -> None:
    """Write for each draw and bin how many employers are in a better one."""
    import numpy as np  # noqa: PLC0415

    for row, counted in zip(bins, better, strict=True):
        held = np.bincount(row, minlength=len(counted))
        np.subtract(len(row), np.cumsum(held), out=counted, casting="unsafe")


def _looked_up(
    totals: Totals,
    better: "NDArray[np.unsignedinteger]",
    bins_of: "Callable[[int, int], Bins]",
) -> Ranks:
    import numpy as np  # noqa: PLC0415

    draws = totals.draws
    places = [(share * draws + 99) // 100 - 1 for share in (_FIFTH, _LAST)] + [0, draws - 1]
    found = np.empty((4, totals.employers), dtype=np.int64)
    beside = np.zeros((2, totals.employers), dtype=np.int64)
    starts = (np.arange(draws) * totals.bins)[None, :]
    step = _rows_at_once(draws)
    for start in range(0, totals.employers, step):
        end = min(start + step, totals.employers)
        bins = np.ascontiguousarray(bins_of(start, min(end + 1, totals.employers)).T)
        ranks = better.ravel().take(bins[: end - start] + starts)
        ranks.sort(axis=1)
        found[:, start:end] = ranks[:, places].T.astype(np.int64) + 1
        pairs = len(bins) - 1
        beside[0, start : start + pairs] = (bins[:-1] > bins[1:]).sum(axis=1)
        beside[1, start : start + pairs] = (bins[:-1] < bins[1:]).sum(axis=1)
    return Ranks(low=found[0], high=found[1], best=found[2], worst=found[3],
                 ahead=beside[0], behind=beside[1])  # fmt: skip


def pair_counts(totals: Totals) -> "Wholes":
    """Return for all employers in how many draws the first is strictly better than the second."""
    import numpy as np  # noqa: PLC0415

    bins = totals.source(0, totals.employers, slice(0, totals.draws))
    above = np.empty((totals.employers, totals.employers), dtype=np.int64)
    for one in range(totals.employers):
        above[one] = (bins[:, [one]] > bins).sum(axis=0)
    return above
