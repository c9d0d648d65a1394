"""Figures that depend on place and time, each with its dates and its source.

A figure is looked up along the chain of places from the employer outwards. Nothing is
guessed: a place whose rows start later than the day asked for is refused, because the
state's earlier wage floor is simply not known here, whatever the country's is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from jobquality.errors import FaultsError, RefusedError
from jobquality.rubrics import yamltext
from jobquality.rubrics.fields import Faults, Fields, nearest
from jobquality.rubrics.places import Places
from jobquality.rubrics.units import ANSWER_UNITS, UNITS, Unit, read_number
from jobquality.rubrics.yamltext import Mapping as Tree
from jobquality.rubrics.yamltext import Text

_SECTOR = "sector"


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
        return f"{self.name} {self.equals}" if self.equals else f"{self.name} {self.at_least} or more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure: from the first day to the last (both inclusive), at one place."""

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

    def holds_on(self, on: date) -> bool:
        """Say whether the row is in force on that day."""
        return self.first <= on and (self.last is None or on <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A dated figure with all its rows."""

    id: str
    title: str
    unit: Unit
    lookup: Lookup
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The figure that was looked up, and every row that was compared.

    `due` says that the row is past its check date: it counts, but may not carry a public
    claim about the law.
    """

    parameter: Parameter
    row: Row
    compared: tuple[Row, ...]
    due: bool


class NoFigureError(RefusedError):
    """No row of a parameter fits the place and the date."""

    code = "no_figure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """All figures of one scoring, and the places they hang on."""

    places: Places
    by_id: Mapping[str, Parameter] = field(default_factory=dict)

    @property
    def units(self) -> dict[str, Unit]:
        """The unit of each parameter, for the rubric loader."""
        return {name: parameter.unit for name, parameter in self.by_id.items()}

    def joined(self, more: Iterable[Parameter]) -> "Parameters":
        """Return these figures with the rows of `more` added; none is replaced.

        Raises:
            FaultsError: a parameter of the same id has another unit or another lookup.
        """
        joined = dict(self.by_id)
        faults = Faults()
        for parameter in more:
            known = joined.get(parameter.id)
            if known and (known.unit, known.lookup) != (parameter.unit, parameter.lookup):
                faults.add(None, f"'{parameter.id}' is {known.unit.name}, lookup {known.lookup}; the file says {parameter.unit.name}, lookup {parameter.lookup}.", "Use the same unit and lookup.")
            elif known:
                joined[parameter.id] = _with_rows(known, parameter.rows)
            else:
                joined[parameter.id] = parameter
        if faults.found:
            raise FaultsError(faults.found)
        return Parameters(places=self.places, by_id=joined)

    def look_up(self, name: str, *, profile: Mapping[str, str], on: date) -> Found:
        """Return the figure for an employer on a day.

        `profile` holds `place`, and whatever the rows' limits ask for.

        Raises:
            NoFigureError: the place is missing, unknown or too coarse, or no row fits it.
        """
        parameter = self.by_id[name]
        chain = self._chain(parameter, profile)
        near = [row for row in parameter.rows if row.place in chain]
        rows = [row for row in near if self._fits(parameter, row, profile)]
        in_force = [row for row in rows if row.holds_on(on)]
        self._check_gap(parameter, rows, in_force, on)
        if not in_force:
            raise NoFigureError(self._nothing(parameter, chain, on))
        row = _pick(parameter.lookup, in_force, chain)
        return Found(parameter=parameter, row=row, compared=tuple(in_force), due=_is_due(row, on))

    def _chain(self, parameter: Parameter, profile: Mapping[str, str]) -> tuple[str, ...]:
        text = profile.get("place", "")
        if not text:
            message = f"{parameter.id} depends on the place, and profile.place is empty. Add a column profile.place with a state (TX) or county (48453)."
            raise NoFigureError(message)
        place = self.places.find(text)
        if place is None:
            raise NoFigureError(f"We do not know the place '{text}'. {self.places.nearest(text)}")
        regions = self.places.undecided(place)
        if any(row.place in regions for row in parameter.rows):
            reason = self.places.too_coarse(place)
            raise NoFigureError(f"No {parameter.id} for '{text}': {reason}.")
        return self.places.chain(place)

    def _fits(self, parameter: Parameter, row: Row, profile: Mapping[str, str]) -> bool:
        return all(self._limit_holds(parameter, row, limit, profile) for limit in row.limits)

    def _limit_holds(
        self, parameter: Parameter, row: Row, limit: Limit, profile: Mapping[str, str]
    ) -> bool:
        value = profile.get(limit.name, "")
        if limit.name == _SECTOR:
            return value.startswith(limit.equals)
        if limit.equals or limit.at_least is None:
            return value == limit.equals
        number = read_number(value)
        if number is None:
            where = self.places.title(row.place)
            shown = f"'{value}'" if value else "empty"
            message = f"{parameter.id} in {where} depends on {limit}, and profile.{limit.name} is {shown}. Write a number in a column profile.{limit.name}."
            raise NoFigureError(message)
        return number >= limit.at_least

    def _check_gap(self, parameter: Parameter, rows: list[Row], in_force: list[Row], on: date) -> None:
        """Refuse a day on which a place with rows of its own has none: they start later or ended."""
        covered = {row.place for row in in_force}
        for row in rows:
            if row.place not in covered:
                here = [one for one in rows if one.place == row.place]
                known = " and ".join(_span_words(one) for one in here)
                message = f"Our {parameter.id} for {self.places.title(row.place)} is known {known}; what held on {on} is not. Add that row, with its source, in a parameters file."
                raise NoFigureError(message)

    def _nothing(self, parameter: Parameter, chain: tuple[str, ...], on: date) -> str:
        places = " → ".join(self.places.title(place) for place in chain)
        return f"No {parameter.id} for {places} on {on}. Add a row for it, with its source, in a file and pass it with --parameters."


def _with_rows(parameter: Parameter, rows: tuple[Row, ...]) -> Parameter:
    return Parameter(
        id=parameter.id,
        title=parameter.title,
        unit=parameter.unit,
        lookup=parameter.lookup,
        rows=(*parameter.rows, *rows),
    )


def _span_words(row: Row) -> str:
    return f"from {row.first}" + (f" to {row.last}" if row.last else "")


def _pick(lookup: Lookup, rows: list[Row], chain: tuple[str, ...]) -> Row:
    if lookup is Lookup.HIGHEST:
        return max(rows, key=lambda row: (row.value, -chain.index(row.place)))
    return min(rows, key=lambda row: (chain.index(row.place), -_narrowness(row), -row.first.toordinal()))


def _narrowness(row: Row) -> int:
    return sum(len(limit.equals) if limit.name == _SECTOR else 1 for limit in row.limits)


def _is_due(row: Row, on: date) -> bool:
    return row.check_by is not None and on > row.check_by


def load_parameters(content: bytes, places: Places) -> tuple[Parameter, ...]:
    """Return the parameters that a file holds.

    Raises:
        FaultsError: the file cannot be used; names every fault.
    """
    document = yamltext.parse(content)
    faults = Faults(document.faults)
    fields = Fields(document.tree, "a file of parameters", faults)
    if not fields.has("parameters"):
        faults.add(1, "The file has no 'parameters:'.", "See part 2 of docs/rubric-language.md.")
    found = [_parameter(Fields(tree, "a parameter", faults), places) for tree in fields.groups("parameters")]
    fields.close()
    if faults.found:
        raise FaultsError(faults.found)
    return tuple(found)


def _parameter(fields: Fields, places: Places) -> Parameter:
    line = fields.line_of("unit")
    name = fields.id("parameter")
    unit = fields.text("unit", required=True)
    if unit and unit not in ANSWER_UNITS:
        fields.faults.add(line, f"'{unit}' is not a unit.", nearest(unit, ANSWER_UNITS))
    parameter = Parameter(
        id=name,
        title=fields.text("title"),
        unit=UNITS.get(unit, UNITS["number"]),
        lookup=fields.choice("lookup", Lookup, Lookup.NEAREST),
        rows=tuple(_row(Fields(tree, "a row", fields.faults), places) for tree in fields.groups("values")),
    )
    fields.close()
    _check_repeats(parameter, fields.faults)
    return parameter


def _check_repeats(parameter: Parameter, faults: Faults) -> None:
    seen: dict[tuple[object, ...], int] = {}
    for row in parameter.rows:
        key = (row.place, row.first, row.limits)
        if key in seen:
            faults.add(row.line, f"'{parameter.id}' has two rows for {row.place} from {row.first}; the other is on line {seen[key]}.", "Keep one.")
        seen.setdefault(key, row.line)


def _row(fields: Fields, places: Places) -> Row:
    line = fields.line_of("place")
    text = fields.text("place", required=True)
    place = places.find(text)
    if text and place is None:
        fields.faults.add(line, f"We do not know the place '{text}'.", places.nearest(text))
    value = fields.number("value")
    if value is None or value < 0:
        fields.faults.add(fields.line, "A row needs 'value' with a number, 0 or more.")
    row = Row(
        place=place or "us",
        first=_day(fields, "from", required=True) or date.min,
        last=_day(fields, "until"),
        limits=_limits(fields),
        value=value or Fraction(0),
        source=fields.text("source", required=True),
        as_of=_day(fields, "as_of", required=True) or date.min,
        last_checked=_day(fields, "last_checked", required=True) or date.min,
        check_by=_day(fields, "check_by"),
        note=fields.text("note"),
        line=fields.line,
    )
    fields.close()
    if row.last is not None and row.last < row.first:
        fields.faults.add(fields.line, "The row ends before it starts.")
    return row


def _day(fields: Fields, word: str, *, required: bool = False) -> date | None:
    line = fields.line_of(word)
    text = fields.text(word, required=required)
    if not text:
        return None
    day = read_day(text)
    if day is None:
        fields.faults.add(line, f"'{word}: {text}' is not a date.", "Write it as 2026-03-01.")
    return day


def read_day(text: str) -> date | None:
    """Return the date that `YYYY-MM-DD` writes, or None."""
    try:
        return date.fromisoformat(text) if len(text) == len("2026-03-01") else None
    except ValueError:
        return None


def _limits(fields: Fields) -> tuple[Limit, ...]:
    tree = fields.mapping("applies")
    return tuple(_limit(key, node, fields) for key, node in tree.entries) if tree else ()


def _limit(key: Text, node: object, fields: Fields) -> Limit:
    if isinstance(node, Text):
        return Limit(name=key.text, equals=node.text)
    if isinstance(node, Tree):
        inner = Fields(node, f"the limit on '{key.text}'", fields.faults)
        at_least = inner.number("from")
        inner.close()
        if at_least is not None:
            return Limit(name=key.text, at_least=at_least)
    fields.faults.add(key.line, f"The limit on '{key.text}' says nothing.", "Write a word, or {from: 4}.")
    return Limit(name=key.text)
