"""How long it takes to score 1,000 employers by 36 criteria, as a multiple of reading the CSV.

The baseline is the csv module reading the same file into lists, which any program has to do.
A ratio holds on a fast and on a slow machine alike; the seconds beside it are this machine's.
"""

import csv
import random
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from jobquality.cli.batch import score_all
from jobquality.rubrics.catalog import shipped
from jobquality.rubrics.model import MAIN, Choice, Criterion
from jobquality.schemas.facts import load_facts
from jobquality.schemas.scorecards import COLUMNS, NUMBERS, Nodes, dump_scorecard
from jobquality.tables.csvtext import csv_text
from jobquality.tables.sheets import read_sheet

EMPLOYERS = 1_000
#: The share of answers that are there; the rest was not asked yet.
ANSWERED = 0.8
DAY = date(2026, 3, 1)
_Made = TypeVar("_Made")
PROFILE = {"profile.place": "36061", "profile.sector": "722511", "profile.headcount": "40"}


def main() -> None:
    """Print one line a step, and one for all of them."""
    catalog = shipped()
    rubric = catalog.newest("restaurants_us").rubric
    with tempfile.TemporaryDirectory() as folder:
        file = _write(Path(folder) / "facts.csv", list(rubric.root.criteria()))
        baseline, _ = _timed(lambda: _read_plainly(file), rounds=7)
        read, sheet = _timed(lambda: read_sheet(file))
        load, employers = _timed(
            lambda: load_facts(sheet.numbered(), rubric, on=DAY, parameters=catalog.parameters)
        )
        score, cards = _timed(lambda: score_all(rubric, employers, catalog.parameters, MAIN))
        dump, _ = _timed(
            lambda: csv_text(
                [row for card in cards for row in dump_scorecard(card, Nodes.ALL)],
                COLUMNS,
                numbers=NUMBERS,
            )
        )
    print(f"{'csv module':28} {baseline * 1000:6.0f} ms")
    steps = {"read as text": read, "check every cell": load, "score": score, "write": dump}
    for name, taken in (steps | {"all of it": sum(steps.values())}).items():
        print(f"{name:28} {taken * 1000:6.0f} ms  = {taken / baseline:6.1f} x csv module")


def _write(file: Path, criteria: list[Criterion]) -> Path:
    chance = random.Random(1)  # noqa: S311  # the same table every time
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["employer", *PROFILE, *(criterion.id for criterion in criteria)])
        for number in range(EMPLOYERS):
            answers = [
                _answer(criterion, chance) if chance.random() < ANSWERED else ""
                for criterion in criteria
            ]
            writer.writerow([f"SAMPLE {number}", *PROFILE.values(), *answers])
    return file


def _answer(criterion: Criterion, chance: random.Random) -> str:
    points = criterion.points if isinstance(criterion.points, tuple) else ()
    choices = [step.id for step in points if isinstance(step, Choice)]
    if choices:
        return chance.choice(choices)
    if criterion.boxes:
        return str(chance.randint(0, len(criterion.boxes)))
    return f"{chance.uniform(0, 20):.2f}"


def _read_plainly(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.reader(text))


def _timed(work: Callable[[], _Made], *, rounds: int = 3) -> tuple[float, _Made]:
    """Return the shortest of several runs, and what the last one made."""
    taken = []
    made = work()
    for _ in range(rounds):
        begun = time.perf_counter()
        made = work()
        taken.append(time.perf_counter() - begun)
    return min(taken), made


if __name__ == "__main__":
    main()
