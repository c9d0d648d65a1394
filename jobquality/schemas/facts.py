"""A table of answers, long or wide, into facts: every fault named at once."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from jobquality.errors import Fault, FaultsError
from jobquality.rubrics.characters import unwanted_character
from jobquality.rubrics.fields import ID, nearest
from jobquality.rubrics.model import Rubric, State
from jobquality.rubrics.places import Places
from jobquality.rubrics.units import read_number
from jobquality.scoring.answers import AnswerError, Question, find_questions, read_answer
from jobquality.scoring.facts import EmployerFacts, Fact, Grade

_PROFILE = "profile."
_ROW = ("employer", "part", "on", "grade", "url", "reason", "note")
_LONG = ("criterion", "answer")
_SECTOR_DIGITS = range(2, 7)


class PlainText(fields.String):
    """One line of text: Unicode NFC, no control, invisible or broken characters."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:  # noqa: ANN401  # marshmallow's own signature
        text = super()._deserialize(value, attr, data, **kwargs)
        fault = unwanted_character(text)
        if fault:
            message = f"It holds {fault}; delete it."
            raise ValidationError(message)
        return " ".join(unicodedata.normalize("NFC", text).split())


def _longest(count: int) -> validate.Length:
    return validate.Length(max=count, error=f"It has more than {count} characters.")


class RowSchema(Schema):
    """The columns of a facts file that are not answers."""

    employer = PlainText(
        required=True, validate=[validate.Length(min=1, error="It is empty."), _longest(200)]
    )
    part = PlainText(load_default="", validate=_longest(200))
    on = fields.Date(
        load_default=None,
        allow_none=True,
        format="iso",
        error_messages={"invalid": "It is not a date. Write it as 2026-03-01."},
    )
    grade = fields.Enum(
        Grade,
        by_value=True,
        load_default=None,
        allow_none=True,
        error_messages={
            "unknown": "It is not a grade. Use E0, E1, E2, E3 or E4, or leave it empty."
        },
    )
    url = fields.Url(
        load_default="",
        schemes={"http", "https"},
        validate=_longest(2000),
        error_messages={"invalid": "It is not a web address (https://…)."},
    )
    reason = PlainText(load_default="", validate=_longest(2000))
    note = PlainText(load_default="", validate=_longest(2000))


_SCHEMA = RowSchema()


@dataclass(slots=True, kw_only=True)
class _Gathered:
    """What is known so far of one employer, or one part of it."""

    employer: str
    part: str
    line: int
    facts: dict[str, Fact] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class _Employer:
    """What belongs to the employer as a whole, with the line that said it first."""

    on: date | None = None
    profile: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


Row = tuple[int, Sequence[str]]


def load_facts(
    header: Sequence[str], rows: Iterable[Row], rubric: Rubric, *, on: date, places: Places
) -> tuple[EmployerFacts, ...]:
    """Return the facts of a table, one entry an employer and part, in the order of the file.

    `rows` are line numbers with cells, each as long as the header. `on` is the day for
    employers without one of their own.

    Raises:
        FaultsError: something cannot be read; names every fault with line and column.
    """
    reader = _FactsReader(header, rubric, places)
    if not reader.faults:
        for line, cells in rows:
            reader.read(line, cells)
    if reader.faults:
        raise FaultsError(reader.faults)
    return tuple(reader.gathered(on))


