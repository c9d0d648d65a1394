"""A score folded again after some of its lines changed, without reading the facts again."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from jobquality.rubrics.model import Criterion, Group, State
from jobquality.scoring.fold import fold
from jobquality.scoring.scorecard import NodeScore


def refolded(node: NodeScore, leaves: Mapping[str, NodeScore]) -> NodeScore:
    """Return the score with other lines in the places of some, by criterion."""
    if isinstance(node.node, Criterion):
        return leaves.get(node.id, node)
    children = tuple(refolded(child, leaves) for child in node.children)
    if all(now is before for now, before in zip(children, node.children, strict=True)):
        return node
    return refolded_from(node, children)


def refolded_from(node: NodeScore, children: tuple[NodeScore, ...]) -> NodeScore:
    """Return a group's score over other children."""
    if not isinstance(node.node, Group):
        raise TypeError(f"{node.id} has no children")
    return fold(node.node, children, weight=node.weight)


def answered(node: NodeScore, points: Fraction) -> NodeScore:
    """Return a line with an answer that gives these points; its evidence stays as it was."""
    return replace(
        node, state=State.VALUE, value=points, low=points, high=points, value_most=node.most
    )
