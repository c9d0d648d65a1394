"""What changed between two scores of one employer, like for like.

Only criteria that stand in both scores, on the same scale, are compared. A topic is compared
where every criterion of it is; a new edition may ask other things under the same name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from jobquality.rubrics.model import Band, Choice, Criterion, Group
from jobquality.scoring.scorecard import NodeScore, Scorecard


class Move(StrEnum):
    """Which way a score went; what is newly known is neither better nor worse."""

    BETTER = "better"
    WORSE = "worse"
    NEWLY_KNOWN = "newly_known"
    LESS_KNOWN = "less_known"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One node before and after."""

    before: NodeScore
    after: NodeScore
    move: Move

    @property
    def id(self) -> str:
        """The node's id."""
        return self.after.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Every comparable node; `uncompared` are ids that stand in only one of the two scores."""

    total: Change | None
    topics: tuple[Change, ...]
    criteria: tuple[Change, ...]
    uncompared: tuple[str, ...]

    def moved(self, move: Move) -> tuple[Change, ...]:
        """Return the criteria that went this way."""
        return tuple(change for change in self.criteria if change.move is move)


def compare(before: Scorecard, after: Scorecard) -> Trend:
    """Return what changed from one score to the next."""
    earlier = {node.id: node for node in before.total.walk()}
    later = {node.id: node for node in after.total.walk()}
    alike = {name for name in earlier.keys() & later.keys() if _alike(earlier[name], later[name])}
    changes = {name: _change(earlier[name], later[name]) for name in later if name in alike}
    is_same = before.rubric.scoring_hash == after.rubric.scoring_hash
    topics = tuple(_topics(after.total, changes, earlier, later)) if is_same else ()
    criteria = {name for name in earlier | later if _is_asked(name, earlier, later)}
    return Trend(
        total=_change(before.total, after.total) if is_same else None,
        topics=topics,
        criteria=tuple(changes[name] for name in later if name in alike),
        uncompared=tuple(sorted(criteria - alike)),
    )


def _is_asked(name: str, earlier: Mapping[str, NodeScore], later: Mapping[str, NodeScore]) -> bool:
    """Say whether it is a criterion that applied at least once."""
    nodes = [nodes[name] for nodes in (earlier, later) if name in nodes]
    return isinstance(nodes[0].node, Criterion) and not all(node.is_out for node in nodes)


def _alike(before: NodeScore, after: NodeScore) -> bool:
    """Say whether both are one criterion on one scale that applies both times."""
    was, now = before.node, after.node
    if not (isinstance(was, Criterion) and isinstance(now, Criterion)):
        return False
    same_scale = was.kind == now.kind and _scale(was) == _scale(now)
    return same_scale and not (before.is_out or after.is_out)


def _scale(criterion: Criterion) -> tuple[object, ...]:
    """Return what each answer gives; where it stands in the file makes no difference."""
    points = criterion.points
    if not isinstance(points, tuple):
        return (points,)
    return tuple((_at(step), step.gives) for step in points)


def _at(step: Band | Choice) -> object:
    return (step.start, step.above) if isinstance(step, Band) else step.id


def _topics(
    total: NodeScore,
    changes: Mapping[str, Change],
    earlier: Mapping[str, NodeScore],
    later: Mapping[str, NodeScore],
) -> Iterator[Change]:
    for node in total.children:
        if not isinstance(node.node, Group) or node.is_out:
            continue
        asked = [one for one in node.walk() if _is_asked(one.id, earlier, later)]
        if all(one.id in changes for one in asked):
            yield _change(earlier[node.id], node)


def _change(before: NodeScore, after: NodeScore) -> Change:
    return Change(before=before, after=after, move=_move(before, after))


def _move(before: NodeScore, after: NodeScore) -> Move:
    low, high = _step(before.low, after.low), _step(before.high, after.high)
    if low == high == 0:
        return Move.SAME
    if low >= 0 >= high:
        return Move.NEWLY_KNOWN
    if low <= 0 <= high:
        return Move.LESS_KNOWN
    return Move.BETTER if low > 0 else Move.WORSE


def _step(before: Fraction | None, after: Fraction | None) -> int:
    """Return 1 where an end rose, -1 where it fell; an end that is open is above all others."""
    first, last = _height(before), _height(after)
    return (last > first) - (last < first)


def _height(end: Fraction | None) -> tuple[bool, Fraction]:
    return (end is None, Fraction(0) if end is None else end)
