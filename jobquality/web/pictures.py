"""Where the lines of a picture run. All numbers are texts, ready for an SVG."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jobquality.reading.trend import PointWords

#: The picture of the history, in its own units, with room for the words around it.
WIDTH, HEIGHT = 360, 190
#: How far before the first score of a new edition its line stands.
_BESIDE = 9
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 346, 14, 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One published score in the picture."""

    x: str
    low: str
    high: str
    point: PointWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Scores of one edition: the band between both ends, and a line along each."""

    band: str
    low: str
    high: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The history of one employer; `breaks` are just before its scores by a new edition."""

    dots: tuple[Dot, ...]
    runs: tuple[Run, ...]
    breaks: tuple[str, ...]
    grid: tuple[tuple[str, str], ...]
    alike: str


def history_chart(points: Sequence[PointWords], alike: Sequence[str] = ()) -> Chart:
    """Return the picture of scores over time; a new edition breaks the lines.

    `alike` are the low ends of the like-for-like line, from 0 to 100, one for each point.
    """
    dots = tuple(_dots(points))
    groups = list(_by_edition(dots))
    return Chart(
        dots=dots,
        runs=tuple(_run(group) for group in groups),
        breaks=tuple(
            _number(_between(float(before[-1].x), float(after[0].x)))
            for before, after in pairwise(groups)
        ),
        grid=tuple((str(mark), _number(_height(mark))) for mark in (0, 50, 100)),
        alike=" ".join(
            f"{dot.x},{_number(_height(float(low)))}"
            for dot, low in zip(dots, alike, strict=False)
            if low
        ),
    )


def _between(last: float, first: float) -> float:
    """Return where a new edition is drawn: beside its first score, never before the last one.

    Nobody knows more: in between nothing was scored.
    """
    return max(first - _BESIDE, (last + first) / 2)


def _dots(points: Sequence[PointWords]) -> Iterator[Dot]:
    first, last = points[0].day.toordinal(), points[-1].day.toordinal()
    span = last - first
    for place, point in enumerate(points):
        # Scores of one day stand side by side.
        share = (point.day.toordinal() - first) / span if span else place / max(len(points) - 1, 1)
        yield Dot(
            x=_number(_LEFT + 14 + share * (_RIGHT - _LEFT - 28)),
            low=_number(_height(float(point.low_at))),
            high=_number(_height(float(point.high_at))),
            point=point,
        )


def _by_edition(dots: Sequence[Dot]) -> Iterator[tuple[Dot, ...]]:
    group: list[Dot] = []
    for dot in dots:
        if dot.point.is_new_edition and group:
            yield tuple(group)
            group = []
        group.append(dot)
    yield tuple(group)


def _run(dots: Sequence[Dot]) -> Run:
    low = [f"{dot.x},{dot.low}" for dot in dots]
    high = [f"{dot.x},{dot.high}" for dot in dots]
    return Run(band=" ".join([*low, *reversed(high)]), low=" ".join(low), high=" ".join(high))


def _height(score: float) -> float:
    return _BOTTOM - score / 100 * (_BOTTOM - _TOP)


def _number(value: float) -> str:
    return f"{value:.1f}"
