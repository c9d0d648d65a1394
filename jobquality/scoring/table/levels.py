"""Levels for all employers at once: the same conditions, in the same words, as masks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from jobquality.rubrics.floors import EACH_DIMENSION, SHARES
from jobquality.rubrics.model import (
    NO_LEVEL,
    NOT_ENOUGH_KNOWN,
    Critical,
    Floor,
    Group,
    Level,
    Rounding,
    Rubric,
)
from jobquality.scoring.table.answers import Source
from jobquality.scoring.table.columns import NO, YES
from jobquality.scoring.table.rounding import rounded_at_least, rounded_at_most
from jobquality.scoring.table.scored import Scored, Scores
from jobquality.scoring.table.terms import (
    Array,
    Block,
    Mask,
    Number,
    Run,
    Term,
    UnsupportedError,
    all_of,
    any_of,
    is_at_least,
    negated,
    only,
    scaled,
)

_HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """How what is open is read: which end of a score, whether unchecked is found."""

    best: bool
    unchecked: bool


_SEEN = _View(best=False, unchecked=True)


def level_names(rubric: Rubric) -> tuple[str, ...]:
    """Return what the codes of levels stand for: every level, then those that are none."""
    return (*(level.id for level in rubric.levels), NO_LEVEL, NOT_ENOUGH_KNOWN, "")


def looked_at(rubric: Rubric) -> frozenset[str]:
    """Return the ids of the nodes that levels look at."""
    groups = (one for level in rubric.levels for one in (level.floors, *level.any_of))
    return frozenset(floor.name for floors in groups for floor in floors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """The levels of one standard for one table; `total` has its coverage already."""

    rubric: Rubric
    source: Source
    total: Scored
    nodes: Scores

    @property
    def _levels(self) -> list[Level]:
        return [level for level in self.rubric.levels if not level.declared]

    def level(self) -> Term:
        """Return the code of everybody's level."""
        places = self._places()
        return self._with_declared(self._scored(places), places)

    def if_evidence_holds(self) -> Term:
        """Return the code of everybody's level if answers that nobody graded are taken as seen.

        Raises:
            UnsupportedError: answers are graded one by one.
        """
        places = self._places()
        supposed = self._supposed()
        if not self._levels:
            return self._with_declared(_same_for_all(places[""]), places)
        view = _View(best=False, unchecked=False)
        return self._with_declared(supposed._viewed(view, places), places)  # noqa: SLF001  # the same class

    def could_reach(self) -> Term:
        """Return the code of the best level that the open answers could make of it."""
        places = self._places()
        best = _View(best=True, unchecked=False)
        reached = self._reached(best, places) if self._levels else _same_for_all(places[""])
        return self._with_declared(reached, places)

    def meets_seen(self, floor: Floor, node: Scored) -> Mask:
        """Return who meets one condition on a node as far as is known."""
        view = _SEEN
        check = self._check_share if floor.share else self._check
        return check(floor, node, view)

    def as_judged(self, number: Number, node: Scored, floor: Floor) -> Number:
        """Return what a condition looks at.

        Raises:
            UnsupportedError: it looks at a rounded score.
        """
        is_rounded = self.rubric.rounding.on_levels and self.rubric.rounding.digits is not None
        if is_rounded and not floor.share and isinstance(node.node, Group):
            raise UnsupportedError
        return number

    def _supposed(self) -> "Judge":
        if self.source.graded:
            raise UnsupportedError
        proof = self.source.supposed()
        nodes = {
            name: replace(one, coverage=only(one.answered, proof))
            for name, one in self.nodes.items()
        }
        total = replace(self.total, coverage=only(self.total.answered, proof))
        return replace(self, total=total, nodes=nodes)

    def _places(self) -> dict[str, np.int8]:
        return {name: np.int8(place) for place, name in enumerate(level_names(self.rubric))}

    def _viewed(self, view: _View, places: dict[str, np.int8]) -> Term:
        reached = self._unless_open(self._reached(view, places), places)
        is_open = any_of([negated(self.total.known), negated(self._is_enough())])
        return _put(reached, is_open, places[NOT_ENOUGH_KNOWN])

    def _scored(self, places: dict[str, np.int8]) -> Term:
        if not self._levels:
            return _same_for_all(places[""])
        reached = self._viewed(_SEEN, places)
        if not self.rubric.critical:
            return reached
        spared = self._reached(replace(_SEEN, unchecked=False), places)
        # Nobody has looked yet: that must not read as a verdict either way.
        return Term(
            run=_open_if(places[NO_LEVEL], places[NOT_ENOUGH_KNOWN]), inputs=(reached, spared)
        )

    def _is_enough(self) -> Mask:
        floors = [
            floor.number
            for level in self._levels
            for floor in level.floors
            if floor.name == "coverage" and not floor.at_most
        ]
        if not floors:
            return True
        return is_at_least(scaled(self.total.coverage, _HUNDRED), min(floors))

    def _unless_open(self, reached: Term, places: dict[str, np.int8]) -> Term:
        """A level that everyone reaches is blame: open answers must not bring it on."""
        blame = [places[level.id] for level in self._levels if not level.has_conditions]
        if not blame:
            return reached
        best = _View(best=True, unchecked=False)
        could = self._reached(best, places)

        def run(_: Block, level: Array, other: Array) -> Array:
            found = level.copy()
            found[np.isin(level, blame) & (other != level)] = places[NOT_ENOUGH_KNOWN]
            return found

        return Term(run=run, inputs=(reached, could))

    def _reached(self, view: _View, places: dict[str, np.int8]) -> Term:
        """Return the first level whose conditions all hold."""
        found = _same_for_all(places[NO_LEVEL])
        masks = [(level, self._holds(level, view)) for level in self._levels]
        given = [(mask, places[level.id]) for level, mask in masks if mask is not False]
        terms = [mask for mask, _ in given if isinstance(mask, Term)]
        return Term(run=_first(given, places[NO_LEVEL]), inputs=tuple(terms)) if given else found

    def _holds(self, level: Level, view: _View) -> Mask:
        blocked = [self._blocks(one, level, view) for one in self.rubric.critical]
        conditions = [self._asked(one, view) for one in self._chain(level)]
        return all_of([*conditions, *map(negated, blocked)])

    def _chain(self, level: Level) -> list[Level]:
        """Return a level and those that it comes after."""
        by_id = {one.id: one for one in self._levels}
        found = [level]
        while found[-1].after in by_id:
            found.append(by_id[found[-1].after])
        return found

    def _asked(self, level: Level, view: _View) -> Mask:
        """Return who meets what one level asks for."""
        floors = self._all_met(level.floors, view)
        groups = [self._one_of(group, view) for group in level.any_of]
        return all_of([floors, any_of(groups)]) if groups else floors

    def _one_of(self, floors: Sequence[Floor], view: _View) -> Mask:
        """Return who meets one way to a level; a way of which nothing applies is none."""
        nothing = bool(floors) and all_of([self._leaves(floor) for floor in floors])
        return all_of([self._all_met(floors, view), negated(nothing)])

    def _leaves(self, floor: Floor) -> Mask:
        node = self.nodes.get(floor.name)
        return False if node is None or floor.name in SHARES else node.out

    def _all_met(self, floors: Sequence[Floor], view: _View) -> Mask:
        return all_of([one for floor in floors for one in self._checks(floor, view)])

    def _blocks(self, critical: Critical, level: Level, view: _View) -> Mask:
        places = [one.id for one in self._levels]
        allows = critical.allows
        if allows and places.index(level.id) >= places.index(allows):
            return False
        codes = self.source.codes(critical.id)
        if codes is None:
            return view.unchecked
        if view.unchecked:
            return Term(run=lambda _, array: array != NO, inputs=(codes,))
        return Term(run=lambda _, array: array == YES, inputs=(codes,))

    # Conditions.

    def _checks(self, floor: Floor, view: _View) -> list[Mask]:
        if floor.name == EACH_DIMENSION:
            return [self._check(floor, one, view) for one in self.dimensions(floor)]
        if floor.name in SHARES:
            return [self._check_share(floor, self.total, view)]
        return [self._check(floor, self.nodes.get(floor.name), view)]

    def dimensions(self, floor: Floor) -> list[Scored]:
        """Return the dimensions that a condition looks at."""
        groups = [one for one in self.rubric.root.children if isinstance(one, Group)]
        return [self.nodes[one.id] for one in groups if one.id in self.nodes.keys() - floor.besides]

    def _check(self, floor: Floor, node: Scored | None, view: _View) -> Mask:
        if node is None:
            return True
        check = self._check_share if floor.share else self._check_node
        return any_of([node.out, check(floor, node, view)])

    def _check_share(self, floor: Floor, node: Scored, view: _View) -> Mask:
        return _met(floor, Fraction(1) if view.best else node.share(floor.share), _HUNDRED)

    def _check_node(self, floor: Floor, node: Scored, view: _View) -> Mask:
        is_high = view.best != floor.at_most
        end = node.high if is_high else node.low
        rounding = self.rubric.rounding
        is_rounded = rounding.on_levels and isinstance(node.node, Group)
        holds = _met_rounded(floor, end, rounding) if is_rounded else _met(floor, end, Fraction(1))
        if is_high:
            holds = (
                any_of([holds, node.endless])
                if view.best
                else all_of([holds, negated(node.endless)])
            )
        return holds

    # Declared levels.

    def _with_declared(self, level: Term, places: dict[str, np.int8]) -> Term:
        declared = [one for one in self.rubric.levels if one.declared]
        in_force = [(one, self._in_force(one)) for one in declared]
        over = [(mask, places[one.id]) for one, mask in in_force if one.overrides and mask]
        plain = [(mask, places[one.id]) for one, mask in in_force if not one.overrides and mask]
        if plain:
            level = self._committed(level, plain, places)
        for mask, place in reversed(over):
            level = _put(level, mask, place)
        return level

    def _committed(
        self, level: Term, plain: Sequence[tuple[Mask, np.int8]], places: dict[str, np.int8]
    ) -> Term:
        """A plan that was signed does not cover up what was found."""
        terms = tuple(mask for mask, _ in plain if isinstance(mask, Term))
        declared = Term(run=_first(plain, np.int8(-1)), inputs=terms)
        nothing = (places[NO_LEVEL], places[NOT_ENOUGH_KNOWN])
        condemned = any_of(
            Term(run=lambda _, array: array == YES, inputs=(codes,))
            for one in self.rubric.critical
            if not one.allows and (codes := self.source.codes(one.id)) is not None
        )

        def run(_: Block, scored: Array, said: Array, *guilty: Array) -> Array:
            counts = (said >= 0) & ((scored == nothing[0]) | (scored == nothing[1]))
            if guilty:
                counts &= ~guilty[0]
            found = scored.copy()
            np.copyto(found, said, where=counts)
            return found

        more = (condemned,) if isinstance(condemned, Term) else ()
        return Term(run=run, inputs=(level, declared, *more))

    def _in_force(self, level: Level) -> Mask:
        days, codes = self.source.days(level.id), self.source.codes(level.id)
        on = self.source.columns.on
        if days is not None and isinstance(on, np.ndarray):
            run: Run = lambda block, array: array >= on[block.start : block.stop]  # noqa: E731
            return Term(run=run, inputs=(days,))
        if days is not None:
            day = np.array(on, dtype="datetime64[D]")
            return Term(run=lambda _, array: array >= day, inputs=(days,))
        if codes is None:
            return False
        return Term(run=lambda _, array: array == YES, inputs=(codes,))


