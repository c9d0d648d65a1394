"""The least, the most, and how far a ladder is climbed, among children that may be absent."""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

import numpy as np

from jobquality.scoring.table.terms import (
    MOST,
    STEP,
    Array,
    Block,
    Mask,
    Number,
    Run,
    Term,
    as_float,
    as_term,
    bound_of,
)


def picked(numbers: Sequence[Number], masks: Sequence[Mask], *, is_least: bool) -> Number:
    """Return the least or the most of those that are there; 0 where none is."""
    present = [
        (number, mask) for number, mask in zip(numbers, masks, strict=True) if mask is not False
    ]
    if not present:
        return Fraction(0)
    pick = np.minimum if is_least else np.maximum
    terms = levelled([number for number, _ in present])
    masks = [mask for _, mask in present]
    far = _far(terms)
    run = _picking(pick, masks, far if is_least else -far)
    shown = tuple(mask for mask in masks if isinstance(mask, Term))
    return Term(
        run=run,
        inputs=(*terms, *shown),
        whole=terms[0].whole,
        factor=terms[0].factor,
        bound=max(one.bound for one in terms),
        error=max(one.error for one in terms),
    )


def _far(terms: Sequence[Term]) -> int | np.float64:
    if not terms[0].whole:
        return np.float64(np.inf)
    return int(max(one.bound for one in terms) / terms[0].factor) + 1


def _picking(pick: np.ufunc, masks: Sequence[Mask], absent: int | np.float64) -> Run:
    kinds = [isinstance(mask, Term) for mask in masks]

    def run(_: Block, *arrays: Array) -> Array:
        numbers, shown = arrays[: len(kinds)], list(arrays[len(kinds) :])
        found: Array | None = None
        for number, is_masked in zip(numbers, kinds, strict=True):
            one = np.where(shown.pop(0), number, absent) if is_masked else number
            found = one if found is None else pick(found, one)
        if found is None or not all(kinds):
            return numbers[0] if found is None else found
        return np.where(found == absent, 0, found)

    return run


def levelled(numbers: Sequence[Number]) -> list[Term]:
    """Return numbers as terms of one factor, all whole or all floats."""
    terms = [as_term(one) for one in numbers]
    below = lcm(*(one.factor.denominator for one in terms))
    if all(one.whole and one.bound * below < MOST for one in terms):
        return [_at(one, Fraction(1, below)) for one in terms]
    return [_as_floats(one) for one in terms]


def _at(term: Term, factor: Fraction) -> Term:
    by = int(term.factor / factor)
    if by == 1:
        return term
    return Term(
        run=lambda _, array: np.multiply(array, by),
        inputs=(term,),
        factor=factor,
        bound=term.bound,
    )


def _as_floats(term: Term) -> Term:
    by = as_float(term.factor)
    return Term(
        run=lambda _, array: np.multiply(array, by),
        inputs=(term,),
        whole=False,
        bound=term.bound,
        error=term.error + 4 * STEP * term.bound,
    )


def climbed(
    numbers: Sequence[Number], most: Sequence[Number | None], masks: Sequence[Mask]
) -> Number:
    """Return the sum of rungs, each only when every rung before it is complete."""
    tops = [Fraction(0) if one is None else one for one in most]
    pairs = [levelled([number, top]) for number, top in zip(numbers, tops, strict=True)]
    rungs = levelled([one for pair in pairs for one in pair])
    ended = [one is None for one in most]
    shown = [mask if isinstance(mask, Term) else None for mask in masks]
    bound = sum((bound_of(one) for one in numbers), start=Fraction(0))
    errors = sum((one.error for one in rungs[::2]), start=Fraction(0))
    inputs = (*rungs, *(one for one in shown if one is not None))
    near = [
        as_float((one.error + top.error) / one.factor)
        for one, top in zip(rungs[::2], rungs[1::2], strict=True)
    ]
    states = [mask if isinstance(mask, bool) else None for mask in masks]
    return Term(
        run=_climbing(states, ended, near, is_whole=rungs[0].whole),
        inputs=inputs,
        whole=rungs[0].whole,
        factor=rungs[0].factor,
        bound=bound,
        error=errors + (0 if rungs[0].whole else (len(rungs) + 4) * STEP * bound),
    )


def _climbing(
    states: Sequence[bool | None],
    ended: Sequence[bool],
    near: Sequence[np.float64],
    *,
    is_whole: bool,
) -> Run:
    def run(block: Block, *arrays: Array) -> Array:
        count = len(states)
        shown = list(arrays[2 * count :])
        found = np.zeros(block.size, dtype=arrays[0].dtype)
        climbing = np.ones(block.size, dtype=np.bool_)
        for place, state in enumerate(states):
            number, top = arrays[2 * place], arrays[2 * place + 1]
            here = shown.pop(0) if state is None else np.full(block.size, state)
            found += number * (climbing & here)
            if not is_whole:
                block.suspect(climbing & here & (np.abs(number - top) <= near[place]))
            is_done = (number >= top) & (not ended[place])
            climbing &= ~here | is_done
        return found

    return run
