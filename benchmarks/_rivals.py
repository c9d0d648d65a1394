"""The same scores as people would write them: pandas, a loop over rows, SQL.

Each is written for the one standard of `workload`, in the way that is usual for it. They
reckon in floats, so each rounds to nine decimals before it looks at an edge, or it would give
some employers the wrong level.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import cast

import duckdb
import numpy as np
import pandas as pd

from benchmarks._workload import WEIGHTS, wages
from jobquality.scoring.table.columns import Columns

TOPICS = {f"topic{place}": weight for place, weight in enumerate((25, 25, 20, 15, 15))}
#: For each criterion its edges, and the points from below the first edge up.
BANDS: dict[str, tuple[tuple[float, ...], tuple[int, ...]]] = {
    "wage_ratio": ((1, 1.25, 1.5), (0, 1, 3, 4)),
    "share": ((25, 50, 75, 90), (0, 1, 2, 3, 4)),
    "days": ((2.5, 5, 10), (0, 1, 2, 3)),
    "turnover": ((20, 40, 60), (4, 2, 1, 0)),
}
MOST = {"wage_ratio": 4, "share": 4, "days": 3, "turnover": 4, "written": 1, "paid": 1}
MOST |= {"steps": 5, "rights": 4}
COUNTS = dict(zip(MOST, WEIGHTS, strict=True))
LEVELS = (("gold", 75, 50, 80), ("silver", 60, 35, 70), ("bronze", 45, 0, 60))


def frame_of(columns: Columns) -> pd.DataFrame:
    """Return the columns as a table for pandas and SQL."""
    found: dict[str, np.ndarray] = {}
    for name, answers in columns.answers.items():
        numbers, codes = answers.numbers, answers.codes
        if numbers is not None:
            found[name] = numbers
        elif codes is not None:
            found[name] = np.where(codes < 0, np.nan, codes)
    found["minimum_wage"] = np.array(wages())[columns.profile["place"].codes]
    found["seen"] = np.asarray(columns.grade) >= len(LEVELS) - 1
    return pd.DataFrame(found)


# pandas.


def by_pandas(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the scores, as somebody at home in pandas would work them out."""
    topics = {topic: _topic(frame, topic) for topic in TOPICS}
    weights = pd.Series(TOPICS)
    low = pd.DataFrame({topic: one["low"] for topic, one in topics.items()})
    value = pd.DataFrame({topic: one["value"] for topic, one in topics.items()})
    answered = pd.DataFrame({topic: one["answered"] for topic, one in topics.items()})
    scores = pd.DataFrame(
        {
            "value": value.mul(weights).sum(axis=1) / value.notna().mul(weights).sum(axis=1),
            "low": low.mul(weights).sum(axis=1) / weights.sum(),
            "answered": answered.mul(weights).sum(axis=1) / weights.sum(),
        }
    )
    scores["high"] = scores["low"] + 100 * (1 - scores["answered"])
    scores["coverage"] = scores["answered"].where(frame["seen"], 0)
    scores = scores.round(9)
    scores["level"] = _levels(frame, scores, low.round(9).min(axis=1))
    return scores


def _topic(frame: pd.DataFrame, topic: str) -> pd.DataFrame:
    rates = pd.DataFrame({name: _rate(frame, topic, name) for name in MOST})
    weights = pd.Series(COUNTS)
    earned = rates.mul(weights).sum(axis=1)
    known = rates.notna().mul(weights).sum(axis=1)
    return pd.DataFrame(
        {
            "low": 100 * earned / weights.sum(),
            "value": 100 * earned / known.where(known > 0),
            "answered": known / weights.sum(),
        }
    )


def _rate(frame: pd.DataFrame, topic: str, name: str) -> pd.Series:
    if name == "wage_ratio":
        answers = (frame[f"{topic}_wage"] / frame["minimum_wage"]).round(9)
    else:
        answers = frame[f"{topic}_{name}"]
    if name not in BANDS:
        return answers / MOST[name]
    edges, points = BANDS[name]
    ordered = len(set(points)) == len(points)
    bands = pd.cut(answers, [-np.inf, *edges, np.inf], right=False, labels=points, ordered=ordered)
    return bands.astype("float64") / MOST[name]


