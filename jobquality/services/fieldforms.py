"""Take the answers of a field form in: what is new, what differs, and nothing overwritten."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from jobquality.access.actors import Actor
from jobquality.rubrics.catalog import Catalog
from jobquality.rubrics.model import State
from jobquality.scoring.answers import Answer as ReadAnswer
from jobquality.scoring.answers import AnswerError, Question, read_answer
from jobquality.services.assessments import RecordAnswer, record_answer
from jobquality.store.assessments import Answer
from jobquality.store.database import Session


class Standing(StrEnum):
    """How an answer of a form stands to the one that is there.

    Only `differs` would overwrite something, and is taken only where somebody chose so.
    """

    NEW = "new"
    CONFIRMS = "confirms"
    ADDS = "adds"
    SAME = "same"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """An answer of a form beside the one that is there.

    `command` is what taking it records: where both say the same, the evidence that is there
    stays, and only what the form adds comes to it.
    """

    command: RecordAnswer
    there: Answer | None
    standing: Standing


def compare(question: Question, command: RecordAnswer, there: Answer | None) -> Compared:
    """Return how an answer of a form stands to the one that is there."""
    seen = there.version if there else 0
    command = replace(command, seen=seen)
    if there is None or _is_blank(question, there):
        return Compared(command=command, there=there, standing=Standing.NEW)
    if _read(question, command.answer) != _read(question, there.answer):
        return Compared(command=command, there=there, standing=Standing.DIFFERS)
    return Compared(
        command=_joined(command, there), there=there, standing=_same_answer(command, there)
    )


def take_answers(
    session: Session,
    actor: Actor,
    commands: Iterable[RecordAnswer],
    *,
    catalog: Catalog,
    at: datetime,
) -> int:
    """Record answers of a form and return how many; all of them, or none.

    Raises:
        ForbiddenError: the actor may not assess.
        RefusedError: the assessment is no draft.
        FaultsError: an answer cannot be taken.
        ConflictError: somebody answered one of them since it was compared.
    """
    taken = [record_answer(session, actor, command, catalog=catalog, at=at) for command in commands]
    return len(taken)


def _same_answer(command: RecordAnswer, there: Answer) -> Standing:
    pairs = ((command.workers, there.workers), (command.note, there.note))
    if any(ours and theirs and ours != theirs for ours, theirs in pairs):
        return Standing.DIFFERS
    if any(ours and not theirs for ours, theirs in pairs):
        return Standing.ADDS
    return Standing.CONFIRMS if there.carried else Standing.SAME


def _joined(command: RecordAnswer, there: Answer) -> RecordAnswer:
    """A claim never takes the place of evidence for the same answer."""
    return replace(
        command,
        grade=there.grade,
        source=there.source or command.source,
        note=command.note or there.note,
        workers=command.workers or there.workers,
        law_checked_on=there.law_checked_on,
        on=there.on,
    )


def _is_blank(question: Question, there: Answer) -> bool:
    read = _read(question, there.answer)
    return isinstance(read, ReadAnswer) and read.state is State.MISSING


def _read(question: Question, text: str) -> ReadAnswer | str:
    try:
        return read_answer(question, text)
    except AnswerError:
        return text
