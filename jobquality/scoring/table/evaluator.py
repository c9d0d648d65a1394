"""`score_table`: the scores of many employers at once, equal to the exact evaluator's.

A standard becomes a plan, a plan and a table become terms (`table_terms`), and the terms run
over blocks of employers that stay in the fast memory. Scores are sums of whole numbers over
one denominator, exact by themselves. Where a quotient comes so near a decision that floats
cannot tell, or where only the exact evaluator knows what an answer means, it is asked.
"""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jobquality.errors import Fault, FaultsError
from jobquality.rubrics.model import MAIN, Rounding, Rubric, Scoring
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.answers import Question
from jobquality.scoring.rounding import round_to, rounded
from jobquality.scoring.score import find_scoring, score
from jobquality.scoring.scorecard import NodeScore, Scorecard
from jobquality.scoring.table.answers import CONFIRMED, SEEN, UNUSED, Source
from jobquality.scoring.table.columns import Columns
from jobquality.scoring.table.groups import Folder
from jobquality.scoring.table.leaves import Reader
from jobquality.scoring.table.levels import Judge, level_names, looked_at
from jobquality.scoring.table.rounding import shown
from jobquality.scoring.table.rows import asked_of, facts_at, nearest_float
from jobquality.scoring.table.scored import Scored, Scores
from jobquality.scoring.table.situations import situations_of
from jobquality.scoring.table.support import unknown_word
from jobquality.scoring.table.terms import (
    Block,
    Mask,
    Program,
    Term,
    UnsupportedError,
    negated,
    only,
    program_of,
)

#: Shares, and scores of a standard that rounds nothing, are shown to so many decimals.
DIGITS = 6
#: Rows of a block: as many as the second cache holds, more where threads take turns.
ROWS, ROWS_ON_THREADS = 8_192, 32_768
#: A score as it was read, for somebody whom no level fits because nothing could be scored.
FAULTY = np.int8(-1)
_PLAIN = Rounding(digits=DIGITS)
FIGURES = ("value", "low", "high", "answered", "coverage")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A standard with its dated figures and one of its scorings, ready for any table.

    `unsupported` is empty, or the word because of which every employer goes to the exact
    evaluator.
    """

    rubric: Rubric
    parameters: Parameters
    scoring: Scoring
    asked: Mapping[str, Question]
    needed: tuple[str, ...]
    unsupported: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The scores of `size` employers, in the order of the columns.

    `value`, `low` and `high` are the floats nearest to the decimals that are printed: rounded
    as the standard rounds, else to the sixth decimal, half up. So are `answered` and
    `coverage`, shares from 0 to 1. NaN stands where there is none: nothing is known, an end
    is open, or the standard does not apply. `level` are places in `levels`, -1 for somebody
    whose answers cannot be scored; `faults` says why, by place. `exact` is how many the exact
    evaluator was asked about.
    """

    value: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    answered: NDArray[np.float64]
    coverage: NDArray[np.float64]
    level: NDArray[np.int8]
    levels: tuple[str, ...]
    faults: Mapping[int, tuple[Fault, ...]]
    exact: int

    @property
    def size(self) -> int:
        """How many employers there are."""
        return self.level.size

    @property
    def exact_share(self) -> Fraction:
        """The share of employers that the exact evaluator was asked about."""
        return Fraction(self.exact, self.size) if self.size else Fraction(0)

    def level_of(self, place: int) -> str:
        """Return the level of one employer; empty where there is none."""
        code = self.level[place]
        return "" if code == FAULTY else self.levels[code]


def compile_plan(rubric: Rubric, parameters: Parameters, *, scoring: str = MAIN) -> Plan:
    """Return the plan of a standard.

    Raises:
        NotFoundError: the standard has no such scoring.
    """
    reading = find_scoring(rubric, scoring)
    needed = tuple(sorted(set(_parameters_of(rubric))))
    unknown = unknown_word(rubric, reading)
    lost = next((name for name in needed if name not in parameters.by_id), "")
    return Plan(
        rubric=rubric,
        parameters=parameters,
        scoring=reading,
        asked=asked_of(rubric),
        needed=needed,
        unsupported=unknown or lost,
    )


