from pathlib import Path

from tests.golden.command import HERE, read_rows, run, scored, write_facts

FOLDER = HERE / "nyc_restaurant_grades"
RUBRIC = FOLDER / "rubric.yaml"
INPUT = read_rows(FOLDER / "input.csv")
EXPECTED = {row["row"]: row["grade"] for row in read_rows(FOLDER / "expected.csv")}
PENDING = "HARLEM KARIBE TAKE OUT"


def grades(folder: Path, *, declared: bool) -> dict[str, str]:
    facts = [
        {
            "employer": row["row"],
            "note": row["dba"],
            "violation_score": row["violation_score"],
            "P": "yes" if declared and row["dba"] == PENDING else "",
        }
        for row in INPUT
    ]
    rows = scored(RUBRIC, write_facts(folder / "facts.csv", facts))
    return {row["employer"]: row["level"].upper() for row in rows}


def test_the_rubric_can_be_used() -> None:
    assert run("rubric", "check", RUBRIC).returncode == 0


def test_all_70_published_grades_come_out(tmp_path: Path) -> None:
    found = grades(tmp_path, declared=True)

    assert len(found) == 70
    assert found == EXPECTED


def test_69_grades_follow_from_the_points_alone(tmp_path: Path) -> None:
    names = {row["row"]: row["dba"] for row in INPUT}

    found = grades(tmp_path, declared=False)

    others = [names[row] for row in EXPECTED if found[row] != EXPECTED[row]]
    assert others == [PENDING]


def test_a_place_that_was_not_inspected_has_no_grade(tmp_path: Path) -> None:
    facts = write_facts(tmp_path / "facts.csv", [{"employer": "New", "violation_score": "unknown"}])

    (row,) = scored(RUBRIC, facts)

    assert (row["low"], row["high"], row["level"]) == ("0", "", "not_enough_known")
