"""`jobquality robustness`: what a person reads, and what a file says."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from jobquality.cli.robustness_words import percent
from tests.cli.calling import CAFES, WAGES, Result, call

HEADER = (
    "employer,profile.place,profile.tipped_workers,"
    "pay_ratio,raises,notice_days,on_call,wages_unpaid,grade"
)
FACTS = f"""{HEADER}
Elm,TX,no,1,60,14,never,none_found,E2
Oak,TX,no,1,60,3,never,none_found,E2
Ash,TX,no,0.8,40,14,never,none_found,E2
Fir,TX,no,0.5,40,3,unpaid,none_found,E2
"""
FEW = ("--draws", "50", "--on", "2026-03-01", "--parameters", WAGES)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("facts.csv").write_text(FACTS)


def said(*options: str | Path) -> Result:
    result = call("robustness", CAFES, "facts.csv", *FEW, *options)
    assert (result.code, result.err) == (0, "")
    return result


def row(result: Result, employer: str) -> list[str]:
    """Return the cells of an employer under the first kind of weights."""
    lines = (line.split("  ") for line in result.out.splitlines())
    return next([cell.strip() for cell in cells if cell.strip()] for cells in lines
                if cells[1:2] == [employer])  # fmt: skip


def test_who_has_all_points_or_none_keeps_the_level_under_all_weights() -> None:
    result = said()

    assert row(result, "Elm") == ["Elm", "Fair", "100%", "100%", "1", "1"]
    assert row(result, "Fir") == ["Fir", "No level", "100%", "100%", "4", "4"]


def test_a_level_that_weights_can_take_away_holds_in_part_of_the_draws() -> None:
    name, level, same, better, rank, ranks = row(said(), "Oak")

    assert (name, level, rank) == ("Oak", "Fair", "2")
    assert 1 <= int(same.rstrip("%")) <= 99
    assert same == better
    assert ranks == "2" or ranks.startswith("2 to")


def test_the_kinds_of_weights_and_what_they_do_not_say_are_told() -> None:
    out = said().out

    assert "cafes@2026.1 under 50 other sets of weights of each kind" in out
    assert "Weights drawn around the official ones (Dirichlet, concentration 50)" in out
    assert "Each weight by itself from half to one and a half times the official one" in out
    assert "That says nothing of\nerrors in the answers" in out


def test_employers_that_lie_close_cannot_be_told_apart() -> None:
    Path("facts.csv").write_text(
        f"{HEADER}\nElm,TX,no,1,40,3,unpaid,none_found,E2\nOak,TX,no,0.5,40,14,paid,none_found,E2\n"
    )

    out = said().out

    assert "1 pair cannot be told apart: in over 5% of draws the order turns, or is a tie." in out


def test_employers_that_no_weights_turn_round_can_be_told_apart() -> None:
    Path("facts.csv").write_text(
        f"{HEADER}\nElm,TX,no,1,60,14,never,none_found,E2\nOak,TX,no,0.5,40,3,unpaid,none_found,E2\n"
    )

    assert "Any two can be told apart" in said().out


def test_the_same_seed_says_the_same_and_another_does_not() -> None:
    first, again, other = said(), said(), said("--seed", "2")

    assert first == again
    assert first.out != other.out


def test_a_file_holds_exact_shares_and_ranks_for_both_kinds_of_weights() -> None:
    result = call("robustness", CAFES, "facts.csv", *FEW, "--out", "held.csv")

    assert (result.code, result.out) == (0, "")
    assert result.err.endswith("The table is in held.csv.\n")
    with Path("held.csv").open(encoding="utf-8", newline="") as file:
        rows = {one["employer"]: one for one in csv.DictReader(file)}
    assert list(rows) == ["Elm", "Oak", "Ash", "Fir"]
    assert (rows["Elm"]["level"], rows["Elm"]["same_around"]) == ("fair", "1")
    oak = rows["Oak"]
    for family in ("around", "half"):
        assert Fraction(oak[f"same_{family}"]) * 50 % 1 == 0
        best, low, high, worst = (
            int(oak[f"rank_{name}_{family}"]) for name in ("best", "from", "to", "worst")
        )
        assert 1 <= best <= low <= high <= worst <= 4


def test_what_cannot_be_read_is_refused_and_nothing_is_written() -> None:
    Path("facts.csv").write_text("employer,pay\nElm,1\n")

    result = call("robustness", CAFES, "facts.csv", *FEW, "--out", "held.csv")

    assert (result.code, result.out) == (1, "")
    assert "pay" in result.err
    assert not Path("held.csv").exists()


@pytest.mark.parametrize("draws", ["0", "5001", "many"])
def test_impossible_numbers_of_draws_are_refused(draws: str) -> None:
    assert call("robustness", CAFES, "facts.csv", "--draws", draws).code == 2


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (Fraction(0), "0%"),
        (Fraction(1, 1000), "1%"),
        (Fraction(1, 2), "50%"),
        (Fraction(125, 1000), "13%"),
        (Fraction(999, 1000), "99%"),
        (Fraction(1), "100%"),
    ],
)
def test_a_percentage_is_complete_only_when_it_is(share: Fraction, shown: str) -> None:
    assert percent(share) == shown
