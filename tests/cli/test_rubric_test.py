"""`jobquality rubric test` and `schema`."""

import json
from pathlib import Path

import pytest

from jobquality.rubrics.schema import rubric_schema
from tests.cli.calling import CAFES, call


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_each_test_is_named_with_how_it_comes_out() -> None:
    result = call("rubric", "test", CAFES)

    assert result.code == 0
    assert result.out == (
        "cafes@2026.1: 1 test comes out.\n  line 83: A cafe that does well: comes out\n"
    )


def test_a_test_that_does_not_come_out_says_what_it_gives_instead() -> None:
    Path("mine.yaml").write_text(CAFES.read_text().replace("total: 100", "total: 99"))

    result = call("rubric", "test", "mine.yaml", CAFES)

    assert result.code == 1
    assert result.out.startswith(
        "cafes@2026.1: 0 tests come out, 1 does not.\n"
        "  line 83: A cafe that does well: does not come out\n"
        "    total gives 100, not 99.\n"
        "cafes@2026.1: 1 test comes out.\n"
    )
    assert result.err == "Not every test comes out: mine.yaml.\n"


def test_a_standard_without_tests_has_not_passed_any() -> None:
    Path("mine.yaml").write_text(CAFES.read_text().partition("tests:")[0])

    result = call("rubric", "test", "mine.yaml")

    assert result.code == 1
    assert result.out == "cafes@2026.1: it has no tests.\n"


def test_a_standard_that_cannot_be_used_is_refused_as_a_check_would() -> None:
    Path("mine.yaml").write_text(CAFES.read_text().replace("weight: 30", "weight: x"))

    assert call("rubric", "test", "mine.yaml").err == call("rubric", "check", "mine.yaml").err


@pytest.mark.parametrize("name", ["restaurants_us", "retail_us"])
def test_every_test_of_a_shipped_standard_comes_out(name: str) -> None:
    result = call("rubric", "test", name)

    assert result.code == 0
    assert "does not" not in result.out


def test_the_schema_is_printed_for_editors() -> None:
    result = call("rubric", "schema")

    assert result.code == 0
    assert json.loads(result.out) == rubric_schema()
