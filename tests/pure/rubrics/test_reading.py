"""What a good file means: each word of the language ends in its place of the model."""

from fractions import Fraction

import pytest
import yaml

from jobquality.rubrics.model import (
    AnswerKind,
    Asked,
    Band,
    Basis,
    Choice,
    Combine,
    Condition,
    Criterion,
    Floor,
    Grounds,
    Group,
    Missing,
    Reading,
    Rubric,
    Span,
    State,
    Ties,
)
from jobquality.rubrics.scales import reach_of
from jobquality.rubrics.syntax import syntax_fault
from tests.pure.rubrics.factories import a_rubric, faults_after, load

HEAD = "rubric: r\nedition: 2026.1\n"
PIECES = "{criterion: left, ask: Q, answer: cases}"


def question(rubric: Rubric, name: str) -> Criterion:
    return next(one for one in rubric.questions() if one.id == name)


def steps(asked: Criterion) -> tuple[Band | Choice, ...]:
    """Return the bands or choices of a question."""
    assert isinstance(asked.points, tuple)
    return asked.points


def with_words(more: str, *, answer: str = "days") -> Criterion:
    """Return the question about notice, with more words."""
    return question(a_rubric(("answer: days", f"answer: {answer}\n        {more}")), "notice_days")


def alone(more: str, *, top: str = "") -> Rubric:
    """Return a standard of one criterion, `c`."""
    return load(f"{HEAD}{top}criteria:\n  - criterion: c\n    ask: Q\n    {more}\n")


def test_bands_start_where_the_file_says() -> None:
    bands = steps(question(a_rubric(), "lowest_pay"))

    starts = [f"{band.start}: {band.gives}" for band in bands if isinstance(band, Band)]
    assert starts == ["None: 0", "15: 1", "18: 2"]


def test_a_band_may_start_at_a_parameter() -> None:
    bands = steps(question(a_rubric(("from: 18", "from: living_wage")), "lowest_pay"))

    assert isinstance(bands[-1], Band)
    assert bands[-1].start == "living_wage"


def test_a_band_takes_basis_and_source_from_its_criterion() -> None:
    bands = steps(with_words("basis: data\n        source: A study"))

    assert {step.grounds for step in bands} == {Grounds(basis=Basis.DATA, source="A study")}


def test_without_a_basis_a_threshold_is_our_own_judgment() -> None:
    bands = steps(question(a_rubric(), "lowest_pay"))

    assert [band.grounds.basis.value for band in bands] == ["editorial", "editorial", "law"]


def test_yes_gives_1_and_no_gives_0() -> None:
    choices = steps(question(alone("answer: yes_no"), "c"))

    named = [f"{choice.id}: {choice.gives}" for choice in choices if isinstance(choice, Choice)]
    assert named == ["no: 0", "yes: 1"]


def test_yes_and_no_may_give_other_points() -> None:
    points = "points: [{answer: yes, gives: 0}, {answer: no, gives: 3}]"
    asked = question(alone(f"answer: yes_no\n    {points}"), "c")

    assert f"{asked.fewest} to {asked.most}" == "0 to 3"


def test_a_range_is_closed_or_open_above() -> None:
    closed = alone("answer: number\n    range: {from: 1, under: 10}")
    opened = alone("answer: number\n    range: {from: 0}", top="combine: sum\n")

    assert question(closed, "c").points == Span(low=Fraction(1), high=Fraction(10))
    assert question(opened, "c").points == Span(low=Fraction(0), high=None)


def test_a_checklist_has_boxes_and_bands_over_how_many() -> None:
    boxes = "of: [{answer: a, ask: A}, {answer: b, ask: B}]"
    points = "points: [{under: 1, gives: 0}, {from: 1, gives: 1}]"
    asked = question(alone(f"answer: checklist\n    {boxes}\n    {points}"), "c")

    assert asked.kind is AnswerKind.CHECKLIST
    assert [box.id for box in asked.boxes] == ["a", "b"]
    assert f"{asked.fewest} to {asked.most}" == "0 to 1"


