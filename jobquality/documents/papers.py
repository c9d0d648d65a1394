"""The question sheet as a document: what to ask, with room to write, blank or for one visit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from jobquality.documents.certificates import qr_code
from jobquality.documents.pdf import render
from jobquality.reading.ages import age_words
from jobquality.reading.asked import CRITICAL, DECLARED, Block, Topic, part_names, topics_of
from jobquality.reading.names import Names
from jobquality.reading.options import (
    answer_words,
    has_own_state,
    kind_of,
    offered_states,
    option_words,
    states_of,
    values_of,
)
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.model import AnswerKind, Criterion, Critical, State
from jobquality.scoring.answers import Question
from jobquality.services.sheets import Sheet
from jobquality.store.assessments import Answer
from jobquality.wording import Speaker

#: Choices of at most so many letters stand two in a line.
_SHORT = 60
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What is known before a visit.

    `unmet` says of the questions that do not apply why, by id.
    """

    employer: str
    organization: str
    sites: tuple[tuple[str, str], ...]
    on: date
    today: date
    answers: Mapping[str, Answer] = field(default_factory=dict)
    unmet: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWords:
    """One question with what is there to tick; `before` is what was answered earlier."""

    id: str
    letter: str
    ask: str
    help: str
    kind: str
    unit: str
    options: tuple[str, ...]
    is_short: bool
    states: tuple[str, ...]
    has_na: bool
    before: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockWords:
    """One idea: a question, or a figure with its parts."""

    id: str
    number: int
    title: str
    parts: tuple[AskWords, ...]
    question: AskWords
    evidence: tuple[str, ...]
    has_workers: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicWords:
    """A topic; `place` is its number among all."""

    id: str
    title: str
    place: int
    first: int
    last: int
    blocks: tuple[BlockWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWords:
    """The whole sheet; `left_out` are the questions that do not apply, each with its reason."""

    standard: str
    edition: str
    is_reviewed: bool
    address: str
    topics: tuple[TopicWords, ...]
    asked: int
    left_out: tuple[tuple[str, str], ...]
    visit: Visit | None
    on: str


def visit_of(sheet: Sheet, language: str) -> Visit:
    """Return what an assessment knows before a visit."""
    names = Names.of(sheet.edition, Speaker(language))
    card = sheet.preview.card
    nodes = card.total.walk() if card else ()
    return Visit(
        employer=sheet.employer.name,
        organization=sheet.organization.name,
        sites=tuple((site.name, site.address) for site in sheet.sites),
        on=sheet.assessment.on,
        today=sheet.today,
        answers=sheet.answers,
        unmet={
            node.id: names.unmet(node.line.unmet)
            for node in nodes
            if node.is_out and node.line is not None and node.line.unmet is not None
        },
    )


def paper_pdf(
    edition: Edition, *, language: str, address: str, visit: Visit | None = None
) -> bytes:
    """Return the question sheet as PDF; `address` is where it is typed in, empty for nowhere.

    Raises:
        BusyError: others were before us for too long.
        RefusedError: it is too large, or took too long.
    """
    paper = read_paper(edition, language=language, address=address, visit=visit)
    pictures = {"qr": qr_code(address)} if address else {}
    return render("paper.html", {"paper": paper}, language=language, pictures=pictures)


def read_paper(
    edition: Edition, *, language: str, address: str, visit: Visit | None = None
) -> PaperWords:
    """Return what the sheet says; of a visit only the questions that apply."""
    reader = _Reader(edition, Speaker(language), visit)
    topics = tuple(reader.topics())
    return PaperWords(
        standard=reader.names.words.title or edition.rubric.id,
        edition=edition.rubric.edition,
        is_reviewed=reader.names.words.is_reviewed,
        address=address,
        topics=topics,
        asked=sum(len(topic.blocks) for topic in topics),
        left_out=tuple(reader.left_out),
        visit=visit,
        on=reader.names.day(visit.on) if visit else "",
    )


class _Reader:
    """Reads one edition aloud, question by question, and numbers them."""

    def __init__(self, edition: Edition, say: Speaker, visit: Visit | None) -> None:
        self.names = Names.of(edition, say)
        self.left_out: list[tuple[str, str]] = []
        self._say = say
        self._rubric = edition.rubric
        self._visit = visit
        self._number = 0

    def topics(self) -> Iterator[TopicWords]:
        """Yield the topics that have a question left."""
        place = 0
        for topic in topics_of(self._rubric):
            first = self._number + 1
            blocks = tuple(self._blocks(topic))
            if not blocks:
                continue
            place += 1
            is_own = topic.id in (CRITICAL, DECLARED)
            yield TopicWords(
                id=topic.id,
                title=self._say(f"assess_{topic.id}") if is_own else self.names.thing(topic.id),
                place=place,
                first=first,
                last=self._number,
                blocks=blocks,
            )

    def _blocks(self, topic: Topic) -> Iterator[BlockWords]:
        for block in topic.blocks:
            why = self._visit.unmet.get(block.question.id) if self._visit else None
            if why:
                self.left_out.append((self.names.thing(block.question.id), why))
            for one in self._needed(block) if why else (block,):
                self._number += 1
                yield self._block(one)

    def _needed(self, block: Block) -> Iterator[Block]:
        """Yield the parts of a question that is not asked which another question needs."""
        unmet = self._visit.unmet if self._visit else {}
        asked = [one for one in self._rubric.questions() if one.id not in unmet]
        needed = {name for one in asked for name in part_names(one)}
        yield from (Block(question=part) for part in block.parts if part.id in needed)

    def _block(self, block: Block) -> BlockWords:
        question = block.question
        kinds = question.evidence if isinstance(question, Criterion | Critical) else ()
        letters = _LETTERS[: len(block.parts)].ljust(len(block.parts), "·")
        return BlockWords(
            id=question.id,
            number=self._number,
            title=self.names.thing(question.id),
            parts=tuple(
                self._ask(part, letter) for letter, part in zip(letters, block.parts, strict=True)
            ),
            question=self._ask(question, ""),
            evidence=tuple(self.names.inline(kind) for kind in kinds),
            has_workers=isinstance(question, Criterion | Critical),
        )

    def _ask(self, question: Question, letter: str) -> AskWords:
        unit = question.unit if isinstance(question, Criterion) else None
        options = [option_words(self.names, question, one) for one in values_of(question)]
        if kind_of(question) is AnswerKind.CHECKLIST:
            options.append(self._say("ask_no_box"))
        states = [one for one in offered_states(question) if one != State.NA]
        return AskWords(
            id=question.id,
            letter=letter,
            ask=self.names.ask(question.id) or self.names.thing(question.id),
            help=self.names.help(question.id),
            kind=_shape(question),
            unit=self._say(f"unit_{unit.name}") if unit else "",
            options=tuple(options),
            is_short=all(len(one) <= _SHORT for one in options),
            states=tuple(self._say(f"ask_{one}") for one in states),
            has_na=State.NA in states_of(question),
            before=self._before(question),
        )

    def _before(self, question: Question) -> str:
        answer = self._visit.answers.get(question.id) if self._visit else None
        if self._visit is None or answer is None or not answer.answer.strip():
            return ""
        words = answer_words(self.names, question, answer.answer)
        day = answer.answered_at.date()
        if not answer.carried:
            return self._say("paper_answered", answer=words, day=self.names.day(day))
        age = age_words(day, self._visit.today, self._say)
        return self._say("paper_last_time", answer=words, day=self.names.day(day), age=age)


def _shape(question: Question) -> str:
    """Return how the place for the answer looks: boxes, a line, a day or counts."""
    kind = kind_of(question)
    shapes = {AnswerKind.NUMBER: "line", AnswerKind.DATE: "day", AnswerKind.TALLY: "counts"}
    return shapes.get(kind, "boxes" if not has_own_state(question) else "ticks")
