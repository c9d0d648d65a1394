"""Read an answer as it was written, by the question it belongs to."""

from dataclasses import dataclass
from fractions import Fraction

from jobquality.rubrics.fields import nearest, one_of
from jobquality.rubrics.model import (
    AnswerKind,
    Choice,
    Criterion,
    Critical,
    Level,
    Rubric,
    Span,
    State,
)
from jobquality.rubrics.parameters import read_day
from jobquality.rubrics.units import Unit, read_number
from jobquality.scoring.facts import Value

#: The three things that can be said of a critical violation.
FOUND, NONE_FOUND, NOT_CHECKED = "found", "none_found", "not_checked"
_YES = ("yes", "1", "true")
_NO = ("no", "0", "false")

Question = Criterion | Critical | Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer that could be read."""

    state: State
    value: Value | None = None
    reason: str = ""


class AnswerError(ValueError):
    """The answer cannot be read; the message says what was expected."""


def find_questions(rubric: Rubric) -> dict[str, Question]:
    """Return everything that can be answered, by id and by published code."""
    asked: list[Question] = [
        *rubric.questions(),
        *rubric.critical,
        *(level for level in rubric.levels if level.declared),
    ]
    return {one.code: one for one in asked if one.code} | {one.id: one for one in asked}


def read_answer(question: Question, text: str, *, reason: str = "") -> Answer:
    """Return what `text` says.

    `reason` is the reason given apart from the answer; `na: the reason` carries its own.

    Raises:
        AnswerError: it does not fit the question.
    """
    text = text.strip()
    if isinstance(question, Critical):
        return _read_critical(text)
    if isinstance(question, Level):
        return _read_declared(question, text)
    if text in question.read_as:
        return Answer(state=question.read_as[text])
    if text == "":
        return Answer(state=State.MISSING)
    word, _, said = text.partition(":")
    if word.strip() == State.NA:
        return _read_na(question, said.strip() or reason)
    if text in (State.UNKNOWN, State.DECLINED, State.NOT_OFFERED, State.MISSING):
        return Answer(state=State(text))
    if text.lower() in (*State, "n/a", "?", "not offered"):
        raise AnswerError(f"'{text}' is not an answer. {_state_hint(text)}")
    return Answer(state=State.VALUE, value=_read_value(question, text))


def _state_hint(text: str) -> str:
    if text.lower() in ("na", "n/a"):
        return "Write 'na: ' and the reason if the question does not apply, or unknown."
    return f"Did you mean '{text.lower().replace(' ', '_').replace('?', 'unknown')}'?"


def _read_na(question: Criterion, reason: str) -> Answer:
    if not question.allows_na:
        raise AnswerError(
            "This question cannot be 'not applicable'. Use unknown, declined or not_offered."
        )
    if not reason:
        raise AnswerError("'na' needs a reason: write 'na: ' and why it does not apply.")
    return Answer(state=State.NA, reason=reason)


def _read_critical(text: str) -> Answer:
    if text in ("", State.MISSING, NOT_CHECKED):
        return Answer(state=State.MISSING)
    if text in (FOUND, NONE_FOUND):
        return Answer(state=State.VALUE, value=text)
    raise AnswerError(
        f"'{text}' does not say whether it was found. {one_of((FOUND, NONE_FOUND, NOT_CHECKED))}"
    )


def _read_declared(level: Level, text: str) -> Answer:
    if text == "":
        return Answer(state=State.MISSING)
    if level.declared is AnswerKind.DATE:
        return Answer(state=State.VALUE, value=_read_date(text))
    return Answer(state=State.VALUE, value=_read_yes_no(text))


def _read_value(question: Criterion, text: str) -> Value:
    readers = {
        AnswerKind.CHOICE: _read_choice,
        AnswerKind.CHECKLIST: _read_boxes,
        AnswerKind.NUMBER: _read_number,
    }
    if question.kind in readers:
        return readers[question.kind](question, text)
    return _read_date(text) if question.kind is AnswerKind.DATE else _read_yes_no(text)


def _read_yes_no(text: str) -> str:
    if text.lower() in (*_YES, *_NO):
        return "yes" if text.lower() in _YES else "no"
    raise AnswerError(f"'{text}' is not yes or no.")


def _read_date(text: str) -> Value:
    day = read_day(text)
    if day is None:
        raise AnswerError(f"'{text}' is not a date. Write it as 2026-03-01.")
    return day


def _read_choice(question: Criterion, text: str) -> str:
    choices = [choice for choice in question.points or () if isinstance(choice, Choice)]  # type: ignore[union-attr]  # a choice has no span
    named = [choice.id for choice in choices]
    if text in named:
        return text
    number = read_number(text)
    by_points = [choice.id for choice in choices if number is not None and choice.gives == number]
    if len(by_points) == 1:
        return by_points[0]
    if by_points:
        raise AnswerError(
            f"More than one answer gives {text} points: {', '.join(by_points)}. Use the id."
        )
    raise AnswerError(
        f"'{text}' is not one of the answers. {nearest(text, named) or one_of(named)}"
    )


def _read_boxes(question: Criterion, text: str) -> Value:
    number = read_number(text)
    if number is not None:
        if number.denominator == 1 and 0 <= number <= len(question.boxes):
            return number
        raise AnswerError(f"'{text}' is not a number of boxes from 0 to {len(question.boxes)}.")
    named = [box.id for box in question.boxes]
    ticked = [part.strip() for part in text.split(";") if part.strip()]
    for one in ticked:
        if one not in named:
            raise AnswerError(
                f"'{one}' is not a box of this list. {nearest(one, named) or one_of(named)}"
            )
    if len(set(ticked)) < len(ticked):
        raise AnswerError("A box stands twice. Name each box once.")
    return frozenset(ticked)


def _read_number(question: Criterion, text: str) -> Fraction:
    unit = question.unit
    assert unit is not None, "a number has a unit"  # noqa: S101  # the loader sees to it
    number = read_number(text)
    if number is None:
        raise AnswerError(f"'{text}' is not a number{_of_unit(unit)}. {_number_hint(text, unit)}")
    if unit.whole and number.denominator != 1:
        raise AnswerError(f"'{text}' must be a whole number{_of_unit(unit)}.")
    low, high = _limits(question, unit)
    if low is not None and number < low:
        raise AnswerError(f"'{text}' is below {low}, the least there can be{_of_unit(unit)}.")
    if high is not None and number > high:
        raise AnswerError(f"'{text}' is above {high}, the most there can be{_of_unit(unit)}.")
    return number


def _limits(question: Criterion, unit: Unit) -> tuple[Fraction | None, Fraction | None]:
    if isinstance(question.points, Span):
        return question.points.low, question.points.high
    return unit.least, unit.most


def _of_unit(unit: Unit) -> str:
    return f" of {unit.words}" if unit.words else ""


def _number_hint(text: str, unit: Unit) -> str:
    if text.endswith("%") and read_number(text[:-1].strip()) is not None:
        return f"Write {text[:-1].strip()}, without the sign."
    if "," in text:
        return "Write a point for decimals and nothing for thousands: 7.25, 1000."
    if text.startswith("$"):
        return f"Write {text[1:].strip()}, without the sign."
    example = "60" if "percent" in unit.name else "7 or 7.25"
    return f"Write one plain number, such as {example}."
