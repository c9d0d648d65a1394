"""Scores and events on one line of time, as plain places for a drawing. No date is moved.

Across, places are in percent of the width, so that the drawing fits every screen; up and
down, they are in pixels.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from jobquality.services.tracks import Point, Track
from jobquality.store.initiatives import Activity, Way

#: Room at both ends, in percent: for the scale at the left, and so that no bar is cut.
_LEFT, _RIGHT = 10, 4
_LANE = 72
_TOP = 6
#: Marks nearer to each other than this, in percent, stand on different rows.
_NEAR = 7
_ROW = 26
_LONGEST_LABEL = 34
_MOST = Fraction(100)
#: A score without a range is drawn this high, so that it can be seen.
_LEAST_BAR = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One published score in its lane."""

    point: Point
    across: str
    top: str
    height: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One employer with its bars, oldest first."""

    track: Track
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing that was done: its number in the list, and where it stands."""

    number: int
    activity: Activity
    across: str
    down: int

    @property
    def is_move_up(self) -> bool:
        """Whether it follows the way up."""
        return self.activity.way is Way.MOVE_UP


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """The first day of a year."""

    year: int
    across: str
    is_named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The whole drawing; `lane` is the height of a lane, `rows` that of the marks."""

    first: date
    last: date
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    lane: int
    middle: int
    bottom: int
    rows: int


def draw(tracks: Iterable[Track], activities: Iterable[Activity]) -> Timeline | None:
    """Return scores and events over time, or None where no score was published."""
    told = tuple(tracks)
    days = [point.on for track in told for point in track.points]
    if not days:
        return None
    done = sorted(activities, key=lambda one: (one.on, one.added_at, one.id))
    scale = _Scale([*days, *(one.on for one in done)])
    marks = tuple(_marks(done, scale))
    return Timeline(
        first=scale.first,
        last=scale.last,
        lanes=tuple(_lane(track, scale) for track in told),
        marks=marks,
        ticks=tuple(_ticks(scale)),
        lane=_LANE + 2 * _TOP,
        middle=_TOP + _LANE // 2,
        bottom=_TOP + _LANE,
        rows=max((mark.down for mark in marks), default=-_ROW) + _ROW,
    )


def numbered(activities: Iterable[Activity]) -> dict[str, int]:
    """Return the number of each activity by its id: 1 for the first that was done."""
    done = sorted(activities, key=lambda one: (one.on, one.added_at, one.id))
    return {one.id: number for number, one in enumerate(done, start=1)}


class _Scale:
    """From days to places across."""

    def __init__(self, days: list[date]) -> None:
        self.first, self.last = min(days), max(days)
        self._span = (self.last - self.first).days

    def place(self, day: date) -> Fraction:
        """Return where a day stands, in percent; a single day stands in the middle."""
        if self._span == 0:
            return Fraction(50)
        return _LEFT + Fraction((day - self.first).days * (100 - _LEFT - _RIGHT), self._span)


def _lane(track: Track, scale: _Scale) -> Lane:
    return Lane(track=track, bars=tuple(_bar(point, scale) for point in track.points))


def _bar(point: Point, scale: _Scale) -> Bar:
    low = point.low or Fraction(0)
    high = _MOST if point.high is None else point.high
    height = max((high - low) * _LANE / 100, Fraction(_LEAST_BAR))
    top = min(_TOP + (_MOST - high) * _LANE / 100, _TOP + _LANE - height)
    return Bar(
        point=point,
        across=_text(scale.place(point.on)),
        top=_text(top),
        height=_text(height),
    )


def _marks(done: Iterable[Activity], scale: _Scale) -> Iterator[Mark]:
    taken: list[Fraction] = []
    for number, activity in enumerate(done, start=1):
        place = scale.place(activity.on)
        row = next((row for row, last in enumerate(taken) if place - last >= _NEAR), len(taken))
        taken[row : row + 1] = [place]
        yield Mark(number=number, activity=activity, across=_text(place), down=row * _ROW)


def _ticks(scale: _Scale) -> Iterator[Tick]:
    for year in range(scale.first.year + 1, scale.last.year + 1):
        place = scale.place(date(year, 1, 1))
        is_named = _LONGEST_LABEL < place < 100 - _LONGEST_LABEL
        yield Tick(year=year, across=_text(place), is_named=is_named)


def _text(number: Fraction) -> str:
    return f"{float(number):.2f}"
