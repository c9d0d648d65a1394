"""Every test that the assurance case names exists, and its promises are those of the site."""

import re
from pathlib import Path

import pytest

from jobquality.web.promises import PROMISES
from jobquality.wording import WORDING

_HOUSE = Path(__file__).parents[2]
_PAGE = (_HOUSE / "docs" / "assurance.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`(test_\w+)`", _PAGE)))
_WRITTEN = {
    name
    for file in (_HOUSE / "tests").rglob("test_*.py")
    for name in re.findall(r"^def (test_\w+)\(", file.read_text("utf-8"), re.MULTILINE)
}


def test_the_page_names_a_test_for_each_of_its_claims() -> None:
    rows = [line for line in _PAGE.splitlines() if line.startswith("|") and "held by" not in line]
    promises = _PAGE.partition("## What each break-in")[0]
    claims = [row for row in rows if row in promises and not row.startswith("|---")]
    assert len(claims) > 10
    assert [row for row in claims if "`test_" not in row] == []


def test_its_promises_are_those_of_the_site_word_for_word_and_in_their_order() -> None:
    promised = re.findall(r"^\| \*\*(.+?)\*\* \|", _PAGE, re.MULTILINE)

    assert len(promised) == 5
    assert promised == [WORDING[f"promises_{name}"].en for name in PROMISES]


@pytest.mark.parametrize("name", NAMED)
def test_every_test_that_is_named_exists(name: str) -> None:
    assert name in _WRITTEN
