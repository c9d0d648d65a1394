"""Every claim that a published scorecard makes, with what it rests on.

A claim is a number or a sentence that somebody could dispute. Each has an id that the page,
the API and the packet share, and at least one ground: evidence, a source, a dated figure, a
record of ours, or that nobody could tell. A score follows from other claims.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum

from jobquality.ledger.recompute import rebuild
from jobquality.ledger.snapshot import Snapshot
from jobquality.ledger.withholding import as_shown
from jobquality.reading.scorecard import read_scorecard
from jobquality.reading.values import (
    EvidenceWords,
    FindingWords,
    LineWords,
    ScorecardWords,
    TopicWords,
)
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.places import Places
from jobquality.wording import Speaker


class Basis(StrEnum):
    """What kind of ground it is."""

    EVIDENCE = "evidence"
    SOURCE = "source"
    FIGURE = "figure"
    RECORD = "record"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One thing that a claim rests on; `seal` stands for a file that is not public."""

    basis: Basis
    text: str
    grade: str = ""
    month: str = ""
    url: str = ""
    seal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWords:
    """One claim. `follows_from` are the ids of the claims that it is worked out from."""

    id: str
    kind: str
    says: str
    grounds: tuple[Ground, ...]
    follows_from: tuple[str, ...] = ()


def claims_of(
    snapshot: Snapshot, edition: Edition, places: Places, say: Speaker
) -> tuple[ClaimWords, ...]:
    """Return every claim of what was published, in the speaker's language."""
    snapshot = as_shown(snapshot, edition.rubric, places)
    card = rebuild(snapshot, edition.rubric, places)
    return read_claims(read_scorecard(card, snapshot, edition, places, say))


def dump_claims(claims: Iterable[ClaimWords]) -> str:
    """Return claims as JSON, one after the other as the API gives them."""
    items = [
        {
            "id": one.id,
            "kind": one.kind,
            "says": one.says,
            "evidence": [asdict(ground) for ground in one.grounds],
            "follows_from": list(one.follows_from),
        }
        for one in claims
    ]
    return json.dumps({"items": items}, ensure_ascii=False, indent=1)


def read_claims(card: ScorecardWords) -> tuple[ClaimWords, ...]:
    """Return every claim of a scorecard, those that follow from others last."""
    reader = _Reader(card)
    plain = (*reader.answers(), *reader.findings(), *reader.figures(), *reader.records())
    return (*plain, *_derived(card, {one.id: one for one in plain}))


class _Reader:
    def __init__(self, card: ScorecardWords) -> None:
        self._card = card

    def answers(self) -> Iterator[ClaimWords]:
        for topic in self._card.topics:
            yield from map(self._answer, topic.lines)

    def findings(self) -> Iterator[ClaimWords]:
        for one in self._card.findings:
            yield ClaimWords(
                id=f"finding-{one.id}",
                kind="finding",
                says=f"{one.title}: {one.checked_word}",
                grounds=tuple(self._of_finding(one)),
            )

    def figures(self) -> Iterator[ClaimWords]:
        for one in self._card.figures:
            first = one.rows[0]
            yield ClaimWords(
                id=f"figure-{one.id}",
                kind="figure",
                says=f"{one.title}: {first.amount}, {first.place}",
                grounds=tuple(
                    Ground(basis=Basis.FIGURE, text=row.source, month=row.as_of) for row in one.rows
                ),
            )

    def records(self) -> Iterator[ClaimWords]:
        card = self._card
        if card.notice:
            yield _record("notice", card.notice)
        yield _record("reply", card.reply.summary)
        yield _record("who", card.who)

    def _answer(self, line: LineWords) -> ClaimWords:
        return ClaimWords(
            id=f"answer-{line.id}",
            kind="answer",
            says=f"{line.title}: {line.answer or line.reason or line.mark_word} ({line.points})",
            grounds=tuple(dict.fromkeys(self._of_line(line))),
        )

    def _of_line(self, line: LineWords) -> Iterator[Ground]:
        found = False
        for piece in line.evidence:
            found = True
            yield _piece(piece)
        for source in line.sources:
            if source.source:
                found = True
                yield Ground(
                    basis=Basis.SOURCE,
                    text=source.source,
                    grade=source.grade,
                    month=source.seen_in,
                )
        if not found:
            yield Ground(basis=Basis.NOT_KNOWN, text=line.reason or line.mark_word)

    def _of_finding(self, one: FindingWords) -> Iterator[Ground]:
        for piece in one.evidence:
            yield _piece(piece)
        if one.source:
            yield Ground(basis=Basis.SOURCE, text=one.source, grade=one.grade, month=one.seen_in)
        elif not one.evidence:
            yield Ground(basis=Basis.NOT_KNOWN, text=one.checked_word)


def _piece(piece: EvidenceWords) -> Ground:
    return Ground(
        basis=Basis.EVIDENCE,
        text=piece.title,
        grade=piece.grade,
        month=piece.seen_in,
        url=piece.url,
        seal=piece.seal,
    )


def _record(name: str, says: str) -> ClaimWords:
    ground = Ground(basis=Basis.RECORD, text=says)
    return ClaimWords(id=name, kind="record", says=says, grounds=(ground,))


def _derived(card: ScorecardWords, plain: dict[str, ClaimWords]) -> Iterator[ClaimWords]:
    topics = [_of_topic(topic, plain) for topic in card.topics]
    yield from topics
    known = {**plain, **{one.id: one for one in topics}}
    all_topics = tuple(one.id for one in topics)
    answers = tuple(name for name in plain if name.startswith(("answer-", "figure-")))
    found = tuple(name for name in plain if name.startswith("finding-"))
    score = _following("score", "score", f"{card.ends.text} / {card.most}", all_topics, known)
    yield score
    yield _following("known", "coverage", " ".join(card.coverage), answers, known)
    known["score"] = score
    yield _following("level", "level", card.level or card.ends.text, ("score", *found), known)
    for one in card.levels:
        says = f"{one.title}: {one.word}"
        yield _following(f"level-{one.id}", "level", says, ("score", *found), known)


def _of_topic(topic: TopicWords, known: dict[str, ClaimWords]) -> ClaimWords:
    lines = tuple(f"answer-{line.id}" for line in topic.lines)
    return _following(
        f"topic-{topic.id}", "score", f"{topic.title}: {topic.ends.text}", lines, known
    )


def _following(
    name: str, kind: str, says: str, sources: tuple[str, ...], known: dict[str, ClaimWords]
) -> ClaimWords:
    grounds = _together(known[one] for one in sources)
    return ClaimWords(id=name, kind=kind, says=says, grounds=grounds, follows_from=sources)


def _together(claims: Iterable[ClaimWords]) -> tuple[Ground, ...]:
    """Return the grounds of several claims, each once, in their order."""
    return tuple(dict.fromkeys(ground for claim in claims for ground in claim.grounds))
