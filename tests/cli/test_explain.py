import re
from fractions import Fraction
from pathlib import Path

import pytest

from tests.cli.calling import CAFES, WAGES, call

FACTS = (
    "employer,part,criterion,answer,grade,profile.place,profile.tipped_workers\n"
    "Elm Cafe,,lowest_rate,18,E2,TX,TRUE\n"
    "Elm Cafe,,raises,60,E2,,\n"
    "Elm Cafe,,W3,written;shared,E3,,\n"
    "Elm Cafe,,notice_days,unknown,,,\n"
)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def explained(facts: str, rubric: Path = CAFES, employer: str = "Elm Cafe") -> str:
    Path("facts.csv").write_text(facts)
    options = ("--on", "2026-03-01", "--parameters", WAGES, "--explain", employer)
    result = call("score", rubric, "facts.csv", *options)
    assert result.code == 0, result.err
    return result.out


def test_a_score_can_be_followed_from_the_answer_to_the_level() -> None:
    shown = explained(FACTS)

    hashed = re.search(r"[0-9a-f]{64}", shown)
    assert hashed is not None
    assert shown.replace(hashed[0], "HASH") == (
        "Elm Cafe\n"
        "cafes@2026.1, scored for 2026-03-01\n"
        "Scoring main, scoring hash HASH\n"
        "\n"
        "Score: 45 to 85 of 100. Over what is known: 75.\n"
        "Of the weight, 60% is answered, 60% with evidence of grade E2 or better, "
        "12% with E3 or better.\n"
        "Level: Not enough known: evidence of grade E2 or better is 60%, needs 80% or more for "
        "any level; 1 critical violation is not checked. Could reach: Fair.\n"
        "\n"
        "Fair: not reached\n"
        "  open: total is 45 to 85, needs 70 or more\n"
        "  for: wages is 75, needs 50 or more\n"
        "  open: scheduling is 0 to 100, needs 50 or more\n"
        "  open: evidence of grade E2 or better is 60%, needs 80% or more\n"
        "  against: 1 critical violation not checked\n"
        "\n"
        "Critical violations\n"
        "  not checked:\n"
        "    wages_unpaid: Does the employer owe wages that an agency ordered it to pay?\n"
        "\n"
        "Total: 45 to 85 of 100\n"
        "  = (60×75/100 + 40×0/100) ÷ 100 × 100 = 45 (low end)\n"
        "  = (60×75/100 + 40×100/100) ÷ 100 × 100 = 85 (high end)\n"
        "  wages: 75 of 100 (60% of the total)\n"
        "    = (50×1/2 + 30×2/2 + 20×2/2) ÷ 100 × 100 = 75\n"
        "    pay_ratio: 1 of 2 points, weight 50 (30% of the total), evidence E2\n"
        "      0.9 is 0.8 or more, under 1 (our own judgment)\n"
        "      lowest_rate 18 ÷ living_wage 20\n"
        "      used: living_wage 20 dollars an hour in Texas, since 2026-01-01, "
        "as of 2026-01-12. SAMPLE wage board\n"
        "      For more: 1 or more gives 2\n"
        "    raises: 2 of 2 points, weight 30 (18% of the total), evidence E2\n"
        "      60 percent is 50 or more (our own judgment)\n"
        "    W3, tips: 2 of 2 points, weight 20 (12% of the total), evidence E3\n"
        "      2 of 2 boxes is 2 or more (our own judgment)\n"
        "  scheduling: 0 to 100 of 100 (40% of the total)\n"
        "    = (50×0/2 + 50×0/2) ÷ 100 × 100 = 0 (low end)\n"
        "    = (50×2/2 + 50×2/2) ÷ 100 × 100 = 100 (high end)\n"
        "    notice_days: 0 to 2 of 2 points, weight 50 (20% of the total)\n"
        "      Unknown: looked, not found\n"
        "    Not asked yet, 0 to 2 of 2 points: on_call (weight 50)\n"
    )


