"""One submission read as answers: what it says, and everything that cannot be read, at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from jobquality.errors import FaultsError
from jobquality.reading import fieldnames as part
from jobquality.reading.asked import conditions_by_question
from jobquality.reading.fieldconditions import facts_asked
from jobquality.reading.fieldnames import FieldNames
from jobquality.reading.names import month_words
from jobquality.reading.options import has_own_state, kind_of, states_of, values_of
from jobquality.rubrics.days import read_day
from jobquality.rubrics.model import AnswerKind, Rubric
from jobquality.rubrics.units import read_number
from jobquality.schemas.answers import NO_BOX, Typed, load_answer
from jobquality.schemas.fieldforms import Submission
from jobquality.schemas.texts import quoted
from jobquality.scoring.answers import (
    NOT_CHECKED,
    AnswerError,
    Question,
    find_questions,
    read_answer,
)
from jobquality.services.assessments import RecordAnswer
from jobquality.wording import Speaker

#: A decimal that in Spanish could be read as thousands gets one more digit, and is one thing.
_AMBIGUOUS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """One cell that cannot be taken: where it stands, what it holds, why, and what to do."""

    row: int
    column: str
    value: str
    reason: str
    remedy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A photo that a submission names; it is not in the file, and is attached by hand."""

    row: int
    criterion: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSubmission:
    """What one submission says; `facts` are about the employer, which no answer changes."""

    row: int
    day: date | None
    answers: Mapping[str, RecordAnswer]
    photos: tuple[Photo, ...]
    unreadable: tuple[Unreadable, ...]
    facts: Mapping[str, str] = field(default_factory=dict)


def read_submission(
    submission: Submission, rubric: Rubric, *, assessment_id: str, today: date, say: Speaker
) -> ReadSubmission:
    """Return the answers of a submission, each a claim (E0) until somebody looks at evidence."""
    reader = _Reader(submission, rubric, today, say)
    answers = {one.criterion: one for one in reader.answers(assessment_id)}
    return ReadSubmission(
        row=submission.row,
        day=reader.day,
        answers=answers,
        photos=tuple(reader.photos()),
        unreadable=tuple(reader.unreadable),
        facts=dict(reader.facts(rubric)),
    )


