from itertools import cycle
from pathlib import Path

from tests.golden.command import HERE, read_rows, run, scored, write_facts

FOLDER = HERE / "fairwork_rules"
RUBRIC = FOLDER / "rubric.yaml"
PRINCIPLES = ("p1", "p2", "p3", "p4", "p5")
INPUT = [
    {"employer": row["case"]} | {name: row[name] for name in row if name != "case"}
    for row in read_rows(FOLDER / "input.csv")
]
EXPECTED = [
    {
        "case": row["case"],
        "points": [row[f"{principle}_points"] for principle in PRINCIPLES],
        "total": row["total"],
        "kitemark": row["kitemark"],
    }
    for row in read_rows(FOLDER / "expected.csv")
]


def published_form(rows: list[dict[str, str]]) -> list[dict[str, object]]:
    cases: dict[str, dict[str, dict[str, str]]] = {}
    for row in rows:
        cases.setdefault(row["employer"], {})[row["node"]] = row
    return [
        {
            "case": case,
            "points": [nodes[principle]["value"] for principle in PRINCIPLES],
            "total": nodes["total"]["value"],
            "kitemark": "yes" if nodes["total"]["level"] == "kitemark" else "no",
        }
        for case, nodes in cases.items()
    ]


def test_the_rubric_can_be_used() -> None:
    assert run("rubric", "check", RUBRIC).returncode == 0


def test_all_1024_combinations_come_out(tmp_path: Path) -> None:
    facts = write_facts(tmp_path / "facts.csv", INPUT)

    found = published_form(scored(RUBRIC, facts, "--nodes", "dimensions"))

    assert len(found) == 1024
    assert found == EXPECTED


def test_a_threshold_that_nobody_could_show_counts_as_not_met(tmp_path: Path) -> None:
    # `when` says how the value reads a gap; the level is read from the low end in any case.
    states = cycle(("", "unknown", "declined"))
    gaps = [
        {name: next(states) if cell == "0" else cell for name, cell in row.items()} for row in INPUT
    ]
    facts = write_facts(tmp_path / "facts.csv", gaps)
    rubric = tmp_path / "rubric.yaml"
    zero = "{missing: zero, unknown: zero, declined: zero}"
    rubric.write_text(RUBRIC.read_text().replace("{missing: zero}", zero))

    found = published_form(scored(rubric, facts, "--nodes", "dimensions"))

    assert found == EXPECTED
