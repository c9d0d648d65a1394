"""On the command line: standards that tailor others, levels with more conditions, and ranks."""

from pathlib import Path

import pytest

from tests.cli.calling import CAFES, WAGES, call

OURS = """\
rubric: our_cafes
edition: 2026.1
extends: cafes@2026.1
why: Our members voted it
change:
  wages: {weight: 50, why: As much as schedules}
  scheduling: {weight: 50, why: As much as wages}
"""
RANKED = """\
rubric: ranked
edition: 2026.1
ranks: competition
criteria:
  - {criterion: pay, ask: Pay?, answer: yes_no}
  - {criterion: rest, ask: Rest?, answer: yes_no}
levels:
  - {level: gold, any: [{pay: 1}, {rest: 1}], after: bronze}
  - {level: bronze, from: {pay: {answered: 100}}}
  - {level: waived, ask: Until when?, answer: date, exempts: pay}
scorings:
  - {scoring: strict, change: {total: {combine: all}}}
"""
FACTS = """\
employer,pay,rest
Uno,yes,no
Dos,yes,yes
Tres,no,yes
Cuatro,,
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ranked.yaml").write_text(RANKED)
    Path("facts.csv").write_text(FACTS)


def test_what_was_tailored_and_why_is_said() -> None:
    Path("cafes.yaml").write_text(CAFES.read_text())
    Path("ours.yaml").write_text(OURS)

    checked, shown = call("rubric", "check", "ours.yaml"), call("rubric", "show", "ours.yaml")

    assert checked.code == 0
    for result in (checked, shown):
        assert "It extends cafes@2026.1: Our members voted it\n" in result.out
        assert "It changes wages: weight 50 (was 60): As much as schedules\n" in result.out


def test_a_base_that_is_nowhere_is_a_fault_that_says_what_to_do() -> None:
    Path("ours.yaml").write_text(OURS)

    result = call("rubric", "check", "ours.yaml", "--parameters", WAGES)

    assert result.code == 1
    assert result.err == (
        "ours.yaml has a fault:\nline 3: We do not find the standard cafes@2026.1 that this one "
        "extends. Put it beside this file as cafes@2026.1.yaml, or name an edition that ships.\n"
    )


def test_each_employer_has_a_row_with_its_rank_where_the_standard_ranks() -> None:
    result = call("score", "ranked.yaml", "facts.csv", "--on", "2026-06-01")

    rows = [line.split(",") for line in result.out.splitlines()[1:]]
    assert [(row[0], row[3], row[6]) for row in rows] == [
        ("Uno", "total", "50"), ("Uno", "rank", "2"),
        ("Dos", "total", "100"), ("Dos", "rank", "1"),
        ("Tres", "total", "50"), ("Tres", "rank", "2"),
        ("Cuatro", "total", ""), ("Cuatro", "rank", ""),
    ]  # fmt: skip


def test_another_scoring_of_the_same_tree_is_picked_by_its_name() -> None:
    result = call("score", "ranked.yaml", "facts.csv", "--scoring", "strict")

    rows = [line.split(",") for line in result.out.splitlines()[1:]]
    assert [row[6] for row in rows if row[3] == "total"] == ["0", "1", "0", ""]
    assert {row[11] for row in rows} == {""}


def test_every_condition_is_explained() -> None:
    explained = call("score", "ranked.yaml", "facts.csv", "--explain", "Uno").out

    assert "  for: the share that is answered for pay is 100%, needs 100% or more\n" in explained
    assert (
        "  for: one of these holds: pay is 1, needs 1 or more; or rest is 0, needs 1 or more\n"
        in explained
    )
    assert "  for: only after Bronze: reached\n" in explained


def test_every_condition_is_shown() -> None:
    shown = call("rubric", "show", "ranked.yaml").out

    assert (
        "  gold: one of these is needed: pay needs 1 or more; or rest needs 1 or more, "
        "only after Bronze.\n" in shown
    )
    assert "  bronze: the share that is answered for pay needs 100% or more.\n" in shown
    assert "Answer: a date. It exempts from pay.\n" in shown
    assert "Employers scored together are ranked (competition).\n" in shown
    assert "strict: some words of the file are changed; it has no levels.\n" in shown