@pytest.mark.parametrize(
    ("written", "condition"),
    [
        ("{tipped: yes}", Condition(name="tipped", figure=False, equals="yes")),
        ("{tipped: ' yes '}", Condition(name="tipped", figure=False, equals="yes")),
        ("{profile.tipped: yes}", Condition(name="tipped", figure=False, equals="yes")),
        ("{profile.on_call: yes}", Condition(name="on_call", figure=False, equals="yes")),
        ("{headcount: {from: 4}}", Condition(name="headcount", figure=False, at_least=Fraction(4))),
        ("{openings: {under: 9}}", Condition(name="openings", figure=True, below=Fraction(9))),
        (
            "{openings: {from: 4, under: 9}}",
            Condition(name="openings", figure=True, at_least=Fraction(4), below=Fraction(9)),
        ),
        ("{profile.openings: 4}", Condition(name="openings", figure=False, equals="4")),
        ("{openings: 4}", Condition(name="openings", figure=True, equals="4")),
    ],
)
def test_a_condition_looks_at_the_profile_or_at_a_figure(
    written: str, condition: Condition
) -> None:
    asked = with_words(f"applies: {written}")

    assert asked.applies == (condition,)
    assert asked.allows_na


def test_a_condition_names_a_fact_by_its_id() -> None:
    found = faults_after(("answer: days", "answer: days\n        applies: {Tipped workers: yes}"))

    assert found == [
        (
            "line 23: 'Tipped workers' is not the name of a profile fact or a figure. "
            "Write the id alone, such as tipped_workers."
        )
    ]


def test_an_answer_may_count_only_from_a_figure_on() -> None:
    asked = with_words("from: {openings: 5}")

    assert asked.counts_from == (Condition(name="openings", figure=True, at_least=Fraction(5)),)
    assert not asked.allows_na


def test_a_figure_is_worked_out_from_its_parts() -> None:
    parts = f"of: [{PIECES}, hours_per_100_workers]\n        to: [{{answer: hours, gives: 40}}]"
    asked = with_words(parts + "\n        under: injury_rate", answer="cases_per_100_workers")

    assert asked.measure is not None
    assert [(term.kind, term.name) for term in asked.measure.of] == [
        (Asked.FIGURE, "left"),
        (Asked.NUMBER, "hours_per_100_workers"),
    ]
    assert [f"{term.number} {term.unit.name}" for term in asked.measure.to] == ["40 hours"]
    assert asked.measure.cap is not None
    assert asked.measure.cap.kind is Asked.PARAMETER


def test_a_percent_is_worked_out_like_a_ratio() -> None:
    asked = with_words("of: [openings]\n        to: [openings]", answer="percent")

    assert asked.measure is not None


def test_a_figure_may_be_asked_further_down() -> None:
    rubric = a_rubric(("answer: usd_per_hour", "answer: people\n        of: [openings]"))

    assert question(rubric, "lowest_pay").measure is not None


def test_what_is_not_scored_is_asked_only() -> None:
    group = a_rubric().root.children[1]

    assert isinstance(group, Group)
    assert [one.id for one in group.figures] == ["openings"]
    assert [one.id for one in group.children] == ["notice_days", "on_call"]


def test_everything_that_is_asked_is_in_the_order_of_the_file() -> None:
    names = [one.id for one in a_rubric().questions()]

    assert names == ["lowest_pay", "notice_days", "on_call", "openings"]


def test_a_reading_is_handed_down_until_it_is_changed() -> None:
    rubric = a_rubric(
        ("edition: 2026.1", "edition: 2026.1\nwhen: {missing: zero, declined: zero}"),
        ("    weight: 40", "    weight: 40\n    when: {declined: out}"),
    )

    zero = Reading.ZERO
    assert question(rubric, "lowest_pay").when == Missing(missing=zero, declined=zero)
    assert question(rubric, "on_call").when == Missing(missing=zero)
    assert question(rubric, "on_call").when.of(State.MISSING) is zero


