"""Other weights that a fair-minded person might have chosen, drawn as whole numbers.

Two families. *Around* the official weights: a Dirichlet distribution whose mean they are and
whose concentration is `CONCENTRATION`. *Half*: every weight by itself anywhere from half to one
and a half times the official one. Siblings are then scaled to the same whole number of parts,
so that a total is a whole number, and a tie a tie.

Only the raw 64-bit stream of NumPy's PCG64 is used, and whole-number arithmetic after it: the
same seed gives the same draws on every machine and with every release of NumPy, which promises
that for the raw stream and not for its distributions (NEP 19).

Sources: OECD and JRC, Handbook on Constructing Composite Indicators (2008), step 7; Saisana,
Saltelli and Tarantola (2005), doi:10.1111/j.1467-985X.2005.00350.x. That the gaps between sorted
uniform numbers are Dirichlet: Devroye, Non-Uniform Random Variate Generation (1986), XI.4.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from math import gcd, lcm
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: How closely the first family keeps to the official weights. At 50 a weight of 20 percent has
#: a standard deviation of 5.6 points: 95 of 100 draws lie between 10 and 32 percent.
CONCENTRATION = 50
#: Below what of its official value, and above what, no weight of the second family lies.
LEAST, MOST = Fraction(1, 2), Fraction(3, 2)

#: Official weights are whole numbers up to this; finer ones are rounded to it for the draws.
_FINEST = 2**20
_BITS = 24
_STEPS = 10_000


class Family(StrEnum):
    """How other weights are drawn."""

    AROUND = "around"
    HALF = "half"


@dataclass(frozen=True, slots=True, kw_only=True)
class Siblings:
    """What is weighed against each other: the children of one group, with official weights."""

    group: str
    names: tuple[str, ...]
    weights: tuple[Fraction, ...]


@dataclass(frozen=True, kw_only=True)
class Weighting:
    """The draws of one family: for each group an array of children by draws, in whole parts.

    Every column adds up to `parts`, and no child has less than one of them.
    """

    family: Family
    parts: int
    draws: int
    by_group: "dict[str, NDArray[np.int64]]"

    @cached_property
    def fingerprint(self) -> str:
        """A short hash of every number drawn: equal where two runs drew the same."""
        from hashlib import sha256  # noqa: PLC0415  # seldom asked for

        digest = sha256()
        for name, drawn in self.by_group.items():
            digest.update(name.encode())
            digest.update(drawn.astype("<i8").tobytes())
        return digest.hexdigest()[:16]


def draw_weights(
    siblings: Sequence[Siblings], family: Family, *, draws: int, seed: int, parts: int
) -> Weighting:
    """Return weights for every group.

    The first draws stay the same when more are asked for.
    """
    drawn = {
        one.group: _in_parts(_raw(one, family, draws=draws, seed=seed), parts) for one in siblings
    }
    return Weighting(family=family, parts=parts, draws=draws, by_group=drawn)


def whole_weights(weights: Sequence[Fraction]) -> tuple[int, ...]:
    """Return weights as small whole numbers in the same proportion.

    Weights so fine that they need more than a million parts are rounded to that.
    """
    whole = lcm(*(weight.denominator for weight in weights))
    numbers = [int(weight * whole) for weight in weights]
    one = gcd(*numbers)
    if sum(numbers) // one <= _FINEST:
        return tuple(number // one for number in numbers)
    return tuple(max(1, number * _FINEST // sum(numbers)) for number in numbers)


def _raw(siblings: Siblings, family: Family, *, draws: int, seed: int) -> "NDArray[np.int64]":
    """Return whole numbers above or at 0, one row a child, whose proportions are the weights."""
    import numpy as np  # noqa: PLC0415  # the command line starts without it

    weights = whole_weights(siblings.weights)
    if len(weights) == 1:
        return np.ones((1, draws), dtype=np.int64)
    # A stream for each group: what is drawn for one does not depend on the others.
    key = (list(Family).index(family), crc32(siblings.group.encode()))
    source = np.random.PCG64(np.random.SeedSequence(seed, spawn_key=key))
    if family is Family.HALF:
        return _halves(weights, source, draws)
    return _around(weights, source, draws)


def _halves(weights: tuple[int, ...], source: "np.random.PCG64", draws: int) -> "NDArray[np.int64]":
    import numpy as np  # noqa: PLC0415

    least, most = int(LEAST * _STEPS), int(MOST * _STEPS)
    raw = source.random_raw((draws, len(weights))) >> np.uint64(32)
    # The upper half of 64 bits times a small number: as good as fair (1 in 400,000 off).
    factors = least + ((raw * np.uint64(most - least + 1)) >> np.uint64(32)).astype(np.int64)
    drawn: NDArray[np.int64] = np.array(weights, dtype=np.int64)[:, None] * factors.T
    return drawn


def _around(weights: tuple[int, ...], source: "np.random.PCG64", draws: int) -> "NDArray[np.int64]":
    """Return gaps between sorted uniform numbers: Dirichlet with whole-numbered parameters.

    Where a weight times the concentration is no whole number, the gap is scaled by what was
    rounded away, so that the official weights stay in the middle.
    """
    import numpy as np  # noqa: PLC0415

    total = sum(weights)
    shapes = [max(1, (2 * CONCENTRATION * weight + total) // (2 * total)) for weight in weights]
    raw = source.random_raw((draws, sum(shapes) - 1)) >> np.uint64(64 - _BITS)
    points = np.sort(raw.astype(np.int64), axis=1)
    ends = points[:, np.cumsum(shapes)[:-1] - 1]
    gaps = np.diff(ends, axis=1, prepend=0, append=1 << _BITS).T
    lifted: NDArray[np.int64] = np.array(weights, dtype=np.int64)[:, None] * gaps
    lifted //= np.array(shapes, dtype=np.int64)[:, None]
    return lifted


def _in_parts(raw: "NDArray[np.int64]", parts: int) -> "NDArray[np.int64]":
    """Return each column scaled to `parts` in all, at least one for each child."""
    import numpy as np  # noqa: PLC0415

    edges = np.cumsum(raw, axis=0)
    edges = edges * (parts - len(raw)) // np.maximum(edges[-1], 1)
    shares: NDArray[np.int64] = np.diff(edges, axis=0, prepend=0)
    return shares + 1
