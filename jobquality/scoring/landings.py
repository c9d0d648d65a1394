"""Where an answer lands among the steps of its criterion, and the next step up."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from jobquality.errors import Fault
from jobquality.rubrics.model import Band, Choice, Criterion, Span, State
from jobquality.rubrics.parameters import Found
from jobquality.scoring.figures import Figure, Figures
from jobquality.scoring.points import bands_of, choices_of
from jobquality.scoring.rounding import decimal_text

Step = Band | Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Landing:
    """The points of an answer, and where among the steps of its criterion it lands.

    `edges` are where the bands start, parameters resolved, and `found` what those parameters
    were. A range has no steps: there the
    answer is the points. Nor has something not offered, which gives the fewest points.
    """

    points: Fraction
    state: State = State.VALUE
    steps: tuple[Step, ...] = ()
    place: int = 0
    edges: tuple[Fraction | None, ...] = ()
    found: tuple[Found, ...] = ()

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
        return Landing(points=question.fewest, state=figure.state)
    if figure.number is None:
        return _land_on_choice(choices_of(question), figure.chosen)
    if isinstance(question.points, Span):
        return Landing(points=figure.number)
    return _land_on_band(question, figure.number, figures)


def _land_on_choice(choices: tuple[Choice, ...], chosen: str) -> Landing:
    place = [choice.id for choice in choices].index(chosen)
    return Landing(points=choices[place].gives, steps=choices, place=place)


def _land_on_band(question: Criterion, number: Fraction, figures: Figures) -> Landing:
    bands = bands_of(question)
    found = _found(bands, question, figures)
    edges = tuple(_edge(band, found) for band in bands)
    starts = [edge for edge in edges if edge is not None]
    if any(isinstance(band.start, str) for band in bands):
        _check_rising(question, starts, figures)
    # A band that is open below has no start, and stands before all that have one.
    place = max(0, len(bands) - len(starts) + bisect_right(starts, number) - 1)
    return Landing(
        points=bands[place].gives,
        steps=bands,
        place=place,
        edges=edges,
        found=tuple(found.values()),
    )


def _found(bands: tuple[Band, ...], question: Criterion, figures: Figures) -> dict[str, Found]:
    names = [band.start for band in bands if isinstance(band.start, str)]
    looked_up = {name: figures.parameter(name, needed_for=question.id) for name in names}
    return {name: found for name, found in looked_up.items() if found is not None}


def _edge(band: Band, found: Mapping[str, Found]) -> Fraction | None:
    if not isinstance(band.start, str):
        return band.start
    return found[band.start].row.value if band.start in found else None


def _check_rising(question: Criterion, starts: list[Fraction], figures: Figures) -> None:
    if any(lower >= higher for lower, higher in pairwise(starts)):
        shown = ", ".join(decimal_text(start, digits=4) for start in starts)
        figures.faults.append(
            Fault(
                message=f"A parameter makes the bands cross: they start at {shown}.",
                where=question.id,
                remedy="Check the parameter for this place and date.",
            )
        )
