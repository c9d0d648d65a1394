"""Many weightings at once, held equal, draw by draw, to the exact evaluator."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jobquality.rubrics.catalog import shipped_parameters
from jobquality.rubrics.model import MAIN, Combine, Group, Rubric
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.robustness.columns import Columns, Quantity, columns_of
from jobquality.scoring.robustness.draws import Family, Weighting, draw_weights
from jobquality.scoring.robustness.exact import one_by_one, rounded_total
from jobquality.scoring.robustness.fit import PARTS, parts_for, why_not
from jobquality.scoring.robustness.gather import Official, gathered
from jobquality.scoring.robustness.levels import Judge
from jobquality.scoring.robustness.measured import Settings, robustness_of
from jobquality.scoring.robustness.measures import Measure, Near, Ratio, Whole
from jobquality.scoring.robustness.ranks import blocks_of, rank_intervals, totals_of
from jobquality.scoring.robustness.reader import Block, Reader
from jobquality.scoring.score import find_scoring, score
from jobquality.scoring.scorecard import NodeScore, Scorecard
from tests.pure.scoring.random_facts import employer_facts
from tests.pure.scoring.strategies import Wanted, rubrics

DRAWS = 4
DIGITS = 1
MEANS = Wanted(combines=(Combine.MEAN,))
LESS = Wanted(combines=(Combine.MEAN,), lower=True)
ENDS = {
    Quantity.LOW: "low",
    Quantity.HIGH: "high",
    Quantity.SEEN: "coverage",
    Quantity.CONFIRMED: "confirmed",
}
some = settings(max_examples=max(1, settings().max_examples // 2))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Field:
    """A standard, some employers, and what they get under each draw, exactly."""

    rubric: Rubric
    employers: list[EmployerFacts]
    seed: int
    family: Family

    def cards(self) -> list[Scorecard]:
        return [scored(self.rubric, facts) for facts in self.employers]

    def columns(self) -> Columns:
        # Others are scored draw by draw.
        assume(not why_not(self.rubric, find_scoring(self.rubric, MAIN)))
        return columns_of(self.cards())

    def reader(self) -> Reader:
        columns = self.columns()
        parts = parts_for(columns, DIGITS)
        assume(parts)
        siblings = [branch.siblings for branch in columns.root.walk()]
        weighting = draw_weights(siblings, self.family, draws=DRAWS, seed=self.seed, parts=parts)
        return Reader(columns=columns, weighting=weighting)


def scored(rubric: Rubric, facts: EmployerFacts) -> Scorecard:
    return score(rubric, facts, shipped_parameters())


@st.composite
def fields(draw: st.DrawFn) -> Field:
    rubric = draw(rubrics(draw(st.sampled_from([MEANS, MEANS, replace(MEANS, known=True), LESS]))))
    known = draw(st.booleans())
    drawn = [draw(employer_facts(rubric, known=known)) for _ in range(draw(st.integers(1, 4)))]
    # The same employer twice: there are ties.
    employers = [*drawn, replace(drawn[0], employer="Again")]
    return Field(
        rubric=rubric,
        employers=employers,
        seed=draw(st.integers(0, 99)),
        family=draw(st.sampled_from(Family)),
    )


def reweighed(rubric: Rubric, weighting: Weighting, draw: int) -> Rubric:
    """Return the standard with the weights of one draw written into its tree."""
    return replace(rubric, root=with_weights(rubric.root, weighting, draw))


def with_weights(group: Group, weighting: Weighting, draw: int) -> Group:
    drawn = weighting.by_group[group.id][:, draw]
    children = [
        replace(
            with_weights(child, weighting, draw) if isinstance(child, Group) else child,
            weight=Fraction(int(parts)),
        )
        for child, parts in zip(group.children, drawn, strict=True)
    ]
    return replace(group, children=tuple(children))


def every_block(reader: Reader) -> list[Block]:
    rows = np.arange(len(reader.columns))
    return list(blocks_of(reader.columns, Quantity.LOW, rows, slice(0, DRAWS)))


@some
@given(field=fields())
def test_each_draw_ends_in_the_level_that_scoring_with_its_weights_gives(field: Field) -> None:
    reader = field.reader()
    judge = Judge(columns=reader.columns, reader=reader, rounding=field.rubric.rounding)
    names = reader.columns.verdicts.names
    assume(reader.columns.verdicts.levels)

    found = {
        (int(row), draw): names[judge.codes(block)[place, draw]]
        for block in every_block(reader)
        for place, row in enumerate(block.rows)
        for draw in range(DRAWS)
    }

    for draw in range(DRAWS):
        rubric = reweighed(field.rubric, reader.weighting, draw)
        for row, facts in enumerate(field.employers):
            assert found[row, draw] == scored(rubric, facts).outcome.level


@some
@given(field=fields())
def test_each_draw_gives_every_group_the_exact_score_of_its_weights(field: Field) -> None:
    reader = field.reader()

    for draw in range(DRAWS):
        rubric = reweighed(field.rubric, reader.weighting, draw)
        cards = [nodes_of(scored(rubric, facts)) for facts in field.employers]
        branches = list(reader.columns.root.walk())
        for block, branch, quantity in product(every_block(reader), branches, ENDS):
            measure = reader.measure(quantity, branch, block)
            nodes = [cards[row][branch.id] for row in block.rows]
            found = [exactly(measure, place, draw) for place in range(len(nodes))]
            assert found == [expected(node, quantity) for node in nodes]


def expected(node: NodeScore, quantity: Quantity) -> Fraction | None:
    number: Fraction = getattr(node, ENDS[quantity])
    if node.is_out:
        return None
    return number * 100 if quantity.is_share else number


def nodes_of(card: Scorecard) -> Mapping[str, NodeScore]:
    return {node.id: node for node in card.total.walk()}


def exactly(measure: Measure, row: int, draw: int) -> Fraction | None:
    """Return the score that a measure stands for, None where there is none."""
    if isinstance(measure, Whole):
        return Fraction(int(measure.numbers[row, draw])) / measure.scale
    if isinstance(measure, Ratio):
        below = int(measure.below[row, draw])
        return Fraction(int(measure.above[row, draw]), below) / measure.scale if below else None
    assert isinstance(measure, Near)
    if not measure.applies[row]:
        return None
    pair = measure.exact(np.array([row]), np.array([draw]))
    exact = Fraction(*(int(one[0]) for one in pair))
    assert abs(exact - Fraction(float(measure.numbers[row, draw]))) < Fraction(measure.off) / 100
    return exact


@some
@given(field=fields(), by_value=st.booleans())
def test_ranks_are_those_of_the_exact_totals(field: Field, *, by_value: bool) -> None:
    reader = field.reader()
    wanted = Settings(digits=DIGITS, by_value=by_value)
    cards = field.cards()
    order = [place for place, card in enumerate(cards) if rounded_total(card, wanted) is not None]
    end = Quantity.HIGH if field.rubric.lower_is_better else Quantity.LOW
    totals = totals_of(
        reader,
        Quantity.VALUE if by_value else end,
        np.array(order, dtype=np.intp),
        digits=DIGITS,
        lower=field.rubric.lower_is_better,
    )

    ranks = rank_intervals(totals)

    ranked = []
    for draw in range(DRAWS):
        rubric = reweighed(field.rubric, reader.weighting, draw)
        exact = [rounded_total(scored(rubric, field.employers[place]), wanted) for place in order]
        drawn = [total for total in exact if total is not None]
        ranked.append([1 + sum(other > one for other in drawn) for one in drawn])
    for place in range(len(order)):
        row = sorted(one[place] for one in ranked)
        found = ranks.low[place], ranks.high[place], ranks.best[place], ranks.worst[place]
        assert found == (row[0], row[-1], row[0], row[-1])


@some
@given(field=fields(), by_value=st.booleans())
def test_both_ways_of_scoring_draws_say_the_same(field: Field, *, by_value: bool) -> None:
    cards, parameters = field.cards(), shipped_parameters()
    assume(parts_for(field.columns(), DIGITS) == PARTS[0])
    assume(any(len(group.children) > 1 for group in field.rubric.root.groups()))
    wanted = Settings(draws=DRAWS, seed=field.seed, digits=DIGITS, by_value=by_value)
    totals = [rounded_total(card, wanted) for card in cards]
    order = [place for place, total in enumerate(totals) if total is not None]
    order.sort(key=lambda place: -(totals[place] or 0))
    official = Official(cards=cards, totals=totals, order=order)

    slow = list(one_by_one(cards, field.employers, parameters, order, wanted))

    at_once = robustness_of(cards, field.employers, parameters, wanted)
    assert gathered(official, slow, wanted, draw_by_draw="") == at_once
