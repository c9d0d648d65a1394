"""Words, ids and weights that are wrong: what the checker says, on which line, and what to do."""

import pytest

from tests.pure.rubrics.factories import SMALL, Change, faults_after, faults_of, load

ID = "Use small letters a to z, digits and _, starting with a letter; 80 at most."
ONLY = "small letters a to z, digits and _ only."
NUMBER = "Write it as 7, 7.25 or -1."
ALONE = "Write the number alone, without a sign."
COMMA = "Use a point for decimals (7.25), and nothing between thousands (1000)."
DIGITS = "A number has at most 15 digits before the point and 12 after it."
EDITION = "Write the year and a number: 2026.1"
LIST = "Put each entry on a line of its own that starts with a dash."
EMPTY = "Write its value after the colon, or leave the word out. A # starts a note."
CHANGE = "Change them, or leave all of them out."
KNOWN = "See the list of words in docs/rubric-language.md."
DAYS_POINTS = """\
        points:
          - {under: 7, gives: 0}
          - {from: 7, gives: 2}
"""


WORDS: dict[str, tuple[Change, str]] = {
    "unknown": (
        ("rubric: corner_cafes", "rubric: corner_cafes\nzebra: us"),
        f"line 2: 'zebra' is not a word of the top of the file. {KNOWN}",
    ),
    "with no space after its colon": (
        ("basis: law", "basis:law"),
        (
            "line 14: There is no space after the colon of 'basis'. "
            "Put a space after the colon: basis: law."
        ),
    ),
    "of another place": (
        ("gives: 12 months", "gives: 12 months\n    weight: 3"),
        f"line 47: 'weight' is not a word of a level. {KNOWN}",
    ),
    "without a value": (
        ("weight: 60", "weight: # 60"),
        f"line 5: 'weight' is empty. {EMPTY}",
    ),
    "with a list for a value": (
        ("weight: 60", "weight: [60]"),
        (
            "line 5: 'weight' must be one text, not a list or group. "
            "Write its value on the same line, after the colon."
        ),
    ),
    "rubric forgotten": (
        ("rubric: corner_cafes\n", ""),
        "line 1: The top of the file has no 'rubric'. Add rubric: …",
    ),
    "ask forgotten": (
        ("        ask: Do you use on-call shifts?\n", ""),
        "line 28: A criterion has no 'ask'. Add ask: …",
    ),
    "points not a list": (
        (DAYS_POINTS, "        points: {under: 7, gives: 0}\n"),
        f"line 23: 'points' must be a list. {LIST}",
    ),
    "points empty": (
        (DAYS_POINTS, "        points:\n"),
        f"line 23: 'points' must be a list. {LIST}",
    ),
    "dimension without words": (
        ("  - dimension: wages", "  - fairness\n  - dimension: wages"),
        (
            "line 4: An entry of 'dimensions' is not made of words and values. "
            "Write it as '- word: value'."
        ),
    ),
    "levels not a group": (
        ("from: {total: 50}", "from: 50"),
        "line 48: 'from' must have words and values. Write it as from: {word: value}.",
    ),
    "evidence not an id": (
        ("[payroll_export]", "Payroll export"),
        f"line 15: 'Payroll export' in 'evidence' is not an id. Write payroll_export: {ONLY}",
    ),
    "evidence empty": (
        ("[payroll_export]", ""),
        f"line 15: An empty entry or a group in 'evidence' is not an id. {ID}",
    ),
}

