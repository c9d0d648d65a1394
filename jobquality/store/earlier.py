"""Every version of every answer, as it was written at its time."""

from sqlalchemy import select

from jobquality.store.assessments import Answer, answer_in
from jobquality.store.database import Session
from jobquality.store.rows import AnswerVersionRow


def list_earlier(
    session: Session, assessment_id: str, criterion: str | None = None
) -> tuple[Answer, ...]:
    """Return every version of the answers of an assessment, or of one of them.

    Oldest first within each criterion; the last one is what counts now.
    """
    wanted = (
        select(AnswerVersionRow)
        .where(AnswerVersionRow.assessment_id == assessment_id)
        .order_by(AnswerVersionRow.criterion, AnswerVersionRow.version)
    )
    if criterion is not None:
        wanted = wanted.where(AnswerVersionRow.criterion == criterion)
    return tuple(answer_in(row) for row in session.scalars(wanted))
