"""What can be chosen as the answer to a question, as paper and forms offer it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from jobquality.reading.names import Names
from jobquality.rubrics.model import AnswerKind, Criterion, Critical, Level, State
from jobquality.scoring.answers import (
    FOUND,
    NONE_FOUND,
    NOT_CHECKED,
    Answer,
    AnswerError,
    Question,
    read_answer,
)
from jobquality.scoring.facts import Value
from jobquality.scoring.points import choices_of

_STATES = (State.NOT_OFFERED, State.NA, State.UNKNOWN, State.DECLINED)
_FOUND = (FOUND, NONE_FOUND, NOT_CHECKED)


def states_of(question: Question) -> tuple[str, ...]:
    """Return the ways to answer without a value that a question takes."""
    if not isinstance(question, Criterion):
        return ()
    return tuple(one.value for one in _STATES if one is not State.NA or question.allows_na)


def offered_states(question: Question) -> tuple[str, ...]:
    """Return the ways to answer without a value that a form offers.

    A question with answers of its own has its worst one among them. There, "not offered" gives
    the fewest points too, and whoever takes it for "no" (are shifts called off on the day?)
    turns the best answer into the worst. It is still read where a program or a field form sends
    it: names in field forms stay for ever.
    """
    has_own = kind_of(question) in (AnswerKind.CHOICE, AnswerKind.YES_NO, AnswerKind.CHECKLIST)
    return tuple(one for one in states_of(question) if not (has_own and one == State.NOT_OFFERED))


def values_of(question: Question) -> tuple[str, ...]:
    """Return the ids of what can be chosen as the value: choices, boxes or findings."""
    if isinstance(question, Critical):
        return _FOUND
    if isinstance(question, Level):
        return ("yes", "no") if question.declared is AnswerKind.YES_NO else ()
    if question.kind is AnswerKind.CHECKLIST:
        return tuple(box.id for box in question.boxes)
    chosen = tuple(choice.id for choice in choices_of(question))
    return chosen or (("yes", "no") if question.kind is AnswerKind.YES_NO else ())


def kind_of(question: Question) -> AnswerKind:
    """Return how a question is answered; a critical one is chosen."""
    if isinstance(question, Critical):
        return AnswerKind.CHOICE
    if isinstance(question, Level):
        return question.declared or AnswerKind.YES_NO
    return question.kind


def has_own_state(question: Question) -> bool:
    """Say whether the ways without a value are asked in a field of their own beside it."""
    kind = kind_of(question)
    return kind not in (AnswerKind.CHOICE, AnswerKind.YES_NO) and bool(states_of(question))


def option_words(names: Names, question: Question, one: str) -> str:
    """Return a choice, box or finding in words."""
    if isinstance(question, Critical):
        return names.say(f"ask_{one}")
    if isinstance(question, Criterion) and question.kind is AnswerKind.CHECKLIST:
        return names.box(question, one)
    choices = choices_of(question) if isinstance(question, Criterion) else ()
    found = [choice for choice in choices if choice.id == one]
    if isinstance(question, Criterion) and found:
        return names.choice(question, found[0])
    return names.say(f"answer_{one}")


def answer_words(names: Names, question: Question, text: str) -> str:
    """Return an answer as it was understood: `$7.25 an hour`; one that cannot be read as it is."""
    try:
        read = read_answer(question, text)
    except AnswerError:
        return text
    if read.state is not State.VALUE or isinstance(question, Critical):
        return _state_words(names, text, read)
    return _value_words(names, question, read.value)


def _value_words(names: Names, question: Criterion | Level, value: Value | None) -> str:
    if isinstance(value, date):
        return names.day(value)
    if isinstance(value, Fraction) and isinstance(question, Criterion):
        return names.amount(value, question)
    if isinstance(value, frozenset | tuple):
        return "; ".join(_counted(names, question, value))
    return option_words(names, question, str(value))


def _counted(
    names: Names, question: Criterion | Level, value: frozenset[str] | tuple[str, ...]
) -> Iterator[str]:
    """Yield what was ticked or found in the order of the standard, with how often."""
    times = Counter(value)
    for one in values_of(question):
        said = option_words(names, question, one)
        if times[one]:
            yield f"{times[one]} × {said}" if times[one] > 1 else said  # a sign


def _state_words(names: Names, text: str, read: Answer) -> str:
    if read.state is State.VALUE:
        return names.say(f"ask_{text}")
    said = names.say(f"reason_state_{read.state}")
    return f"{said}: {read.reason}" if read.reason else said
