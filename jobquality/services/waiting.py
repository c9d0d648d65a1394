"""Two people, one question: the later answer waits until somebody chooses one of the two."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import ConflictError, Fault, NotFoundError
from jobquality.services.assessments import RecordAnswer, answer_of, open_draft
from jobquality.store import waiting as store
from jobquality.store.assessments import Answer, find_answer, get_assessment, keep_answer
from jobquality.store.database import Session
from jobquality.store.earlier import list_earlier
from jobquality.store.versions import SENTENCE
from jobquality.store.waiting import Waiting

_ID = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose:
    """What somebody decides: the answer that waits, or the one that is there.

    `seen` is the version of the one that is there.
    """

    assessment_id: str
    criterion: str
    waiting_id: str
    takes_waiting: bool
    seen: int


def waiting_id_of(actor: Actor, key: str) -> str:
    """Return the id under which an answer waits: one a form, however often it is sent."""
    return hashlib.sha256(f"waiting {actor.person_id} {key}".encode()).hexdigest()[:_ID]


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """What came of an answer that came too late: it waits, or somebody decided about it before.

    Neither where the same words are there already.
    """

    waits: bool = False
    decision: Waiting | None = None


def let_wait(
    session: Session, actor: Actor, waiting_id: str, command: RecordAnswer, *, at: datetime
) -> Late:
    """Keep an answer that came too late, whatever became of the assessment; say what it does.

    Nothing is kept a second time: neither the same form sent again, nor words that are there or
    wait from the same person already, letter by letter. Where somebody has chosen since, there
    is nothing to choose.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such assessment.
    """
    check_may(actor, Action.ASSESS)
    get_assessment(session, command.assessment_id)
    there = find_answer(session, command.assessment_id, command.criterion)
    mine = answer_of(actor, command, at=at)
    if there is not None and not there.carried and says_the_same(mine, there):
        return Late()
    decision = _find_decision(session, waiting_id, mine, seen=command.seen)
    if decision is not None:
        return Late(decision=decision)
    if store.find_waiting(session, waiting_id) is None and not _waits_already(session, mine):
        store.add_waiting(session, waiting_id, mine)
    return Late(waits=True)


def _waits_already(session: Session, mine: Answer) -> bool:
    return any(
        one.said.author_id == mine.author_id and says_the_same(one.said, mine)
        for one in store.list_waiting(session, mine.assessment_id, mine.criterion)
    )


def choose(session: Session, actor: Actor, command: Choose, *, at: datetime) -> None:
    """Let one of two answers count. Whoever chooses stands behind it.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: nothing waits there under that id.
        RefusedError: the assessment is no draft.
        ConflictError: somebody answered or chose since `command.seen`.
    """
    open_draft(session, actor, command.assessment_id)
    waiting = _waiting(session, command)
    there = find_answer(session, command.assessment_id, command.criterion)
    if waiting.chosen_at is not None or (there.version if there else 0) != command.seen:
        raise ConflictError(SENTENCE)
    store.set_chosen(session, waiting.id, by=actor.person_id, at=at)
    if command.takes_waiting:
        taken = replace(waiting.said, author_id=actor.person_id, answered_at=at)
        keep_answer(session, taken, seen=command.seen)


def check_undecided(
    session: Session, actor: Actor, waiting_id: str, command: RecordAnswer, *, at: datetime
) -> None:
    """Be quiet unless somebody chose about this very answer already: then it is not given anew.

    A phone may send a form once more after the choice, when nothing stands in its way any more,
    also as a new form of the same words. Whoever still means it says why, and then the words
    are others.

    Raises:
        ConflictError: it waited, and somebody chose it or the other one.
    """
    mine = answer_of(actor, command, at=at)
    if _find_decision(session, waiting_id, mine, seen=command.seen) is not None:
        raise ConflictError(SENTENCE)


def _find_decision(session: Session, waiting_id: str, mine: Answer, *, seen: int) -> Waiting | None:
    """Return the late answer that somebody decided about and that comes once more, or None.

    It is that form itself, or another one of the same words, by the same person, who has seen
    nothing newer than what stood there at the decision.
    """
    known = store.find_waiting(session, waiting_id)
    if known is not None:
        return known if known.chosen_at is not None else None
    decided = store.list_decided(session, mine.assessment_id, mine.criterion)
    same = [
        one
        for one in decided
        if one.said.author_id == mine.author_id and says_the_same(one.said, mine)
    ]
    return next((one for one in same if seen <= _version_at(session, one)), None)


def _version_at(session: Session, decided: Waiting) -> int:
    """Return which version of the answer stood there when somebody decided; 0 for none."""
    said, at = decided.said, decided.chosen_at
    versions = list_earlier(session, said.assessment_id, said.criterion)
    return max((one.version for one in versions if at and one.answered_at <= at), default=0)


def settle(session: Session, actor: Actor, kept: Answer) -> None:
    """Let an answer wait no longer where what counts now says the same, word by word."""
    for one in store.list_waiting(session, kept.assessment_id, kept.criterion):
        if says_the_same(one.said, kept):
            store.set_chosen(session, one.id, by=actor.person_id, at=kept.answered_at)


def find_undecided(session: Session, assessment_id: str) -> Iterator[Fault]:
    """Yield each question where two answers stand beside each other."""
    for criterion in sorted({one.criterion for one in store.list_waiting(session, assessment_id)}):
        yield Fault(
            message="Two people answered this, and nobody has chosen yet.",
            where=criterion,
            remedy="Open the question and choose one of the two answers.",
        )


def says_the_same(one: Answer, other: Answer) -> bool:
    """Say whether two answers are the same in every word and number."""
    return _words(one) == _words(other)


def _words(answer: Answer) -> tuple[object, ...]:
    return (
        *(answer.answer, answer.grade, answer.source, answer.note),
        *(answer.workers, answer.law_checked_on, answer.on),
    )


def _waiting(session: Session, command: Choose) -> Waiting:
    found = store.find_waiting(session, command.waiting_id)
    place = (command.assessment_id, command.criterion)
    if found is None or (found.said.assessment_id, found.criterion) != place:
        raise NotFoundError("There is no such answer.")
    return found
