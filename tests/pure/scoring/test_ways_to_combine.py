"""Every way to combine beyond the everyday ones, followed by hand."""

from fractions import Fraction

import pytest

from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.model import Rubric
from jobquality.scoring.scorecard import Scorecard
from tests.pure.scoring.cases import THREE, a_standard, ends, node, reading, scored


def three(below: str) -> Rubric:
    """Return a standard of three criteria of 0 to 4, 0 to 2 and 0 to 4 points."""
    return a_standard(THREE, below=below)


def with_answers(rubric: Rubric, *answers: str) -> Scorecard:
    return scored(rubric, dict(zip(("one", "two", "three"), answers, strict=True)))


@pytest.mark.parametrize(
    ("below", "answers", "low", "value", "high"),
    [
        ("combine: median", ("3", "1", "4"), 3, 3, 3),
        ("combine: median", ("3", "", "4"), 3, Fraction(7, 2), 3),
        ("combine: product", ("3", "1", "4"), 12, 12, 12),
        ("combine: product", ("3", "", "4"), 0, 12, 24),
        # Each counts as a share of its most: 1, 1/2 and 1/4 make 8^(1/3) = 1/2 together.
        ("combine: geometric", ("4", "1", "1"), 50, 50, 50),
        ("combine: geometric", ("4", "0", "1"), 0, 0, 0),
        ("combine: geometric\nout_of: 1", ("4", "1", "1"), Fraction(1, 2), Fraction(1, 2), None),
        # 3 / (1/1 + 1/(1/2) + 1/(1/4)) = 3/7.
        ("combine: harmonic", ("4", "1", "1"), Fraction(300, 7), Fraction(300, 7), None),
        ("combine: harmonic", ("4", "0", "1"), 0, 0, 0),
        ("combine: all", ("4", "2", "4"), 1, 1, 1),
        ("combine: all", ("4", "", "4"), 0, 1, 1),
        ("combine: all", ("4", "1", "4"), 0, 0, 0),
        ("combine: any", ("4", "1", "1"), 1, 1, 1),
        ("combine: any", ("3", "1", "1"), 0, 0, 0),
        ("combine: any", ("3", "", "1"), 0, 0, 1),
        ("combine: count", ("4", "1", "4"), 2, 2, 2),
        ("combine: count\ncomplete_from: 50", ("4", "1", "1"), 2, 2, 2),
        ("combine: share", ("4", "1", "4"), Fraction(200, 3), Fraction(200, 3), None),
        ("combine: share", ("4", "na: none", "1"), 50, 50, 50),
        ("combine: sum\nstart: 110", ("4", "1", "4"), 119, 119, 119),
        # Two of what applies: 8 of 8 points, rescaled to 20.
        ("combine: sum\nout_of: 20", ("4", "na: none", "4"), 20, 20, 20),
        ("combine: sum\nout_of: 20", ("4", "1", "0"), 10, 10, 10),
        ("combine: mean\nout_of: points", ("4", "1", "4"), 3, 3, 3),
        ("combine: sum\ntake: {highest: 2}", ("3", "1", "4"), 7, 7, 7),
        ("combine: sum\ntake: {highest: 2}", ("3", "", "1"), 4, 4, 5),
        ("combine: mean\ntake: {without_lowest: 1}", ("3", "0", "4"), Fraction(175, 2), None, None),
        (
            "take: {without_lowest: 2, without_highest: 2}",
            ("3", "0", "4"),
            75,
            75,
            75,
        ),
        ("combine: median\ntake: {lowest: 1}", ("3", "1", "4"), 1, 1, 1),
        ("combine: ladder\ncomplete_from: 50", ("2", "1", "1"), 4, 4, 4),
    ],
)
def test_criteria_are_combined(
    below: str, answers: tuple[str, ...], low: object, value: object, high: object
) -> None:
    total = with_answers(three(below), *answers).total

    value = low if value is None else value
    expected = (low, value, value if high is None else high)
    assert reading(total) == expected


