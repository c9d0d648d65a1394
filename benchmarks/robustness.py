"""How fast levels and ranks are held against other weights, as ratios that hold on any machine.

1,000 weightings by 10,000 employers: 5 dimensions of 8 criteria, 5 percent of the answers
missing, levels with floors on the total, each dimension, coverage and what is confirmed. Beside
it: a plain Python loop and a plain NumPy kernel, each for one draw at a time and both checked
to give the same levels; one matrix product of the same size, which bounds everything; and the
sorting of each draw that counting saves. `--quick` takes a tenth of the employers and draws.
"""

import sys
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from benchmarks._workload import employers, the_rubric
from jobquality.rubrics.catalog import shipped_parameters
from jobquality.rubrics.model import NO_LEVEL, NOT_ENOUGH_KNOWN, Floor, Level, Rounding, Wording
from jobquality.scoring.robustness.columns import Branch, Columns, Quantity, Verdicts
from jobquality.scoring.robustness.draws import Family, Siblings, Weighting, draw_weights
from jobquality.scoring.robustness.fit import parts_for
from jobquality.scoring.robustness.levels import Judge
from jobquality.scoring.robustness.measured import level_counts
from jobquality.scoring.robustness.ranks import blocks_of, rank_intervals, totals_of
from jobquality.scoring.robustness.reader import Reader
from jobquality.scoring.table.evaluator import compile_plan, score_table

DIMENSIONS, CRITERIA, MOST = 5, 8, 4
DIGITS = 2
FLOORS = (
    ("gold", {"total": 80, "each_dimension": 65, "coverage": 90, "confirmed": 50}),
    ("silver", {"total": 65, "each_dimension": 50, "coverage": 80}),
    ("bronze", {"total": 50, "each_dimension": 35, "coverage": 70}),
)
SAMPLE_DRAWS = 20
_Made = TypeVar("_Made")
Wholes = NDArray[np.int64]


def main() -> None:
    """Print each time and what it is a multiple of."""
    quick = "--quick" in sys.argv[1:]
    size, draws = (1_000, 100) if quick else (10_000, 1_000)
    columns = make_columns(size)
    siblings = [branch.siblings for branch in columns.root.walk()]
    parts = parts_for(columns, DIGITS)

    def drawing() -> Weighting:
        return draw_weights(siblings, Family.AROUND, draws=draws, seed=1, parts=parts)

    weighting = drawing()
    check(columns, weighting)
    print(f"{draws} draws x {size} employers, one family, {parts} parts")
    product, _ = timed(lambda: one_product(columns, weighting))
    show("one matrix product of that size", product)
    show("draw the weights", timed(drawing)[0], (product, "x the product"))
    reader = Reader(columns=columns, weighting=weighting)
    levels, _ = timed(lambda: level_counts(reader, Rounding()))
    show("levels", levels, (product, "x the product"))
    show_levels(columns, weighting, levels)
    show_ranks(reader, levels)


def show_levels(columns: Columns, weighting: Weighting, levels: float) -> None:
    """Print what levels cost otherwise."""
    loop, _ = timed(lambda: python_levels(columns, weighting, 0), rounds=1)
    show("pure Python (one draw, scaled)", loop * weighting.draws, (levels, "x (target >= 200)"))
    kernel, _ = timed(
        lambda: [numpy_levels(columns, weighting, one) for one in range(SAMPLE_DRAWS)]
    )
    alone = kernel / SAMPLE_DRAWS * weighting.draws
    show("NumPy, a draw at a time, scaled", alone, (levels, "x (target >= 8)"))
    rubric = the_rubric()
    plan = compile_plan(rubric, shipped_parameters())
    answers = employers(rubric, len(columns))
    table, _ = timed(lambda: score_table(plan, answers))
    name = "score_table, a draw at a time, scaled"
    show(name, table * weighting.draws, (levels, "x (target >= 8)"))
    gaps = Reader(columns=with_gaps(columns), weighting=weighting)
    partial, _ = timed(lambda: level_counts(gaps, Rounding()), rounds=1)
    show("levels, something is na to each", partial, (levels, "x levels"))
    reader = Reader(columns=columns, weighting=weighting)
    print(f"{'extra memory, levels':34} {peak(lambda: level_counts(reader, Rounding())):9.1f} MB")


def show_ranks(reader: Reader, levels: float) -> None:
    """Print what rank intervals cost, counted and sorted."""
    order = np.arange(len(reader.columns), dtype=np.intp)
    rank, _ = timed(lambda: ranks_of(reader, order))
    show("rank intervals, by counting", rank, (levels, "x levels (target <= 1.5)"))
    sort, _ = timed(lambda: sorted_ranks(reader, order), rounds=1)
    show("rank intervals, by sorting", sort, (rank, "x counting"))
    print(f"{'extra memory, ranks':34} {peak(lambda: ranks_of(reader, order)):9.1f} MB")


