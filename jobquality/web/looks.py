"""A review answer by answer: each with its evidence, what changed, and what was said to it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jobquality.access.actors import Actor
from jobquality.http import current
from jobquality.ledger.snapshot import Snapshot
from jobquality.reading.names import Names
from jobquality.reading.values import FindingWords, LineWords, ScorecardWords
from jobquality.rubrics.model import Rubric
from jobquality.scoring.answers import find_questions
from jobquality.services.evidence import list_opened
from jobquality.services.history import names_in
from jobquality.services.looks import Question, Returned, returned_of
from jobquality.services.shown import (
    Base,
    Change,
    Shown,
    Since,
    base_of,
    changes_between,
    dump_shown,
    mark_of,
    parts_of,
    shown_now,
)
from jobquality.services.unknowns import nobody_knows
from jobquality.services.wholeness import key_of, rest_of
from jobquality.store.assessments import Assessment
from jobquality.store.database import Session
from jobquality.store.evidence import Evidence
from jobquality.store.looks import Look, Verdict, list_looks
from jobquality.web.drafts import names_of, read_draft
from jobquality.web.spoken import Spoken

OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One change in words. `before` is empty where there was no answer, `now` where none is."""

    title: str
    before: str
    now: str
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One answer to look at: a line of the score, a critical violation, or else `now` in words.

    `status` is what this reviewer said to exactly this version: accepted, asked or open.
    `asked` is what was asked when it was returned last, `others` what other reviewers ask.
    """

    id: str
    title: str
    line: LineWords | None
    finding: FindingWords | None
    mark: str
    status: str
    comment: str
    others: tuple[tuple[str, str], ...]
    asked: tuple[Question, ...]
    changes: tuple[Changed, ...]
    is_new: bool
    now: str
    evidence: tuple[Evidence, ...]
    nobody_knows: bool

    @property
    def may_go_with_others(self) -> bool:
        """Whether nothing is known here, nobody asked about it, and nothing was known before."""
        spoken_of = self.others or self.asked or self.status == Verdict.ASKED
        had_words = any(one.before for one in self.changes)
        return self.nobody_knows and not spoken_of and not had_words

    @property
    def needs_eyes(self) -> bool:
        """Whether it shows even where only changes do."""
        is_found = self.finding is not None and self.finding.checked == "found"
        spoken_of = self.status == Verdict.ASKED or self.others or self.asked
        return bool(self.changes or spoken_of or is_found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One topic with its answers."""

    id: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Everything a reviewer looks at. `saw` is the page's own memory of it, as JSON.

    `opened` are the keys of the evidence that this reviewer has opened.
    """

    since: Since
    parts: tuple[Part, ...]
    returned: Returned | None
    people: Mapping[str, str]
    saw: str
    opened: frozenset[str]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every answer, in the order of the standard."""
        return tuple(item for part in self.parts for item in part.items)

    @property
    def looked(self) -> int:
        """How many answers this reviewer has said something to, as they stand now."""
        return sum(item.status != OPEN for item in self.items)

    @property
    def questions(self) -> int:
        """How many questions of this reviewer wait to be sent."""
        return sum(item.status == Verdict.ASKED for item in self.items)

    @property
    def pieces(self) -> frozenset[str]:
        """The keys of all evidence that can be opened, each as it stands now."""
        return frozenset(
            key_of(one) for item in self.items for one in item.evidence if one.is_file or one.url
        )

    @property
    def pieces_opened(self) -> int:
        """How many of them this reviewer has opened as they stand now."""
        return len(self.pieces & self.opened)

    @property
    def unknown(self) -> tuple[Item, ...]:
        """The open answers that nobody knows, which can be accepted in one step."""
        return tuple(one for one in self.items if one.may_go_with_others and one.status == OPEN)

    @property
    def unknown_accepted(self) -> tuple[Item, ...]:
        """The answers that nobody knows and that this reviewer accepted."""
        return tuple(
            one for one in self.items if one.nobody_knows and one.status == Verdict.ACCEPTED
        )

    @property
    def is_whole(self) -> bool:
        """Whether every answer was looked at and all evidence opened."""
        return self.looked == len(self.items) and self.pieces_opened == len(self.pieces)

    def is_folded(self, item: Item) -> bool:
        """Whether an answer lies folded: nobody knows it, it is accepted, or it did not change."""
        is_same = self.since is not Since.NOTHING and not item.needs_eyes
        return item.may_go_with_others or item.status == Verdict.ACCEPTED or is_same