class _FactsReader:
    """Goes through a table row by row and notes every fault."""

    def __init__(self, header: Sequence[str], rubric: Rubric, places: Places) -> None:
        self.faults: list[Fault] = []
        self._header = header
        self._questions = find_questions(rubric)
        self._numeric = _numeric_profile(rubric)
        self._places = places
        self._is_long = "criterion" in header or "answer" in header
        self._parts: dict[tuple[str, str], _Gathered] = {}
        self._employers: dict[str, _Employer] = {}
        self._check_header()

    def _check_header(self) -> None:
        known = (*_ROW, *(_LONG if self._is_long else self._questions))
        for name in self._header:
            if name not in known and not _is_profile(name):
                self._add(
                    1,
                    name,
                    "This column is not known.",
                    nearest(name, known) or self._columns_hint(),
                )
        needed = ("employer", *(_LONG if self._is_long else ()))
        for name in needed:
            if name not in self._header:
                self._add(1, "", f"There is no column '{name}'.", self._columns_hint())
        if not self._is_long and not any(name in self._questions for name in self._header):
            self._add(1, "", "No column is a criterion of the standard.", self._columns_hint())

    def _columns_hint(self) -> str:
        return "A long file has employer, criterion, answer; a wide one has employer and a column for each criterion."

    def _add(self, line: int, column: str, message: str, remedy: str = "") -> None:
        where = f"column {column}" if column else ""
        self.faults.append(Fault(message=message, line=line, where=where, remedy=remedy))

    def read(self, line: int, cells: Sequence[str]) -> None:
        """Read one row."""
        row = dict(zip(self._header, cells, strict=True))
        common = self._common(line, row)
        if common is None:
            return
        part = self._part(line, common)
        self._note_employer(line, row, common)
        if self._is_long:
            self._note(part, line, row["criterion"].strip(), row["answer"], common)
            return
        for name in self._header:
            if name in self._questions and row[name].strip():
                self._note(part, line, name, row[name], common)

    def _common(self, line: int, row: Mapping[str, str]) -> dict[str, Any] | None:
        given = {
            name: row[name].strip()
            for name in _ROW
            if row.get(name, "").strip() or name == "employer"
        }
        try:
            return dict(_SCHEMA.load(given))  # type: ignore[arg-type]  # one row loads to one mapping
        except ValidationError as error:
            for name, messages in sorted(error.normalized_messages().items()):
                self._add(
                    line, name, f"{_shown(row[name])} cannot be used. {' '.join(messages)}".strip()
                )
            return None

    def _part(self, line: int, common: Mapping[str, Any]) -> _Gathered:
        key = (common["employer"], common["part"])
        if key not in self._parts:
            self._parts[key] = _Gathered(employer=key[0], part=key[1], line=line)
        elif not self._is_long:
            message = f"{_shown(key[0])} has a row already, on line {self._parts[key].line}."
            self._add(
                line,
                "employer",
                message,
                "Keep one row, or tell parts of it apart in a column 'part'.",
            )
        return self._parts[key]

    def _note_employer(self, line: int, row: Mapping[str, str], common: Mapping[str, Any]) -> None:
        employer = self._employers.setdefault(common["employer"], _Employer())
        if common["on"] is not None:
            self._once(employer, line, "on", str(common["on"]), str(employer.on or ""))
            employer.on = common["on"]
        for name in self._header:
            value = row[name].strip()
            if _is_profile(name) and value:
                key = name.removeprefix(_PROFILE)
                self._once(employer, line, name, value, employer.profile.get(key, ""))
                employer.profile[key] = self._profile_value(line, name, value)

    def _once(self, employer: _Employer, line: int, name: str, value: str, known: str) -> None:
        if known and known != value:
            first = employer.lines.get(name, line)
            self._add(
                line,
                name,
                f"It says {_shown(value)}, but line {first} says {_shown(known)} for the same employer.",
                "One employer has one.",
            )
        employer.lines.setdefault(name, line)

    def _profile_value(self, line: int, column: str, value: str) -> str:
        name = column.removeprefix(_PROFILE)
        if name == "place" and self._places.find(value) is None:
            self._add(
                line,
                column,
                f"We do not know the place {_shown(value)}.",
                self._places.nearest(value),
            )
        elif name == "sector" and not (value.isdecimal() and len(value) in _SECTOR_DIGITS):
            self._add(
                line,
                column,
                f"{_shown(value)} is not a NAICS code.",
                "Write 2 to 6 digits, such as 722511.",
            )
        elif name in self._numeric and not _is_count(value):
            self._add(line, column, f"{_shown(value)} is not a number.", "Write it as 25.")
        return value

    def _note(
        self, part: _Gathered, line: int, name: str, text: str, common: Mapping[str, Any]
    ) -> None:
        question = self._questions.get(name)
        if question is None:
            remedy = nearest(name, self._questions) or "See the ids with: jobquality rubric show."
            self._add(
                line, "criterion", f"{_shown(name)} is not a criterion of the standard.", remedy
            )
            return
        if question.id in part.lines:
            message = f"{question.id} of {_shown(part.employer)} was answered already, on line {part.lines[question.id]}."
            self._add(line, name, message, "Keep one answer.")
            return
        part.lines[question.id] = line
        fact = self._fact(line, name, question, text, common)
        if fact is not None:
            part.facts[question.id] = fact

    def _fact(
        self, line: int, name: str, question: Question, text: str, common: Mapping[str, Any]
    ) -> Fact | None:
        fault = unwanted_character(text)
        if fault:
            self._add(line, name, f"The answer holds {fault}.", "Delete it.")
            return None
        try:
            answer = read_answer(question, text, reason=common["reason"])
        except AnswerError as error:
            self._add(line, name, str(error))
            return None
        if answer.state is State.MISSING:
            return None
        return Fact(
            criterion=question.id,
            state=answer.state,
            text=text.strip(),
            value=answer.value,
            on=common["on"],
            grade=common["grade"],
            source=common["url"],
            note=answer.reason or common["note"] or common["reason"],
        )

    def gathered(self, on: date) -> Iterator[EmployerFacts]:
        """Yield what was read, once it is known to be without a fault."""
        for part in self._parts.values():
            employer = self._employers[part.employer]
            yield EmployerFacts(
                employer=part.employer,
                part=part.part,
                on=employer.on or on,
                profile=employer.profile,
                facts=part.facts,
            )


def _is_profile(name: str) -> bool:
    return name.startswith(_PROFILE) and ID.fullmatch(name.removeprefix(_PROFILE)) is not None


def _numeric_profile(rubric: Rubric) -> frozenset[str]:
    """Return the profile facts that are compared as numbers."""
    compared = {
        condition.name
        for question in rubric.questions()
        for condition in question.applies
        if not condition.figure and condition.equals is None
    }
    return frozenset(compared | {"headcount"})


def _is_count(value: str) -> bool:
    number = read_number(value)
    return number is not None and number >= Fraction(0)


def _shown(text: str) -> str:
    """Return a text short enough to stand in a message."""
    return f"'{text[:60]}…'" if len(text) > 60 else f"'{text}'"
