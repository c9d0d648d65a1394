"""From answers to points in the ways of published methods, followed by hand."""

from dataclasses import replace
from fractions import Fraction
from math import log

import pytest

from jobquality.rubrics.model import Rubric, State
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import Scorecard
from tests.pure.scoring.cases import (
    a_standard,
    ends,
    facts_of,
    node,
    refusal,
    scored,
    the_parameters,
)

BELOW = "combine: sum"


def points(criterion: str, answer: str) -> Fraction | None:
    return scored(a_standard(criterion, below=BELOW), {"one": answer}).total.value


EDGES = """
- criterion: one
  ask: How many?
  answer: number
  points:
    - {up_to: 13, gives: 3}
    - {above: 13, up_to: 27, gives: 2}
    - {above: 27, under: 40, gives: 1}
    - {from: 40, gives: 0}
"""


@pytest.mark.parametrize(
    ("answer", "gives"),
    [("13", 3), ("13.1", 2), ("27", 2), ("27.000001", 1), ("39.9", 1), ("40", 0)],
)
def test_an_edge_belongs_where_the_file_says(answer: str, gives: int) -> None:
    assert points(EDGES, answer) == gives


@pytest.mark.parametrize(("answer", "gives"), [("91", 3), ("92", 2), ("93", 2), ("94", 0)])
def test_a_band_starts_where_the_one_before_it_ends(answer: str, gives: int) -> None:
    bands = """
    - criterion: one
      ask: How much oxygen?
      answer: number
      points: [{up_to: 91, gives: 3}, {up_to: 93, gives: 2}, {gives: 0}]
    """

    assert points(bands, answer) == gives


LINE = """
- criterion: one
  ask: How much?
  answer: number
  line:
    - {at: 10, gives: 0}
    - {at: 20, gives: 4}
    - {at: 40, gives: 1}
"""


@pytest.mark.parametrize(
    ("answer", "gives"),
    [("0", 0), ("10", 0), ("12.5", 1), ("20", 4), ("30", Fraction(5, 2)), ("40", 1), ("99", 1)],
)
def test_a_line_is_level_outside_and_straight_between_its_knots(
    answer: str, gives: Fraction
) -> None:
    assert points(LINE, answer) == gives


def test_a_line_on_the_logarithm_comes_out_to_40_digits() -> None:
    income = LINE.replace("at: 10", "at: 100").replace("at: 20", "at: 75000")
    income = income.replace("    - {at: 40, gives: 1}\n", "  log: yes\n")

    found = points(income, "20000")

    assert found is not None
    assert abs(float(found) - 4 * (log(20000) - log(100)) / (log(75000) - log(100))) < 1e-12
    # The middle of 1 and 100 is 10, exactly.
    middle = income.replace("at: 100", "at: 1").replace("at: 75000", "at: 100")
    assert points(middle, "10") == 2


def test_a_knot_may_be_a_dated_figure() -> None:
    wages = LINE.replace("answer: number", "answer: usd_per_hour").replace(
        "at: 20", "at: living_wage"
    )

    # A living wage of $20 in Texas.
    assert points(wages, "15") == 2


TALLY = """
- criterion: one
  ask: What was found?
  answer: tally
  points:
    - {answer: minor, code: I, ask: Minor, gives: 2}
    - {answer: major, code: V, ask: Major, gives: 7}
"""


@pytest.mark.parametrize(
    ("answer", "gives"),
    [("minor", 2), ("minor*3; major", 13), ("I; I; V", 11), ("0", 0), ("major*0", 0)],
)
def test_each_find_of_a_tally_counts(answer: str, gives: int) -> None:
    assert points(TALLY, answer) == gives


def test_a_tally_is_open_to_the_side_of_its_points() -> None:
    nothing_known = scored(a_standard(TALLY, below=BELOW), {"one": ""}).total
    less = TALLY.replace("gives: 2", "gives: -2").replace("gives: 7", "gives: -7")

    assert ends(nothing_known) == (0, None)
    assert ends(scored(a_standard(less, below=BELOW), {"one": ""}).total) == (None, 0)
    capped = a_standard(less, below=f"{BELOW}\nstart: 20\nat_least: 0")
    assert ends(scored(capped, {"one": ""}).total) == (0, 20)
    assert scored(capped, {"one": "major*5"}).total.value == 0


