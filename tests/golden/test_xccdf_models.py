"""Four published scoring models over one tree of rules: 21 scores that OpenSCAP wrote."""

from fractions import Fraction
from pathlib import Path

import pytest

from tests.golden.benchmarks import facts_file, rubric_file
from tests.golden.command import HERE, read_rows, run, scored

FOLDER = HERE / "xccdf_models"
EXPECTED = read_rows(FOLDER / "expected.csv")
#: Written from 32-bit floats.
TOLERANCE = Fraction(2, 10**5)
SCORINGS = {"default": "main", "flat-unweighted": "flat_unweighted"}
FILES = sorted({row["file"] for row in EXPECTED})


@pytest.mark.parametrize("name", FILES)
def test_every_model_gives_the_published_score(name: str, tmp_path: Path) -> None:
    rubric = rubric_file(FOLDER / name, FOLDER / "scoring.yaml", tmp_path / "rubric.yaml")
    facts = facts_file(FOLDER / name, tmp_path / "facts.csv")
    for row in (row for row in EXPECTED if row["file"] == name):
        model = row["model"]
        (total,) = scored(rubric, facts, "--scoring", SCORINGS.get(model, model))
        assert abs(Fraction(total["value"]) - Fraction(row["score"])) <= TOLERANCE, model


def test_a_benchmark_can_be_used_as_a_rubric(tmp_path: Path) -> None:
    rubric = rubric_file(FOLDER / FILES[0], FOLDER / "scoring.yaml", tmp_path / "rubric.yaml")

    assert run("rubric", "check", rubric).returncode == 0


def test_all_21_scores_are_looked_at() -> None:
    assert len(EXPECTED) == 21
