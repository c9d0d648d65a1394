"""Answers given by one edition, as the questions of another one can take them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from jobquality.rubrics.bridges import Bridge, Link
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.model import Criterion, State
from jobquality.scoring.answers import AnswerError, Question, find_questions, read_answer
from jobquality.scoring.carrying import Content, image, weakest
from jobquality.scoring.facts import Fact, Value
from jobquality.scoring.periods import is_same_edition
from jobquality.services.standard_checks import read_bridge
from jobquality.store.assessments import Answer
from jobquality.store.database import Session
from jobquality.store.standards import BRIDGE, find_own, read_files


class Left(StrEnum):
    """Why an answer does not come along."""

    GONE = "gone"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridged:
    """Answers by the question that they answer now, and why others do not come along.

    `came_from` names the old question of each, `left` an old question with the reason.
    """

    answers: Mapping[str, Answer]
    came_from: Mapping[str, str]
    left: Mapping[str, Left]


def bridge_between(session: Session, old: Edition, new: Edition) -> Bridge | None:
    """Return which old question is which new one; None where the two are one edition.

    Between an edition of an own standard and the one that it follows counts the bridge that
    was published with it; without one, only what both ask in the same words and on the same scale.
    """
    if is_same_edition(old.rubric, new.rubric):
        return None
    own = find_own(session, new.rubric.id, new.rubric.edition) if new.owner else None
    is_for_this = own is not None and own.follows == old.rubric.name
    content = read_files(session, new.rubric.name).get(BRIDGE) if is_for_this else None
    return read_bridge(content, old, new)


def bridge_answers(
    answers: Mapping[str, Answer], bridge: Bridge | None, old: Edition, new: Edition
) -> Bridged:
    """Return answers as the new edition takes them, each to be confirmed.

    Only over links that a person called comparable, and only where the answer says the same
    thing there; critical questions and declared levels keep their ids. Fields that were
    emptied again are passed over.
    """
    if bridge is None:
        known = {name: name for name in answers}
        return Bridged(answers=_to_confirm(answers), came_from=known, left={})
    carrier = _Carrier(answers, old, new)
    return carrier.over(bridge)


def left_words(old: str, left: Iterable[str]) -> dict[str, str]:
    """Return which answers by the edition `old` stayed behind, as details of an event."""
    named = " ".join(sorted(left))
    return {"from": old, "left": named} if named else {}


class _Carrier:
    def __init__(self, answers: Mapping[str, Answer], old: Edition, new: Edition) -> None:
        self._said = dict(_said(answers, find_questions(old.rubric)))
        self._answers = answers
        self._new = find_questions(new.rubric)
        self._kept: dict[str, Answer] = {}
        self._from: dict[str, str] = {}

    def over(self, bridge: Bridge) -> Bridged:
        for link in bridge.comparable():
            self._link(link)
        for name in self._said:
            if not isinstance(self._new.get(name), Criterion | None):
                self._keep(name, (name,), (self._said[name].state, self._said[name].value))
        came = set(self._from.values()) | self._merged(bridge)
        linked = {name for link in bridge.comparable() for name in link.old} | set(self._new)
        left = {
            name: Left.OTHER if name in linked else Left.GONE
            for name in self._said
            if name not in came
        }
        return Bridged(answers=self._kept, came_from=self._from, left=left)

    def _link(self, link: Link) -> None:
        facts = [self._said.get(name) for name in link.old]
        content = image(link, facts)
        given = tuple(name for name in link.old if name in self._said)
        if content is not None and given:
            for name in link.new:
                self._keep(name, given, content)

    def _keep(self, name: str, given: tuple[str, ...], content: Content) -> None:
        """Keep an answer to the new question, if the words say the same thing there."""
        before = self._answers[given[0]]
        text = _text(before.answer, content)
        if _reads(self._new[name], text) != content:
            return
        grade = weakest([self._said[one] for one in given])
        answer = replace(before, criterion=name, answer=text, grade=grade)
        self._kept |= _to_confirm({name: answer})
        self._from[name] = given[0]

    def _merged(self, bridge: Bridge) -> set[str]:
        """Return the old questions whose answer went into one with that of others."""
        whole = (link for link in bridge.comparable() if set(link.new) <= set(self._from))
        return {name for link in whole for name in link.old}


def _said(
    answers: Mapping[str, Answer], questions: Mapping[str, Question]
) -> Iterator[tuple[str, Fact]]:
    """Yield each answer that says anything, as a fact."""
    for name, answer in answers.items():
        read = _reads(questions.get(name), answer.answer)
        if read is not None and read[0] is not State.MISSING:
            state, value = read
            yield (
                name,
                Fact(
                    criterion=name,
                    state=state,
                    value=value,
                    text=answer.answer,
                    grade=answer.grade,
                ),
            )


def _reads(question: Question | None, text: str) -> Content | None:
    if question is None:
        return None
    try:
        read = read_answer(question, text)
    except AnswerError:
        return None
    return read.state, read.value


def _text(written: str, content: Content) -> str:
    """Return the words of an answer; a choice by its id, which cannot be mistaken."""
    state, value = content
    if state is not State.VALUE or not isinstance(value, str | frozenset):
        return written
    return _word(value)


def _word(value: Value) -> str:
    return ";".join(sorted(value)) if isinstance(value, frozenset) else str(value)


def _to_confirm(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    return {name: replace(answer, carried=True) for name, answer in answers.items()}
