"""What a trace and an edition say as JSON about the advanced words, and only about them."""

import json
from pathlib import Path
from typing import Any

from jobquality.rubrics.catalog import Edition, shipped
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.model import Rubric
from jobquality.schemas.editions import dump_whole_edition
from jobquality.schemas.scorecards import Nodes
from jobquality.schemas.traces import dump_evaluation
from tests.cli.calling import HERE
from tests.pure.scoring.cases import scored, the_parameters

Plain = dict[str, Any]
NEW = {"part", "parts", "held_back", "reading", "blocks", "unscored", "made"}
ANSWERS = {
    "first": "unmet", "second": "met", "income": "20000", "health": "70", "safe": "yes",
    "clean": "10", "violations": "minor*2", "wage_now": "21", "wage_then": "20",
}  # fmt: skip


def methods() -> Rubric:
    return load_rubric((HERE / "methods.yaml").read_bytes(), parameters={})


def traced(rubric: Rubric, answers: dict[str, str]) -> dict[str, Plain]:
    plain = dump_evaluation(scored(rubric, answers), Nodes.ALL, the_parameters())
    assert json.loads(json.dumps(plain)) == plain
    return {row["node"]: row for row in plain["trace"]}


def written(rubric: Rubric) -> Plain:
    edition = Edition(rubric=rubric, words={}, file=Path())
    plain = dump_whole_edition(edition)
    assert json.loads(json.dumps(plain)) == plain
    return plain


def test_a_trace_says_step_by_step_how_a_score_was_made() -> None:
    rows = traced(methods(), ANSWERS)

    low = rows["growth"]["made"][0]
    assert (low["end"], low["combine"], low["result"]) == ("low", "max", "3")
    assert [(one["stage"], one["number"]) for one in low["stages"]] == [
        ("combined", "1"),
        ("points", "3"),
        ("rounding", "3"),
    ]
    assert rows["sites"]["held_back"] == ["first"]
    assert rows["sites"]["made"][0]["stages"][-1]["number"] == "100"
    assert rows["sites"]["made"][0]["result"] == "0"


def test_a_trace_holds_the_calculation_of_a_line_and_of_a_tally() -> None:
    rows = traced(methods(), ANSWERS)

    assert rows["health"]["line"]["places"] == ["20", "85"]
    assert rows["health"]["line"]["calculation"] == ["0 + (70 - 20) ÷ (85 - 20) × (1 - 0) = 0.7692"]
    assert rows["violations"]["line"]["tallied"] == ["minor", "minor"]
    assert rows["violations"]["line"]["calculation"] == ["2×(-1) = -2"]
    assert rows["raise"]["line"]["working"]["how"] == "change"
    assert rows["raise"]["line"]["step"]["above"] is True


def test_a_trace_of_a_standard_that_ships_has_no_new_words() -> None:
    rubric = next(iter(shipped().by_name.values())).rubric
    rows = traced(rubric, {})

    assert rows
    assert [row["node"] for row in rows.values() if NEW & row.keys()] == []


def test_an_edition_says_its_advanced_words() -> None:
    plain = written(methods())
    topics = {one["id"]: one for one in plain["topics"]}
    criteria = {one["id"]: one for one in plain["criteria"]}

    assert topics["sites"]["rules"] == {
        "requires": [{"name": "first"}],
        "each": {"kinds": ["site"], "combine": "mean", "by": "workers"},
    }
    assert topics["finds"]["rules"] == {"at_least": "0", "start": "10"}
    assert criteria["income"]["points"][1]["at"] == "75000"
    assert criteria["income"]["points"][1]["log"] is True
    assert criteria["first"]["points"][1]["needs"] == {"backing": ["url"], "letters": 1}
    assert [one.get("above", False) for one in criteria["raise"]["points"]] == [False, True, True]
    assert criteria["raise"]["measure"]["how"] == "change"


def test_an_edition_that_ships_says_no_advanced_words() -> None:
    plain = written(next(iter(shipped().by_name.values())).rubric)

    assert [one["id"] for one in (*plain["topics"], *plain["criteria"]) if "rules" in one] == []
