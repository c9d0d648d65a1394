"""The level a score reaches, with every reason for and against it."""

from collections.abc import Iterator
from dataclasses import dataclass
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
    candidate = _Candidate(rubric, total, _critical_results(rubric, facts))
    declared = _declared_in_force(rubric, facts)
    if declared and candidate.is_condemned and not declared.level.overrides:
        # A plan that was signed does not cover up what was found.
        declared = None
    return Outcome(
        level=_with_declared(declared, candidate.level()),
        if_evidence_holds=_with_declared(declared, candidate.level_if_evidence_holds()),
        could_reach=_with_declared(declared, candidate.could_reach()),
        levels=candidate.results(),
        critical=candidate.critical,
        declared=declared.fact if declared else None,
    )


def _critical_results(rubric: Rubric, facts: EmployerFacts) -> tuple[CriticalResult, ...]:
    found = ((critical, facts.find(critical.id)) for critical in rubric.critical)
    return tuple(
        CriticalResult(critical=critical, checked=_checked(fact), fact=fact)
        for critical, fact in found
    )


def _checked(fact: Fact | None) -> Checked:
    if fact is None or fact.state is not State.VALUE:
        return Checked.NOT_CHECKED
    return Checked(str(fact.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Declared:
    """A declared level that is in force, and the fact that declares it."""

    level: Level
    fact: Fact


def _declared_in_force(rubric: Rubric, facts: EmployerFacts) -> _Declared | None:
    """Return the declared state that counts: one that goes before the score goes first."""
    found = ((level, facts.find(level.id)) for level in rubric.levels if level.declared)
    in_force = [
        _Declared(level=level, fact=fact)
        for level, fact in found
        if fact is not None and _is_in_force(fact, facts.on)
    ]
    overriding = (one for one in in_force if one.level.overrides)
    return next(overriding, in_force[0] if in_force else None)


def _is_in_force(fact: Fact, on: date) -> bool:
    return fact.value == "yes" or (isinstance(fact.value, date) and on <= fact.value)


def _with_declared(declared: _Declared | None, level: str) -> str:
    if declared is None:
        return level
    counts = declared.level.overrides or level in (NO_LEVEL, NOT_ENOUGH_KNOWN)
    return declared.level.id if counts else level


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """How what is open is read: which end of the score, how much coverage, what unchecked is."""

    best: bool
    coverage: Fraction
    unchecked: Checked


class _Candidate:
    """One score that stands for every level, under one view after the other."""

    def __init__(
        self, rubric: Rubric, total: NodeScore, critical: tuple[CriticalResult, ...]
    ) -> None:
        self.critical = critical
        self._total = total
        self._nodes = {node.id: node for node in total.walk()}
        self._rounding = rubric.rounding
        self._levels = {level.id: level for level in rubric.levels if not level.declared}
        self._places = {name: place for place, name in enumerate(self._levels)}

    @property
    def is_condemned(self) -> bool:
        """Whether a violation was found that leaves no level, whatever else may be known."""
        return any(
            one.checked is Checked.FOUND and not one.critical.allows for one in self.critical
        )

    def level(self) -> str:
        coverage = self._total.coverage
        seen = _View(best=False, coverage=coverage, unchecked=Checked.FOUND)
        spared = _View(best=False, coverage=coverage, unchecked=Checked.NONE_FOUND)
        level = self._level(seen)
        if level == NO_LEVEL and self._reach(spared) != NO_LEVEL:
            # Nobody has looked yet: that must not read as a verdict either way.
            return NOT_ENOUGH_KNOWN
        return level

    def level_if_evidence_holds(self) -> str:
        return self._level(
            _View(best=False, coverage=self._total.supposed, unchecked=Checked.NONE_FOUND)
        )

    def could_reach(self) -> str:
        best = _View(best=True, coverage=Fraction(1), unchecked=Checked.NONE_FOUND)
        return self._reach(best) if self._levels else ""

    def results(self) -> tuple[LevelResult, ...]:
        view = _View(best=False, coverage=self._total.coverage, unchecked=Checked.FOUND)
        return tuple(
            LevelResult(
                level=level,
                checks=tuple(self._checks(level, view)),
                blocked_by=tuple(self._blocking(level, view)),
            )
            for level in self._levels.values()
        )

    def _level(self, view: _View) -> str:
        if not self._levels:
            return ""
        if self._total.value is None or not self._is_enough(view.coverage):
            return NOT_ENOUGH_KNOWN
        return self._unless_open(self._reach(view))

    def _is_enough(self, coverage: Fraction) -> bool:
        """Say whether as much is covered as the level that asks for least does."""
        floors = [
            floor.number
            for level in self._levels.values()
            for floor in level.floors
            if floor.name == "coverage" and not floor.at_most
        ]
        return not floors or coverage * _HUNDRED >= min(floors)

    def _unless_open(self, reached: str) -> str:
        """A level that everyone reaches is blame: open answers must not bring it on."""
        level = self._levels.get(reached)
        is_blame = level is not None and not level.floors
        return NOT_ENOUGH_KNOWN if is_blame and self.could_reach() != reached else reached

    def _reach(self, view: _View) -> str:
        for level in self._levels.values():
            is_blocked = any(True for _ in self._blocking(level, view))
            if not is_blocked and all(check.holds for check in self._checks(level, view)):
                return level.id
        return NO_LEVEL

    def _blocking(self, level: Level, view: _View) -> Iterator[CriticalResult]:
        return (one for one in self.critical if self._blocks(one, level, view))

    def _blocks(self, result: CriticalResult, level: Level, view: _View) -> bool:
        is_open = result.checked is Checked.NOT_CHECKED
        if (view.unchecked if is_open else result.checked) is Checked.NONE_FOUND:
            return False
        allows = result.critical.allows
        return not allows or self._places[level.id] < self._places[allows]

    def _checks(self, level: Level, view: _View) -> Iterator[Check]:
        for floor in level.floors:
            if floor.name == "each_dimension":
                yield from (self._check_node(floor, one, view) for one in self._dimensions())
            elif floor.name in ("coverage", "confirmed"):
                yield self._check_share(floor, view)
            else:
                yield self._check_node(floor, self._nodes.get(floor.name), view)

    def _check_share(self, floor: Floor, view: _View) -> Check:
        share = view.coverage if floor.name == "coverage" else self._total.confirmed
        actual = _HUNDRED if view.best else share * _HUNDRED
        return Check(floor=floor, name=floor.name, actual=actual, holds=_is_met(floor, actual))

    def _dimensions(self) -> list[NodeScore]:
        groups = (child for child in self._total.children if isinstance(child.node, Group))
        return [node for node in groups if not node.is_out]

    def _check_node(self, floor: Floor, node: NodeScore | None, view: _View) -> Check:
        if node is None or node.is_out:
            # What does not apply cannot be failed.
            return Check(floor=floor, name=floor.name, actual=None, holds=True)
        end = node.high if view.best != floor.at_most else node.low
        if end is None:
            # An end that is open is as good, or as bad, as can be.
            return Check(floor=floor, name=node.id, actual=None, holds=view.best)
        actual = _as_judged(end, node, self._rounding)
        return Check(floor=floor, name=node.id, actual=actual, holds=_is_met(floor, actual))


def _as_judged(number: Fraction, node: NodeScore, rounding: Rounding) -> Fraction:
    on_rounded = rounding.on_levels and isinstance(node.node, Group)
    return rounded(number, rounding) if on_rounded else number


def _is_met(floor: Floor, actual: Fraction) -> bool:
    return actual <= floor.number if floor.at_most else actual >= floor.number
