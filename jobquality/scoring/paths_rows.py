"""The conditions of a level as sums over steps, exactly, where the standard only adds up.

A mean or a sum is linear in the points of each line, so what a step adds to a topic is what
folding the score again with this step alone adds to it. Nothing is taken from the formula of
a mean: each number comes out of the fold itself.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil, floor

from jobquality.rubrics.model import Combine, Floor, Group, Rounding, Ties
from jobquality.scoring.paths_evidence import Row, Term, share_rows
from jobquality.scoring.paths_result import PathStep
from jobquality.scoring.paths_steps import SHARES, Case, Offer
from jobquality.scoring.refold import answered, refolded
from jobquality.scoring.scorecard import Check, NodeScore

_HALF, _ONE = Fraction(1, 2), Fraction(1)
#: Ways to combine that only add up.
ADDING = (Combine.MEAN, Combine.SUM)


def adds_up(node: NodeScore) -> bool:
    """Say whether a score only adds up the points of its lines."""
    if not isinstance(node.node, Group):
        return True
    counted = [child for child in node.children if not child.is_out]
    is_sum = node.node.combine in ADDING or len(counted) == 1
    return is_sum and all(adds_up(child) for child in counted)


class _Ends:
    """One end of every node, now and after a step."""

    def __init__(self, total: NodeScore, *, at: int) -> None:
        self._total = total
        self._at = at
        self._after: dict[PathStep, dict[str, Fraction]] = {}
        self.before = self._of(total)

    def _of(self, total: NodeScore) -> dict[str, Fraction]:
        ends = {node.id: (node.low, node.high)[self._at] for node in total.walk()}
        return {name: end for name, end in ends.items() if end is not None}

    def after(self, step: PathStep, answer: NodeScore) -> dict[str, Fraction]:
        if step not in self._after:
            self._after[step] = self._of(refolded(self._total, {step.criterion: answer}))
        return self._after[step]


class Rows:
    """Writes conditions down as rows."""

    def __init__(self, case: Case, offer: Offer) -> None:
        self._case = case
        self._offer = offer
        self._total = case.card.total
        self._open_above = tuple(name for name, node in case.lines.items() if node.high is None)
        self._steps = [step for steps in offer.answers.values() for step in steps]
        self._lows = _Ends(self._total, at=0)
        self._highs = _Ends(refolded(self._total, dict(self._first_answers())), at=1)

    def _first_answers(self) -> Iterator[tuple[str, NodeScore]]:
        """Yield a stand-in for each line that is open above, which has to be answered first."""
        for name in self._open_above:
            steps = self._offer.answers.get(name, ())
            if steps:
                yield name, self._answer(steps[0])

    def _answer(self, step: PathStep) -> NodeScore:
        gives = step.step.gives if step.step is not None else Fraction(0)
        return answered(self._case.lines[step.criterion], gives)

    def of(self, check: Check, offer: Offer) -> Iterator[Row] | None:
        """Return the rows of one condition, or None where it cannot be written as a sum."""
        if check.floor.name in SHARES:
            return None if check.floor.at_most else share_rows(self._case, offer, check.floor)
        node = next(node for node in self._total.walk() if node.id == check.name)
        if not adds_up(node):
            return None
        return self._of_node(check.floor, node)

    def _of_node(self, floor: Floor, node: NodeScore) -> Iterator[Row]:
        ends = self._highs if floor.at_most else self._lows
        before = ends.before.get(node.id)
        under = {line.id for line in node.walk()}
        must = [name for name in self._open_above if name in under] if floor.at_most else []
        for name in must:
            yield Row(terms=dict.fromkeys(self._offer.answers.get(name, ()), _ONE), least=_ONE)
        if before is None:
            return  # one of those that must be answered cannot be, so the row above never holds
        sign = -1 if floor.at_most else 1
        limit, is_strict = _limit(floor, node, self._case.rubric.rounding)
        gains = {
            step: sign * (ends.after(step, self._answer(step))[node.id] - before)
            for step in self._steps
            if step.criterion in under
        }
        yield Row(terms=_kept(gains), least=sign * (limit - before), is_strict=is_strict)


def one_of_each(offer: Offer) -> Iterator[Row]:
    """Yield that of the steps of one question at most one is taken."""
    for steps in offer.items:
        if len(steps) > 1:
            yield Row(terms=dict.fromkeys(steps, -_ONE), least=-_ONE)


def _kept(terms: Mapping[PathStep, Fraction]) -> dict[Term, Fraction]:
    return {step: gain for step, gain in terms.items() if gain}


def _limit(floor: Floor, node: NodeScore, rounding: Rounding) -> tuple[Fraction, bool]:
    """Return the number that an exact score must reach (or keep to), and whether strictly.

    Where levels look at rounded scores, that is where rounding turns.
    """
    is_rounded = rounding.on_levels and isinstance(node.node, Group)
    if not is_rounded or rounding.digits is None:
        return floor.number, False
    scale = 10**rounding.digits
    if not floor.at_most:
        return _turn(ceil(floor.number * scale), scale, rounding.ties)
    limit, is_strict = _turn(_above(floor.number * scale), scale, rounding.ties)
    return limit, not is_strict


def _above(number: Fraction) -> int:
    """Return the first whole number above another."""
    return floor(number) + 1


def _turn(whole: int, scale: int, ties: Ties) -> tuple[Fraction, bool]:
    """Return from where on scores round to `whole` or more, and whether that is exclusive."""
    if ties is Ties.DOWN:
        return (Fraction(whole, scale), False) if whole > 0 else (Fraction(whole - 1, scale), True)
    is_exclusive = ties is Ties.HALF_EVEN and whole % 2 == 1
    return (whole - _HALF) / scale, is_exclusive
