"""How long many employers take, as a multiple of copying their answers.

The copy is `np.copyto` of every column into arrays that are warm. A ratio holds on a fast
and on a slow machine alike. Every way is checked to give the same levels and low ends.
Rows and SQL need time: at many employers a loop over rows is timed on some and scaled.
With `--quick`, up to 100,000 employers.
"""

import argparse
import time
import tracemalloc
from collections.abc import Callable
from fractions import Fraction
from statistics import median
from typing import TypeVar, cast

import numpy as np
import pandas as pd

from benchmarks._rivals import by_pandas, by_rows, by_sql, frame_of
from benchmarks._workload import employers, the_rubric
from jobquality.rubrics.catalog import shipped_parameters
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.score import score
from jobquality.scoring.sums import exact_products
from jobquality.scoring.table.columns import Columns
from jobquality.scoring.table.evaluator import Plan, Table, compile_plan, score_table
from jobquality.scoring.table.rows import facts_at

SIZES = (1, 1_000, 100_000, 1_000_000)
#: How many employers are scored by a loop over rows, and by the exact evaluator.
BY_ROWS, EXACTLY = 20_000, 300
_Made = TypeVar("_Made")


def main() -> None:
    """Print a table for each number of employers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave out a million employers")
    is_quick = parser.parse_args().quick
    rubric = the_rubric()
    plan = compile_plan(rubric, shipped_parameters())
    for size in SIZES[:-1] if is_quick else SIZES:
        _compare(plan, employers(rubric, size))
    _one_employer(plan)


def _compare(plan: Plan, columns: Columns) -> None:
    arrays = [one for answers in columns.answers.values() for one in answers.arrays]
    warm = [one.copy() for one in arrays]
    frame = frame_of(columns)
    some = frame.head(BY_ROWS)
    copy, _ = _timed(lambda: _copy(arrays, warm))
    alone, table = _timed(lambda: score_table(plan, columns))
    threads, _ = _timed(lambda: score_table(plan, columns, threads=2))
    pandas, in_pandas = _timed(lambda: by_pandas(frame), rounds=3)
    query = by_sql(frame)
    sql, in_sql = _timed(query, rounds=3)
    rows, in_rows = _timed(lambda: by_rows(some), rounds=1)
    rows *= len(frame) / len(some)
    size = f"{columns.size:,} employers, {sum(one.nbytes for one in arrays) / 2**20:.1f} MB"
    print(f"\n{size}; {_agreement(table, (in_pandas, in_sql, in_rows))}")
    checked = _check_exact(plan, columns, table)
    print(f"exact evaluator asked about {table.exact} of them; {checked} more checked by it")
    print(f"memory beyond input and output {_extra(plan, columns) / 2**20:.1f} MB")
    lines = {
        "copy": copy,
        "score_table": alone,
        "score_table, 2 threads": threads,
        "DuckDB SQL": sql,
        "pandas": pandas,
        "loop over rows": rows,
    }
    for name, taken in lines.items():
        against = f"{taken / copy:9.1f} x copy {taken / alone:8.2f} x score_table"
        print(f"{name:24} {taken * 1000:10.2f} ms {against}")


def _copy(arrays: list[np.ndarray], warm: list[np.ndarray]) -> None:
    for one, other in zip(arrays, warm, strict=True):
        np.copyto(other, one)


def _timed(work: Callable[[], _Made], *, rounds: int = 9) -> tuple[float, _Made]:
    """Return the median of several runs, and what the last one made."""
    taken = []
    made = work()
    for _ in range(rounds):
        begun = time.perf_counter()
        made = work()
        taken.append(time.perf_counter() - begun)
    return median(taken), made


def _agreement(table: Table, others: tuple[object, ...]) -> str:
    """Check that every way gives the same levels and low ends.

    Raises:
        ValueError: one of them does not.
    """
    levels = np.array(table.levels)[table.level]
    for other in others:
        found = pd.DataFrame(cast("dict[str, np.ndarray]", other))
        size = len(found)
        is_same = (found["level"].to_numpy() == levels[:size]).all() and all(
            np.allclose(
                found[name].to_numpy("float64"),
                getattr(table, name)[:size],
                atol=1e-6,
                equal_nan=True,
            )
            for name in ("value", "low", "high", "coverage")
        )
        if not is_same:
            message = "The ways do not agree."
            raise ValueError(message)
    return "all ways agree"


def _is_near(one: np.ndarray, other: np.ndarray) -> bool:
    return np.allclose(one, other, rtol=0, atol=1e-6, equal_nan=True)


def _check_exact(plan: Plan, columns: Columns, table: Table) -> int:
    """Hold some employers against the exact evaluator, and return how many.

    Raises:
        ValueError: one of them differs.
    """
    places = range(0, columns.size, max(1, columns.size // EXACTLY))
    for place in places:
        card = score(plan.rubric, facts_at(columns, plan.asked, place), plan.parameters)
        low = float(round(card.total.low or Fraction(0), 6))
        if card.outcome.level != table.level_of(place) or low != table.low[place]:
            message = f"Employer {place} has another score from the exact evaluator."
            raise ValueError(message)
    return len(places)


def _extra(plan: Plan, columns: Columns) -> int:
    """Return how many bytes a run needs at its peak, beside what it gives back."""
    tracemalloc.start()
    table = score_table(plan, columns)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    given = (table.value, table.low, table.high, table.answered, table.coverage, table.level)
    return peak - sum(one.nbytes for one in given)


def _one_employer(plan: Plan) -> None:
    """Print how long one exact score with its whole trace takes, beside a bare weighted mean."""
    facts: EmployerFacts = facts_at(employers(plan.rubric, 1), plan.asked, 0)
    weights = [Fraction(one.weight, 100) for one in plan.rubric.root.criteria()]
    points = [Fraction(place % 5, 4) for place in range(len(weights))]
    exact, _ = _timed(lambda: score(plan.rubric, facts, plan.parameters), rounds=200)
    mean, _ = _timed(lambda: exact_products(weights, points) / sum(weights), rounds=200)
    print(
        f"\none employer, exact with its whole trace: {exact * 1000:.2f} ms"
        f" = {exact / mean:.0f} x a weighted mean of 40 fractions"
    )


if __name__ == "__main__":
    main()
