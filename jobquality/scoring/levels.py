"""The level a score reaches, with every reason for and against it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from jobquality.rubrics.floors import EACH_DIMENSION, SHARES
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
from jobquality.scoring.rounding import shown_as
from jobquality.scoring.scorecard import (
    Check,
    Checked,
    CriticalResult,
    LevelResult,
    NodeScore,
    Outcome,
)

_HUNDRED = Fraction(100)
_COVERAGE = "coverage"


def judge(rubric: Rubric, total: NodeScore, facts: EmployerFacts) -> Outcome:
    """Return the level of a score and what it would be under other readings."""
    in_force = _in_force(rubric, facts)
    exempt = frozenset(name for one in in_force for name in one.level.exempts)
    candidate = _Candidate(rubric, total, _critical_results(rubric, facts), exempt)
    declared = _first(in_force)
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
        exempt=tuple(dict.fromkeys(name for one in in_force for name in one.level.exempts)),
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


def _in_force(rubric: Rubric, facts: EmployerFacts) -> list[_Declared]:
    found = ((level, facts.find(level.id)) for level in rubric.levels if level.declared)
    return [
        _Declared(level=level, fact=fact)
        for level, fact in found
        if fact is not None and _is_in_force(fact, facts.on)
    ]


def _first(in_force: list[_Declared]) -> _Declared | None:
    """Return the declared state that counts: one that goes before the score goes first."""
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
    """How what is open is read: which end of the score, what counts as seen, what unchecked is.

    With `supposed`, answers that nobody graded count as seen in records.
    """

    best: bool
    unchecked: Checked
    supposed: bool = False

    def share(self, name: str, node: NodeScore) -> Fraction:
        """Return a share of the weight of a node, in percent."""
        if self.best:
            return _HUNDRED
        shares = {
            "coverage": node.supposed if self.supposed else node.coverage,
            "confirmed": node.confirmed,
            "answered": node.answered,
        }
        return shares[name] * _HUNDRED


_SEEN = _View(best=False, unchecked=Checked.FOUND)
_SPARED = _View(best=False, unchecked=Checked.NONE_FOUND)
_SUPPOSED = _View(best=False, unchecked=Checked.NONE_FOUND, supposed=True)
_BEST = _View(best=True, unchecked=Checked.NONE_FOUND)


class _Candidate:
    """One score that stands for every level, under one view after the other."""

    def __init__(
        self,
        rubric: Rubric,
        total: NodeScore,
        critical: tuple[CriticalResult, ...],
        exempt: frozenset[str],
    ) -> None:
        self.critical = critical
        self._exempt = exempt
        self._total = total
        self._nodes = {node.id: node for node in total.walk()}
        self._rounding = rubric.rounding
        self._levels = {level.id: level for level in rubric.levels if not level.declared}
        self._places = {name: place for place, name in enumerate(self._levels)}

    @property
    def is_condemned(self) -> bool:
        """Whether a violation was found that leaves no level, whatever else may be known."""
        return any(
            one.checked is Checked.FOUND
            and not one.critical.allows
            and one.critical.id not in self._exempt
            for one in self.critical
        )

    def level(self) -> str:
        level = self._level(_SEEN)
        if level == NO_LEVEL and self._reach(_SPARED) != NO_LEVEL:
            # Nobody has looked yet: that must not read as a verdict either way.
            return NOT_ENOUGH_KNOWN
        return level

    def level_if_evidence_holds(self) -> str:
        return self._level(_SUPPOSED)

    def could_reach(self) -> str:
        return self._reach(_BEST) if self._levels else ""

    def results(self) -> tuple[LevelResult, ...]:
        return tuple(self._result(level, _SEEN) for level in self._levels.values())

    def _result(self, level: Level, view: _View) -> LevelResult:
        chain = self._chain(level)
        groups = (tuple(self._one_of(any_of, view) for any_of in one.any_of) for one in chain)
        return LevelResult(
            level=level,
            checks=tuple(check for one in chain for check in self._checks(one.floors, view)),
            blocked_by=tuple(self._blocking(level, view)),
            any_of=tuple(group for group in groups if group),
        )

    def _chain(self, level: Level) -> tuple[Level, ...]:
        """Return a level and those that it comes after, the nearest first."""
        found = [level]
        while found[-1].after in self._levels:
            found.append(self._levels[found[-1].after])
        return tuple(found)

    def _level(self, view: _View) -> str:
        if not self._levels:
            return ""
        if self._total.value is None or not self._is_enough(view):
            return NOT_ENOUGH_KNOWN
        return self._unless_open(self._reach(view))

    def _is_enough(self, view: _View) -> bool:
        """Say whether as much is covered as the level that asks for least does."""
        floors = [
            floor.number
            for level in self._levels.values()
            for floor in level.floors
            if floor.name == _COVERAGE and not floor.at_most
        ]
        is_asked = floors and _COVERAGE not in self._exempt
        return not is_asked or view.share(_COVERAGE, self._total) >= min(floors)

    def _unless_open(self, reached: str) -> str:
        """A level that everyone reaches is blame: open answers must not bring it on."""
        level = self._levels.get(reached)
        is_blame = level is not None and not level.has_conditions
        return NOT_ENOUGH_KNOWN if is_blame and self.could_reach() != reached else reached

    def _reach(self, view: _View) -> str:
        return next(
            (name for name, level in self._levels.items() if self._holds(level, view)), NO_LEVEL
        )

    def _holds(self, level: Level, view: _View) -> bool:
        if any(True for _ in self._blocking(level, view)):
            return False
        return all(
            all(check.holds for check in self._checks(one.floors, view))
            and self._has_one_of(one, view)
            for one in self._chain(level)
        )

    def _has_one_of(self, level: Level, view: _View) -> bool:
        groups = (self._one_of(group, view) for group in level.any_of)
        return not level.any_of or any(all(check.holds for check in group) for group in groups)

    def _one_of(self, floors: tuple[Floor, ...], view: _View) -> tuple[Check, ...]:
        """Return the checks of one way to a level; a way of which nothing applies is none."""
        checks = tuple(self._checks(floors, view))
        if any(check.exempt for check in checks) or not all(map(self._leaves, floors)):
            return checks
        return tuple(replace(check, holds=False) for check in checks)

    def _leaves(self, floor: Floor) -> bool:
        node = self._nodes.get(floor.name)
        return node is not None and node.is_out and floor.name not in SHARES

    def _blocking(self, level: Level, view: _View) -> Iterator[CriticalResult]:
        return (one for one in self.critical if self._blocks(one, level, view))

    def _blocks(self, result: CriticalResult, level: Level, view: _View) -> bool:
        is_open = result.checked is Checked.NOT_CHECKED
        is_clean = (view.unchecked if is_open else result.checked) is Checked.NONE_FOUND
        if is_clean or result.critical.id in self._exempt:
            return False
        allows = result.critical.allows
        return not allows or self._places[level.id] < self._places[allows]

    def _checks(self, floors: Iterable[Floor], view: _View) -> Iterator[Check]:
        for floor in floors:
            if floor.name == EACH_DIMENSION:
                for one in self._dimensions(floor):
                    yield self._unless_exempt(self._check(floor, one, view))
            else:
                node = self._total if floor.name in SHARES else self._nodes.get(floor.name)
                yield self._unless_exempt(self._check(floor, node, view))

    def _unless_exempt(self, check: Check) -> Check:
        name = check.name.partition(".")[0]
        if self._exempt.isdisjoint((name, check.floor.name)):
            return check
        return replace(check, actual=None, holds=True, exempt=True)

    def _check(self, floor: Floor, node: NodeScore | None, view: _View) -> Check:
        if node is None or (node.is_out and floor.name not in SHARES):
            # What does not apply cannot be failed.
            return Check(floor=floor, name=floor.name, actual=None, holds=True)
        return (
            self._check_share(floor, node, view) if floor.share else self._score(floor, node, view)
        )

    def _check_share(self, floor: Floor, node: NodeScore, view: _View) -> Check:
        actual = view.share(floor.share, node)
        name = f"{node.id}.{floor.of}" if floor.of else floor.name
        return Check(floor=floor, name=name, actual=actual, holds=_is_met(floor, actual))

    def _dimensions(self, floor: Floor) -> list[NodeScore]:
        groups = (child for child in self._total.children if isinstance(child.node, Group))
        return [node for node in groups if not node.is_out and node.id not in floor.besides]

    def _score(self, floor: Floor, node: NodeScore, view: _View) -> Check:
        end = node.high if view.best != floor.at_most else node.low
        if end is None:
            # An end that is open is as good, or as bad, as can be.
            return Check(floor=floor, name=node.id, actual=None, holds=view.best)
        actual = _as_judged(end, node, self._rounding)
        return Check(floor=floor, name=node.id, actual=actual, holds=_is_met(floor, actual))


def _as_judged(number: Fraction, node: NodeScore, rounding: Rounding) -> Fraction:
    on_rounded = rounding.on_levels and isinstance(node.node, Group)
    return shown_as(number, rounding, node.most) if on_rounded else number


def _is_met(floor: Floor, actual: Fraction) -> bool:
    return actual <= floor.number if floor.at_most else actual >= floor.number
