"""What would give more points: every better step of a criterion, and the answer it takes.

A goal is told in the finished figure (28 days or more), and, where one part of the figure can
be solved alone, in that part too (lowest pay of $18.00 or more).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor, prod

from jobquality.rubrics.model import (
    AnswerKind,
    Asked,
    Band,
    Basis,
    Choice,
    Criterion,
    Curve,
    Grounds,
    Measure,
    Span,
    Term,
)
from jobquality.rubrics.units import Unit
from jobquality.scoring.facts import Value
from jobquality.scoring.figures import Part, Working
from jobquality.scoring.finishing import capped
from jobquality.scoring.points import bands_of, choices_of
from jobquality.scoring.scorecard import NodeScore

_JUDGED = Grounds()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartGoal:
    """What one part must be, the others staying as they are; `number` is exact, in its unit.

    A limit from above (`at_most`) is for a part that divides.
    """

    name: str
    unit: Unit
    number: Fraction
    at_most: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One better answer: a band from `start` up to `end`, a choice, or the end of a range.

    `answer` lands on it; None where the start of the band is a dated figure that is not
    known. `falls` says that smaller numbers are better, so that `end` is the goal and not
    `start`. `figure` is the id of the dated figure that the band starts at, if it does.
    `cost` is the effort that the standard gives for it, if it does.
    """

    gives: Fraction
    answer: Value | None
    grounds: Grounds = _JUDGED
    choice: Choice | None = None
    start: Fraction | None = None
    end: Fraction | None = None
    falls: bool = False
    figure: str = ""
    part: PartGoal | None = None
    cost: Fraction | None = None

    @property
    def is_law(self) -> bool:
        """Whether a law asks for this step, where that law holds."""
        return self.grounds.basis is Basis.LAW


def better_steps(node: NodeScore, *, fewer_is_better: bool = False) -> tuple[Step, ...]:
    """Return the steps that are better than the answer, the nearest first.

    Where the answer is open, all that are better than the worst one. Of steps that give the
    same, only the nearest counts.
    """
    if (node.high if fewer_is_better else node.low) is None:
        return ()
    nearest: dict[Fraction, Step] = {}
    for step in every_better_step(node, fewer_is_better=fewer_is_better):
        nearest.setdefault(step.gives, step)
    return tuple(nearest.values())


def every_better_step(
    node: NodeScore,
    *,
    fewer_is_better: bool = False,
    dated: Mapping[str, Fraction] | None = None,
) -> tuple[Step, ...]:
    """Return all steps that are better than the answer, also those that give the same.

    `dated` are the dated figures, by id, that the bands of an open answer start at. Every
    step is better than an end that is open.
    """
    line = node.line
    if line is None:
        return ()
    question = line.question
    sign = -1 if fewer_is_better else 1
    now = node.high if fewer_is_better else node.low
    better = [
        step
        for step in _steps(node, question, dated or {})
        if now is None or sign * step.gives > sign * now
    ]
    better.sort(key=lambda step: sign * step.gives)
    return tuple(better)


def _steps(node: NodeScore, question: Criterion, dated: Mapping[str, Fraction]) -> Iterator[Step]:
    if isinstance(question.points, Span):
        yield from _ends_of(question.points)
    elif isinstance(question.points, Curve):
        yield from _knots(question.points, dated)
    elif question.kind is AnswerKind.TALLY:
        yield from _without_finds(question)
    elif choices_of(question):
        yield from (_choice(choice) for choice in choices_of(question))
    else:
        yield from _bands(node, question, dated)


def _ends_of(span: Span) -> Iterator[Step]:
    for end in (span.low, span.high):
        if end is not None:
            yield Step(gives=end, answer=end, start=end)


def _knots(curve: Curve, dated: Mapping[str, Fraction]) -> Iterator[Step]:
    """Yield where a line passes; where it falls, the goal is to come down to there."""
    falls = curve.knots[0].gives > curve.knots[-1].gives
    for knot in curve.knots:
        at = dated.get(knot.at) if isinstance(knot.at, str) else knot.at
        if at is not None:
            yield Step(
                gives=knot.gives,
                answer=at,
                grounds=knot.grounds,
                start=None if falls else at,
                end=at if falls else None,
                falls=falls,
            )


def _without_finds(question: Criterion) -> Iterator[Step]:
    """Yield that nothing is found, where what is found takes points away."""
    if any(choice.gives < 0 for choice in choices_of(question)):
        yield Step(gives=capped(question.rules, Fraction(0)), answer=())


