"""Score a whole tree: each node once, lazily, so that one may rest on another."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from jobquality.errors import Fault
from jobquality.rubrics.model import Combine, Criterion, Group, Scoring, State, Wording
from jobquality.rubrics.rules import Each, Requirement, Rules
from jobquality.rubrics.steps import CohortReading
from jobquality.scoring.combining import NONE, ONE, Terms, combined, most_combined
from jobquality.scoring.conditions import find_unmet
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.figures import Figures
from jobquality.scoring.fold import cover_of, fold, held_against
from jobquality.scoring.lines import answered_with, score_criterion
from jobquality.scoring.parts import parts_of
from jobquality.scoring.scorecard import NodeScore

Node = Group | Criterion
_RAW = Rules(is_raw=True)
#: Parts of an employer are combined like the children of a group.
_PARTS = Group(
    id="",
    code="",
    line=0,
    weight=ONE,
    wording=Wording(),
    combine=Combine.MEAN,
    out_of=ONE,
    children=(),
    figures=(),
    rules=_RAW,
)


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What a tree is scored by: the reading of the standard, and its root.

    `points` stand in for the answers of some criteria: a plan asks what they would change.
    """

    root: Group
    reading: Scoring
    points: Mapping[str, Fraction] = field(default_factory=dict)

    @cached_property
    def of_parts(self) -> frozenset[str]:
        """The ids of all nodes that are scored part by part."""
        each = (node for node in self.root.walk() if node.rules and node.rules.each)
        below = (node.walk() if isinstance(node, Group) else iter((node,)) for node in each)
        return frozenset(node.id for nodes in below for node in nodes)


class Tree:
    """The scores of one employer, or of one part of it, each worked out once."""

    def __init__(
        self,
        frame: Frame,
        facts: EmployerFacts,
        figures: Figures,
        above: "Tree | None" = None,
    ) -> None:
        self._frame = frame
        self._above = above
        self._label = facts.part if above else ""
        self._facts = facts
        self._figures = figures
        self._nodes = {node.id: node for node in frame.root.walk()}
        self._scores: dict[str, NodeScore] = {}
        self._parts: dict[str, Tree] = {}
        figures.scores = self.number_of

    def total(self) -> NodeScore:
        """Return the score of the whole tree."""
        return self.of(self._frame.root)

    def number_of(self, name: str) -> Fraction | None:
        """Return the score of a node where nothing about it is open, else None."""
        scored = self._other(name) if name in self._nodes else None
        if scored is None or scored.is_out or scored.low != scored.high:
            return None
        return scored.low

    def of(self, node: Node) -> NodeScore:
        """Return the score of a node, for each part of the employer where its rules say so."""
        if node.id not in self._scores:
            each = node.rules.each if node.rules else None
            self._scores[node.id] = self._each(node, each) if each else self.whole(node)
        return self._scores[node.id]

    def whole(self, node: Node) -> NodeScore:
        """Return the score of a node on the facts of this employer or part alone."""
        weight = self._frame.reading.weights.get(node.id, node.weight)
        scored = self._group(node, weight) if isinstance(node, Group) else self._leaf(node, weight)
        if self._label:
            scored = replace(scored, part=self._label)
        rules = node.rules
        return self._required(scored, rules.requires) if rules and rules.requires else scored

    def _group(self, group: Group, weight: Fraction) -> NodeScore:
        if find_unmet(group.applies, self._facts, self._figures) is not None:
            return NodeScore(node=group, state=State.NA, weight=weight, most=None)
        weights = self._frame.reading.weights
        children = tuple(
            self.of(child) for child in group.children if weights.get(child.id, child.weight) > 0
        )
        points = group.rules.points if group.rules else None
        if not isinstance(points, CohortReading):
            return fold(group, children, weight=weight)
        return self._among_others(group, points, fold(_before(group), children, weight=weight))

    def _leaf(self, question: Criterion, weight: Fraction) -> NodeScore:
        scored = score_criterion(
            question,
            self._facts,
            self._figures,
            when=self._frame.reading.when or question.when,
            weight=weight,
        )
        if question.id in self._frame.points and not scored.is_out:
            return answered_with(scored, self._frame.points[question.id])
        return scored

    def _among_others(self, group: Group, points: CohortReading, scored: NodeScore) -> NodeScore:
        """Return the place of a group's score in the cohort, once that is known."""
        if scored.is_out:
            return replace(scored, node=group)
        stats = self._figures.known(group.id, points.within)
        if scored.value is not None:
            self._figures.gather(group.id, scored.value)
            stats = self._figures.stats_for(group.id, points)
        return held_against(group, scored, stats)

    def _required(self, scored: NodeScore, requires: tuple[Requirement, ...]) -> NodeScore:
        """Let a node count only as far as what it requires is surely, or possibly, there."""
        if scored.is_out:
            return scored
        others = [(one, self._other(one.name)) for one in requires]
        missing = tuple(one.name for one, other in others if not _has(one, other, other.low))
        if not missing:
            return scored
        may_be = all(_has(one, other, other.high, is_open=True) for one, other in others)
        is_read = all(_has(one, other, other.value) for one, other in others)
        fewest = _fewest(scored)
        return replace(
            scored,
            value=scored.value if is_read or scored.value is None else fewest,
            low=fewest,
            high=scored.high if may_be else fewest,
            held_back=missing,
        )

    def _other(self, name: str) -> NodeScore:
        """Return the score of another node; what is not asked of parts is that of the whole."""
        if self._above is None or name in self._frame.of_parts:
            return self.of(self._nodes[name])
        return self._above._other(name)  # noqa: SLF001  # the same tree, one step out

    def _each(self, node: Node, each: Each) -> NodeScore:
        """Return the score of a node over the parts of the employer, in stages."""
        scores = self._staged(node, each, each.kinds)
        return scores or self.whole(node)

    def _staged(self, node: Node, each: Each, kinds: tuple[str, ...]) -> NodeScore | None:
        """Return what the parts of the first kind make together; None where there are none."""
        found = parts_of(self._facts, kinds[0]) if kinds else ()
        trees = [self._part(facts) for facts in found]
        scores = [tree.staged(node, each, kinds[1:]) for tree in trees]
        if not scores:
            return None
        weights = [tree.weight_by(each.by, node) for tree in trees]
        weighed = [replace(one, weight=weight) for one, weight in zip(scores, weights, strict=True)]
        weight = self._frame.reading.weights.get(node.id, node.weight)
        together = _over_parts(node, each, tuple(weighed), weight)
        return replace(together, part=self._label)

    def staged(self, node: Node, each: Each, kinds: tuple[str, ...]) -> NodeScore:
        """Return the score of a node for this part, made of its own parts where it has some."""
        return self._staged(node, each, kinds) or self.whole(node)

    def weight_by(self, name: str, node: Node) -> Fraction:
        """Return what a part weighs: the figure of this name, or 1 where parts weigh alike."""
        if not name:
            return ONE
        number = self._figures.of(name).number
        if number is None or number < 0:
            message = f"Nobody knows how much {self._facts.part} weighs: '{name}' is not known."
            remedy = f"Answer {name} for this part."
            self._figures.faults.append(Fault(message=message, where=node.id, remedy=remedy))
            return ONE
        return number

    def _part(self, facts: EmployerFacts) -> "Tree":
        if facts.part not in self._parts:
            frame = replace(self._frame, points={})
            figures = self._figures.for_part(facts)
            self._parts[facts.part] = Tree(frame, facts, figures, above=self)
        return self._parts[facts.part]


