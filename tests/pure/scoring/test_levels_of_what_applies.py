"""What does not apply cannot be failed, and is no way to a level by itself either."""

import pytest

from jobquality.scoring.score import score
from jobquality.scoring.table.evaluator import compile_plan, score_table
from jobquality.scoring.table.rows import columns_of
from tests.pure.scoring.cases import a_standard, facts_of, the_parameters

WARNED = """
- criterion: breath
  ask: Breath
  answer: number
  range: {from: 0, under: 3}
- criterion: mask
  ask: With a mask
  answer: number
  applies: {masked: yes}
  range: {from: 0, under: 3}
"""
LEVELS = """
combine: sum
levels:
  - {level: alarm, any: [{breath: 3}, {mask: 3}]}
  - {level: calm, from: {total: 0}}
"""


@pytest.mark.parametrize(
    ("breath", "mask", "masked", "level"),
    [("0", "", "no", "calm"), ("3", "", "no", "alarm"), ("0", "3", "yes", "alarm")],
)
def test_a_way_of_which_nothing_applies_is_none(
    breath: str, mask: str, masked: str, level: str
) -> None:
    rubric = a_standard(WARNED, below=LEVELS)

    facts = facts_of(rubric, {"breath": breath, "mask": mask}, profile={"masked": masked})

    plan = compile_plan(rubric, the_parameters())
    table = score_table(plan, columns_of(rubric, [facts]))

    assert score(rubric, facts, the_parameters()).outcome.level == level
    assert (table.exact, table.level_of(0)) == (0, level)