def _levels(frame: pd.DataFrame, scores: pd.DataFrame, least: pd.Series) -> np.ndarray:
    covered = scores["coverage"] * 100
    meets = [
        (scores["low"] >= total) & (least >= each) & (covered.round(9) >= share)
        for _, total, each, share in LEVELS
    ]
    children, owed = frame["child_labor"], frame["wages_owed"]
    clear = [(children == 0) & (owed == 0)] * 2 + [children == 0]
    spared = [(children != 1) & (owed != 1)] * 2 + [children != 1]
    names = [name for name, *_ in LEVELS]
    level = np.select([a & b for a, b in zip(meets, clear, strict=True)], names, "no_level")
    could = np.logical_or.reduce([a & b for a, b in zip(meets, spared, strict=True)])
    is_open = ((level == "no_level") & could) | (covered.round(9) < LEVELS[-1][-1])
    return np.where(is_open | scores["value"].isna(), "not_enough_known", level)


# One row after the other.


def by_rows(frame: pd.DataFrame) -> dict[str, list[object]]:
    """Return the scores by a loop over rows, with nothing but Python."""
    found: dict[str, list[object]] = {
        name: [] for name in ("value", "low", "high", "coverage", "level")
    }
    for row in frame.to_dict("records"):
        for name, figure in _score_row(cast("dict[str, float]", row)).items():
            found[name].append(figure)
    return found


def _score_row(row: Mapping[str, float]) -> dict[str, object]:
    low = value = known = answered = 0.0
    least = 100.0
    for topic, weight in TOPICS.items():
        earned, counted = _score_topic(row, topic)
        low += weight * earned
        answered += weight * counted
        least = min(least, earned)
        if counted:
            value += weight * earned / counted * 100
            known += weight
    low, answered = round(low / 100, 9), round(answered / 10_000, 9)
    coverage = answered if row["seen"] else 0.0
    return {
        "value": round(value / known, 9) if known else None,
        "low": low,
        "high": round(low + 100 * (1 - answered), 9),
        "coverage": coverage,
        "level": _level(row, low, round(least, 9), coverage if known else -1),
    }


def _score_topic(row: Mapping[str, float], topic: str) -> tuple[float, float]:
    earned = counted = 0.0
    for name, weight in COUNTS.items():
        points = _points(row, topic, name)
        if points is not None:
            earned += weight * points / MOST[name]
            counted += weight
    return earned, counted


def _points(row: Mapping[str, float], topic: str, name: str) -> float | None:
    answer = row[f"{topic}_wage" if name == "wage_ratio" else f"{topic}_{name}"]
    if answer != answer:  # noqa: PLR0124  # the quick way to ask for NaN
        return None
    if name not in BANDS:
        return answer
    if name == "wage_ratio":
        answer = round(answer / row["minimum_wage"], 9)
    edges, points = BANDS[name]
    return points[sum(answer >= edge for edge in edges)]


def _level(row: Mapping[str, float], low: float, least: float, coverage: float) -> str:
    covered = round(coverage * 100, 9)
    if covered < LEVELS[-1][-1]:
        return "not_enough_known"
    met = [one[0] for one in LEVELS if low >= one[1] and least >= one[2] and covered >= one[3]]
    children, owed = row["child_labor"], row["wages_owed"]
    clear = next((one for one in met if children == 0 and (owed == 0 or one == "bronze")), "")
    spared = any(children != 1 and (owed != 1 or one == "bronze") for one in met)
    return clear or ("not_enough_known" if spared else "no_level")


# SQL.


def by_sql(frame: pd.DataFrame) -> Callable[[], object]:
    """Return a query of DuckDB, ready to run on a table of its own."""
    connection = duckdb.connect()
    connection.register("given", frame)
    # What is missing in pandas is NULL in the table.
    connection.execute("CREATE TABLE answers AS SELECT * FROM given")
    query = _query()
    return lambda: connection.execute(query).fetchnumpy()


