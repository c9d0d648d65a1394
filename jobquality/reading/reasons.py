"""Plain English for every line of a score: why these points, and why not more.

The sentences are made from the trace alone, so they can never say more than it knows.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction

from jobquality.reading.numbers import number_words
from jobquality.rubrics.model import (
    AnswerKind,
    Asked,
    Band,
    Basis,
    Choice,
    Condition,
    Criterion,
    Grounds,
    State,
)
from jobquality.rubrics.parameters import Found
from jobquality.scoring.figures import Part, Working
from jobquality.scoring.scorecard import Line

_BASIS = {
    Basis.LAW: "law",
    Basis.STANDARD: "a published standard",
    Basis.DATA: "data",
    Basis.EDITORIAL: "our own judgment",
}
_STATES = {
    State.NOT_OFFERED: "not offered",
    State.NA: "does not apply",
    State.UNKNOWN: "unknown: looked, not found",
    State.DECLINED: "declined to answer",
    State.MISSING: "not asked yet",
    State.VALUE: "answered",
}
#: "0.85 times" says less than 0.85.
_PLAIN = "ratio"
#: From the code of a place to its name.
PlaceName = Callable[[str], str]


def line_reason(line: Line, state: State) -> str:
    """Return in one sentence why a criterion has its points."""
    if state is not State.VALUE:
        return _state_reason(line, state)
    if isinstance(line.step, Choice):
        return f"{line.step.ask or line.step.id} ({grounds_words(line.step.grounds)})"
    if isinstance(line.step, Band):
        grounds = grounds_words(line.step.grounds)
        return f"{_amount(line)} is {_band_of(line, line.step)} ({grounds})"
    return "the answer is the points"


def _state_reason(line: Line, state: State) -> str:
    if state is State.NA:
        unmet = condition_words(line.unmet) if line.unmet else line.reason
        return f"does not apply: {unmet}"
    if line.unmet is not None:
        return f"too few to count: {condition_words(line.unmet)}"
    parts = missing_parts(line) if state is State.MISSING else ()
    if parts:
        return f"not asked yet: {', '.join(parts)}"
    return f"{_STATES[state]} ({line.reason})" if line.reason else _STATES[state]


def missing_parts(line: Line) -> tuple[str, ...]:
    """Return the parts that a figure still waits for, where others are there already."""
    measure = line.question.measure
    if measure is None or line.figure is None or not line.figure.facts:
        return ()
    asked = [term.name for term in (*measure.of, *measure.to) if term.kind is Asked.FIGURE]
    given = {fact.criterion for fact in line.figure.facts}
    return tuple(name for name in asked if name not in given)


def next_step(line: Line) -> str:
    """Return what would give more points, or an empty text where nothing does."""
    if isinstance(line.better, Choice):
        return f'"{line.better.ask or line.better.id}" gives {number_words(line.better.gives)}'
    if isinstance(line.better, Band):
        return f"{_band_of(line, line.better)} gives {number_words(line.better.gives)}"
    return ""


def _amount(line: Line) -> str:
    number = number_words(line.figure.number if line.figure else None)
    if line.question.kind is AnswerKind.CHECKLIST:
        return f"{number} of {len(line.question.boxes)} boxes"
    return f"{number} {unit_words(line.question)}".strip()


def unit_words(question: Criterion) -> str:
    """Return the unit of a question for people."""
    unit = question.unit
    return unit.words if unit is not None and unit.name != _PLAIN else ""


def _band_of(line: Line, band: Band) -> str:
    position = bands_of(line.question).index(band)
    edges = [number_words(edge) if edge is not None else "" for edge in (*line.edges, None)]
    return band_words(edges[position], edges[position + 1])


def bands_of(question: Criterion) -> tuple[Band, ...]:
    """Return the bands of a question; none where it is scored in another way."""
    points = question.points if isinstance(question.points, tuple) else ()
    return tuple(band for band in points if isinstance(band, Band))


def band_words(start: str, end: str) -> str:
    """Return a band from its edges; an empty one is open."""
    if not start:
        return f"under {end}"
    return f"{start} or more, under {end}" if end else f"{start} or more"


def grounds_words(grounds: Grounds) -> str:
    """Return what a threshold rests on."""
    source = f": {grounds.source}" if grounds.source else ""
    return f"{_BASIS[grounds.basis]}{source}"


def condition_words(condition: Condition) -> str:
    """Return the condition that does not hold."""
    name = condition.name if condition.figure else f"profile.{condition.name}"
    if condition.equals is not None:
        return f"{name} is not {condition.equals}"
    if condition.at_least is not None and condition.below is None:
        return f"{name} is under {number_words(condition.at_least)}"
    return f"{name} is {number_words(condition.below)} or more"


def working_words(question: Criterion, working: Working) -> Iterator[str]:
    """Yield how a figure was worked out, one line each."""
    if working.given:
        yield "figure given, parts not seen"
        return
    over = " × ".join(_part_words(part) for part in working.of)
    under = " × ".join(_part_words(part) for part in working.to)
    yield f"{over}{divided_by(under)}{_times_hundred(question, working)}"
    if working.capped and working.cap:
        yield f"never more than {_part_words(working.cap)}"


def divided_by(under: str) -> str:
    """Return the end of a fraction; in brackets where it is a product."""
    if not under:
        return ""
    return f" ÷ ({under})" if "×" in under else f" ÷ {under}"


def _times_hundred(question: Criterion, working: Working) -> str:
    """A percent of plain numbers is their share times 100."""
    has_percent = any(part.unit.factor != 1 for part in (*working.of, *working.to))
    is_percent = question.unit is not None and question.unit.factor != 1
    return " × 100" if is_percent and not has_percent else ""


def _part_words(part: Part) -> str:
    name = part.name if part.name != part.unit.name else ""
    return f"{name} {number_words(part.number)}".strip()


def found_words(found: Found, place: PlaceName) -> Iterator[str]:
    """Yield every row that was compared for a dated figure, and the one that counts."""
    parameter = found.parameter
    for row in found.compared:
        mark = "used" if row is found.row else "compared"
        shown = f"{number_words(row.value)} {parameter.unit.words}"
        dates = f"since {row.first}, as of {row.as_of}"
        yield f"{mark}: {parameter.id} {shown} in {place(row.place)}, {dates}. {row.source}"
    if found.due:
        yield f"warning: {due_words(found, place)}"


def due_words(found: Found, place: PlaceName) -> str:
    """Return that a figure is past its check date, and what that forbids."""
    where = f"{found.parameter.id} in {place(found.row.place)}"
    return (
        f"{where} was due for a check by {found.row.check_by}. "
        "Check it before any public claim about the law."
    )


def points_words(number: Fraction | None) -> str:
    """Return points for people: `1 point`, `2.5 points`."""
    return f"{number_words(number)} {'point' if number == 1 else 'points'}"