def show(name: str, taken: float, beside: tuple[float, str] | None = None) -> None:
    """Print one line."""
    ratio = f"  = {taken / beside[0]:8.2f} {beside[1]}" if beside else ""
    print(f"{name:34} {taken * 1000:9.1f} ms{ratio}")


def timed(work: Callable[[], _Made], *, rounds: int = 5) -> tuple[float, _Made]:
    """Return the shortest of several runs, and what the last one made."""
    taken = []
    made = work()
    for _ in range(rounds):
        begun = time.perf_counter()
        made = work()
        taken.append(time.perf_counter() - begun)
    return min(taken), made


def peak(work: Callable[[], object]) -> float:
    """Return how many megabytes are taken at most besides what is there already."""
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 2**20


def make_columns(size: int) -> Columns:
    """Return random answers; 5 percent are missing, and one in ten is not proved."""
    chance = np.random.Generator(np.random.PCG64(1))
    shape = (size, DIMENSIONS * CRITERIA)
    skill = chance.normal(2.8, 0.7, (size, 1))
    points = np.clip(np.rint(chance.normal(skill, 1.0, shape)), 0, MOST).astype(np.int16)
    missing = chance.random(shape) < 0.05  # noqa: PLR2004
    low, high = np.where(missing, 0, points), np.where(missing, MOST, points)
    seen = (~missing & (chance.random(shape) < 0.92)).astype(np.int16)  # noqa: PLR2004
    confirmed = seen * (chance.random(shape) < 0.7).astype(np.int16)  # noqa: PLR2004
    return Columns(
        root=make_root(),
        criteria=tuple(f"c{place}" for place in range(shape[1])),
        most=(Fraction(MOST),) * shape[1],
        points={
            Quantity.LOW: low,
            Quantity.HIGH: high,
            Quantity.VALUE: low,
            Quantity.SEEN: seen,
            Quantity.CONFIRMED: confirmed,
        },
        scales={one: 1 if one.is_share else MOST for one in Quantity},
        applies=np.ones(shape, dtype=bool),
        known=~missing,
        verdicts=make_verdicts(size, chance),
    )


def make_root() -> Branch:
    """Return five dimensions of eight criteria."""
    inside = (25, 20, 15, 10, 10, 8, 7, 5)
    dimensions = tuple(
        make_branch(f"d{place}", inside, tuple(range(place * CRITERIA, (place + 1) * CRITERIA)))
        for place in range(DIMENSIONS)
    )
    return make_branch("total", (28, 18, 20, 17, 17), dimensions)


def make_branch(
    name: str, weights: tuple[int, ...], children: tuple[Branch, ...] | tuple[int, ...]
) -> Branch:
    """Return a group out of 100."""
    names = tuple(f"{name}_{place}" for place in range(len(weights)))
    siblings = Siblings(group=name, names=names, weights=tuple(map(Fraction, weights)))
    return Branch(siblings=siblings, out_of=Fraction(100), children=children)


def make_verdicts(size: int, chance: np.random.Generator) -> Verdicts:
    """Return three levels; a violation keeps one employer in twenty from the highest."""
    levels = tuple(
        Level(
            id=name,
            code="",
            line=0,
            wording=Wording(),
            floors=tuple(Floor(name=one, number=Fraction(least)) for one, least in floors.items()),
            months=None,
            declared=None,
            overrides=False,
        )
        for name, floors in FLOORS
    )
    blocked = np.zeros((size, len(levels)), dtype=bool)
    blocked[:, 0] = chance.random(size) < 0.05  # noqa: PLR2004
    nobody = np.zeros(size, dtype=bool)
    return Verdicts(
        names=(NOT_ENOUGH_KNOWN, NO_LEVEL, *(level.id for level in reversed(levels))),
        levels=levels,
        silent=nobody,
        blocked=blocked,
        spared=blocked,
        declared=np.full(size, -1),
        overrides=nobody,
    )


def with_gaps(columns: Columns) -> Columns:
    """Return the same where something does not apply to each employer."""
    applies = columns.applies.copy()
    rows = np.arange(len(applies))
    applies[rows, rows % applies.shape[1]] = False
    return replace(columns, applies=applies, known=columns.known & applies)


def one_product(columns: Columns, weighting: Weighting) -> None:
    """Multiply points by weights once, in blocks, and keep nothing."""
    points = columns.points[Quantity.LOW].astype(np.float64)
    weights = np.concatenate([weighting.by_group[f"d{place}"] for place in range(DIMENSIONS)])
    lifted = weights.astype(np.float64)
    for start in range(0, len(points), 64):
        points[start : start + 64] @ lifted


def ranks_of(reader: Reader, order: NDArray[np.intp]) -> object:
    """Return rank intervals by counting."""
    totals = totals_of(reader, Quantity.LOW, order, digits=DIGITS, lower=False)
    return rank_intervals(totals)


