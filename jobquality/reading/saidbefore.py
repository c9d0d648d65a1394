"""What an employer said of earlier drafts, in words that never stand for another answer."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from jobquality.ledger.snapshot import Replied, RepliedBefore, Snapshot, StancedBefore
from jobquality.reading.corrections import answer_words
from jobquality.reading.names import Names
from jobquality.reading.values import BeforeWords, StanceWords
from jobquality.rubrics.model import Rubric


def read_before(
    snapshot: Snapshot, rubric: Rubric, names: Names, day_of: Callable[[datetime], date]
) -> tuple[BeforeWords, ...]:
    """Return what was said of earlier drafts, the oldest first."""
    reader = _Reader(names, rubric, day_of)
    return tuple(reader.read(snapshot.reply)) if snapshot.reply else ()


class _Reader:
    """Says it in one language, with the days of one place."""

    def __init__(self, names: Names, rubric: Rubric, day_of: Callable[[datetime], date]) -> None:
        self._names = names
        self._questions = {one.id: one for one in rubric.questions()}
        self._day_of = day_of

    def read(self, reply: Replied) -> Iterator[BeforeWords]:
        for one in reply.earlier:
            name = "before_unsent" if one.is_unsent else "before_said"
            yield BeforeWords(
                summary=self._names.say(name, day=self._day(one)),
                statement=one.statement,
                replied_by=one.replied_by,
                stances=tuple(self._stance(one, said) for said in one.stances),
                decision=one.decision,
            )

    def _stance(self, reply: RepliedBefore, said: StancedBefore) -> StanceWords:
        say = self._names.say
        words = say.spoken_or(f"reply_stance_{said.stance}", said.stance)
        known = {"day": self._day(reply), "stance": words}
        if said.answer:
            question = self._questions.get(said.criterion)
            answer = answer_words(self._names, question, said.answer)
            told = say("before_of_answer", answer=answer, **known)
        else:
            told = say("before_of_draft", **known)
        return StanceWords(
            criterion=said.criterion,
            title=self._names.thing(said.criterion),
            stance=told,
            text=said.text,
        )

    def _day(self, reply: RepliedBefore) -> str:
        return self._names.day(self._day_of(reply.answered_at))
