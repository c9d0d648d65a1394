"""The level a score reaches, with every reason for and against it."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from jobquality.rubrics.model import (
    NO_LEVEL,
    NOT_ENOUGH_KNOWN,
    Floor,
    Group,
    Level,
    Rounding,
    Rubric,
    State,
)
from jobquality.scoring.facts import EmployerFacts, Fact
from jobquality.scoring.rounding import rounded
from jobquality.scoring.scorecard import (
    Check,
    Checked,
    CriticalResult,
    LevelResult,
    NodeScore,
    Outcome,
)

_HUNDRED = Fraction(100)


def judge(rubric: Rubric, total: NodeScore, facts: EmployerFacts) -> Outcome:
    """Return the level of a score and what it would be under other readings."""
    bench = _Bench(rubric, total, _critical_results(rubric, facts))
    declared = _declared_in_force(rubric, facts)
    return Outcome(
        level=_with_declared(rubric, bench.level(), declared),
        if_evidence_holds=bench.level_if_evidence_holds(),
        could_reach=bench.could_reach(),
        levels=bench.results(),
        critical=bench.critical,
        declared=declared,
    )


def _critical_results(rubric: Rubric, facts: EmployerFacts) -> tuple[CriticalResult, ...]:
    results = []
    for critical in rubric.critical:
        fact = facts.find(critical.id)
        answered = fact is not None and fact.state is State.VALUE
        checked = Checked(str(fact.value)) if fact is not None and answered else Checked.NOT_CHECKED
        results.append(CriticalResult(critical=critical, checked=checked, fact=fact))
    return tuple(results)


def _declared_in_force(rubric: Rubric, facts: EmployerFacts) -> Fact | None:
    for level in rubric.levels:
        fact = facts.find(level.id) if level.declared else None
        if fact is not None and _is_in_force(fact, facts.on):
            return fact
    return None


def _is_in_force(fact: Fact, on: date) -> bool:
    return fact.value == "yes" or (isinstance(fact.value, date) and on <= fact.value)


def _with_declared(rubric: Rubric, level: str, declared: Fact | None) -> str:
    if declared is None:
        return level
    overrides = any(one.overrides for one in rubric.levels if one.id == declared.criterion)
    return declared.criterion if overrides or level in (NO_LEVEL, NOT_ENOUGH_KNOWN) else level


class _Bench:
    """One score held against every level, under one reading after the other."""

    def __init__(
        self, rubric: Rubric, total: NodeScore, critical: tuple[CriticalResult, ...]
    ) -> None:
        self.critical = critical
        self._total = total
        self._nodes = {node.id: node for node in total.walk()}
        self._rounding = rubric.rounding
        self._levels = tuple(level for level in rubric.levels if not level.declared)
        self._order = [level.id for level in self._levels]

    def level(self) -> str:
        if not self._levels:
            return ""
        if self._total.value is None or not self._is_enough(self._total.coverage):
            return NOT_ENOUGH_KNOWN
        reached = self._reach(best=False, coverage=self._total.coverage, unchecked=Checked.FOUND)
        if reached == NO_LEVEL:
            # Nobody has looked yet: that must not read as a verdict either way.
            spared = self._reach(
                best=False, coverage=self._total.coverage, unchecked=Checked.NONE_FOUND
            )
            return NO_LEVEL if spared == NO_LEVEL else NOT_ENOUGH_KNOWN
        return self._unless_open(reached)

    def _unless_open(self, reached: str) -> str:
        """A level that everyone reaches is blame: open answers must not bring it on."""
        level = self._levels[self._order.index(reached)]
        return reached if level.floors or self.could_reach() == reached else NOT_ENOUGH_KNOWN

    def level_if_evidence_holds(self) -> str:
        if not self._levels:
            return ""
        if self._total.value is None or not self._is_enough(self._total.supposed):
            return NOT_ENOUGH_KNOWN
        return self._reach(best=False, coverage=self._total.supposed, unchecked=Checked.NONE_FOUND)

    def could_reach(self) -> str:
        if not self._levels:
            return ""
        return self._reach(best=True, coverage=Fraction(1), unchecked=Checked.NONE_FOUND)

    def results(self) -> tuple[LevelResult, ...]:
        return tuple(
            LevelResult(
                level=level,
                checks=tuple(self._checks(level, best=False, coverage=self._total.coverage)),
                blocked_by=self._blocking(level, unchecked=Checked.FOUND),
            )
            for level in self._levels
        )

    def _is_enough(self, coverage: Fraction) -> bool:
        floors = [
            floor.number
            for level in self._levels
            for floor in level.floors
            if floor.name == "coverage"
        ]
        return not floors or coverage * _HUNDRED >= min(floors)

    def _reach(self, *, best: bool, coverage: Fraction, unchecked: Checked) -> str:
        for level in self._levels:
            held = all(check.holds for check in self._checks(level, best=best, coverage=coverage))
            if held and not self._blocking(level, unchecked=unchecked):
                return level.id
        return NO_LEVEL

    def _blocking(self, level: Level, *, unchecked: Checked) -> tuple[CriticalResult, ...]:
        return tuple(one for one in self.critical if self._blocks(one, level, unchecked))

    def _blocks(self, result: CriticalResult, level: Level, unchecked: Checked) -> bool:
        checked = unchecked if result.checked is Checked.NOT_CHECKED else result.checked
        if checked is Checked.NONE_FOUND:
            return False
        allows = result.critical.allows
        return not allows or self._order.index(level.id) < self._order.index(allows)

    def _checks(self, level: Level, *, best: bool, coverage: Fraction) -> Iterator[Check]:
        for floor in level.floors:
            if floor.name == "each_dimension":
                for node in self._dimensions():
                    yield self._check_node(floor, node, best=best)
            elif floor.name in ("coverage", "confirmed"):
                covered = coverage if floor.name == "coverage" else self._total.confirmed
                actual = _HUNDRED if best else covered * _HUNDRED
                yield Check(
                    floor=floor, name=floor.name, actual=actual, holds=_is_met(floor, actual)
                )
            else:
                yield self._check_node(floor, self._nodes.get(floor.name), best=best)

    def _dimensions(self) -> list[NodeScore]:
        groups = [child for child in self._total.children if isinstance(child.node, Group)]
        return [node for node in groups if not node.is_out]

    def _check_node(self, floor: Floor, node: NodeScore | None, *, best: bool) -> Check:
        if node is None or node.is_out:
            # What does not apply cannot be failed.
            return Check(floor=floor, name=floor.name, actual=None, holds=True)
        actual = node.high if best != floor.at_most else node.low
        if actual is not None:
            actual = _as_judged(actual, node, self._rounding)
        # An end that is open is as good, or as bad, as can be.
        holds = best if actual is None else _is_met(floor, actual)
        return Check(floor=floor, name=node.id, actual=actual, holds=holds)


def _as_judged(number: Fraction, node: NodeScore, rounding: Rounding) -> Fraction:
    on_rounded = rounding.on_levels and isinstance(node.node, Group)
    return rounded(number, rounding) if on_rounded else number


def _is_met(floor: Floor, actual: Fraction) -> bool:
    return actual <= floor.number if floor.at_most else actual >= floor.number
