"""The rows of dated figures: each with its place, its days, whom it holds for, and its source."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from jobquality.rubrics.answers import read_unit
from jobquality.rubrics.days import read_day
from jobquality.rubrics.fields import ID, Faults, Fields, one_line, shown
from jobquality.rubrics.nodes import Mapping, Node, Text
from jobquality.rubrics.places import COUNTRY, Places
from jobquality.rubrics.units import (
    NAMED_NUMBERS,
    UNITS,
    Unit,
    read_number,
    show_number,
)

SECTOR = "sector"


class Lookup(StrEnum):
    """Which of the rows that fit is the figure."""

    HIGHEST = "highest"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A row holds only for some employers: a profile fact that equals, or is at least."""

    name: str
    equals: str = ""
    at_least: Fraction | None = None

    def __str__(self) -> str:
        """Return the limit in words."""
        if self.at_least is None:
            return f"{self.name} {self.equals}"
        return f"{self.name} {show_number(self.at_least)} or more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure: from the first day to the last (both inclusive), at one place.

    Rows of a file name all that held at their place. One that somebody adds from a day on
    (`is_added`) says nothing of the days before: there the other rows decide, as they did.
    """

    place: str
    first: date
    last: date | None
    limits: tuple[Limit, ...]
    value: Fraction
    source: str
    as_of: date
    last_checked: date
    check_by: date | None
    note: str
    line: int
    is_added: bool = False

    def holds_on(self, on: date) -> bool:
        """Say whether the row is in force on that day."""
        return self.first <= on and (self.last is None or on <= self.last)

    @property
    def known_for(self) -> tuple[object, ...]:
        """What no two rows of a parameter may share."""
        return self.place, self.first, frozenset(self.limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A dated figure with all its rows."""

    id: str
    title: str
    unit: Unit
    lookup: Lookup
    rows: tuple[Row, ...] = ()
    line: int = 0


def read_parameters(fields: Fields, places: Places) -> tuple[Parameter, ...]:
    """Take the list of parameters; every row has a place that we know."""
    trees = fields.groups("parameters")
    read = tuple(_parameter(Fields(tree, "a parameter", fields.faults), places) for tree in trees)
    seen: set[str] = set()
    for parameter in read:
        if parameter.id in seen and ID.fullmatch(parameter.id):
            message = f"The parameter '{parameter.id}' stands twice."
            fields.faults.add(parameter.line, message, "Put all of its rows under one.")
        seen.add(parameter.id)
    return read


def _parameter(fields: Fields, places: Places) -> Parameter:
    name, line = fields.id("parameter"), fields.line
    if name in NAMED_NUMBERS:
        fields.faults.add(line, f"'{name}' is a named number.", "Use another id.")
    if not fields.has("unit"):
        fields.faults.add(line, "A parameter has no 'unit'.", "Add unit: usd_per_hour, …")
    unit = read_unit(fields, "unit")
    title = fields.text("title")
    lookup = fields.choice("lookup", Lookup, Lookup.NEAREST)
    trees = fields.groups("values")
    rows = tuple(_row(Fields(tree, "a row", fields.faults), places) for tree in trees)
    fields.close()
    _check_repeats(name, rows, fields.faults)
    return Parameter(
        id=name,
        title=title,
        unit=UNITS[unit or "number"],
        lookup=lookup,
        rows=rows,
        line=line,
    )


def _check_repeats(name: str, rows: Iterable[Row], faults: Faults) -> None:
    seen: dict[tuple[object, ...], int] = {}
    for row in rows:
        if row.known_for in seen:
            message = (
                f"'{name}' has two rows for {row.place} from {row.first}; "
                f"the other is on line {seen[row.known_for]}."
            )
            faults.add(row.line, message, "Keep one.")
        seen.setdefault(row.known_for, row.line)


def _row(fields: Fields, places: Places) -> Row:
    row = Row(
        place=_place(fields, places),
        first=_day(fields, "from", required=True) or date.min,
        last=_day(fields, "until"),
        limits=_limits(fields),
        value=_value(fields),
        source=fields.text("source", required=True),
        as_of=_day(fields, "as_of", required=True) or date.min,
        last_checked=_day(fields, "last_checked", required=True) or date.min,
        check_by=_day(fields, "check_by"),
        note=fields.text("note"),
        line=fields.line,
    )
    fields.close()
    if row.last is not None and row.last < row.first:
        message = "The row ends before it starts."
        fields.faults.add(
            fields.line, message, "Let 'until' be the last day, and 'from' the first."
        )
    return row


def _place(fields: Fields, places: Places) -> str:
    line = fields.line_of("place")
    text = fields.text("place", required=True)
    place = places.find(text)
    if text and place is None:
        message = f"We do not know the place {shown(text)}."
        fields.faults.add(line, message, places.nearest(text))
    return place or COUNTRY


def _value(fields: Fields) -> Fraction:
    line = fields.line_of("value")
    if not fields.has("value"):
        fields.faults.add(line, "A row has no 'value'.", "Add value: and the figure.")
    value = fields.number("value") or Fraction(0)
    if value < 0:
        fields.faults.add(line, "'value' is below 0.", "Write 0 or more.")
    return value


def _day(fields: Fields, word: str, *, required: bool = False) -> date | None:
    line = fields.line_of(word)
    text = fields.text(word, required=required)
    day = read_day(text)
    if text and day is None:
        message = f"{shown(f'{word}: {text}')} is not a date."
        fields.faults.add(line, message, "Write it as 2026-03-01.")
    return day


def _limits(fields: Fields) -> tuple[Limit, ...]:
    tree = fields.mapping("applies")
    return tuple(_limit(key, node, fields.faults) for key, node in tree.entries) if tree else ()


def _limit(key: Text, node: Node, faults: Faults) -> Limit:
    if isinstance(node, Mapping):
        return _least(key, node, faults)
    text = one_line(node.text) if isinstance(node, Text) else ""
    if not text or not ID.fullmatch(key.text):
        message = f"The limit on '{key.text}' does not say for whom the row holds."
        faults.add(key.line, message, "Write it as {sector: 72} or {headcount: {from: 4}}.")
    if key.text == SECTOR and text and read_number(text) is None:
        message = f"{shown(f'sector: {text}')} is not a NAICS code."
        faults.add(key.line, message, "Write its digits, such as 72.")
    return Limit(name=key.text, equals=text)


def _least(key: Text, tree: Mapping, faults: Faults) -> Limit:
    fields = Fields(tree, f"the limit on '{key.text}'", faults)
    if not fields.has("from"):
        message = f"The limit on '{key.text}' has no number."
        faults.add(key.line, message, "Write it as {headcount: {from: 4}}.")
    number = fields.number("from")
    fields.close()
    if key.text == SECTOR:
        faults.add(key.line, "A sector is a code, not an amount.", "Write it as {sector: 72}.")
    return Limit(name=key.text, at_least=number or Fraction(0))
