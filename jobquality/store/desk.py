"""Where every assessment stands, in a few queries; no draft and no answer is read for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, func, or_, select

from jobquality.access.states import AssessmentState, ReplyState
from jobquality.store.database import Session
from jobquality.store.rows import (
    AnswerRow,
    AssessmentRow,
    EmployerRow,
    NoticeRow,
    OrganizationRow,
    PersonRow,
    ReplyRow,
    ReviewRow,
)

_RETURNED, _SUBMITTED = "returned", "submitted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The newest notice of an assessment; without `ends_at` it was not handed over yet.

    `has_words` says that the employer wrote something, sent or not.
    """

    state: ReplyState
    ends_at: datetime | None
    has_words: bool = False


def authors_of(session: Session, assessment_ids: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the ids of everybody who answered something, by assessment."""
    rows = session.execute(
        select(AnswerRow.assessment_id, AnswerRow.author_id)
        .where(AnswerRow.assessment_id.in_(tuple(assessment_ids)))
        .distinct()
    )
    found: dict[str, set[str]] = {}
    for assessment_id, author_id in rows:
        found.setdefault(assessment_id, set()).add(author_id)
    return {assessment_id: frozenset(authors) for assessment_id, authors in found.items()}


def submitted(session: Session) -> dict[str, datetime]:
    """Return since when each assessment in review waits, by its id."""
    rows = session.execute(
        select(ReviewRow.assessment_id, func.max(ReviewRow.at))
        .join(AssessmentRow, AssessmentRow.id == ReviewRow.assessment_id)
        .where(
            ReviewRow.step == _SUBMITTED,
            AssessmentRow.state == AssessmentState.IN_REVIEW.value,
        )
        .group_by(ReviewRow.assessment_id)
    )
    return {assessment_id: since for assessment_id, since in rows}  # noqa: C416 - rows are no pairs


def returned_ones(session: Session) -> frozenset[str]:
    """Return the ids of the drafts that a reviewer has returned at some time."""
    rows = session.scalars(
        select(ReviewRow.assessment_id)
        .join(AssessmentRow, AssessmentRow.id == ReviewRow.assessment_id)
        .where(ReviewRow.step == _RETURNED, AssessmentRow.state == AssessmentState.DRAFT.value)
        .distinct()
    )
    return frozenset(rows)


def clocks(session: Session) -> dict[str, Clock]:
    """Return the newest notice of each assessment that stands at notice."""
    has_replies = exists().where(ReplyRow.notice_id == NoticeRow.id)
    has_words = or_(NoticeRow.statement != "", has_replies)
    rows = session.execute(
        select(NoticeRow.assessment_id, NoticeRow.state, NoticeRow.ends_at, has_words)
        .join(AssessmentRow, AssessmentRow.id == NoticeRow.assessment_id)
        .where(AssessmentRow.state == AssessmentState.NOTICE.value)
        .order_by(NoticeRow.sent_at)
    )
    return {
        assessment_id: Clock(state=ReplyState(state), ends_at=ends_at, has_words=bool(wrote))
        for assessment_id, state, ends_at, wrote in rows
    }


def names_of_employers(session: Session) -> dict[str, tuple[str, str]]:
    """Return the name and the public name of every employer by its id."""
    rows = session.execute(select(EmployerRow.id, EmployerRow.name, EmployerRow.slug))
    return {employer_id: (name, slug) for employer_id, name, slug in rows}


def count_people(session: Session) -> int:
    """Return how many people of the organization can act."""
    wanted = select(func.count()).select_from(PersonRow).where(PersonRow.active.is_(True))
    return session.scalar(wanted) or 0


def has_sample(session: Session) -> bool:
    """Say whether the organization of samples exists."""
    wanted = select(OrganizationRow.id).where(OrganizationRow.is_sample.is_(True)).limit(1)
    return session.scalars(wanted).first() is not None