WEIGHTS: dict[str, tuple[Change, str]] = {
    "zero": (
        ("weight: 60", "weight: 0"),
        "line 5: A weight must be above 0. Leave out what does not count.",
    ),
    "negative": (
        ("weight: 60", "weight: -1"),
        "line 5: A weight must be above 0. Leave out what does not count.",
    ),
    "not a number": (
        ("weight: 60", "weight: .nan"),
        f"line 5: 'weight: .nan' is not a number. {NUMBER}",
    ),
    "infinite": (
        ("weight: 60", "weight: .inf"),
        f"line 5: 'weight: .inf' is not a number. {NUMBER}",
    ),
    "in powers of ten": (
        ("weight: 60", "weight: 6e1"),
        f"line 5: 'weight: 6e1' is not a number. {NUMBER}",
    ),
    "in digits of another script": (
        ("weight: 60", "weight: ٦٠"),
        f"line 5: 'weight: ٦٠' is not a number. {NUMBER}",
    ),
    "with a percent sign": (
        ("weight: 60", "weight: 60%"),
        f"line 5: 'weight: 60%' is not a number. {ALONE}",
    ),
    "with a comma": (
        ("weight: 60", "weight: 60,0"),
        f"line 5: 'weight: 60,0' is not a number. {COMMA}",
    ),
    "too long": (
        ("weight: 60", "weight: 99999999999999999999"),
        f"line 5: 'weight: 99999999999999999999' is not a number. {DIGITS}",
    ),
    "99 together": (
        ("weight: 60", "weight: 59"),
        f"line 1: The weights here add up to 99, not 100: wages 59, scheduling 40. {CHANGE}",
    ),
    "almost 100 together": (
        ("weight: 60", "weight: 59.999999999999"),
        (
            "line 1: The weights here add up to 99.999999999999, not 100: "
            f"wages 59.999999999999, scheduling 40. {CHANGE}"
        ),
    ),
    "missing on a dimension": (
        ("    weight: 60\n", ""),
        "line 4: 'wages' has no weight, but others beside it have one. Give it one.",
    ),
    "missing on a criterion": (
        ("        weight: 50\n", ""),
        "line 19: 'notice_days' has no weight, but others beside it have one. Give it one.",
    ),
    "without points": (
        (DAYS_POINTS, ""),
        (
            "line 19: 'notice_days' has a weight but no 'points', so it is not scored. "
            "Add points: …, or leave the weight out."
        ),
    ),
}

IDS: dict[str, tuple[Change, str]] = {
    "twice": (
        ("criterion: openings", "criterion: on_call"),
        "line 36: The id 'on_call' is used twice; first on line 28. Use another id.",
    ),
    "malformed": (
        ("criterion: openings", "criterion: Open-ings"),
        f"line 36: 'Open-ings' cannot be an id. Write open_ings: {ONLY}",
    ),
    "in another script": (
        ("criterion: openings", "criterion: añadidos"),
        f"line 36: 'añadidos' cannot be an id. Write anadidos: {ONLY}",
    ),
    "in another alphabet": (
        ("criterion: openings", "criterion: ставки"),  # letters that look alike
        f"line 36: 'ставки' cannot be an id. {ID}",
    ),
    "too long": (
        ("criterion: openings", f"criterion: {'a' * 81}"),
        f"line 36: '{'a' * 60}…' cannot be an id. {ID}",
    ),
    "missing": (
        ("criterion: openings\n        ", ""),
        "line 36: A criterion has no 'criterion'. Add criterion: …",
    ),
    "kept for the score": (
        ("criterion: openings", "criterion: total"),
        "line 36: 'total' is kept for something else. Use another id.",
    ),
    "kept for a column of facts": (
        ("criterion: openings", "criterion: employer"),
        "line 36: 'employer' is kept for something else. Use another id.",
    ),
    "of a parameter": (
        ("criterion: openings", "criterion: living_wage"),
        "line 36: 'living_wage' is the id of a parameter or a named number. Use another id.",
    ),
    "of a named number": (
        ("criterion: openings", "criterion: weeks_per_year"),
        "line 36: 'weeks_per_year' is the id of a parameter or a named number. Use another id.",
    ),
    "of an edition without a number": (
        ("2026.1", "2026"),
        f"line 2: '2026' is not an edition. {EDITION}",
    ),
    "of an edition that is null": (
        ("2026.1", "2026.0"),
        f"line 2: '2026.0' is not an edition. {EDITION}",
    ),
    "of an edition of no year": (
        ("2026.1", "0000.1"),
        f"line 2: '0000.1' is not an edition. {EDITION}",
    ),
    "of an edition in another script": (
        ("2026.1", "٢٠٢٦.1"),
        f"line 2: '٢٠٢٦.1' is not an edition. {EDITION}",
    ),
    "of an unknown critical violation": (
        ("[wages_unpaid]", "[wage_unpaid]"),
        (
            "line 19: 'notice_days' names the critical violation 'wage_unpaid', "
            "which is not in the list. Did you mean 'wages_unpaid'?"
        ),
    ),
    "of an unknown level that a violation allows": (
        ("source: State records", "source: State records\n    allows: far"),
        "line 40: 'allows: far' is not a level with conditions. Did you mean 'fair'?",
    ),
}

