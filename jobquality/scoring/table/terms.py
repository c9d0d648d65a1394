"""What the columnar evaluator works out, as terms that each know how exact they are.

A term is one array in every block of employers: whole numbers with one factor for all of
them, so that sums stay exact, or floats with a bound on their error. What is the same for
everybody is a plain `Fraction` and costs nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce
from math import ceil, floor, gcd, lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

#: An array of a block. Of which kind, only its term knows, and no checker of types.
Array = Any
#: Whole numbers stay below this, with room for one more addition.
MOST = 2**62
#: Whole numbers up to this are floats without rounding.
_EXACT_FLOAT = 2**53
#: The relative error of one operation on floats, doubled for comfort.
STEP = Fraction(1, 2**52)
_NONE, _ONE = Fraction(0), Fraction(1)


class UnsupportedError(Exception):
    """The plan cannot say this; the exact evaluator has to."""


@dataclass(slots=True)
class Block:
    """A run of employers. `doubt` marks those whom the exact evaluator has to look at."""

    start: int
    stop: int
    doubt: NDArray[np.bool_]

    @property
    def size(self) -> int:
        """How many employers it has."""
        return self.stop - self.start

    def suspect(self, mask: Array) -> None:
        """Mark employers."""
        if mask.any():
            self.doubt |= mask


Run = Callable[..., Array]


@dataclass(eq=False, slots=True, kw_only=True)
class Term:
    """One array of every block: `run(block, *inputs)`.

    The number that it stands for is the array times `factor`. It is at most `bound` in size,
    and within `error` of what it should be; whole numbers are exact. A mask is a term too.
    """

    run: Run
    inputs: "tuple[Term, ...]" = ()
    whole: bool = True
    factor: Fraction = _ONE
    bound: Fraction = _ONE
    error: Fraction = _NONE


Number = Term | Fraction
#: A mask; False where it holds for nobody, True where it holds for everybody.
Mask = Term | bool


@dataclass(slots=True)
class Program:
    """Terms in an order in which each comes after its inputs, and is let go after its last use."""

    steps: list[tuple[Run, int, tuple[int, ...], tuple[int, ...]]] = field(default_factory=list)
    wanted: dict[str, int] = field(default_factory=dict)

    def run(self, block: Block) -> dict[str, Array]:
        """Return the arrays that are wanted, for one block."""
        slots: list[Array | None] = [None] * len(self.steps)
        for run, slot, inputs, spent in self.steps:
            slots[slot] = run(block, *[slots[one] for one in inputs])
            for one in spent:
                slots[one] = None
        return {name: found for name, at in self.wanted.items() if (found := slots[at]) is not None}


def program_of(wanted: dict[str, Term]) -> Program:
    """Return the program that works out the terms wanted."""
    order: dict[Term, int] = {}
    for term in wanted.values():
        _visit(term, order)
    kept = {order[term] for term in wanted.values()}
    last: dict[int, int] = {}
    for term, slot in order.items():
        last |= {order[one]: slot for one in term.inputs}
    steps = [
        (
            term.run,
            slot,
            tuple(order[one] for one in term.inputs),
            tuple({order[one] for one in term.inputs if last[order[one]] == slot} - kept),
        )
        for term, slot in order.items()
    ]
    return Program(steps=steps, wanted={name: order[term] for name, term in wanted.items()})


def _visit(term: Term, order: dict[Term, int]) -> None:
    # Depth first without recursion is not needed: terms are as deep as the tree of a rubric.
    for one in term.inputs:
        if one not in order:
            _visit(one, order)
    order.setdefault(term, len(order))


# Sums and products.


def bound_of(number: Number) -> Fraction:
    """Return how large a number can be."""
    return abs(number) if isinstance(number, Fraction) else number.bound


def error_of(number: Number) -> Fraction:
    """Return how wrong a number can be."""
    return _NONE if isinstance(number, Fraction) else number.error


def scaled(number: Number, by: Fraction) -> Number:
    """Return a number times a constant above 0; costs nothing."""
    if isinstance(number, Fraction):
        return number * by
    return Term(
        run=_same,
        inputs=(number,),
        whole=number.whole,
        factor=number.factor * by,
        bound=number.bound * by,
        error=number.error * by,
    )


def _same(_: Block, array: Array) -> Array:
    return array


def linear(parts: Iterable[tuple[Fraction, Number]]) -> Number:
    """Return the sum of numbers, each times a constant."""
    given = [(by, number) for by, number in parts if by != 0]
    fixed = sum((by * one for by, one in given if isinstance(one, Fraction)), start=_NONE)
    terms = [(by, one) for by, one in given if isinstance(one, Term)]
    if not terms:
        return fixed
    bound = abs(fixed) + sum((abs(by) * one.bound for by, one in terms), start=_NONE)
    factor = _common([fixed, *(by * one.factor for by, one in terms)])
    if all(one.whole for _, one in terms) and bound / factor < MOST:
        return _whole_sum(terms, fixed, factor=factor, bound=bound)
    return _float_sum(terms, fixed, bound)


def _common(numbers: Sequence[Fraction]) -> Fraction:
    """Return the largest number that goes into each of these a whole number of times."""
    below = lcm(*(number.denominator for number in numbers))
    return Fraction(reduce(gcd, (int(number * below) for number in numbers)), below)


def _whole_sum(
    terms: list[tuple[Fraction, Term]], fixed: Fraction, *, factor: Fraction, bound: Fraction
) -> Number:
    times = [int(by * one.factor / factor) for by, one in terms]
    start = int(fixed / factor)
    if len(terms) == 1 and times == [1] and not start:
        return Term(run=_same, inputs=(terms[0][1],), factor=factor, bound=bound)
    return Term(
        run=_summing(times, start),
        inputs=tuple(one for _, one in terms),
        factor=factor,
        bound=bound,
    )


def _summing(times: Sequence[int | np.float64], start: int | np.float64) -> Run:
    def run(_: Block, *arrays: Array) -> Array:
        total = np.multiply(arrays[0], times[0])
        for by, array in zip(times[1:], arrays[1:], strict=True):
            total += array if by == 1 else np.multiply(array, by)
        if start:
            total += start
        return total

    return run


def _float_sum(terms: list[tuple[Fraction, Term]], fixed: Fraction, bound: Fraction) -> Term:
    error = sum((abs(by) * one.error for by, one in terms), start=_NONE)
    return Term(
        run=_summing([as_float(by * one.factor) for by, one in terms], as_float(fixed)),
        inputs=tuple(one for _, one in terms),
        whole=False,
        bound=bound,
        # Each term is rounded when it becomes a float, is multiplied, and is added.
        error=error + (len(terms) + 4) * STEP * bound,
    )


def as_float(number: Fraction) -> np.float64:
    """Return the float nearest to a fraction."""
    return np.float64(number.numerator / number.denominator)


def ratio(above: Number, below: Number, *, bound: Fraction, error: Fraction) -> Number:
    """Return one number by another, 0 where that is 0.

    `bound` and `error` are those of what comes out, but for the rounding of the division.
    """
    if isinstance(below, Fraction):
        return scaled(above, 1 / below) if below else _NONE
    above = as_term(above)
    return Term(
        run=_divide,
        inputs=(above, below),
        whole=False,
        factor=above.factor / below.factor,
        bound=bound,
        error=error + 8 * STEP * bound,
    )


def _divide(_: Block, above: Array, below: Array) -> Array:
    if below.all():
        return np.true_divide(above, below)
    return np.true_divide(above, below + (below == 0)) * (below != 0)


def as_term(number: Number) -> Term:
    """Return a number as a term."""
    if isinstance(number, Term):
        return number
    whole = np.int64(number.numerator)

    def run(block: Block) -> Array:
        return np.full(block.size, whole)

    return Term(run=run, factor=Fraction(1, number.denominator), bound=abs(number))


# Masks.


def only(number: Number, mask: Mask) -> Number:
    """Return a number where a mask holds, and 0 elsewhere."""
    if mask is True:
        return number
    if mask is False or number == 0:
        return _NONE
    if isinstance(number, Fraction):
        return Term(run=_as_whole, inputs=(mask,), factor=number, bound=abs(number))
    return Term(
        run=_times,
        inputs=(number, mask),
        whole=number.whole,
        factor=number.factor,
        bound=number.bound,
        error=number.error,
    )


def _as_whole(_: Block, mask: Array) -> Array:
    return mask.astype(np.int64)


def _times(_: Block, array: Array, mask: Array) -> Array:
    return np.multiply(array, mask)


def negated(mask: Mask) -> Mask:
    """Return the opposite of a mask."""
    if isinstance(mask, bool):
        return not mask
    return Term(run=lambda _, array: ~array, inputs=(mask,))


def any_of(masks: Iterable[Mask]) -> Mask:
    """Return where at least one mask holds."""
    given = list(masks)
    if any(mask is True for mask in given):
        return True
    terms = [mask for mask in given if isinstance(mask, Term)]
    return _joined(np.logical_or, terms) if terms else False


def all_of(masks: Iterable[Mask]) -> Mask:
    """Return where every mask holds."""
    return negated_all(list(masks))


def negated_all(masks: list[Mask]) -> Mask:
    """Return where every mask holds (True where there is none)."""
    if any(mask is False for mask in masks):
        return False
    terms = [mask for mask in masks if isinstance(mask, Term)]
    return _joined(np.logical_and, terms) if terms else True


def _joined(join: np.ufunc, terms: list[Term]) -> Term:
    if len(terms) == 1:
        return terms[0]

    def run(_: Block, *arrays: Array) -> Array:
        found = join(arrays[0], arrays[1])
        for array in arrays[2:]:
            join(found, array, out=found)
        return found

    return Term(run=run, inputs=tuple(terms))


def is_positive(number: Number) -> Mask:
    """Return where an exact number is above 0."""
    return is_at_least(number, _NONE, beyond=True)


def is_at_least(number: Number, edge: Fraction, *, beyond: bool = False) -> Mask:
    """Return where a number is at least `edge`, or, with `beyond`, above it.

    Who is so near that floats cannot tell is marked for the exact evaluator.
    """
    if isinstance(number, Fraction):
        return number > edge if beyond else number >= edge
    at = edge / number.factor
    if number.whole:
        return _whole_at_least(number, floor(at) + 1 if beyond else ceil(at))
    return _float_at_least(number, as_float(at), as_float(number.error / number.factor + _hair(at)))


def _hair(number: Fraction) -> Fraction:
    return 4 * STEP * abs(number) + Fraction(1, 2**1000)


def _whole_at_least(number: Term, least: int) -> Mask:
    most = number.bound / number.factor
    if least > most or least <= -most:
        return least <= -most
    return Term(run=lambda _, array: np.greater_equal(array, least), inputs=(number,))


def _float_at_least(number: Term, edge: np.float64, near: np.float64) -> Term:
    def run(block: Block, array: Array) -> Array:
        block.suspect(np.less_equal(np.abs(np.subtract(array, edge)), near))
        return np.greater_equal(array, edge)

    return Term(run=run, inputs=(number,))
