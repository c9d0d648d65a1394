from pathlib import Path

import pytest

from tests.cli.calling import CAFES, WAGES, Result, call

FACTS = (
    "employer,part,criterion,answer,grade,profile.place,profile.tipped_workers,profile.headcount\n"
    "Elm Cafe,,lowest_rate,14,E2,TX,TRUE,12\n"
    "Elm Cafe,,raises,60,E1,,,\n"
    "Elm Cafe,,W3,written,E3,,,\n"
    "Elm Cafe,,notice_days,unknown,,,,\n"
)
COSTS = (
    "criterion,do,answer,cost,per\npay_ratio,improve,1,2,worker\n,prove,,0.5,\non_call,,,never,\n"
)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def planned(*more: str, facts: str = FACTS, costs: str = COSTS) -> Result:
    Path("facts.csv").write_text(facts)
    Path("costs.csv").write_text(costs)
    options = ("--on", "2026-03-01", "--parameters", WAGES)
    return call("plan", CAFES, "facts.csv", *options, *more)


def test_a_plan_tells_every_gain_and_the_cheapest_path() -> None:
    shown = planned("--once-checked")

    assert shown.code == 0, shown.err
    assert shown.out == (
        "Elm Cafe\n"
        "cafes@2026.1, scored for 2026-03-01\n"
        "Score: 24 to 64 of 100.\n"
        "Level: Not enough known: evidence of grade E2 or better is 42%, "
        "needs 80% or more for any level.\n"
        "\n"
        "What each better answer gains, taken alone\n"
        "  notice_days: 0 to 2 of 2 points, to be found out\n"
        "    7 or more, under 14: up to +10, total 34\n"
        "    14 or more: up to +20, total 44\n"
        "  pay_ratio: 0 of 2 points\n"
        "    0.8 or more, under 1: +15, total 39\n"
        "    1 or more: +30, total 54\n"
        "  on_call: 0 to 2 of 2 points, to be found out\n"
        "    'Yes, paid': up to +10, total 34\n"
        "    'Never': up to +20, total 44\n"
        "  W3, tips: 1 of 2 points\n"
        "    2 or more boxes: +6, total 30\n"
        "\n"
        "The cheapest path to Fair: 3 steps, cost 3\n"
        "  1. pay_ratio: come to 1 or more; cost 1\n"
        "  2. raises: show the records (E2); cost 1\n"
        "  3. on_call: find out, and it is 'Never'; cost 1\n"
        "  Then: score 74 to 94 of 100, level Fair.\n"
        "\n"
        "A better answer counts as seen in records (E2). "
        "What has to be found out may turn out to be less; then the path is longer.\n"
    )


def test_what_nobody_has_looked_into_is_named_as_the_reason() -> None:
    assert "No path to Fair\n  wages_unpaid: not checked\n" in planned().out


def test_the_costs_of_the_employer_decide() -> None:
    shown = planned("--once-checked", "--costs", "costs.csv")

    assert shown.code == 0, shown.err
    assert "on_call: find out" not in shown.out
    assert "1. pay_ratio: come to 1 or more; cost 24\n" in shown.out
    assert "2. raises: show the records (E2); cost 0.5\n" in shown.out


def test_a_level_that_costs_cannot_reach_says_what_is_missing() -> None:
    costs = "criterion,cost\npay_ratio,never\ntips,never\n"

    shown = planned("--once-checked", "--costs", "costs.csv", costs=costs)

    assert shown.out.endswith(
        "No path to Fair\n"
        "  at its best, total is 64, needs 70 or more\n"
        "  at its best, wages is 40, needs 50 or more\n"
    )


def test_several_employers_have_to_be_told_apart() -> None:
    shown = planned(facts=f"{FACTS}Oak,,raises,60,E1,TX,TRUE,3\n")

    assert shown.code == 1
    assert shown.err == (
        "The facts hold several employers: say which with --employer. It has: Elm Cafe, Oak\n"
    )


def test_an_employer_that_is_not_there_is_named() -> None:
    shown = planned("--employer", "Elm Caffe")

    assert shown.code == 1
    assert "The facts hold no employer 'Elm Caffe'. Did you mean 'Elm Cafe'?" in shown.err


def test_a_table_of_costs_has_every_fault_named() -> None:
    costs = (
        "criterion,do,answer,cost,per\n"
        "pay_rato,improve,,1,\n"
        "notice_days,improve,soon,1,\n"
        "notice_days,improvve,,1,\n"
        "notice_days,,,-1,\n"
        "notice_days,,,two,worker\n"
        "notice_days,,,2,workers\n"
    )

    shown = planned("--costs", "costs.csv", costs=costs)

    assert shown.code == 1
    assert shown.err == (
        "costs.csv has 6 faults:\n"
        "line 2: The standard does not ask 'pay_rato'. Did you mean 'pay_ratio'?\n"
        "line 3: 'soon' is not a number of days. Write one plain number, such as 7 or 7.25.\n"
        "line 4: 'improvve' is not something to do. Did you mean 'improve'?\n"
        "line 5: '-1' is not a cost. Write 0 or more. Or write never.\n"
        "line 6: 'two' is not a cost. Write it as 7, 7.25 or -1. Or write never.\n"
        "line 7: 'workers' is not a 'per'. Did you mean 'worker'?\n"
    )


def test_a_column_that_costs_do_not_have_is_named() -> None:
    shown = planned("--costs", "costs.csv", costs="criterion,price\npay_ratio,1\n")

    assert shown.err == (
        "costs.csv has 2 faults:\n"
        "line 1: 'price' is not a column of a table of costs. "
        "Use criterion, do, answer, cost or per.\n"
        "line 1: The table has no column 'cost'. Add it.\n"
    )


def test_a_cost_for_each_worker_needs_their_number() -> None:
    shown = planned("--costs", "costs.csv", facts=FACTS.replace("TX,TRUE,12", "TX,TRUE,"))

    assert shown.code == 1
    assert (
        "profile.headcount: A cost is given per worker, but nobody says how many there are. "
        "Add the number, or give the whole cost."
    ) in shown.err


def test_a_tally_is_bettered_by_finding_nothing() -> None:
    Path("finds.yaml").write_text(
        "rubric: finds\nedition: 2026.1\ncombine: sum\nstart: 10\ncriteria:\n"
        "  - criterion: violations\n    ask: What was found?\n    answer: tally\n"
        "    points: [{answer: minor, gives: -1}, {answer: major, gives: -4}]\n"
    )
    Path("facts.csv").write_text("employer,violations\nElm,minor*3; major\n")

    shown = call("plan", "finds.yaml", "facts.csv").out

    assert "  violations: -7 of 0 points\n    nothing found: +7, total 10\n" in shown