def _before(group: Group) -> Group:
    """Return a group whose score is not held against the cohort yet."""
    rules = group.rules or _RAW
    bare = replace(rules, points=None, at_least=None, at_most=None, rounding=None)
    return replace(group, rules=bare)


def _has(
    one: Requirement, other: NodeScore, end: Fraction | None, *, is_open: bool = False
) -> bool:
    """Say whether a score is as good as another node asks; what does not apply is no bar."""
    if other.is_out:
        return True
    if end is None:
        return is_open
    wanted = one.number if one.number is not None else other.most
    return wanted is not None and end >= wanted


def _fewest(scored: NodeScore) -> Fraction:
    node = scored.node
    if isinstance(node, Criterion):
        return node.fewest or NONE
    return min(NONE, scored.low) if scored.low is not None else NONE


def _over_parts(
    node: Node, each: Each, parts: tuple[NodeScore, ...], weight: Fraction
) -> NodeScore:
    """Combine the scores of one node for several parts; points stay on the node's own scale."""
    counted = [part for part in parts if not part.is_out and part.weight > 0]
    group = as_group(node, each)
    known = [part for part in counted if part.value is not None]
    value = _together(group, known, [part.value for part in known])
    cover = cover_of(group, counted)
    return NodeScore(
        node=node,
        state=_state_of(counted, value),
        weight=weight,
        most=most_combined(
            group, [part.most for part in counted], [part.weight for part in counted]
        ),
        value=None if any(part.blocks for part in counted) else value,
        low=_together(group, counted, [part.low for part in counted]),
        high=_together(group, counted, [part.high for part in counted]),
        value_most=most_combined(
            group, [part.value_most for part in known], [part.weight for part in known]
        ),
        answered=cover.answered,
        coverage=cover.coverage,
        confirmed=cover.confirmed,
        supposed=cover.supposed,
        parts=parts,
        blocks=any(part.blocks for part in counted),
    )


def _state_of(counted: list[NodeScore], value: Fraction | None) -> State:
    if not counted:
        return State.NA
    return State.VALUE if value is not None else counted[0].state


def as_group(node: Node, each: Each) -> Group:
    """Return the group that combines the parts of an employer for a node.

    It takes the mean of points as they are, and shares out of 1.
    """
    rules = replace(_RAW, take=each.take) if each.take else _RAW
    return replace(_PARTS, id=node.id, combine=each.combine, rules=rules)


def _together(
    group: Group, parts: list[NodeScore], numbers: list[Fraction | None]
) -> Fraction | None:
    given = tuple(number for number in numbers if number is not None)
    if not given or len(given) < len(numbers):
        return None
    most = tuple(part.most for part in parts)
    weights = tuple(part.weight for part in parts)
    return combined(group, Terms(numbers=given, most=most, weights=weights))