def sorted_ranks(reader: Reader, order: NDArray[np.intp]) -> Wholes:
    """Return rank intervals by sorting each draw, as is usual."""
    totals = totals_of(reader, Quantity.LOW, order, digits=DIGITS, lower=False)
    bins = totals.source(0, totals.employers, slice(0, totals.draws))
    ranks = np.empty(bins.shape, dtype=np.int32)
    for row, of in zip(bins, ranks, strict=True):
        inner = np.sort(row)
        of[:] = len(row) - np.searchsorted(inner, row, side="right") + 1
    return np.percentile(ranks, (5, 95), axis=0, method="inverted_cdf").astype(np.int64)


def check(columns: Columns, weighting: Weighting) -> None:
    """Stop where the three do not agree on the first draws."""
    reader = Reader(columns=columns, weighting=weighting)
    judge = Judge(columns=columns, reader=reader, rounding=Rounding())
    codes = np.empty((len(columns), 2), dtype=np.uint8)
    for block in blocks_of(columns, Quantity.LOW, np.arange(len(columns)), slice(0, 2)):
        codes[block.rows] = judge.codes(block)
    for draw in range(2):
        slow, fast = python_levels(columns, weighting, draw), numpy_levels(columns, weighting, draw)
        if codes[:, draw].tolist() != slow or codes[:, draw].tolist() != fast.tolist():
            raise SystemExit("The three do not agree.")


def python_levels(columns: Columns, weighting: Weighting, draw: int) -> list[int]:
    """Return the level of every employer under one draw, with whole numbers in plain Python."""
    outer = weighting.by_group["total"][:, draw].tolist()
    inner = [weighting.by_group[f"d{place}"][:, draw].tolist() for place in range(DIMENSIONS)]
    rows = zip(
        columns.points[Quantity.LOW].tolist(),
        columns.points[Quantity.SEEN].tolist(),
        columns.points[Quantity.CONFIRMED].tolist(),
        columns.verdicts.blocked.tolist(),
        strict=True,
    )
    return [_python_level(row, outer, inner, weighting.parts) for row in rows]


def _python_level(
    row: tuple[list[int], list[int], list[int], list[bool]],
    outer: list[int],
    inner: list[list[int]],
    parts: int,
) -> int:
    low, seen, confirmed, blocked = row
    dimensions = [
        sum(weight * low[place * CRITERIA + one] for one, weight in enumerate(of))
        for place, of in enumerate(inner)
    ]
    shares = [
        sum(
            top * sum(weight * of[place * CRITERIA + one] for one, weight in enumerate(weights))
            for place, (top, weights) in enumerate(zip(outer, inner, strict=True))
        )
        for of in (seen, confirmed)
    ]
    total = sum(weight * of for weight, of in zip(outer, dimensions, strict=True))
    whole = parts * parts
    if shares[0] * 100 < FLOORS[-1][1]["coverage"] * whole:
        return 0
    for place, (_, floors) in enumerate(FLOORS):
        if (
            not blocked[place]
            and total * 100 >= floors["total"] * whole * MOST
            and min(dimensions) * 100 >= floors["each_dimension"] * parts * MOST
            and shares[0] * 100 >= floors["coverage"] * whole
            and shares[1] * 100 >= floors.get("confirmed", 0) * whole
        ):
            return len(FLOORS) + 1 - place
    return 1


def numpy_levels(columns: Columns, weighting: Weighting, draw: int) -> Wholes:
    """Return the same with NumPy, column by column, for one draw."""
    outer = weighting.by_group["total"][:, draw]
    whole = weighting.parts**2
    low, seen, confirmed = (
        columns.points[one] for one in (Quantity.LOW, Quantity.SEEN, Quantity.CONFIRMED)
    )
    sums = []
    for of in (low, seen, confirmed):
        dimensions = np.stack([
            of[:, place * CRITERIA : (place + 1) * CRITERIA]
            @ weighting.by_group[f"d{place}"][:, draw]
            for place in range(DIMENSIONS)
        ])  # fmt: skip
        sums.append((dimensions, outer @ dimensions))
    (dimensions, total), (_, coverage), (_, proved) = sums
    codes = np.ones(len(columns), dtype=np.int64)
    for place in reversed(range(len(FLOORS))):
        floors = FLOORS[place][1]
        holds = total * 100 >= floors["total"] * whole * MOST
        holds &= dimensions.min(axis=0) * 100 >= floors["each_dimension"] * weighting.parts * MOST
        holds &= coverage * 100 >= floors["coverage"] * whole
        holds &= proved * 100 >= floors.get("confirmed", 0) * whole
        codes[holds & ~columns.verdicts.blocked[:, place]] = len(FLOORS) + 1 - place
    codes[coverage * 100 < FLOORS[-1][1]["coverage"] * whole] = 0
    return codes


if __name__ == "__main__":
    main()
