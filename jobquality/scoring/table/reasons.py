"""Why many employers have the level they have: what a level's conditions look at, for each.

The words for it are made elsewhere; here is what they are made of, so that a file of scores
says of everybody what it would say of each alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jobquality.rubrics.floors import EACH_DIMENSION, SHARES
from jobquality.rubrics.model import Asked, Band, Criterion, Floor, Level, Rubric
from jobquality.rubrics.parameters import Found
from jobquality.scoring.scorecard import Scorecard
from jobquality.scoring.table.columns import Code, Columns
from jobquality.scoring.table.evaluator import Plan, Table, Tree, run_table
from jobquality.scoring.table.scored import Scored
from jobquality.scoring.table.situations import Situations, situations_of
from jobquality.scoring.table.terms import (
    Array,
    Block,
    Mask,
    Number,
    Term,
    UnsupportedError,
    all_of,
    as_float,
    as_term,
    negated,
)

_HUNDRED = Fraction(100)
#: Into so many parts of one a number may fall for ten decimals to tell it for certain.
_GRAINS = 10**5


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One condition of a level for everybody: `name` is the node (and share) it looks at.

    `holds` and `there` tell for whom it holds and whom it concerns at all, `open` for whom
    what it looks at is open; `actual` is that number. Where `is_exact`, ten decimals of it
    tell how it rounds.
    """

    level: Level
    floor: Floor
    name: str
    holds: NDArray[np.bool_]
    there: NDArray[np.bool_]
    open: NDArray[np.bool_]
    actual: NDArray[np.float64]
    is_exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """A table with what its reasons are made of.

    `evidence` and `could` are levels by code, as in `Outcome`. `known` tells who has a value,
    `out` to whom nothing applies. `cards` are those of the exact evaluator. `due` are
    figures past their check date, with the first employer that rests on each.
    """

    table: Table
    evidence: NDArray[np.int8]
    could: NDArray[np.int8]
    known: NDArray[np.bool_]
    out: NDArray[np.bool_]
    conditions: tuple[Condition, ...]
    cards: Mapping[int, Scorecard]
    due: tuple[Found, ...]


def reasons_of(plan: Plan, columns: Columns) -> Reasons | None:
    """Return the scores of everybody with their reasons.

    None where not every reason can be told from a table: the standard says more than that.
    """
    if not columns.size or _says_more(plan.rubric):
        return None
    asked: list[_Asked] = []

    def more(tree: Tree) -> Mapping[str, Term]:
        return dict(_wanted(plan.rubric, tree, asked))

    try:
        ran = run_table(plan, columns, more=more)
    except UnsupportedError:
        return None
    if ran.table.faults:
        return None
    found = ran.more
    return Reasons(
        table=ran.table,
        evidence=found["evidence"],
        could=found["could"],
        known=found["known"],
        out=found["out"],
        conditions=tuple(_condition(one, place, found) for place, one in enumerate(asked)),
        cards=ran.cards,
        due=tuple(_due(plan, columns, found, ran.cards)),
    )


def _says_more(rubric: Rubric) -> bool:
    """Say whether reasons look at more than single conditions on scores as they are."""
    levels = rubric.levels
    is_more = any(one.any_of or one.after or one.exempts for one in levels)
    is_rounded = rubric.rounding.on_levels and rubric.rounding.digits is not None
    return is_more or is_rounded or any(floor.of for one in levels for floor in one.floors)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    level: Level
    floor: Floor
    name: str
    is_exact: bool


def _condition(asked: _Asked, place: int, found: Mapping[str, NDArray[Any]]) -> Condition:
    return Condition(
        level=asked.level,
        floor=asked.floor,
        name=asked.name,
        holds=found[f"holds {place}"],
        there=found[f"there {place}"],
        open=found[f"open {place}"],
        actual=found[f"actual {place}"],
        is_exact=asked.is_exact,
    )


def _wanted(rubric: Rubric, tree: Tree, asked: list[_Asked]) -> Iterator[tuple[str, Term]]:
    judge = tree.judge
    yield "evidence", judge.if_evidence_holds()
    yield "could", judge.could_reach()
    yield "known", as_mask(tree.total.known)
    yield "out", as_mask(tree.total.out)
    for level, floor in _told(rubric):
        for node, name in _nodes(floor, tree):
            place = len(asked)
            terms = dict(_terms(floor, node, tree))
            is_exact = terms["actual"].whole and terms["actual"].factor.denominator <= _GRAINS
            asked.append(_Asked(level=level, floor=floor, name=name, is_exact=is_exact))
            yield from ((f"{key} {place}", term) for key, term in terms.items())
    for name, mask in tree.source.uses.items():
        out = tree.source.outs.get(name, False)
        yield f"uses {name}", as_mask(all_of([mask, negated(out), negated(_is_stated(name, tree))]))


