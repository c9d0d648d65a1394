"""The two lines and the split, worked by hand. All figures are invented (SAMPLE)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from textwrap import dedent, indent

from jobquality.rubrics.bridges import Bridge, load_bridge
from jobquality.rubrics.bridging import propose_bridge
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.model import Rubric
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.changes import Cause, Measure, Split, split_change
from jobquality.scoring.facts import Grade
from jobquality.scoring.periods import Lines, Period, Point, draw_lines
from tests.pure.scoring.cases import facts_of, the_parameters
from tests.pure.scoring.moving import EARLY, LATE, rates

YEAR = {"2026.1": date(2026, 6, 1), "2027.1": date(2027, 6, 1), "2028.1": date(2028, 6, 1)}


WHEN = "when: {declined: zero}\n"


def edition(
    name: str, criteria: str, *, parameters: Mapping[str, object] | None = None, below: str = ""
) -> Rubric:
    text = f"rubric: apps\nedition: {name}\ncriteria:\n{indent(dedent(criteria), '  ')}{below}"
    return load_rubric(text.encode(), parameters=parameters or {})  # type: ignore[arg-type]  # units


def scale(name: str, weight: int) -> str:
    return (
        f"- criterion: {name}\n  weight: {weight}\n  ask: How many?\n  answer: number\n"
        "  range: {from: 0, under: 100}\n"
    )


def choice(name: str, weight: int, **gives: int) -> str:
    steps = "".join(
        f"    - {{answer: {answer}, ask: {answer.title()}, gives: {points}}}\n"
        for answer, points in gives.items()
    )
    return (
        f"- criterion: {name}\n  weight: {weight}\n  ask: Which?\n  answer: choice\n"
        f"  points:\n{steps}"
    )


def period(
    rubric: Rubric,
    *,
    grades: Mapping[str, Grade | None] | None = None,
    on: date | None = None,
    **answers: object,
) -> Period:
    said = {name: str(answer) for name, answer in answers.items()}
    facts = facts_of(rubric, said, grades=grades, on=on or YEAR[rubric.edition])
    return Period(rubric=rubric, facts=facts, parameters=the_parameters())


def bridged(old: Rubric, new: Rubric, links: str) -> Bridge:
    head = f"bridge: apps\nfrom: {old.edition}\nto: {new.edition}\nlinks:\n"
    return load_bridge((head + indent(dedent(links), "  ")).encode(), old, new)


def parts(one: Split) -> dict[str, object]:
    return {cause.value: part for cause, part in one.parts.items() if part}


def value_of(before: Period, after: Period, bridge: Bridge | None = None) -> Split:
    return split_change(before, after, bridge).splits[Measure.VALUE]


def totals(points: tuple[Point, ...]) -> list[object]:
    return [one.total.value if one.total else None for one in points]


# As from one year to the next at Ranking Digital Rights: the later edition asks new, harder
# questions, so that totals fall although companies do better on all that was asked before.
FIRST = edition("2026.1", scale("privacy", 60) + scale("security", 40))
SECOND = edition("2027.1", scale("privacy", 30) + scale("security", 20) + scale("targeting", 50))
THEN = period(FIRST, privacy=40, security=50)
NOW = period(SECOND, privacy=50, security=60, targeting=10)
BRIDGE = bridged(
    FIRST,
    SECOND,
    """
    - {old: privacy, new: privacy, relation: same}
    - {old: security, new: security, relation: same}
    - {new: targeting, relation: new, why: Nobody asked about advertising before}
    """,
)


SHARE = """
- criterion: with_plan_share
  ask: How many in 100 have the plan?
  answer: percent
  of: [{criterion: with_plan, ask: How many have it?, answer: people}]
  to: [{criterion: workers, ask: How many work here?, answer: people}]
  points: [{under: 50, gives: 0}, {from: 50, gives: 1}]
