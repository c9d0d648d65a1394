"""Quotients of several answers: floats decide, and whole numbers where floats cannot tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from jobquality.scoring.table.answers import Source
from jobquality.scoring.table.edges import ALWAYS, NEVER
from jobquality.scoring.table.terms import STEP, Array, Block, Run, Term, as_float

#: What a quotient has to reach: True is always, False never.
Needed = Fraction | bool
#: For each situation, what has to be reached, and whether it has to be passed.
Reached = tuple[tuple[Needed, bool], ...]
Whole = tuple[NDArray[np.int64], NDArray[np.bool_]]
#: Answers with up to so many decimals, of up to so many digits in all, are whole numbers here.
_DECIMALS = 10**4
_WHOLE, _MOST, _SMALL = 2**53, 2**62, 2**31


def quotient_counting(
    numbers: Sequence[Term], above: int, reached: Sequence[Reached], source: Source
) -> Term:
    """Return 0 where a number is not there, else 1 and one more for each edge that is reached.

    The first `above` of the numbers are multiplied, and divided by the others.
    """
    near = as_float((2 * len(numbers) + 4) * STEP)
    run = _counting([_Edge(one, above) for one in reached], above, near)
    return Term(run=run, inputs=(source.situation(), *numbers))


def _counting(edges: Sequence["_Edge"], above: int, near: np.float64) -> Run:
    def run(block: Block, situations: Array, *arrays: Array) -> Array:
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            quotient = np.divide(_product(arrays[:above]), _product(arrays[above:]))
        for array in arrays[above:]:
            block.suspect(array <= 0)
        found = (quotient >= ALWAYS).astype(np.int8)
        for edge in edges:
            at = edge.floats.take(situations)
            passed = quotient >= at
            close = np.flatnonzero(np.abs(quotient - at) <= np.abs(at) * near)
            if close.size:
                sure, is_passed = edge.decide(situations[close], [one[close] for one in arrays])
                passed[close] = is_passed
                block.doubt[close[~sure]] = True
            found += passed.view(np.int8)
        return found

    return run


def _product(arrays: Sequence[Array]) -> Array:
    found = arrays[0] if arrays else np.ones(1)
    for array in arrays[1:]:
        found = found * array
    return found


@dataclass(frozen=True, slots=True)
class _Ratios:
    """Fractions as whole numbers; `fits` tells which are small enough."""

    over: NDArray[np.int64]
    under: NDArray[np.int64]
    fits: NDArray[np.bool_]


def _ratios(numbers: Sequence[Fraction]) -> _Ratios:
    fits = [max(abs(one.numerator), one.denominator) < _SMALL for one in numbers]
    kept = [one if is_small else Fraction(0) for one, is_small in zip(numbers, fits, strict=True)]
    return _Ratios(
        np.array([one.numerator for one in kept], dtype=np.int64),
        np.array([one.denominator for one in kept], dtype=np.int64),
        np.array(fits, dtype=np.bool_),
    )


class _Edge:
    """One edge: a quotient for each situation, as a float and as a fraction of whole numbers."""

    def __init__(self, reached: Reached, above: int) -> None:
        self.floats = np.array([_as_edge(at) for at, _ in reached])
        fractions = [at if isinstance(at, Fraction) else Fraction(0) for at, _ in reached]
        self._ratios = _ratios(fractions)
        self._beyond = any(beyond for _, beyond in reached)
        self._above = above

    def decide(
        self, situations: Array, arrays: Sequence[Array]
    ) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Return who can be decided in whole numbers, and who of them reaches the edge."""
        over, fits_over = _whole_product(arrays[: self._above])
        under, fits_under = _whole_product(arrays[self._above :])
        sides = ((over, self._ratios.under), (under, self._ratios.over))
        left, fits_left = _times(sides[0][0], sides[0][1][situations])
        right, fits_right = _times(sides[1][0], sides[1][1][situations])
        # Each answer brought decimals of its own, so the shorter side lacks some.
        more = len(arrays) - 2 * self._above
        left, fits_more = _raised(left, max(more, 0))
        right, fits_less = _raised(right, max(-more, 0))
        sure = self._ratios.fits[situations] & fits_over & fits_under & fits_left & fits_right
        is_passed = left > right if self._beyond else left >= right
        return sure & fits_more & fits_less, is_passed


def _as_edge(at: Needed) -> np.float64:
    if isinstance(at, Fraction):
        return as_float(at)
    return ALWAYS if at else NEVER


def _whole_product(arrays: Sequence[Array]) -> Whole:
    """Return a product of decimals in whole numbers, and where it is exact."""
    found, fits = np.ones(1, dtype=np.int64), np.ones(1, dtype=np.bool_)
    for array in arrays:
        scaled = np.rint(array * _DECIMALS)
        is_exact = (np.abs(scaled) < _WHOLE) & (scaled / _DECIMALS == array)
        found, fits_more = _times(found, np.where(is_exact, scaled, 0).astype(np.int64))
        fits = fits & is_exact & fits_more
    return found, fits


def _times(one: NDArray[np.int64], other: NDArray[np.int64]) -> Whole:
    fits = np.abs(one.astype(np.float64)) * np.abs(other.astype(np.float64)) < _MOST
    return np.where(fits, one, 0) * other, fits


def _raised(array: NDArray[np.int64], times: int) -> Whole:
    fits = np.ones(1, dtype=np.bool_)
    for _ in range(times):
        array, fits_more = _times(array, np.full_like(array, _DECIMALS))
        fits = fits & fits_more
    return array, fits
