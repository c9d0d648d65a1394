"""The improvement plan: what would raise the score, by exactly how much, and what comes first.

Every gain is the total scored again with the better answer, by the same folding that made
the score; nothing is estimated. Wrongs that must stop come first, then what a law asks for,
then what gains most.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from jobquality.rubrics.model import NO_LEVEL, Condition, Criterion, Group
from jobquality.scoring.facts import Value
from jobquality.scoring.paths.known import unknown_words
from jobquality.scoring.refold import answered, refolded
from jobquality.scoring.scorecard import (
    Check,
    Checked,
    CriticalResult,
    LevelResult,
    NodeScore,
    Scorecard,
)
from jobquality.scoring.steps import Step, better_steps

_NONE = Fraction(0)


class Kind(StrEnum):
    """What there is to do: do better, or find out first."""

    IMPROVE = "improve"
    FIND_OUT = "find_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One better step, taken alone: what the total's worst end gains, and where it comes to."""

    step: Step
    gain: Fraction
    total: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What to do about one criterion; `moves` are its better steps, the nearest first.

    To find out gains from nothing up to `gain`, depending on what is found; to improve
    gains `gain` with the last of the moves. `stops` are the critical violations that were
    found and belong to it. `needs` is what must hold besides for the answer to count: enough
    people who were asked.
    """

    node: NodeScore
    kind: Kind
    moves: tuple[Move, ...]
    gain: Fraction
    stops: tuple[str, ...]
    needs: tuple[Condition, ...]

    @property
    def question(self) -> Criterion:
        """The criterion."""
        if not isinstance(self.node.node, Criterion):
            raise TypeError(f"{self.node.id} is no criterion")
        return self.node.node

    @property
    def best(self) -> Move:
        """The move that gives most."""
        return self.moves[-1]

    @property
    def law(self) -> Move | None:
        """The highest better step that a law asks for, where that law holds."""
        return next((move for move in reversed(self.moves) if move.step.is_law), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelGap:
    """What is missing for a level: the conditions that do not hold, and what blocks it."""

    result: LevelResult
    checks: tuple[Check, ...]
    blocked_by: tuple[CriticalResult, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """A score from its worst to its best end; the best is None where points are open above."""

    worst: Fraction
    best: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything that can be done, in order.

    `before` is the score now; `promised` what it is once every answered criterion reached
    its best step; `found_out` once the open ones reached theirs too. `unproven` are answers
    that nobody has seen records for (E2): they count for points and not for coverage.
    """

    card: Scorecard
    must_stop: tuple[CriticalResult, ...]
    unchecked: tuple[CriticalResult, ...]
    actions: tuple[Action, ...]
    unproven: tuple[NodeScore, ...]
    levels: tuple[LevelGap, ...]
    before: Ends
    promised: Ends
    found_out: Ends

    @property
    def answers(self) -> dict[str, Value]:
        """The answer that each improvement leads to, by criterion."""
        return {
            action.node.id: action.best.step.answer
            for action in self.actions
            if action.kind is Kind.IMPROVE and action.best.step.answer is not None
        }

    @property
    def next_level(self) -> LevelGap | None:
        """The nearest level that is not reached yet."""
        return self.levels[-1] if self.levels else None


def improvement_plan(card: Scorecard) -> Plan:
    """Return the plan of one employer, below every level too."""
    prices = _Prices(card)
    actions = tuple(sorted(_actions(card, prices), key=_order))
    improved = {one.node.id: one.best.step.gives for one in actions if one.kind is Kind.IMPROVE}
    every = {one.node.id: one.best.step.gives for one in actions}
    return Plan(
        card=card,
        must_stop=_critical(card, Checked.FOUND),
        unchecked=_critical(card, Checked.NOT_CHECKED),
        actions=actions,
        unproven=tuple(_unproven(card)),
        levels=_gaps(card),
        before=prices.ends({}),
        promised=prices.ends(improved),
        found_out=prices.ends(every),
    )


class _Prices:
    """Scores the total again with other points for some criteria."""

    def __init__(self, card: Scorecard) -> None:
        self._total = card.total
        # A word by which one line changes another needs the whole score again.
        self._again = card.again if unknown_words(card.rubric, scoring=card.scoring) else None
        self._leaves = {node.id: node for node in card.total.walk() if not node.children}
        self.fewer_is_better = card.rubric.lower_is_better
        self._before = self.ends({}).worst

    def ends(self, points: Mapping[str, Fraction]) -> Ends:
        total = self._rescored(points)
        if self.fewer_is_better:
            return Ends(worst=total.high or _NONE, best=total.low)
        return Ends(worst=total.low or _NONE, best=total.high)

    def _rescored(self, points: Mapping[str, Fraction]) -> NodeScore:
        if self._again is not None:
            return self._again(points)
        leaves = {name: answered(self._leaves[name], one) for name, one in points.items()}
        return refolded(self._total, leaves)

    def move(self, node: NodeScore, step: Step) -> Move:
        worst = self.ends({node.id: step.gives}).worst
        gain = self._before - worst if self.fewer_is_better else worst - self._before
        return Move(step=step, gain=gain, total=worst)


def _actions(card: Scorecard, prices: _Prices) -> Iterator[Action]:
    found = {one.critical.id for one in _critical(card, Checked.FOUND)}
    for node in card.total.walk():
        if isinstance(node.node, Group) or node.is_out:
            continue
        steps = better_steps(node, fewer_is_better=prices.fewer_is_better)
        moves = tuple(prices.move(node, step) for step in steps)
        if moves:
            yield Action(
                node=node,
                kind=Kind.IMPROVE if node.low == node.high else Kind.FIND_OUT,
                moves=moves,
                gain=moves[-1].gain,
                stops=tuple(name for name in node.node.critical if name in found),
                needs=node.node.counts_from,
            )


def _order(action: Action) -> tuple[bool, bool, Fraction]:
    """Critical, then legal, then gain; the order of the file decides between equals."""
    return not action.stops, action.law is None, -action.gain


def _critical(card: Scorecard, checked: Checked) -> tuple[CriticalResult, ...]:
    return tuple(one for one in card.outcome.critical if one.checked is checked)


def _unproven(card: Scorecard) -> Iterator[NodeScore]:
    for node in card.total.walk():
        if isinstance(node.node, Criterion) and node.answered and not node.coverage:
            yield node


def _gaps(card: Scorecard) -> tuple[LevelGap, ...]:
    """Return the levels above the one reached, the highest first."""
    gaps: list[LevelGap] = []
    for result in card.outcome.levels:
        if result.level.id == card.outcome.level and card.outcome.level != NO_LEVEL:
            break
        gaps.append(
            LevelGap(
                result=result,
                checks=tuple(check for check in result.checks if not check.holds),
                blocked_by=result.blocked_by,
            )
        )
    return tuple(gaps)
