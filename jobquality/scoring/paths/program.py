"""The cheapest choice of steps under rows of sums: an integer program in whole numbers.

Floats only propose. Every row is scaled to whole numbers first, so that a solution that keeps
it within half of one keeps it exactly; each proposal is scored again by the exact scorer, and
one that fails is cut off. That nothing is cheaper is read from the solver's own bound: costs
are whole numbers too, so a bound above the next lower one proves it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import gcd, lcm
from typing import Any

from jobquality.scoring.paths.evidence import Row, Term
from jobquality.scoring.paths.result import PathStep

#: Beyond this a float no longer tells whole numbers apart safely.
_LONGEST = 2**30
#: How many proposals may fail before the program gives up, and how far it branches.
_MOST_CUTS, _MOST_BRANCHES = 60, 50_000


class Ended(StrEnum):
    """How a search ended."""

    FOUND = "found"
    NONE = "none"
    TOO_MUCH = "too_much"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What a search found: the steps, or why none; `at_least` is what any path costs."""

    ended: Ended
    steps: tuple[PathStep, ...] = ()
    at_least: Fraction | None = None


@dataclass(frozen=True, slots=True)
class _WholeRow:
    terms: Mapping[int, int]
    least: int


class Program:
    """Chooses steps; `is_reached` scores a choice exactly."""

    def __init__(
        self,
        steps: Sequence[PathStep],
        rows: Iterable[Row],
        is_reached: Callable[[tuple[PathStep, ...]], bool],
    ) -> None:
        self._steps = tuple(steps)
        rows = tuple(rows)
        terms: dict[Term, None] = dict.fromkeys(self._steps)
        terms |= dict.fromkeys(term for row in rows for term in row.terms)
        self._places = {term: place for place, term in enumerate(terms)}
        self._rows = [self._whole(row) for row in rows]
        self._is_reached = is_reached
        self._costs, self._cost_scale = _scaled([step.cost for step in self._steps])

    def solve(self) -> Search:
        """Return the cheapest choice; among equals one with the fewest points."""
        if not self._steps:
            # Nothing can be done, and the level is not reached as things are.
            return Search(ended=Ended.NONE)
        if self._is_too_long():
            return Search(ended=Ended.TOO_LONG)
        found, cost = self._cheapest(self._costs)
        if not isinstance(found, tuple):
            return Search(ended=found)
        self._rows.append(_WholeRow({place: -one for place, one in enumerate(self._costs)}, -cost))
        nearest, _ = self._cheapest(_effort(self._steps))
        return Search(
            ended=Ended.FOUND,
            steps=nearest if isinstance(nearest, tuple) else found,
            at_least=Fraction(cost, self._cost_scale),
        )

    def _whole(self, row: Row) -> _WholeRow:
        scale = lcm(row.least.denominator, *(one.denominator for one in row.terms.values()))
        terms = {self._places[term]: int(one * scale) for term, one in row.terms.items()}
        least = int(row.least * scale) + row.is_strict
        common = gcd(*terms.values()) or 1
        return _WholeRow(
            {place: one // common for place, one in terms.items()}, -(-least // common)
        )

    def _is_too_long(self) -> bool:
        rows = [(*row.terms.values(), row.least) for row in self._rows]
        return any(abs(one) > _LONGEST for row in (*rows, self._costs) for one in row)

    def _cheapest(self, worth: Sequence[int]) -> tuple[tuple[PathStep, ...] | Ended, int]:
        """Return the reached choice with the least sum of `worth`, and that sum."""
        for _ in range(_MOST_CUTS):
            result = _solved(self._rows, worth, len(self._places))
            if result.status == _INFEASIBLE:
                return Ended.NONE, 0
            if result.x is None or result.status != _OPTIMAL:
                return Ended.TOO_MUCH, 0
            taken = [place for place in range(len(self._steps)) if round(result.x[place])]
            chosen = tuple(self._steps[place] for place in taken)
            sum_of = sum(worth[place] for place in taken)
            if self._is_reached(chosen):
                is_proven = 2 * result.mip_dual_bound > 2 * sum_of - 1
                return (chosen, sum_of) if is_proven or not sum_of else (Ended.TOO_LONG, 0)
            self._rows.append(_cut(taken, len(self._steps)))
        return Ended.TOO_MUCH, 0


_OPTIMAL, _INFEASIBLE = 0, 2


def _solved(rows: Sequence[_WholeRow], worth: Sequence[int], width: int) -> Any:  # noqa: ANN401  # SciPy ships no types
    """Run the solver; it is imported here because that takes longer than most solutions."""
    import numpy as np  # noqa: PLC0415
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415

    sums = np.zeros((len(rows), width))
    for place, row in enumerate(rows):
        sums[place, list(row.terms)] = [2 * one for one in row.terms.values()]
    # Half of one below the whole number: between the two lies nothing that could be met.
    least = np.array([2 * row.least - 1 for row in rows])
    objective = np.zeros(width)
    objective[: len(worth)] = worth
    return milp(
        objective,
        integrality=np.ones(width),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(sums, lb=least),
        options={"mip_rel_gap": 0, "node_limit": _MOST_BRANCHES},
    )


def _cut(taken: Sequence[int], count: int) -> _WholeRow:
    """Return the row that one choice alone does not keep."""
    terms = {place: -1 if place in set(taken) else 1 for place in range(count)}
    return _WholeRow(terms, 1 - len(taken))


def _scaled(numbers: Sequence[Fraction]) -> tuple[list[int], int]:
    scale = lcm(*(number.denominator for number in numbers))
    return [int(number * scale) for number in numbers], scale


def _effort(steps: Sequence[PathStep]) -> list[int]:
    """Return what orders choices of equal cost: points to move, then steps that cost nothing.

    A needless step that costs something is in no cheapest choice anyway.
    """
    points, _ = _scaled([step.points for step in steps])
    free = [not step.cost for step in steps]
    weight = sum(free) + 1
    return [one * weight + is_free for one, is_free in zip(points, free, strict=True)]
