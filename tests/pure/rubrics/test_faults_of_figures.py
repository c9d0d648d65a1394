"""Figures that cannot be worked out: what the checker says, on which line, and what to do."""

import pytest

from tests.pure.rubrics.factories import Change, a_rubric, faults_after, faults_of

PLAIN = "Ask for one of them as a plain number."
FIXED = "Write {criterion: …, ask: …, answer: …} or {answer: hours_per_week, gives: 30}."
PAY = "answer: usd_per_hour"
MANY = f"[{', '.join(['lowest_pay'] * 11)}]"
PART = "{criterion: piece, ask: Q, answer: people}"


def openings(more: str, *, answer: str = "people") -> Change:
    """Give the unscored question at the end of the small standard more words."""
    return "answer: people\n", f"answer: {answer}\n        {more}\n"


MEASURES: dict[str, tuple[Change, str]] = {
    "units that do not cancel": (
        (PAY, f"{PAY}\n        of: [openings]\n        to: [living_wage]"),
        (
            "line 11: The units do not work out: 'of' and 'to' give hour × person / usd, "
            "but the answer is in usd_per_hour (usd / hour). "
            "Look for a part that is missing, or in the wrong list."
        ),
    ),
    "an unknown part": (
        (PAY, f"{PAY}\n        of: [living_wagee]"),
        (
            "line 11: 'living_wagee' is no figure, parameter or named number. "
            "Did you mean 'living_wage'?"
        ),
    ),
    "a part like nothing known": (
        (PAY, f"{PAY}\n        of: [zzz]"),
        (
            "line 11: 'zzz' is no figure, parameter or named number. "
            "Ask for it here: {criterion: …, ask: …, answer: …}."
        ),
    ),
    "itself": (
        openings("of: [openings]"),
        f"line 36: 'openings' is worked out from itself: openings → openings. {PLAIN}",
    ),
    "a part that is no number": (
        openings("of: [{criterion: piece, ask: Q, answer: yes_no}]"),
        (
            "line 39: The part 'piece' is not a number, so nothing can be worked out from it. "
            "Give it a unit: answer: people, …"
        ),
    ),
    "a part with points": (
        openings("of: [{criterion: piece, ask: Q, answer: people, points: [{gives: 1}]}]"),
        (
            "line 39: 'piece' is a part of a figure, so it gives no points of its own. "
            "Leave 'points' out, or make it a criterion of its own and name it here."
        ),
    ),
    "a fixed number of an unknown unit": (
        openings("of: [{answer: peoplle, gives: 3}]"),
        "line 39: 'answer' cannot be 'peoplle'. Did you mean 'people'?",
    ),
    "a fixed zero": (
        openings("of: [{answer: people, gives: 0}]"),
        f"line 39: This part asks for nothing and is no fixed number above 0. {FIXED}",
    ),
    "a list of lists": (
        openings("of: [[openings]]"),
        "line 39: A list stands inside a list of parts. Write one part below the other.",
    ),
    "nothing to start from": (
        openings("to: [living_wage]"),
        "line 36: A measure has no part in 'of'. Add the figure it starts from.",
    ),
    "a cap in another unit": (
        openings(f"of: [{PART}]\n        under: living_wage"),
        (
            "line 39: The cap 'living_wage' is in usd_per_hour, but the answer is in people. "
            "Name a cap in the unit of the answer."
        ),
    ),
    "two caps": (
        openings(f"of: [{PART}]\n        under: [piece, piece]"),
        (
            "line 39: 'under' beside 'of' names more than one part. "
            "Keep the one that the figure is never more than."
        ),
    ),
    "more parts than anyone follows": (
        openings(f"of: {MANY}\n        to: {MANY}", answer="ratio"),
        (
            "line 39: A figure is worked out from more than 20 parts. "
            "Ask for some of it as one number."
        ),
    ),
    "parts of a choice": (
        ("answer: choice", "answer: choice\n        of: [openings]"),
        (
            "line 32: Only a number can be worked out from parts. "
            "Give the criterion a unit as its answer, or leave 'of' out."
        ),
    ),
}

ALL = [
    pytest.param(*fault, id=f"{kind} {name}")
    for kind, faults in {"measures": MEASURES}.items()
    for name, fault in faults.items()
]


@pytest.mark.parametrize(("change", "expected"), ALL)
def test_a_fault_says_what_is_wrong_and_where_and_what_to_do(change: Change, expected: str) -> None:
    assert faults_after(change) == [expected]


def test_figures_that_need_each_other_are_named_as_a_circle() -> None:
    found = faults_of(
        "rubric: r\nedition: 2026.1\ncriteria:\n"
        "  - {criterion: scored, ask: Q, answer: yes_no}\n"
        "  - {criterion: a, ask: Q, answer: people, of: [b]}\n"
        "  - {criterion: b, ask: Q, answer: people, of: [c]}\n"
        "  - {criterion: c, ask: Q, answer: people, of: [a]}\n"
    )

    assert found == [f"line 5: 'a' is worked out from itself: a → b → c → a. {PLAIN}"]


def test_a_figure_worked_out_in_too_many_steps_is_refused() -> None:
    steps = "".join(
        f"  - {{criterion: c{number}, ask: Q, answer: people, of: [c{number + 1}]}}\n"
        for number in range(30)
    )

    found = faults_of(
        "rubric: r\nedition: 2026.1\ncriteria:\n"
        "  - {criterion: scored, ask: Q, answer: yes_no}\n"
        f"{steps}  - {{criterion: c30, ask: Q, answer: people}}\n"
    )

    assert found == [f"line 15: 'c10' is worked out from figures in more than 20 steps. {PLAIN}"]


def test_a_part_of_a_part_is_asked_too() -> None:
    inner = "of: [{criterion: inner, ask: Q, answer: people}]"
    rubric = a_rubric(openings(f"of: [{{criterion: outer, ask: Q, answer: people, {inner}}}]"))

    assert {"outer", "inner"} <= {question.id for question in rubric.questions()}


def test_spaces_in_quotes_change_no_id() -> None:
    rubric = a_rubric(openings("of: [{criterion: ' piece ', ask: Q, answer: ' people '}]"))

    question = next(one for one in rubric.questions() if one.id == "openings")
    assert question.measure is not None
    assert [term.name for term in question.measure.of] == ["piece"]


def test_a_figure_that_stands_where_nothing_is_asked_cannot_be_used() -> None:
    found = faults_after(
        openings("of: [phantom]"),
        ("{lowest_pay: 18,", "{criterion: phantom, answer: people, lowest_pay: 18,"),
    )

    assert found[0] == (
        "line 36: 'openings' needs 'phantom', which is nowhere asked as a number. "
        "Ask for it as a criterion."
    )
