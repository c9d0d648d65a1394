"""The change between two scores, split by what caused it: exactly, whatever the order."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from math import factorial

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jobquality.errors import FaultsError
from jobquality.rubrics.bridging import propose_bridge
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.changes import Cause, ChangeSplit, Measure, split_change
from jobquality.scoring.periods import Period, draw_lines
from tests.pure.scoring.moving import (
    EARLY,
    LATE,
    Move,
    editions,
    facts_on,
    moves,
    other_answers,
    other_evidence,
    parameters,
    periods,
    reweighed,
)
from tests.pure.scoring.strategies import ANOTHER


def split_of(move: Move) -> ChangeSplit:
    return split_change(move.before, move.after, move.bridge)


def between(before: Period, after: Period) -> ChangeSplit:
    return split_change(before, after, propose_bridge(before.rubric, after.rubric))


def causes_of(split: ChangeSplit) -> set[Cause]:
    """Return the causes that have a part in any number."""
    parts = [one.parts for one in split.splits.values()]
    return {cause for one in parts for cause, part in one.items() if part != 0}


def can_be_scored(period: Period) -> bool:
    try:
        period.card()
    except FaultsError:
        return False
    return True


@given(moves())
def test_the_parts_add_up_to_the_change_exactly(move: Move) -> None:
    split = split_of(move)

    for measure, one in split.splits.items():
        assert one.before == measure.of(move.before.card().total)
        assert one.after == measure.of(move.after.card().total)
        if one.change is not None:
            assert sum(one.parts.values(), one.unsplit) == one.change
            assert all(isinstance(part, Fraction) for part in one.parts.values())


@given(moves())
def test_nothing_stays_unsplit_while_an_order_can_be_scored(move: Move) -> None:
    for one in split_of(move).splits.values():
        if one.orders:
            assert one.unsplit == 0


@given(moves())
def test_the_way_back_has_every_part_with_the_other_sign(move: Move) -> None:
    there, back = split_of(move), split_of(move.turned())

    for measure in Measure:
        one, other = there.splits[measure], back.splits[measure]
        assert {cause: -part for cause, part in other.parts.items()} == one.parts
        assert (one.unsplit, one.orders) == (-other.unsplit, other.orders)


@given(periods())
def test_without_a_change_every_part_is_zero(period: Period) -> None:
    split = between(period, period)

    assert split.causes == ()
    assert causes_of(split) == set()
    assert all(one.unsplit == 0 for one in split.splits.values())


@given(st.data())
def test_other_answers_alone_are_the_employers_doing(data: st.DataObject) -> None:
    before = data.draw(periods())
    after = replace(before, facts=data.draw(other_answers(before)))
    assume(can_be_scored(after))
    split = between(before, after)

    assert causes_of(split) <= {Cause.EMPLOYER}
    assert set(split.causes) <= {Cause.EMPLOYER}
    assert all(one.unsplit == 0 for one in split.splits.values())


@given(st.data())
def test_other_evidence_alone_is_evidence(data: st.DataObject) -> None:
    before = data.draw(periods())
    after = replace(before, facts=data.draw(other_evidence(before)))
    assume(can_be_scored(after))

    assert causes_of(between(before, after)) <= {Cause.EVIDENCE}


@given(periods(), parameters())
def test_other_dated_figures_alone_are_the_parameters(before: Period, other: Parameters) -> None:
    after = replace(before, parameters=other)

    assert causes_of(between(before, after)) <= {Cause.PARAMETER}


@given(st.data())
def test_other_weights_alone_are_the_rubrics_doing(data: st.DataObject) -> None:
    before = data.draw(periods())
    after = replace(before, rubric=data.draw(reweighed(before.rubric)))

    assert causes_of(between(before, after)) <= {Cause.RUBRIC}


@given(periods())
def test_another_scoring_alone_is_the_rubrics_doing(before: Period) -> None:
    after = replace(before, scoring=ANOTHER)
    split = between(before, after)

    assert split.causes == (Cause.RUBRIC,)
    assert all(one.unsplit == 0 for one in split.splits.values())
    assert draw_lines([before, after], [None]).published[1].is_break


@given(st.data())
def test_another_edition_alone_is_the_rubrics_doing_whatever_is_linked(
    data: st.DataObject,
) -> None:
    old, new = data.draw(editions()), data.draw(editions())
    facts = data.draw(facts_on(old, EARLY))
    figures = data.draw(parameters())
    before = Period(rubric=old, facts=facts, parameters=figures)
    after = Period(rubric=new, facts=facts, parameters=figures)
    assume(can_be_scored(after))

    assert causes_of(between(before, after)) <= {Cause.RUBRIC}
    assert causes_of(split_change(before, after)) <= {Cause.RUBRIC}


BY_HAND = (Cause.EMPLOYER, Cause.RUBRIC, Cause.PARAMETER)


def subsets(causes: tuple[Cause, ...]) -> list[frozenset[Cause]]:
    sizes = range(len(causes) + 1)
    return [frozenset(some) for size in sizes for some in combinations(causes, size)]


def shapley(cause: Cause, values: Mapping[frozenset[Cause], Fraction]) -> Fraction:
    """Return the textbook's sum over all sets without the cause: |S|! (n-|S|-1)! / n!."""
    rest = tuple(one for one in BY_HAND if one is not cause)
    count = len(BY_HAND)
    return sum(
        (
            Fraction(factorial(len(some)) * factorial(count - len(some) - 1), factorial(count))
            * (values[some | {cause}] - values[some])
            for some in subsets(rest)
        ),
        Fraction(0),
    )


@settings(max_examples=40)
@given(st.data())
def test_each_part_is_shapleys_value_of_mixtures_made_by_hand(data: st.DataObject) -> None:
    before = data.draw(periods())
    rubric = data.draw(reweighed(before.rubric))
    facts = replace(data.draw(other_answers(before)), on=LATE)
    after = Period(rubric=rubric, facts=facts, parameters=data.draw(parameters()))
    values = {}
    for switched in subsets(BY_HAND):
        employer, edition, figures = (after if cause in switched else before for cause in BY_HAND)
        day = figures.facts.on
        mixture = Period(
            rubric=edition.rubric,
            facts=replace(employer.facts, on=day),
            parameters=figures.parameters,
        )
        assume(can_be_scored(mixture))
        value = mixture.card().total.value
        assume(value is not None)
        values[switched] = value or Fraction(0)

    found = between(before, after).splits[Measure.VALUE].parts
    assert found == {cause: shapley(cause, values) for cause in BY_HAND} | {Cause.EVIDENCE: 0}