def read_review(
    session: Session,
    actor: Actor,
    assessment: Assessment,
    draft: Snapshot,
    evidence: Iterable[Evidence],
) -> Review:
    """Return everything that a reviewer looks at, answer by answer."""
    now = shown_now(session, assessment.id)
    base = base_of(session, assessment)
    returned = returned_of(session, assessment.id)
    reader = _Reader(
        actor=actor,
        rubric=current().catalog.get(assessment.rubric, assessment.edition),
        names=names_of(assessment.rubric, assessment.edition),
        now=now,
        base=base,
        changes=changes_between(base.shown, now),
        looks=list_looks(session, assessment.id),
        asked=returned.questions if returned else (),
        people=names_in(session, assessment.id),
        evidence=tuple(evidence),
    )
    return Review(
        since=base.since,
        parts=tuple(reader.parts(read_draft(draft))),
        returned=returned,
        people=reader.people,
        saw=dump_shown(now),
        opened=frozenset(map(key_of, list_opened(session, assessment.id, actor.person_id))),
    )


def read_changes(
    assessment: Assessment, before: Mapping[str, Shown], now: Mapping[str, Shown]
) -> tuple[Changed, ...]:
    """Return in words what changed between two looks at the same answers."""
    rubric = current().catalog.get(assessment.rubric, assessment.edition)
    names = names_of(assessment.rubric, assessment.edition)
    found = changes_between(before, now).values() if before else ()
    return tuple(_changed(change, rubric, names) for change in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    actor: Actor
    rubric: Rubric
    names: Names
    now: Mapping[str, Shown]
    base: Base
    changes: Mapping[str, Change]
    looks: tuple[Look, ...]
    asked: tuple[Question, ...]
    people: Mapping[str, str]
    evidence: tuple[Evidence, ...]

    def parts(self, words: ScorecardWords) -> Iterator[Part]:
        """Yield critical violations, every topic, and answers that no line shows."""
        say = self.names.say
        findings = tuple(self._item(one.id, finding=one) for one in words.findings)
        if findings:
            yield Part(id="findings", title=say("reviews_findings_title"), items=findings)
        shown = [one.id for one in words.findings]
        for topic in words.topics:
            items = tuple(self._item(line.id, line=line) for line in topic.lines)
            shown += [one.id for one in items]
            yield Part(id=topic.id, title=topic.title, items=items)
        more = tuple(self._item(name) for name in rest_of(self.rubric, shown, self.now))
        if more:
            yield Part(id="more", title=say("looks_more"), items=more)

    def _item(
        self, name: str, *, line: LineWords | None = None, finding: FindingWords | None = None
    ) -> Item:
        members = parts_of(self.rubric, name)
        mark = mark_of(self.now, members)
        mine = [
            one
            for one in self.looks
            if one.criterion == name and one.person_id == self.actor.person_id
        ]
        status, comment = _said(mine, mark)
        return Item(
            id=name,
            title=self.names.thing(name),
            line=line,
            finding=finding,
            mark=mark,
            status=status,
            comment=comment,
            others=tuple(self._others(name)),
            asked=tuple(one for one in self.asked if one.criterion == name),
            changes=tuple(
                _changed(self.changes[one], self.rubric, self.names)
                for one in members
                if one in self.changes
            ),
            is_new=not any(one in self.base.shown for one in members),
            now=_said_in(name, self.now.get(name), self.rubric, self.names),
            evidence=tuple(one for one in self.evidence if one.criterion in members),
            nobody_knows=nobody_knows(self.rubric, self.now, name),
        )

    def _others(self, name: str) -> Iterator[tuple[str, str]]:
        for one in self.looks:
            is_other = one.person_id != self.actor.person_id
            if one.criterion == name and one.verdict is Verdict.ASKED and is_other:
                yield self.people.get(one.person_id, ""), one.comment


def _said(mine: list[Look], mark: str) -> tuple[str, str]:
    """Return what a reviewer said to this very version, and their words in any case."""
    if not mine:
        return OPEN, ""
    (look,) = mine
    return (look.verdict if look.mark == mark else OPEN), look.comment


def _changed(change: Change, rubric: Rubric, names: Names) -> Changed:
    return Changed(
        title=names.thing(change.criterion),
        before=_said_in(change.criterion, change.before, rubric, names),
        now=_said_in(change.criterion, change.now, rubric, names),
        change=change,
    )


def _said_in(name: str, shown: Shown | None, rubric: Rubric, names: Names) -> str:
    """Return in words what somebody answered; empty where nobody did."""
    question = find_questions(rubric).get(name)
    if question is None or shown is None or not shown.answer:
        return shown.answer if shown else ""
    return Spoken(names).answer(question, shown.answer)
