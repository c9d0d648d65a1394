"""The workload of the benchmarks: 5 topics of 8 criteria, and employers to score by them."""

from collections.abc import Iterator
from datetime import date

import numpy as np

from jobquality.rubrics.catalog import shipped_parameters
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.model import AnswerKind, Criterion, Rubric
from jobquality.scoring.table.columns import Answers, Columns, Named
from jobquality.scoring.table.evaluator import compile_plan, score_table

DAY = date(2026, 3, 1)
PLACES = ("TX", "CA", "WA", "MA", "FL", "AZ", "CO", "NJ", "OH", "MI")
HEADCOUNT = "40"
#: The share of answers that are missing, of numbers on an edge, of totals on an edge.
MISSING, ON_EDGE, TOTAL_ON_EDGE = 0.05, 0.2, 0.02
WEIGHTS = (20, 15, 15, 10, 10, 10, 10, 10)
_LEVELS = """
levels:
  - level: gold
    from: {total: 75, each_dimension: 50, coverage: 80}
  - level: silver
    from: {total: 60, each_dimension: 35, coverage: 70}
  - level: bronze
    from: {total: 45, coverage: 60}
critical:
  - {critical: child_labor, ask: Did children work there?, source: Records}
  - {critical: wages_owed, ask: Are wages owed?, source: Records, allows: bronze}
"""


def _criteria(topic: str) -> Iterator[tuple[str, str]]:
    yield (
        "wage_ratio",
        (
            "answer: ratio, "
            f"of: [{{criterion: {topic}_wage, ask: Pay?, answer: usd_per_hour}}], "
            "to: [minimum_wage], points: [{under: 1, gives: 0}, {from: 1, gives: 1}, "
            "{from: 1.25, gives: 3}, {from: 1.5, gives: 4}]"
        ),
    )
    yield (
        "share",
        (
            "answer: percent, points: [{under: 25, gives: 0}, {from: 25, gives: 1}, "
            "{from: 50, gives: 2}, {from: 75, gives: 3}, {from: 90, gives: 4}]"
        ),
    )
    yield (
        "days",
        (
            "answer: days, points: [{under: 2.5, gives: 0}, {from: 2.5, gives: 1}, "
            "{from: 5, gives: 2}, {from: 10, gives: 3}]"
        ),
    )
    yield (
        "turnover",
        (
            "answer: percent, points: [{under: 20, gives: 4}, {from: 20, gives: 2}, "
            "{from: 40, gives: 1}, {from: 60, gives: 0}]"
        ),
    )
    for name in ("written", "paid"):
        yield name, "answer: yes_no, points: [{answer: yes, gives: 1}, {answer: no, gives: 0}]"
    for name, boxes in (("steps", 5), ("rights", 4)):
        of = ", ".join(f"{{answer: b{box}, ask: Box}}" for box in range(boxes))
        points = ", ".join(f"{{from: {count}, gives: {count}}}" for count in range(1, boxes + 1))
        yield name, f"answer: checklist, of: [{of}], points: [{{under: 1, gives: 0}}, {points}]"


def the_rubric() -> Rubric:
    """Return the standard."""
    return load_rubric(the_text().encode(), parameters=shipped_parameters().units)


def the_text() -> str:
    """Return the file of the standard."""
    lines = ["rubric: workload", "edition: 2026.1", "dimensions:"]
    for place, weight in enumerate((25, 25, 20, 15, 15)):
        topic = f"topic{place}"
        lines += [f"  - dimension: {topic}", f"    weight: {weight}", "    criteria:"]
        for (name, how), counts in zip(_criteria(topic), WEIGHTS, strict=True):
            lines.append(
                f"      - {{criterion: {topic}_{name}, weight: {counts}, ask: How?, {how}}}"
            )
    return "\n".join(lines) + _LEVELS


def employers(rubric: Rubric, size: int, *, seed: int = 1) -> Columns:
    """Return random employers, 2 percent of them with a total on the edge of a level."""
    random = np.random.default_rng(seed)
    columns = _random(rubric, size, random)
    pool = _random(rubric, 100_000, np.random.default_rng(seed + 1))
    low = score_table(compile_plan(rubric, shipped_parameters()), pool).low
    on_edge = np.flatnonzero(np.isin(low, [45, 60, 75]))
    to = np.flatnonzero(random.random(size) < TOTAL_ON_EDGE)
    of = random.choice(on_edge, to.size)
    for name, column in columns.answers.items():
        for array, other in zip(column.arrays, pool.answers[name].arrays, strict=True):
            array[to] = other[of]
    columns.profile["place"].codes[to] = pool.profile["place"].codes[of]
    return columns


def wages() -> list[float]:
    """Return the minimum wage of each place."""
    profiles = ({"place": place, "headcount": HEADCOUNT} for place in PLACES)
    found = [shipped_parameters().look_up("minimum_wage", profile=one, on=DAY) for one in profiles]
    return [float(one.row.value) for one in found]


def _random(rubric: Rubric, size: int, random: np.random.Generator) -> Columns:
    places = random.integers(0, len(PLACES), size).astype(np.int16)
    answers = {
        question.id: _answers(question, size, random, places)
        for question in rubric.questions()
        if question.measure is None
    }
    said = np.array([0, 1, -1], np.int8)
    answers |= {
        critical.id: Answers(codes=random.choice(said, size, p=[0.9, 0.05, 0.05]))
        for critical in rubric.critical
    }
    return Columns(
        size=size,
        on=DAY,
        answers=answers,
        profile={
            "place": Named(codes=places, names=PLACES),
            "headcount": Named(codes=np.zeros(size, np.int8), names=(HEADCOUNT,)),
        },
        grade=random.choice(np.array([1, 2, 3], np.int8), size, p=[0.1, 0.6, 0.3]),
    )


def _answers(
    question: Criterion, size: int, random: np.random.Generator, places: np.ndarray
) -> Answers:
    missing = random.random(size) < MISSING
    if question.kind is AnswerKind.NUMBER:
        return Answers(numbers=np.where(missing, np.nan, _numbers(question, size, random, places)))
    most = len(question.boxes) if question.kind is AnswerKind.CHECKLIST else 1
    # Better answers are more frequent, so that every level is reached.
    codes = most - np.minimum(random.geometric(0.55, size) - 1, most)
    return Answers(codes=np.where(missing, -1, codes).astype(np.int8))


def _numbers(
    question: Criterion, size: int, random: np.random.Generator, places: np.ndarray
) -> np.ndarray:
    on_edge = random.random(size) < ON_EDGE
    if question.id.endswith("_wage"):
        edges = np.round(np.outer(wages(), (1, 1.25, 1.5)), 6)[places, random.integers(0, 3, size)]
        return np.where(on_edge, edges, np.round(random.uniform(7, 30, size), 2))
    edges, high = {
        "share": ((25, 50, 75, 90), 100),
        "days": ((2.5, 5, 10), 15),
        "turnover": ((20, 40, 60), 70),
    }[question.id.split("_")[-1]]
    return np.where(on_edge, random.choice(edges, size), np.round(random.uniform(0, high, size), 1))