def test_an_answer_that_stands_for_a_state_is_handed_down() -> None:
    rubric = a_rubric(("edition: 2026.1", "edition: 2026.1\nread_as: {-1: unknown}"))

    assert question(rubric, "on_call").read_as == {"-1": State.UNKNOWN}


def test_levels_have_floors_and_a_length() -> None:
    fair, basic = a_rubric().levels

    assert fair.floors[0] == Floor(name="total", number=Fraction(70))
    assert (fair.months, basic.months) == (12, None)


def test_a_level_may_ask_for_no_more_than_a_number() -> None:
    rubric = a_rubric(("from: {total: 50}", "at_most: {total: 50}"))

    assert rubric.levels[1].floors == (Floor(name="total", number=Fraction(50), at_most=True),)


def test_a_level_may_be_declared() -> None:
    rubric = a_rubric(("from: {total: 50}", "answer: date\n    overrides: yes"))

    assert rubric.levels[1].declared is AnswerKind.DATE
    assert rubric.levels[1].overrides


def test_scores_may_be_rounded_before_levels_are_read() -> None:
    written = "rounding: {digits: 1, ties: half_even, levels_on: rounded}\ntests:"
    rounding = a_rubric(("tests:", written)).rounding

    assert (rounding.digits, rounding.ties, rounding.on_levels) == (1, Ties.HALF_EVEN, True)


def test_another_scoring_has_weights_and_a_reading_of_its_own() -> None:
    written = "scorings:\n  - {scoring: s, weight: {wages: 0}, when: {missing: zero}}\ntests:"
    [scoring] = a_rubric(("tests:", written)).scorings

    assert scoring.weights == {"wages": 0}
    assert scoring.when == Missing(missing=Reading.ZERO)
    assert scoring.line == 50


def test_a_test_keeps_what_its_author_wrote() -> None:
    [example] = a_rubric(("total: 100", "total: [19.70, 22.2]")).examples

    assert example.answers["on_call"] == "never"
    assert example.gives == {"wages": ("100", "100"), "total": ("19.70", "22.2")}
    assert example.level == "fair"


def test_weights_of_a_relative_file_need_no_sum() -> None:
    rubric = a_rubric(("edition: 2026.1", "edition: 2026.1\nweights: relative"), ("60", "7.5"))

    assert [child.weight for child in rubric.root.children] == [Fraction(15, 2), 40]


def test_weights_may_have_many_decimals() -> None:
    rubric = a_rubric(("weight: 60", "weight: 60.000000000001"), ("40", "39.999999999999"))

    assert sum(child.weight for child in rubric.root.children) == 100


def test_without_weights_all_count_the_same() -> None:
    rubric = a_rubric(("    weight: 60\n", ""), ("    weight: 40\n", ""))

    assert {child.weight for child in rubric.root.children} == {Fraction(1)}


@pytest.mark.parametrize(
    ("combine", "ends"),
    [
        ("mean", "0 to 100"),
        ("sum", "3 to 6"),
        ("min", "1 to 2"),
        ("max", "2 to 4"),
        ("ladder", "0 to 6"),
    ],
)
def test_the_reach_of_a_group_follows_from_how_it_combines(combine: str, ends: str) -> None:
    text = f"""\
{HEAD}combine: {combine}
criteria:
  - {{criterion: a, ask: Q, answer: number, range: {{from: 1, under: 2}}}}
  - {{criterion: b, ask: Q, answer: number, range: {{from: 2, under: 4}}}}
"""
    root = load(text).root

    reach = reach_of(root)
    assert root.combine is Combine(combine)
    assert f"{reach.low} to {reach.high}" == ends


def test_a_long_text_runs_on_over_several_lines() -> None:
    rubric = a_rubric(("How many days of notice?", "How many days\n          of   notice?"))

    assert question(rubric, "notice_days").wording.ask == "How many days of notice?"


def test_a_parser_that_names_no_line_still_gets_a_plain_sentence() -> None:
    fault = syntax_fault(yaml.YAMLError("?"), "")

    assert fault.message == "The file is not well-formed YAML."
