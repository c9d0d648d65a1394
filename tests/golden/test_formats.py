"""Decided once: other people's files and the ledger break when any of this changes."""

import csv
from dataclasses import fields
from pathlib import Path

import pytest

from jobquality.rubrics.model import State
from jobquality.schemas.scorecards import COLUMNS
from jobquality.scoring.facts import EmployerFacts, Fact, Grade
from jobquality.scoring.scorecard import Checked
from tests.golden.command import HERE, run

FOLDER = HERE / "formats"
RUBRIC, FACTS, SCORES = (FOLDER / name for name in ("rubric.yaml", "facts.csv", "scores.csv"))
OPTIONS = ("--nodes", "all", "--on", "2026-05-01")


def test_a_score_file_has_these_columns_in_this_order() -> None:
    assert ",".join(COLUMNS) == (
        "employer,part,scoring,node,code,state,value,low,high,answered,coverage,level,reason"
    )


def test_a_fact_has_these_fields() -> None:
    of_fact = {field.name for field in fields(Fact)}
    of_everyone = {field.name for field in fields(EmployerFacts)}

    assert {"criterion", "state", "value", "unit", "on", "grade", "source", "note"} <= of_fact
    assert {"employer", "part", "on", "profile"} <= of_everyone


def test_the_words_of_a_score_file_are_these() -> None:
    assert [*State] == ["value", "not_offered", "na", "unknown", "declined", "missing"]
    assert [*Checked] == ["found", "none_found", "not_checked"]
    assert [*Grade] == ["E0", "E1", "E2", "E3", "E4"]


def test_a_score_file_is_the_same_to_the_byte() -> None:
    result = run("score", RUBRIC, FACTS, *OPTIONS)

    assert result.returncode == 0
    assert result.stdout == SCORES.read_bytes()
    assert result.stderr.decode() == "3 employers scored by formats@2026.1.\n"


def test_a_score_file_holds_every_state_and_both_levels() -> None:
    with SCORES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert {row["state"] for row in rows} == set(State)
    assert {row["level"] for row in rows} == {"", "fair", "not_enough_known"}


def test_a_file_is_written_as_it_is_printed(tmp_path: Path) -> None:
    written = tmp_path / "scores.csv"

    result = run("score", RUBRIC, FACTS, *OPTIONS, "--out", written)

    assert (result.returncode, result.stdout) == (0, b"")
    assert written.read_bytes() == SCORES.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["rubric", "check", RUBRIC], 0),
        (["score", RUBRIC, FACTS], 0),
        (["score", RUBRIC, "nowhere.csv"], 1),
        (["score", "nothing", FACTS], 1),
        (["rubric", "check", FACTS], 1),
        (["score"], 2),
        (["score", RUBRIC, FACTS, "--nodes", "some"], 2),
    ],
)
def test_exit_codes_are_these(arguments: list[str | Path], code: int) -> None:
    result = run(*arguments)

    assert result.returncode == code
    assert b"Traceback" not in result.stderr


def test_the_command_says_which_release_it_is() -> None:
    result = run("--version")

    assert result.returncode == 0
    assert result.stdout.startswith(b"jobquality, version ")