def test_a_tally_says_how_to_write_it() -> None:
    rubric = a_standard(TALLY, below=BELOW)

    assert refusal(rubric, "one", "minor*x") == (
        "'minor*x' does not say how often. Write minor*3 for three times."
    )
    assert refusal(rubric, "one", "minr").startswith("'minr' is not one of the answers.")


SCALE = """
scales:
  - scale: must
    answer: choice
    points:
      - {answer: unmet, ask: "No", gives: 0}
      - {answer: met, ask: "Yes", gives: 1, needs: url}
      - {answer: almost, ask: Almost, gives: 1, needs: {reason: 10}}
  - scale: heavy
    answer: number
    range: {from: 0, under: 5}
"""
SCALED = """
- {criterion: one, ask: A?, scale: must}
- {criterion: two, ask: B?, scale: heavy, range: {from: 0, under: 9}}
"""


def with_fact(rubric: Rubric, answer: str, **more: str) -> Scorecard:
    facts = facts_of(rubric, {"one": answer})
    fact = replace(facts.facts["one"], **more)  # type: ignore[arg-type]  # texts of a fact
    return score(rubric, replace(facts, facts={"one": fact}), the_parameters())


def test_a_scale_is_written_once_and_a_criterion_goes_before_it() -> None:
    rubric = a_standard(SCALED, below=f"{SCALE}\n{BELOW}")

    assert [one.most for one in rubric.root.criteria()] == [1, 9]


@pytest.mark.parametrize(
    ("answer", "more", "state"),
    [
        ("met", {}, State.UNKNOWN),
        ("met", {"source": "https://example.org/policy"}, State.VALUE),
        ("met", {"source": "a folder"}, State.UNKNOWN),
        ("almost", {"note": "too short"}, State.UNKNOWN),
        ("almost", {"note": "We do it in most shops."}, State.VALUE),
        ("unmet", {}, State.VALUE),
    ],
)
def test_an_answer_that_must_be_backed_is_unknown_until_it_is(
    answer: str, more: dict[str, str], state: State
) -> None:
    card = with_fact(a_standard(SCALED, below=f"{SCALE}\n{BELOW}"), answer, **more)

    assert node(card, "one").state is state
    if state is State.UNKNOWN:
        assert ends(node(card, "one")) == (0, 1)


READ_TWICE = """
- criterion: one
  ask: How far?
  answer: choice
  points:
    - {answer: none, ask: Not at all, gives: 0}
    - {answer: some, ask: In part, gives: 1}
    - {answer: all, ask: Wholly, gives: 1}
- criterion: strict
  reads: one
  points:
    - {answer: none, gives: 0}
    - {answer: some, gives: 0}
    - {answer: all, gives: 1}
"""


@pytest.mark.parametrize(("answer", "total"), [("none", 0), ("some", 1), ("all", 2), ("", None)])
def test_one_answer_is_read_by_several_criteria(answer: str, total: int | None) -> None:
    rubric = a_standard(READ_TWICE, below=BELOW)

    assert [question.id for question in rubric.questions()] == ["one"]
    assert scored(rubric, {"one": answer}).total.value == total


def figure(words: str, unit: str = "number") -> str:
    return f"""
- criterion: one
  ask: Worked out
  answer: {unit}
  {words}
  range: {{from: 0}}
- {{criterion: a, ask: A?, answer: number}}
- {{criterion: b, ask: B?, answer: number}}
- {{criterion: c, ask: C?, answer: number}}
"""


@pytest.mark.parametrize(
    ("words", "unit", "number"),
    [
        ("sum: [a, b, c]", "number", 15),
        ("difference: [a, b, c]", "number", 5),
        ("largest: [a, b, c]", "number", 10),
        ("smallest: [a, b, c]", "number", 2),
        ("average: [a, b, c]", "number", 5),
        ("count: [a, b, c]", "number", 3),
        ("share: {of: a, in: [a, b, c]}", "ratio", Fraction(2, 3)),
        ("share: {of: [a, b], in: [a, b, c]}", "percent", 80),
        ("change: {of: a, since: b}", "percent", 400),
        ("sum: [a, b, c]\n  under: c", "number", 3),
        ("power: {of: a, to: 3}", "number", 1000),
    ],
)
def test_a_figure_is_worked_out_of_others(words: str, unit: str, number: Fraction) -> None:
    unit = "percent_change" if number == 400 else unit
    rubric = a_standard(figure(words, unit).replace("a, b, c]}", "a, b, c]}"), below=BELOW)

    card = scored(rubric, {"a": "10", "b": "2", "c": "3"})

    assert card.total.value == number


