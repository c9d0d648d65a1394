"""Scorecards as columns: what of them does not change when the weights do.

The points of a criterion, whether it applies and how well it is proved depend on the answers
alone, as long as a standard is made of weighted means only; see `robustness_fit`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from itertools import count
from math import lcm
from typing import TYPE_CHECKING

from jobquality.rubrics.model import NO_LEVEL, NOT_ENOUGH_KNOWN, Group, Level, Rubric
from jobquality.scoring.robustness.draws import Siblings
from jobquality.scoring.scorecard import Checked, CriticalResult, NodeScore, Scorecard

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Truths = NDArray[np.bool_]
    Wholes = NDArray[np.int64]

_ONE = Fraction(1)


class Quantity(StrEnum):
    """What is averaged: either end, the value, or how much is proved."""

    LOW = "low"
    HIGH = "high"
    VALUE = "value"
    SEEN = "seen"
    CONFIRMED = "confirmed"

    @property
    def is_share(self) -> bool:
        """Whether it is a share of the weight, in percent, and not points."""
        return self in (Quantity.SEEN, Quantity.CONFIRMED)


@dataclass(frozen=True, kw_only=True)
class Branch:
    """A group: its children are other branches, or the columns of criteria."""

    siblings: Siblings
    out_of: Fraction
    children: "tuple[Branch | int, ...]"

    @property
    def id(self) -> str:
        """The group's id."""
        return self.siblings.group

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns of every criterion below."""
        inside = (one.columns if isinstance(one, Branch) else (one,) for one in self.children)
        return tuple(column for some in inside for column in some)

    @cached_property
    def height(self) -> int:
        """How many weights lie between this group and its deepest criterion."""
        return 1 + max(one.height if isinstance(one, Branch) else 0 for one in self.children)

    def walk(self) -> "Iterator[Branch]":
        """Yield this group and every group below it."""
        yield self
        for child in self.children:
            if isinstance(child, Branch):
                yield from child.walk()


@dataclass(frozen=True, kw_only=True)
class Verdicts:
    """What decides a level beside the weights, one row an employer.

    `names` are every outcome, the worst first; a level's place among them is its code.
    `blocked` has a column for each scored level, the highest first, that a critical violation
    stands against, `spared` the same if those not checked were not there. `declared` is the
    code of a declared level in force, or -1; `overrides` tells that it goes before the score.
    """

    names: tuple[str, ...]
    levels: tuple[Level, ...]
    silent: "Truths"
    blocked: "Truths"
    spared: "Truths"
    declared: "Wholes"
    overrides: "Truths"


@dataclass(frozen=True, kw_only=True)
class Columns:
    """What many employers answered: a row each, and a column for each criterion.

    `points` hold, for each quantity, whole numbers that are `scales` times the share of the
    most that a criterion gives; `counts` tells what of them counts at all.
    """

    root: Branch
    criteria: tuple[str, ...]
    most: tuple[Fraction, ...]
    points: "dict[Quantity, NDArray[np.integer]]"
    scales: dict[Quantity, int]
    applies: "Truths"
    known: "Truths"
    verdicts: Verdicts

    def __len__(self) -> int:
        """Return the number of employers."""
        return len(self.applies)

    def counts(self, quantity: Quantity) -> "Truths":
        """Return what counts: for the value only what is known."""
        return self.known if quantity is Quantity.VALUE else self.applies

    def amount(self, quantity: Quantity) -> int:
        """Return the largest amount of any whole number, at least one scale."""
        return self._amounts[quantity]

    @cached_property
    def _amounts(self) -> dict[Quantity, int]:
        import numpy as np  # noqa: PLC0415  # the command line starts without it

        return {
            quantity: max(self.scales[quantity], int(np.abs(points).max(initial=0)))
            for quantity, points in self.points.items()
        }


def branch_of(total: NodeScore) -> Branch:
    """Return the tree of a scorecard with the weights that count in it."""
    return _branch(total, count())


def _branch(node: NodeScore, columns: Iterator[int]) -> Branch:
    if not isinstance(node.node, Group):
        raise TypeError(f"{node.id} is no group")
    siblings = Siblings(
        group=node.id,
        names=tuple(child.id for child in node.children),
        weights=tuple(child.weight for child in node.children),
    )
    children = tuple(
        _branch(child, columns) if isinstance(child.node, Group) else next(columns)
        for child in node.children
    )
    return Branch(siblings=siblings, out_of=node.node.out_of, children=children)


def columns_of(cards: Sequence[Scorecard]) -> Columns:
    """Return scorecards of one standard, by one scoring, as columns."""
    import numpy as np  # noqa: PLC0415

    rows = [[node for node in card.total.walk() if not node.children] for card in cards]
    first = rows[0]
    ends = {
        Quantity.LOW: [[_share(node.low, node) for node in row] for row in rows],
        Quantity.HIGH: [[_share(node.high, node) for node in row] for row in rows],
        Quantity.VALUE: [[_share(node.value, node) for node in row] for row in rows],
        Quantity.SEEN: [[node.coverage for node in row] for row in rows],
        Quantity.CONFIRMED: [[node.confirmed for node in row] for row in rows],
    }
    scales = {quantity: _scale(shares) for quantity, shares in ends.items()}
    return Columns(
        root=branch_of(cards[0].total),
        criteria=tuple(node.id for node in first),
        most=tuple(node.most or _ONE for node in first),
        points={name: _whole(shares, scales[name]) for name, shares in ends.items()},
        scales=scales,
        applies=np.array([[not node.is_out for node in row] for row in rows]),
        known=np.array([[node.value is not None for node in row] for row in rows]),
        verdicts=_verdicts(cards),
    )


def _share(number: Fraction | None, node: NodeScore) -> Fraction:
    return Fraction(0) if number is None else number / (node.most or _ONE)


def _scale(shares: list[list[Fraction]]) -> int:
    return lcm(*{share.denominator for row in shares for share in row})


def _whole(shares: list[list[Fraction]], scale: int) -> "NDArray[np.integer]":
    import numpy as np  # noqa: PLC0415

    return np.array([[int(share * scale) for share in row] for row in shares])


def outcome_names(rubric: Rubric) -> tuple[str, ...]:
    """Return every outcome but none at all, the worst first."""
    return (NOT_ENOUGH_KNOWN, NO_LEVEL, *(level.id for level in reversed(rubric.levels)))


def _verdicts(cards: Sequence[Scorecard]) -> Verdicts:
    import numpy as np  # noqa: PLC0415

    rubric = cards[0].rubric
    names = outcome_names(rubric)
    levels = tuple(level for level in rubric.levels if not level.declared)
    overriding = {level.id for level in rubric.levels if level.overrides}
    declared = [card.outcome.declared for card in cards]
    return Verdicts(
        names=names,
        levels=levels,
        silent=np.array([card.total.value is None for card in cards]),
        blocked=_blocked(cards, levels, Checked.FOUND),
        spared=_blocked(cards, levels, Checked.NONE_FOUND),
        declared=np.array([names.index(one.criterion) if one else -1 for one in declared]),
        overrides=np.array([one is not None and one.criterion in overriding for one in declared]),
    )


def _blocked(cards: Sequence[Scorecard], levels: tuple[Level, ...], unchecked: Checked) -> "Truths":
    import numpy as np  # noqa: PLC0415

    names = [level.id for level in levels]
    rows = [
        [any(_blocks(one, place, names, unchecked) for one in card.outcome.critical)
         for place in range(len(names))]
        for card in cards
    ]  # fmt: skip
    return np.array(rows, dtype=bool).reshape(len(cards), len(names))


def _blocks(result: CriticalResult, place: int, names: list[str], unchecked: Checked) -> bool:
    is_open = result.checked is Checked.NOT_CHECKED
    if (unchecked if is_open else result.checked) is Checked.NONE_FOUND:
        return False
    allows = result.critical.allows
    return not allows or place < names.index(allows)