def test_every_sum_that_is_printed_comes_out() -> None:
    sums = re.findall(r"= \((.*)\) ÷ ([0-9.]+) × ([0-9.]+) = ([0-9.]+)", explained(FACTS))

    for terms, weights, scale, result in sums:
        parts = [re.split("[×/]", term) for term in terms.split(" + ")]
        added = sum(Fraction(one[0]) * Fraction(one[1]) / Fraction(one[2]) for one in parts)
        assert added / Fraction(weights) * Fraction(scale) == Fraction(result)
    assert len(sums) == 5


def test_titles_stand_before_the_ids() -> None:
    Path("facts.csv").write_text("employer,sched_notice_days\nElm,14\n")

    shown = call("score", "restaurants_us", "facts.csv", "--explain", "Elm").out

    assert "Restaurants, United States (restaurants_us@" in shown
    assert "Notice of schedule (sched_notice_days): 3 of 4 points" in shown
    assert shown.count("against: 9 critical violations not checked") == 3


def test_a_total_that_is_only_low_so_far_is_no_verdict() -> None:
    shown = explained("employer,raises\nElm Cafe,60\n")
    level = next(line for line in shown.splitlines() if line.startswith("Level:"))

    assert level.startswith("Level: Not enough known: evidence of grade E2 or better is 0%")
    assert "total" not in level


def test_a_found_violation_is_told_even_while_evidence_is_short() -> None:
    shown = explained("employer,raises,wages_unpaid\nElm Cafe,60,found\n")

    assert "critical violation found: wages_unpaid" in shown
    assert "  against: wages_unpaid: found" in shown


def test_a_figure_that_waits_for_a_part_says_which() -> None:
    rubric = Path("mine.yaml")
    part = "{criterion: tips_paid, ask: How much in tips?, answer: usd_per_hour}"
    text = CAFES.read_text().replace("to:\n          - living_wage", f"to:\n          - {part}")
    rubric.write_text(text)

    shown = explained("employer,lowest_rate\nElm Cafe,18\n", rubric)

    assert "      Not asked yet: tips_paid\n" in shown


def test_a_declared_level_says_until_when() -> None:
    shown = explained("employer,raises,committed\nElm Cafe,60,2026-12-31\n")

    assert "Level: Committed: declared, until 2026-12-31. Could reach: Fair.\n" in shown


def test_nothing_that_applies_is_no_score() -> None:
    rubric = Path("tips.yaml")
    rubric.write_text(
        "rubric: tips\nedition: 2026.1\ncriteria:\n"
        "  - {criterion: kept, ask: Do workers keep tips?, answer: yes_no, applies: {tips: yes}}\n"
    )

    shown = explained("employer,kept,profile.tips\nElm Cafe,,no\n", rubric)

    assert "Score: does not apply." in shown
    assert "Total: does not apply" in shown


def test_every_part_of_an_employer_is_told_apart() -> None:
    facts = "employer,part,raises\nElm Cafe,site/a,60\nElm Cafe,site/b,40\nOak,,60\n"

    shown = explained(facts)

    assert [line for line in shown.splitlines() if line.startswith(("Elm", "Oak"))] == [
        "Elm Cafe, site/a",
        "Elm Cafe, site/b",
    ]


def test_a_rounded_method_shows_the_exact_score_and_the_published_one() -> None:
    rubric = Path("rounded.yaml")
    rounding = "rounding: {digits: 1, ties: half_even}\n\ndimensions:"
    rubric.write_text(CAFES.read_text().replace("dimensions:", rounding, 1))

    shown = explained("employer,notice_days,on_call,raises\nElm Cafe,7,paid,60\n", rubric)

    assert "Published with 1 decimal, ties half even: " in shown


def test_a_level_that_is_not_reached_tells_both_ends_of_the_total() -> None:
    Path("two.yaml").write_text(
        "rubric: two\nedition: 2026.1\n"
        "criteria:\n"
        "  - {criterion: soup, weight: 50, ask: Soup?, answer: yes_no}\n"
        "  - {criterion: tea, weight: 50, ask: Tea?, answer: yes_no}\n"
        "levels: [{level: good, from: {total: 60}}]\n"
    )
    shown = explained("employer,soup,tea\nElm Cafe,no,unknown\n", Path("two.yaml"))
    level = next(line for line in shown.splitlines() if line.startswith("Level:"))

    assert "total is 0 to 50, needs 60 or more" in level