def _parameters_of(rubric: Rubric) -> Iterable[str]:
    for question in rubric.questions():
        measure = question.measure
        terms = (*measure.of, *measure.to, measure.cap) if measure else ()
        yield from (one.name for one in terms if one is not None and one.kind == "parameter")
        points = question.points if isinstance(question.points, tuple) else ()
        starts = (getattr(step, "start", None) for step in points)
        yield from (start for start in starts if isinstance(start, str))


def score_table(plan: Plan, columns: Columns, *, threads: int = 1) -> Table:
    """Return the scores of everybody, each as `score` would give it.

    `threads` share the blocks between them.
    """
    return run_table(plan, columns, threads=threads).table


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The terms of one table: its total, the nodes that levels look at, and who judges them."""

    source: Source
    total: Scored
    nodes: Scores
    judge: Judge


#: More terms than a table needs, by name: worked out beside it.
More = Callable[[Tree], Mapping[str, Term]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """A table, the further terms that were asked for, and the cards of the exact evaluator.

    `more` is empty where every employer went to the exact evaluator.
    """

    table: Table
    more: Mapping[str, NDArray[Any]]
    cards: Mapping[int, Scorecard]


def nothing_more(_: Tree) -> Mapping[str, Term]:
    """Ask for nothing beside a table."""
    return {}


def run_table(plan: Plan, columns: Columns, *, threads: int = 1, more: More = nothing_more) -> Ran:
    """Return the scores of everybody, with whatever else is asked for.

    With more terms than a table needs, the scorecards of the exact evaluator are kept, and
    the first employer who cannot be scored ends it.

    Raises:
        UnsupportedError: more terms are asked for, and the standard is none for a table.
    """
    table = _empty(plan.rubric, columns.size)
    program = _program(plan, columns, more)
    doubt = np.ones(columns.size, dtype=np.bool_)
    found: dict[str, NDArray[Any]] = {name: getattr(table, name) for name in (*FIGURES, "level")}
    if program is None and more is not nothing_more:
        raise UnsupportedError
    if program is not None:
        doubt[:] = False
        doubt[list(columns.apart)] = True
        _run(program, found, doubt, threads)
    places = np.flatnonzero(doubt).tolist()
    cards: dict[int, Scorecard] = {}
    kept = None if more is nothing_more else cards
    faults = dict(_exactly(plan, columns, table, places, kept))
    table = replace(table, faults=faults, exact=len(places))
    extra = {name: array for name, array in found.items() if name not in (*FIGURES, "level")}
    return Ran(table=table, more=extra, cards=cards)


def _empty(rubric: Rubric, size: int) -> Table:
    figures = {name: np.empty(size) for name in FIGURES}
    return Table(
        **figures,
        level=np.empty(size, dtype=np.int8),
        levels=level_names(rubric),
        faults={},
        exact=0,
    )


def _run(
    program: Program, into: dict[str, NDArray[Any]], doubt: NDArray[np.bool_], threads: int
) -> None:
    rows = ROWS if threads == 1 else ROWS_ON_THREADS
    starts = range(0, doubt.size, rows)

    def run(start: int) -> None:
        block = Block(start, min(start + rows, doubt.size), doubt[start : start + rows])
        for name, found in program.run(block).items():
            if not name.startswith(UNUSED):
                whole = _whole(into, name, doubt.size, found)
                whole[block.start : block.stop] = found

    if threads == 1:
        for start in starts:
            run(start)
        return
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(run, starts))


def _whole(into: dict[str, NDArray[Any]], name: str, size: int, part: NDArray[Any]) -> NDArray[Any]:
    """Return the array of all employers; one is made for what is seen for the first time."""
    found = into.get(name)
    return into.setdefault(name, np.empty(size, part.dtype)) if found is None else found


# The terms of one table.


def _program(plan: Plan, columns: Columns, more: More) -> Program | None:
    if plan.unsupported or not columns.size:
        return None
    situations = situations_of(columns, plan.parameters, plan.needed)
    graded = any(one.grades is not None for one in columns.answers.values())
    source = Source(columns=columns, asked=plan.asked, situations=situations, graded=graded)
    try:
        tree = _tree(plan, source)
        wanted = {"level": tree.judge.level(), **_shown(plan.rubric, tree.total), **more(tree)}
        return program_of({**wanted, **source.all_columns()})
    except UnsupportedError:
        return None


def _tree(plan: Plan, source: Source) -> Tree:
    reader = Reader(
        rubric=plan.rubric,
        parameters=plan.parameters,
        source=source,
        when=plan.scoring.when,
    )
    nodes: Scores = {}
    folder = Folder(
        reader=reader, scoring=plan.scoring, nodes=nodes, looked_at=looked_at(plan.rubric)
    )
    total = folder.group(plan.rubric.root, Fraction(1))
    if not source.graded:
        total = _graded_alike(total, source)
        nodes = {name: _graded_alike(node, source) for name, node in nodes.items()}
    judge = Judge(rubric=plan.rubric, source=source, total=total, nodes=nodes)
    return Tree(source=source, total=total, nodes=nodes, judge=judge)


def _graded_alike(node: Scored, source: Source) -> Scored:
    """Return a node of which all answers of an employer are proved alike."""
    proof = source.grade()
    return replace(
        node,
        coverage=only(node.answered, _is_proved(proof, SEEN)),
        confirmed=only(node.answered, _is_proved(proof, CONFIRMED)),
    )


def _is_proved(proof: Term | int, least: int) -> Mask:
    if isinstance(proof, int):
        return proof >= least
    return Term(run=lambda _, array: array >= least, inputs=(proof,))


def _shown(rubric: Rubric, total: Scored) -> dict[str, Term]:
    rounding = rubric.rounding if rubric.rounding.digits is not None else _PLAIN
    if (rounding.digits or 0) > DIGITS:
        raise UnsupportedError
    there = negated(total.out)
    return {
        "value": _where(shown(total.value, rounding), total.known),
        "low": _where(shown(total.low, rounding), there),
        "high": _where(_where(shown(total.high, rounding), there), negated(total.endless)),
        "answered": _where(shown(total.answered, _PLAIN), there),
        "coverage": _where(shown(total.coverage, _PLAIN), there),
    }


def _where(term: Term, mask: Mask) -> Term:
    """Return numbers where a mask holds, and NaN elsewhere."""
    if mask is True:
        return term
    if mask is False:
        return Term(run=lambda block: np.full(block.size, np.nan), whole=False)

    def run(_: Block, array: NDArray[np.float64], where: NDArray[np.bool_]) -> NDArray[np.float64]:
        if where.all():
            return array
        return np.where(where, array, np.nan)

    return Term(run=run, inputs=(term, mask), whole=False)


# Who goes to the exact evaluator.


def _exactly(
    plan: Plan,
    columns: Columns,
    table: Table,
    places: Iterable[int],
    cards: dict[int, Scorecard] | None,
) -> Iterable[tuple[int, tuple[Fault, ...]]]:
    """Score some employers one by one; yield the faults of those who cannot be scored."""
    for place in places:
        facts = facts_at(columns, plan.asked, place)
        try:
            card = score(plan.rubric, facts, plan.parameters, scoring=plan.scoring.id)
        except FaultsError as error:
            yield place, tuple(error.faults)
            _put(table, place, dict.fromkeys(FIGURES, np.float64(np.nan)), FAULTY)
            if cards is not None:
                return
            continue
        if cards is not None:
            cards[place] = card
        level = np.int8(table.levels.index(card.outcome.level))
        _put(table, place, figures_of(card.total, plan.rubric), level)


def _put(table: Table, place: int, figures: Mapping[str, np.float64], level: np.int8) -> None:
    table.level[place] = level
    for name, figure in figures.items():
        getattr(table, name)[place] = figure


def figures_of(total: NodeScore, rubric: Rubric) -> dict[str, np.float64]:
    """Return the figures of a scorecard as a table holds them."""
    scores = {"value": total.value, "low": total.low, "high": total.high}
    shares = {"answered": total.answered, "coverage": total.coverage}
    found = {
        name: None if one is None else rounded(one, rubric.rounding) for name, one in scores.items()
    }
    found |= {name: None if total.is_out else one for name, one in shares.items()}
    return {name: _printed(one) for name, one in found.items()}


def _printed(number: Fraction | None) -> np.float64:
    return np.float64(np.nan) if number is None else nearest_float(round_to(number, digits=DIGITS))
