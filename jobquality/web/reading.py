"""Read a standard aloud: every question, what it gives, and what that rests on.

The result is plain text in the reader's language; the template only lays it out.
"""

from collections.abc import Iterator
from fractions import Fraction

from jobquality.reading.bands import Edges, band_words, inside_of
from jobquality.reading.names import Names, day_words
from jobquality.reading.outcomes import condition_words, floor_in_words
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.floors import SHARES
from jobquality.rubrics.model import (
    AnswerKind,
    Asked,
    Band,
    Basis,
    Choice,
    Condition,
    Criterion,
    Critical,
    Floor,
    Grounds,
    Group,
    Level,
    Measure,
    Span,
    Term,
)
from jobquality.rubrics.parameters import Parameters
from jobquality.rubrics.steps import steps_of
from jobquality.rubrics.units import Unit
from jobquality.rubrics.words import Words
from jobquality.scoring.rounding import decimal_text
from jobquality.web.method import Finding, LevelWords, Method, Question, Step, Topic
from jobquality.wording import Speaker

Edge = Fraction | str | None


def read_method(edition: Edition, parameters: Parameters, language: str, say: Speaker) -> Method:
    """Return the page of an edition in one language.

    `say` speaks that language. Without words in it, the standard speaks its own.
    """
    return _Reader(edition, parameters, language, say).method()


def number(value: Fraction) -> str:
    """Return a number for people."""
    return decimal_text(value, digits=4)


