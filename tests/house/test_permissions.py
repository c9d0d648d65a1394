"""The table that people read says what the program does."""

import re
from pathlib import Path

from jobquality.access.actors import ALLOWED, Action, Role

PAGE = Path(__file__).parents[2] / "docs" / "permissions.md"
ROLES = (Role.ADVOCATE, Role.REVIEWER, Role.ADMINISTRATOR)


def test_the_table_of_permissions_is_the_one_that_the_program_keeps() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (\w+) \| (\w+) \| (\w+) \|", PAGE.read_text(), re.MULTILINE)

    written = {
        Action(action): frozenset(
            role for role, may in zip(ROLES, cells, strict=True) if may == "yes"
        )
        for action, *cells in rows
    }

    assert written == ALLOWED


def test_the_columns_of_the_table_stand_in_that_order() -> None:
    assert f"| action | {' | '.join(ROLES)} |" in PAGE.read_text()