def _choice(choice: Choice) -> Step:
    return Step(
        gives=choice.gives,
        answer=choice.id,
        grounds=choice.grounds,
        choice=choice,
        cost=choice.cost,
    )


def _bands(node: NodeScore, question: Criterion, dated: Mapping[str, Fraction]) -> Iterator[Step]:
    bands = bands_of(question)
    landing = node.line.landing if node.line else None
    place = landing.place if landing and landing.steps else None
    edges = landing.edges if landing and landing.edges else _known_edges(bands, dated)
    order = sorted(range(len(bands)), key=lambda one: abs(one - (place or 0)))
    for one in order:
        if one != place:
            yield _band(node, question, bands[one], _Place(bands, edges, one, place))


def _known_edges(
    bands: tuple[Band, ...], dated: Mapping[str, Fraction]
) -> tuple[Fraction | None, ...]:
    starts = (band.start for band in bands)
    return tuple(dated.get(start) if isinstance(start, str) else start for start in starts)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a band stands among the others, and where the answer stands."""

    bands: tuple[Band, ...]
    edges: tuple[Fraction | None, ...]
    one: int
    now: int | None

    @property
    def start(self) -> Fraction | None:
        return self.edges[self.one]

    @property
    def end(self) -> Fraction | None:
        return self.edges[self.one + 1] if self.one + 1 < len(self.edges) else None

    @property
    def falls(self) -> bool:
        if self.now is not None:
            return self.one < self.now
        return any(lower.gives > higher.gives for lower, higher in pairwise(self.bands))


def _band(node: NodeScore, question: Criterion, band: Band, place: _Place) -> Step:
    limit = place.end if place.falls else place.start
    return Step(
        gives=band.gives,
        answer=_answer(question, band, place),
        grounds=band.grounds,
        start=place.start,
        end=place.end,
        falls=place.falls,
        figure=band.start if isinstance(band.start, str) else "",
        part=None if limit is None else _part_goal(node, limit, falls=place.falls),
        cost=band.cost,
    )


def _answer(question: Criterion, band: Band, place: _Place) -> Fraction | None:
    """Return a number in the band: where it starts, or well below where it ends."""
    if isinstance(band.start, str) and place.start is None:
        return None
    if place.start is not None:
        return _first_in(band, place.start, place.end, is_whole=_is_whole(question))
    least = question.unit.least if question.unit else Fraction(0)
    if place.end is None or (least is not None and least < place.end):
        return least or Fraction(0)
    return place.end - 1


def _is_whole(question: Criterion) -> bool:
    is_counted = question.unit is not None and question.unit.whole
    return question.kind is AnswerKind.CHECKLIST or is_counted


def _first_in(band: Band, start: Fraction, end: Fraction | None, *, is_whole: bool) -> Fraction:
    """Return the first number of a band; one between its edges where it does not hold its start."""
    if is_whole:
        return Fraction(floor(start) + 1 if band.above else ceil(start))
    if not band.above:
        return start
    return start + 1 if end is None else (start + end) / 2


def _part_goal(node: NodeScore, limit: Fraction, *, falls: bool) -> PartGoal | None:
    """Solve the figure for the one part that somebody can change, the others as they are."""
    line = node.line
    measure = line.question.measure if line else None
    working = line.figure.working if line and line.figure else None
    if line is None or measure is None or working is None or working.given or working.cap:
        return None
    term, is_above = _solvable(measure)
    if term is None:
        return None
    factor = line.question.unit.factor if line.question.unit else Fraction(1)
    return _solved(term, working, limit * factor, is_above=is_above, falls=falls)


def _solvable(measure: Measure) -> tuple[Term | None, bool]:
    """Return the part to solve for: the one figure above the line, else the one below it."""
    above, below = (
        [term for term in terms if term.kind is Asked.FIGURE] for terms in (measure.of, measure.to)
    )
    if len(above) == 1:
        return above[0], True
    return (below[0], False) if not above and len(below) == 1 else (None, False)


def _solved(
    term: Term, working: Working, target: Fraction, *, is_above: bool, falls: bool
) -> PartGoal | None:
    over, under = (
        _product(part for part in parts if part.name != term.name)
        for parts in (working.of, working.to)
    )
    if is_above and over:
        number = target * under / over
    elif not is_above and target and under:
        number = over / target / under
    else:
        return None
    return PartGoal(
        name=term.name, unit=term.unit, number=number / term.unit.factor, at_most=is_above == falls
    )


def _product(parts: Iterator[Part]) -> Fraction:
    return prod((part.number * part.unit.factor for part in parts), start=Fraction(1))
