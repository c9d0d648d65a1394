"""Try choices of steps: exactly by the scorer, and by folding where no step reaches others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from heapq import heappop, heappush

from jobquality.errors import FaultsError
from jobquality.rubrics.model import Combine, Level
from jobquality.scoring.facts import Grade
from jobquality.scoring.levels import judge
from jobquality.scoring.paths.program import Ended, Search
from jobquality.scoring.paths.result import PathStep
from jobquality.scoring.paths.steps import CONFIRMED, SEEN, Case, Offer
from jobquality.scoring.refold import answered, refolded
from jobquality.scoring.scorecard import Check, LevelResult, NodeScore, Outcome

#: How much is tried before a search gives up: tries times lines of the standard.
MOST_FOLDED, MOST_SCORED = 100_000, 40_000
_ONE, _NONE = Fraction(1), Fraction(0)
_Chosen = tuple[PathStep, ...]


class Trial:
    """Tries choices of steps for one level."""

    def __init__(self, case: Case, offer: Offer, aim: LevelResult) -> None:
        self._case = case
        self._offer = offer
        self._aim = aim
        self._folds = _Folds(case, offer)
        self._items = offer.items

    def is_reached_exactly(self, steps: _Chosen) -> bool:
        """Say whether the level, or a higher one, is reached once these steps were done."""
        try:
            return self._is_reached(self._case.after(steps).outcome)
        except FaultsError:
            return False

    def out_of_reach(self) -> tuple[Check, ...]:
        """Return the conditions that fail even where everything is at its best.

        Each is as it stands then. Right only where no step reaches other lines; a condition
        against the direction of the standard is left out.
        """
        if not self._is_one_way_tree:
            return ()
        return tuple(one for one in self._checks_at_best((), 0) if not one.holds)

    def search(self) -> Search:
        """Try choices from the cheapest on, until one reaches the level or none is left.

        Where better answers can only help, what cannot succeed any more is left out.
        """
        lines = max(1, len(self._case.lines))
        if self._offer.is_apart and self._is_one_way_tree and self._is_one_way_level:
            return _Search(self._items, MOST_FOLDED // lines, self).run()
        return _Search(self._items, MOST_SCORED // lines, _Exact(self)).run()

    def is_reached(self, chosen: _Chosen) -> bool:
        """Say the same as `is_reached_exactly`, by folding."""
        total = self._folds.total(chosen)
        return self._is_reached(judge(self._case.rubric, total, self._case.facts))

    def is_hopeless(self, chosen: _Chosen, decided: int) -> bool:
        """Say whether nothing that is not decided yet can bring the level."""
        return any(not check.holds for check in self._checks_at_best(chosen, decided))

    def _checks_at_best(self, chosen: _Chosen, decided: int) -> Iterable[Check]:
        best = self._folds.best(chosen, decided)
        outcome = judge(self._case.rubric, best, self._case.facts)
        for check in self._result(outcome).checks:
            if self._goes_along(check):
                yield check
        least = self._case.enough_known()
        if least is not None:
            share = best.coverage * 100
            yield Check(floor=least, name=least.name, actual=share, holds=share >= least.number)

    def _is_reached(self, outcome: Outcome) -> bool:
        return self._result(outcome).is_reached and outcome.level in self._enough

    @cached_property
    def _enough(self) -> set[str]:
        """Return the levels that are as high as the one that is wanted."""
        levels: list[Level] = []
        for result in self._case.card.outcome.levels:
            levels.append(result.level)
            if result.level.id == self._aim.level.id:
                break
        return {level.id for level in levels}

    def _result(self, outcome: Outcome) -> LevelResult:
        return next(one for one in outcome.levels if one.level.id == self._aim.level.id)

    def _goes_along(self, check: Check) -> bool:
        """Say whether a better answer never hurts a condition."""
        if check.floor.share:
            return not check.floor.at_most
        return check.floor.at_most == self._case.rubric.lower_is_better

    @cached_property
    def _is_one_way_level(self) -> bool:
        return all(map(self._goes_along, self._aim.checks))

    @cached_property
    def _is_one_way_tree(self) -> bool:
        """Say whether a better line never makes a worse total: fewer points stop a ladder."""
        groups = self._case.rubric.root.groups()
        is_laddered = any(group.combine is Combine.LADDER for group in groups)
        return not (is_laddered and self._case.rubric.lower_is_better)


class _Exact:
    """Scores everything again, and never gives up hope: for standards of any words."""

    def __init__(self, trial: Trial) -> None:
        self._trial = trial

    def is_reached(self, chosen: _Chosen) -> bool:
        return self._trial.is_reached_exactly(chosen)

    def is_hopeless(self, chosen: _Chosen, decided: int) -> bool:
        del chosen, decided
        return False


class _Folds:
    """The total after some steps, or with what is not decided at its best."""

    def __init__(self, case: Case, offer: Offer) -> None:
        self._case = case
        self._offer = offer
        names = [steps[0].criterion for steps in offer.items]
        count = len(offer.answers)
        self._answer_at = {name: place for place, name in enumerate(names[:count])}
        self._record_at = {name: count + place for place, name in enumerate(names[count:])}

    def total(self, chosen: _Chosen) -> NodeScore:
        answers = {step.criterion: step for step in chosen if step.is_answer}
        shown = {step.criterion: step.grade for step in chosen if not step.is_answer}
        leaves = {
            name: self._leaf(name, answers.get(name), shown)
            for name in self._case.lines
            if name in answers or shown
        }
        return refolded(self._case.card.total, leaves)

    def best(self, chosen: _Chosen, decided: int) -> NodeScore:
        """Return the total where each line is as good as it can still be, one by one."""
        answers = {step.criterion: step for step in chosen if step.is_answer}
        shown = {step.criterion: step.grade for step in chosen if not step.is_answer}
        shown |= {
            name: max(step.grade for step in self._offer.records[name])
            for name, place in self._record_at.items()
            if place >= decided
        }
        leaves = {
            name: self._best_leaf(name, answers.get(name), shown, decided)
            for name in self._case.lines
        }
        return refolded(self._case.card.total, leaves)

    def _best_leaf(
        self,
        name: str,
        step: PathStep | None,
        shown: Mapping[str, Grade],
        decided: int,
    ) -> NodeScore:
        chosen = self._leaf(name, step, shown)
        steps = self._offer.answers.get(name, ())
        if self._answer_at.get(name, -1) < decided:
            return chosen
        changed = self._leaf(name, max(steps, key=lambda one: one.points), shown)
        return replace(
            changed,
            coverage=max(chosen.coverage, changed.coverage),
            confirmed=max(chosen.confirmed, changed.confirmed),
        )

    def _leaf(self, name: str, step: PathStep | None, shown: Mapping[str, Grade]) -> NodeScore:
        node = self._case.lines[name]
        if step is not None and step.step is not None:
            return replace(
                answered(node, step.step.gives),
                answered=_ONE,
                coverage=_ONE,
                confirmed=_ONE if shown.get(name) in CONFIRMED else _NONE,
                supposed=_ONE,
            )
        if not node.answered:
            return node
        return self._shown(node, shown)

    def _shown(self, node: NodeScore, shown: Mapping[str, Grade]) -> NodeScore:
        rests_on = self._case.rests_on(node.id)
        grades = [
            max(filter(None, (fact.grade, shown.get(name))), default=None)
            for name, fact in rests_on.items()
        ]
        is_seen = bool(grades) and all(grade in SEEN for grade in grades)
        is_confirmed = bool(grades) and all(grade in CONFIRMED for grade in grades)
        return replace(
            node,
            coverage=_ONE if is_seen else _NONE,
            confirmed=_ONE if is_confirmed else _NONE,
        )


@dataclass(frozen=True, slots=True, order=True)
class _Key:
    """What a choice is ordered by: cost, points to move, steps, places in the file."""

    cost: Fraction = _NONE
    points: Fraction = _NONE
    steps: int = 0
    places: int = 0

    def plus(self, step: PathStep) -> "_Key":
        return _Key(
            self.cost + step.cost,
            self.points + step.points,
            self.steps + 1,
            self.places + step.place,
        )


class _Search:
    """Looks at choices in the order of their keys; the first that reaches the level is best."""

    def __init__(self, items: Sequence[_Chosen], most: int, judging: "Trial | _Exact") -> None:
        self._items = items
        self._left = most
        self._judging = judging
        self._heap: list[tuple[_Key, int, int, _Chosen]] = []
        self._count = 0

    def run(self) -> Search:
        """Return the first choice that reaches the level."""
        self._push(_Key(), (), 0)
        least = _NONE
        while self._heap:
            key, _, decided, chosen = heappop(self._heap)
            least = key.cost
            if self._left <= 0:
                return Search(ended=Ended.TOO_MUCH, at_least=least)
            self._left -= 1
            if self._judging.is_reached(chosen):
                return Search(ended=Ended.FOUND, steps=chosen, at_least=least)
            self._branch(key, chosen, decided)
        return Search(ended=Ended.NONE)

    def _push(self, key: _Key, chosen: _Chosen, decided: int) -> None:
        self._count += 1
        heappush(self._heap, (key, self._count, decided, chosen))

    def _branch(self, key: _Key, chosen: _Chosen, decided: int) -> None:
        """Take one step more, of each item that is not decided yet."""
        for place in range(decided, len(self._items)):
            self._left -= 1
            if self._judging.is_hopeless(chosen, place):
                return
            for step in self._items[place]:
                self._push(key.plus(step), (*chosen, step), place + 1)