def _query() -> str:
    points = ", ".join(_sql_points())
    sums = ", ".join(_sql_sums())
    low = " + ".join(f"{weight} * {topic}_earned" for topic, weight in TOPICS.items())
    counted = " + ".join(f"{weight} * {topic}_counted" for topic, weight in TOPICS.items())
    known = " + ".join(
        f"CASE WHEN {topic}_counted > 0 THEN {weight} ELSE 0 END"
        for topic, weight in TOPICS.items()
    )
    value = " + ".join(
        f"CASE WHEN {topic}_counted > 0 THEN {weight} * {topic}_earned / {topic}_counted ELSE 0 END"
        for topic, weight in TOPICS.items()
    )
    least = ", ".join(f"{topic}_earned" for topic in TOPICS)
    return f"""
WITH points AS (SELECT seen, child_labor, wages_owed, {points} FROM answers),
sums AS (SELECT seen, child_labor, wages_owed, {sums} FROM points),
totals AS (
  SELECT seen, child_labor, wages_owed, round(({low}) / 100, 9) AS low,
  round(({counted}) / 10000, 9) AS answered, round(least({least}), 9) AS least,
  round(100 * ({value}) / nullif({known}, 0), 9) AS value FROM sums),
scores AS (
  SELECT *, round(low + 100 * (1 - answered), 9) AS high,
  CASE WHEN seen THEN answered ELSE 0 END AS coverage FROM totals),
met AS (
  SELECT *, {_sql_met()},
  child_labor = 0 AS clear, child_labor = 0 AND wages_owed = 0 AS clear_all,
  child_labor IS DISTINCT FROM 1 AS spared,
  child_labor IS DISTINCT FROM 1 AND wages_owed IS DISTINCT FROM 1 AS spared_all FROM scores)
SELECT value, low, high, coverage, CASE
  WHEN value IS NULL OR round(coverage * 100, 9) < 60 THEN 'not_enough_known'
  WHEN gold AND clear_all THEN 'gold' WHEN silver AND clear_all THEN 'silver'
  WHEN bronze AND clear THEN 'bronze'
  WHEN ((gold OR silver) AND spared_all) OR (bronze AND spared) THEN 'not_enough_known'
  ELSE 'no_level' END AS level FROM met"""  # noqa: S608  # nothing in it comes from outside


def _sql_met() -> str:
    return ", ".join(
        f"low >= {total} AND least >= {each} AND round(coverage * 100, 9) >= {share} AS {name}"
        for name, total, each, share in LEVELS
    )


def _sql_points() -> Iterator[str]:
    for topic in TOPICS:
        for name, most in MOST.items():
            answer = f"{topic}_{name}"
            if name == "wage_ratio":
                answer = f"round({topic}_wage / minimum_wage, 9)"
            yield f"{_sql_bands(answer, name)} / {most} AS {topic}_{name}"


def _sql_bands(answer: str, name: str) -> str:
    if name not in BANDS:
        return answer
    edges, points = BANDS[name]
    steps = " ".join(
        f"WHEN {answer} >= {edge} THEN {gives}.0"
        for edge, gives in zip(reversed(edges), reversed(points[1:]), strict=True)
    )
    return f"CASE WHEN {answer} IS NULL THEN NULL {steps} ELSE {points[0]}.0 END"


def _sql_sums() -> Iterator[str]:
    for topic in TOPICS:
        earned = " + ".join(
            f"{weight} * coalesce({topic}_{name}, 0)" for name, weight in COUNTS.items()
        )
        counted = " + ".join(
            f"CASE WHEN {topic}_{name} IS NULL THEN 0 ELSE {weight} END"
            for name, weight in COUNTS.items()
        )
        yield f"{earned} AS {topic}_earned"
        yield f"{counted} AS {topic}_counted"
