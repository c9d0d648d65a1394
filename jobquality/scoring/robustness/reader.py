"""Weighted means of many employers under many weightings: matrix products of whole numbers.

Every number in a product is whole, and `fit` proved before anything was drawn that none of
their sums reaches 2**53; so a matrix product in floats is exact in whatever order it adds.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from jobquality.scoring.robustness.columns import Branch, Columns, Quantity
from jobquality.scoring.robustness.draws import Weighting
from jobquality.scoring.robustness.measures import Measure, Near, Ratio, Whole, off_by

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]
    Pair = tuple[NDArray[np.object_], NDArray[np.object_]]

_HUNDRED = Fraction(100)
#: How many products at most make one matrix product: larger ones the library splits among
#: threads, which costs more than it gives on numbers so few.
_AT_ONCE = 2**19


@dataclass(frozen=True, kw_only=True)
class Block:
    """Some employers under some draws; `is_whole` says that everything applies to them.

    `known` keeps sums that several scores are made of.
    """

    rows: "Places"
    draws: slice
    is_whole: bool
    known: "dict[tuple[str, str], Floats]" = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Scores of any group for any block of employers and draws."""

    columns: Columns
    weighting: Weighting
    _products: "dict[str, Floats]" = field(default_factory=dict)

    def measure(self, quantity: Quantity, branch: Branch, block: Block) -> Measure:
        """Return the scores of a group, on its own scale; shares in percent."""
        scale = self.columns.scales[quantity] / _out_of(quantity, branch)
        if block.is_whole:
            return self._whole(quantity, branch, block)
        if branch.height > 1:
            return self._near(quantity, branch, block)
        above, below = self._sums(quantity, branch, block)
        return Ratio(
            above=above,
            below=below,
            scale=scale,
            most=self.columns.amount(quantity) * self.weighting.parts,
            applies=self._counts(quantity, branch, block.rows).sum(axis=1) > 0,
        )

    def _whole(self, quantity: Quantity, branch: Branch, block: Block) -> Whole:
        points = self._points(quantity, branch.columns, block.rows)
        parts = self.weighting.parts**branch.height
        return Whole(
            numbers=_multiplied(points, self._product(branch)[:, block.draws]),
            scale=self.columns.scales[quantity] * parts / _out_of(quantity, branch),
        )

    def _product(self, branch: Branch) -> "Floats":
        """Return what each criterion below counts: the weights on the way, multiplied.

        Weights of lower children are raised, so that all have the group's own denominator.
        """
        if branch.id not in self._products:
            self._products[branch.id] = self._on_the_way(branch)
        return self._products[branch.id]

    def _on_the_way(self, branch: Branch) -> "Floats":
        import numpy as np  # noqa: PLC0415  # the command line starts without it

        rows = []
        weights = self.weighting.by_group[branch.id].astype(np.float64)
        for child, weight in zip(branch.children, weights, strict=True):
            height = child.height if isinstance(child, Branch) else 0
            raised = weight * self.weighting.parts ** (branch.height - 1 - height)
            rows.append(
                self._product(child) * raised if isinstance(child, Branch) else raised[None]
            )
        return np.concatenate(rows)

    def _points(self, quantity: Quantity, columns: tuple[int, ...], rows: "Places") -> "Floats":
        import numpy as np  # noqa: PLC0415

        return self.columns.points[quantity][rows][:, columns].astype(np.float64)

    def _sums(self, quantity: Quantity, branch: Branch, block: Block) -> "tuple[Floats, Floats]":
        """Return points times weights, and the weights that count, of a group of criteria."""
        import numpy as np  # noqa: PLC0415

        kind = _kind(quantity)
        weights = self.weighting.by_group[branch.id][:, block.draws].astype(np.float64)
        counts = self._counts(quantity, branch, block.rows)
        if (kind, branch.id) not in block.known:
            block.known[kind, branch.id] = _multiplied(counts, weights)
        if (quantity, branch.id) not in block.known:
            points = self._points(quantity, branch.columns, block.rows) * counts
            block.known[quantity, branch.id] = _multiplied(points, weights)
        return block.known[quantity, branch.id], block.known[kind, branch.id]

    def _counts(self, quantity: Quantity, branch: Branch, rows: "Places") -> "Floats":
        """Return 1 for each child of a group that counts, one row an employer."""
        import numpy as np  # noqa: PLC0415

        counts = self.columns.counts(quantity)[rows]
        children = [
            counts[:, child.columns if isinstance(child, Branch) else (child,)].any(axis=1)
            for child in branch.children
        ]
        return np.array(children, dtype=np.float64).T

    def _near(self, quantity: Quantity, branch: Branch, block: Block) -> Near:
        import numpy as np  # noqa: PLC0415

        unit = _out_of(quantity, branch) / self.columns.scales[quantity]

        def exact(rows: "Places", draws: "Places") -> "Pair":
            chosen = block.rows[rows], draws + block.draws.start
            above, below = self._exact(quantity, branch, *chosen)
            return above * unit.numerator, below * unit.denominator

        return Near(
            numbers=self._float(quantity, branch, block) * np.float64(unit),
            applies=self._counts(quantity, branch, block.rows).sum(axis=1) > 0,
            off=off_by(self.columns.amount(quantity) * unit),
            exact=exact,
        )

    def _float(self, quantity: Quantity, branch: Branch, block: Block) -> "Floats":
        import numpy as np  # noqa: PLC0415

        if branch.height == 1:
            above, below = self._sums(quantity, branch, block)
            share = np.maximum(below, 1)
            return np.divide(above, share, out=share)
        weights = self.weighting.by_group[branch.id][:, block.draws].astype(np.float64)
        counts = self._counts(quantity, branch, block.rows)
        total = np.zeros((len(block.rows), weights.shape[1]))
        term = np.empty_like(total)
        for place, child in enumerate(branch.children):
            # Where nothing of a child counts, all its points are 0.
            np.multiply(*self._term(quantity, child, weights[place], block), out=term)
            total += term
        return np.divide(total, np.maximum(_multiplied(counts, weights), 1), out=total)

    def _term(
        self, quantity: Quantity, child: Branch | int, weight: "Floats", block: Block
    ) -> "tuple[Floats, Floats]":
        """Return two numbers whose product a child adds to the sum of its group."""
        import numpy as np  # noqa: PLC0415

        if not isinstance(child, Branch):
            counts = self.columns.counts(quantity)[block.rows, child]
            return self._points(quantity, (child,), block.rows) * counts[:, None], weight
        if child.height > 1:
            return self._float(quantity, child, block), weight
        above, below = self._sums(quantity, child, block)
        rate = f"rate {_kind(quantity)}", child.id
        if rate not in block.known:
            block.known[rate] = weight / np.maximum(below, 1)
        return above, block.known[rate]

    def _exact(self, quantity: Quantity, branch: Branch, rows: "Places", draws: "Places") -> "Pair":
        """Return points as whole numbers without limit, for pairs of a row and a draw."""
        import numpy as np  # noqa: PLC0415

        weights = self.weighting.by_group[branch.id][:, draws].astype(object)
        counts = self._counts(quantity, branch, rows).astype(np.int64).astype(object)
        above, below = np.zeros(len(rows), dtype=object), np.ones(len(rows), dtype=object)
        for place, child in enumerate(branch.children):
            top, bottom = self._exact_child(quantity, child, rows, draws)
            counted = weights[place] * counts[:, place]
            above = above * bottom + counted * top * below
            below = below * bottom
        divisor = np.maximum((weights.T * counts).sum(axis=1), 1)
        return above, below * divisor

    def _exact_child(
        self, quantity: Quantity, child: Branch | int, rows: "Places", draws: "Places"
    ) -> "Pair":
        import numpy as np  # noqa: PLC0415

        if isinstance(child, Branch):
            return self._exact(quantity, child, rows, draws)
        points = self.columns.points[quantity][rows, child].astype(np.int64)
        return points.astype(object), np.ones(len(rows), dtype=object)


def _out_of(quantity: Quantity, branch: Branch) -> Fraction:
    return _HUNDRED if quantity.is_share else branch.out_of


def _kind(quantity: Quantity) -> str:
    """Return the name of what counts for a quantity."""
    return "known" if quantity is Quantity.VALUE else "applies"


def _multiplied(points: "Floats", weights: "Floats") -> "Floats":
    import numpy as np  # noqa: PLC0415

    found = np.empty((len(points), weights.shape[1]))
    step = max(1, _AT_ONCE // weights.size)
    for start in range(0, len(points), step):
        np.matmul(points[start : start + step], weights, out=found[start : start + step])
    return found
