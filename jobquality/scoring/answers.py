"""Read an answer as it was written, by the question it belongs to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from jobquality.rubrics.days import read_day
from jobquality.rubrics.fields import nearest, one_of, shown
from jobquality.rubrics.model import AnswerKind, Criterion, Critical, Level, Rubric, State
from jobquality.rubrics.units import read_number
from jobquality.scoring.facts import Value
from jobquality.scoring.numbers import find_number_fault, how_to_write_number, of_unit
from jobquality.scoring.points import choices_of

#: The three things that can be said of a critical violation.
FOUND, NONE_FOUND, NOT_CHECKED = "found", "none_found", "not_checked"
_NOTHING_FOUND = "0"
_MOST_TIMES = 10_000
_YES = ("yes", "1", "true")
_NO = ("no", "0", "false")
_STATES = {
    "": State.MISSING,
    State.MISSING.value: State.MISSING,
    State.UNKNOWN.value: State.UNKNOWN,
    State.DECLINED.value: State.DECLINED,
    State.NOT_OFFERED.value: State.NOT_OFFERED,
}
_MEANT = {"?": State.UNKNOWN, "not offered": State.NOT_OFFERED}
_NA = (State.NA.value, "n/a")
_HOW_NA = "Write 'na: ' and the reason if the question does not apply, or unknown."

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


def unit_of(question: Question) -> str:
    """Return the name of the unit that a question is answered in; empty where there is none."""
    unit = question.unit if isinstance(question, Criterion) else None
    return unit.name if unit else ""


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
    stated = _read_state(question, text, reason)
    return stated or Answer(state=State.VALUE, value=_read_value(question, text))


def read_yes_no(text: str) -> str | None:
    """Return `yes` or `no` for the words that say so, or None."""
    word = text.strip().lower()
    if word in (*_YES, *_NO):
        return "yes" if word in _YES else "no"
    return None


def _read_state(question: Criterion, text: str, reason: str) -> Answer | None:
    """Return the state that stands in the place of a value, or None where it is a value."""
    if text in question.read_as:
        return Answer(state=question.read_as[text])
    if text in _STATES:
        return Answer(state=_STATES[text])
    word, _, said = text.partition(":")
    if word.strip() == State.NA:
        return _read_na(question, said.strip() or reason)
    _check_word(text, word.strip().lower())
    return None


def _read_na(question: Criterion, reason: str) -> Answer:
    if not question.allows_na:
        raise AnswerError(
            "This question cannot be 'not applicable'. Use unknown, declined or not_offered."
        )
    if not reason:
        raise AnswerError("'na' needs a reason: write 'na: ' and why it does not apply.")
    return Answer(state=State.NA, reason=reason)


def _check_word(text: str, word: str) -> None:
    """Refuse what only looks like a state: guessing it would change a score."""
    if word in _NA:
        raise AnswerError(f"{shown(text)} is not an answer. {_HOW_NA}")
    meant = _MEANT.get(text.lower()) or _STATES.get(text.lower())
    if meant is not None:
        raise AnswerError(f"{shown(text)} is not an answer. Did you mean '{meant}'?")
    if text.lower() == State.VALUE:
        raise AnswerError(f"{shown(text)} is not an answer. Write the answer itself.")


def _read_critical(text: str) -> Answer:
    if text in ("", State.MISSING, NOT_CHECKED):
        return Answer(state=State.MISSING)
    if text in (FOUND, NONE_FOUND):
        return Answer(state=State.VALUE, value=text)
    raise AnswerError(
        f"{shown(text)} does not say whether it was found. "
        f"{one_of((FOUND, NONE_FOUND, NOT_CHECKED))}"
    )


def _read_declared(level: Level, text: str) -> Answer:
    if text in ("", State.MISSING):
        return Answer(state=State.MISSING)
    return Answer(state=State.VALUE, value=_read_plain(level.declared, text))


def _read_value(question: Criterion, text: str) -> Value:
    read = _READERS.get(question.kind)
    return read(question, text) if read else _read_plain(question.kind, text)


def _read_plain(kind: AnswerKind | None, text: str) -> date | str:
    return _read_date(text) if kind is AnswerKind.DATE else _read_yes_no(text)


def _read_yes_no(text: str) -> str:
    word = read_yes_no(text)
    if word is None:
        raise AnswerError(f"{shown(text)} is not yes or no.")
    return word


def _read_date(text: str) -> date:
    day = read_day(text)
    if day is None:
        raise AnswerError(f"{shown(text)} is not a date. Write it as 2026-03-01.")
    return day


def _read_choice(question: Criterion, text: str) -> str:
    choices = choices_of(question)
    named = [choice.id for choice in choices]
    if text in named:
        return text
    by_code = [choice.id for choice in choices if choice.code and choice.code == text]
    if by_code:
        return by_code[0]
    number = read_number(text)
    by_points = [choice.id for choice in choices if choice.gives == number]
    if len(by_points) > 1:
        raise AnswerError(
            f"More than one answer gives {text} points: {', '.join(by_points)}. Use the id."
        )
    if not by_points:
        hint = nearest(text, (*named, *_STATES)) or one_of(named)
        raise AnswerError(f"{shown(text)} is not one of the answers. {hint}")
    return by_points[0]


def _read_boxes(question: Criterion, text: str) -> Value:
    number = read_number(text)
    if number is None:
        return _read_ticked(question, text)
    if number.denominator != 1 or not 0 <= number <= len(question.boxes):
        raise AnswerError(f"'{text}' is not a number of boxes from 0 to {len(question.boxes)}.")
    return number


def _read_ticked(question: Criterion, text: str) -> frozenset[str]:
    named = [box.id for box in question.boxes]
    ticked = [part.strip() for part in text.split(";") if part.strip()]
    for one in ticked:
        if one not in named:
            hint = nearest(one, (*named, *_STATES)) or one_of(named)
            raise AnswerError(f"{shown(one)} is not a box of this list. {hint}")
    if len(set(ticked)) < len(ticked):
        raise AnswerError("A box stands twice. Name each box once.")
    return frozenset(ticked)


def _read_tally(question: Criterion, text: str) -> tuple[str, ...]:
    """Return what was found, each as often as it was: `minor*3; major`, or 0 for nothing."""
    if text == _NOTHING_FOUND:
        return ()
    found: list[str] = []
    for entry in (part.strip() for part in text.split(";") if part.strip()):
        name, _, times = (part.strip() for part in entry.partition("*"))
        count = read_number(times or "1")
        if count is None or count.denominator != 1 or not 0 <= count <= _MOST_TIMES:
            raise AnswerError(
                f"{shown(entry)} does not say how often. Write {name}*3 for three times."
            )
        found += [_read_choice(question, name)] * int(count)
    order = {choice.id: place for place, choice in enumerate(choices_of(question))}
    return tuple(sorted(found, key=order.__getitem__))


def _read_number(question: Criterion, text: str) -> Fraction:
    number = read_number(text)
    if number is None:
        hint = nearest(text, _STATES) or how_to_write_number(question, text)
        raise AnswerError(f"{shown(text)} is not a number{of_unit(question)}. {hint}")
    fault = find_number_fault(question, number)
    if fault is not None:
        raise AnswerError(f"'{text}' {fault}")
    return number


_READERS: Mapping[AnswerKind, Callable[[Criterion, str], Value]] = {
    AnswerKind.NUMBER: _read_number,
    AnswerKind.CHOICE: _read_choice,
    AnswerKind.CHECKLIST: _read_boxes,
    AnswerKind.TALLY: _read_tally,
}
