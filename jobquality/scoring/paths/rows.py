"""The conditions of a level as rows of sums over steps, exactly."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from jobquality.rubrics.model import Floor, Group, Rounding, Ties
from jobquality.scoring.paths.evidence import Row, share_rows
from jobquality.scoring.paths.result import PathStep
from jobquality.scoring.paths.steps import SHARES, Case, Offer
from jobquality.scoring.paths.sums import NotASumError, Writer
from jobquality.scoring.refold import answered, refolded
from jobquality.scoring.scorecard import Check, NodeScore

_HALF, _ONE = Fraction(1, 2), Fraction(1)


class Rows:
    """Writes the conditions of one level down as rows."""

    def __init__(self, case: Case, offer: Offer) -> None:
        self._case = case
        self._offer = offer
        self._open_above = tuple(name for name, node in case.lines.items() if node.high is None)
        self._lows = _by_id(case.card.total)
        self._highs = _by_id(refolded(case.card.total, dict(self._first_answers())))
        self._writers = {at_most: self._writer(at_most=at_most) for at_most in (False, True)}

    def _writer(self, *, at_most: bool) -> Writer:
        is_along = at_most == self._case.rubric.lower_is_better
        sign = -1 if at_most else 1
        return Writer(steps=self._offer.answers, sign=sign, is_along=is_along)

    def _first_answers(self) -> Iterator[tuple[str, NodeScore]]:
        """Yield a stand-in for each line that is open above, which has to be answered first."""
        for name in self._open_above:
            for step in self._offer.answers.get(name, ())[:1]:
                yield name, self._answer(step)

    def _answer(self, step: PathStep) -> NodeScore:
        gives = step.step.gives if step.step is not None else Fraction(0)
        return answered(self._case.lines[step.criterion], gives)

    def of(self, check: Check) -> Iterator[Row]:
        """Yield the rows of one condition.

        Raises:
            NotASumError: it cannot be written as a sum.
        """
        if check.floor.of or check.floor.name == "answered":
            raise NotASumError
        if check.floor.name not in SHARES:
            yield from self._of_node(check.floor, check.name)
        elif check.floor.at_most:
            raise NotASumError
        else:
            yield from share_rows(self._case, self._offer, check.floor)

    def meaning(self) -> Iterator[Row]:
        """Yield what the terms of the rows so far mean."""
        for writer in self._writers.values():
            yield from writer.meaning

    def _of_node(self, floor: Floor, name: str) -> Iterator[Row]:
        node = (self._highs if floor.at_most else self._lows)[name]
        for line in node.walk() if floor.at_most else ():
            if line.id in self._open_above:
                steps = self._offer.answers.get(line.id, ())
                yield Row(terms=dict.fromkeys(steps, _ONE), least=_ONE)
        if (node.high if floor.at_most else node.low) is None:
            return  # one of those that must be answered cannot be, so its row above never holds
        limit, is_strict = _limit(floor, node, self._case.rubric.rounding)
        writer = self._writers[floor.at_most]
        yield from writer.rows_of(node, writer.sign * limit, is_strict=is_strict)


def _by_id(total: NodeScore) -> dict[str, NodeScore]:
    return {node.id: node for node in total.walk()}


def one_of_each(offer: Offer) -> Iterator[Row]:
    """Yield that of the steps of one question at most one is taken."""
    for steps in offer.items:
        if len(steps) > 1:
            yield Row(terms=dict.fromkeys(steps, -_ONE), least=-_ONE)


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
    if ties is Ties.UP or (ties is Ties.DOWN and whole <= 0):
        return Fraction(whole - 1, scale), True
    if ties is Ties.DOWN:
        return Fraction(whole, scale), False
    is_exclusive = ties is Ties.HALF_EVEN and whole % 2 == 1
    return (whole - _HALF) / scale, is_exclusive
