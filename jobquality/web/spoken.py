"""Answers as they were understood, and what can be chosen, in the reader's language."""

from collections.abc import Iterator

from jobquality.reading.names import Names
from jobquality.reading.options import answer_words
from jobquality.reading.reasons import gives_words
from jobquality.rubrics.model import AnswerKind, Criterion, Critical, Level
from jobquality.scoring.answers import FOUND, NONE_FOUND, NOT_CHECKED, Question
from jobquality.scoring.points import choices_of
from jobquality.web.asked import Option


class Spoken:
    """Speaks answers to questions of one standard in one language."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def answer(self, question: Question, text: str) -> str:
        """Return an answer as it was understood: `$7.25 an hour`."""
        return answer_words(self._names, question, text)

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