class _Reader:
    """Goes through the questions of a standard and looks for each in one submission."""

    def __init__(self, submission: Submission, rubric: Rubric, today: date, say: Speaker) -> None:
        self.unreadable: list[Unreadable] = []
        self._row, self._cells = submission.row, submission.cells
        self._names = FieldNames(rubric)
        self._questions = {one.id: one for one in find_questions(rubric).values()}
        self._today, self._say = today, say
        self.day = self._read_day()
        # Never the day: whoever knows it knows who was at work when somebody talked.
        self._month = f"{self.day or today:%Y-%m}"
        self._source = say("import_source", month=month_words(self._month, say))

    def answers(self, assessment_id: str) -> Iterator[RecordAnswer]:
        """Yield what can be read; what cannot is noted."""
        for question in self._questions.values():
            typed = self._typed(question)
            if typed is None:
                continue
            answer = self._answer(question, typed, assessment_id)
            if answer is not None:
                yield answer

    def photos(self) -> Iterator[Photo]:
        """Yield the photos that the submission names."""
        for name in self._questions:
            photo = self._beside(name, part.PHOTO)
            if photo:
                yield Photo(row=self._row, criterion=name, name=photo)

    def facts(self, rubric: Rubric) -> Iterator[tuple[str, str]]:
        """Yield what the submission says of the employer itself."""
        for name in facts_asked(conditions_by_question(rubric)):
            said = self._cells.get(self._names.profile(name), "")
            if said:
                yield name, said

    def _read_day(self) -> date | None:
        name = self._names.form(part.DAY)
        text = self._cells.get(name, "")
        day = read_day(text)
        if text and day is None:
            self._note(name, text, self._say("ask_no_day", text=quoted(text)))
        elif day is not None and day > self._today:
            self._note(name, text, self._say("ask_future"))
            return None
        return day

    def _beside(self, name: str, what: str) -> str:
        return " ".join(self._cells.get(self._names.beside(name, what), "").split())

    def _typed(self, question: Question) -> Typed | None:
        """Return what stands in the fields of a question; None where nobody answered it."""
        name = question.id
        value = self._value(question)
        state = self._beside(name, part.STATE) if has_own_state(question) else ""
        if not value and not state:
            self._note_strays(name)
            return None
        if value == NOT_CHECKED or not self._is_known(question, value, state):
            return None
        asked, confirming = self._beside(name, part.ASKED), self._beside(name, part.CONFIRMING)
        given = _fields(question, value, self._names)
        return Typed(
            **given | ({"state": state} if state else {}),  # type: ignore[arg-type]  # one per field
            na_reason=self._beside(name, part.REASON),
            source=self._source,
            note=self._beside(name, part.NOTE),
            workers_asked=asked,
            workers_confirming=confirming,
            workers_month=self._month if asked or confirming else "",
        )

    def _value(self, question: Question) -> str:
        if kind_of(question) is not AnswerKind.TALLY:
            return self._cells.get(question.id, "")
        times = {
            one: self._cells.get(self._names.times(question.id, one), "")
            for one in values_of(question)
        }
        found = [f"{one}*{count}" for one, count in times.items() if count and count != "0"]
        return "; ".join(found) or ("0" if any(times.values()) else "")

    def _note_strays(self, name: str) -> None:
        """Name what was said beside an answer that is not there."""
        for what in (part.ASKED, part.CONFIRMING, part.NOTE, part.REASON):
            text = self._beside(name, what)
            if text:
                column = self._names.beside(name, what)
                self._note(column, text, self._say("import_no_answer"))

    def _is_known(self, question: Question, value: str, state: str) -> bool:
        """Say whether every word is a choice of the form; numbers and days are read later."""
        name = question.id
        if state and state not in states_of(question):
            column = self._names.beside(name, part.STATE)
            self._note(
                column, state, self._say("import_no_choice"), self._choices(states_of(question))
            )
            return False
        kind = kind_of(question)
        if kind in (AnswerKind.NUMBER, AnswerKind.DATE, AnswerKind.TALLY):
            return kind is not AnswerKind.NUMBER or self._is_plain(name, value)
        known = [*values_of(question)]
        is_list = kind is AnswerKind.CHECKLIST
        known += [self._names.none(values_of(question))] if is_list else states_of(question)
        strange = [
            one for one in (value.split() if is_list else [value]) if one and one not in known
        ]
        if strange:
            self._note(name, strange[0], self._say("import_no_choice"), self._choices(known))
        return not strange

    def _is_plain(self, name: str, value: str) -> bool:
        """A form writes 7.25 and never 7,25: what a spreadsheet made of it is not guessed at."""
        if not value or read_number(value) is not None:
            return True
        self._note(name, value, self._say("import_no_number", text=quoted(value)))
        return False

    def _answer(self, question: Question, typed: Typed, assessment_id: str) -> RecordAnswer | None:
        try:
            loaded = load_answer(question, typed, today=self._today, say=self._say)
            read_answer(question, loaded.answer)
        except AnswerError as error:
            self._note(question.id, self._value(question), str(error))
            return None
        except FaultsError as error:
            for fault in error.faults:
                column = self._column(question.id, fault.where)
                self._note(column, self._cells.get(column, ""), fault.message)
            return None
        return RecordAnswer(
            assessment_id=assessment_id,
            criterion=question.id,
            answer=loaded.answer,
            source=loaded.source,
            note=loaded.note,
            workers=loaded.workers,
        )

    def _column(self, name: str, where: str) -> str:
        beside = {
            "na_reason": part.REASON,
            "note": part.NOTE,
            "workers_asked": part.ASKED,
            "workers_confirming": part.CONFIRMING,
        }
        if where == "workers_month":
            return self._names.form(part.DAY)
        return self._names.beside(name, beside[where]) if where in beside else name

    def _choices(self, known: tuple[str, ...] | list[str]) -> str:
        return self._say("import_choices", known=", ".join(known))

    def _note(self, column: str, value: str, reason: str, remedy: str = "") -> None:
        self.unreadable.append(
            Unreadable(row=self._row, column=column, value=value[:80], reason=reason, remedy=remedy)
        )


def _fields(question: Question, value: str, names: FieldNames) -> dict[str, object]:
    """Return a value as the fields of the form on the web have it."""
    kind = kind_of(question)
    if kind is AnswerKind.NUMBER:
        return {"number": _one_meaning(value)}
    if kind is AnswerKind.DATE:
        return {"day": value}
    if kind is AnswerKind.CHECKLIST:
        none = names.none(values_of(question))
        boxes = tuple(one for one in value.split() if one != none)
        return {"boxes": boxes, "state": NO_BOX if none in value.split() else ""}
    return {"state": value}


def _one_meaning(number: str) -> str:
    return f"{number}0" if len(number.partition(".")[2]) == _AMBIGUOUS else number
