"""Where an answer lands among the steps of its criterion, and the next step up."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from jobquality.errors import Fault
from jobquality.rubrics.model import (
    AnswerKind,
    Band,
    Choice,
    CohortReading,
    Criterion,
    Curve,
    Span,
    State,
)
from jobquality.rubrics.parameters import Found
from jobquality.scoring.cohorts import Stats, place, stands_alone, worst_place
from jobquality.scoring.figures import Figure, Figures
from jobquality.scoring.finishing import along, band_place
from jobquality.scoring.points import bands_of, choices_of
from jobquality.scoring.rounding import decimal_text

Step = Band | Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Landing:
    """The points of an answer, and where among the steps of its criterion it lands.

    `edges` are where the bands start, parameters resolved, and `found` what those parameters
    were. A range has no steps: there the
    answer is the points. Nor has something not offered, which gives the fewest points. `stats` are
    those of the cohort that the answer is held against.
    """

    points: Fraction
    state: State = State.VALUE
    steps: tuple[Step, ...] = ()
    place: int = 0
    edges: tuple[Fraction | None, ...] = ()
    found: tuple[Found, ...] = ()
    stats: Stats | None = None

    @property
    def step(self) -> Step | None:
        """The band or choice that gives the points."""
        return self.steps[self.place] if self.steps else None

    @property
    def better(self) -> Step | None:
        """Of the bands or choices that give more, the one that gives least, and is nearest."""
        more = (
            (step.gives, abs(place - self.place), place)
            for place, step in enumerate(self.steps)
            if step.gives > self.points
        )
        nearest = min(more, default=None)
        return None if nearest is None else self.steps[nearest[-1]]


def land(question: Criterion, figure: Figure, figures: Figures) -> Landing:
    """Return what an answer gives. Something not offered gives the fewest points."""
    if figure.state is State.NOT_OFFERED:
        return Landing(points=_of_nothing(question, figures), state=figure.state)
    if question.kind is AnswerKind.TALLY:
        return _land_on_several(choices_of(question), figure.tallied)
    if figure.number is None:
        return _land_on_choice(choices_of(question), figure.chosen)
    return _land_on_number(question, figure.number, figures)


def _land_on_number(question: Criterion, number: Fraction, figures: Figures) -> Landing:
    points = question.points
    if isinstance(points, Span):
        return Landing(points=number)
    if isinstance(points, CohortReading):
        return _land_in_a_cohort(question, points, number, figures)
    if isinstance(points, Curve):
        return _land_on_line(question, points, number, figures)
    return _land_on_band(question, number, figures)


def _of_nothing(question: Criterion, figures: Figures) -> Fraction:
    """Return the fewest points; among others without an end, those of the worst."""
    points = question.points
    if not isinstance(points, CohortReading) or question.fewest is not None:
        return question.fewest or Fraction(0)
    if stands_alone(points):
        message = "Nothing tells how few points 'not_offered' gives here."
        remedy = "Answer with a number, or add at_least to the cohort of this question."
        figures.faults.append(Fault(message=message, where=question.id, remedy=remedy))
        return Fraction(0)
    stats = figures.stats(question.id, points.within)
    return Fraction(0) if stats is None else worst_place(points, stats)


def _land_in_a_cohort(
    question: Criterion, reading: CohortReading, number: Fraction, figures: Figures
) -> Landing:
    stats = figures.stats_for(question.id, reading)
    if stats is None:
        return Landing(points=Fraction(0))
    if reading.log and number <= 0:
        message = f"{decimal_text(number, digits=4)} has no logarithm, by which it is compared."
        remedy = "Check the answer: it must be above 0."
        figures.faults.append(Fault(message=message, where=question.id, remedy=remedy))
        return Landing(points=Fraction(0))
    return Landing(points=place(reading, stats, number), stats=stats)


def _land_on_several(choices: tuple[Choice, ...], tallied: tuple[str, ...]) -> Landing:
    gives = {choice.id: choice.gives for choice in choices}
    return Landing(points=sum((gives[name] for name in tallied), Fraction(0)))


def _land_on_line(question: Criterion, curve: Curve, number: Fraction, figures: Figures) -> Landing:
    names = [knot.at for knot in curve.knots if isinstance(knot.at, str)]
    found = _found(names, question, figures)
    places = [_place_of(knot.at, found) for knot in curve.knots]
    if any(lower >= higher for lower, higher in pairwise(places)):
        if len(found) == len(set(names)):
            _note_crossing(question, places, figures)
        return Landing(points=curve.knots[0].gives)
    points = along(curve.knots, places, number, log=curve.log)
    return Landing(points=points, edges=tuple(places), found=tuple(found.values()))


def _place_of(at: Fraction | str, found: Mapping[str, Found]) -> Fraction:
    if isinstance(at, Fraction):
        return at
    return found[at].row.value if at in found else Fraction(0)


def _land_on_choice(choices: tuple[Choice, ...], chosen: str) -> Landing:
    place = [choice.id for choice in choices].index(chosen)
    return Landing(points=choices[place].gives, steps=choices, place=place)


def _land_on_band(question: Criterion, number: Fraction, figures: Figures) -> Landing:
    bands = bands_of(question)
    names = [band.start for band in bands if isinstance(band.start, str)]
    found = _found(names, question, figures)
    edges = tuple(_edge(band, found) for band in bands)
    starts = [edge for edge in edges if edge is not None]
    if any(isinstance(band.start, str) for band in bands):
        _check_rising(question, starts, figures)
    place = band_place(bands, edges, number)
    return Landing(
        points=bands[place].gives,
        steps=bands,
        place=place,
        edges=edges,
        found=tuple(found.values()),
    )


def _found(names: list[str], question: Criterion, figures: Figures) -> dict[str, Found]:
    looked_up = {name: figures.parameter(name, needed_for=question.id) for name in names}
    return {name: found for name, found in looked_up.items() if found is not None}


def _edge(band: Band, found: Mapping[str, Found]) -> Fraction | None:
    if not isinstance(band.start, str):
        return band.start
    return found[band.start].row.value if band.start in found else None


def _check_rising(question: Criterion, starts: list[Fraction], figures: Figures) -> None:
    if any(lower >= higher for lower, higher in pairwise(starts)):
        _note_crossing(question, starts, figures)


def _note_crossing(question: Criterion, starts: list[Fraction], figures: Figures) -> None:
    shown = ", ".join(decimal_text(start, digits=4) for start in starts)
    figures.faults.append(
        Fault(
            message=f"A parameter makes the bands cross: they start at {shown}.",
            where=question.id,
            remedy="Check the parameter for this place and date.",
        )
    )
