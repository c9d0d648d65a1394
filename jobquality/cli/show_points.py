"""What each answer gives, as text: bands, choices, finds, lines and places among others."""

from collections import Counter
from collections.abc import Iterator, Sequence

from jobquality.reading.bands import Edges, band_words, inside_of
from jobquality.reading.cohorts import reading_words
from jobquality.reading.names import FILES
from jobquality.reading.needs import backing_words
from jobquality.reading.numbers import number_words
from jobquality.reading.reasons import gives_words, grounds_words
from jobquality.rubrics.model import (
    Band,
    Choice,
    CohortReading,
    Curve,
    Grounds,
    Points,
    Span,
)
from jobquality.rubrics.steps import Knot, steps_of

_WIDTH = 10
_Step = Band | Choice | Knot


def points_table(points: Points | None, *, answered: str = "answer") -> Iterator[str]:
    """Yield what each answer, or each score, gives."""
    if isinstance(points, Span):
        end = f"to {number_words(points.high)}" if points.high is not None else "upwards"
        yield f"The {answered} itself is the points, from {number_words(points.low)} {end}."
    elif isinstance(points, CohortReading):
        yield from reading_words(points, FILES.say)
    elif isinstance(points, Curve):
        yield from _line(points)
    elif points:
        yield from _steps(points)


def _steps(points: tuple[Band, ...] | tuple[Choice, ...]) -> Iterator[str]:
    steps = steps_of(points)
    bands = tuple(step for step in steps if isinstance(step, Band))
    said = [
        _band(bands, bands.index(one)) if isinstance(one, Band) else _choice(one) for one in steps
    ]
    yield from _table(steps, said)


def _line(curve: Curve) -> Iterator[str]:
    way = "straight between these"
    if curve.log:
        way = "between these by the logarithm of the number"
    yield f"Points along a line, {way}, level before the first and after the last:"
    yield from _table(curve.knots, [f"at {_edge(knot)}" for knot in curve.knots])


def _table(steps: Sequence[_Step], said: Sequence[str]) -> Iterator[str]:
    usual, _ = Counter(step.grounds for step in steps).most_common(1)[0]
    for step, words in zip(steps, said, strict=True):
        grounds = f" ({grounds_words(step.grounds, FILES)})" if step.grounds != usual else ""
        yield f"{gives_words(step.gives, FILES.say):>{_WIDTH}}: {words}{grounds}"
    yield _rests(steps, usual)


def _rests(steps: Sequence[_Step], usual: Grounds) -> str:
    which = "Basis" if all(step.grounds == usual for step in steps) else "Basis of the others"
    return f"{which}: {grounds_words(usual, FILES)}"


def _band(bands: tuple[Band, ...], place: int) -> str:
    inside = inside_of(bands, place)
    end = _edge(bands[place + 1]) if place + 1 < len(bands) else ""
    edges = Edges(start=_edge(bands[place]), end=end, above=inside.above, up_to=inside.up_to)
    return band_words(edges, FILES.say)


def _edge(step: Band | Knot) -> str:
    at = step.start if isinstance(step, Band) else step.at
    return at if isinstance(at, str) else "" if at is None else number_words(at)


def _choice(choice: Choice) -> str:
    code = f" [{choice.code}]" if choice.code else ""
    needs = f" (needs {backing_words(choice.needs, FILES.say)})" if choice.needs else ""
    return f"{choice.id}{code} – {choice.ask}{needs}" if choice.ask else f"{choice.id}{code}{needs}"
