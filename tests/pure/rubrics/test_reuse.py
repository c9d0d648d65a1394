"""An id asks one thing for ever: old answers must not come to answer something else."""

import pytest

from jobquality.rubrics.bridges import Bridge, load_bridge
from jobquality.rubrics.model import Rubric
from jobquality.rubrics.reuse import find_reused, find_reworded
from tests.pure.rubrics.factories import Change, a_rubric

OLD = a_rubric()
LATER = ("edition: 2026.1", "edition: 2027.1")
ASKS = ("How many days of notice?", "How long do people stay?")
KIND = ("answer: people", "answer: days")
WRONG = ("Does the employer owe wages?", "Was a child hurt?")
SWAPPED = (
    ("criterion: openings\n", "criterion: seats\n"),
    ("- critical: wages_unpaid\n", "- critical: openings\n"),
    ("critical: [wages_unpaid]", "critical: [openings]"),
)


def later(*changes: Change) -> Rubric:
    return a_rubric(LATER, *changes)


def faults(new: Rubric, *earlier: Rubric, bridge: Bridge | None = None) -> list[str]:
    return [str(one) for one in find_reused(new, earlier or (OLD,), bridge)]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            (ASKS,),
            (
                "line 19: 'notice_days' is used again: in corner_cafes@2026.1 it asks "
                '"How many days of notice?" Give this one an id of its own.'
            ),
        ),
        (
            (KIND,),
            (
                "line 36: 'openings' is answered in another way than in corner_cafes@2026.1: one "
                "is answered in people, the other in days. Give this one an id of its own."
            ),
        ),
        (
            (WRONG,),
            (
                "line 40: 'wages_unpaid' is used again: in corner_cafes@2026.1 it asks "
                '"Does the employer owe wages?" Give this one an id of its own.'
            ),
        ),
        (
            SWAPPED,
            (
                "line 40: 'openings' is used again: in corner_cafes@2026.1 it is a question. "
                "Give this one an id of its own."
            ),
        ),
    ],
)
def test_an_id_that_comes_to_mean_something_else_is_named_by_its_line(
    changes: tuple[Change, ...], said: str
) -> None:
    (fault,) = faults(later(*changes))

    assert fault.startswith(said)


@pytest.mark.parametrize(
    "changes",
    [
        (),
        # A harder mark, and the same answer.
        (("{under: 7, gives: 0}", "{under: 14, gives: 0}"), ("{from: 7,", "{from: 14,")),
        (("How many days of notice?", "How many days of notice do people get?"),),
        (("weight: 60", "weight: 50"), ("weight: 40", "weight: 50")),
        (("criterion: openings\n", "criterion: seats\n"), KIND),  # an id of its own
    ],
)
def test_an_id_that_asks_what_it_asked_may_change_in_all_else(changes: tuple[Change, ...]) -> None:
    assert faults(later(*changes)) == []


def test_an_id_that_was_left_out_for_a_while_is_not_free() -> None:
    between = a_rubric(
        ("edition: 2026.1", "edition: 2026.2"), ("criterion: openings\n", "criterion: seats\n")
    )
    back = later(("How many openings were there?", "Which rooms are cold?"))

    (fault,) = faults(back, between, OLD)

    assert "'openings' is used again: in corner_cafes@2026.1" in fault
    assert faults(later(), between, OLD) == []


def test_a_person_can_say_in_a_bridge_that_it_is_the_same_question() -> None:
    new = later(ASKS)
    said = "{old: notice_days, new: notice_days, relation: reworded, why: Plain words}"
    text = f"bridge: corner_cafes\nfrom: 2026.1\nto: 2027.1\nlinks:\n  - {said}\n"

    assert faults(new, bridge=load_bridge(text.encode(), OLD, new)) == []
    assert len(faults(new)) == 1


def test_other_words_of_a_question_or_of_its_answers_are_remarked() -> None:
    new = later(
        ("How many days of notice?", "How many days of notice do people get?"),
        ("ask: Never,", "ask: Only with volunteers,"),
    )

    remarks = [str(one) for one in find_reworded(new, OLD, None)]

    assert [one.partition(" Answers carry over.")[0] for one in remarks] == [
        (
            "line 19: 'notice_days' asks in other words than in corner_cafes@2026.1: "
            '"How many days of notice?"'
        ),
        "line 28: 'never' of 'on_call' says \"Never\" in corner_cafes@2026.1.",
    ]
    assert list(find_reworded(later(), OLD, None)) == []
    assert list(find_reworded(later(ASKS), OLD, None)) == []  # a fault, not a remark
