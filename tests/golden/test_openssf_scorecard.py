from fractions import Fraction
from pathlib import Path

from tests.golden.command import HERE, read_rows, run, scored, write_facts

FOLDER = HERE / "openssf_scorecard"
RUBRIC = FOLDER / "rubric.yaml"
GATSBY = "gatsbyjs_gatsby"
EXPECTED = {row["project"]: row["aggregate"] for row in read_rows(FOLDER / "expected.csv")}


def facts_file(folder: Path) -> Path:
    renamed = {"project": "employer", "check": "criterion", "score": "answer"}
    rows = read_rows(FOLDER / "input.csv")
    named = [{renamed[name]: cell for name, cell in row.items()} for row in rows]
    return write_facts(folder / "facts.csv", named)


def aggregates(rubric: Path, facts: Path) -> dict[str, Fraction]:
    return {row["employer"]: Fraction(row["value"]) for row in scored(rubric, facts)}


def test_the_rubric_can_be_used() -> None:
    assert run("rubric", "check", RUBRIC).returncode == 0


def test_all_26_published_aggregates_come_out(tmp_path: Path) -> None:
    found = aggregates(RUBRIC, facts_file(tmp_path))

    assert len(found) == 26
    assert found == {project: Fraction(shown) for project, shown in EXPECTED.items()}


def test_a_tie_goes_where_the_rubric_says(tmp_path: Path) -> None:
    """Gatsby's aggregate is exactly 6.25: published as 6.2, and half up would give 6.3."""
    exact, half_up = tmp_path / "exact.yaml", tmp_path / "half_up.yaml"
    text = RUBRIC.read_text()
    exact.write_text(text.replace("rounding: {digits: 1, ties: half_even}", ""))
    half_up.write_text(text.replace("half_even", "half_up"))
    facts = facts_file(tmp_path)

    found = [aggregates(rubric, facts)[GATSBY] for rubric in (exact, RUBRIC, half_up)]

    assert found == [Fraction("6.25"), Fraction("6.2"), Fraction("6.3")]


def test_a_score_file_carries_the_published_codes(tmp_path: Path) -> None:
    codes = {row["code"] for row in scored(RUBRIC, facts_file(tmp_path), "--nodes", "all")}

    assert codes - {""} == {row["check"] for row in read_rows(FOLDER / "checks.csv")}


def test_inconclusive_is_neither_zero_nor_minus_one(tmp_path: Path) -> None:
    rows = scored(RUBRIC, facts_file(tmp_path), "--nodes", "all")

    inconclusive = [row for row in rows if row["state"] == "unknown"]

    assert inconclusive
    assert {(row["value"], row["low"], row["high"]) for row in inconclusive} == {("", "0", "10")}