class _Reader:
    """Reads one edition aloud in one language."""

    def __init__(
        self, edition: Edition, parameters: Parameters, language: str, say: Speaker
    ) -> None:
        self._rubric = edition.rubric
        self._words = edition.words.get(language) or Words(
            language="en", reviewed="original", title="", about=""
        )
        self._parameters = parameters
        self._say = say
        self._names = Names.of(edition, say)
        self._questions = {one.id: one for one in self._rubric.questions()}
        self._nodes = {node.id: node for node in self._rubric.root.walk()}

    def method(self) -> Method:
        rubric = self._rubric
        return Method(
            id=rubric.id,
            edition=rubric.edition,
            title=self._words.title or rubric.wording.title or _in_words(rubric.id),
            about=self._words.about or rubric.wording.about,
            is_reviewed=self._words.is_reviewed,
            scoring_hash=rubric.scoring_hash,
            criteria=sum(1 for _ in rubric.root.criteria()),
            topics=tuple(self._topics()),
            levels=tuple(self._level(level) for level in rubric.levels),
            findings=tuple(self._finding(critical) for critical in rubric.critical),
        )

    def _topics(self) -> Iterator[Topic]:
        root = self._rubric.root
        groups = [child for child in root.children if isinstance(child, Group)]
        whole = sum((child.weight for child in root.children), Fraction(0))
        for group in groups or [root]:
            share = group.weight / whole * 100 if groups else Fraction(100)
            yield Topic(
                id=group.id,
                title=self._title(group.id, group.wording.title),
                weight=number(share),
                width=round(share),
                questions=tuple(self._question(one, group) for one in group.criteria()),
                figures=tuple(self._figures(group)),
            )

    def _figures(self, group: Group) -> Iterator[Question]:
        for inner in group.groups():
            for figure in inner.figures:
                yield self._question(figure, inner)

    def _title(self, name: str, written: str = "") -> str:
        return self._words.of(name).title or written or _in_words(name)

    def _called(self, question: Criterion) -> str:
        """Return the title; what does not count yet says from when it will."""
        title = self._title(question.id, question.wording.title)
        if question.upcoming is None:
            return title
        return self._say("upcoming", title=title, day=day_words(question.upcoming, self._say))

    def _question(self, question: Criterion, group: Group) -> Question:
        said = self._words.of(question.id)
        siblings = sum((child.weight for child in group.children), Fraction(0))
        grounds = _shared_grounds(question)
        return Question(
            id=question.id,
            title=self._called(question),
            weight=number(question.weight / siblings * 100) if question.is_scored else "",
            ask=said.ask or question.wording.ask,
            help=said.help or question.wording.help,
            unit=self._unit(question.unit),
            boxes=tuple(said.answers.get(box.id) or box.ask for box in question.boxes),
            steps=tuple(self._steps(question, grounds)),
            basis=self._basis(grounds),
            source=self._words.source(grounds.source),
            parts=tuple(self._parts(question.measure)) if question.measure else (),
            cap=self._cap(question.measure),
            asked_if=tuple(self._condition(one) for one in question.applies),
            counts_if=tuple(self._condition(one) for one in question.counts_from),
            evidence=", ".join(self._title(kind).lower() for kind in question.evidence),
            critical=tuple(self._title(name) for name in question.critical),
        )

    def _unit(self, unit: Unit | None) -> str:
        return self._say(f"unit_{unit.name}") if unit else ""

    def _basis(self, grounds: Grounds) -> str:
        return self._say(f"basis_{grounds.basis}")

    def _steps(self, question: Criterion, shared: Grounds) -> Iterator[Step]:
        if isinstance(question.points, Span):
            low, high = question.points.low, question.points.high
            end = number(high) if high is not None else "…"
            answer = self._say("answer_is_points", start=number(low), end=end)
            yield Step(gives="=", share=100, answer=answer, basis="", source="")
            return
        answers = self._answers(question)
        for step in _steps_of(question):
            own = step.grounds != shared
            yield Step(
                gives=number(step.gives),
                share=int(step.gives / (question.most or 1) * 100),
                answer=next(answers),
                basis=self._basis(step.grounds) if own else "",
                source=self._words.source(step.grounds.source) if own else "",
            )

    def _answers(self, question: Criterion) -> Iterator[str]:
        said = self._words.of(question.id).answers
        bands: list[Band] = []
        for step in _steps_of(question):
            if isinstance(step, Choice):
                yield said.get(step.id) or step.ask or self._say(f"answer_{step.id}")
            else:
                bands.append(step)
        ends = [band.start for band in bands[1:]]
        for place, (band, end) in enumerate(zip(bands, [*ends, None], strict=True)):
            inside = inside_of(tuple(bands), place)
            if question.kind is AnswerKind.CHECKLIST:
                yield self._count(band.start, end, len(question.boxes))
            else:
                yield self._band(band.start, end, inside)

    def _band(self, start: Edge, end: Edge, inside: Edges) -> str:
        first, last = ("" if edge is None else self._edge(edge) for edge in (start, end))
        edges = Edges(start=first, end=last, above=inside.above, up_to=inside.up_to)
        return band_words(edges, self._say)

    def _count(self, start: Edge, end: Edge, boxes: int) -> str:
        """Say a band of whole numbers: boxes are counted, not measured."""
        first = start if isinstance(start, Fraction) else Fraction(0)
        last = end - 1 if isinstance(end, Fraction) else Fraction(boxes)
        if first == last == boxes:
            return self._say("band_all", number=number(first))
        if first >= last:
            return number(first)
        return self._say("band_to", start=number(first), end=number(last))

    def _edge(self, edge: Fraction | str | None) -> str:
        if isinstance(edge, Fraction):
            return number(edge)
        return self._parameter(edge) if edge else "0"

    def _parameter(self, name: str) -> str:
        known = self._parameters.by_id.get(name)
        return self._say.spoken_or(f"parameter_{name}", known.title if known else name)

    def _parts(self, measure: Measure) -> Iterator[str]:
        yield self._say("measure_of", parts=" × ".join(self._term(term) for term in measure.of))
        if measure.to:
            yield self._say("measure_to", parts=" × ".join(self._term(term) for term in measure.to))

    def _cap(self, measure: Measure | None) -> str:
        return self._term(measure.cap) if measure and measure.cap else ""

    def _term(self, term: Term) -> str:
        if term.kind is Asked.FIGURE:
            return self._title(term.name, self._questions[term.name].wording.title).lower()
        if term.kind is Asked.PARAMETER:
            return self._parameter(term.name)
        value = number(term.number or Fraction(0))
        return f"{value} {self._unit(term.unit)}"

    def _condition(self, condition: Condition) -> str:
        name = self._condition_name(condition)
        if condition.equals is not None:
            return self._equals(name, condition.equals)
        if condition.at_least is not None:
            return self._say("condition_from", name=name, number=number(condition.at_least))
        return self._say(
            "condition_under", name=name, number=number(condition.below or Fraction(0))
        )

    def _condition_name(self, condition: Condition) -> str:
        if condition.figure:
            return self._title(condition.name).lower()
        return self._say.spoken_or(f"profile_{condition.name}", _in_words(condition.name).lower())

    def _equals(self, name: str, value: str) -> str:
        if value == "yes":
            return name
        spoken = self._say("answer_no") if value == "no" else value
        return self._say("condition_is", name=name, value=spoken)

    def _finding(self, critical: Critical) -> Finding:
        said = self._words.of(critical.id)
        return Finding(
            id=critical.id,
            title=self._title(critical.id, critical.wording.title),
            ask=said.ask or critical.wording.ask,
            source=self._words.source(critical.source),
        )

    def _level(self, level: Level) -> LevelWords:
        conditions = [self._floor(floor) for floor in level.floors]
        more = [_sentence(said) for said in condition_words(level, self._names)]
        if level.declared:
            conditions = [
                self._words.of(level.id).ask or level.wording.ask or self._say("level_declared")
            ]
        return LevelWords(
            id=level.id,
            title=self._title(level.id, level.wording.title),
            conditions=(*conditions, *more) or (self._say("level_otherwise"),),
            lasts=self._say("level_lasts", months=level.months) if level.months else "",
        )

    def _floor(self, floor: Floor) -> str:
        value = number(floor.number)
        if floor.of or floor.besides:
            return _sentence(floor_in_words(floor, self._names))
        if floor.name in (*SHARES, "total", "each_dimension") and not floor.at_most:
            return self._say(f"floor_{floor.name}", number=value)
        node = self._nodes[floor.name]
        name = (
            self._say("whole_score")
            if floor.name == "total"
            else self._title(floor.name, node.wording.title)
        )
        sentence = (
            "floor_at_most"
            if floor.at_most
            else "floor_points"
            if isinstance(node, Criterion)
            else "floor_node"
        )
        return self._say(sentence, name=name, number=value)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _in_words(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _shared_grounds(question: Criterion) -> Grounds:
    """Return what most thresholds of a criterion rest on, to be said once."""
    grounds = [step.grounds for step in _steps_of(question)]
    editorial = [one for one in grounds if one.basis is Basis.EDITORIAL]
    return next(iter([*editorial, *grounds]), Grounds())


def _steps_of(question: Criterion) -> tuple[Band | Choice, ...]:
    return steps_of(question.points)
