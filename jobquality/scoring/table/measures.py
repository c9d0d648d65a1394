"""Figures that are worked out from parts, without working them out where one part decides.

A wage divided by the minimum wage of its place reaches 1.5 exactly when the wage reaches 1.5
times that minimum: an edge for each place, and no division. Where two parts were given, the
quotient of floats decides, and who is too near an edge goes to whole numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod

import numpy as np
from numpy.typing import NDArray

from jobquality.rubrics.model import Asked, Criterion, Measure, Span
from jobquality.rubrics.model import Term as Part
from jobquality.scoring.numbers import limits_of
from jobquality.scoring.table.answers import CONFIRMED, Source
from jobquality.scoring.table.columns import Code
from jobquality.scoring.table.edges import ALWAYS, NEVER, first_beyond, first_from
from jobquality.scoring.table.quotients import quotient_counting
from jobquality.scoring.table.steps import (
    Said,
    Steps,
    counting,
    is_counted,
    joined_states,
    ladder_of,
    number_steps,
    refusing,
)
from jobquality.scoring.table.terms import Array, Block, Run, Term, UnsupportedError

_ONE, _ZERO = Fraction(1), Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """The parts of a measure that are answers, and the product of the others by situation."""

    above: tuple[str, ...]
    below: tuple[str, ...]
    factors: tuple[Fraction | None, ...]
    caps: tuple[Fraction | None, ...] | None


def measured_steps(question: Criterion, measure: Measure, source: Source) -> Steps:
    """Return the steps of a figure that may be given, or worked out from its parts."""
    parts = _answered_parts(measure, source)
    given = number_steps(question, source)
    if not any(source.numbers(name) or source.codes(name) for name in parts):
        if not parts:
            raise UnsupportedError
        return given
    worked = _worked(question, measure, source)
    if given.codes is None:
        return _as_worked(question, worked)
    return _both(question, given, worked)


def _answered_parts(measure: Measure, source: Source) -> tuple[str, ...]:
    terms = (*measure.of, *measure.to, *((measure.cap,) if measure.cap else ()))
    names = tuple(term.name for term in terms if term.kind is Asked.FIGURE)
    for name in names:
        part = source.asked.get(name)
        if not isinstance(part, Criterion) or part.measure is not None:
            raise UnsupportedError
    return names


def parts_proof(measure: Measure, source: Source) -> Term | int:
    """Return how well the weakest part that was answered is proved."""
    names = _answered_parts(measure, source)
    given = [name for name in names if source.numbers(name) or source.codes(name)]
    inputs: list[Term] = []
    for name in given:
        inputs += [as_proofs(source.grades(name)), _is_answered(name, source)]

    def run(_: Block, *arrays: Array) -> Array:
        weakest = np.full(arrays[0].shape, CONFIRMED, dtype=np.int8)
        for proof, answered in zip(arrays[::2], arrays[1::2], strict=True):
            np.minimum(weakest, proof + CONFIRMED * ~answered, out=weakest)
        return weakest

    return Term(run=run, inputs=tuple(inputs)) if inputs else 0


def as_proofs(proof: Term | int) -> Term:
    """Return how well answers are proved, one by one."""
    if isinstance(proof, Term):
        return proof
    return Term(run=lambda block: np.full(block.size, proof, dtype=np.int8))


def _is_answered(name: str, source: Source) -> Term:
    numbers, codes = source.numbers(name), source.codes(name)
    inputs = tuple(one for one in (numbers, codes) if one is not None)

    def run(_: Block, *arrays: Array) -> Array:
        found = ~np.isnan(arrays[0]) if numbers is not None else arrays[0] != Code.MISSING
        return found | (arrays[1] != Code.MISSING) if len(arrays) > 1 else found

    return Term(run=run, inputs=inputs)


# What the parts say.


def _worked(question: Criterion, measure: Measure, source: Source) -> Steps:
    if _is_opaque(question, measure, source):
        return _one_by_one(measure, source)
    asked = _asked(question, measure, source)
    ladder = ladder_of(question, source)
    size = len(source.situations.days)
    above = zip(ladder.edges, ladder.above, strict=True)
    edges = [(_by_situation(edge, size), beyond) for edge, beyond in above]
    low, high = limits_of(question)
    counted = _counted(asked, edges, source, limits=(low, high))
    bad = ladder.bad(size) | np.array([one is None or one <= 0 for one in asked.factors])
    if asked.caps is not None:
        bad |= np.array([one is None for one in asked.caps])
    counted = refusing(counted, bad, source)
    source.uses[question.id] = is_counted(counted)
    names = _answered_parts(measure, source)
    codes, least = _weakest(names, source)
    said: list[Said] = [None, *ladder.gives] if low is not None else list(ladder.gives)
    said += [None] if high is not None else []
    steps = joined_states(counted, codes, least, [_ZERO] * len(said))
    rest = steps.said[1 + len(said) :]
    return Steps(codes=steps.codes, said=(Code.MISSING, *said, *rest))


def _is_opaque(question: Criterion, measure: Measure, source: Source) -> bool:
    """Say whether only the exact evaluator can work the figure out."""
    if isinstance(question.points, Span):
        return True
    if measure.cap is not None and measure.cap.kind is Asked.FIGURE:
        return True
    below = [source.asked[part.name] for part in measure.to if part.kind is Asked.FIGURE]
    lows = [limits_of(one)[0] for one in below if isinstance(one, Criterion)]
    return any(low is None or low < 0 for low in lows)


def _one_by_one(measure: Measure, source: Source) -> Steps:
    """Return steps that send everybody to the exact evaluator whose parts are all numbers."""
    names = _answered_parts(measure, source)
    numbers = [one for name in names if (one := source.numbers(name)) is not None]

    def run(block: Block, *arrays: Array) -> Array:
        gone = [np.isnan(array) for array in arrays]
        is_some = np.full(block.size, len(numbers) == len(names))
        return (is_some & ~np.logical_or.reduce(gone)).astype(np.int8)

    codes, least = _weakest(names, source)
    counted = Term(run=run, inputs=tuple(numbers)) if numbers else None
    steps = joined_states(counted, codes, least, [_ZERO])
    said = tuple(None if isinstance(one, Fraction) else one for one in steps.said)
    return Steps(codes=steps.codes, said=said)


def _by_situation(
    edge: Fraction | tuple[Fraction | None, ...], size: int
) -> tuple[Fraction | None, ...]:
    return edge if isinstance(edge, tuple) else (edge,) * size


def _asked(question: Criterion, measure: Measure, source: Source) -> _Asked:
    factor = question.unit.factor if question.unit else _ONE
    size = len(source.situations.days)
    above, fixed_above = _product(measure.of, source, size)
    below, fixed_below = _product(measure.to, source, size)
    caps = None
    if measure.cap is not None:
        _, caps = _product((measure.cap,), source, size)
        caps = tuple(None if one is None else one / factor for one in caps)
    pairs = zip(fixed_above, fixed_below, strict=True)
    return _Asked(
        above=above,
        below=below,
        factors=tuple(
            None if not over or not under else over / under / factor for over, under in pairs
        ),
        caps=caps,
    )


def _product(
    parts: Sequence[Part], source: Source, size: int
) -> tuple[tuple[str, ...], tuple[Fraction | None, ...]]:
    """Return the answers in a product, and what all else in it comes to in each situation."""
    names = tuple(part.name for part in parts if part.kind is Asked.FIGURE)
    units = prod((part.unit.factor for part in parts), start=_ONE)
    fixed = [_values(part, source, size) for part in parts if part.kind is not Asked.FIGURE]
    return names, tuple(_times(units, [one[at] for one in fixed]) for at in range(size))


def _values(part: Part, source: Source, size: int) -> tuple[Fraction | None, ...]:
    if part.kind is Asked.PARAMETER:
        return source.situations.values(part.name)
    if part.kind is not Asked.NUMBER:
        raise UnsupportedError
    return (part.number,) * size


def _times(start: Fraction, numbers: Sequence[Fraction | None]) -> Fraction | None:
    given = [one for one in numbers if one is not None]
    return prod(given, start=start) if len(given) == len(numbers) else None


def _weakest(names: Sequence[str], source: Source) -> tuple[Term | None, Code]:
    """Return the state that stands for the gaps among several parts: the lowest code."""
    least = Code(min(source.least_code(name) for name in names))
    inputs: list[Term] = []
    has_numbers = []
    for name in names:
        numbers, codes = source.numbers(name), source.codes(name)
        has_numbers.append((numbers is not None, codes is not None))
        inputs += [one for one in (numbers, codes) if one is not None]
    if least is Code.MISSING:
        return None, least
    return Term(run=_weakest_run(has_numbers), inputs=tuple(inputs)), least


def _weakest_run(kinds: Sequence[tuple[bool, bool]]) -> Run:
    def run(_: Block, *arrays: Array) -> Array:
        left = list(arrays)
        found = np.zeros(arrays[0].shape, dtype=np.int8)
        for has_numbers, has_codes in kinds:
            gone = np.isnan(left.pop(0)) if has_numbers else np.True_
            codes = left.pop(0) if has_codes else np.int8(Code.MISSING)
            np.minimum(found, np.minimum(codes, -1) * gone, out=found, casting="unsafe")
        return found

    return run


def _counted(
    asked: _Asked,
    edges: Sequence[tuple[tuple[Fraction | None, ...], bool]],
    source: Source,
    *,
    limits: tuple[Fraction | None, Fraction | None],
) -> Term:
    """Return how many edges are reached: the least there can be, the bands', the most."""
    names = (*asked.above, *asked.below)
    terms = [source.numbers(name) for name in names]
    numbers = [one for one in terms if one is not None]
    if len(numbers) < len(names):
        return Term(run=lambda block: np.zeros(block.size, dtype=np.int8))
    low, high = limits
    size = len(asked.factors)
    reached = [_reached((low,) * size, asked)] if low is not None else []
    reached += [_reached(edge, asked, beyond=above) for edge, above in edges]
    reached += [_reached((high,) * size, asked, beyond=True)] if high is not None else []
    if len(numbers) > 1:
        return quotient_counting(numbers, len(asked.above), reached, source)
    is_falling = bool(asked.below)
    at = [_edge(one, is_falling=is_falling) for one in reached]
    counted = counting(numbers[0], at, source, falling=is_falling)
    return _not_divided(counted, numbers[0]) if is_falling else counted


