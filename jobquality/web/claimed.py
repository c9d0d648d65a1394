"""Make the pages of a questionnaire: its sections, its questions, and what was said to them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jobquality.errors import NotFoundError
from jobquality.rubrics.model import State
from jobquality.schemas.answers import typed_of
from jobquality.schemas.claims import Section
from jobquality.scoring.answers import find_questions
from jobquality.services.claimsheets import Claimsheet, answer_of
from jobquality.store.claims import Claimed
from jobquality.store.evidence import Evidence
from jobquality.web.asked import Asked, Form, Progress, Topic
from jobquality.web.asking import Asker
from jobquality.web.moments import moment_words
from jobquality.wording import Speaker

#: Answers that an employer says in other words than a team that could not find out.
_WITHOUT_VALUE = (State.NOT_OFFERED.value, State.UNKNOWN.value, State.DECLINED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one person of the employer says to one question; `written` is as it is kept."""

    claim_id: str
    version: int
    who: str
    speaker_id: str
    written: str
    answer: str
    note: str
    when: str
    documents: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One question, and all that people of the employer say to it, the newest first."""

    id: str
    title: str
    ask: str
    said: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRows:
    """A section with the questions to which somebody said something."""

    id: str
    title: str
    rows: tuple[Row, ...]


class ClaimAsker:
    """Asks an employer the questions of a draft, in one language.

    `section` is a form that was sent and could not be kept whole; `late` are questions whose
    newer answer stands already, from another window.
    """

    def __init__(
        self,
        sheet: Claimsheet,
        say: Speaker,
        *,
        section: Section | None = None,
        late: tuple[str, ...] = (),
    ) -> None:
        self.sheet = sheet
        self._say = say
        self._questions = find_questions(sheet.sheet.edition.rubric)
        self._section = section or Section(said=(), typed={}, faults={})
        self.late = late
        self._asker = Asker(sheet.sheet, say, dict(self._forms()))
        card = sheet.sheet.preview.card
        self._nodes = {node.id: node for node in card.total.walk()} if card else {}
        self.names = self._asker.names

    @property
    def title(self) -> str:
        """The name of the standard."""
        return self._asker.title

    def topics(self) -> tuple[Topic, ...]:
        """Return the sections that are asked, each with what it asks and its progress."""
        return tuple(
            self._topic(topic) for topic in self._asker.topics() if topic.id in self.sheet.topics
        )

    def topic(self, topic_id: str) -> Topic:
        """Return one section.

        Raises:
            NotFoundError: it is not asked.
        """
        found = [topic for topic in self.topics() if topic.id == topic_id]
        if not found:
            raise NotFoundError("There is no such section.")
        return found[0]

    def questions(self, topic: Topic) -> tuple[Asked, ...]:
        """Return the questions of a section as they are asked; parts stand inside of theirs."""
        listed = (*topic.questions, *topic.figures)
        return tuple(self._asker.question(name) for name, _ in listed)

    def question(self, name: str) -> Asked:
        """Return one question.

        Raises:
            NotFoundError: it is not asked.
        """
        if name not in self.sheet.asked:
            raise NotFoundError("There is no such question.")
        return self._asker.question(name, with_parts=False)

    def topic_of(self, name: str) -> str:
        """Return the section in which a question stands."""
        for topic in self.topics():
            if name in self._all_in(topic):
                return topic.id
        return self.sheet.topics[0]

    def progress(self) -> Progress:
        """Return how many questions are answered, of those that are asked."""
        return sum((topic.progress for topic in self.topics()), Progress())

    def own(self, name: str) -> Statement | None:
        """Return what the reader said to a question, or None."""
        claimed = self.sheet.own.get(name)
        return self._spoken(claimed) if claimed and self._says(claimed) else None

    def colleagues(self, name: str) -> tuple[Statement, ...]:
        """Return what others of the employer said to a question, the newest first."""
        said = self.sheet.colleagues.get(name, ())
        return tuple(self._spoken(one) for one in said if self._says(one))

    def words(self, name: str, answer: str) -> str:
        """Return an answer as it was understood, in the words of whoever gave it."""
        state, _, reason = answer.partition(":")
        if state == State.NA:
            return self._say("claims_na_said", reason=reason.strip())
        if state in _WITHOUT_VALUE:
            return self._say(f"claims_{state}")
        return self._asker.spoken.answer(self._questions[name], answer) if answer else ""

    def rows(self) -> tuple[SectionRows, ...]:
        """Return all that was said, by section."""
        found = []
        for topic in self.topics():
            rows = tuple(self._rows(topic))
            if rows:
                found.append(SectionRows(id=topic.id, title=topic.title, rows=rows))
        return tuple(found)

    def _rows(self, topic: Topic) -> Iterator[Row]:
        for name in self._all_in(topic):
            own = self.own(name)
            said = (*((own,) if own else ()), *self.colleagues(name))
            if said:
                yield Row(
                    id=name, title=self.names.thing(name), ask=self.names.ask(name), said=said
                )

    def _all_in(self, topic: Topic) -> Iterator[str]:
        """Yield every question of a section, parts after what they are a part of."""
        for asked in self.questions(topic):
            yield asked.id
            yield from (part.id for part in asked.parts)

    def _topic(self, topic: Topic) -> Topic:
        asked = self.sheet.asked
        questions = tuple(one for one in topic.questions if one[0] in asked)
        figures = tuple(one for one in topic.figures if one[0] in asked)
        names = [name for name, _ in (*questions, *figures)]
        progress = sum((self._progress(name) for name in names), Progress())
        return replace(topic, questions=questions, figures=figures, progress=progress)

    def _progress(self, name: str) -> Progress:
        node = self._nodes.get(name)
        if node is not None and node.is_out and node.line is not None and node.line.unmet:
            return Progress()
        if node is not None:
            return Progress(answered=int(node.state is not State.MISSING), asked=1)
        said = (self.sheet.own.get(name), *self.sheet.colleagues.get(name, ()))
        return Progress(answered=int(any(one and one.answer for one in said)), asked=1)

    def _forms(self) -> Iterator[tuple[str, Form]]:
        """Yield what stands in each form: only the reader's own words, never a colleague's."""
        for name in self.sheet.asked:
            own = self.sheet.own.get(name)
            kept = typed_of(self._questions[name], answer_of(own) if own else None)
            again = self._section.typed.get(name) if self._is_again(name) else None
            typed = replace(again, seen=kept.seen) if again else kept
            yield name, Form(typed=typed, faults=self._section.faults.get(name, ()))

    def _is_again(self, name: str) -> bool:
        return name in self._section.faults or name in self.late

    def _spoken(self, claimed: Claimed) -> Statement:
        zone = self.sheet.sheet.organization.time_zone
        return Statement(
            claim_id=claimed.id,
            version=claimed.version,
            who=self.sheet.speakers[claimed.speaker_id].who,
            speaker_id=claimed.speaker_id,
            written=claimed.answer,
            answer=self.words(claimed.criterion, claimed.answer),
            note=claimed.note,
            when=moment_words(claimed.at, zone, self._say),
            documents=self.sheet.papers.get(claimed.id, ()),
        )

    def _says(self, claimed: Claimed) -> bool:
        return bool(claimed.answer or claimed.note or self.sheet.papers.get(claimed.id))
