"""How the answers of one assessment stand, question by question."""

from datetime import datetime
from zoneinfo import ZoneInfo

from jobquality.reading.ages import age_words
from jobquality.reading.names import Names
from jobquality.reading.numbers import points_words
from jobquality.reading.reasons import line_reason
from jobquality.rubrics.model import Criterion, State
from jobquality.rubrics.steps import steps_of
from jobquality.scoring.answers import AnswerError, find_questions, read_answer
from jobquality.scoring.scorecard import NodeScore
from jobquality.services.sheets import Sheet
from jobquality.store import assessments as store
from jobquality.store.waiting import Waiting
from jobquality.web.asked import Given, Progress, Waits
from jobquality.web.lawful import terms_of
from jobquality.web.spoken import Spoken


class Answered:
    """Looks up how each answer of one assessment stands; `reader_id` is who looks."""

    def __init__(self, sheet: Sheet, names: Names, *, reader_id: str = "") -> None:
        self._sheet = sheet
        self._names = names
        self._say = names.say
        self._spoken = Spoken(names)
        self._reader_id = reader_id
        self._zone = ZoneInfo(sheet.organization.time_zone)
        self._questions = find_questions(sheet.edition.rubric)
        card = sheet.preview.card
        self._nodes = {node.id: node for node in card.total.walk()} if card else {}

    def given(self, name: str) -> Given | None:
        """Return the stored answer to a question, or None."""
        answer = self._sheet.answers.get(name)
        if answer is None or self.is_blank(answer):
            return None
        return Given(
            answer=self._spoken.answer(self._questions[name], answer.answer),
            name=self._sheet.people.get(answer.author_id, "–"),
            day=self._names.day(self._here(answer.answered_at).date()),
            time=f"{self._here(answer.answered_at):%H:%M}",
            age=age_words(self._here(answer.answered_at).date(), self._sheet.today, self._say),
            carried=answer.carried,
            version=answer.version,
            source=answer.source,
            note=answer.note,
        )

    def waits(self, name: str) -> tuple[Waits, ...]:
        """Return the answers that wait beside the one that is stored, oldest first."""
        return tuple(self._wait(one) for one in self._sheet.waiting.get(name, ()))

    def decided(self, waiting: Waiting) -> str:
        """Return who chose when about an answer that had waited, as a sentence."""
        at = self._here(waiting.chosen_at or waiting.said.answered_at)
        return self._say(
            "conflict_decided",
            name=self._sheet.people.get(waiting.chosen_by or "", "–"),
            day=self._names.day(at.date()),
            time=f"{at:%H:%M}",
        )

    def now_around(self, name: str) -> dict[str, str]:
        """Return what a question gives as it stands, and those that it is a part of."""
        owners = [
            question.id
            for question in self._sheet.edition.rubric.questions()
            if name in self.part_ids(question.id)
        ]
        return {one: self.now(one) for one in (name, *owners)}

    def lands(self, name: str) -> int | None:
        """Return the place of the band or choice that the answer to a question lands in."""
        node = self._nodes.get(name)
        line = node.line if node is not None and node.state is State.VALUE else None
        if line is None or line.step is None:
            return None
        steps = steps_of(line.question.points)
        return steps.index(line.step) if line.step in steps else None

    def _wait(self, waiting: Waiting) -> Waits:
        said = waiting.said
        at = self._here(said.answered_at)
        return Waits(
            id=waiting.id,
            answer=self._spoken.answer(self._questions[said.criterion], said.answer),
            name=self._sheet.people.get(said.author_id, "–"),
            day=self._names.day(at.date()),
            time=f"{at:%H:%M}",
            source=said.source,
            note=said.note,
            is_mine=said.author_id == self._reader_id,
        )

    def _here(self, at: datetime) -> datetime:
        return at.astimezone(self._zone)

    def progress(self, names: list[str]) -> Progress:
        """Return how many of these questions are answered, of those that are asked."""
        progress = Progress()
        for name in names:
            node = self._nodes.get(name)
            if node is not None and node.is_out and self.unmet(name):
                continue
            carried = any(self.is_carried(one) for one in (name, *self.part_ids(name)))
            progress += Progress(
                answered=int(self._is_answered(name, node) and not carried),
                asked=1,
                to_confirm=int(carried),
            )
        return progress

    def _is_answered(self, name: str, node: NodeScore | None) -> bool:
        if node is not None:
            return node.state is not State.MISSING
        answer = self._sheet.answers.get(name)
        return answer is not None and not self.is_blank(answer)

    def is_blank(self, answer: store.Answer) -> bool:
        """Say whether a stored answer says nothing: a field that was emptied again."""
        question = self._questions.get(answer.criterion)
        if question is None:
            return True
        try:
            return read_answer(question, answer.answer).state is State.MISSING
        except AnswerError:
            return False

    def is_carried(self, name: str) -> bool:
        """Say whether the answer to a question is of last time, and nobody has looked again."""
        answer = self._sheet.answers.get(name)
        return answer is not None and answer.carried

    def part_ids(self, name: str) -> tuple[str, ...]:
        """Return the questions that a figure is worked out from."""
        question = self._questions.get(name)
        if not isinstance(question, Criterion):
            return ()
        named = (term.name for term in terms_of(question.measure))
        return tuple(one for one in named if one in self._questions)

    def now(self, name: str) -> str:
        """Return what the question gives as it stands, and why."""
        node = self._nodes.get(name)
        if node is None or node.line is None or node.state is State.MISSING:
            return ""
        reason = line_reason(node.line, node.state, self._names)
        return self._say("ask_now", points=points_words(node, self._say), reason=reason)

    def unmet(self, name: str) -> str:
        """Return why a question is not asked of this employer, or nothing."""
        node = self._nodes.get(name)
        if node is None or not node.is_out or node.line is None or node.line.unmet is None:
            return ""
        return self._say("ask_not_asked", why=self._names.unmet(node.line.unmet))
