"""The cheapest path to each higher level: which answers to better, and what holds then.

What a path is made of, and what it takes for granted:

- **A better answer** to one question. It is taken as seen in records (E2) once it is there:
  a better answer that nobody can see would bring no level. An answer that was confirmed and
  then changes is no longer confirmed.
- **Finding out** what is open. A level is read from the worst end, so the step is to find
  that it is at least this good. Whoever finds less has less.
- **Proving** an answer as it is (records are shown, E2) and **confirming** one (workers
  confirm it, E3), where a level asks for coverage or confirmation. Who shows a record shows
  it for every figure that rests on it.
- Nothing else changes: not the profile, not what applies, no critical violation. A criterion
  whose answer does not count by itself (too few people were asked) is left out and named.

Costs come from the employer, else from the standard, else each step costs 1. Of paths that
cost the same, one with the fewest points to move is taken; what is still equal is decided in
the same way every time. No step is needless, not even one that costs nothing.

Nothing here is estimated: every path is scored again by the exact scorer, and what it says
of the level and the score is that scorecard. Where it cannot be sure that a path is the
cheapest, there is no path but the reason why.
"""

from collections.abc import Iterator
from fractions import Fraction

from jobquality.rubrics.model import MAIN, NO_LEVEL, Level, Rubric
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.cohorts import Cohort
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.paths.costs import Costs, Prices
from jobquality.scoring.paths.evidence import Row, share_rows
from jobquality.scoring.paths.program import Ended, Program, Search
from jobquality.scoring.paths.result import LevelPath, Paths, PathStep, Reason, Why
from jobquality.scoring.paths.rows import Rows, one_of_each
from jobquality.scoring.paths.steps import Case, Offer, done, find_offer, without_confirming
from jobquality.scoring.paths.sums import ADDING, NotASumError
from jobquality.scoring.paths.trials import Trial
from jobquality.scoring.scorecard import Checked, LevelResult, Scorecard

_NO_COSTS = Costs()


def cheapest_paths(  # noqa: PLR0913  # all that a score follows from, and what steps cost
    rubric: Rubric,
    facts: EmployerFacts,
    parameters: Parameters,
    *,
    costs: Costs = _NO_COSTS,
    scoring: str = MAIN,
    cohort: Cohort | None = None,
) -> Paths:
    """Return the cheapest path to each level above the present one.

    Levels that are declared, and those that everyone reaches, are no aims.

    Raises:
        FaultsError: the facts cannot be scored, or a cost cannot be worked out.
        NotFoundError: the standard has no such scoring.
    """
    prices = Prices(costs, facts)
    case = Case(rubric, facts, parameters, scoring=scoring, cohort=cohort)
    offer = find_offer(case, prices)
    finder = _Finder(case, offer)
    paths = tuple(finder.path(level) for level in _aims(case.card))
    return Paths(card=case.card, paths=paths, left_out=offer.left_out)


def _aims(card: Scorecard) -> Iterator[LevelResult]:
    """Yield the levels with conditions above the present one, the highest first."""
    for result in card.outcome.levels:
        if result.level.id == card.outcome.level != NO_LEVEL:
            return
        if result.level.floors or result.checks:
            yield result


class _Finder:
    def __init__(self, case: Case, offer: Offer) -> None:
        self._case = case
        self._offers = {True: offer, False: without_confirming(offer)}

    def path(self, aim: LevelResult) -> LevelPath:
        """Return the cheapest path to one level."""
        aside = tuple(self._blocked(aim))
        asks = any(floor.name == "confirmed" for floor in aim.level.floors)
        offer = self._offers[asks]
        trial = Trial(self._case, offer, aim)
        out_of_reach = trial.out_of_reach() if offer.is_apart else ()
        reasons = (*aside, *(Reason(why=Why.CONDITION, check=one) for one in out_of_reach))
        if reasons:
            return LevelPath(level=aim.level, reasons=reasons)
        found = self._search(aim, offer, trial)
        if found.ended is Ended.FOUND:
            return self._found(aim.level, found.steps)
        return LevelPath(
            level=aim.level,
            reasons=tuple(self._why_not(found)),
            at_least=found.at_least,
        )

    def _blocked(self, aim: LevelResult) -> Iterator[Reason]:
        if self._case.card.total.is_out and not self._case.waiting:
            yield Reason(why=Why.NOTHING)
        declared = self._case.card.outcome.declared
        levels = {level.id: level for level in self._case.rubric.levels}
        if declared is not None and levels[declared.criterion].overrides:
            yield Reason(why=Why.DECLARED)
        for one in aim.blocked_by:
            why = Why.FOUND if one.checked is Checked.FOUND else Why.UNCHECKED
            yield Reason(why=why, critical=one)

    def _search(self, aim: LevelResult, offer: Offer, trial: Trial) -> Search:
        try:
            rows = self._rows_of(aim, offer) if offer.is_apart else None
        except NotASumError:
            rows = None
        if rows is None:
            return trial.search()
        steps = tuple(step for item in offer.items for step in item)
        rows += [*one_of_each(offer), *self._something_known(offer)]
        found = Program(steps, rows, trial.is_reached_exactly).solve()
        if found.ended is Ended.NONE and trial.is_reached_exactly(offer.everything):
            # The solver is no proof that there is none: here is one.
            return Search(ended=Ended.TOO_LONG)
        return found

    def _rows_of(self, aim: LevelResult, offer: Offer) -> list[Row]:
        """Return the conditions of a level as sums over steps.

        Raises:
            NotASumError: one of them is none.
        """
        writer = Rows(self._case, offer)
        # What does not apply cannot be failed.
        open_ones = [one for one in aim.checks if one.actual is not None or not one.holds]
        rows = [row for check in open_ones for row in writer.of(check)]
        return [*rows, *writer.meaning(), *self._enough_known(aim, offer)]

    def _something_known(self, offer: Offer) -> Iterator[Row]:
        """Yield that something is answered, where nothing is known: that is no verdict yet."""
        if self._case.card.total.value is None:
            answers = [step for steps in offer.answers.values() for step in steps]
            yield Row(terms=dict.fromkeys(answers, Fraction(1)), least=Fraction(1))

    def _enough_known(self, aim: LevelResult, offer: Offer) -> Iterator[Row]:
        """Yield that enough is known for any level at all, where this one does not ask for more."""
        least = self._case.enough_known()
        asks = any(one.name == "coverage" and not one.at_most for one in aim.level.floors)
        if least is not None and not asks:
            yield from share_rows(self._case, offer, least)

    def _found(self, level: Level, steps: tuple[PathStep, ...]) -> LevelPath:
        ordered = tuple(sorted(steps, key=lambda step: step.place))
        return LevelPath(
            level=level,
            steps=ordered,
            facts=done(self._case.facts, ordered),
            card=self._case.after(ordered),
        )

    def _why_not(self, found: Search) -> Iterator[Reason]:
        whys = {
            # Words that nobody here knows may open ways that nobody here has tried.
            Ended.NONE: Why.NOT_ALL if self._case.unknown_words else Why.TOGETHER,
            Ended.TOO_MUCH: Why.TOO_MUCH,
            Ended.TOO_LONG: Why.TOO_LONG,
        }
        why = whys[found.ended]
        yield Reason(why=why, words=() if why is Why.TOGETHER else self._words())

    def _words(self) -> tuple[str, ...]:
        """Return the words for which every combination has to be tried."""
        groups = self._case.rubric.root.groups()
        combines = (group.combine.value for group in groups if group.combine not in ADDING)
        return (*self._case.unknown_words, *dict.fromkeys(combines))
