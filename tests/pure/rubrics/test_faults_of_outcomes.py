"""Levels, tests and scorings that are wrong: what the checker says, where, and what to do."""

import pytest

from tests.pure.rubrics.factories import Change, a_rubric, faults_after

NUMBER = "Write it as 7, 7.25 or -1."
LESS = "Ask for less, or look at the points."
PAY_POINTS = """\
        points:
          - {under: 15, gives: 0}
          - {from: 15, gives: 1}
          - {from: 18, gives: 2, basis: law, source: City code}
"""


LOWER = "Where less is better, 'zero' would read what is not known as the best. Leave 'when' out."
LEVELS: dict[str, tuple[Change, str]] = {
    "that asks for an impossible total": (
        ("total: 70", "total: 101"),
        f"line 44: The level 'fair' asks for total 101, but 100 is the most there is. {LESS}",
    ),
    "that asks for an impossible dimension": (
        ("each_dimension: 50", "each_dimension: 500"),
        (
            f"line 44: The level 'fair' asks for each_dimension 500, but 100 is the most "
            f"there is. {LESS}"
        ),
    ),
    "that asks for impossible points": (
        ("total: 70", "lowest_pay: 2.5"),
        f"line 44: The level 'fair' asks for lowest_pay 2.5, but 2 is the most there is. {LESS}",
    ),
    "that asks for more than everything": (
        ("coverage: 80", "coverage: 101"),
        "line 44: The level 'fair' asks for coverage 101, but that is a percent. Write 0 to 100.",
    ),
    "below an easier one": (
        ("total: 50", "total: 75"),
        (
            "line 47: 'basic' asks for more (total 75) than 'fair' above it (70). "
            "List the highest level first."
        ),
    ),
    "that nothing fits": (
        ("from: {total: 50}", "from: {total: 50}\n    at_most: {total: 40}"),
        (
            "line 47: No total fits both 'from' and 'at_most' of the level 'basic'. "
            "Leave one of them out."
        ),
    ),
    "that names an unknown id": (
        ("total: 70", "wags: 70"),
        "line 44: The level 'fair' names 'wags', which is not scored. Did you mean 'wages'?",
    ),
    "that names what is not scored": (
        ("total: 70", "openings: 70"),
        (
            "line 44: The level 'fair' names 'openings', which is not scored. "
            "Name total, each_dimension, coverage, confirmed, answered, or what has points."
        ),
    ),
    "with a word for a number": (
        ("total: 70", "total: much"),
        f"line 45: 'total' in 'from' needs a number. {NUMBER}",
    ),
    "with a time that is none": (
        ("gives: 12 months", "gives: ١٢ months"),
        "line 46: 'gives: ١٢ months' of a level is not a time. Write it as gives: 12 months.",
    ),
    "declared with conditions": (
        ("from: {total: 50}", "from: {total: 50}\n    answer: date"),
        "line 47: 'basic' is declared, so it has no conditions. Leave 'from' or 'answer' out.",
    ),
    "declared with a number": (
        ("from: {total: 50}", "answer: days"),
        "line 48: 'answer' cannot be 'days'. Use date or yes_no.",
    ),
    "that goes before the score undeclared": (
        ("from: {total: 50}", "from: {total: 50}\n    overrides: yes"),
        "line 47: Only a declared level can go before the score. Add answer: yes_no.",
    ),
}

TESTS: dict[str, tuple[Change, str]] = {
    "that answers an unknown id": (
        ("on_call: never}", "on_cal: never}"),
        "line 50: The test answers 'on_cal', which is not asked. Did you mean 'on_call'?",
    ),
    "that expects an unknown id": (
        ("gives: {wages:", "gives: {wage:"),
        "line 50: The test expects 'wage', which is not scored. Did you mean 'wages'?",
    ),
    "that expects an unknown level": (
        ("level: fair}", "level: gold}"),
        (
            "line 50: The test expects the level 'gold', which is not in the file. "
            "Use fair, basic, no_level or not_enough_known."
        ),
    ),
    "that expects nothing": (
        ("    gives: {wages: 100, total: 100, level: fair}\n", ""),
        "line 50: The test does not say what it gives. Add gives: {total: …, level: …}.",
    ),
    "that expects a word": (
        ("total: 100", "total: most"),
        f"line 52: What 'total' gives in a test must be a number, or [low, high]. {NUMBER}",
    ),
    "that expects a range upside down": (
        ("total: 100", "total: [90, 80]"),
        (
            "line 52: What 'total' gives in a test must be a number, or [low, high]. "
            "Write one number, or [low, high], low first."
        ),
    ),
    "that expects two levels": (
        ("level: fair}", "level: [fair, basic]}"),
        "line 52: 'level' in a test is a list or group. Write one text or number.",
    ),
    "on a day that never was": (
        ("{lowest_pay: 18,", "{on: 2026-02-30, lowest_pay: 18,"),
        "line 50: 'on: 2026-02-30' in a test is not a date. Write it as 2026-03-01.",
    ),
}

