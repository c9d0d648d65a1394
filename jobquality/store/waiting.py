"""Answers that came when another one was there already: kept until somebody chooses."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from jobquality.errors import NotFoundError
from jobquality.store.assessments import Answer, answer_in, fill_said
from jobquality.store.database import Session
from jobquality.store.rows import WaitingAnswerRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One answer that waits: what is `said`, by whom and when.

    `chosen_at` and `chosen_by` say when it waits no longer; it stays on record.
    """

    id: str
    said: Answer
    chosen_at: datetime | None = None
    chosen_by: str | None = None

    @property
    def criterion(self) -> str:
        """The question that it answers."""
        return self.said.criterion


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


def list_decided(session: Session, assessment_id: str, criterion: str) -> tuple[Waiting, ...]:
    """Return what waited at one question until somebody chose, the newest choice first."""
    wanted = (
        select(WaitingAnswerRow)
        .where(
            WaitingAnswerRow.assessment_id == assessment_id,
            WaitingAnswerRow.criterion == criterion,
            WaitingAnswerRow.chosen_at.is_not(None),
        )
        .order_by(WaitingAnswerRow.chosen_at.desc(), WaitingAnswerRow.id)
    )
    return tuple(_waiting(row) for row in session.scalars(wanted))


def list_all_waiting(session: Session) -> tuple[Waiting, ...]:
    """Return what still waits anywhere in the organization, oldest first."""
    wanted = (
        select(WaitingAnswerRow)
        .where(WaitingAnswerRow.chosen_at.is_(None))
        .order_by(WaitingAnswerRow.answered_at, WaitingAnswerRow.id)
    )
    return tuple(_waiting(row) for row in session.scalars(wanted))


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
    return Waiting(id=row.id, said=answer_in(row), chosen_at=row.chosen_at, chosen_by=row.chosen_by)
