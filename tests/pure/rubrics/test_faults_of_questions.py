"""Bands and answers that are wrong: what the checker says, on which line, and what to do."""

import pytest

from tests.pure.rubrics.factories import Change, a_rubric, faults_after

ID = "Use small letters a to z, digits and _, starting with a letter; 80 at most."
NOT_IN_TWO = "Let them meet: no number may be left out or be in two bands."
DIGITS = "A number has at most 15 digits before the point and 12 after it."
PAY = "answer: usd_per_hour"
CHOICE_POINTS = """\
        points:
          - {answer: unpaid, ask: "Yes, unpaid", gives: 0}
          - {answer: never, ask: Never, gives: 2}
"""


def openings(more: str, *, answer: str = "people") -> Change:
    """Give the unscored question at the end of the small standard more words."""
    return "answer: people\n", f"answer: {answer}\n        {more}\n"


BANDS: dict[str, tuple[Change, str]] = {
    "with a gap": (
        ("{under: 15,", "{under: 14,"),
        f"line 12: This band ends at 14, but the next one starts at 15. {NOT_IN_TWO}",
    ),
    "that overlap": (
        ("{under: 15,", "{under: 16.5,"),
        f"line 12: This band ends at 16.5, but the next one starts at 15. {NOT_IN_TWO}",
    ),
    "out of order": (
        ("{from: 18, gives: 2,", "{from: 15, gives: 2,"),
        (
            "line 14: This band starts at 15, not above 15. Write the bands in the order of "
            "the numbers."
        ),
    ),
    "not open above": (
        ("{from: 7, gives: 2}", "{from: 7, under: 90, gives: 2}"),
        (
            "line 25: Nothing says what 90 or more gives. "
            "Leave 'under' out of the last band, or add a band after it."
        ),
    ),
    "that start too high": (
        ("{under: 7, gives: 0}", "{from: 2, gives: 0}"),
        (
            "line 24: Nothing says what a number under 2 gives. "
            "Add {under: 2, gives: …} as the first band."
        ),
    ),
    "without a start": (
        (
            "{under: 15, gives: 0}\n          - {from: 15, gives: 1}",
            "{gives: 0}\n          - {gives: 1}",
        ),
        (
            "line 13: Only the first band may have no 'from'. "
            "Add from: and the number where it starts."
        ),
    ),
    "without points": (
        ("{from: 15, gives: 1}", "{from: 15}"),
        "line 13: This line of 'points' does not say what it gives. Add gives: and the points.",
    ),
    "with a decimal comma": (
        ("{from: 15, gives: 1}", "{from: 15,5, gives: 1}"),
        (
            "line 13: 'from: 15,5' is not a number. "
            "Use a point for decimals (7.25), and nothing between thousands (1000)."
        ),
    ),
    "at an endless number": (
        ("from: 18", "from: 99999999999999999999"),
        f"line 14: 'from: 99999999999999999999' is not a number. {DIGITS}",
    ),
    "at an unknown parameter": (
        ("from: 18", "from: livingwage"),
        "line 14: We know no parameter 'livingwage'. Did you mean 'living_wage'?",
    ),
    "at no parameter at all": (
        ("from: 18", "from: much"),
        "line 14: We know no parameter 'much'. Write a number, or the id of a parameter.",
    ),
    "with an answer": (
        ("{from: 15, gives: 1}", "{answer: some, ask: Some, gives: 1}"),
        (
            "line 13: A line with 'answer' belongs to a choice. "
            "Write answer: choice above, or use from and under here."
        ),
    ),
    "below zero": (
        ("{under: 15, gives: 0}", "{under: 15, gives: -1}"),
        (
            "line 7: 'lowest_pay' can give points below 0, but only a sum can take points away. "
            "Start at 0, or write combine: sum above it."
        ),
    ),
    "with a basis that is none": (
        ("basis: law", "basis: laws"),
        "line 14: 'basis' cannot be 'laws'. Did you mean 'law'?",
    ),
    "without the source of a law": (
        (", source: City code", ""),
        (
            "line 14: A threshold with 'basis: law' has no source. "
            "Add source: …, or write basis: editorial."
        ),
    ),
    "of a date": (
        ("answer: days", "answer: date"),
        "line 23: A date gives no points. Leave 'points' out.",
    ),
    "beside a range": (
        (PAY, f"{PAY}\n        range: {{from: 0, under: 10}}"),
        "line 7: 'range' and 'points' stand side by side. Keep one of them.",
    ),
}

