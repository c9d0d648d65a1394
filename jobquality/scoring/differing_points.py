"""What a change of thresholds means: which employers now get other points, and who gains."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from jobquality.rubrics.model import Band, Criterion, Span
from jobquality.rubrics.units import show_number
from jobquality.scoring.points import bands_of, choices_of


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
    elif [band.start for band in old] == [band.start for band in new]:
        yield from _of_same_edges(both)
    else:
        yield f"'{both.now.id}' has other thresholds now: {_listed(new)}; before: {_listed(old)}."


def _of_same_edges(both: _Both) -> Iterator[str]:
    new = bands_of(both.now)
    ends = [*(band.start for band in new[1:]), None]
    for before, after, end in zip(bands_of(both.was), new, ends, strict=True):
        if before.gives != after.gives:
            yield both.said(_who(both.now, after.start, end), before.gives, after.gives)


def _of_numbers(both: _Both) -> Iterator[str]:
    """Hold the bands against each other between every two edges that either has."""
    old, new = bands_of(both.was), bands_of(both.now)
    edges = {band.start for band in (*old, *new) if isinstance(band.start, Fraction)}
    starts: list[Fraction | None] = [None, *sorted(edges)]
    pieces = [(start, _gives(old, start), _gives(new, start)) for start in starts]
    merged = [next(group) for _, group in groupby(pieces, key=lambda piece: piece[1:])]
    ends = [*(start for start, _, _ in merged[1:]), None]
    for (start, before, after), end in zip(merged, ends, strict=True):
        if before != after:
            yield both.said(_who(both.now, start, end), before, after)


def _gives(bands: tuple[Band, ...], number: Fraction | None) -> Fraction:
    """Return what a number gives; None is below every edge."""
    reached = [
        band
        for band in bands
        if band.start is None
        or (number is not None and isinstance(band.start, Fraction) and band.start <= number)
    ]
    return (reached or list(bands))[-1 if reached else 0].gives


def _who(question: Criterion, start: Fraction | str | None, end: Fraction | str | None) -> str:
    unit = " boxes" if question.boxes else ""
    if question.unit is not None and question.unit.words:
        unit = f" {question.unit.words}"
    if start is None:
        return f"with under {_edge(end)}{unit}" if end is not None else "with any answer"
    if end is None:
        return f"with {_edge(start)}{unit} or more"
    return f"with {_edge(start)} to under {_edge(end)}{unit}"


def _edge(edge: Fraction | str | None) -> str:
    return show_number(edge) if isinstance(edge, Fraction) else str(edge)


def _listed(bands: tuple[Band, ...]) -> str:
    return ", ".join(
        f"{_edge(band.start) if band.start is not None else 'the lowest'} gives "
        f"{show_number(band.gives)}"
        for band in bands
    )