READINGS: dict[str, tuple[Change, str]] = {
    "less is better, and unknown is the best": (
        ("edition: 2026.1", "edition: 2026.1\nbetter: lower\nwhen: {missing: zero}"),
        f"line 4: {LOWER}",
    ),
    "less is better, and a scoring reads unknown as the best": (
        (
            "edition: 2026.1",
            "edition: 2026.1\nbetter: lower\nscorings:\n  - {scoring: s, when: {missing: zero}}",
        ),
        f"line 5: {LOWER}",
    ),
    "a scoring leaves nothing": (
        ("tests:", "scorings:\n  - {scoring: none, weight: {wages: 0, scheduling: 0}}\ntests:"),
        "line 50: The scoring 'none' leaves nothing to score. Let at least one weight be above 0.",
    ),
    "a scoring leaves empty dimensions": (
        (
            "tests:",
            (
                "scorings:\n"
                "  - {scoring: none, weight: {wages: 0, notice_days: 0, on_call: 0}}\ntests:"
            ),
        ),
        "line 50: The scoring 'none' leaves nothing to score. Let at least one weight be above 0.",
    ),
    "a scoring weighs an unknown id": (
        ("tests:", "scorings:\n  - {scoring: other, weight: {wagess: 0}}\ntests:"),
        "line 50: The scoring 'other' weighs 'wagess', which is not scored. Did you mean 'wages'?",
    ),
    "a scoring weighs below zero": (
        ("tests:", "scorings:\n  - {scoring: other, weight: {wages: -1}}\ntests:"),
        "line 50: The weight of 'wages' is below 0. Write 0 to leave it out.",
    ),
    "a scoring is called main": (
        ("tests:", "scorings:\n  - {scoring: main}\ntests:"),
        "line 50: The scoring 'main' is there already. Use another id.",
    ),
    "rounding to half a digit": (
        ("tests:", "rounding: {digits: 0.5}\ntests:"),
        (
            "line 49: 'rounding' does not say to how many digits. "
            "Add digits: and a whole number from 0 to 12."
        ),
    ),
    "a scale of nothing": (
        ("    weight: 60", "    weight: 60\n    out_of: 0"),
        "line 6: 'out_of' must be above 0. Leave it out for a scale of 100.",
    ),
    "a mean of what is not known to combine": (
        ("    weight: 60", "    weight: 60\n    combine: meen"),
        "line 6: 'combine' cannot be 'meen'. Did you mean 'mean'?",
    ),
}

ALL = [
    pytest.param(*fault, id=f"{kind} {name}")
    for kind, faults in {"levels": LEVELS, "tests": TESTS, "readings": READINGS}.items()
    for name, fault in faults.items()
]


@pytest.mark.parametrize(("change", "expected"), ALL)
def test_a_fault_says_what_is_wrong_and_where_and_what_to_do(change: Change, expected: str) -> None:
    assert faults_after(change) == [expected]


def test_a_sum_that_is_open_above_has_no_share_in_a_mean() -> None:
    found = faults_after(
        ("    weight: 60\n", "    weight: 60\n    combine: sum\n"),
        ("        weight: 100\n", ""),
        (PAY_POINTS, "        range: {from: 0}\n"),
    )

    assert found == [
        (
            "line 4: 'wages' has no most points, so no share can be taken of it. "
            "Give every range in it an upper end ('under'), or write combine: sum above it."
        )
    ]


def test_a_sum_that_can_fall_below_zero_has_no_share_in_a_mean() -> None:
    found = faults_after(
        ("    weight: 60\n", "    weight: 60\n    combine: sum\n"),
        ("        weight: 100\n", ""),
        ("{under: 15, gives: 0}", "{under: 15, gives: -3}"),
        ("each_dimension: 50", "each_dimension: 1"),
    )

    assert [fault.split(",")[0] for fault in found] == ["line 4: 'wages' can give points below 0"]


def test_what_is_highest_weighs_nothing() -> None:
    found = faults_after(
        ("        weight: 50\n", ""),
        ("        weight: 50\n", ""),
        ("each_dimension: 50", "each_dimension: 2"),
        (
            "  - dimension: wages\n    weight: 60",
            "  - dimension: wages\n    weight: 60\n    combine: max",
        ),
    )

    assert found == ["line 8: 'lowest_pay' has a weight, but only a mean weighs. Leave it out."]


def test_the_scale_of_a_mean_belongs_to_a_mean() -> None:
    found = faults_after(
        ("    weight: 40", "    weight: 40\n    combine: max\n    out_of: 10"),
        ("        weight: 50\n", ""),
        ("        weight: 50\n", ""),
        ("each_dimension: 50", "each_dimension: 2"),
    )

    assert found == ["line 19: 'out_of' says nothing about a max. Leave it out here."]


@pytest.mark.parametrize("combine", ["min", "max", "ladder", "median", "all", "any"])
def test_a_scoring_weighs_nothing_where_there_is_no_mean(combine: str) -> None:
    found = faults_after(
        ("    weight: 40", f"    weight: 40\n    combine: {combine}"),
        ("        weight: 50\n", ""),
        ("        weight: 50\n", ""),
        ("each_dimension: 50", "each_dimension: 1"),
        ("tests:", "scorings:\n  - {scoring: other, weight: {notice_days: 2, on_call: 0}}\ntests:"),
    )

    assert found == [
        (
            "line 49: The scoring 'other' weighs 'notice_days', but only a mean weighs. "
            "Leave it out, or write 0 so that it does not count."
        )
    ]


def test_a_scoring_leaves_out_a_part_of_a_sum() -> None:
    rubric = a_rubric(
        ("    weight: 40", "    weight: 40\n    combine: sum"),
        ("        weight: 50\n", ""),
        ("        weight: 50\n", ""),
        ("each_dimension: 50", "each_dimension: 1"),
        ("tests:", "scorings:\n  - {scoring: other, weight: {on_call: 0, wages: 30}}\ntests:"),
    )

    assert [scoring.id for scoring in rubric.scorings] == ["other"]
