"""Read bands: points for numbers, in the order of the numbers, with no gap and no overlap."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from jobquality.rubrics.desk import Desk
from jobquality.rubrics.fields import ID, Fields, shown
from jobquality.rubrics.grounds import read_cost, read_gives, read_grounds
from jobquality.rubrics.model import Band, Grounds
from jobquality.rubrics.units import Unit, how_to_write, read_number, show_number

_Edge = Fraction | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _ReadBand:
    """A band, the end that the file gives it, and whether both of its edges could be read.

    `holds_end` says that the end is still inside (`up_to`).
    """

    band: Band
    end: _Edge
    holds_end: bool
    is_sound: bool


def read_bands(
    entries: Sequence[Fields], desk: Desk, *, unit: Unit | None, grounds: Grounds
) -> tuple[Band, ...]:
    """Return the bands that the lines of `points` describe; `unit` says how low numbers go."""
    choice = next((fields for fields in entries if fields.has("answer")), None)
    if choice is not None:
        message = "A line with 'answer' belongs to a choice."
        remedy = "Write answer: choice above, or use from and under here."
        desk.faults.add(choice.line, message, remedy)
        return (Band(start=None, gives=Fraction(1), grounds=grounds, line=choice.line),)
    read = _joined_up([_read_band(fields, desk, grounds) for fields in entries])
    if read and all(one.is_sound for one in read):
        _check_together(read, unit, desk)
    return tuple(one.band for one in read)


def check_reached(bands: Sequence[Band], most: Fraction, *, boxes: bool, desk: Desk) -> None:
    """Note every band that starts above `most`: of the unit, or as many boxes as there are."""
    number = show_number(most)
    most_there_is = f"there are {number} boxes" if boxes else f"{number} is the most there is"
    remedy = "Start it lower, or add boxes." if boxes else "Start it lower, or use another unit."
    for band in bands:
        if isinstance(band.start, Fraction) and band.start > most:
            start = show_number(band.start)
            message = f"No answer reaches this band: it starts at {start}, but {most_there_is}."
            desk.faults.add(band.line, message, remedy)


def _read_band(fields: Fields, desk: Desk, grounds: Grounds) -> _ReadBand:
    noted = len(desk.faults.found)
    starts = {word: read_edge(fields, word, desk) for word in ("from", "above")}
    ends = {word: read_edge(fields, word, desk) for word in ("under", "up_to")}
    for edges in (starts, ends):
        if None not in edges.values():
            _note_both(fields, *edges)
    is_sound = len(desk.faults.found) == noted
    gives = read_gives(fields)
    is_above = starts["above"] is not None
    band = Band(
        start=starts["above"] if is_above else starts["from"],
        gives=gives,
        grounds=read_grounds(fields, grounds),
        line=fields.line,
        above=is_above,
        cost=read_cost(fields),
    )
    fields.close()
    holds_end = ends["up_to"] is not None
    return _ReadBand(
        band=band,
        end=ends["up_to"] if holds_end else ends["under"],
        holds_end=holds_end,
        is_sound=is_sound,
    )


def _joined_up(read: Sequence[_ReadBand]) -> list[_ReadBand]:
    """Let a band that does not say where it starts do so where the one before it ends."""
    joined: list[_ReadBand] = []
    for one in read:
        before = joined[-1] if joined else None
        if before is not None and before.end is not None and one.band.start is None:
            band = replace(one.band, start=before.end, above=before.holds_end)
            one = replace(one, band=band)  # noqa: PLW2901  # the same band, with its start
        joined.append(one)
    return joined


def _note_both(fields: Fields, one: str, other: str) -> None:
    message = f"'{one}' and '{other}' stand side by side."
    fields.faults.add(fields.line, message, "Keep one of them.")


def read_edge(fields: Fields, word: str, desk: Desk) -> _Edge:
    """Take an edge: a number, the id of a parameter, or None where it is not there."""
    line = fields.line_of(word)
    text = fields.text(word)
    number = read_number(text)
    if number is not None or not text:
        return number
    if not ID.fullmatch(text):
        message = f"{shown(f'{word}: {text}')} is not a number."
        desk.faults.add(line, message, how_to_write(text))
    elif text not in desk.parameters:
        desk.faults.unknown(
            line,
            f"We know no parameter {shown(text)}.",
            word=text,
            known=desk.parameters,
            otherwise="Write a number, or the id of a parameter.",
        )
    return text


def _check_together(read: Sequence[_ReadBand], unit: Unit | None, desk: Desk) -> None:
    _check_first(read[0].band, unit, desk)
    _check_last(read[-1], desk)
    for before, after in pairwise(read):
        _check_meeting(before, after.band, desk)
    numbers = [one.band for one in read if isinstance(one.band.start, Fraction)]
    for lower, higher in pairwise(numbers):
        _check_order(lower, higher, desk)


def _check_first(band: Band, unit: Unit | None, desk: Desk) -> None:
    least = Fraction(0) if unit is None else unit.least
    reaches_down = isinstance(band.start, Fraction) and least is not None and band.start <= least
    if band.start is not None and not reaches_down:
        below = _shown(band.start)
        message = f"Nothing says what a number under {below} gives."
        desk.faults.add(band.line, message, f"Add {{under: {below}, gives: …}} as the first band.")


def _check_last(last: _ReadBand, desk: Desk) -> None:
    if last.end is not None:
        message = f"Nothing says what {_shown(last.end)} or more gives."
        remedy = "Leave 'under' out of the last band, or add a band after it."
        desk.faults.add(last.band.line, message, remedy)


def _check_meeting(before: _ReadBand, after: Band, desk: Desk) -> None:
    if after.start is None:
        message = "Only the first band may have no 'from'."
        desk.faults.add(after.line, message, "Add from: and the number where it starts.")
    elif before.end is not None and before.end == after.start:
        _check_held(before, after, desk)
    elif before.end is not None:
        desk.faults.add(
            before.band.line,
            f"This band ends at {_shown(before.end)}, but the next one starts at "
            f"{_shown(after.start)}.",
            "Let them meet: no number may be left out or be in two bands.",
        )


def _check_held(before: _ReadBand, after: Band, desk: Desk) -> None:
    """Note a number that both bands hold, or neither of them."""
    if before.holds_end == after.above:
        return
    which = "neither of them holds" if after.above else "both of them hold"
    edge = _shown(after.start or Fraction(0))
    message = f"This band meets the next one at {edge}, and {which} it."
    remedy = "Write under and from, or up_to and above."
    desk.faults.add(before.band.line, message, remedy)


def _check_order(lower: Band, higher: Band, desk: Desk) -> None:
    low, high = lower.start, higher.start
    if isinstance(low, Fraction) and isinstance(high, Fraction) and low >= high:
        message = f"This band starts at {show_number(high)}, not above {show_number(low)}."
        desk.faults.add(higher.line, message, "Write the bands in the order of the numbers.")


def _shown(edge: Fraction | str) -> str:
    return show_number(edge) if isinstance(edge, Fraction) else edge
