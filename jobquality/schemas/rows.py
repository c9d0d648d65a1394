"""The columns of a facts file that are not answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from marshmallow import Schema, ValidationError, fields, validate

from jobquality.rubrics.parameters import read_day
from jobquality.schemas.texts import PlainText, WebAddress, quoted
from jobquality.scoring.facts import Grade

_LONGEST_NAME, _LONGEST_TEXT = 200, 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFields:
    """Whose answers a row holds, and what belongs to all of them.

    `faults` are pairs of a column and what is wrong with its cell, which is then left out.
    """

    employer: str = ""
    part: str = ""
    on: date | None = None
    grade: Grade | None = None
    url: str = ""
    reason: str = ""
    note: str = ""
    faults: tuple[tuple[str, str], ...] = ()


class Day(fields.Field[date]):
    """A date, written one way only: 03/04 is another day in another country."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date:  # noqa: ANN401, ARG002  # marshmallow's own signature
        day = read_day(value) if isinstance(value, str) else None
        if day is None:
            message = "is not a date. Write it as 2026-03-01."
            raise ValidationError(message)
        return day


def _longest(count: int) -> validate.Length:
    return validate.Length(max=count, error=f"has more than {count} characters. Shorten it.")


class RowSchema(Schema):
    """One row, without its answers."""

    employer = PlainText(
        required=True,
        validate=[
            validate.Length(min=1, error="is empty. Every row names its employer."),
            _longest(_LONGEST_NAME),
        ],
    )
    part = PlainText(validate=_longest(_LONGEST_NAME))
    on = Day()
    grade = fields.Enum(
        Grade,
        by_value=True,
        error_messages={"unknown": "is not a grade. Use E0, E1, E2, E3 or E4, or leave it empty."},
    )
    url = WebAddress(
        schemes={"http", "https"},
        validate=_longest(_LONGEST_TEXT),
        error_messages={"invalid": "is not a web address. Start it with https://."},
    )
    reason = PlainText(validate=_longest(_LONGEST_TEXT))
    note = PlainText(validate=_longest(_LONGEST_TEXT))


COLUMNS = tuple(RowSchema().fields)
_SCHEMA = RowSchema()


def load_row(row: Mapping[str, str]) -> RowFields:
    """Return what a row says beside its answers; `row` holds its cells by column."""
    given = {name: cell for name in COLUMNS if (cell := row.get(name, "").strip())}
    try:
        return RowFields(**cast("dict[str, Any]", _SCHEMA.load({"employer": "", **given})))
    except ValidationError as error:
        faults = tuple(_told(row, cast("dict[str, Any]", error.messages)))
        return RowFields(**cast("dict[str, Any]", error.valid_data), faults=faults)


def _told(row: Mapping[str, str], messages: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, cell in row.items():
        if name in messages:
            shown = quoted(cell.strip()) if cell.strip() else "The cell"
            yield name, f"{shown} {messages[name][0]}"
