"""Pictures as SVG, drawn from numbers: a score on its scale, a level, counts in bars.

Each shape has a class, so that a page can color it for light and dark; the colors written
here are those of paper.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

_INK, _SOFT, _LINE = "#1b2726", "#4a5856", "#dcd8cb"
_ACCENT, _GLOW, _SUNK = "#0f5c55", "#9cc7bd", "#eceae1"
_FONT = "Public Sans, sans-serif"
_WIDTH = 700
_STROKE = 'fill="none" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round" stroke'
_OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A mark on a scale: where it stands from 0 to 100, and what it says."""

    at: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar of a chart: its label, how long it is from 0 to 1, and what stands at its end."""

    label: str
    share: float
    value: str
    is_good: bool = False


def score_scale(low: float, high: float, ticks: Sequence[Tick]) -> str:
    """Return a score from its low to its high end on a scale from 0 to 100, with the levels."""
    parts = [_open(_WIDTH, 64), _rect(0, 26, _WIDTH, 16, _SUNK, "track", radius=8)]
    left, right = low / 100 * _WIDTH, high / 100 * _WIDTH
    if low > 0:
        parts.append(_rect(0, 26, left, 16, _ACCENT, "sure", radius=8))
    if high > low:
        parts.append(_rect(left, 26, right - left, 16, _GLOW, "open", radius=0))
        parts.append(_rect(left - 1.5, 21, 3, 26, _ACCENT, "sure", radius=0))
        parts.append(_rect(right - 1.5, 21, 3, 26, _ACCENT, "sure", radius=0))
    for tick in ticks:
        at = tick.at / 100 * _WIDTH
        parts.append(_rect(at - 0.75, 20, 1.5, 28, _INK, "tick", radius=0))
        parts.append(_text(at, 12, tick.label, anchor=_anchor(at), weight=600))
    parts += [
        _text(0, 60, "0", anchor="start", fill=_SOFT),
        _text(_WIDTH, 60, "100", anchor="end", fill=_SOFT),
        "</svg>",
    ]
    return "".join(parts)


def small_scale(low: float, high: float) -> str:
    """Return a score on a small scale without words, for a table that says them."""
    parts = [_open(200, 10), _rect(0, 0, 200, 10, _SUNK, "track", radius=5)]
    if high > low:
        parts.append(_rect(0, 0, high * 2, 10, _GLOW, "open", radius=5))
    if low > 0:
        parts.append(_rect(0, 0, low * 2, 10, _ACCENT, "sure", radius=5))
    return "".join(parts) + "</svg>"


def emblem(place: int, count: int) -> str:
    """Return the sign of a level: as many full discs as it stands high."""
    width = count * 34 - 6
    discs = [
        f'<circle cx="{14 + one * 34}" cy="14" r="12" fill="{_ACCENT if one < place else "none"}" '
        f'stroke="{_ACCENT}" stroke-width="2"/>'
        for one in range(count)
    ]
    return _open(width, 28) + "".join(discs) + "</svg>"


def bars(rows: Iterable[Bar]) -> str:
    """Return counts as lying bars, one a line, each with its label and its value."""
    drawn = list(rows)
    parts = [_open(_WIDTH, len(drawn) * 30 + 4)]
    for number, row in enumerate(drawn):
        top = number * 30 + 4
        length = row.share * 330
        if row.is_good:
            parts.append(_check(0, top + 5))
        parts.append(_text(18, top + 16, row.label, anchor="start"))
        parts.append(_rect(300, top + 2, 330, 20, _SUNK, "track", radius=3))
        if length:
            fill, kind = (_ACCENT, "sure") if row.is_good else (_GLOW, "open")
            parts.append(_rect(300, top + 2, length, 20, fill, kind, radius=3))
        parts.append(_text(642, top + 16, row.value, anchor="start", weight=600))
    return "".join(parts) + "</svg>"


def sign(standing: str) -> str:
    """Return the sign of a condition that holds (`for`), does not (`against`), or is open."""
    drawn = {
        "for": f'<path d="M3 9l4 4 8-9" {_STROKE}="#1c6b2f"/>',
        "against": f'<path d="M4 4l10 10M14 4L4 14" {_STROKE}="#9c1f1f"/>',
    }
    open_circle = f'<circle cx="9" cy="9" r="6" {_STROKE}="{_SOFT}"/>'
    return _open(18, 18) + drawn.get(standing, open_circle) + "</svg>"


def _check(left: float, top: float) -> str:
    place = f"translate({_number(left)} {_number(top)})"
    return f'<path transform="{place}" d="M1 7l4 4 7-9" {_STROKE}="{_ACCENT}"/>'


def _open(width: float, height: float) -> str:
    return _OPEN.format(width=_number(width), height=_number(height))


def _anchor(at: float) -> str:
    if at < _WIDTH * 0.05:
        return "start"
    return "end" if at > _WIDTH * 0.95 else "middle"


def _rect(  # noqa: PLR0913, PLR0917  # a rectangle is four numbers, and then its look
    left: float, top: float, width: float, height: float, fill: str, kind: str, *, radius: float
) -> str:
    return (
        f'<rect class="{kind}" x="{_number(left)}" y="{_number(top)}" width="{_number(width)}" '
        f'height="{_number(height)}" rx="{_number(radius)}" fill="{fill}"/>'
    )


def _text(  # noqa: PLR0913  # where, what, and how it looks
    left: float, base: float, text: str, *, anchor: str, weight: int = 400, fill: str = _INK
) -> str:
    return (
        f'<text x="{_number(left)}" y="{_number(base)}" text-anchor="{anchor}" fill="{fill}" '
        f'font-family="{_FONT}" font-size="13" font-weight="{weight}">{escape(text)}</text>'
    )


def _number(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
