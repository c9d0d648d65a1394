"""Topics and their lines in plain words, each line with its reason, source and evidence."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jobquality.ledger.snapshot import PublicEvidence, PublicFact, Snapshot, Stanced
from jobquality.reading.ends import group_ends, point_ends
from jobquality.reading.landed import landed_words, landed_working
from jobquality.reading.law import law_words
from jobquality.reading.names import Names, month_words
from jobquality.reading.numbers import number_words, percent_words, points_words, range_words
from jobquality.reading.reasons import (
    counts_not,
    missing_parts,
    own_reason,
    state_reason,
    step_words,
    withheld_words,
)
from jobquality.reading.values import (
    BeforeWords,
    BoxWords,
    EvidenceWords,
    LineWords,
    Mark,
    SourceWords,
    StanceWords,
    TopicWords,
)
from jobquality.reading.workers import workers_words
from jobquality.reading.workings import working_words
from jobquality.rubrics.model import AnswerKind, Band, Choice, Criterion, Group, Rubric, Span, State
from jobquality.rubrics.places import Places
from jobquality.scoring.facts import Grade
from jobquality.scoring.rounding import round_to
from jobquality.scoring.scorecard import Line, NodeScore

_WEB = ("https://", "http://")
_HUNDREDTHS = 2
_UNSEEN = (None, Grade.E0)
_OPEN = {
    State.UNKNOWN: Mark.UNKNOWN,
    State.DECLINED: Mark.DECLINED,
    State.MISSING: Mark.MISSING,
    State.NA: Mark.NA,
}


def mark_of(node: NodeScore) -> Mark:
    """Return how a criterion stands.

    An answer that nobody has seen proof of is told apart, unless it gives the fewest points:
    who says that of themselves needs no proof.
    """
    if node.state in _OPEN:
        return _OPEN[node.state]
    question = node.node
    if isinstance(question, Criterion) and node.low == question.fewest != node.most:
        return Mark.FAILS
    if node.line is None or node.line.grade in _UNSEEN:
        return Mark.NO_EVIDENCE
    return Mark.FULL if node.low == node.most else Mark.SOME


def grade_words(grade: Grade | None, names: Names) -> str:
    """Return what an evidence grade means."""
    return names.say(f"grade_{grade}" if grade else "grade_none")


@dataclass(frozen=True, slots=True)
class LineReader:
    """Reads the lines of one published score aloud."""

    names: Names
    rubric: Rubric
    places: Places
    snapshot: Snapshot
    said_before: tuple[BeforeWords, ...] = ()

    def topics(self, total: NodeScore) -> Iterator[TopicWords]:
        """Yield every dimension; criteria that lie in none stand together under the total."""
        groups = [child for child in total.children if isinstance(child.node, Group)]
        yield from (self._topic(node) for node in groups)
        loose = tuple(child for child in total.children if child not in groups)
        if loose:
            yield self._topic(replace(total, children=loose))

    def _topic(self, node: NodeScore) -> TopicWords:
        return TopicWords(
            id=node.id,
            title=self.names.thing(node.id),
            weight=percent_words(node.share),
            ends=group_ends(node, self.rubric, self.names.say),
            is_out=node.is_out,
            answered=percent_words(node.answered),
            coverage=percent_words(node.coverage),
            adds=_adds(node, self.names),
            lines=tuple(self._line(one, one.line) for one in _criteria(node) if one.line),
        )

    def _line(self, node: NodeScore, line: Line) -> LineWords:
        names, question, mark = self.names, line.question, mark_of(node)
        is_answered = node.state is State.VALUE
        fact = self._fact(question.id)
        grounds = line.step.grounds if is_answered and line.step else None
        return LineWords(
            id=question.id,
            title=names.thing(question.id),
            question=names.ask(question.id),
            mark=mark,
            mark_word=names.say(f"mark_{mark}"),
            points="" if node.is_out else points_words(node, names.say),
            ends=point_ends(node, names.say),
            answer=self._answer(line, node.state),
            boxes=tuple(self._boxes(line)),
            reason=self._reason(line, node.state),
            working=tuple(self._working(line)) if is_answered else (),
            basis=names.say(f"basis_{grounds.basis}") if grounds else "",
            source=names.source(grounds.source) if grounds else "",
            more=self._more(line) if node.answered else "",
            grade=line.grade or "" if node.answered else "",
            grade_meaning=grade_words(line.grade, names) if node.answered else "",
            sources=tuple(self._sources(line)),
            evidence=tuple(self._evidence_behind(line)),
            law=None
            if node.is_out
            else law_words(line, fact.law_checked_on if fact else None, names, self.places),
            workers=workers_words(fact.workers if fact else None, names.say),
            stance=self.stance(question.id),
            before=self.before(question.id),
            share=percent_words(node.share),
            adds=_adds(node, names),
        )

    def _fact(self, criterion: str) -> PublicFact | None:
        return next((fact for fact in self.snapshot.facts if fact.criterion == criterion), None)

    def _answer(self, line: Line, state: State) -> str:
        if state is not State.VALUE or withheld_words(line, self.names):
            return self._closed(line, state)
        if isinstance(line.step, Choice):
            return self.names.choice(line.question, line.step)
        if line.question.kind is AnswerKind.TALLY:
            return _sentence(landed_words(line, self.names))
        return self.names.amount(line.figure.number if line.figure else None, line.question)

    def _closed(self, line: Line, state: State) -> str:
        """Return what stands for an answer that is not known, or not shown exactly."""
        if state is State.VALUE and line.step is not None:
            return _sentence(step_words(line, line.step, self.names))
        withheld = withheld_words(line, self.names)
        return self.names.say("answer_withheld" if withheld else f"answer_state_{state}")

    def _reason(self, line: Line, state: State) -> str:
        """Return the reason beside the answer, without saying the answer again."""
        names = self.names
        if state is State.VALUE:
            return self._step(line)
        if state is State.NOT_OFFERED:
            return own_reason(line, names) or names.say("not_offered_gives")
        if state is State.NA:
            return _sentence(names.unmet(line.unmet) if line.unmet else line.reason)
        return _sentence(self._gap(line, state))

    def _gap(self, line: Line, state: State) -> str:
        if counts_not(line, self.names) or missing_parts(line):
            return state_reason(line, state, self.names)
        return own_reason(line, self.names)

    def _step(self, line: Line) -> str:
        if line.step is None:
            is_plain = isinstance(line.question.points, Span)
            said = "" if is_plain else landed_words(line, self.names)
            return _sentence(said) or self.names.say("points_are_answer")
        withheld = withheld_words(line, self.names)
        if withheld:
            return _sentence(withheld)
        if not isinstance(line.step, Band) or line.question.kind is AnswerKind.CHECKLIST:
            return ""
        return self.names.say("line_step", step=step_words(line, line.step, self.names))

    def _boxes(self, line: Line) -> Iterator[BoxWords]:
        question, fact = line.question, line.fact
        if question.kind is not AnswerKind.CHECKLIST or fact is None or fact.value is None:
            return
        ticked = fact.value if isinstance(fact.value, frozenset) else None
        for box in question.boxes:
            said = None if ticked is None else box.id in ticked
            yield BoxWords(text=self.names.box(question, box.id), ticked=said)

    def _working(self, line: Line) -> Iterator[str]:
        working = line.figure.working if line.figure else None
        if working is not None and not withheld_words(line, self.names):
            yield from (
                _sentence(said) for said in working_words(line.question, working, self.names)
            )
        yield from landed_working(line, self.names.say)

    def _more(self, line: Line) -> str:
        if line.better is None:
            return ""
        said = _sentence(step_words(line, line.better, self.names))
        gives = number_words(line.better.gives)
        most = number_words(line.question.most)
        return self.names.say("more_gives", answer=said, points=gives, most=most)

    def _sources(self, line: Line) -> Iterator[SourceWords]:
        facts = list(line.figure.facts) if line.figure else []
        if line.fact is not None and line.fact not in facts:
            facts.insert(0, line.fact)
        working = line.figure.working if line.figure else None
        parts = {part.name: part for part in (working.parts if working else ())}
        for fact in facts:
            if not fact.source and fact.grade is None:
                continue
            part = parts.get(fact.criterion)
            yield SourceWords(
                of="" if fact is line.fact else self.names.thing(fact.criterion),
                answer=self.names.measured(part.number, part.unit) if part else "",
                source=fact.source,
                seen_in=self.seen_in(fact.criterion),
                grade=fact.grade or "",
                grade_meaning=grade_words(fact.grade, self.names),
            )

    def seen_in(self, criterion: str) -> str:
        """Return the month that an answer speaks of, in words, or an empty text."""
        fact = self._fact(criterion)
        return month_words(fact.month, self.names.say) if fact else ""

    def evidence(self, criterion: str) -> Iterator[EvidenceWords]:
        """Yield the evidence of one question; only web addresses become links."""
        for one in self.snapshot.evidence:
            if one.criterion == criterion:
                yield self._evidence(one)

    def _evidence_behind(self, line: Line) -> Iterator[EvidenceWords]:
        """Yield the evidence of a question and of every part that it is worked out from."""
        parts = line.figure.facts if line.figure else ()
        for name in dict.fromkeys([line.question.id, *(one.criterion for one in parts)]):
            yield from self.evidence(name)

    def _evidence(self, one: PublicEvidence) -> EvidenceWords:
        return EvidenceWords(
            title=self.names.say.paper(one.title),
            grade=one.grade,
            url=one.url if one.url.startswith(_WEB) else "",
            seen_in=month_words(one.month, self.names.say),
            seal=one.seal,
        )

    def stances(self) -> Iterator[StanceWords]:
        """Yield what the employer says to each question."""
        reply = self.snapshot.reply
        yield from (self._stance(one) for one in (reply.stances if reply else ()))

    def stance(self, criterion: str) -> StanceWords | None:
        """Return what the employer says to one question, if anything."""
        return next((one for one in self.stances() if one.criterion == criterion), None)

    def before(self, criterion: str) -> tuple[StanceWords, ...]:
        """Return what the employer said to one question of earlier drafts."""
        said = (one for reply in self.said_before for one in reply.stances)
        return tuple(one for one in said if one.criterion == criterion)

    def _stance(self, one: Stanced) -> StanceWords:
        return StanceWords(
            criterion=one.criterion,
            title=self.names.thing(one.criterion),
            stance=self.names.say.spoken_or(f"stance_{one.stance}", one.stance),
            text=one.text,
        )


def _criteria(node: NodeScore) -> Iterator[NodeScore]:
    return (one for one in node.walk() if one.line is not None)


def _adds(node: NodeScore, names: Names) -> str:
    """Return what a node adds to a total of 100."""
    if node.is_out or not node.most or node.low is None or node.high is None:
        return ""
    low, high = (node.share * 100 * end / node.most for end in (node.low, node.high))
    low, high = round_to(low, digits=_HUNDREDTHS), round_to(high, digits=_HUNDREDTHS)
    return range_words(low, high, names.say)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
