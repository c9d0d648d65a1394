"""Answers that came when another one was there already: kept until somebody chooses."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from jobquality.errors import NotFoundError
from jobquality.scoring.facts import Grade
from jobquality.store.assessments import Answer, Workers, fill_said, workers_in
from jobquality.store.database import Session
from jobquality.store.rows import WaitingAnswerRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One answer that waits: what it says, who wrote it and when.

    `chosen_at` and `chosen_by` say when it waits no longer; it stays on record.
    """

    id: str
    assessment_id: str
    organization_id: str
    criterion: str
    answer: str
    author_id: str
    answered_at: datetime
    on: date | None = None
    grade: Grade | None = None
    source: str = ""
    note: str = ""
    workers: Workers | None = None
    law_checked_on: date | None = None
    chosen_at: datetime | None = None
    chosen_by: str | None = None


def add_waiting(session: Session, waiting_id: str, answer: Answer) -> None:
    """Keep an answer that came too late."""
    row = WaitingAnswerRow(
        id=waiting_id,
        organization_id=answer.organization_id,
        assessment_id=answer.assessment_id,
        criterion=answer.criterion,
    )
    fill_said(row, answer)
    session.add(row)
    session.flush()


def find_waiting(session: Session, waiting_id: str) -> Waiting | None:
    """Return one, whether it still waits or not, or None."""
    row = session.scalars(select(WaitingAnswerRow).where(WaitingAnswerRow.id == waiting_id)).first()
    return _waiting(row) if row else None


def list_waiting(
    session: Session, assessment_id: str, criterion: str | None = None
) -> tuple[Waiting, ...]:
    """Return what still waits in an assessment, or at one question of it, oldest first."""
    wanted = (
        select(WaitingAnswerRow)
        .where(
            WaitingAnswerRow.assessment_id == assessment_id, WaitingAnswerRow.chosen_at.is_(None)
        )
        .order_by(WaitingAnswerRow.answered_at, WaitingAnswerRow.id)
    )
    if criterion is not None:
        wanted = wanted.where(WaitingAnswerRow.criterion == criterion)
    return tuple(_waiting(row) for row in session.scalars(wanted))


def count_waiting(session: Session) -> dict[str, int]:
    """Return how many answers wait in each assessment where one does."""
    rows = session.execute(
        select(WaitingAnswerRow.assessment_id, func.count())
        .where(WaitingAnswerRow.chosen_at.is_(None))
        .group_by(WaitingAnswerRow.assessment_id)
    )
    return dict(rows.tuples())


def set_chosen(session: Session, waiting_id: str, *, by: str, at: datetime) -> None:
    """Let an answer wait no longer: somebody chose it, or the other one.

    Raises:
        NotFoundError: there is none of that id.
    """
    row = session.scalars(select(WaitingAnswerRow).where(WaitingAnswerRow.id == waiting_id)).first()
    if row is None:
        raise NotFoundError("There is no such answer.")
    row.chosen_at, row.chosen_by = at, by
    session.flush()


def _waiting(row: WaitingAnswerRow) -> Waiting:
    return Waiting(
        id=row.id,
        assessment_id=row.assessment_id,
        organization_id=row.organization_id,
        criterion=row.criterion,
        answer=row.answer,
        author_id=row.author_id,
        answered_at=row.answered_at,
        on=row.on,
        grade=Grade(row.grade) if row.grade else None,
        source=row.source,
        note=row.note,
        workers=workers_in(row),
        law_checked_on=row.law_checked_on,
        chosen_at=row.chosen_at,
        chosen_by=row.chosen_by,
    )
