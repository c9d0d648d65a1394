"""Words of published methods in a table: each row goes to the exact evaluator, and says so."""

from pathlib import Path

import pytest

from jobquality.rubrics.loader import load_rubric
from jobquality.scoring.table.evaluator import compile_plan, score_table
from jobquality.scoring.table.rows import columns_of
from tests.pure.scoring.cases import facts_of, the_parameters
from tests.pure.scoring.table_cases import differences

METHODS = Path(__file__).parents[2] / "golden" / "methods"
NAMES = ("human_development", "leed", "freedom_in_the_world", "nutri_score", "nist_800_171")


@pytest.mark.parametrize("name", NAMES)
def test_a_published_method_is_scored_row_by_row_and_exactly(name: str) -> None:
    parameters = the_parameters()
    text = (METHODS / f"{name}.yaml").read_bytes()
    rubric = load_rubric(text, parameters=parameters.units)
    employers = [facts_of(rubric, example.answers) for example in rubric.examples]

    table = score_table(compile_plan(rubric, parameters), columns_of(rubric, employers))

    assert differences(table, rubric, employers, parameters) == []
    assert table.exact == len(employers)