def test_a_figure_is_open_while_a_part_of_it_is() -> None:
    rubric = a_standard(figure("sum: [a, b, c]"), below=BELOW)

    assert node(scored(rubric, {"a": "10", "b": "2"}), "one").state is State.MISSING
    assert node(scored(rubric, {"a": "1", "b": "2", "c": "unknown"}), "one").state is State.UNKNOWN


def test_a_root_that_comes_out_is_exact_and_others_have_40_digits() -> None:
    rubric = a_standard(figure("power: {of: a, to: 0.5}"), below=BELOW)

    assert scored(rubric, {"a": "6.25"}).total.value == Fraction("2.5")
    root = scored(rubric, {"a": "2"}).total.value
    assert root is not None
    assert abs(root**2 - 2) < Fraction(1, 10**38)


def test_only_a_signed_number_may_be_below_nothing() -> None:
    signed = figure("difference: [a, b]", "signed_number")
    rubric = a_standard(signed.replace("from: 0}", "from: -50}"), below=BELOW)

    assert scored(rubric, {"a": "2", "b": "10"}).total.value == -8
    plain = a_standard("- {criterion: one, ask: Q, answer: number, range: {from: 0}}", below=BELOW)
    assert refusal(plain, "one", "-1") == "'-1' is below 0, the least there can be."


def test_a_change_since_nothing_is_unknown() -> None:
    rubric = a_standard(figure("change: {of: a, since: b}", "ratio"), below=BELOW)

    assert node(scored(rubric, {"a": "10", "b": "0"}), "one").state is State.UNKNOWN


ON_SCORES = """
- criterion: quality
  out_of: 10
  criteria:
    - {criterion: q, ask: Q?, answer: number, range: {from: 0, under: 5}}
- criterion: reach
  out_of: 1
  criteria:
    - {criterion: r, ask: R?, answer: number, range: {from: 0, under: 2}}
- criterion: both
  ask: Quality times reach
  answer: number
  of: [quality, reach]
  range: {from: 0, under: 10}
"""


def test_a_figure_may_rest_on_scores() -> None:
    rubric = a_standard(ON_SCORES, below=BELOW)

    assert node(scored(rubric, {"q": "4", "r": "1"}), "both").value == 4
    assert node(scored(rubric, {"q": "4"}), "both").state is State.UNKNOWN
    assert ends(node(scored(rubric, {"q": "4"}), "both")) == (0, 10)


ASKED_IF = """
- criterion: kind
  ask: Which kind?
  answer: choice
  points:
    - {answer: shop, ask: Shop, gives: 0}
    - {answer: kitchen, ask: Kitchen, gives: 1}
    - {answer: truck, ask: Truck, gives: 1}
- criterion: heat
  ask: Is it cool enough?
  answer: yes_no
  applies: {kind: [kitchen, truck]}
- criterion: late
  ask: Anything else?
  answer: yes_no
  applies: {region: [north, west]}
"""


def test_a_question_may_hang_on_another_answer_and_on_several_words() -> None:
    rubric = a_standard(ASKED_IF, below=BELOW)

    def states(kind: str, region: str) -> list[State]:
        answers = {"kind": kind, "heat": "", "late": ""}
        card = scored(rubric, answers, profile={"region": region})
        return [node(card, name).state for name in ("heat", "late")]

    assert states("kitchen", "West") == [State.MISSING, State.MISSING]
    assert states("shop", "south") == [State.NA, State.NA]
    assert states("truck", "") == [State.MISSING, State.MISSING]


def test_an_answer_does_not_count_while_nobody_knows_whether_it_is_asked() -> None:
    card = scored(a_standard(ASKED_IF, below=BELOW), {"kind": "unknown", "heat": "yes"})

    assert node(card, "heat").state is State.UNKNOWN
    assert ends(node(card, "heat")) == (0, 1)
