"""Levels under many weightings: the rules of `levels.py`, for blocks of employers and draws."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from jobquality.rubrics.model import Floor, Level, Rounding, Ties
from jobquality.scoring.robustness.columns import Branch, Columns, Quantity
from jobquality.scoring.robustness.measures import Edge, Measure, Whole
from jobquality.scoring.robustness.reader import Block, Reader

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Truths = NDArray[np.bool_]
    Codes = NDArray[np.uint8]

_EACH = "each_dimension"
_SHARES = {"coverage": Quantity.SEEN, "confirmed": Quantity.CONFIRMED}
#: The codes that `outcome_names` begins with.
_UNKNOWN, _NONE = 0, 1
_HALF = Fraction(1, 2)


def edge_of(floor_: Floor, rounding: Rounding | None) -> Edge:
    """Return a condition as a limit for the number before it is rounded."""
    edge = Edge(number=floor_.number, at_most=floor_.at_most)
    if rounding is None or rounding.digits is None or not rounding.on_levels:
        return edge
    steps = floor_.number * 10**rounding.digits
    found = _most_rounded(floor(steps), rounding.ties) if floor_.at_most else _least_rounded(
        ceil(steps), rounding.ties
    )  # fmt: skip
    return Edge(
        number=found.number / 10**rounding.digits, at_most=floor_.at_most, strict=found.strict
    )


def _least_rounded(step: int, ties: Ties) -> Edge:
    """Return what rounds to `step` or more."""
    if ties is Ties.DOWN:
        # Cut off towards zero: below zero that goes up.
        return Edge(number=Fraction(step if step > 0 else step - 1), strict=step <= 0)
    if ties is Ties.UP:
        return Edge(number=Fraction(step - 1), strict=True)
    is_odd = step % 2 == 1
    return Edge(number=step - _HALF, strict=ties is Ties.HALF_EVEN and is_odd)


def _most_rounded(step: int, ties: Ties) -> Edge:
    """Return what rounds to `step` or less."""
    if ties is Ties.DOWN:
        return Edge(number=Fraction(step + 1 if step >= 0 else step), strict=step >= 0)
    if ties is Ties.UP:
        return Edge(number=Fraction(step))
    is_even = step % 2 == 0
    return Edge(number=step + _HALF, strict=ties is Ties.HALF_UP or not is_even)


@dataclass(frozen=True, kw_only=True)
class _Seen:
    """One block, and every score of it that was worked out so far."""

    reader: Reader
    block: Block
    known: dict[tuple[Quantity, str, bool], list[Measure]] = field(default_factory=dict)

    def measures(
        self, quantity: Quantity, floor_: Floor, branches: Sequence[Branch]
    ) -> list[Measure]:
        """Return scores of some branches; the one furthest from a condition, where that is one."""
        key = quantity, floor_.name, floor_.at_most
        if key not in self.known:
            found = [self.reader.measure(quantity, branch, self.block) for branch in branches]
            self.known[key] = _furthest(found, highest=floor_.at_most)
        return self.known[key]


def _furthest(measures: list[Measure], *, highest: bool) -> list[Measure]:
    import numpy as np  # noqa: PLC0415  # the command line starts without it

    furthest = np.maximum if highest else np.minimum
    wholes = [one for one in measures if isinstance(one, Whole)]
    if len(wholes) < len(measures) or len({one.scale for one in wholes}) != 1:
        return measures
    first = wholes[0]
    for one in wholes[1:]:
        # Nothing else reads these numbers: they are made for this condition.
        furthest(first.numbers, one.numbers, out=first.numbers)
    return [first]


@dataclass(frozen=True, kw_only=True)
class Judge:
    """Says which level employers reach under each draw."""

    columns: Columns
    reader: Reader
    rounding: Rounding

    def codes(self, block: Block) -> "Codes":
        """Return the code of the outcome, one row an employer, one column a draw."""
        import numpy as np  # noqa: PLC0415

        verdicts, rows = self.columns.verdicts, block.rows
        seen = _Seen(reader=self.reader, block=block)
        holds = [self._holds(level, seen) for level in verdicts.levels]
        shape = (len(rows), block.draws.stop - block.draws.start)
        codes = self._reached(holds, verdicts.blocked[rows], shape)
        self._leave_blame_open(codes, seen)
        if not np.array_equal(verdicts.blocked[rows], verdicts.spared[rows]):
            spared = self._reached(holds, verdicts.spared[rows], shape)
            codes[(codes == _NONE) & (spared > _NONE)] = _UNKNOWN
        self._leave_unknown(codes, seen)
        self._declare(codes, rows)
        return codes

    def counts(self, block: Block) -> "NDArray[np.int64]":
        """Return for each employer how many draws end in each outcome."""
        import numpy as np  # noqa: PLC0415

        codes = self.codes(block)
        columns = [
            np.add.reduce((codes == code).view(np.uint8), axis=1, dtype=np.int64)
            for code in range(len(self.columns.verdicts.names))
        ]
        return np.stack(columns, axis=1)

    def _code(self, level: Level) -> int:
        return self.columns.verdicts.names.index(level.id)

    def _reached(self, holds: "list[Truths]", blocked: "Truths", shape: tuple[int, int]) -> "Codes":
        """Return the highest level whose conditions hold, and that nothing stands against."""
        import numpy as np  # noqa: PLC0415

        codes = np.full(shape, _NONE, dtype=np.uint8)
        for place, level in enumerate(self.columns.verdicts.levels):
            free = (~blocked[:, place]).astype(np.uint8) * np.uint8(self._code(level))
            np.maximum(codes, holds[place].view(np.uint8) * free[:, None], out=codes)
        return codes

    def _holds(self, level: Level, seen: _Seen, *, best: bool = False) -> "Truths":
        import numpy as np  # noqa: PLC0415

        met = np.ones((len(seen.block.rows), 1), dtype=bool)
        for floor_ in level.floors:
            for one in self._checks(floor_, seen, best=best):
                met = met & one
        return met

    def _checks(self, floor_: Floor, seen: _Seen, *, best: bool) -> "Iterator[Truths]":
        """Yield where a condition is met; at best, everything is proved and every end open."""
        if floor_.name in _SHARES:
            yield self._share_meets(floor_, seen, best=best)
            return
        quantity = Quantity.HIGH if best != floor_.at_most else Quantity.LOW
        if floor_.name in self.columns.criteria:
            yield self._criterion_meets(floor_, quantity, seen)
            return
        branches = [one for one in self._named(floor_.name) if isinstance(one, Branch)]
        edge = edge_of(floor_, self.rounding)
        found = seen.measures(quantity, floor_, branches) if branches else []
        yield from (measure.meets(edge) for measure in found)

    def _named(self, name: str) -> "Sequence[Branch | int]":
        root = self.columns.root
        return root.children if name == _EACH else [one for one in root.walk() if one.id == name]

    def _share_meets(self, floor_: Floor, seen: _Seen, *, best: bool) -> "Truths":
        import numpy as np  # noqa: PLC0415

        edge = edge_of(floor_, None)
        if best:
            is_met = edge.number >= 100 if edge.at_most else edge.number <= 100  # noqa: PLR2004
            return np.full((len(seen.block.rows), 1), is_met)
        root = self.columns.root
        return seen.measures(_SHARES[floor_.name], floor_, [root])[0].meets(edge)

    def _criterion_meets(self, floor_: Floor, quantity: Quantity, seen: _Seen) -> "Truths":
        place = self.columns.criteria.index(floor_.name)
        rows = seen.block.rows
        scale = self.columns.scales[quantity] / self.columns.most[place]
        limit = edge_of(floor_, None).scaled(scale)
        points = self.columns.points[quantity][rows, place]
        met = points <= limit if floor_.at_most else points >= limit
        found: Truths = met | ~self.columns.applies[rows, place]
        return found[:, None]

    def _leave_blame_open(self, codes: "Codes", seen: _Seen) -> None:
        """A level that everyone reaches is blame: open answers must not bring it on."""
        levels = self.columns.verdicts.levels
        blames = [self._code(level) for level in levels if not level.floors]
        if not blames:
            return
        holds = [self._holds(level, seen, best=True) for level in levels]
        best = self._reached(holds, self.columns.verdicts.spared[seen.block.rows], codes.shape)
        for blame in blames:
            codes[(codes == blame) & (best != blame)] = _UNKNOWN

    def _leave_unknown(self, codes: "Codes", seen: _Seen) -> None:
        """No level where nothing is known, or less is proved than the easiest level asks for."""
        floors = [
            floor_
            for level in self.columns.verdicts.levels
            for floor_ in level.floors
            if floor_.name == "coverage" and not floor_.at_most
        ]
        if floors:
            least = min(floors, key=lambda one: one.number)
            codes *= self._share_meets(least, seen, best=False).view("u1")
        codes[self.columns.verdicts.silent[seen.block.rows]] = _UNKNOWN

    def _declare(self, codes: "Codes", rows: "NDArray[np.intp]") -> None:
        verdicts = self.columns.verdicts
        for row in (verdicts.declared[rows] >= 0).nonzero()[0]:
            code, overrides = verdicts.declared[rows[row]], verdicts.overrides[rows[row]]
            codes[row][(codes[row] <= _NONE) | overrides] = code
