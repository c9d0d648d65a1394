"""Another program scored the same answers; both must agree to the fourth digit."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from jobquality.rubrics.catalog import shipped
from jobquality.scoring.rounding import decimal_text
from tests.golden.command import HERE, scored, write_facts

CASES = json.loads((HERE / "oracle" / "cases.json").read_text(encoding="utf-8"))
# The cases name their places only in their names.
PLACES = {
    "legal_minimum_diner_TX": "TX",
    "high_road_bistro_NY": "NY",
    "desk_research_only_chain": "us",
}
RUBRIC = "restaurants_us@2026.1"
CRITICAL = [one.id for one in shipped().edition("restaurants_us", "2026.1").rubric.critical]


def facts_file(folder: Path, *, grade: str) -> Path:
    rows = [
        {
            "employer": employer,
            "criterion": name.replace(".", "_"),
            "answer": answer,
            "grade": grade,
            "profile.place": PLACES[employer],
        }
        for employer, case in CASES.items()
        for name, answer in [*case["answers"].items(), *((one, "none_found") for one in CRITICAL)]
    ]
    return write_facts(folder / "facts.csv", rows)


def shown(number: str) -> str:
    return decimal_text(Fraction(number), digits=4) if number else ""


def expected(number: float | None) -> str:
    return "" if number is None else decimal_text(Fraction(str(number)), digits=4)


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], dict[str, str]]:
    facts = facts_file(tmp_path_factory.mktemp("oracle"), grade="E2")
    rows = scored(RUBRIC, facts, "--nodes", "dimensions", "--on", "2026-03-01")
    return {(row["employer"], row["node"]): row for row in rows}


@pytest.mark.parametrize("employer", CASES)
def test_every_dimension_agrees(
    nodes: dict[tuple[str, str], dict[str, str]], employer: str
) -> None:
    dimensions = CASES[employer]["result"]["dimensions"]

    for name, want in dimensions.items():
        row = nodes[employer, name]
        found = [shown(row[column]) for column in ("low", "high", "value")]
        assert found == [expected(want[key]) for key in ("low", "high", "known_only")]
        assert Fraction(row["answered"]) * 100 == Fraction(str(want["answered_pct"]))
    assert {node for one, node in nodes if one == employer} == {"total", *dimensions}


@pytest.mark.parametrize("employer", CASES)
def test_every_total_agrees(nodes: dict[tuple[str, str], dict[str, str]], employer: str) -> None:
    want, row = CASES[employer]["result"], nodes[employer, "total"]

    assert [shown(row["low"]), shown(row["high"])] == [
        expected(want["low"]),
        expected(want["high"]),
    ]
    assert Fraction(row["answered"]) * 100 == Fraction(str(want["answered_pct"]))


@pytest.mark.parametrize("employer", CASES)
def test_every_level_agrees(nodes: dict[tuple[str, str], dict[str, str]], employer: str) -> None:
    want = CASES[employer]["result"]["level_if_all_evidence_E2_and_no_critical"]
    level = nodes[employer, "total"]["level"]

    assert (None if level in {"no_level", "not_enough_known"} else level) == want


def test_without_grades_the_level_only_holds_if_the_evidence_does(tmp_path: Path) -> None:
    rows = scored(RUBRIC, facts_file(tmp_path, grade=""), "--on", "2026-03-01")

    bistro = next(row for row in rows if row["employer"] == "high_road_bistro_NY")

    assert bistro["level"] == "not_enough_known"
    assert "If the evidence holds: Silver." in bistro["reason"]