#: For each situation the quotient that has to be reached, and whether it has to be passed.
Needed = Fraction | bool
Reached = tuple[tuple[Needed, bool], ...]


def _reached(edge: tuple[Fraction | None, ...], asked: _Asked, *, beyond: bool = False) -> Reached:
    """Return what the quotient of the answers must reach: True is always, False never."""
    caps = asked.caps or (None,) * len(edge)
    return tuple(
        (_needed(at, factor, cap, beyond=beyond), beyond)
        for at, factor, cap in zip(edge, asked.factors, caps, strict=True)
    )


def _needed(
    edge: Fraction | None, factor: Fraction | None, cap: Fraction | None, *, beyond: bool
) -> Needed:
    is_capped = cap is not None and edge is not None and (cap <= edge if beyond else cap < edge)
    if edge is None or not factor or is_capped:
        return False
    return edge / factor


def _edge(reached: Reached, *, is_falling: bool) -> NDArray[np.float64]:
    one = _falling if is_falling else _rising
    return np.array([one(at, beyond=beyond) for at, beyond in reached])


def _rising(at: Needed, *, beyond: bool) -> np.float64:
    if isinstance(at, bool):
        return ALWAYS if at else NEVER
    return first_beyond(at) if beyond else first_from(at)


def _falling(at: Needed, *, beyond: bool) -> np.float64:
    """Return below which number its inverse reaches `at`."""
    if isinstance(at, bool):
        return NEVER if at else ALWAYS
    if at <= 0:
        return NEVER
    return first_from(1 / at) if beyond else first_beyond(1 / at)


