"""The form of one question: what was typed, as an answer, with every fault at its field."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Protocol

from marshmallow import ValidationError

from jobquality.errors import Fault, check_faults
from jobquality.rubrics.days import read_day
from jobquality.rubrics.model import AnswerKind, Criterion, Critical, State
from jobquality.schemas.texts import PlainText, quoted
from jobquality.schemas.typed import read_typed
from jobquality.scoring.answers import FOUND, NONE_FOUND, NOT_CHECKED, Question, unit_of
from jobquality.scoring.facts import Grade
from jobquality.scoring.numbers import find_number_fault
from jobquality.services.answers import problems_beside
from jobquality.store.assessments import Answer, Workers
from jobquality.wording import Speaker

#: The ways to answer without a value; a form offers those that the question takes.
WITHOUT_VALUE = (State.NOT_OFFERED, State.NA, State.UNKNOWN, State.DECLINED)
#: On a checklist: somebody looked, and not one box is true.
NO_BOX = "none"
_LONGEST = 2000
_COUNT = re.compile(r"[0-9]{1,5}")
_VERSION = re.compile(r"[0-9]{1,9}")
_FIELDS = (
    "state", "number", "day", "na_reason", "grade", "source", "note",
    "workers_asked", "workers_confirming", "workers_month", "law_checked_on", "on", "seen",
)  # fmt: skip

#: What the answer itself is given in; the rest of a form stands beside it.
ANSWER_FIELDS = ("state", "number", "day", "na_reason", "boxes")


class Form(Protocol):
    """As much of a form as is read here."""

    def get(self, key: str, default: str, /) -> str:
        """Return one field."""

    def getlist(self, key: str, /) -> list[str]:
        """Return every value of one field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in the fields of a form, to be shown again as it was typed."""

    state: str = ""
    number: str = ""
    day: str = ""
    na_reason: str = ""
    grade: str = Grade.E0.value
    source: str = ""
    note: str = ""
    workers_asked: str = ""
    workers_confirming: str = ""
    workers_month: str = ""
    law_checked_on: str = ""
    on: str = ""
    seen: str = "0"
    boxes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedAnswer:
    """One answer as it is kept, with all that is said beside it."""

    answer: str
    seen: int
    grade: Grade
    source: str
    note: str
    workers: Workers | None
    law_checked_on: date | None
    on: date | None


@dataclass(frozen=True, slots=True)
class OneOf:
    """The fields of one question in a form of many: `notice_days-number`."""

    form: Form
    criterion: str

    def get(self, key: str, default: str, /) -> str:
        """Return one field of the question."""
        return self.form.get(f"{self.criterion}-{key}", default)

    def getlist(self, key: str, /) -> list[str]:
        """Return every value of one field of the question."""
        return self.form.getlist(f"{self.criterion}-{key}")


def typed_in(form: Form) -> Typed:
    """Return what stands in a form that was sent."""
    given = {name: form.get(name, "")[: _LONGEST + 1] for name in _FIELDS}
    given["grade"] = given["grade"] or Grade.E0.value
    return Typed(**given, boxes=tuple(form.getlist("box")))


def typed_of(question: Question, answer: Answer | None) -> Typed:
    """Return what stands in the form of a question that was answered, or was not."""
    if answer is None:
        return Typed()
    workers = answer.workers
    return Typed(
        **_answer_fields(question, answer.answer),  # type: ignore[arg-type]  # one per field
        grade=(answer.grade or Grade.E0).value,
        source=answer.source,
        note=answer.note,
        workers_asked=str(workers.asked) if workers else "",
        workers_confirming=str(workers.confirming) if workers else "",
        workers_month=workers.month if workers else "",
        law_checked_on=str(answer.law_checked_on or ""),
        on=str(answer.on or ""),
        seen=str(answer.version),
    )


def load_answer(question: Question, typed: Typed, *, today: date, say: Speaker) -> LoadedAnswer:
    """Return the answer that a form gives; numbers and faults are in the speaker's language.

    Raises:
        FaultsError: something cannot be understood; `where` names each field.
    """
    reader = _FormReader(question, typed, say)
    loaded = reader.load()
    beside = (problem.spoken(say) for problem in problems_beside(loaded, today=today))
    check_faults([*reader.faults, *beside])
    return loaded


def _answer_fields(question: Question, text: str) -> Mapping[str, object]:
    word, _, reason = text.partition(":")
    if word == State.NA:
        return {"state": State.NA.value, "na_reason": reason.strip()}
    if text in [state.value for state in WITHOUT_VALUE]:
        return {"state": text}
    return _value_fields(_kind(question), text)


def _value_fields(kind: AnswerKind | None, text: str) -> Mapping[str, object]:
    if kind is AnswerKind.CHECKLIST:
        ticked = tuple(part.strip() for part in text.split(";") if part.strip())
        return {"state": NO_BOX} if text == "0" else {"boxes": ticked}
    if text == State.MISSING:
        return {}
    names = {AnswerKind.NUMBER: "number", AnswerKind.DATE: "day"}
    return {(names.get(kind) if kind else None) or "state": text}


def _kind(question: Question) -> AnswerKind | None:
    """Return how a question is answered; None where it is found, none found or not checked."""
    if isinstance(question, Critical):
        return None
    return question.kind if isinstance(question, Criterion) else question.declared


@dataclass(slots=True)
class _FormReader:
    """Goes through a form field by field and notes every fault."""

    question: Question
    typed: Typed
    say: Speaker
    faults: list[Fault] = field(default_factory=list)

    def load(self) -> LoadedAnswer:
        """Return what was understood; it counts only where no fault was noted."""
        typed = self.typed
        return LoadedAnswer(
            answer=self._answer(),
            seen=int(typed.seen) if _VERSION.fullmatch(typed.seen) else 0,
            grade=self._grade(),
            source=self._text("source", typed.source),
            note=self._text("note", typed.note),
            workers=self._workers(),
            law_checked_on=self._day("law_checked_on", typed.law_checked_on),
            on=self._day("on", typed.on),
        )

    def _fault(self, where: str, name: str, **values: object) -> str:
        self.faults.append(Fault(message=self.say(name, **values), where=where))
        return ""

    def _answer(self) -> str:
        if self.typed.state in [one.value for one in WITHOUT_VALUE]:
            return self._without_value(State(self.typed.state))
        kind = _kind(self.question)
        if kind is None:
            return self._one_of((FOUND, NONE_FOUND, NOT_CHECKED))
        read = {
            AnswerKind.NUMBER: self._number,
            AnswerKind.DATE: self._date,
            AnswerKind.CHECKLIST: self._boxes,
        }
        return read.get(kind, self._one_of)()

    def _one_of(self, known: Iterable[str] = ()) -> str:
        """Return what was chosen; whether a standard knows it is for the service to say."""
        state = self.typed.state
        if state == "" or (known and state not in known):
            return self._fault("answer", "ask_choose")
        return state if len(state) <= _LONGEST else self._fault("answer", "ask_choose")

    def _without_value(self, state: State) -> str:
        if self.typed.number.strip() or self.typed.boxes or self.typed.day.strip():
            return self._fault("answer", "ask_both")
        if state is not State.NA:
            return state.value
        reason = self._text("na_reason", self.typed.na_reason)
        if not reason:
            return self._fault("na_reason", "ask_na_reason")
        return f"{State.NA.value}: {reason}"

    def _number(self) -> str:
        if not self.typed.number.strip():
            return self._fault("answer", "ask_choose")
        try:
            number = read_typed(self.typed.number, self.say, unit=unit_of(self.question))
        except ValueError as error:
            self.faults.append(Fault(message=str(error), where="answer"))
            return ""
        return self._possible(number)

    def _possible(self, number: str) -> str:
        question = self.question
        if not isinstance(question, Criterion):
            return number
        if find_number_fault(question, Fraction(number)) is None:
            return number
        unit = question.unit
        if unit and unit.whole and "." in number:
            return self._fault("answer", "ask_whole", number=number)
        return self._fault("answer", "ask_limits", number=number)

    def _date(self) -> str:
        text = self.typed.day.strip()
        if not text:
            if isinstance(self.question, Criterion):
                return self._fault("answer", "ask_choose")
            return State.MISSING.value
        day = read_day(text)
        return str(day) if day else self._fault("answer", "ask_no_day", text=quoted(text))

    def _boxes(self) -> str:
        ticked = self.typed.boxes
        if self.typed.state == NO_BOX:
            return self._fault("answer", "ask_both") if ticked else "0"
        return ";".join(ticked) if ticked else self._fault("answer", "ask_choose")

    def _grade(self) -> Grade:
        try:
            return Grade(self.typed.grade)
        except ValueError:
            self._fault("grade", "ask_choose")
            return Grade.E0

    def _text(self, where: str, text: str) -> str:
        if len(text) > _LONGEST:
            return self._fault(where, "ask_too_long", most=_LONGEST)
        try:
            return str(PlainText().deserialize(text))
        except ValidationError:
            return self._fault(where, "ask_hidden")

    def _day(self, where: str, text: str) -> date | None:
        day = read_day(text.strip())
        if text.strip() and day is None:
            self._fault(where, "ask_no_day", text=quoted(text))
        return day

    def _workers(self) -> Workers | None:
        typed = self.typed
        given = [typed.workers_asked.strip(), typed.workers_confirming.strip()]
        month = typed.workers_month.strip()
        if not any((*given, month)):
            return None
        if not all(_COUNT.fullmatch(one) for one in given) or not month:
            self._fault("workers_asked", "ask_counts")
            return None
        asked, confirming = (int(one) for one in given)
        return Workers(asked=asked, confirming=confirming, month=month)
