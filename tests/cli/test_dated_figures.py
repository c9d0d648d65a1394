"""Dated figures are named wherever they decide a point, and a stale one is said aloud."""

from pathlib import Path

import pytest

from tests.cli.calling import call

ARKANSAS = "employer,profile.place,profile.headcount,tipped_cash_wage\nElm Diner,AR,20,3\n"
PREMIUM = "employer,profile.place,monthly_premium,lowest_full_time_rate\nElm Diner,TX,150,17\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_figure_past_its_check_date_is_a_warning_beside_the_scores() -> None:
    Path("facts.csv").write_text(ARKANSAS)

    result = call("score", "restaurants_us", "facts.csv", "--on", "2026-11-23")

    assert result.code == 0
    warning = (
        "Warning: minimum_wage in Arkansas was due for a check by 2026-11-22. "
        "Check it before any public claim about the law."
    )
    assert result.err.splitlines()[1:] == [warning]


def test_a_figure_in_time_is_no_warning() -> None:
    Path("facts.csv").write_text(ARKANSAS)

    result = call("score", "restaurants_us", "facts.csv", "--on", "2026-11-22")

    assert "Warning" not in result.err


def test_a_parameter_that_is_the_edge_of_a_band_is_named_with_its_row() -> None:
    Path("facts.csv").write_text(PREMIUM)

    options = ("--on", "2026-03-01", "--explain", "Elm Diner")
    shown = call("score", "restaurants_us", "facts.csv", *options).out

    assert "used: health_affordability 9.96 percent in United States, since 2026-01-01" in shown
