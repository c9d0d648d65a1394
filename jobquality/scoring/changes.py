"""Split the change between two scores by what caused it, exactly.

A score is a pure function of the edition, the facts, the dated figures and the day. Between two
periods four things can change, and each is switched on its own from before to after:

- **employer**: what was answered, where an answer is known both times, the profile and which parts
  (sites, …) there are;
- **evidence**: whether an answer is known at all, which kind of unknown it is, and its grade;
- **rubric**: the edition (or the scoring of it) that reads the facts;
- **parameter**: the day of the score, the dated figures, such as a living wage, and the cohort.

Every combination of before and after is a *mixture* that can be scored: 16 where all four
changed. In a mixture an answer known both times comes from the employer's side, its grade from the
side of the evidence; an answer known only once is there exactly where the evidence is of that
side. The edition reads facts that were gathered by the other one over the bridge. Where it can
read only one of the two answers to a question (a new one, a retired one, one that is not linked or
not comparable, or an answer that does not carry), it always has that one: what such a question does
is the rubric's doing. Answers that contradict each other in a mixture, though in neither period,
are left out of it.

What a cause did depends on what changed before it. So each part is the **mean over all orders**
in which the causes can be switched (Shapley's value: 24 orders of four causes). No order is
preferred, the parts add up to the change exactly, a cause that changed nothing has the part 0,
and swapping before and after turns every sign. An order that passes through a mixture which cannot
be scored (the new edition asks for a figure that has no row on the old day) does not count; where
no order is left, the change stays whole, as `unsplit`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache
from itertools import pairwise, permutations

from jobquality.errors import Fault, FaultsError
from jobquality.rubrics.bridges import Bridge
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.carrying import rests_on
from jobquality.scoring.cohorts import Cohort
from jobquality.scoring.facts import EmployerFacts, Fact
from jobquality.scoring.pairing import (
    Pair,
    Side,
    is_other_answer,
    is_other_evidence,
    pair_up,
)
from jobquality.scoring.periods import Period, is_same_reading
from jobquality.scoring.scorecard import NodeScore, Scorecard

_NONE = Fraction(0)
_PROFILE = "profile."


class Cause(StrEnum):
    """What can move a score, in the order in which it is told."""

    EMPLOYER = "employer"
    RUBRIC = "rubric"
    PARAMETER = "parameter"
    EVIDENCE = "evidence"


class Measure(StrEnum):
    """Which number of the total is split."""

    VALUE = "value"
    LOW = "low"
    HIGH = "high"
    COVERAGE = "coverage"

    def of(self, total: NodeScore) -> Fraction | None:
        """Return that number; None where there is none."""
        number: Fraction | None = getattr(total, self.value)
        return number


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """One number before and after, and what each cause did to it.

    `parts` and `unsplit` add up to the change exactly. The parts are the mean over `orders`
    orders; `impossible` is how many more do not count. Where one of the two numbers is
    missing there is no change to split.
    """

    before: Fraction | None
    after: Fraction | None
    parts: Mapping[Cause, Fraction]
    unsplit: Fraction = _NONE
    orders: int = 0
    impossible: int = 0

    @property
    def change(self) -> Fraction | None:
        """The step from before to after; None where one of them is missing."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One answer before and after, of the employer or of one part of it."""

    question: str
    part: str
    before: Fact | None
    after: Fact | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSplit:
    """The whole change of one employer's total, with what lies behind each cause.

    `answers` changed while known both times; of `evidence` it changed whether the answer is
    known, or its grade; both are named by the later edition. `profile` names the profile facts
    that changed, and the parts that came or went. `only_old` and `only_new` are the scored
    questions of which an edition can read one period's answers only.
    """

    before: Scorecard
    after: Scorecard
    splits: Mapping[Measure, Split]
    causes: tuple[Cause, ...]
    answers: tuple[Changed, ...]
    evidence: tuple[Changed, ...]
    profile: tuple[str, ...]
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]


def split_change(before: Period, after: Period, bridge: Bridge | None = None) -> ChangeSplit:
    """Return what the step from one score to the next is made of.

    `bridge` leads from the earlier edition to the later one. Between periods of one edition
    it is not needed; between two editions nothing is comparable without it.

    Raises:
        FaultsError: the facts of a period cannot be scored by its own edition.
    """
    sides = pair_up(before, after, bridge)
    mixtures = _Mixtures(before, after, sides)
    causes = tuple(mixtures.active())
    cards = before.card(), after.card()
    numbers = {
        frozenset[Cause](): cards[0].total,
        frozenset(causes): cards[1].total if causes else cards[0].total,
    }

    @cache
    def total(switched: frozenset[Cause]) -> NodeScore | None:
        return numbers[switched] if switched in numbers else mixtures.total(switched)

    old, new = sides
    return ChangeSplit(
        before=cards[0],
        after=cards[1],
        splits={measure: _split(measure, causes, total) for measure in Measure},
        causes=causes,
        answers=tuple(_changed(new, is_other_answer)),
        evidence=tuple(_changed(new, is_other_evidence)),
        profile=tuple(new.other_profile()),
        only_old=_one_sided(before, old),
        only_new=_one_sided(after, new),
    )


