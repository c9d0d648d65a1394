"""Figures that depend on place and time, each with its dates and its source.

A figure is looked up along the chain of places from the employer outwards. Nothing is
guessed: a place whose rows start later than the day asked for is refused, because the
state's earlier wage floor is simply not known here, whatever the country's is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from jobquality.errors import RefusedError
from jobquality.rubrics import yamltext
from jobquality.rubrics.days import read_day
from jobquality.rubrics.fields import Faults, Fields
from jobquality.rubrics.filekinds import check_kind
from jobquality.rubrics.places import Places
from jobquality.rubrics.rows import SECTOR, Limit, Lookup, Parameter, Row, read_parameters
from jobquality.rubrics.units import Unit, read_number, show_number

__all__ = ["Found", "NoFigureError", "Parameters", "load_parameters", "read_day"]


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

    @property
    def facts(self) -> frozenset[str]:
        """The profile facts that rows are limited by."""
        rows = (row for parameter in self.by_id.values() for row in parameter.rows)
        return frozenset(limit.name for row in rows for limit in row.limits)

    def joined(self, more: Iterable[Parameter]) -> "Parameters":
        """Return these figures with the rows of `more` added; none is replaced.

        Raises:
            FaultsError: a parameter of the same id has another unit or lookup, or a row for
                the same place, day and employers says something else.
        """
        joined = dict(self.by_id)
        faults = Faults()
        for parameter in more:
            known = joined.get(parameter.id)
            joined[parameter.id] = _both(known, parameter, faults) if known else parameter
        faults.check()
        return replace(self, by_id=joined)

    def look_up(self, name: str, *, profile: Mapping[str, str], on: date) -> Found:
        """Return the figure for an employer on a day.

        `profile` holds `place`, and whatever the rows' limits ask for.

        Raises:
            NoFigureError: there is no such parameter, the place is missing, unknown or too
                coarse, or no row fits it.
        """
        parameter = self.by_id.get(name)
        if parameter is None:
            raise NoFigureError(f"There is no {name} among the figures. Add it with --parameters.")
        chain = self._chain(parameter, profile.get("place", ""))
        near = [row for row in parameter.rows if row.place in chain]
        rows = [row for row in near if self._fits(parameter, row, profile)]
        in_force = [row for row in rows if row.holds_on(on)]
        self._check_gap(parameter, rows, in_force, on)
        if not in_force:
            places = " → ".join(self.places.title(place) for place in chain)
            raise NoFigureError(
                f"No {parameter.id} for {places} on {on}. Add a row for it, with its source, "
                "in a file and pass it with --parameters."
            )
        row = _pick(parameter.lookup, in_force, chain)
        due = row.check_by is not None and on > row.check_by
        return Found(parameter=parameter, row=row, compared=tuple(in_force), due=due)

    def _chain(self, parameter: Parameter, text: str) -> tuple[str, ...]:
        if not text:
            raise NoFigureError(
                f"{parameter.id} depends on the place, and profile.place is empty. "
                "Add a column profile.place with a state (TX) or county (48453)."
            )
        place = self.places.find(text)
        if place is None:
            raise NoFigureError(f"We do not know the place '{text}'. {self.places.nearest(text)}")
        regions = self.places.undecided(place)
        if any(row.place in regions for row in parameter.rows):
            reason = self.places.too_coarse(place)
            raise NoFigureError(f"No {parameter.id} for '{text}': {reason}.")
        return self.places.chain(place)

    def _fits(self, parameter: Parameter, row: Row, profile: Mapping[str, str]) -> bool:
        return all(self._holds(parameter, row, limit, profile) for limit in row.limits)

    def _holds(
        self, parameter: Parameter, row: Row, limit: Limit, profile: Mapping[str, str]
    ) -> bool:
        value = profile.get(limit.name, "")
        if limit.name == SECTOR:
            return value.startswith(limit.equals)
        if limit.at_least is None:
            return value == limit.equals
        number = read_number(value)
        if number is None:
            stands = f"is '{value}'" if value else "is empty"
            raise NoFigureError(
                f"{parameter.id} in {self.places.title(row.place)} depends on {limit}, and "
                f"profile.{limit.name} {stands}. Write a number in a column profile.{limit.name}."
            )
        return number >= limit.at_least

    def _check_gap(
        self, parameter: Parameter, rows: list[Row], in_force: list[Row], on: date
    ) -> None:
        """Refuse a day for which a place has rows, but none that is in force."""
        covered = {row.place for row in in_force}
        named = (row.place for row in rows if not row.is_added)
        bare = next((place for place in named if place not in covered), None)
        if bare is not None:
            spans = sorted((row.first, row.last) for row in rows if row.place == bare)
            known = " and ".join(_in_words(first, last) for first, last in spans)
            raise NoFigureError(
                f"Our {parameter.id} for {self.places.title(bare)} is known {known}; what held "
                f"on {on} is not. Add that row, with its source, in a file and pass it with "
                "--parameters."
            )


def load_parameters(content: bytes, places: Places) -> tuple[Parameter, ...]:
    """Return the parameters that a file holds.

    Raises:
        FaultsError: the file cannot be used; names every fault.
    """
    document = yamltext.parse(content)
    faults = Faults(document.faults)
    check_kind(document.tree, "parameters")
    fields = Fields(document.tree, "a file of parameters", faults)
    if not fields.has("parameters"):
        faults.add(1, "The file has no 'parameters:'.", "See part 2 of docs/rubric-language.md.")
    found = read_parameters(fields, places)
    fields.close()
    faults.check()
    return found


def _both(known: Parameter, more: Parameter, faults: Faults) -> Parameter:
    if (known.unit, known.lookup) != (more.unit, more.lookup):
        message = (
            f"'{known.id}' is {known.unit.name}, lookup {known.lookup}; "
            f"the file says {more.unit.name}, lookup {more.lookup}."
        )
        faults.add(more.line, message, "Use the same unit and lookup, or another id.")
        return known
    values = {row.known_for: row.value for row in known.rows}
    for row in more.rows:
        if values.get(row.known_for, row.value) != row.value:
            message = (
                f"'{known.id}' for {row.place} from {row.first} is "
                f"{show_number(values[row.known_for])} already, not {show_number(row.value)}."
            )
            faults.add(row.line, message, "Start your row on another day, or leave it out.")
    return replace(known, rows=(*known.rows, *more.rows))


def _in_words(first: date, last: date | None) -> str:
    return f"from {first} to {last}" if last else f"from {first}"


def _pick(lookup: Lookup, rows: list[Row], chain: tuple[str, ...]) -> Row:
    """Return the row that decides; of two that say the same, the one that was checked last."""
    if lookup is Lookup.HIGHEST:
        return max(rows, key=lambda row: (row.value, -chain.index(row.place), row.last_checked))
    return max(
        rows,
        key=lambda row: (
            -chain.index(row.place),
            _narrowness(row),
            row.first,
            row.last_checked,
        ),
    )


def _narrowness(row: Row) -> int:
    return sum(len(limit.equals) if limit.name == SECTOR else 1 for limit in row.limits)