def test_weights_multiply_in_a_sum_and_bend_a_geometric_mean() -> None:
    weighed = THREE.replace("ask: Two?", "weight: 2\n  ask: Two?")
    others = weighed.replace("ask: One?", "weight: 1\n  ask: One?")
    others = others.replace("ask: Three?", "weight: 1\n  ask: Three?")

    total = with_answers(a_standard(weighed, below="combine: sum"), "3", "1", "4").total
    bent = with_answers(
        a_standard(others, below="combine: geometric\nweights: relative"), "4", "1", "4"
    ).total

    assert total.value == 9
    assert total.most == 12
    # (1 · (1/2)² · 1)^(1/4) = √(1/2)
    assert bent.value is not None
    assert abs(bent.value**2 / 10_000 - Fraction(1, 2)) < Fraction(1, 10**35)


def test_a_root_that_comes_out_is_exact() -> None:
    total = with_answers(three("combine: geometric"), "1", "1", "2").total

    # 1/4 · 1/2 · 1/2 = 1/16, and its third root is no fraction; of 1, 1/2, 1/4 it is 1/2.
    assert with_answers(three("combine: geometric"), "4", "1", "1").total.value == 50
    assert total.value is not None
    assert abs((total.value / 100) ** 3 - Fraction(1, 16)) < Fraction(1, 10**35)


OVER = """
rubric: services
edition: 2026.1
{top}
dimensions:
  - dimension: left
    weight: 90
    criteria:
      - {{criterion: one, kind: indicator, ask: Q, answer: number, range: {{from: 0, under: 1}}}}
  - dimension: right
    weight: 10
    criteria:
      - {{criterion: two, kind: indicator, ask: Q, answer: number, range: {{from: 0, under: 1}}}}
      - {{criterion: three, ask: Q, answer: number, range: {{from: 0, under: 1}}}}
"""


@pytest.mark.parametrize(
    ("top", "total"),
    [("", 95), ("over: leaves", Fraction(200, 3)), ("over: indicator", 50)],
)
def test_what_is_averaged_is_said(top: str, total: Fraction) -> None:
    rubric = load_rubric(OVER.format(top=top).encode(), parameters={})

    card = scored(rubric, {"one": "1", "two": "0", "three": "1"})

    assert card.total.value == total
    assert node(card, "right").value == 50


def test_shares_of_the_total_add_up_also_over_leaves() -> None:
    rubric = load_rubric(OVER.format(top="over: leaves").encode(), parameters={})
    card = scored(rubric, {"one": "1", "two": "0", "three": "1"})

    shares = {one.id: one.share for one in card.total.walk()}

    assert shares == {
        "total": 1,
        "left": Fraction(1, 3),
        "one": Fraction(1, 3),
        "right": Fraction(2, 3),
        "two": Fraction(1, 3),
        "three": Fraction(1, 3),
    }


GATED = """
- criterion: safe
  counts: no
  ask: Safe?
  answer: yes_no
- criterion: pay
  requires: [safe]
  ask: Pay?
  answer: number
  range: {from: 0, under: 4}
"""


@pytest.mark.parametrize(
    ("safe", "low", "value", "high"),
    [("yes", 75, 75, 75), ("no", 0, 0, 0), ("", 0, 0, 75), ("unknown", 0, 0, 75)],
)
def test_a_node_counts_only_where_what_it_requires_is_there(
    safe: str, low: int, value: int, high: int
) -> None:
    card = scored(a_standard(GATED), {"safe": safe, "pay": "3"})

    assert reading(card.total) == (low, value, high)
    assert node(card, "pay").held_back == (() if safe == "yes" else ("safe",))


def test_what_is_unscored_is_judged_and_adds_nothing() -> None:
    card = scored(a_standard(GATED), {"safe": "yes", "pay": "4"})

    assert card.total.value == 100
    assert node(card, "safe").value == 1
    assert node(card, "safe").share == 0


def test_a_score_stays_within_its_caps() -> None:
    rubric = three("combine: sum\nat_least: 2\nat_most: 8")

    assert ends(with_answers(rubric, "0", "0", "0").total) == (2, 2)
    assert ends(with_answers(rubric, "4", "2", "4").total) == (8, 8)
    assert ends(with_answers(rubric, "4", "", "").total) == (4, 8)
    assert with_answers(rubric, "4", "2", "4").total.most == 8


def test_a_score_gives_points_of_its_own() -> None:
    rubric = three(
        "combine: sum\npoints:\n  - {under: 4, gives: 1}\n  - {from: 4, gives: 2}\n"
        "  - {above: 8, gives: 3}"
    )

    assert [with_answers(rubric, one, "0", "4").total.value for one in ("0", "4")] == [2, 2]
    assert ends(with_answers(rubric, "3", "0", "0").total) == (1, 1)
    assert ends(with_answers(rubric, "4", "", "4").total) == (2, 3)
    assert with_answers(rubric, "4", "2", "4").total.most == 3


