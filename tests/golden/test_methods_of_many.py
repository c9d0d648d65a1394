"""Published methods that make one score of many parts, tried with a facts file."""

from pathlib import Path

from tests.golden.command import HERE, scored, write_facts

METHODS = HERE / "methods"


def test_grades_are_weighed_by_credits_and_a_course_without_a_grade_leaves(tmp_path: Path) -> None:
    courses: dict[str, list[tuple[str, float]]] = {
        "SAMPLE Ann": [("a", 4), ("b_plus", 3), ("c", 1), ("na: pass or fail", 3)],
        "SAMPLE Bob": [("b_minus", 4), ("a", 1.5)],
    }
    facts = write_facts(
        tmp_path / "grades.csv",
        [
            {"employer": name, "part": f"course/c{number}", "mark": mark, "credits": weight}
            for name, taken in courses.items()
            for number, (mark, weight) in enumerate(taken)
        ],
    )

    rows = scored(METHODS / "grade_point_average.yaml", facts, "--nodes", "dimensions")

    # (4×4 + 3×3.3 + 1×2) ÷ 8 and (4×2.7 + 1.5×4) ÷ 5.5
    assert {
        row["employer"]: row["value"]
        for row in rows
        if row["node"] == "average" and not row["part"]
    } == {"SAMPLE Ann": "3.4875", "SAMPLE Bob": "3.054545"}
    assert {row["employer"]: row["level"] for row in rows if row["node"] == "total"} == {
        "SAMPLE Ann": "cum_laude",
        "SAMPLE Bob": "no_level",
    }


def test_a_handicap_is_the_mean_of_the_best_eight_rounds_of_twenty(tmp_path: Path) -> None:
    rounds = [18.2, 15.1, 20.4, 13.3, 16.7, 22.0, 14.9, 19.5, 17.2, 15.8]
    rounds += [21.3, 16.1, 12.8, 18.9, 23.4, 14.2, 17.7, 20.0, 15.5, 19.1]
    facts = write_facts(
        tmp_path / "rounds.csv",
        [
            {"employer": "SAMPLE Kim", "part": f"round/r{number}", "differential": differential}
            for number, differential in enumerate(rounds)
        ],
    )

    (total,) = scored(METHODS / "golf_handicap.yaml", facts)

    # (12.8 + 13.3 + 14.2 + 14.9 + 15.1 + 15.5 + 15.8 + 16.1) ÷ 8 = 14.7125
    assert (total["value"], total["low"], total["high"]) == ("14.7", "14.7", "14.7")