ANSWERS: dict[str, tuple[Change, str]] = {
    "of an unknown unit": (
        (PAY, "answer: usd_per_huor"),
        (
            "line 10: 'answer: usd_per_huor' is not a kind of answer or a unit. "
            "Did you mean 'usd_per_hour'?"
        ),
    ),
    "of no unit at all": (
        (PAY, "answer: zebra"),
        (
            "line 10: 'answer: zebra' is not a kind of answer or a unit. "
            "See 'Kinds of answer' in docs/rubric-language.md."
        ),
    ),
    "a choice without points": (
        (CHOICE_POINTS, ""),
        (
            "line 28: The choice 'on_call' has no 'points', so nothing can be chosen. "
            "Add points: with a line {answer: ID, ask: TEXT, gives: N}."
        ),
    ),
    "a choice called like a state": (
        ("answer: never,", "answer: unknown,"),
        "line 34: 'unknown' is kept for answers to every question. Use another id.",
    ),
    "a choice twice": (
        ("{answer: unpaid,", "{answer: never,"),
        "line 34: The answer 'never' stands twice. Use another id.",
    ),
    "a choice with a number": (
        ("{answer: unpaid, ask:", "{from: 2, ask:"),
        (
            "line 33: A line with 'from' or 'under' belongs to a number. "
            "Write a unit above (answer: days), or {answer: ID, ask: TEXT, gives: N} here."
        ),
    ),
    "yes or no with other answers": (
        ("answer: choice", "answer: yes_no"),
        (
            "line 32: The points of a yes-or-no question are for 'yes' and 'no'. "
            "Write {answer: no, gives: …} and {answer: yes, gives: …}, or answer: choice above."
        ),
    ),
    "a checklist without boxes": (
        ("answer: people\n", "answer: checklist\n"),
        (
            "line 36: A checklist has no boxes. "
            "Add of: with a line {answer: ID, ask: TEXT} for each box."
        ),
    ),
    "a box twice": (
        openings("of: [{answer: a, ask: Q}, {answer: a, ask: Q}]", answer="checklist"),
        "line 39: The box 'a' stands twice. Use another id.",
    ),
    "a range of a choice": (
        (
            "answer: choice\n" + CHOICE_POINTS,
            "answer: yes_no\n        range: {from: 0, under: 9}\n",
        ),
        "line 32: Only a number can have a 'range'. Use 'points' instead.",
    ),
    "read as a state that is none": (
        ("answer: days", "answer: days\n        read_as: {-1: unknovn}"),
        "line 23: '-1' cannot be 'unknovn'. Did you mean 'unknown'?",
    ),
    "read as a state that is not allowed": (
        ("answer: days", "answer: days\n        read_as: {-1: na}"),
        "line 19: 'notice_days' reads an answer as 'na' but does not allow it. Add na: yes.",
    ),
    "for a condition on another answer": (
        ("answer: days", "answer: days\n        applies: {on_call: {from: 1}}"),
        (
            "line 23: It is not clear which answer to 'on_call' it applies to. "
            "Write {on_call: yes} or {on_call: [one, other]}."
        ),
    ),
    "for a condition that is no number": (
        ("answer: choice", "answer: choice\n        applies: {openings: some}"),
        "line 32: It is not clear which 'openings' it applies to. Write {from: 4}.",
    ),
    "for a condition that says nothing": (
        ("answer: choice", "answer: choice\n        applies: {openings: {}}"),
        "line 32: The condition on 'openings' has no number. Write {from: 4} or {under: 50}.",
    ),
    "for a condition that nothing fits": (
        ("answer: choice", "answer: choice\n        applies: {openings: {from: 5, under: 5}}"),
        "line 32: No number fits the condition on 'openings'. Let 'under' be larger than 'from'.",
    ),
    "that counts from an unknown figure": (
        ("answer: choice", "answer: choice\n        from: {opening: 4}"),
        "line 32: 'opening' is not a figure of this file. Did you mean 'openings'?",
    ),
}

BOXES = "of: [{answer: a, ask: A}, {answer: b, ask: B}]"


@pytest.mark.parametrize(
    ("answer", "most"), [("percent", 100), ("hours_per_week", 168), ("hours_per_year", 8784)]
)
def test_a_band_above_the_most_of_a_unit_is_refused(answer: str, most: int) -> None:
    found = faults_after((PAY, f"answer: {answer}"), ("from: 18", "from: 9000"))

    assert found == [
        (
            f"line 14: No answer reaches this band: it starts at 9000, but {most} is the most "
            "there is. Start it lower, or use another unit."
        )
    ]


def test_a_band_at_the_most_of_a_unit_can_be_reached() -> None:
    a_rubric((PAY, "answer: percent"), ("from: 18", "from: 100"))