def _met(floor: Floor, number: Number, by: Fraction) -> Mask:
    actual = scaled(number, by)
    if floor.at_most:
        return negated(is_at_least(actual, floor.number, beyond=True))
    return is_at_least(actual, floor.number)


def _met_rounded(floor: Floor, number: Number, rounding: Rounding) -> Mask:
    if rounding.digits is None:
        return _met(floor, number, Fraction(1))
    met = rounded_at_most if floor.at_most else rounded_at_least
    return met(number, floor.number, rounding)


def _same_for_all(place: np.int8) -> Term:
    return Term(run=lambda block: np.full(block.size, place))


def _first(given: Sequence[tuple[Mask, np.int8]], otherwise: np.int8) -> Run:
    """Return how to find the first mask that holds, as the place that goes with it."""

    def run(block: Block, *masks: Array) -> Array:
        found = np.full(block.size, otherwise)
        left = list(masks)
        for mask, place in reversed(given):
            if isinstance(mask, Term):
                np.copyto(found, place, where=left.pop())
            else:
                found[:] = place
        return found

    return run


def _put(level: Term, mask: Mask, place: np.int8) -> Term:
    """Return levels with another one where a mask holds."""
    if mask is False:
        return level
    if mask is True:
        return _same_for_all(place)

    def run(_: Block, array: Array, where: Array) -> Array:
        found = array.copy()
        np.copyto(found, place, where=where)
        return found

    return Term(run=run, inputs=(level, mask))


def _open_if(no_level: np.int8, not_enough: np.int8) -> Run:
    def run(_: Block, level: Array, spared: Array) -> Array:
        found = level.copy()
        np.copyto(found, not_enough, where=(level == no_level) & (spared != no_level))
        return found

    return run
