"""Answers as they were understood, and what can be chosen, in the reader's language."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from jobquality.reading.names import Names
from jobquality.reading.reasons import gives_words
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
from jobquality.web.asked import Option


class Spoken:
    """Speaks answers to questions of one standard in one language."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def answer(self, question: Question, text: str) -> str:
        """Return an answer as it was understood: `$7.25 an hour`."""
        try:
            read = read_answer(question, text)
        except AnswerError:
            return text
        if isinstance(question, Critical) or read.state is not State.VALUE:
            return self._without_value(read, text)
        return self._value(question, read.value)

    def options(self, question: Question) -> Iterator[Option]:
        """Yield what can be chosen or ticked."""
        if isinstance(question, Critical):
            for name in (FOUND, NONE_FOUND, NOT_CHECKED):
                yield Option(id=name, text=self._names.say(f"ask_{name}"))
        elif isinstance(question, Level):
            plain = ("yes", "no") if question.declared is AnswerKind.YES_NO else ()
            yield from (Option(id=name, text=self._names.say(f"answer_{name}")) for name in plain)
        else:
            yield from self._choices(question)

    def _choices(self, question: Criterion) -> Iterator[Option]:
        for box in question.boxes:
            yield Option(id=box.id, text=self._names.box(question, box.id))
        for choice in choices_of(question):
            gives = gives_words(choice.gives, self._names.say)
            yield Option(id=choice.id, text=self._names.choice(question, choice), gives=gives)
        if question.kind is AnswerKind.YES_NO and question.points is None:
            for name in ("yes", "no"):
                yield Option(id=name, text=self._names.say(f"answer_{name}"))

    def _without_value(self, read: Answer, text: str) -> str:
        if read.state is State.VALUE:
            return self._names.say(f"ask_{text}")
        said = self._names.say(f"reason_state_{read.state}")
        return f"{said}: {read.reason}" if read.reason else said

    def _value(self, question: Criterion | Level, value: Value | None) -> str:
        match value:
            case date():
                return self._names.day(value)
            case Fraction() if isinstance(question, Criterion):
                return self._names.amount(value, question)
            case frozenset() if isinstance(question, Criterion):
                ticked = (box.id for box in question.boxes if box.id in value)
                return "; ".join(self._names.box(question, name) for name in ticked)
        chosen = [one for one in self.options(question) if one.id == value]
        return chosen[0].text if chosen else str(value)
