"""What is done to a score after it was worked out: points for it, caps, rounding."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from jobquality.rubrics.limits import fewest_of, most_of
from jobquality.rubrics.rules import Rules
from jobquality.rubrics.steps import Band, CohortReading, Curve, Knot, Points, Span, steps_of
from jobquality.scoring.cohorts import Stats, ends, place
from jobquality.scoring.reals import way_between
from jobquality.scoring.rounding import rounded

_Number = Fraction | None
#: A number where a band starts, and whether the band before still holds it.
_Start = tuple[Fraction, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A score: its reading, its worst and best ends, and the most there is; None is open."""

    value: _Number
    low: _Number
    high: _Number
    most: _Number


def finished(rules: Rules | None, bounds: Bounds, stats: Stats | None = None) -> Bounds:
    """Return the score that goes on."""
    if rules is None:
        return bounds
    if rules.points is not None:
        bounds = _regraded(rules.points, bounds, stats)
    return _rounded(rules, _capped(rules, bounds))


def capped(rules: Rules | None, number: Fraction) -> Fraction:
    """Return a number within the caps of a node, rounded as its rules say."""
    if rules is None:
        return number
    bounds = Bounds(value=number, low=None, high=None, most=None)
    return finished_plainly(rules, bounds).value or Fraction(0)


def finished_plainly(rules: Rules | None, bounds: Bounds) -> Bounds:
    """Return the score that goes on, where its points are given already."""
    return bounds if rules is None else _rounded(rules, _capped(rules, bounds))


class Stage(StrEnum):
    """What is done to a score, in this order."""

    COMBINED = "combined"
    POINTS = "points"
    CAPS = "caps"
    ROUNDING = "rounding"


def stages(
    rules: Rules | None, bounds: Bounds, stats: Stats | None = None
) -> Iterator[tuple[Stage, Bounds]]:
    """Yield what a score is after each thing that is done to it."""
    yield Stage.COMBINED, bounds
    if rules is None:
        return
    if rules.points is not None:
        bounds = _regraded(rules.points, bounds, stats)
        yield Stage.POINTS, bounds
    if rules.at_least is not None or rules.at_most is not None:
        bounds = _capped(rules, bounds)
        yield Stage.CAPS, bounds
    if rules.rounding is not None:
        yield Stage.ROUNDING, _rounded(rules, bounds)


def _capped(rules: Rules, bounds: Bounds) -> Bounds:
    least, most = rules.at_least, rules.at_most

    def within(number: _Number, *, is_best: bool) -> _Number:
        if number is None:
            return most if is_best else least
        number = number if least is None else max(number, least)
        return number if most is None else min(number, most)

    return Bounds(
        value=None if bounds.value is None else within(bounds.value, is_best=True),
        low=within(bounds.low, is_best=False),
        high=within(bounds.high, is_best=True),
        most=within(bounds.most, is_best=True),
    )


def _rounded(rules: Rules, bounds: Bounds) -> Bounds:
    rounding = rules.rounding
    if rounding is None:
        return bounds
    value, low, high, most = (
        None if number is None else rounded(number, rounding)
        for number in (bounds.value, bounds.low, bounds.high, bounds.most)
    )
    return Bounds(value=value, low=low, high=high, most=most)


def _regraded(points: Points, bounds: Bounds, stats: Stats | None) -> Bounds:
    """Return what the score gives; its ends are the worst and the best between the old ends."""
    if isinstance(points, CohortReading):
        return _placed(points, bounds, stats)
    value = None if bounds.value is None else points_for(points, bounds.value)
    most = most_of(points, None)
    if bounds.low is None or bounds.high is None:
        return Bounds(value=value, low=fewest_of(points, None), high=most, most=most)
    between = [points_for(points, number) for number in _turns(points, bounds.low, bounds.high)]
    return Bounds(value=value, low=min(between), high=max(between), most=most)


def _placed(reading: CohortReading, bounds: Bounds, stats: Stats | None) -> Bounds:
    """Return the places of a score; a place rises, or falls, with the number all the way."""
    fewest, most = ends(reading, stats)

    def at(number: _Number) -> _Number:
        if number is None or stats is None or (reading.log and number <= 0):
            return None
        return place(reading, stats, number)

    worse, better = at(bounds.low), at(bounds.high)
    if reading.lower:
        worse, better = better, worse
    return Bounds(
        value=at(bounds.value),
        low=fewest if worse is None else worse,
        high=most if better is None else better,
        most=most,
    )


def _turns(points: Points, low: Fraction, high: Fraction) -> list[Fraction]:
    """Return numbers from `low` to `high` among which points are at their least and most."""
    inside: list[Fraction] = []
    if isinstance(points, Curve):
        inside = [knot.at for knot in points.knots if isinstance(knot.at, Fraction)]
    bands = [step for step in steps_of(points) if isinstance(step, Band)]
    starts = [(band.start, band.above) for band in bands if isinstance(band.start, Fraction)]
    for (start, above), following in zip(starts, [*starts[1:], None], strict=False):
        # A band that does not hold its own start is met by a number just above it.
        after = start if not above else (start + (following[0] if following else start + 2)) / 2
        inside.append(min(after, high) if start < high else after)
    return [low, high, *(number for number in inside if low < number < high)]


def points_for(points: Points, number: Fraction) -> Fraction:
    """Return what a number gives by bands, a line or a range."""
    if isinstance(points, Curve):
        return along(
            points.knots, [_plain(knot.at) for knot in points.knots], number, log=points.log
        )
    if isinstance(points, Span | CohortReading):
        return number
    bands = [step for step in steps_of(points) if isinstance(step, Band)]
    edges = [None if band.start is None else _plain(band.start) for band in bands]
    return bands[band_place(bands, edges, number)].gives


def _plain(edge: Fraction | str) -> Fraction:
    if isinstance(edge, str):
        raise TypeError(f"'{edge}' is a parameter, which a score cannot be held against")
    return edge


def band_place(bands: Sequence[Band], edges: Sequence[_Number], number: Fraction) -> int:
    """Return which band a number is in; a band that is open below stands first."""
    starts: list[_Start] = [
        (edge, band.above) for band, edge in zip(bands, edges, strict=True) if edge is not None
    ]
    return max(0, len(bands) - len(starts) + bisect_right(starts, (number, False)) - 1)


def along(
    knots: Sequence[Knot], places: Sequence[Fraction], number: Fraction, *, log: bool
) -> Fraction:
    """Return the points of a line at a number: level outside, even between two knots."""
    if number <= places[0]:
        return knots[0].gives
    if number >= places[-1]:
        return knots[-1].gives
    pairs = zip(pairwise(places), pairwise(knots), strict=True)
    (low, high), (before, after) = next(pair for pair in pairs if pair[0][0] <= number < pair[0][1])
    way = way_between(low, high, number) if log else (number - low) / (high - low)
    return before.gives + way * (after.gives - before.gives)
