"""Make the pages of an assessment: its topics, and each question as it is asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from jobquality.errors import NotFoundError
from jobquality.reading.names import Names
from jobquality.reading.options import offered_states, states_of
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.model import AnswerKind, Criterion, Critical, Level
from jobquality.rubrics.parameters import Parameters
from jobquality.schemas.answers import ANSWER_FIELDS, WITHOUT_VALUE, Typed, typed_of
from jobquality.scoring.answers import (
    Question,
    find_questions,
)
from jobquality.services.sheets import Sheet
from jobquality.store import assessments as store
from jobquality.web import method
from jobquality.web.answered import Answered
from jobquality.web.asked import (
    Asked,
    FaultAt,
    Form,
    Progress,
    Shared,
    Topic,
)
from jobquality.web.compared import Comparer
from jobquality.web.lawful import known_beside, law_beside
from jobquality.web.reading import read_method
from jobquality.web.spoken import Spoken
from jobquality.web.uncounted import faults_of
from jobquality.wording import Speaker

#: The topics that are no dimension.
CRITICAL, DECLARED = "critical", "declared"
#: Critical questions and declared levels have no page in the standard's own reading.
_NOT_READ = method.Question(
    id="", title="", weight="", ask="", help="", unit="", boxes=(), steps=(), basis="", source="",
    parts=(), cap="", asked_if=(), counts_if=(), evidence="", critical=(),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who looks at the pages, and what their next answers come from unless they say otherwise."""

    id: str = ""
    start: Typed = field(default_factory=Typed)


_NOBODY = Reader()


