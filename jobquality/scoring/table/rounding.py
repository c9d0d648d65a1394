"""Scores as they are shown, and conditions on scores as they are shown, for all at once."""

from fractions import Fraction
from math import ceil, floor

import numpy as np

from jobquality.rubrics.model import Rounding, Ties
from jobquality.scoring.rounding import round_to
from jobquality.scoring.table.rows import nearest_float
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
    is_at_least,
    negated,
)

_HALF = Fraction(1, 2)


def shown(number: Number, rounding: Rounding) -> Term:
    """Return a number rounded, as the float nearest to the decimal that is printed.

    Who lies so near a tie that floats cannot tell is marked for the exact evaluator.
    """
    digits = rounding.digits or 0
    if isinstance(number, Fraction):
        fixed = nearest_float(round_to(number, digits=digits, ties=rounding.ties))
        return Term(run=lambda block: np.full(block.size, fixed), whole=False)
    scale = 10**digits
    by = number.factor * scale
    fits = number.bound * scale * 4 * by.denominator < MOST
    if number.whole and fits:
        return Term(run=_of_whole(by, scale, rounding.ties), inputs=(number,), whole=False)
    return Term(run=_of_float(number, scale, rounding.ties), inputs=(number,), whole=False)


def _of_whole(by: Fraction, scale: int, ties: Ties) -> Run:
    above, below = by.numerator, by.denominator

    def run(_: Block, array: Array) -> Array:
        units = np.multiply(array, above) if above != 1 else array
        if below != 1:
            units = _divided(units, below, ties)
        return np.true_divide(units, scale)

    return run


def _divided(units: Array, below: int, ties: Ties) -> Array:
    if ties is Ties.HALF_UP:
        return np.floor_divide(units * 2 + below, 2 * below)
    whole = np.floor_divide(units, below)
    rest = units - whole * below
    if ties in (Ties.DOWN, Ties.UP):
        return whole + (((units < 0) if ties is Ties.DOWN else True) & (rest > 0))
    return whole + ((2 * rest > below) | ((2 * rest == below) & (whole % 2 == 1)))


def _of_float(number: Term, scale: int, ties: Ties) -> Run:
    by = as_float(number.factor * scale)
    near = as_float(number.error * scale + 8 * STEP * (number.bound * scale + 1))
    half = as_float(_HALF)
    is_cut = ties in (Ties.DOWN, Ties.UP)
    cut = np.ceil if ties is Ties.UP else np.trunc

    def run(block: Block, array: Array) -> Array:
        units = np.multiply(array, by)
        if not is_cut:
            # Where it is decided whether to go up or down is a whole number now.
            units += half
        whole = cut(units) if is_cut else np.floor(units)
        block.suspect(np.abs(units - np.rint(units)) <= near)
        return np.true_divide(whole, scale)

    return run


def rounded_at_least(number: Number, edge: Fraction, rounding: Rounding) -> Mask:
    """Return where a number, rounded, is at least `edge`."""
    units = 10 ** (rounding.digits or 0)
    return _reaches(number, ceil(edge * units), units, rounding.ties)


def rounded_at_most(number: Number, edge: Fraction, rounding: Rounding) -> Mask:
    """Return where a number, rounded, is at most `edge`."""
    units = 10 ** (rounding.digits or 0)
    return negated(_reaches(number, floor(edge * units) + 1, units, rounding.ties))


def _reaches(number: Number, least: int, units: int, ties: Ties) -> Mask:
    """Return where a number rounds to `least` units or more."""
    if ties in (Ties.DOWN, Ties.UP):
        is_above = least > 0 and ties is Ties.DOWN
        return is_at_least(
            number, Fraction(least if is_above else least - 1, units), beyond=not is_above
        )
    tie_stays = ties is Ties.HALF_EVEN and least % 2 == 1
    return is_at_least(number, (least - _HALF) / units, beyond=tie_stays)
