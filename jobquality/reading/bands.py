"""Bands in words: from where to where, and whether an edge is still inside."""

from dataclasses import dataclass
from fractions import Fraction
from math import floor

from jobquality.reading.numbers import number_words
from jobquality.rubrics.model import Band, Criterion, Curve
from jobquality.scoring.points import bands_of
from jobquality.scoring.steps import Step
from jobquality.wording import Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """The edges of a band as text, empty where it is open.

    With `above` the start itself is in the band before; with `up_to` the end itself is still
    in this one.
    """

    start: str = ""
    end: str = ""
    above: bool = False
    up_to: bool = False


def edges_of(start: Fraction | None, end: Fraction | None, edges: Edges | None = None) -> Edges:
    """Return edges with their numbers; `edges` say only what of them is inside."""
    given = edges or Edges()
    return Edges(start=_text(start), end=_text(end), above=given.above, up_to=given.up_to)


def inside_of(bands: tuple[Band, ...], place: int) -> Edges:
    """Return whether the edges of one of the bands belong to it."""
    following = bands[place + 1] if place + 1 < len(bands) else None
    return Edges(above=bands[place].above, up_to=following is not None and following.above)


def inside_of_step(bands: tuple[Band, ...], step: Step) -> Edges:
    """Return whether the edges of the band that a better step stands for belong to it."""
    for place, band in enumerate(bands):
        is_there = band.start in (step.start, step.figure or None)
        if is_there and band.gives == step.gives:
            return inside_of(bands, place)
    return Edges()


def side_of(question: Criterion, step: Step) -> str:
    """Return which side of a better step counts: `from`, `above`, `under` or `up_to`."""
    inside = inside_of_step(bands_of(question), step)
    if step.falls and step.end is not None:
        return "up_to" if inside.up_to or isinstance(question.points, Curve) else "under"
    return "above" if inside.above else "from"


def band_words(edges: Edges, say: Speaker) -> str:
    """Return a band from its edges: `14 or more, under 28`, `more than 0, up to 5`."""
    start, end = edges.start, edges.end
    from_name, to_name = "above" if edges.above else "from", "up_to" if edges.up_to else "under"
    if not (start and end):
        return _open_words(edges, from_name if start else to_name, say)
    both = {"from_under": "between"}.get(f"{from_name}_{to_name}", f"{from_name}_{to_name}")
    return say(f"band_{both}", start=start, end=end)


def _open_words(edges: Edges, name: str, say: Speaker) -> str:
    if not (edges.start or edges.end):
        return say("band_any")
    return say(f"band_{name}", start=edges.start, end=edges.end)


def count_of(
    start: Fraction | None,
    end: Fraction | None,
    most: int,
    say: Speaker,
    *,
    edges: Edges | None = None,
) -> str:
    """Return a band of whole numbers, both ends included: `3 to 4`, `all 5`."""
    first, last = _first(start, edges), _last(end, most, edges)
    if first == last == most:
        return say("band_all", number=most)
    if first >= last:
        return number_words(first)
    return say("band_to", start=number_words(first), end=number_words(last))


def _first(start: Fraction | None, edges: Edges | None) -> Fraction:
    if start is None:
        return Fraction(0)
    return Fraction(floor(start) + 1) if edges and edges.above else start


def _last(end: Fraction | None, most: int, edges: Edges | None) -> Fraction:
    if end is None:
        return Fraction(most)
    return Fraction(floor(end)) if edges and edges.up_to else end - 1


def _text(edge: Fraction | None) -> str:
    return "" if edge is None else number_words(edge)
