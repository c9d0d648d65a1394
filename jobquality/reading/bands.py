"""Bands in words: from where to where, and whether an edge is still inside."""

from dataclasses import dataclass
from fractions import Fraction
from math import floor

from jobquality.reading.numbers import number_words
from jobquality.rubrics.model import Band
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


def band_words(edges: Edges, say: Speaker) -> str:
    """Return a band from its edges: `14 or more, under 28`, `more than 0, up to 5`."""
    start, end = edges.start, edges.end
    from_name, to_name = "above" if edges.above else "from", "up_to" if edges.up_to else "under"
    if not start:
        return say(f"band_{to_name}", end=end)
    if not end:
        return say(f"band_{from_name}", start=start)
    both = {"from_under": "between"}.get(f"{from_name}_{to_name}", f"{from_name}_{to_name}")
    return say(f"band_{both}", start=start, end=end)


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
