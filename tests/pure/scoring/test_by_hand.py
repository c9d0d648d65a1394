"""Scores worked out a second time from the page of the language, with none of our code.

Part 5 of docs/rubric-language.md, in plain fractions: only the state of each answer, its
number and its grade are taken from the scorecard.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from jobquality.rubrics.model import Band, Choice, Combine, Criterion, Group, Scoring, Span
from jobquality.scoring.scorecard import NodeScore, Scorecard
from tests.pure.scoring.random_facts import Case, cases, shipped_cases
from tests.pure.scoring.strategies import ANOTHER, ANY, LOWER

some = settings(max_examples=max(1, settings().max_examples // 4))


@dataclass
class Hand:
    """One node by hand; `most` and `known` are what `low`, `high` and `value` are out of."""

    weight: Fraction
    value: Fraction | None
    low: Fraction
    high: Fraction
    most: Fraction
    known: Fraction
    answered: Fraction
    coverage: Fraction
    confirmed: Fraction


@some
@given(
    case=st.one_of(cases(ANY), cases(ANY), cases(ANY), cases(LOWER), shipped_cases()),
    scoring=st.sampled_from(["", ANOTHER]),
)
def test_every_node_can_be_worked_out_by_hand(case: Case, scoring: str) -> None:
    reading = next((one for one in case.rubric.scorings if one.id == scoring), None)
    card = case.card(scoring=reading.id if reading else "main")

    by_hand: dict[str, Hand | None] = {}
    work_out(case.rubric.root, reading, lines(card), by_hand)

    for node in card.total.walk():
        assert figures(by_hand[node.id]) == figures_of(node)


def lines(card: Scorecard) -> dict[str, NodeScore]:
    return {node.id: node for node in card.total.walk() if isinstance(node.node, Criterion)}


def figures(hand: Hand | None) -> tuple[object, ...]:
    if hand is None:
        return (None, None, None, 0, 0, 0)
    return (hand.value, hand.low, hand.high, hand.answered, hand.coverage, hand.confirmed)


def figures_of(node: NodeScore) -> tuple[object, ...]:
    return (node.value, node.low, node.high, node.answered, node.coverage, node.confirmed)


def work_out(
    node: Group | Criterion,
    reading: Scoring | None,
    found: dict[str, NodeScore],
    by_hand: dict[str, Hand | None],
) -> Hand | None:
    """Return a node worked out by hand, None where it does not apply; note it in `by_hand`."""
    weight = reading.weights.get(node.id, node.weight) if reading else node.weight
    if isinstance(node, Criterion):
        hand = line_by_hand(node, found[node.id], reading, weight)
    else:
        weighs = reading.weights if reading else {}
        below = [
            work_out(child, reading, found, by_hand)
            for child in node.children
            if weighs.get(child.id, child.weight) > 0
        ]
        hand = group_by_hand(node, [one for one in below if one is not None], weight)
    by_hand[node.id] = hand
    return hand


def line_by_hand(
    question: Criterion, line: NodeScore, reading: Scoring | None, weight: Fraction
) -> Hand | None:
    if line.state == "na":
        return None
    fewest, most = scale_of(question)
    one, none = Fraction(1), Fraction(0)
    if line.state in {"value", "not_offered"}:
        points = fewest if line.state == "not_offered" else points_of(question, line)
        grade = str(line.line.grade) if line.line else ""
        seen = one if grade in {"E2", "E3", "E4"} else none
        confirmed = one if grade in {"E3", "E4"} else none
        return Hand(weight, points, points, points, most, most, one, seen, confirmed)
    when = (reading.when if reading else None) or question.when
    is_zero = getattr(when, str(line.state)) == "zero"
    return Hand(weight, fewest if is_zero else None, fewest, most, most, most, none, none, none)


def scale_of(question: Criterion) -> tuple[Fraction, Fraction]:
    points = question.points
    if isinstance(points, tuple):
        gives = [step.gives for step in points]
        return min(gives), max(gives)
    assert isinstance(points, Span)
    assert points.high is not None
    return points.low, points.high


def points_of(question: Criterion, line: NodeScore) -> Fraction:
    """Return what the choice gives, or the last band that starts at the number or below it."""
    assert line.line is not None
    assert line.line.figure is not None
    number, chosen = line.line.figure.number, line.line.figure.chosen
    if not isinstance(question.points, tuple):
        assert number is not None
        return number
    steps: list[Band | Choice] = list(question.points)
    pairs = zip(steps, line.line.edges or [None] * len(steps), strict=True)
    return [step.gives for step, start in pairs if is_reached(step, start, number, chosen)][-1]


def is_reached(
    step: Band | Choice, start: Fraction | None, number: Fraction | None, chosen: str
) -> bool:
    if isinstance(step, Choice):
        return step.id == chosen
    return start is None or (number is not None and start <= number)


def group_by_hand(group: Group, below: list[Hand], weight: Fraction) -> Hand | None:
    if not below:
        return None
    known = [(one, one.value) for one in below if one.value is not None]
    value = COMBINE[group.combine](
        group, [(one.weight, number, one.known) for one, number in known]
    )
    return Hand(
        weight,
        value if known else None,
        COMBINE[group.combine](group, [(one.weight, one.low, one.most) for one in below]),
        COMBINE[group.combine](group, [(one.weight, one.high, one.most) for one in below]),
        most_of(group, [(one.weight, one.most) for one in below]),
        most_of(group, [(one.weight, one.known) for one, _ in known]),
        *(share(group, below, name) for name in ("answered", "coverage", "confirmed")),
    )


Parts = list[tuple[Fraction, Fraction, Fraction]]


def mean(group: Group, parts: Parts) -> Fraction:
    whole = sum(weight for weight, _, _ in parts)
    return (
        sum((weight * number / most for weight, number, most in parts), Fraction(0))
        / (whole or 1)
        * group.out_of
    )


def ladder(_group: Group, parts: Parts) -> Fraction:
    climbed = Fraction(0)
    for _, number, most in parts:
        climbed += number
        if number < most:
            return climbed
    return climbed


COMBINE: dict[Combine, Callable[[Group, Parts], Fraction]] = {
    Combine.MEAN: mean,
    Combine.SUM: lambda _, parts: sum((by * number for by, number, _ in parts), Fraction(0)),
    Combine.MIN: lambda _, parts: min((number for _, number, _ in parts), default=Fraction(0)),
    Combine.MAX: lambda _, parts: max((number for _, number, _ in parts), default=Fraction(0)),
    Combine.LADDER: ladder,
}


def most_of(group: Group, most: list[tuple[Fraction, Fraction]]) -> Fraction:
    if group.combine is Combine.MEAN:
        return group.out_of
    return COMBINE[group.combine](group, [(by, one, one) for by, one in most])


def share(group: Group, below: list[Hand], name: str) -> Fraction:
    """Return a share of what counts: by weight in a mean, by points in a sum or ladder."""
    by_points = group.combine in {Combine.SUM, Combine.LADDER}
    weighs = group.combine in {Combine.MEAN, Combine.SUM}
    counts = [
        (one.weight if weighs else 1) * (one.most if by_points else Fraction(1)) for one in below
    ]
    shares: list[Fraction] = [getattr(one, name) for one in below]
    return sum((c * s for c, s in zip(counts, shares, strict=True)), Fraction(0)) / sum(counts)