def _not_divided(counted: Term, numbers: Term) -> Term:
    """Nothing is divided by 0: who has it is looked at one by one."""

    def run(block: Block, codes: Array, array: Array) -> Array:
        block.suspect(array == 0)
        return codes

    return Term(run=run, inputs=(counted, numbers))


# The figure itself, and its parts.


def _as_worked(question: Criterion, worked: Steps) -> Steps:
    said = tuple(_without_na(question, one) for one in worked.said)
    return Steps(codes=worked.codes, said=said)


def _without_na(question: Criterion, said: Said) -> Said:
    return Code.UNKNOWN if said is Code.NA and not question.allows_na else said


def _both(question: Criterion, given: Steps, worked: Steps) -> Steps:
    """Return one code for what is given and what the parts say."""
    if given.codes is None or worked.codes is None:
        raise UnsupportedError
    said = [_together(question, one, other) for one in given.said for other in worked.said]
    # A deduction of one point is no state, although both are -1.
    kinds: dict[tuple[type, Said], int] = {}
    table = np.array(
        [kinds.setdefault((type(one), one), len(kinds)) for one in said], dtype=np.int8
    )
    wide = np.int16(len(worked.said))

    def run(_: Block, codes: Array, parts: Array) -> Array:
        return table.take(codes * wide + parts)

    return Steps(
        codes=Term(run=run, inputs=(given.codes, worked.codes)), said=tuple(one for _, one in kinds)
    )


def _together(question: Criterion, given: Said, worked: Said) -> Said:
    if given is None or worked is None:
        return None
    if _is_open(given):
        is_open = _is_open(worked)
        return _weaker(given, worked) if is_open else _without_na(question, worked)
    # A finished figure beside its parts has to agree with them: one by one.
    is_doubtful = isinstance(worked, Fraction) or worked is Code.NOT_OFFERED
    return None if isinstance(given, Fraction) and is_doubtful else given


def _is_open(said: Said) -> bool:
    return isinstance(said, Code) and said > Code.NA


def _weaker(one: Said, other: Said) -> Said:
    return min(one, other) if isinstance(one, Code) and isinstance(other, Code) else None