class _Mixtures:
    """Every mixture of before and after, and what it scores."""

    def __init__(self, before: Period, after: Period, sides: tuple[Side, Side]) -> None:
        self._periods = (before, after)
        self._sides = sides

    def active(self) -> Iterator[Cause]:
        """Yield the causes that changed at all."""
        before, after = self._periods
        pairs = [pair for side in self._sides for _, _, pair in side.pairs()]
        others = any(any(side.other_profile()) for side in self._sides)
        if others or any(map(is_other_answer, pairs)):
            yield Cause.EMPLOYER
        if not is_same_reading(before, after):
            yield Cause.RUBRIC
        if _figures(before) != _figures(after):
            yield Cause.PARAMETER
        if any(map(is_other_evidence, pairs)):
            yield Cause.EVIDENCE

    def total(self, switched: frozenset[Cause]) -> NodeScore | None:
        """Return the total of the mixture in which these causes are after; None without one."""
        edition = self._periods[Cause.RUBRIC in switched]
        figures = self._periods[Cause.PARAMETER in switched]
        facts = self._sides[Cause.RUBRIC in switched].mixed(
            answers_after=Cause.EMPLOYER in switched, evidence_after=Cause.EVIDENCE in switched
        )
        on, parameters, cohort = _figures(figures)
        if not is_same_reading(*self._periods):
            # A cohort is frozen for one edition, and goes where that goes.
            cohort = edition.cohort
        facts = _on(facts, on)
        return _scored(replace(edition, facts=facts, parameters=parameters, cohort=cohort))


def _figures(period: Period) -> tuple[date, Parameters, Cohort | None]:
    """Return all that comes neither from the employer nor from the edition."""
    return period.facts.on, period.parameters, period.cohort


def _on(facts: EmployerFacts, on: date) -> EmployerFacts:
    return replace(facts, on=on, parts=tuple(_on(part, on) for part in facts.parts))


def _scored(period: Period) -> NodeScore | None:
    """Return the total, leaving out what contradicts the rest; None where that does not help."""
    while True:
        try:
            return period.card().total
        except FaultsError as error:
            facts = _without_faulty(period, error.faults)
        if facts is None:
            return None
        period = replace(period, facts=facts)


def _without_faulty(period: Period, faults: Iterable[Fault]) -> EmployerFacts | None:
    """Return the facts without those that faults name; None where they name none."""
    places = frozenset(fault.where for fault in faults)
    asked = (one for one in period.rubric.questions() if one.id in places)
    inner = frozenset(part for question in asked for part in rests_on(question))
    for names in (places, inner):
        left = _without(period.facts, names)
        if left != period.facts:
            return left
    return None


def _without(facts: EmployerFacts, names: frozenset[str]) -> EmployerFacts:
    profile = facts.profile.items()
    return replace(
        facts,
        facts={name: fact for name, fact in facts.facts.items() if name not in names},
        profile={key: text for key, text in profile if f"{_PROFILE}{key}" not in names},
        parts=tuple(_without(part, names) for part in facts.parts),
    )


def _split(
    measure: Measure,
    causes: tuple[Cause, ...],
    total: Callable[[frozenset[Cause]], NodeScore | None],
) -> Split:
    def number(switched: frozenset[Cause]) -> Fraction | None:
        scored = total(switched)
        return None if scored is None else measure.of(scored)

    before, after = number(frozenset()), number(frozenset(causes))
    if before is None or after is None:
        return Split(before=before, after=after, parts={})
    tried = [_steps(order, number) for order in permutations(causes)]
    steps = [found for found in tried if found is not None]
    parts = {cause: _mean([one.get(cause, _NONE) for one in steps]) for cause in Cause}
    return Split(
        before=before,
        after=after,
        parts=parts,
        unsplit=after - before - sum(parts.values(), _NONE),
        orders=len(steps),
        impossible=len(tried) - len(steps),
    )


def _steps(
    order: tuple[Cause, ...], number: Callable[[frozenset[Cause]], Fraction | None]
) -> dict[Cause, Fraction] | None:
    """Return what each cause adds in one order; None where a mixture has no number."""
    numbers = [number(frozenset(order[:place])) for place in range(len(order) + 1)]
    known = [one for one in numbers if one is not None]
    if len(known) < len(numbers):
        return None
    return {
        cause: later - earlier
        for cause, (earlier, later) in zip(order, pairwise(known), strict=True)
    }


def _mean(numbers: list[Fraction]) -> Fraction:
    return sum(numbers, _NONE) / len(numbers) if numbers else _NONE


def _changed(side: Side, is_other: Callable[[Pair], bool]) -> Iterator[Changed]:
    for part, name, pair in side.pairs():
        if is_other(pair):
            yield Changed(question=name, part=part, before=pair.before, after=pair.after)


def _one_sided(period: Period, side: Side) -> tuple[str, ...]:
    """Return the scored questions of an edition to which it can read one answer only."""
    names = frozenset(_all_one_sided(side))
    return tuple(one.id for one in period.root.criteria() if one.id in names)


def _all_one_sided(side: Side) -> Iterator[str]:
    yield from side.one_sided
    for part in side.parts:
        yield from _all_one_sided(part)
