"""A score by a standard with many advanced words, told so that it can be followed by hand."""

from pathlib import Path

import pytest

from tests.cli.calling import HERE, call

METHODS = HERE / "methods.yaml"
FACTS = """\
employer,part,criterion,answer,url
Elm,,first,met,https://x.org/a
Elm,,second,met,
Elm,,income,20000,
Elm,,health,70,
Elm,,violations,minor*3; major,
Elm,,wage_now,21,
Elm,,wage_then,20,
Elm,site/one,safe,yes,
Elm,site/one,clean,5,
Elm,site/one,workers,10,
Elm,site/two,safe,no,
Elm,site/two,clean,10,
Elm,site/two,workers,30,
"""
COMPARED = """\
rubric: compared
edition: 2026.1
criteria:
  - criterion: pay
    ask: Pay?
    answer: usd_per_hour
    cohort: {by: minmax, from: 0, to: 10, winsorise: {count: 1}}
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def said(facts: str, *options: str) -> str:
    Path("facts.csv").write_text(facts)
    result = call("score", METHODS, "facts.csv", "--on", "2026-03-01", *options)
    assert result.code == 0, result.err
    return result.out


def explained(facts: str = FACTS) -> str:
    return said(facts, "--explain", "Elm")


def without(facts: str, *lines: str) -> str:
    return "".join(
        f"{line}\n" for line in facts.splitlines() if not any(one in line for one in lines)
    )


def test_a_ladder_tells_which_rung_is_complete() -> None:
    shown = explained()

    assert "    = 1 (complete: 1 of 1) + 0 (not complete: 0 of 1) = 1 (low end)\n" in shown
    assert "    = 1 (complete: 1 of 1) = 1 (over what is known)\n" in shown


def test_a_geometric_mean_and_the_lines_below_it_can_be_typed_into_a_calculator() -> None:
    shown = explained()

    assert "    = ((0.800341/1) × (0.769231/1))^(1/2) × 100 = 78.4632\n" in shown
    assert "20000 dollars a year is between 100 (gives 0) and 75000 (gives 1)\n" in shown
    assert "0 + (ln 20000 - ln 100) ÷ (ln 75000 - ln 100) × (1 - 0) = 0.8003\n" in shown
    assert "0 + (70 - 20) ÷ (85 - 20) × (1 - 0) = 0.7692\n" in shown
    assert "For more: 85 gives 1, and each step on the way there gives a part\n" in shown


def test_parts_are_told_with_what_they_weigh() -> None:
    shown = explained()

    assert "    Scored for 2 parts, each by its workers; combined: mean\n" in shown
    assert "    = (10×75 + 30×50) ÷ 40 = 56.25\n" in shown
    assert "    site/two: 50 of 100, weight 30\n      = (1×0/1 + 1×10/10) ÷ 2 × 100 = 50" in shown


def test_a_tally_is_counted_out() -> None:
    shown = explained()

    assert "      Found: 3 × Minor, 1 × Major\n      3×(-1) + 1×(-4) = -7\n" in shown
    assert "For more: nothing found that takes points away gives 0\n" in shown
    assert "    = 10 + (-7) = 3\n    No less than 0: 3 → 3\n" in shown


def test_a_band_that_does_not_hold_its_start_says_more_than() -> None:
    shown = explained()

    assert "5 percent change is more than 0, up to 5 (our own judgment)\n" in shown
    assert "(wage_now 21 - wage_then 20) ÷ wage_then 20 × 100\n" in shown
    assert "For more: more than 5 gives 2\n" in shown


def test_what_is_done_to_a_score_is_told_step_by_step() -> None:
    shown = explained()

    assert (
        "    = highest of 1 = 1\n"
        "    Points for the score: 1 is more than 0.5 gives 3\n"
        "    Rounded to 0 decimals, half up: 3 → 3\n"
    ) in shown


def test_an_answer_without_what_must_back_it_says_so() -> None:
    rows = said(FACTS, "--nodes", "all")

    reason = "answered, but it does not count: it needs the address of a page (https://…)"
    assert f'second,,unknown,,0,1,0,0,,"{reason}"' in rows


def test_a_node_that_is_held_back_says_what_it_waits_for() -> None:
    facts = without(FACTS, "first", "site/")
    shown = explained(f"{facts}Elm,,safe,yes,\nElm,,clean,10,\n")
    rows = said(f"{facts}Elm,,safe,yes,\nElm,,clean,10,\n", "--nodes", "all")

    assert "    Held back: 100 → 0 (low end, over what is known)\n" in shown
    assert "    Held back: it counts only with all points of first\n" in shown
    assert "sites,,value,0,0,100,1,0,,held back: it counts only with all points of first" in rows


def test_a_place_in_a_cohort_is_a_calculation_with_its_numbers() -> None:
    Path("compared.yaml").write_text(COMPARED)
    Path("all.csv").write_text("employer,pay\nA,15\nB,18\nC,22\nD,30\n")
    call("cohort", "compared.yaml", "all.csv", "--out", "cohort.json")

    shown = call("score", "compared.yaml", "all.csv", "--cohort", "cohort.json", "--explain", "B")
    edge = call("score", "compared.yaml", "all.csv", "--cohort", "cohort.json", "--explain", "D")

    assert "    0 + (18 - 18) ÷ (22 - 18) × (10 - 0) = 0\n" in shown.out
    assert "    30 is compared as 22\n    0 + (22 - 18) ÷ (22 - 18) × (10 - 0) = 10\n" in edge.out
    assert "Compared with the cohort " in shown.out


def test_the_page_of_a_standard_shows_every_word_it_uses() -> None:
    shown = " ".join(call("rubric", "show", METHODS).out.split())

    for line in (
        "Score: a ladder: each rung counts once those before it are complete.",
        "Score: the geometric mean of the shares of the most points, out of 100.",
        "Scored for each site, each by its workers. Over these: the weighted mean of their",
        "Counts only with all points of first.",
        "Score: the sum, each times its weight, starting at 10.",
        "The score is no less than 0.",
        "The score goes on rounded to 0 decimals, half up.",
        "1 point: met – Yes (needs the address of a page (https://…))",
        "-4 points: major – Major",
        "1 point: at 75000",
        "1 point: more than 0, up to 5",
        "Or give its parts: (wage_now - wage_then) ÷ wage_then.",
    ):
        assert line in shown