"""


def lines() -> Lines:
    return draw_lines([THEN, NOW], [BRIDGE])


def test_the_published_score_falls_while_the_employer_does_better_like_for_like() -> None:
    drawn = lines()

    assert totals(drawn.published) == [44, 32]
    assert totals(drawn.like_for_like) == [44, 54]
    assert [point.is_break for point in drawn.published] == [False, True]
    assert drawn.compared == ("privacy", "security")
    assert drawn.left_out == ("targeting",)


def test_the_split_says_what_the_employer_did_and_what_the_new_edition_did() -> None:
    split = split_change(THEN, NOW, BRIDGE)

    # Alone, the answers give 10 by the old weights and 5 by the new ones: 7.5 in the mean.
    assert parts(split.splits[Measure.VALUE]) == {
        "employer": Fraction(15, 2),
        "rubric": Fraction(-39, 2),
    }
    assert split.splits[Measure.VALUE].change == -12
    assert [one.question for one in split.answers] == ["privacy", "security"]
    assert split.only_new == ("targeting",)


def test_one_edition_needs_no_bridge_and_has_one_line() -> None:
    later = period(FIRST, privacy=70, security="unknown")
    drawn = draw_lines([THEN, later], [None])

    assert drawn.like_for_like == drawn.published
    assert not any(point.is_break for point in drawn.published)


def test_without_a_bridge_nothing_of_another_edition_is_compared() -> None:
    drawn = draw_lines([THEN, NOW], [None])

    assert (drawn.like_for_like, drawn.compared) == ((), ())
    assert parts(value_of(THEN, NOW)) == {"rubric": Fraction(-12)}


def test_only_what_was_asked_in_every_period_is_compared() -> None:
    third = edition("2028.1", scale("security", 10) + scale("targeting", 90))
    last = period(third, security=80, targeting=30)
    second = propose_bridge(SECOND, third)
    drawn = draw_lines([THEN, NOW, last], [BRIDGE, second])

    assert drawn.compared == ("security",)
    assert totals(drawn.like_for_like) == [50, 60, 80]
    assert draw_lines([NOW, last], [second]).compared == ("security", "targeting")


def test_a_question_counts_again_only_with_all_that_it_rests_on() -> None:
    rubric = edition("2026.1", SHARE)
    later = replace(rubric, edition="2027.1", scoring_hash="other")
    draft = propose_bridge(rubric, later)
    without = replace(draft, links=tuple(one for one in draft.links if one.old != ("workers",)))
    before = period(rubric, with_plan=6, workers=10)
    after = replace(before, rubric=later)

    assert draw_lines([before, after], [draft]).compared == ("with_plan_share",)
    assert draw_lines([before, after], [without]).compared == ()


def test_a_renamed_answer_carries_over_the_map() -> None:
    old = edition("2026.1", choice("shifts", 100, unpaid=0, paid=1, none=2))
    new = edition("2027.1", choice("on_call", 100, used=0, never=2))
    bridge = bridged(
        old,
        new,
        "- {old: shifts, new: on_call, relation: broader, "
        "answers: {unpaid: used, paid: used, none: never}}",
    )
    drawn = draw_lines([period(old, shifts="paid"), period(new, on_call="never")], [bridge])

    assert totals(drawn.published) == [50, 100]
    assert totals(drawn.like_for_like) == [0, 100]


def test_two_answers_that_became_one_are_no_change_of_the_employer() -> None:
    old = edition("2026.1", choice("shifts", 100, unpaid=0, paid=1, none=2))
    new = edition("2027.1", choice("shifts", 100, used=0, never=2))
    bridge = bridged(
        old,
        new,
        "- {old: shifts, new: shifts, relation: broader, "
        "answers: {unpaid: used, paid: used, none: never}}",
    )
    before = period(old, shifts="paid", grades={"shifts": Grade.E1})
    after = period(new, shifts="used")

    for split in (
        split_change(before, after, bridge),
        split_change(after, before, bridge.turned()),
    ):
        sign = 1 if split.before.rubric is old else -1
        assert parts(split.splits[Measure.VALUE]) == {"rubric": sign * -50}
        assert parts(split.splits[Measure.COVERAGE]) == {"evidence": sign}
        assert (split.only_old, split.only_new, split.answers) == ((), (), ())


def test_an_answer_that_does_not_carry_takes_its_question_out_for_this_employer() -> None:
    old = edition("2026.1", choice("shifts", 50, some=1, none=2) + scale("pay", 50))
    new = edition("2027.1", choice("shifts", 50, used=0, none=2) + scale("pay", 50))
    bridge = propose_bridge(old, new)
    after = period(new, shifts="none", pay=40)

    some = draw_lines([period(old, shifts="some", pay=20), after], [bridge])
    none = draw_lines([period(old, shifts="none", pay=20), after], [bridge])

    assert (some.compared, none.compared) == (("pay",), ("shifts", "pay"))
    assert totals(some.like_for_like) == [20, 40]
    assert totals(none.like_for_like) == [60, 70]


def test_a_question_in_two_halves_carries_where_both_can_take_the_answer() -> None:
    old = edition("2026.1", choice("leave", 100, no=0, yes=2))
    new = edition("2027.1", choice("sick", 50, no=0, yes=2) + choice("rest", 50, no=0, yes=2))
    bridge = bridged(
        old,
        new,
        "- {old: leave, new: [sick, rest], relation: split, answers: {no: no, yes: yes}}",
    )
    before, after = period(old, leave="yes"), period(new, sick="yes", rest="no")
    back = draw_lines([after, before], [bridge.turned()])

    assert totals(draw_lines([before, after], [bridge]).like_for_like) == [100, 50]
    assert back.compared == ()
    assert draw_lines(
        [replace(after, facts=period(new, sick="no", rest="no").facts), before], [bridge.turned()]
    ).compared == ("leave",)


def test_what_became_known_is_evidence_and_what_was_answered_otherwise_the_employer() -> None:
    before = period(FIRST, privacy=40, security="unknown")
    after = period(FIRST, privacy=50, security=50, on=YEAR["2026.1"])
    splits = split_change(before, after).splits

    # The low end: 60 of 100 by privacy (40 to 50 gives 6), 40 by security (0 to 50 gives 20).
    assert parts(splits[Measure.LOW]) == {"employer": 6, "evidence": 20}
    # The value reads what is open as out, so each cause does more or less with the other:
    # 40 → 50 alone gives 10, later 6; 50 becoming known gives 4, later 0.
    assert parts(splits[Measure.VALUE]) == {"employer": 8, "evidence": 2}
    assert parts(splits[Measure.COVERAGE]) == {"evidence": Fraction(2, 5)}


def test_another_kind_of_unknown_is_evidence() -> None:
    strict = edition("2026.1", scale("privacy", 50) + scale("security", 50), below=WHEN)
    split = split_change(
        period(strict, privacy=40, security="unknown"),
        period(strict, privacy=40, security="declined"),
    )

    assert split.causes == (Cause.EVIDENCE,)
    assert parts(split.splits[Measure.VALUE]) == {"evidence": -20}


def test_a_better_grade_is_evidence_and_moves_coverage_alone() -> None:
    before = period(FIRST, privacy=40, security=50, grades={"privacy": Grade.E1})
    after = period(FIRST, privacy=40, security=50, grades={"privacy": Grade.E3})
    split = split_change(before, after)

    assert split.causes == (Cause.EVIDENCE,)
    assert parts(split.splits[Measure.VALUE]) == parts(split.splits[Measure.LOW]) == {}
    assert parts(split.splits[Measure.COVERAGE]) == {"evidence": Fraction(3, 5)}


WAGES = """
- criterion: pay_ratio
  ask: How close is the lowest pay to the floor?
  answer: ratio
  of: [{criterion: pay, ask: What is the lowest pay?, answer: usd_per_hour}]
  to: [pay_floor]
  points: [{under: 1, gives: 0}, {from: 1, gives: 1}, {from: 2, gives: 2}]
