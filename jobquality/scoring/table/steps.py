"""On which step of a criterion each employer stands: a small whole number, never a float.

Code 0 is an answer that is missing, then come the steps from below, then the other states.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from jobquality.rubrics.model import Band, Criterion, Span
from jobquality.scoring.points import bands_of
from jobquality.scoring.table.answers import Source
from jobquality.scoring.table.columns import Code
from jobquality.scoring.table.edges import ALWAYS, NEVER, first_beyond, first_from
from jobquality.scoring.table.terms import Array, Block, Run, Term, UnsupportedError

#: What a code says: points, a state, or None for something only the exact evaluator can read.
Said = Fraction | Code | None
#: A figure that cannot be worked out because what it is divided by is 0.
_STATES = (Code.UNKNOWN, Code.DECLINED, Code.NA, Code.NOT_OFFERED)
#: One edge for everybody, or one for each situation.
Edge = np.float64 | NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """`codes` tells the step of each employer (None: all are 0), `said` what each code says.

    `given` tells who gave a value of their own, where not every code above 0 means that.
    """

    codes: Term | None
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The edges of bands, lowest first, and what is given from the lowest end upwards.

    `edges` hold, for each edge, one number, or one for each situation (None where no
    dated figure fits); `above` tells which of them have to be passed, not only reached.
    """

    edges: tuple[Fraction | tuple[Fraction | None, ...], ...]
    gives: tuple[Fraction, ...]
    above: tuple[bool, ...] = ()

    @property
    def is_dated(self) -> bool:
        """Whether an edge differs by situation."""
        return any(isinstance(edge, tuple) for edge in self.edges)

    def at(self, situation: int) -> tuple[Fraction | None, ...]:
        """Return the edges in one situation."""
        return tuple(one[situation] if isinstance(one, tuple) else one for one in self.edges)

    def bad(self, size: int) -> NDArray[np.bool_]:
        """Return the situations in which an edge is not known, or the bands cross."""
        return np.array([_is_bad(self.at(one)) for one in range(size)], dtype=np.bool_)


def _is_bad(edges: Sequence[Fraction | None]) -> bool:
    known = [edge for edge in edges if edge is not None]
    return len(known) < len(edges) or any(low >= high for low, high in pairwise(known))


def ladder_of(question: Criterion, source: Source) -> Ladder:
    """Return the edges of a criterion; none where the answer itself is the points."""
    if isinstance(question.points, Span):
        return Ladder(edges=(), gives=(Fraction(0),))
    bands = bands_of(question)
    started = [band for band in bands if band.start is not None]
    edges = tuple(_edge(band, source) for band in started)
    gives = [band.gives for band in bands]
    # Below the first edge stands the band that is open below, or else the first of all.
    if len(edges) == len(bands):
        gives = [gives[0], *gives]
    return Ladder(edges=edges, gives=tuple(gives), above=tuple(band.above for band in started))


def _edge(band: Band, source: Source) -> Fraction | tuple[Fraction | None, ...]:
    return (
        source.situations.values(band.start) if isinstance(band.start, str) else band.start or _ZERO
    )


_ZERO = Fraction(0)


def number_steps(question: Criterion, source: Source) -> Steps:
    """Return the steps of a number that is given as it counts."""
    numbers = source.numbers(question.id)
    ladder = ladder_of(question, source)
    pairs = zip(ladder.edges, ladder.above, strict=True)
    edges = [_thresholds(edge, first_beyond if above else first_from) for edge, above in pairs]
    counted = None if numbers is None else counting(numbers, edges, source)
    if counted is not None and ladder.is_dated:
        counted = refusing(counted, ladder.bad(len(source.situations.days)), source)
        source.uses[question.id] = is_counted(counted)
    return with_states(question.id, counted, ladder.gives, source)


def _thresholds(
    edge: Fraction | tuple[Fraction | None, ...], first: Callable[[Fraction], np.float64]
) -> Edge:
    if isinstance(edge, tuple):
        return np.array([NEVER if one is None else first(one) for one in edge])
    return first(edge)