ALL = [
    pytest.param(*fault, id=f"{kind} {name}")
    for kind, faults in {"words": WORDS, "weights": WEIGHTS, "ids": IDS}.items()
    for name, fault in faults.items()
]


@pytest.mark.parametrize(("change", "expected"), ALL)
def test_a_fault_says_what_is_wrong_and_where_and_what_to_do(change: Change, expected: str) -> None:
    assert faults_after(change) == [expected]


def test_every_fault_is_named_at_once_in_the_order_of_the_file() -> None:
    found = faults_after(
        ("on_call: never}", "on_cal: never}"),
        ("total: 50", "total: 75"),
        ("weight: 60", "weight: 59"),
        ("answer: days", "answer: dais"),
    )

    assert [fault.split(":")[0] for fault in found] == ["line 1", "line 22", "line 47", "line 50"]


def test_a_misspelt_word_is_named_with_the_nearest_one() -> None:
    found = faults_after(("weight: 60", "weihgt: 60"))

    assert found == [
        "line 4: 'wages' has no weight, but others beside it have one. Give it one.",
        "line 5: 'weihgt' is not a word of a dimension. Did you mean 'weight'?",
    ]


def test_a_malformed_id_is_named_once_and_never_suggested() -> None:
    found = faults_after(
        ("criterion: notice_days", "criterion: Notice Days"),
        ("notice_days: 14", "notice_days: 14, Notice Days: 14, on_cal: never"),
        ("from: {total: 70,", "from: {notice_days: 1, total: 70,"),
    )

    assert found == [
        f"line 19: 'Notice Days' cannot be an id. Write notice_days: {ONLY}",
        (
            "line 50: The test answers 'Notice Days', which is not asked. "
            "Did you mean 'notice_days'?"
        ),
        "line 50: The test answers 'on_cal', which is not asked. Did you mean 'on_call'?",
    ]


def test_an_id_that_cannot_be_mended_is_never_suggested() -> None:
    found = faults_after(
        ("criterion: openings", "criterion: 2nd shift"),
        ("lowest_pay: 18,", "2nd_shift: 5, lowest_pay: 18,"),
    )

    assert found == [
        f"line 36: '2nd shift' cannot be an id. {ID}",
        (
            "line 50: The test answers '2nd_shift', which is not asked. "
            "Use the id of a question, or profile. and the name of a fact."
        ),
    ]


def test_a_standard_without_points_has_nothing_to_score() -> None:
    found = faults_of(SMALL[: SMALL.index("dimensions:")])

    assert found == [
        (
            "line 1: The standard has nothing to score. "
            "Add criteria: with at least one criterion that has points."
        )
    ]


def test_500_criteria_with_figures_of_their_own_can_be_checked() -> None:
    points = "[{under: 1, gives: 0}, {from: 1, gives: 1}]"
    criteria = "".join(
        f"  - {{criterion: c{number}, ask: Q, answer: ratio, points: {points}, "
        f"of: [{{criterion: of{number}, ask: Q, answer: people}}], to: [of0]}}\n"
        for number in range(500)
    )

    rubric = load(f"rubric: r\nedition: 2026.1\ncriteria:\n{criteria}")

    assert len(list(rubric.questions())) == 1_000
