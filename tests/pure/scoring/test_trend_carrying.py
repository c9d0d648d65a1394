"""Answers that were gathered by one edition, in the words of another."""

from collections.abc import Mapping

from jobquality.rubrics.model import Rubric
from jobquality.scoring.carrying import Carried, carry, rests_on
from jobquality.scoring.changes import Measure, split_change
from jobquality.scoring.facts import Grade
from jobquality.scoring.periods import draw_lines
from tests.pure.scoring.test_trend_examples import (
    SHARE,
    bridged,
    choice,
    edition,
    parts,
    period,
    scale,
)

BOXES = """
- criterion: tips
  weight: 100
  ask: What is true?
  answer: checklist
  of: [{answer: written, ask: Written}, {answer: shared, ask: Shared}, {answer: posted, ask: Up}]
  points: [{under: 1, gives: 0}, {from: 1, gives: 1}, {from: 2, gives: 2}]
"""
FEWER = BOXES.replace("written", "on_paper").replace(", {answer: posted, ask: Up}", "")
TICKED = edition("2026.1", BOXES)
LATER = edition("2027.1", FEWER)
TIPS = bridged(
    TICKED,
    LATER,
    "- {old: tips, new: tips, relation: narrower, answers: {written: on_paper, shared: shared}}",
)
PAIR = edition("2026.1", choice("sick", 50, no=0, yes=2) + choice("rest", 50, no=0, yes=2))
WHOLE = edition("2027.1", choice("leave", 100, no=0, yes=2))
MERGED = bridged(
    PAIR,
    WHOLE,
    "- {old: [sick, rest], new: leave, relation: merged, answers: {no: no, yes: yes}}",
)


def ticked(text: str) -> Carried:
    return carry(TIPS, period(TICKED, tips=text).facts.facts, LATER)


def merged(sick: str, rest: str, *, grades: Mapping[str, Grade | None] | None = None) -> Carried:
    before = period(PAIR, grades=grades, sick=sick, rest=rest)
    return carry(MERGED, before.facts.facts, WHOLE)


def test_boxes_carry_where_each_has_one_of_its_own() -> None:
    carried = ticked("written;shared")

    assert carried.facts["tips"].value == frozenset({"on_paper", "shared"})
    assert carried.facts["tips"].text == "on_paper;shared"


def test_a_box_that_is_gone_takes_the_answer_with_it() -> None:
    assert ticked("written;posted") == Carried(facts={}, readable=frozenset())


def test_a_number_of_boxes_does_not_say_which() -> None:
    assert ticked("2").readable == frozenset()


def test_what_is_not_known_carries_whatever_the_map_says() -> None:
    carried = ticked("unknown")

    assert carried.readable == {"tips"}
    assert carried.facts["tips"].state == "unknown"


def test_several_answers_become_one_where_they_agree() -> None:
    assert merged("yes", "yes").facts["leave"].value == "yes"
    assert merged("yes", "no").readable == frozenset()
    assert merged("yes", "unknown").readable == frozenset()


def test_several_answers_are_as_well_proved_as_the_weakest() -> None:
    strong, weak = {"sick": Grade.E3, "rest": Grade.E3}, {"sick": Grade.E3, "rest": Grade.E1}
    none = {"sick": Grade.E3, "rest": None}
    found = [merged("no", "no", grades=one) for one in (strong, weak, none)]

    assert [one.facts["leave"].grade for one in found] == [Grade.E3, Grade.E1, None]


def without_na() -> tuple[Rubric, Rubric]:
    """Return an edition in which privacy may not apply, and one in which it always does."""
    may = scale("privacy", 50).replace("  ask", "  na: yes\n  ask")
    both = (may, scale("privacy", 50))
    old, new = (
        edition(name, text + scale("security", 50))
        for name, text in zip(("2026.1", "2027.1"), both, strict=True)
    )
    return old, new


def test_an_answer_that_the_new_question_refuses_is_not_one_that_was_not_given() -> None:
    old, new = without_na()
    bridge = bridged(
        old,
        new,
        """
        - {old: privacy, new: privacy, relation: reworded}
        - {old: security, new: security, relation: same}
        """,
    )
    before = period(old, privacy="na: no data", security=50)
    after = period(new, privacy=30, security=50)
    split = split_change(before, after, bridge)

    assert draw_lines([before, after], [bridge]).compared == ("security",)
    # The old edition takes both answers, the new one always has 30: 50, 40, 40 and 40.
    assert parts(split.splits[Measure.VALUE]) == {"employer": -5, "rubric": -5}
    assert (split.only_old, split.only_new) == ((), ("privacy",))


def test_a_question_rests_on_its_parts_and_on_the_figures_of_its_conditions() -> None:
    rubric = edition(
        "2026.1",
        SHARE
        + """
- criterion: heard
  ask: How many were asked?
  answer: people
- criterion: raises
  ask: How many in 100 got a raise?
  answer: percent
  from: {heard: 5}
  points: [{under: 50, gives: 0}, {from: 50, gives: 1}]
""",
    )
    asked = {one.id: rests_on(one) for one in rubric.questions()}

    assert asked["with_plan_share"] == {"with_plan", "workers"}
    assert asked["raises"] == {"heard"}
    assert asked["heard"] == frozenset()
