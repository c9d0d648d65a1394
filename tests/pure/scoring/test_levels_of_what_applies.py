"""What does not apply cannot be failed, and is no way to a level by itself either."""

import pytest

from tests.pure.scoring.cases import a_standard, scored

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

    card = scored(rubric, {"breath": breath, "mask": mask}, profile={"masked": masked})

    assert card.outcome.level == level
