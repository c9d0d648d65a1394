"""How the score of a group, or of a node over its parts, was made: what was combined, and then.

It is worked out once more from the nodes below, so that nobody has to keep it for every score.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from jobquality.rubrics.model import Combine, Group
from jobquality.rubrics.rules import Rules
from jobquality.scoring.combining import Terms, combined
from jobquality.scoring.finishing import Bounds, Stage, stages
from jobquality.scoring.fold import counted_nodes, imputed, is_enough
from jobquality.scoring.scorecard import NodeScore
from jobquality.scoring.tree import as_group

_Number = Fraction | None
_NONE = Fraction(0)


class End(StrEnum):
    """Which number of a score: its worst end, its best one, or the reading of what is open."""

    LOW = "low"
    HIGH = "high"
    VALUE = "value"

    def of(self, score: Bounds | NodeScore) -> _Number:
        """Return that number."""
        return {End.LOW: score.low, End.HIGH: score.high, End.VALUE: score.value}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """How one number of a score was made.

    `group` says how `nodes` were combined. `terms` is what they had, None where some of it is
    open. `stages` are what the number was after each thing done to it, the first of them after
    combining. `result` is what it is at last: less than that where the node is held back. A
    number that is None is open, or not there.
    """

    end: End
    group: Group
    nodes: tuple[NodeScore, ...]
    terms: Terms | None
    stages: tuple[tuple[Stage, _Number], ...]
    result: _Number


def made(node: NodeScore) -> tuple[Made, ...]:
    """Return how the low end, the high end and the value of a node were made.

    There is nothing to tell where nothing applies, or of a criterion without parts.
    """
    group, nodes, rules = _combined_of(node)
    if group is None or not nodes:
        return ()
    is_over_parts = bool(node.parts)
    known = [one for one in nodes if one.value is not None] if is_over_parts else imputed(nodes)
    below = {End.LOW: nodes, End.HIGH: nodes, End.VALUE: known}
    terms = {end: _terms(end, of, whole=is_over_parts) for end, of in below.items()}
    if not (is_enough(rules, nodes) and not any(one.blocks for one in nodes)):
        terms[End.VALUE] = None
    if group.combine is Combine.PRODUCT and any((one.low or _NONE) < 0 for one in nodes):
        # The ends are corners of all the ends below, and no one line of them.
        terms = {end: None if end is not End.VALUE else of for end, of in terms.items()}
    joined = {end: None if of is None else combined(group, of) for end, of in terms.items()}
    bounds = Bounds(value=joined[End.VALUE], low=joined[End.LOW], high=joined[End.HIGH], most=None)
    done = tuple(stages(rules, bounds, node.stats))
    return tuple(
        Made(
            end=end,
            group=group,
            nodes=tuple(below[end]),
            terms=terms[end],
            stages=tuple((stage, end.of(after)) for stage, after in done),
            result=end.of(node),
        )
        for end in End
    )


def _combined_of(node: NodeScore) -> tuple[Group | None, list[NodeScore], Rules | None]:
    """Return how the nodes below were combined, which of them count, and what is done then."""
    rules = node.node.rules
    if node.is_out:
        return None, [], None
    if node.parts and rules is not None and rules.each is not None:
        counted = [part for part in node.parts if not part.is_out and part.weight > 0]
        return as_group(node.node, rules.each), counted, None
    if not isinstance(node.node, Group):
        return None, [], None
    return node.node, counted_nodes(node.node, node.children), rules


def _terms(end: End, nodes: Sequence[NodeScore], *, whole: bool) -> Terms | None:
    """Return what nodes had; of those that are known only, how much there was to know."""
    numbers = [end.of(node) for node in nodes]
    given = tuple(number for number in numbers if number is not None)
    if not given or len(given) < len(numbers):
        return None
    is_known = end is End.VALUE and not whole
    return Terms(
        numbers=given,
        most=tuple(node.value_most if is_known else node.most for node in nodes),
        weights=tuple(node.weight for node in nodes),
    )
