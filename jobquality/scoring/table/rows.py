"""Between columns and the facts of one employer, both ways."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NoReturn

import numpy as np

from jobquality.rubrics.model import AnswerKind, Criterion, Critical, Level, Rubric, State
from jobquality.scoring.answers import FOUND, NONE_FOUND, Question
from jobquality.scoring.facts import EmployerFacts, Fact, Grade, Value
from jobquality.scoring.points import choices_of
from jobquality.scoring.table.columns import GRADES, NO_GRADE, Answers, Array, Code, Columns, Named

_YES_NO = ("no", "yes")
_CHECKED = (NONE_FOUND, FOUND)
#: Far beyond any answer; a float reaches further.
_MOST = 10**18
_NO_DAY = np.datetime64("NaT", "D")


class UnfitError(ValueError):
    """A column cannot hold the answer."""


def asked_of(rubric: Rubric) -> dict[str, Question]:
    """Return everything that has a column, by id."""
    asked: list[Question] = [*rubric.questions(), *rubric.critical]
    asked += [level for level in rubric.levels if level.declared]
    return {one.id: one for one in asked}


def words_of(question: Question) -> tuple[str, ...]:
    """Return the values that the codes 0, 1, … of a question stand for; none for numbers."""
    if isinstance(question, Critical):
        return _CHECKED
    kind = question.declared if isinstance(question, Level) else question.kind
    if kind is AnswerKind.YES_NO:
        return _YES_NO
    if not isinstance(question, Criterion) or kind is not AnswerKind.CHOICE:
        return ()
    return tuple(choice.id for choice in choices_of(question))


def kind_of(question: Question) -> AnswerKind | None:
    """Return the kind of answer; None for a critical violation."""
    if isinstance(question, Critical):
        return None
    return question.declared if isinstance(question, Level) else question.kind


# From columns to one employer.


def facts_at(columns: Columns, asked: Mapping[str, Question], place: int) -> EmployerFacts:
    """Return the facts of the employer at one place of the table."""
    if place in columns.apart:
        return columns.apart[place]
    facts = {
        name: fact
        for name in columns.answers
        if name in asked and (fact := _fact(columns, asked[name], place)) is not None
    }
    return EmployerFacts(
        employer=str(place),
        part="",
        on=columns.day(place),
        profile=columns.profile_of(place),
        facts=facts,
    )


def _fact(columns: Columns, question: Question, place: int) -> Fact | None:
    answers = columns.answers[question.id]
    value = value_at(answers, question, place)
    state = State.VALUE if value is not None else _code_at(answers, place).state
    if state is State.MISSING:
        return None
    return Fact(
        criterion=question.id,
        state=state,
        text=state.value if value is None else str(value),
        value=value,
        grade=columns.grade_of(question.id, place),
    )


def _code_at(answers: Answers, place: int) -> Code:
    code = Code.MISSING if answers.codes is None else int(answers.codes[place])
    return Code(min(code, Code.MISSING))


def value_at(answers: Answers, question: Question, place: int) -> Value | None:
    """Return the value of one answer, or None where a state stands in its place."""
    if answers.numbers is not None:
        number = answers.numbers[place]
        return None if np.isnan(number) else Fraction(str(number))
    if answers.days is not None:
        day = answers.days[place]
        return None if np.isnat(day) else day.astype("datetime64[D]").item()
    code = -1 if answers.codes is None else int(answers.codes[place])
    if code < 0:
        return None
    words = words_of(question)
    return words[code] if words else Fraction(code)


# From many employers to columns.


def columns_of(rubric: Rubric, employers: Sequence[EmployerFacts]) -> Columns:
    """Return the facts of many employers as columns; who does not fit into them stands apart.

    Facts of which the standard asks nothing are left out.
    """
    asked = asked_of(rubric)
    apart: dict[int, EmployerFacts] = {}
    made = {name: _Column(question, len(employers)) for name, question in asked.items()}
    for place, employer in enumerate(employers):
        if employer.parts:
            apart[place] = employer
        try:
            for name, fact in employer.facts.items():
                if name in made:
                    made[name].put(place, fact)
        except UnfitError:
            apart[place] = employer
    names = dict.fromkeys(name for one in employers for name in one.profile)
    return Columns(
        size=len(employers),
        on=_days(employers),
        answers={name: column.answers() for name, column in made.items() if column.is_used},
        profile={name: _named([one.profile.get(name) for one in employers]) for name in names},
        apart=apart,
    )


def _days(employers: Sequence[EmployerFacts]) -> date | Array:
    days = [one.on for one in employers]
    if len(set(days)) == 1:
        return days[0]
    return np.array(days, dtype="datetime64[D]")


def _named(texts: Sequence[str | None]) -> Named:
    places: dict[str, int] = {}
    codes = [-1 if text is None else places.setdefault(text, len(places)) for text in texts]
    return Named(codes=np.array(codes, dtype=np.int32), names=tuple(places))


def answers_of(question: Question, facts: Sequence[Fact | None]) -> Answers:
    """Return the answers of several employers to one question; None is nothing asked.

    Raises:
        UnfitError: the column cannot hold one of them.
    """
    column = _Column(question, len(facts))
    for place, fact in enumerate(facts):
        if fact is not None:
            column.put(place, fact)
    return column.answers()


class _Column:
    """One column while it is filled."""

    def __init__(self, question: Question, size: int) -> None:
        self.is_used = False
        self._question = question
        self._kind = kind_of(question)
        self._codes = np.full(size, Code.MISSING, dtype=np.int16)
        self._grades = np.full(size, NO_GRADE, dtype=np.int8)
        self._numbers = np.full(size, np.nan)
        self._days = np.full(size, _NO_DAY)

    def put(self, place: int, fact: Fact) -> None:
        """Note one answer.

        Raises:
            UnfitError: the column cannot hold it.
        """
        self.is_used = True
        self._grades[place] = NO_GRADE if fact.grade is None else _grade_code(fact.grade)
        if fact.value is None or fact.state is not State.VALUE:
            self._codes[place] = _state_code(fact)
        elif self._kind is AnswerKind.NUMBER:
            self._numbers[place] = _number(fact.value)
        elif self._kind is AnswerKind.DATE:
            self._days[place] = np.datetime64(_day(fact.value), "D")
        else:
            self._codes[place] = self._code(fact.value)

    def _code(self, value: Value) -> int:
        if self._kind is AnswerKind.CHECKLIST:
            return _count(self._question, value)
        words = words_of(self._question)
        return words.index(value) if isinstance(value, str) and value in words else _unfit()

    def answers(self) -> Answers:
        """Return the column."""
        numbers = self._numbers if self._kind is AnswerKind.NUMBER else None
        days = self._days if self._kind is AnswerKind.DATE else None
        is_coded = (numbers is None and days is None) or bool((self._codes < Code.MISSING).any())
        codes = self._codes if is_coded else None
        return Answers(numbers=numbers, codes=codes, days=days, grades=self._grades)


def _state_code(fact: Fact) -> Code:
    is_state = fact.value is None and fact.state is not State.VALUE
    return Code[fact.state.name] if is_state else _unfit()


def _grade_code(grade: Grade) -> int:
    return GRADES.index(grade)


def _number(value: Value) -> np.float64:
    if not isinstance(value, Fraction) or abs(value) >= _MOST:
        _unfit()
    number = nearest_float(value)
    return number if Fraction(str(number)) == value else _unfit()


def nearest_float(number: Fraction) -> np.float64:
    """Return the float nearest to a fraction, correctly rounded."""
    return np.float64(number.numerator / number.denominator)


def _day(value: Value) -> date:
    return value if isinstance(value, date) else _unfit()


def _count(question: Question, value: Value) -> int:
    boxes = question.boxes if isinstance(question, Criterion) else ()
    if isinstance(value, frozenset) and value <= {box.id for box in boxes}:
        return len(value)
    is_count = isinstance(value, Fraction) and value.denominator == 1 and 0 <= value <= len(boxes)
    return int(value) if is_count and isinstance(value, Fraction) else _unfit()


def _unfit() -> NoReturn:
    raise UnfitError
