"""A table of answers, long or wide, into facts: every fault named at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from jobquality.errors import Fault, check_faults
from jobquality.rubrics.characters import unwanted_character
from jobquality.rubrics.fields import nearest
from jobquality.rubrics.model import Rubric, State
from jobquality.rubrics.parameters import Parameters
from jobquality.schemas.profiles import PROFILE, ProfileError, Profiles
from jobquality.schemas.rows import COLUMNS, RowFields, load_row
from jobquality.schemas.texts import quoted
from jobquality.scoring.answers import (
    AnswerError,
    Question,
    find_questions,
    read_answer,
    unit_of,
)
from jobquality.scoring.facts import EmployerFacts, Fact

_LONG = ("criterion", "answer")
_SHAPES = (
    "A long file has employer, criterion, answer; "
    "a wide one has employer and a column for each criterion."
)
Row = tuple[int, Sequence[str]]


@dataclass(slots=True, kw_only=True)
class _Part:
    """What is known so far of one employer, or one part of it; `lines` say where from."""

    line: int
    facts: dict[str, Fact] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class _Employer:
    """What belongs to the employer as a whole, and the line that said it first."""

    said: dict[str, tuple[str, int]] = field(default_factory=dict)
    on: date | None = None
    profile: dict[str, str] = field(default_factory=dict)


def load_facts(
    rows: Iterable[Row], rubric: Rubric, *, on: date, parameters: Parameters
) -> tuple[EmployerFacts, ...]:
    """Return the facts of a table, one entry an employer and part, in the order of the file.

    `rows` are line numbers with cells; the first row is the header. `on` is the day for
    employers without one of their own.

    Raises:
        FaultsError: something cannot be read; names every fault with line and column.
    """
    numbered = iter(rows)
    line, header = next(numbered)
    reader = _FactsReader(header, rubric, parameters)
    if reader.check_header(line):
        for number, cells in numbered:
            reader.read(number, cells)
    check_faults(reader.faults)
    return tuple(reader.gathered(on))


def is_wide_header(header: Sequence[str], rubric: Rubric, parameters: Parameters) -> bool:
    """Say whether a header is that of a wide table, and nothing is wrong in it."""
    reader = _FactsReader(header, rubric, parameters)
    return not reader.is_long and reader.check_header(1) and not reader.faults


class _FactsReader:
    """Goes through a table row by row and notes every fault."""

    def __init__(self, header: Sequence[str], rubric: Rubric, parameters: Parameters) -> None:
        self.faults: list[Fault] = []
        self._header = header
        self._questions = find_questions(rubric)
        self._profiles = Profiles(rubric, parameters)
        self.is_long = any(name.lower() in _LONG for name in header)
        self._parts: dict[tuple[str, str], _Part] = {}
        self._employers: dict[str, _Employer] = {}
        self._profile_columns = [name for name in header if name.startswith(PROFILE)]
        self._answer_columns = [name for name in header if name in self._questions]

    def _add(self, line: int, where: str, message: str, remedy: str = "") -> None:
        self.faults.append(Fault(message=message, line=line, where=where, remedy=remedy))

    def check_header(self, line: int) -> bool:
        """Note what is wrong in the header, and say whether rows can be read by it."""
        known = (*COLUMNS, *(_LONG if self.is_long else self._questions))
        for position, name in enumerate(self._header, start=1):
            self._check_column(line, position, name, known)
        needed = ("employer", *(_LONG if self.is_long else ()))
        missing = [name for name in needed if name not in self._header]
        for name in missing:
            if not any(f"'{name}'" in fault.remedy for fault in self.faults):
                self._add(line, "", f"There is no column '{name}'.", _SHAPES)
        if not self.is_long and not self._answer_columns and not self.faults:
            self._add(line, "", "No column is a criterion of the standard.", _SHAPES)
        return not missing

    def _check_column(self, line: int, position: int, name: str, known: Sequence[str]) -> None:
        hidden = unwanted_character(name)
        if hidden:
            self._add(line, f"column {position}", f"The name holds {hidden}.", "Delete it.")
        elif name.startswith(PROFILE):
            try:
                self._profiles.check_column(name)
            except ProfileError as error:
                self._add(line, f"column {name}", "This profile fact is not known.", str(error))
        elif name not in known:
            hint = nearest(name, known) or _SHAPES
            self._add(line, f"column {name}", "This column is not known.", hint)

    def read(self, line: int, cells: Sequence[str]) -> None:
        """Read one row."""
        if len(cells) != len(self._header):
            message = f"This row has {len(cells)} cells, but there are {len(self._header)} columns."
            self._add(line, "", message, "Put quotes around texts with a comma.")
            return
        row = dict(zip(self._header, cells, strict=True))
        common = load_row(row)
        for column, message in common.faults:
            self._add(line, f"column {column}", message)
        if not common.employer:
            # Nobody's answers are still looked through, apart from everyone else's.
            common = replace(common, employer=f"\n{line}")
        self._note_employer(line, row, common)
        self._note_answers(self._part(line, common), line, row, common)

    def _note_employer(self, line: int, row: Mapping[str, str], common: RowFields) -> None:
        employer = self._employers.setdefault(common.employer, _Employer())
        if common.on is not None and self._is_first(employer, line, "on", str(common.on)):
            employer.on = common.on
        for column in self._profile_columns:
            text = row[column].strip()
            if text and self._is_first(employer, line, column, text):
                self._note_profile(employer, line, column, text)

    def _note_profile(self, employer: _Employer, line: int, column: str, text: str) -> None:
        hidden = unwanted_character(text)
        if hidden:
            self._add(line, f"column {column}", f"The cell holds {hidden}.", "Delete it.")
            return
        try:
            employer.profile[column.removeprefix(PROFILE)] = self._profiles.read(column, text)
        except ProfileError as error:
            self._add(line, f"column {column}", str(error))

    def _is_first(self, employer: _Employer, line: int, column: str, text: str) -> bool:
        known, first = employer.said.setdefault(column, (text, line))
        if known != text:
            message = (
                f"It says {quoted(text)}, but line {first} says {quoted(known)} "
                "for the same employer."
            )
            self._add(line, f"column {column}", message, "One employer has one.")
        return first == line

    def _part(self, line: int, common: RowFields) -> _Part:
        part = self._parts.setdefault((common.employer, common.part), _Part(line=line))
        if part.line == line or self.is_long:
            return part
        message = f"{quoted(common.employer)} has a row already, on line {part.line}."
        remedy = "Keep one row, or tell its parts apart in a column 'part'."
        self._add(line, "column employer", message, remedy)
        return _Part(line=line)

    def _note_answers(
        self, part: _Part, line: int, row: Mapping[str, str], common: RowFields
    ) -> None:
        if not self.is_long:
            for name in self._answer_columns:
                if row[name].strip():
                    self._note(part, line, name, row[name], common)
            return
        name = row["criterion"].strip()
        # A line may say only what belongs to the employer.
        if name or row["answer"].strip():
            self._note(part, line, name, row["answer"], common)

    def _note(self, part: _Part, line: int, name: str, text: str, common: RowFields) -> None:
        question = self._questions.get(name)
        if question is None:
            remedy = nearest(name, self._questions) or "See the ids with: jobquality rubric show."
            message = f"{quoted(name)} is not a criterion of the standard."
            self._add(line, "column criterion", message, remedy)
            return
        where = f"column answer, {name}" if self.is_long else f"column {name}"
        if question.id in part.lines:
            message = f"It was answered already, on line {part.lines[question.id]}."
            self._add(line, where, message, "Keep one answer.")
            return
        part.lines[question.id] = line
        self._note_fact(part, Fault(message="", line=line, where=where), question, text, common)

    def _note_fact(
        self, part: _Part, place: Fault, question: Question, text: str, common: RowFields
    ) -> None:
        try:
            fact = _read_fact(question, text.strip(), common)
        except AnswerError as error:
            self._add(place.line or 0, place.where, str(error))
            return
        if fact is not None:
            part.facts[question.id] = fact

    def gathered(self, on: date) -> Iterator[EmployerFacts]:
        """Yield what was read, once it is known to be without a fault."""
        for (name, part_name), part in self._parts.items():
            employer = self._employers[name]
            yield EmployerFacts(
                employer=name,
                part=part_name,
                on=employer.on or on,
                profile=employer.profile,
                facts=part.facts,
            )


def _read_fact(question: Question, text: str, common: RowFields) -> Fact | None:
    """Return the fact of one cell; None where nobody asked yet.

    Raises:
        AnswerError: the answer does not fit the question.
    """
    hidden = unwanted_character(text)
    if hidden:
        message = f"The answer holds {hidden}. Delete it."
        raise AnswerError(message)
    try:
        answer = read_answer(question, text, reason=common.reason)
    except AnswerError as error:
        raise AnswerError(str(error).replace(f"'{text}'", quoted(text))) from None
    if answer.state is State.MISSING:
        return None
    return Fact(
        criterion=question.id,
        state=answer.state,
        text=text,
        value=answer.value,
        unit=unit_of(question),
        on=common.on,
        grade=common.grade,
        source=common.url,
        note=" ".join(answer.reason.split()) or common.note or common.reason,
    )
