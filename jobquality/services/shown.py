"""What an assessment looked like at some moment, and what changed since: answer by answer."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from jobquality.access.states import PublicationState
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Snapshot
from jobquality.rubrics.model import Asked, Criterion, Rubric
from jobquality.scoring.answers import find_questions
from jobquality.store.assessments import Answer, Assessment, list_answers
from jobquality.store.database import Session
from jobquality.store.evidence import Evidence, list_evidence
from jobquality.store.looks import find_last_sheet
from jobquality.store.publications import list_publications


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What one answer looked like: as written, what was said beside it, and its evidence.

    `version` is 0 for what was published, of which only the words are known. `evidence` has
    titles by key; a newer revision of a file has another key.
    """

    answer: str = ""
    grade: str = ""
    source: str = ""
    note: str = ""
    version: int = 0
    evidence: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One answer that is not what it was. `added` and `removed` are titles of evidence."""

    criterion: str
    before: Shown | None
    now: Shown | None
    added: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def answer_changed(self) -> bool:
        """Whether the answer itself is another one."""
        return (self.before or Shown()).answer != (self.now or Shown()).answer

    @property
    def grade_changed(self) -> bool:
        """Whether the evidence is said to be stronger or weaker."""
        return (self.before or Shown()).grade != (self.now or Shown()).grade

    @property
    def words_changed(self) -> bool:
        """Whether the source or the note says something else."""
        before, now = self.before or Shown(), self.now or Shown()
        return (before.source, before.note) != (now.source, now.note)

    @property
    def is_only_beside(self) -> bool:
        """Whether nothing of this differs, but a day, a count or a rule looked up."""
        told = self.answer_changed or self.grade_changed or self.words_changed
        return not (told or self.added or self.removed)


class Since(StrEnum):
    """With what the answers are compared."""

    RETURNED = "returned"
    PUBLISHED = "published"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What somebody saw last: the answers as they were then."""

    since: Since
    shown: Mapping[str, Shown]


def shown_now(session: Session, assessment_id: str) -> dict[str, Shown]:
    """Return what every answer of an assessment looks like now."""
    answers = list_answers(session, assessment_id)
    evidence = list_evidence(session, assessment_id)
    names = dict.fromkeys([*answers, *(one.criterion for one in evidence)])
    return {name: _shown(name, answers.get(name), evidence) for name in names}


def base_of(session: Session, assessment: Assessment) -> Base:
    """Return what the answers are compared with.

    That is the assessment as it was returned last; before that, what the employer's current
    scorecard says; else nothing.
    """
    returned = find_last_sheet(session, assessment.id)
    if returned is not None:
        return Base(since=Since.RETURNED, shown=load_shown(returned))
    published = _published(session, assessment)
    if published is not None:
        return Base(since=Since.PUBLISHED, shown=_as_published(published))
    return Base(since=Since.NOTHING, shown={})


def changes_between(before: Mapping[str, Shown], now: Mapping[str, Shown]) -> dict[str, Change]:
    """Return every answer that differs, by its question."""
    names = dict.fromkeys([*now, *before])
    return {
        name: _change(name, before.get(name), now.get(name))
        for name in names
        if _differs(before.get(name) or Shown(), now.get(name) or Shown())
    }


def mark_of(shown: Mapping[str, Shown], names: Iterable[str]) -> str:
    """Return what tells this version of a question, its parts and their evidence from others."""
    seen = [
        [name, one.version, sorted(one.evidence)]
        for name in names
        if (one := shown.get(name)) is not None
    ]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()[:32]


def parts_of(rubric: Rubric, name: str) -> tuple[str, ...]:
    """Return a question and the figures that it is worked out from."""
    question = find_questions(rubric).get(name)
    return (name, *_figures(question)) if isinstance(question, Criterion) else (name,)


def dump_shown(shown: Mapping[str, Shown]) -> str:
    """Return answers as JSON."""
    told = {
        name: [one.answer, one.grade, one.source, one.note, one.version, dict(one.evidence)]
        for name, one in shown.items()
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def load_shown(text: str) -> dict[str, Shown]:
    """Return answers from JSON; what cannot be read is left out."""
    try:
        told = json.loads(text)
    except ValueError:
        return {}
    found = told.items() if isinstance(told, dict) else ()
    return {name: one for name, row in found if (one := _load(row)) is not None}


def _load(row: object) -> Shown | None:
    match row:
        case [str(answer), str(grade), str(source), str(note), int(version), dict(evidence)]:
            titles = {str(key): str(title) for key, title in evidence.items()}
            return Shown(
                answer=answer,
                grade=grade,
                source=source,
                note=note,
                version=version,
                evidence=titles,
            )
        case _:
            return None


def _shown(name: str, answer: Answer | None, evidence: Iterable[Evidence]) -> Shown:
    titles = {f"{one.id}.{one.revision}": one.title for one in evidence if one.criterion == name}
    if answer is None:
        return Shown(evidence=titles)
    return Shown(
        answer=answer.answer,
        grade=answer.grade or "",
        source=answer.source,
        note=answer.note,
        version=answer.version,
        evidence=titles,
    )


def _published(session: Session, assessment: Assessment) -> Snapshot | None:
    """Return the employer's current scorecard, if it is by the same standard."""
    for one in list_publications(session, employer_id=assessment.employer_id):
        is_other = one.assessment_id != assessment.id
        if one.state is PublicationState.CURRENT and is_other:
            snapshot = load_snapshot(one.content)
            return snapshot if snapshot.rubric == assessment.rubric else None
    return None


def _as_published(snapshot: Snapshot) -> dict[str, Shown]:
    titles: dict[str, dict[str, str]] = {}
    for one in snapshot.evidence:
        titles.setdefault(one.criterion, {})[one.title] = one.title
    return {
        fact.criterion: Shown(
            answer=fact.answer,
            grade=fact.grade or "",
            source=fact.source,
            note=fact.note,
            evidence=titles.get(fact.criterion, {}),
        )
        for fact in snapshot.facts
    }


def _differs(before: Shown, now: Shown) -> bool:
    if before.version and now.version:
        return (before.version, set(before.evidence)) != (now.version, set(now.evidence))
    return _words(before) != _words(now)


def _words(shown: Shown) -> tuple[object, ...]:
    titles = sorted(shown.evidence.values())
    return shown.answer, shown.grade, shown.source, shown.note, titles


def _change(name: str, before: Shown | None, now: Shown | None) -> Change:
    was, titles = (before or Shown()), (now or Shown())
    by_key = bool(was.version and titles.version)
    return Change(
        criterion=name,
        before=before,
        now=now,
        added=_more(titles, was, by_key=by_key),
        removed=_more(was, titles, by_key=by_key),
    )


def _more(these: Shown, others: Shown, *, by_key: bool) -> tuple[str, ...]:
    known = set(others.evidence) if by_key else set(others.evidence.values())
    return tuple(
        title for key, title in these.evidence.items() if (key if by_key else title) not in known
    )


def _figures(question: Criterion) -> Iterable[str]:
    measure = question.measure
    if measure is None:
        return ()
    terms = (*measure.of, *measure.to, *((measure.cap,) if measure.cap else ()))
    return tuple(term.name for term in terms if term.kind is Asked.FIGURE)