def test_the_most_points_are_rounded_like_the_points() -> None:
    half = (
        "- criterion: one\n  ask: Q\n  answer: yes_no\n  rounding: {digits: 0}\n"
        "  points: [{answer: no, gives: 0}, {answer: yes, gives: 0.5}]\n"
    )

    assert scored(a_standard(half), {"one": "yes"}).total.value == 100


def test_a_score_is_rounded_before_it_goes_on() -> None:
    inner = (
        "- criterion: group\n  rounding: {digits: 0, ties: half_even}\n  out_of: 5\n  criteria:\n"
        "    - {criterion: one, ask: Q, answer: number, range: {from: 0, under: 2}}\n"
    )
    rubric = a_standard(inner, below="out_of: 10")

    # One of two points is 2.5 of 5, which goes on as 2: 4 of 10, not 5.
    assert scored(rubric, {"one": "1"}).total.value == 4


@pytest.mark.parametrize(
    ("enough", "answers", "value"),
    [
        ("{answered: 60}", ("4", "", ""), None),
        ("{answered: 60}", ("4", "2", ""), 100),
        ("{count: 2}", ("4", "", ""), None),
        ("{count: 2}", ("4", "2", ""), 100),
        ("{count: 2}", ("4", "na: none", ""), None),
    ],
)
def test_there_is_no_value_before_enough_is_answered(
    enough: str, answers: tuple[str, ...], value: int | None
) -> None:
    total = with_answers(three(f"enough: {enough}"), *answers).total

    assert total.value == value
    assert total.high == 100


@pytest.mark.parametrize(
    ("when", "value"),
    [
        ("out", 100),
        ("zero", Fraction(200, 3)),
        ("full", 100),
        ("nothing", Fraction(200, 3)),
        ("siblings", 100),
        ("block", None),
    ],
)
def test_a_gap_is_read_as_the_file_says(when: str, value: object) -> None:
    total = with_answers(three(f"when: {{missing: {when}}}"), "4", "", "4").total

    assert total.value == value
    assert ends(total) == (Fraction(200, 3), 100)


def test_what_is_as_its_siblings_counts_in_a_sum_too() -> None:
    total = with_answers(three("combine: sum\nwhen: {missing: siblings}"), "2", "", "2").total

    # Two of four points each: half, so the one of two points that is open counts as one.
    assert total.value == 5
    assert ends(total) == (4, 6)


def test_a_gap_may_be_read_as_not_applicable() -> None:
    total = with_answers(three("when: {missing: na}"), "4", "", "2").total

    assert reading(total) == (75, 75, 75)


@pytest.mark.parametrize(("when", "value"), [("full", 75), ("zero", Fraction(125, 3))])
def test_what_does_not_apply_may_count(when: str, value: object) -> None:
    total = with_answers(three(f"when: {{na: {when}}}"), "3", "na: none", "2").total

    assert total.value == value
    assert ends(total) == (value, value)


def test_a_product_of_numbers_below_nothing_lies_between_its_corners() -> None:
    factors = """
    - {criterion: a, ask: A, answer: number, line: [{at: 0, gives: -2}, {at: 10, gives: 3}]}
    - {criterion: b, ask: B, answer: number, line: [{at: 0, gives: -5}, {at: 10, gives: 1}]}
    """
    rubric = a_standard(factors, below="combine: product")

    assert ends(scored(rubric, {"a": "0"}).total) == (-2, 10)
    assert ends(scored(rubric, {}).total) == (-15, 10)
    assert scored(rubric, {"a": "0", "b": "0"}).total.value == 10


def test_a_score_goes_along_a_line_of_its_own() -> None:
    rubric = three("combine: sum\nline: [{at: 2, gives: 0}, {at: 6, gives: 8}, {at: 10, gives: 4}]")

    assert with_answers(rubric, "4", "0", "0").total.value == 4
    # From 4 to 6 points: the best of the way is at its end, 8.
    assert ends(with_answers(rubric, "4", "", "0").total) == (4, 8)
    # From 4 to 8 points the line rises to 8 and falls again to 6.
    assert ends(with_answers(rubric, "4", "0", "").total) == (4, 8)
