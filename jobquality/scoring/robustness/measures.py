"""A score under many weightings at once, held against a limit without ever trusting a float.

Rows are employers, columns are draws. Every employer to whom everything applies has the same
denominator, so `Whole` numbers decide. Where something does not apply, the weights of the rest
are an employer's own: one step up that is a `Ratio` of whole numbers, and further up a `Near`
float, which only decides what is far from the limit; the rest is worked out in whole numbers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Truths = NDArray[np.bool_]
    Wholes = NDArray[np.int64]
    #: Whole numbers without limit, and what they are divided by.
    Exact = Callable[[NDArray[np.intp], NDArray[np.intp]], tuple[NDArray[np.object_], ...]]

#: Whole numbers below this are exact in a float, and so are their sums and products.
EXACT = 2**53
#: How far a float may be off, as a part of its largest amount: no more than this many
#: roundings of 2**-53 each make 2**-40.
_ROUNDINGS = 2**13


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A limit: at least the number or, with `at_most`, at most; a `strict` one is not enough."""

    number: Fraction
    at_most: bool = False
    strict: bool = False

    def scaled(self, scale: Fraction) -> int:
        """Return the limit for whole numbers that are `scale` times as large, itself included."""
        number = self.number * scale
        if self.at_most:
            return ceil(number) - 1 if self.strict else floor(number)
        return floor(number) + 1 if self.strict else ceil(number)


class Measure(Protocol):
    """Scores of some employers under some draws."""

    def meets(self, edge: Edge) -> "Truths":
        """Say where a limit is met; what does not apply meets every limit."""
        ...

    def rounded(self, digits: int) -> "Wholes":
        """Return the scores rounded half up to `digits` decimals, as whole numbers of them."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Whole numbers, below `EXACT`, that are `scale` times the score."""

    numbers: "Floats"
    scale: Fraction

    def meets(self, edge: Edge) -> "Truths":
        """Say where a limit is met."""
        limit = edge.scaled(self.scale)
        met: Truths = self.numbers <= limit if edge.at_most else self.numbers >= limit
        return met

    def rounded(self, digits: int) -> "Wholes":
        """Return the scores rounded half up."""
        import numpy as np  # noqa: PLC0415  # the command line starts without it

        above, below = (2 * 10**digits / self.scale).as_integer_ratio()
        # floor(x + 1/2) = floor((2 x + 1) / 2), in whole numbers.
        found: Wholes = (self.numbers.astype(np.int64) * above + below) // (2 * below)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """Whole numbers over whole numbers, none above `most`: `scale` times the score.

    `applies` tells for each row whether there is a score; else both numbers are 0.
    """

    above: "Floats"
    below: "Floats"
    scale: Fraction
    most: int
    applies: "Truths"

    def meets(self, edge: Edge) -> "Truths":
        """Say where a limit is met."""
        top, bottom = (edge.number * self.scale).as_integer_ratio()
        above, below = self._wide(top, bottom)
        over = above * bottom - below * top
        return _is_past(over, edge) | ~self.applies[:, None]

    def rounded(self, digits: int) -> "Wholes":
        """Return the scores rounded half up."""
        import numpy as np  # noqa: PLC0415

        top, bottom = (2 * 10**digits / self.scale).as_integer_ratio()
        above, below = self._wide(top, 2 * bottom)
        if above.dtype != object:
            above, below = above.astype(np.int64), below.astype(np.int64)
        below = np.maximum(below, 1) * bottom
        rounded: Wholes = ((above * top + below) // (2 * below)).astype(np.int64)
        return rounded

    def _wide(self, top: int, bottom: int) -> "tuple[NDArray[Any], NDArray[Any]]":
        """Return both numbers so that products with these two stay exact."""
        if self.most * max(abs(top), abs(bottom)) * 2 < EXACT:
            return self.above, self.below
        return self.above.astype(np.int64).astype(object), self.below.astype(np.int64).astype(
            object
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Scores as floats no further than `off` from the truth, and how to find the truth.

    `exact` takes places of rows and columns and gives score numerators and denominators.
    `applies` tells for each row whether there is a score.
    """

    numbers: "Floats"
    applies: "Truths"
    off: Fraction
    exact: "Exact"

    def meets(self, edge: Edge) -> "Truths":
        """Say where a limit is met."""
        import numpy as np  # noqa: PLC0415

        over = self.numbers - np.float64(edge.number)
        met = _is_past(over, edge)
        rows, draws = np.nonzero(np.abs(over) <= np.float64(self.off))
        if len(rows):
            above, below = self.exact(rows, draws)
            top, bottom = edge.number.as_integer_ratio()
            met[rows, draws] = _is_past(above * bottom - below * top, edge)
        return met | ~self.applies[:, None]

    def rounded(self, digits: int) -> "Wholes":
        """Return the scores rounded half up."""
        import numpy as np  # noqa: PLC0415

        shifted = self.numbers * 10**digits + np.float64(1) / 2
        found: Wholes = np.floor(shifted).astype(np.int64)
        rows, draws = np.nonzero(
            np.abs(shifted - np.rint(shifted)) <= np.float64(self.off * 10**digits)
        )
        if len(rows):
            above, below = self.exact(rows, draws)
            found[rows, draws] = (2 * above * 10**digits + below) // (2 * below)
        return found


def off_by(most: Fraction) -> Fraction:
    """Return how far a float may be off whose largest possible amount is `most`."""
    return (most + 1) * _ROUNDINGS / EXACT


def _is_past(over: "NDArray[Any]", edge: Edge) -> "Truths":
    """Say where what a score is over a limit, or under it, meets the limit."""
    past = -over if edge.at_most else over
    found: Truths = (past > 0 if edge.strict else past >= 0).astype(bool)
    return found
