"""What a change of thresholds means: which employers now get other points, and who gains."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from jobquality.rubrics.model import Band, Criterion, Curve, Span
from jobquality.rubrics.units import show_number
from jobquality.scoring.points import bands_of, choices_of

#: A number or parameter where a band starts, and whether the band before still holds it.
_Mark = tuple[Fraction | str, bool]


def points_changes(was: Criterion, now: Criterion, *, fewer: bool) -> Iterator[str]:
    """Yield a sentence for each group of employers that now get other points.

    `fewer` says that fewer points are better.
    """
    if was.points == now.points:
        return
    old, new = was.most, now.most
    if old != new:
        yield f"'{now.id}' now gives {_points(new)} at most instead of {_points(old)}."
    yield from _changes(_Both(was=was, now=now, fewer=fewer))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Both:
    """A criterion before and after."""

    was: Criterion
    now: Criterion
    fewer: bool

    def said(self, who: str, before: Fraction, after: Fraction) -> str:
        """Say who gets other points, and whether they gain or lose by it."""
        old, new = (_share(self.was, before), _share(self.now, after))
        better = new < old if self.fewer else new > old
        outcome = "the same share of the most" if old == new else None
        outcome = outcome or f"and {'gains' if better else 'loses'} by it"
        text = f"'{self.now.id}': an employer {who} now gets {_points(after)} instead of "
        return f"{text}{show_number(before)}, {outcome}."


def _share(question: Criterion, points: Fraction) -> Fraction:
    most = question.most
    return points / most if most else points


def _points(number: Fraction | None) -> str:
    if number is None:
        return "points without an end"
    return "1 point" if number == 1 else f"{show_number(number)} points"


def _changes(both: _Both) -> Iterator[str]:
    was, now = both.was, both.now
    if choices_of(was) and choices_of(now):
        yield from _of_choices(both)
    elif bands_of(was) and bands_of(now):
        yield from _of_bands(both)
    elif isinstance(was.points, Curve) and isinstance(now.points, Curve):
        yield from _of_lines(both, was.points, now.points)
    elif isinstance(was.points, Span) and isinstance(now.points, Span):
        ends = f"{_span(now.points)} instead of {_span(was.points)}"
        yield f"'{now.id}' now takes answers from {ends}."
    else:
        yield f"'{now.id}' gives points in another way now."


def _span(span: Span) -> str:
    end = "upwards" if span.high is None else f"to {show_number(span.high)}"
    return f"{show_number(span.low)} {end}"


def _of_choices(both: _Both) -> Iterator[str]:
    old, new = ({one.id: one.gives for one in choices_of(one)} for one in (both.was, both.now))
    for name in old:
        if name not in new:
            gave = f"'{name}', which gave {_points(old[name])}"
            yield f"'{both.now.id}' no longer has the answer {gave}."
    for name, gives in new.items():
        if name not in old:
            yield f"'{both.now.id}' has the new answer '{name}', which gives {_points(gives)}."
        elif gives != old[name]:
            yield both.said(f"that answers '{name}'", old[name], gives)


def _of_bands(both: _Both) -> Iterator[str]:
    old, new = bands_of(both.was), bands_of(both.now)
    named = {band.start for band in (*old, *new) if isinstance(band.start, str)}
    if not named:
        yield from _of_numbers(both)
    elif [(one.start, one.above) for one in old] == [(one.start, one.above) for one in new]:
        yield from _of_same_edges(both)
    else:
        yield f"'{both.now.id}' has other thresholds now: {_listed(new)}; before: {_listed(old)}."


def _of_same_edges(both: _Both) -> Iterator[str]:
    new = bands_of(both.now)
    ends = [*map(_mark, new[1:]), None]
    for before, after, end in zip(bands_of(both.was), new, ends, strict=True):
        if before.gives != after.gives:
            yield both.said(_who(both.now, _mark(after), end), before.gives, after.gives)


def _mark(band: Band) -> _Mark | None:
    return None if band.start is None else (band.start, band.above)


def _of_numbers(both: _Both) -> Iterator[str]:
    """Hold the bands against each other between every two marks that either has."""
    old, new = _numeric(bands_of(both.was)), _numeric(bands_of(both.now))
    marks = sorted({mark for mark, _ in (*old, *new) if mark is not None})
    pieces = [(mark, _gives(old, mark), _gives(new, mark)) for mark in (None, *marks)]
    merged = [next(group) for _, group in groupby(pieces, key=lambda piece: piece[1:])]
    ends = [*(mark for mark, _, _ in merged[1:]), None]
    for (mark, before, after), end in zip(merged, ends, strict=True):
        if before != after:
            yield both.said(_who(both.now, mark, end), before, after)


def _numeric(bands: tuple[Band, ...]) -> list[tuple[tuple[Fraction, bool] | None, Fraction]]:
    """Return where each band starts, and whether the one before still holds that number."""
    return [
        ((band.start, band.above) if isinstance(band.start, Fraction) else None, band.gives)
        for band in bands
    ]


def _gives(
    bands: list[tuple[tuple[Fraction, bool] | None, Fraction]], mark: tuple[Fraction, bool] | None
) -> Fraction:
    """Return what numbers from a mark on give; None is below every mark."""
    reached = [
        gives for start, gives in bands if start is None or (mark is not None and start <= mark)
    ]
    return reached[-1] if reached else bands[0][1]


def _who(question: Criterion, mark: _Mark | None, end: _Mark | None) -> str:
    unit = " boxes" if question.boxes else ""
    if question.unit is not None and question.unit.words:
        unit = f" {question.unit.words}"
    if mark is None:
        return f"with {_upper(end)}{unit}" if end else "with any answer"
    start = _edge(mark[0])
    if end is None:
        return f"with more than {start}{unit}" if mark[1] else f"with {start}{unit} or more"
    if mark[0] == end[0]:
        return f"with exactly {start}{unit}"
    return f"with {_lower(mark, end)} {_upper(end)}{unit}"


def _lower(mark: _Mark, end: _Mark) -> str:
    if mark[1]:
        return f"more than {_edge(mark[0])},"
    return f"{_edge(mark[0])} or more," if end[1] else f"{_edge(mark[0])} to"


def _upper(end: _Mark) -> str:
    return f"{'up to' if end[1] else 'under'} {_edge(end[0])}"


def _of_lines(both: _Both, old: Curve, new: Curve) -> Iterator[str]:
    """Say what the points of two lines are wherever either has a knot."""
    if old.log != new.log:
        yield f"'{both.now.id}' measures the way between two knots in another way now."
    kept = {knot.at for knot in new.knots}
    for at in [knot.at for knot in old.knots if knot.at not in kept]:
        yield f"'{both.now.id}': the line no longer has a knot at {_edge(at)}."
    given = {knot.at: knot.gives for knot in old.knots}
    for knot in new.knots:
        if knot.at not in given:
            gives = _points(knot.gives)
            yield f"'{both.now.id}': the line now passes through {gives} at {_edge(knot.at)}."
        elif given[knot.at] != knot.gives:
            yield both.said(f"with {_edge(knot.at)}", given[knot.at], knot.gives)


def _edge(edge: Fraction | str | None) -> str:
    return show_number(edge) if isinstance(edge, Fraction) else str(edge)


def _listed(bands: tuple[Band, ...]) -> str:
    return ", ".join(
        f"{_edge(band.start) if band.start is not None else 'the lowest'} gives "
        f"{show_number(band.gives)}"
        for band in bands
    )
