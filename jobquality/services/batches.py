"""Record several answers: all of them, or none."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from jobquality.access.actors import Actor
from jobquality.errors import ConflictError, Fault, check_faults
from jobquality.rubrics.catalog import Catalog
from jobquality.scoring.answers import find_questions
from jobquality.services.answers import answer_faults
from jobquality.services.assessments import RecordAnswer, open_draft, record_answer, today_of
from jobquality.store.assessments import Answer, list_answers
from jobquality.store.database import Session
from jobquality.store.versions import SENTENCE


def record_answers(
    session: Session,
    actor: Actor,
    commands: Sequence[RecordAnswer],
    *,
    catalog: Catalog,
    at: datetime,
) -> tuple[Answer, ...]:
    """Keep answers of one draft, and return them with their new versions.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such assessment.
        RefusedError: the assessment is no draft.
        FaultsError: an answer cannot be taken; `where` is `NUMBER/FIELD` for each fault.
        ConflictError: somebody answered one of them since it was seen.
    """
    assessment = open_draft(session, actor, commands[0].assessment_id)
    questions = find_questions(catalog.get(assessment.rubric, assessment.edition))
    today = today_of(session, actor, at)
    check_faults(
        _numbered(fault, number)
        for number, one in enumerate(commands)
        for fault in answer_faults(questions[one.criterion], one, today=today)
    )
    known = list_answers(session, assessment.id)
    if any(version_in(known, one.criterion) != one.seen for one in commands):
        raise ConflictError(SENTENCE)
    return tuple(
        record_answer(session, actor, one, catalog=catalog, at=at)
        for one in sorted(
            commands, key=lambda one: one.criterion
        )  # two batches never wait in a ring
    )


def version_in(known: dict[str, Answer], criterion: str) -> int:
    """Return the version of an answer that is there; 0 where there is none."""
    return known[criterion].version if criterion in known else 0


def _numbered(fault: Fault, number: int) -> Fault:
    return replace(fault, where=f"{number}/{fault.where}")