"""


def weighed_wages(weight: int) -> str:
    weighed = WAGES.replace("  ask: How close", f"  weight: {weight}\n  ask: How close")
    return weighed + scale("voice", 100 - weight)


OTHER = Parameters(
    places=the_parameters().places,
    by_id={"other_floor": replace(rates("7", "14").by_id["pay_floor"], id="other_floor")},
)


def wages(on: date, pay: int, floors: tuple[str, str]) -> Period:
    figures = rates(*floors)
    rubric = edition("2026.1", WAGES, parameters=figures.units)
    facts = facts_of(rubric, {"pay": str(pay)}, on=on)
    return Period(rubric=rubric, facts=facts, parameters=figures)


def test_a_floor_that_rose_is_the_parameters_doing() -> None:
    before, after = (wages(on, 14, ("7", "14")) for on in (EARLY, LATE))

    assert parts(value_of(before, after)) == {"parameter": -50}


def test_no_change_may_be_two_that_cancel_out() -> None:
    split = value_of(wages(EARLY, 14, ("14", "28")), wages(LATE, 28, ("14", "28")))

    # 14 of 14, 28 of 14, 14 of 28 and 28 of 28 give 50, 100, 0 and 50.
    assert split.change == 0
    assert parts(split) == {"employer": 50, "parameter": -50}


def test_a_grade_stays_evidence_where_the_answer_changed_too() -> None:
    before = period(FIRST, privacy=40, security=50, grades={"privacy": Grade.E1})
    after = period(FIRST, privacy=50, security=50, grades={"privacy": Grade.E3})
    splits = split_change(before, after).splits

    assert parts(splits[Measure.LOW]) == {"employer": 6}
    assert parts(splits[Measure.COVERAGE]) == {"evidence": Fraction(3, 5)}


def test_an_order_that_needs_a_figure_of_a_day_without_one_does_not_count() -> None:
    before = period(edition("2026.1", scale("pay", 100)), pay=30, on=date(2025, 12, 1))
    after = wages(LATE, 14, ("7", "14"))
    split = value_of(before, after)

    # The later edition cannot be read before the floor has its first row.
    assert (split.orders, split.impossible) == (1, 1)
    assert parts(split) == {"rubric": 20}


def test_a_change_without_any_possible_order_stays_whole() -> None:
    late, early = wages(LATE, 14, ("7", "14")), wages(EARLY, 28, ("7", "14"))
    other = edition("2027.1", WAGES.replace("pay_floor", "other_floor"), parameters=OTHER.units)
    before = replace(late, rubric=other, parameters=OTHER)
    split = value_of(before, early)

    assert split.orders == 0
    assert split.unsplit == split.change == 50
    assert parts(split) == {}


def test_what_contradicts_only_in_a_mixture_is_left_out_of_it() -> None:
    """Before, 9 of 10 gave 90 %; after, 2 of 10 give 20 %, and nobody gave a finished figure."""
    rubric = edition("2026.1", SHARE)
    before = period(rubric, with_plan=9, workers=10, with_plan_share=90)
    after = period(rubric, with_plan=2, workers=10)

    split = value_of(before, after)

    assert parts(split) == {"employer": -100}
    assert (split.orders, split.impossible) == (2, 0)


def test_parts_that_cannot_go_together_in_a_mixture_are_left_out_of_it() -> None:
    """9 of 10 had the plan; then 4 people work there, and how many have it is not known."""
    rubric = edition("2026.1", SHARE)
    before = period(rubric, with_plan=9, workers=10)
    after = period(rubric, with_plan="unknown", workers=4)
    split = split_change(before, after).splits[Measure.LOW]

    # 9 of 4 is nothing: that mixture is as open as the other one.
    assert parts(split) == {"employer": -50, "evidence": -50}
    assert split.impossible == 0


def test_three_causes_that_work_together_share_by_all_six_orders() -> None:
    """The floor rose from 7 to 28, the pay from 14 to 28, and pay counts half as much."""
    first, second = (
        edition(name, weighed_wages(weight), parameters=rates("7", "28").units)
        for name, weight in (("2026.1", 50), ("2027.1", 25))
    )
    before, after = (
        Period(
            rubric=rubric,
            facts=facts_of(rubric, {"pay": pay, "voice": "0"}, on=on),
            parameters=rates("7", "28"),
        )
        for rubric, pay, on in ((first, "14", EARLY), (second, "28", LATE))
    )
    split = value_of(before, after, propose_bridge(first, second))

    # Nothing 50, E 50, R 25, P 0, ER 25, EP 25, RP 0, ERP 12.5.
    assert parts(split) == {
        "employer": Fraction(25, 3),
        "rubric": Fraction(-50, 3),
        "parameter": Fraction(-175, 6),
    }
