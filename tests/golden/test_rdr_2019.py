"""Ranking Digital Rights 2019: 16,073 answers of 24 companies, at every level of their parts."""

import re
import unicodedata
from fractions import Fraction
from pathlib import Path

from jobquality.scoring.rounding import round_to
from tests.golden.command import HERE, read_rows, run, scored, write_facts

FOLDER = HERE / "rdr_2019"
RUBRIC = FOLDER / "rubric.yaml"
TOLERANCE = Fraction(1, 10**9)
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")
_BOTH = "Pre and Postpaid Mobile"
Score = Fraction | None


def slug(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_A_NAME.sub("-", letters).strip("-")


def part_of(row: dict[str, str]) -> str:
    """Return where a level of a service stands: prepaid and postpaid are inside of both."""
    name = slug(f"{row['class']} {row['service']} {row['level']}")
    is_sublevel = row["class"] == _BOTH and row["level"] == row["service"]
    if row.get("kind") == "level" and row["level"] == _BOTH:
        return f"level/{slug(_BOTH)}"
    return f"level/{slug(_BOTH)}/sublevel/{name}" if is_sublevel else f"level/{name}"


def facts_file(folder: Path) -> Path:
    rows = [
        {
            "employer": row["company"],
            "part": part_of(row),
            "criterion": row["element"],
            "answer": row["answer"],
        }
        for row in read_rows(FOLDER / "input.csv")
    ]
    return write_facts(folder / "facts.csv", rows)


def number(text: str) -> Score:
    return Fraction(text) if text else None


def agree(found: Score, expected: Score) -> bool:
    if found is None or expected is None:
        return found is expected
    return abs(found - expected) <= TOLERANCE


def test_the_rubric_can_be_used() -> None:
    assert run("rubric", "check", RUBRIC).returncode == 0


def test_every_published_score_comes_out_at_every_level(tmp_path: Path) -> None:
    found = {
        (row["employer"], row["part"], row["code"] or row["node"]): number(row["value"])
        for row in scored(RUBRIC, facts_file(tmp_path), "--nodes", "all")
    }

    levels = [
        (found[row["company"], part_of(row), row["indicator"]], number(row["score"]))
        for row in read_rows(FOLDER / "expected_levels.csv")
    ]
    companies = [
        (found[row["company"], "", name], number(shown))
        for row in read_rows(FOLDER / "expected.csv")
        for name, shown in row.items()
        if name not in ("company", "total_published_2dp")
    ]
    published = [
        (round_to(found[row["company"], "", "total"] or Fraction(0), digits=2), shown)
        for row in read_rows(FOLDER / "expected.csv")
        if (shown := number(row["total_published_2dp"])) is not None
    ]

    pairs = [*levels, *companies, *published]
    assert len(pairs) == 4_359
    assert [pair for pair in pairs if not agree(*pair)] == []