@pytest.mark.parametrize("answer", ["percent_change", "percent_per_year", "days"])
def test_a_unit_that_is_open_above_has_no_highest_band(answer: str) -> None:
    first = "{from: -100, gives: 0}" if answer == "percent_change" else "{under: 15, gives: 0}"
    a_rubric(
        (PAY, f"answer: {answer}"), ("{under: 15, gives: 0}", first), ("from: 18", "from: 9000")
    )


def test_a_band_above_the_number_of_boxes_is_refused() -> None:
    found = faults_after(
        ("answer: days", f"answer: checklist\n        {BOXES}"),
        ("notice_days: 14", "notice_days: 2"),
    )

    assert found == [
        (
            "line 26: No answer reaches this band: it starts at 7, but there are 2 boxes. "
            "Start it lower, or add boxes."
        )
    ]


KIND = "is not a kind of answer or a unit."
MONEY = "Write usd_per_hour, usd_per_month or usd_per_year for pay, usd for an amount."
INSTEAD = {
    "yes/no": "Did you mean 'yes_no'?",
    "yes no": "Did you mean 'yes_no'?",
    "Yes_No": "Did you mean 'yes_no'?",
    "boolean": "Did you mean 'yes_no'?",
    "true/false": "Did you mean 'yes_no'?",
    "multiple choice": "Did you mean 'choice'?",
    "checkbox": "Did you mean 'checklist'?",
    "minutes": "There are no minutes: write hours, with decimals (half an hour is 0.5).",
    "years": "There are no years: write months (two years are 24).",
    "dollars": MONEY,
    "$": MONEY,
    "cents": "There are no cents: write usd, with decimals (25 cents are 0.25).",
    "hourly": "Write usd_per_hour for pay, hours for time.",
    "monthly": "Write usd_per_month for pay, months for time.",
    "$/hour": "Did you mean 'usd_per_hour'?",
    "usd per hour": "Did you mean 'usd_per_hour'?",
    "hours/week": "Did you mean 'hours_per_week'?",
    "'%'": "Did you mean 'percent'?",
    "percentage": "Did you mean 'percent'?",
    "workers": "Did you mean 'people'?",
    "integer": "Did you mean 'number'?",
    "day": "Write days for how many, date for a day such as 2026-03-01.",
    "text": "There is no free text: write choice, checklist, yes_no, date or a unit.",
    "rating": "Write choice, with a line of 'points' for each step.",
    "chioce": "Did you mean 'choice'?",
    "mouths": "Did you mean 'months'?",
    "hectares": "See 'Kinds of answer' in docs/rubric-language.md.",
}


@pytest.mark.parametrize("answer", INSTEAD)
def test_an_answer_of_no_kind_is_told_what_to_write(answer: str) -> None:
    found = faults_after(("answer: people", f"answer: {answer}"))

    named = answer.strip("'")
    assert found == [f"line 38: 'answer: {named}' {KIND} {INSTEAD[answer]}"]


@pytest.mark.parametrize("answer", ["yes/no", "boolean", "zebra"])
def test_no_points_are_missed_where_the_answer_is_of_no_kind(answer: str) -> None:
    found = faults_after(
        ("answer: choice", f"answer: {answer}"),
        (CHOICE_POINTS, ""),
        ("on_call: never}", "on_call: yes}"),
    )

    assert [fault.split(" is not")[0] for fault in found] == [f"line 31: 'answer: {answer}'"]


@pytest.mark.parametrize("answer", ["zebra", "tick one"])
def test_choices_of_an_answer_of_no_kind_are_not_named_too(answer: str) -> None:
    found = faults_after(("answer: choice", f"answer: {answer}"))

    assert len(found) == 1


def test_no_unit_is_missed_where_the_answer_is_of_no_kind() -> None:
    found = faults_after(
        ("answer: people", "answer: minutes"),
        (PAY, f"{PAY}\n        of: [openings]\n        to: [living_wage]"),
        ("answer: choice", "answer: choice\n        applies: {openings: {from: 4}}"),
    )

    assert len(found) == 1


ALL = [
    pytest.param(*fault, id=f"{kind} {name}")
    for kind, faults in {"bands": BANDS, "answers": ANSWERS}.items()
    for name, fault in faults.items()
]


@pytest.mark.parametrize(("change", "expected"), ALL)
def test_a_fault_says_what_is_wrong_and_where_and_what_to_do(change: Change, expected: str) -> None:
    assert faults_after(change) == [expected]


def test_a_criterion_that_gives_nothing_at_all_is_refused() -> None:
    found = faults_after(("gives: 1}", "gives: 0}"), ("gives: 2, basis", "gives: 0, basis"))

    assert found == [
        "line 7: No answer to 'lowest_pay' gives any points. Let the best answer give more than 0."
    ]