class Asker:
    """Asks the questions of one assessment in one language.

    `forms` are forms that were sent and not saved, to be shown again as they were typed.
    `reader` is the person who looks at the pages.
    """

    def __init__(
        self,
        sheet: Sheet,
        say: Speaker,
        forms: Mapping[str, Form] | None = None,
        *,
        reader: Reader = _NOBODY,
    ) -> None:
        self.sheet = sheet
        self._reader = reader
        self.names = Names.of(sheet.edition, say)
        self.spoken = Spoken(self.names)
        self.answered = Answered(sheet, self.names, reader_id=reader.id)
        self._comparer = Comparer(sheet, self.names)
        self._say = say
        self._forms = forms or {}
        self._questions = find_questions(sheet.edition.rubric)
        self._method = _read_aloud(_Same(sheet.edition, sheet.parameters), say.language)
        self._read = {
            question.id: question
            for topic in self._method.topics
            for question in (*topic.questions, *topic.figures)
        }
        self._owners = dict(self._parts())

    @property
    def title(self) -> str:
        """The name of the standard."""
        return self._method.title

    @cached_property
    def faults(self) -> tuple[FaultAt, ...]:
        """Everything that keeps an answer out of the score."""
        return tuple(faults_of(self.sheet, self.names))

    @property
    def uncounted(self) -> Mapping[str, FaultAt]:
        """Why answers do not count yet, by the question at which it is said."""
        return {fault.id: fault for fault in self.faults}

    def topics(self) -> tuple[Topic, ...]:
        """Return every topic with its progress, in the order of the standard."""
        return tuple(self._topics())

    def topic(self, topic_id: str) -> Topic:
        """Return one topic.

        Raises:
            NotFoundError: the standard has no such topic.
        """
        found = [topic for topic in self.topics() if topic.id == topic_id]
        if not found:
            raise NotFoundError("There is no such topic.")
        return found[0]

    def question(self, name: str, *, with_parts: bool = True) -> Asked:
        """Return one question as it is asked.

        Raises:
            NotFoundError: the standard does not ask it.
        """
        question = self._questions.get(name)
        if question is None:
            raise NotFoundError("There is no such question.")
        return self._asked(question, with_parts=with_parts)

    def shown(self, name: str) -> Typed:
        """Return what stands in the form of a question before anybody types."""
        return self.shown_for(name, self.sheet.answers.get(name))

    def shown_for(self, name: str, answer: store.Answer | None) -> Typed:
        """Return what stands in the form of a question where `answer` is the one that is there."""
        return self._typed(self._questions[name], answer)

    def questions(self, topic: Topic) -> tuple[Asked, ...]:
        """Return the questions of a topic, then figures that are no part of any of them."""
        asked = [name for name, _ in (*topic.questions, *topic.figures)]
        return tuple(self.question(name) for name in asked)

    def next_open(self, after: str = "") -> tuple[str, str] | None:
        """Return the next question that has no answer yet, or one to confirm; round the end."""
        listed = [one for topic in self.topics() for one in (*topic.questions, *topic.figures)]
        ids = [name for name, _ in listed]
        start = ids.index(after) + 1 if after in ids else 0
        waiting = (one for one in (*listed[start:], *listed[:start]) if self._is_open(one[0]))
        return next((one for one in waiting if one[0] != after), None)

    def _is_open(self, name: str) -> bool:
        progress = self.answered.progress([name])
        is_declared = isinstance(self._questions[name], Level)
        return progress.answered < progress.asked and not is_declared

    def _topics(self) -> Iterator[Topic]:
        for topic in self._method.topics:
            alone = [one for one in topic.figures if one.id not in self._owners]
            yield Topic(
                id=topic.id,
                title=topic.title,
                weight=topic.weight,
                questions=tuple((one.id, one.title) for one in topic.questions),
                figures=tuple((one.id, one.title) for one in alone),
                progress=self.answered.progress([one.id for one in (*topic.questions, *alone)]),
                places=tuple(self._places([one.id for one in (*topic.questions, *alone)])),
            )
        rubric = self.sheet.edition.rubric
        declared = [level.id for level in rubric.levels if level.declared]
        for name, ids in ((CRITICAL, [one.id for one in rubric.critical]), (DECLARED, declared)):
            if ids:
                progress = self.answered.progress(ids) if name == CRITICAL else Progress()
                yield Topic(
                    id=name,
                    title=self._say(f"assess_{name}"),
                    weight="",
                    questions=tuple((one, self.names.thing(one)) for one in ids),
                    figures=(),
                    progress=progress,
                    places=tuple(ids),
                )

    def _places(self, names: list[str]) -> Iterator[str]:
        """Yield the questions of a topic, each with the parts that are asked beside it."""
        for name in names:
            yield name
            yield from (
                part
                for part in self.answered.part_ids(name)
                if part not in names and self._owners.get(part) == name
            )

    def _parts(self) -> Iterator[tuple[str, str]]:
        """Yield each part with the first criterion that it is a part of."""
        seen: set[str] = set()
        for question in self.sheet.edition.rubric.questions():
            for part in self.answered.part_ids(question.id):
                if part not in seen:
                    seen.add(part)
                    yield part, question.id

    def _asked(self, question: Question, *, with_parts: bool) -> Asked:
        read = self._read.get(question.id) or _NOT_READ
        parts = self.answered.part_ids(question.id)
        own = [name for name in parts if self._owners.get(name) == question.id]
        answer = self.sheet.answers.get(question.id)
        law = law_beside(self.sheet, question, self.names, answer)
        form = self._forms.get(question.id) or Form(typed=self._typed(question, answer))
        known = known_beside(self.sheet, question, self.names)
        return Asked(
            id=question.id,
            topic_id=self._topic_of(question.id),
            title=self.names.thing(question.id),
            ask=self.names.ask(question.id),
            help=self.names.help(question.id),
            kind=_kind(question),
            read=read,
            is_declared=isinstance(question, Level),
            options=tuple(self.spoken.options(question)),
            others=_others(question, form.typed.state),
            fits=self._fits(question),
            form=form,
            given=self.answered.given(question.id),
            now=self.answered.now(question.id),
            lands=self.answered.lands(question.id),
            unmet=self.answered.unmet(question.id),
            uncounted=self.uncounted.get(question.id),
            law=law,
            known=tuple(one for one in known if one not in [row for _, row in law.asks]),
            parts=tuple(self.question(name) for name in own) if with_parts else (),
            shared=tuple(self._shared(name) for name in parts if name not in own),
            evidence=self.sheet.evidence.get(question.id, ()),
            waits=self.answered.waits(question.id),
            beside=self._comparer.beside(question),
        )

    def _typed(self, question: Question, answer: store.Answer | None) -> Typed:
        """Return what stands in the form of a question.

        What stands beside a new value is what the reader works from now, never last year's.
        """
        typed, start = typed_of(question, answer), self._reader.start
        if answer is not None and not answer.carried:
            return typed
        return replace(
            start,
            **{name: getattr(typed, name) for name in ANSWER_FIELDS},
            seen=typed.seen,
        )

    def _topic_of(self, name: str) -> str:
        for topic in self._method.topics:
            if name in [one.id for one in (*topic.questions, *topic.figures)]:
                return topic.id
        return DECLARED if isinstance(self._questions.get(name), Level) else CRITICAL

    def _fits(self, question: Question) -> str:
        kinds = () if isinstance(question, Level) else question.evidence
        return ", ".join(self.names.inline(kind) for kind in kinds)

    def _shared(self, name: str) -> Shared:
        given = self.answered.given(name)
        topic_id = self._topic_of(name)
        topics = {topic.id: topic.title for topic in self._method.topics}
        return Shared(
            id=name,
            topic_id=topic_id,
            said=self._say(
                "ask_shared",
                title=self.names.thing(name),
                topic=topics.get(topic_id, ""),
                answer=given.answer if given else self._say("ask_none_yet"),
            ),
        )


class _Same:
    """An edition that is looked up as itself: editions never change while a program runs."""

    def __init__(self, edition: Edition, parameters: Parameters) -> None:
        self.edition, self.parameters = edition, parameters

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.edition is self.edition

    def __hash__(self) -> int:
        return id(self.edition)


@lru_cache(maxsize=16)
def _read_aloud(same: _Same, language: str) -> method.Method:
    """Return an edition read aloud; it takes a quarter of a save, and is always the same."""
    return read_method(same.edition, same.parameters, language, Speaker(language))


def _kind(question: Question) -> str:
    if isinstance(question, Critical):
        return "choice"
    kind = question.kind if isinstance(question, Criterion) else question.declared
    return "choice" if kind is AnswerKind.YES_NO else str(kind)


def _others(question: Question, typed: str) -> tuple[str, ...]:
    """Return the ways to answer without a value; one that was given already stays in sight."""
    kept = {*offered_states(question), *({typed} & {*states_of(question)})}
    return tuple(one.value for one in WITHOUT_VALUE if one in kept)
