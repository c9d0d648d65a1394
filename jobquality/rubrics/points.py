"""Read `points`: bands of numbers, choices, or a range in which the answer is the points."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

from jobquality.rubrics.desk import Desk
from jobquality.rubrics.fields import ID, Fields, nearest
from jobquality.rubrics.model import (
    STATE_WORDS,
    AnswerKind,
    Band,
    Basis,
    Choice,
    Grounds,
    Points,
    Span,
)
from jobquality.rubrics.units import read_number

_YES_NO = ("yes", "no")


def read_points(fields: Fields, kind: AnswerKind, grounds: Grounds, desk: Desk) -> Points | None:
    """Take `points` or `range` of a criterion; None when it is asked but not scored."""
    if fields.has("range"):
        return _read_span(fields)
    line = fields.line_of("points")
    entries = [Fields(tree, "a line of 'points'", desk.faults) for tree in fields.groups("points")]
    if kind is AnswerKind.YES_NO:
        return _yes_no(_read_choices(entries, grounds), line, desk) if entries else _plain_yes_no(grounds)
    if not entries:
        return None
    if kind is AnswerKind.CHOICE:
        return _read_choices(entries, grounds)
    if kind is AnswerKind.DATE:
        desk.faults.add(line, "A date gives no points.", "Leave 'points' out.")
        return None
    return _read_bands(entries, grounds, desk)


def read_grounds(fields: Fields, default: Grounds) -> Grounds:
    """Take `basis` and `source`; what is not there comes from the criterion."""
    line = fields.line_of("basis")
    basis = fields.choice("basis", Basis, default.basis)
    source = fields.text("source") or default.source
    if basis is not Basis.EDITORIAL and not source:
        fields.faults.add(line, f"A threshold with 'basis: {basis}' needs a source.", "Add source: …")
    return Grounds(basis=basis, source=source)


def _read_span(fields: Fields) -> Span:
    line = fields.line_of("range")
    tree = fields.mapping("range")
    if tree is None:
        return Span(low=Fraction(0), high=None)
    inner = Fields(tree, "'range'", fields.faults)
    low = inner.number("from") or Fraction(0)
    high = inner.number("under")
    inner.close()
    if high is not None and high <= low:
        fields.faults.add(line, "The range is empty: 'under' must be larger than 'from'.")
    return Span(low=low, high=high)


def _gives(fields: Fields) -> Fraction:
    if not fields.has("gives"):
        fields.faults.add(fields.line, "This line of 'points' does not say what it gives.", "Add gives: 0 …")
    number = fields.number("gives")
    return Fraction(0) if number is None else number


def _read_choices(entries: Iterable[Fields], grounds: Grounds) -> tuple[Choice, ...]:
    choices: dict[str, Choice] = {}
    for fields in entries:
        name = fields.id("answer")
        _check_choice(fields, name, choices)
        choices[name] = Choice(
            id=name,
            ask=fields.text("ask"),
            gives=_gives(fields),
            grounds=read_grounds(fields, grounds),
        )
        fields.close()
    return tuple(choices.values())


def _check_choice(fields: Fields, name: str, known: Iterable[str]) -> None:
    if name in STATE_WORDS:
        fields.faults.add(fields.line, f"'{name}' is kept for answers of every question.", "Use another id.")
    if name in known:
        fields.faults.add(fields.line, f"The answer '{name}' stands twice.", "Use another id.")


def _plain_yes_no(grounds: Grounds) -> tuple[Choice, ...]:
    return tuple(
        Choice(id=name, ask="", gives=Fraction(points), grounds=grounds)
        for name, points in (("no", 0), ("yes", 1))
    )


def _yes_no(choices: tuple[Choice, ...], line: int, desk: Desk) -> tuple[Choice, ...]:
    named = {choice.id for choice in choices}
    for name in sorted(named - set(_YES_NO)):
        desk.faults.add(line, f"'{name}' is not an answer to a yes-or-no question.")
    for name in sorted(set(_YES_NO) - named):
        desk.faults.add(line, f"'points' does not say what the answer '{name}' gives.")
    return choices


def _read_bands(entries: list[Fields], grounds: Grounds, desk: Desk) -> tuple[Band, ...]:
    bands: list[Band] = []
    ends: list[tuple[Fraction | str | None, Fields]] = []
    for fields in entries:
        start = _edge(fields, "from", desk)
        ends.append((_edge(fields, "under", desk), fields))
        bands.append(
            Band(start=start, gives=_gives(fields), grounds=read_grounds(fields, grounds), line=fields.line)
        )
        _refuse_answer(fields)
        fields.close()
    _check_edges(bands, ends, desk)
    return tuple(bands)


def _refuse_answer(fields: Fields) -> None:
    if fields.has("answer"):
        line = fields.line_of("answer")
        fields.node("answer")
        fields.node("ask")
        fields.faults.add(line, "A line with 'answer' belongs to a choice.", "Write answer: choice above, or use from and under.")


def _edge(fields: Fields, word: str, desk: Desk) -> Fraction | str | None:
    line = fields.line_of(word)
    text = fields.text(word)
    if not text:
        return None
    number = read_number(text)
    if number is not None:
        return number
    if not ID.fullmatch(text):
        desk.faults.add(line, f"'{word}: {text}' is not a number.", "Write it as 7, 7.25 or -1.")
    elif text not in desk.parameters:
        remedy = nearest(text, desk.parameters) or "Write a number, or the id of a parameter."
        desk.faults.add(line, f"We know no parameter '{text}'.", remedy)
    return text


def _check_edges(bands: list[Band], ends: list[tuple[Fraction | str | None, Fields]], desk: Desk) -> None:
    for position, band in enumerate(bands):
        if position and band.start is None:
            desk.faults.add(band.line, "Only the first band may have no 'from'.", "Add from: …")
    for (end, fields), following in zip(ends, bands[1:], strict=False):
        if end is not None and following.start is not None and end != following.start:
            desk.faults.add(fields.line, f"This band ends at {_shown(end)} but the next one starts at {_shown(following.start)}.", "Let them meet: no number may be left out or be in two bands.")
    if ends and ends[-1][0] is not None:
        desk.faults.add(ends[-1][1].line, "The last band must be open above.", "Leave 'under' out of it, or add a band after it.")
    for before, after in pairwise([band for band in bands if isinstance(band.start, Fraction)]):
        if before.start >= after.start:  # type: ignore[operator]  # both are fractions here
            desk.faults.add(after.line, f"This band starts at {_shown(after.start)}, not above {_shown(before.start)}.", "Write the bands in the order of the numbers.")


def _shown(edge: Fraction | str | None) -> str:
    if not isinstance(edge, Fraction):
        return str(edge)
    return str(edge) if edge.denominator == 1 else f"{float(edge):g}"
