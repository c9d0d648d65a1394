"""Published methods of other fields, each in one file with its own worked examples.

They are here to show how far the language reaches, and to keep it there.
"""

from datetime import date
from pathlib import Path

import pytest

from jobquality.rubrics.catalog import shipped_parameters
from jobquality.rubrics.loader import load_rubric
from jobquality.scoring.examples import run_examples
from tests.golden.command import HERE

FILES = sorted((HERE / "methods").glob("*.yaml"))
ON = date(2026, 6, 1)


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_the_worked_examples_of_a_method_come_out(file: Path) -> None:
    parameters = shipped_parameters()
    rubric = load_rubric(file.read_bytes(), parameters=parameters.units)

    assert rubric.examples
    assert [str(fault) for fault in run_examples(rubric, parameters, on=ON)] == []