def _told(rubric: Rubric) -> Iterator[tuple[Level, Floor]]:
    """Yield the conditions that a reason may name: of the lowest level, and all on coverage."""
    scored = [level for level in rubric.levels if not level.declared]
    for level in scored:
        for floor in level.floors:
            if level is scored[-1] or floor.name == "coverage":
                yield level, floor


def _nodes(floor: Floor, tree: Tree) -> Iterator[tuple[Scored, str]]:
    if floor.of:
        raise UnsupportedError
    if floor.name in SHARES:
        yield tree.total, floor.name
    elif floor.name == EACH_DIMENSION:
        yield from ((one, one.node.id) for one in tree.judge.dimensions(floor))
    elif floor.name in tree.nodes:
        yield tree.nodes[floor.name], floor.name


def _terms(floor: Floor, node: Scored, tree: Tree) -> Iterator[tuple[str, Term]]:
    is_high = floor.at_most and not floor.share
    number: Number = node.share(floor.share) if floor.share else node.points_at(is_high=is_high)
    by = _HUNDRED if floor.share else Fraction(1)
    number = tree.judge.as_judged(number, node, floor)
    yield "holds", as_mask(tree.judge.meets_seen(floor, node))
    yield "there", as_mask(True if floor.share else negated(node.out))
    yield "open", as_mask(node.endless if is_high else False)
    yield "actual", _as_floats(number, by)


def _as_floats(number: Number, by: Fraction) -> Term:
    term = as_term(number)
    factor = as_float(term.factor * by)
    return Term(
        run=lambda _, array: np.multiply(array, factor),
        inputs=(term,),
        whole=term.whole,
        factor=term.factor * by,
    )


def as_mask(mask: Mask) -> Term:
    """Return a mask as a term."""
    if isinstance(mask, Term):
        return mask
    return Term(run=lambda block: np.full(block.size, mask, dtype=np.bool_))


# Dated figures past their check date.


def _is_stated(name: str, tree: Tree) -> Mask:
    """Return whose figure itself is said not to be, so that nobody looks at its parts."""
    codes = tree.source.codes(name)
    if codes is None:
        return False
    numbers = tree.source.numbers(name)

    def run(_: Block, array: Array, *given: Array) -> Array:
        stated = array <= Code.NA
        return stated & np.isnan(given[0]) if given else stated

    return Term(run=run, inputs=(codes,) if numbers is None else (codes, numbers))


def _due(
    plan: Plan,
    columns: Columns,
    found: Mapping[str, NDArray[Any]],
    cards: Mapping[int, Scorecard],
) -> list[Found]:
    """Return figures past their check date, in the order in which somebody rests on them."""
    situations = situations_of(columns, plan.parameters, plan.needed)
    codes = np.broadcast_to(situations.codes, columns.size)
    apart = np.zeros(columns.size, dtype=np.bool_)
    apart[list(cards)] = True
    seen: list[tuple[tuple[int, int, int], Found]] = []
    for order, question in enumerate(plan.rubric.root.criteria()):
        uses = found.get(f"uses {question.id}")
        for part, name in enumerate(_dated(question) if uses is not None else ()):
            of_name = _of_parameter(situations, name)
            for situation, one in of_name:
                places = np.flatnonzero((codes == situation) & uses & ~apart)
                if places.size:
                    seen.append(((int(places[0]), order, part), one))
    for place, card in cards.items():
        lines = [node.line for node in card.total.walk() if node.line]
        due = [one for line in lines for one in line.found if one.due]
        seen += [((place, order, 0), one) for order, one in enumerate(due)]
    return [one for _, one in sorted(seen, key=lambda pair: pair[0])]


def _of_parameter(situations: Situations, name: str) -> list[tuple[int, Found]]:
    found = enumerate(situations.found(name))
    return [(situation, one) for situation, one in found if one is not None and one.due]


def _dated(question: Criterion) -> list[str]:
    measure = question.measure
    terms = (*measure.of, *measure.to, measure.cap) if measure else ()
    names = [one.name for one in terms if one is not None and one.kind is Asked.PARAMETER]
    steps = question.points if isinstance(question.points, tuple) else ()
    starts = [one.start for one in steps if isinstance(one, Band)]
    return [*names, *(start for start in starts if isinstance(start, str))]