def counting(
    numbers: Term, edges: Sequence[Edge], source: Source, *, falling: bool = False
) -> Term:
    """Return 0 where there is no number, else 1 and one more for each edge that is reached.

    `falling` counts the edges that a number stays below.
    """
    dated = [place for place, edge in enumerate(edges) if isinstance(edge, np.ndarray)]
    kind = np.int8 if len(edges) + len(_STATES) + 2 < np.iinfo(np.int8).max else np.int16
    run = _counting(edges, np.less if falling else np.greater_equal, kind)
    return Term(run=run, inputs=(numbers, *([source.situation()] if dated else [])))


def _counting(edges: Sequence[Edge], reach: np.ufunc, kind: type[np.signedinteger]) -> Run:
    def run(_: Block, array: Array, *situations: Array) -> Array:
        found = np.greater_equal(array, ALWAYS).astype(kind)
        passed = np.empty(array.shape, dtype=np.bool_)
        for edge in edges:
            at = edge.take(situations[0]) if isinstance(edge, np.ndarray) else edge
            reach(array, at, out=passed)
            found += passed.view(np.int8)
        return found

    return run


def is_counted(codes: Term) -> Term:
    """Return where there is a number."""
    return Term(run=lambda _, array: array > 0, inputs=(codes,))


def refusing(codes: Term, bad: NDArray[np.bool_], source: Source) -> Term:
    """Return the codes; who has an answer in a bad situation is marked."""
    if not bad.any():
        return codes

    def run(block: Block, array: Array, situations: Array) -> Array:
        block.suspect((array > 0) & bad[situations])
        return array

    return Term(run=run, inputs=(codes, source.situation()))


def with_states(
    name: str, counted: Term | None, gives: Sequence[Fraction], source: Source
) -> Steps:
    """Return steps with the states that stand where there is no number."""
    return joined_states(counted, source.codes(name), source.least_code(name), gives)


def joined_states(
    counted: Term | None, codes: Term | None, least: Code, gives: Sequence[Fraction]
) -> Steps:
    """Return steps: 0 for missing, those of `counted`, then the other states down to `least`."""
    steps = () if counted is None else tuple(gives)
    states = tuple(state for state in _STATES if state >= least)
    if codes is None or not states:
        return Steps(codes=counted, said=(Code.MISSING, *steps))
    run = _stating(len(steps), is_alone=counted is None)
    inputs = (codes,) if counted is None else (codes, counted)
    return Steps(codes=Term(run=run, inputs=inputs), said=(Code.MISSING, *steps, *states))


def _stating(steps: int, *, is_alone: bool) -> Run:
    def run(_: Block, codes: Array, *counted: Array) -> Array:
        states = -1 - np.minimum(codes, -1)
        states += (states > 0) * np.int8(steps)
        if is_alone:
            return states
        return counted[0] + (counted[0] == 0) * states

    return run


def coded_steps(question: Criterion, source: Source, gives: Sequence[Fraction]) -> Steps:
    """Return the steps of an answer that is a code already."""
    codes, least = source.codes(question.id), source.least_code(question.id)
    states = tuple(Code(code) for code in range(least, 0))
    if codes is None:
        return Steps(codes=None, said=(Code.MISSING,))
    lowest = np.int8(-least)
    return Steps(
        codes=Term(run=lambda _, array: array + lowest, inputs=(codes,)),
        said=(*states, *gives),
    )


def checklist_gives(question: Criterion) -> tuple[Fraction, ...]:
    """Return what each count of ticked boxes gives, from none on."""
    if isinstance(question.points, Span):
        return tuple(map(Fraction, range(len(question.boxes) + 1)))
    bands = bands_of(question)
    return tuple(_gives_at(bands, Fraction(count)) for count in range(len(question.boxes) + 1))


def _gives_at(bands: Sequence[Band], number: Fraction) -> Fraction:
    started = [(band.start, band.above) for band in bands if band.start is not None]
    starts = [(start, above) for start, above in started if isinstance(start, Fraction)]
    if len(starts) < len(started):
        raise UnsupportedError
    passed = sum(start < number or (start == number and not above) for start, above in starts)
    return bands[max(0, len(bands) - len(starts) + passed - 1)].gives
