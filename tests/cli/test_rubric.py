from pathlib import Path

import pytest

from tests.cli.calling import CAFES, WAGES, call


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_standard_that_can_be_used_is_counted_up() -> None:
    result = call("rubric", "check", CAFES)

    assert result.code == 0
    assert result.out.splitlines()[:3] == [
        "cafes@2026.1: can be used.",
        (
            "  5 criteria, 2 dimensions, 1 figure asked beside them, 1 critical violation, "
            "2 levels, 1 test comes out."
        ),
        "  Thresholds rest on: law 1, standard 1, data 0, editorial 12.",
    ]


def test_every_file_is_checked_even_after_one_that_fails() -> None:
    Path("one.yaml").write_text(CAFES.read_text().replace("weight: 30", "weight: x"))
    Path("two.yaml").write_text("rubric: two\n")

    result = call("rubric", "check", "one.yaml", CAFES, "two.yaml")

    assert result.code == 1
    assert result.out.startswith("cafes@2026.1: can be used.")
    assert "one.yaml has a fault:\nline 25: " in result.err
    assert "\n\ntwo.yaml has " in result.err


def test_a_test_that_does_not_come_out_is_a_fault_with_its_line() -> None:
    Path("mine.yaml").write_text(CAFES.read_text().replace("total: 100", "total: 99"))

    result = call("rubric", "check", "mine.yaml")

    assert result.code == 1
    assert result.err == (
        "mine.yaml has a fault:\nline 83, test 'A cafe that does well': total gives 100, not 99.\n"
    )


def test_a_standard_is_shown_as_an_author_wrote_it() -> None:
    shown = call("rubric", "show", CAFES).out

    assert "Facts about the employer: profile.place, profile.tipped_workers\n" in shown
    assert "living_wage (bring your own with --parameters)" in shown
    assert (
        "  pay_ratio, weight 50, 30 in 100 of the total\n"
        "    What is the lowest hourly pay, compared with the living wage here?\n"
        "    Answer: a number. Or give its parts: lowest_rate ÷ living_wage.\n"
        "      0 points: under 0.8\n"
        "       1 point: 0.8 or more, under 1\n"
        "      2 points: 1 or more (a published standard: City living wage)\n"
        "    Basis of the others: our own judgment\n"
        "    Evidence: payroll\n"
    ) in shown
    assert "    Asked only where profile.tipped_workers is yes.\n" in shown
    assert "  fair: total needs 70 or more, each dimension needs 50 or more" in shown
    assert "  committed: declared, not scored." in shown


def test_figures_of_ones_own_are_no_longer_asked_for() -> None:
    shown = call("rubric", "show", CAFES, "--parameters", WAGES).out

    assert "Figures that depend on place and date: living_wage\n" in shown


@pytest.mark.parametrize("name", ["restaurants_us", "retail_us", "restaurants_us@2026.1"])
def test_every_shipped_standard_can_be_shown_and_checked(name: str) -> None:
    assert call("rubric", "show", name).code == 0
    assert call("rubric", "check", name).code == 0


@pytest.mark.parametrize(
    "arguments", [["--help"], ["score", "--help"], ["rubric", "--help"], ["rubric", "check", "-h"]]
)
def test_help_is_there_for_every_command(arguments: list[str]) -> None:
    result = call(*arguments)

    assert result.code == 0
    assert result.out.startswith("Usage: jobquality")
