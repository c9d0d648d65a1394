"""Which answers of a snapshot tell of fewer than five workers, by themselves or side by side."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from jobquality.ledger.recompute import facts_of, parameters_of, rebuild
from jobquality.ledger.snapshot import FEWEST_WORKERS, PublicFact, Snapshot
from jobquality.ledger.withheld import WORKERS, counts_workers, is_small, mark_of
from jobquality.rubrics.model import Asked, Condition, Criterion, How, Rubric, State, Term
from jobquality.rubrics.places import Places
from jobquality.rubrics.steps import Band
from jobquality.rubrics.units import read_number, show_number
from jobquality.scoring.figures import Figure, Figures
from jobquality.scoring.landings import land
from jobquality.scoring.numbers import find_number_fault
from jobquality.scoring.scorecard import Line

#: So many numbers at least must be possible in the place of one that is withheld.
FEWEST_POSSIBLE = 2
#: How far from a number others are tried.
_NEAR = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A share of workers: how many of how many."""

    share: str
    part: str
    whole: str


class Look:
    """Reads the answers of one snapshot for the workers that they count."""

    def __init__(self, snapshot: Snapshot, rubric: Rubric, places: Places) -> None:
        facts = facts_of(snapshot, rubric)
        self._profile = facts.profile
        self._parameters = parameters_of(snapshot, places)
        self.rubric = rubric
        self._places, self._snapshot = places, snapshot
        self.figures = Figures(rubric, facts, self._parameters)
        self.questions: Mapping[str, Criterion] = {one.id: one for one in rubric.questions()}
        self.facts: Mapping[str, PublicFact] = {one.criterion: one for one in snapshot.facts}

    @cached_property
    def small(self) -> frozenset[str]:
        """Answers that count from one to four workers."""
        return frozenset(
            name
            for name, question in self.questions.items()
            if counts_workers(question) and is_small(self._given(name) or 0)
        )

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every share of workers that is known."""
        return tuple(
            pair
            for question in self.questions.values()
            if (pair := _pair_of(question)) and self.number(pair.share) is not None
        )

    @cached_property
    def narrow(self) -> tuple[Pair, ...]:
        """Shares whose two numbers leave one to four workers between them."""
        return tuple(
            one
            for one in self.pairs
            if is_small((self._given(one.whole) or 0) - (self._given(one.part) or 0))
            and self._given(one.part) is not None
        )

    @cached_property
    def lone(self) -> frozenset[str]:
        """Shares given as such that tell of one to four workers beside the number of all.

        Where nobody counted those, the headcount of the employer stands for it.
        """
        return frozenset(one.share for one in self.pairs if self._is_lone(one))

    @cached_property
    def thin(self) -> frozenset[str]:
        """Answers of workers together, of whom there were fewer than five."""
        return frozenset(
            name
            for name, question in self.questions.items()
            if self._given(name) is not None
            and any(one.figure and one.name in self.small for one in question.counts_from)
        )

    @property
    def is_quiet(self) -> bool:
        """Whether nothing tells of fewer than five workers."""
        return not (self.small or self.narrow or self.lone)

    def number(self, name: str) -> Fraction | None:
        """Return a figure, given or worked out; None where it is not known or withheld."""
        fact = self.facts.get(name)
        return None if fact and mark_of(fact.note) else self.figures.of(name).number

    def measures_with(self, hidden: AbstractSet[str]) -> Iterator[Criterion]:
        """Yield every figure that is known and worked out from one that is hidden."""
        for question in self.questions.values():
            names = {term.name for term in workers_in(question)}
            if names & hidden and self.number(question.id) is not None:
                yield question

    def beside(self, name: str) -> set[str]:
        """Return the numbers that stand in one figure with this one, itself too."""
        found = {name}
        for question in self.questions.values():
            names = figures_in(question)
            if name in {question.id, *names}:
                found |= {*names}
        return found

    def is_out(self, name: str) -> bool:
        """Say whether a question does not apply, so that nothing rests on its answer."""
        line = self._lines.get(name)
        return line is not None and line.figure is None

    @cached_property
    def _lines(self) -> dict[str, Line]:
        total = rebuild(self._snapshot, self.rubric, self._places).total
        return {node.id: node.line for node in total.walk() if node.line is not None}

    def least(self, question: Criterion) -> str | None:
        """Return the least number that counts as the known one does; None where none can be told.

        It lies in the same step, and on the same side of every condition.
        """
        number = self.number(question.id)
        if number is None:
            return None
        begins = [one for one in self._edges(question, number) if one <= number]
        least = max(begins) if begins else question.unit.least if question.unit else None
        if least is None or not self._counts_same(question, number, least):
            return None
        is_told = counts_workers(question) and is_small(least)
        return None if is_told or not _can_stand(question, least) else show_number(least)

    def is_found(self, question: Criterion, hidden: AbstractSet[str]) -> bool:
        """Say whether too few numbers are possible where one part of a figure is hidden."""
        terms = [term for term in workers_in(question) if term.name in hidden]
        number = self.number(question.id)
        if len(terms) != 1 or number is None or question.measure is None:
            return False
        known = self._given(terms[0].name)
        if not known:
            return False
        is_above = terms[0] in question.measure.of
        likely = self._around(question, int(known), is_above=is_above)
        same = (
            one
            for one in likely
            if self._counts_same(
                question, number, number * one / known if is_above else number * known / one
            )
        )
        return sum(1 for _ in same) < FEWEST_POSSIBLE

    def _around(self, question: Criterion, known: int, *, is_above: bool) -> range:
        """Return the numbers near a hidden one that whoever reads the rest holds possible."""
        pair = _pair_of(question)
        first, last = max(0 if is_above else 1, known - _NEAR), known + _NEAR
        if is_small(known):  # who knows this program knows that a count goes for being small
            first, last = 1, FEWEST_WORKERS - 1
        if pair is not None and is_above:
            last = min(last, int(self._given(pair.whole) or last))
        elif pair is not None:
            first = max(first, int(self._given(pair.part) or first))
        return range(first, last + 1)

    def _counts_same(self, question: Criterion, number: Fraction, other: Fraction) -> bool:
        return self._side(question, number) == self._side(question, other)

    def _side(self, question: Criterion, number: Fraction) -> tuple[object, ...]:
        conditions = tuple(_passes(one, number) for one in self._conditions(question))
        if question.points is None:
            return conditions
        landing = land(question, Figure(state=State.VALUE, number=number), self.figures)
        step = landing.place if isinstance(landing.step, Band) else landing.points
        return step, *conditions

    def _edges(self, question: Criterion, number: Fraction) -> Iterator[Fraction]:
        for one in self._conditions(question):
            yield from (edge for edge in (one.at_least, one.below) if edge is not None)
        if question.points is not None:
            landing = land(question, Figure(state=State.VALUE, number=number), self.figures)
            yield from (edge for edge in landing.edges if edge is not None)

    def _conditions(self, question: Criterion) -> Iterator[Condition]:
        for other in self.questions.values():
            for one in (*other.applies, *other.counts_from):
                if one.figure and one.name == question.id:
                    yield one

    def _given(self, name: str) -> Fraction | None:
        """Return a number that was answered, not worked out; None where it is withheld."""
        fact = self.facts.get(name)
        is_given = fact is not None and fact.state is State.VALUE
        return self.number(name) if is_given else None

    def _is_lone(self, pair: Pair) -> bool:
        share, part = self.number(pair.share), self._given(pair.part)
        whole = self._given(pair.whole) or read_number(self._profile.get("headcount", ""))
        if share is None or part is not None or whole is None:
            return False
        counted = whole * share / 100
        return is_small(counted) or is_small(whole - counted) or whole < FEWEST_WORKERS


def workers_in(question: Criterion) -> tuple[Term, ...]:
    """Return the parts of a figure that count workers."""
    measure = question.measure
    if measure is None:
        return ()
    terms = (*measure.of, *measure.to)
    return tuple(one for one in terms if one.kind is Asked.FIGURE and one.unit.name in WORKERS)


def figures_in(question: Criterion) -> tuple[str, ...]:
    """Return the ids of all answers from which a figure is worked out."""
    measure = question.measure
    terms = (*measure.of, *measure.to) if measure else ()
    return tuple(one.name for one in terms if one.kind is Asked.FIGURE)


def _pair_of(question: Criterion) -> Pair | None:
    measure = question.measure
    if measure is None or measure.cap or measure.how not in (None, How.SHARE):
        return None
    terms = (*measure.of, *measure.to)
    is_pair = (len(measure.of), len(measure.to)) == (1, 1) and len(workers_in(question)) == len(
        terms
    )
    if not is_pair or question.unit is None or question.unit.name != "percent":
        return None
    return Pair(share=question.id, part=terms[0].name, whole=terms[1].name)


def _passes(condition: Condition, number: Fraction) -> tuple[bool, bool, bool]:
    return (
        condition.at_least is not None and number >= condition.at_least,
        condition.below is not None and number < condition.below,
        condition.equals is not None and number == read_number(condition.equals),
    )


def _can_stand(question: Criterion, number: Fraction) -> bool:
    """Say whether a number can be written as an answer."""
    return read_number(show_number(number)) == number and not find_number_fault(question, number)
