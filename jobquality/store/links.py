"""Links to employers that stay open although whoever made them was removed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, literal, select

from jobquality.store.database import Session
from jobquality.store.rows import (
    AfterLinkRow,
    AssessmentRow,
    EmployerRow,
    EventRow,
    NoticeRow,
    PersonRow,
    QuestionnaireRow,
)

#: What the address of a notice begins with that opens nothing any more.
DEAD = "dead-"


class LinkKind(StrEnum):
    """What a link opens for an employer."""

    NOTICE = "notice"
    QUESTIONS = "questions"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftLink:
    """A link that works, and whose maker may not come in any more.

    `assessment_id` is empty for a link after publication.
    """

    kind: LinkKind
    id: str
    employer_id: str
    employer: str
    made_by: str
    maker: str
    made_at: datetime
    assessment_id: str = ""


def list_left(session: Session, *, at: datetime) -> tuple[LeftLink, ...]:
    """Return the links that stay open, by who left them and the oldest first.

    One query where nobody was removed, four otherwise.
    """
    wanted = select(PersonRow.id, PersonRow.name).where(PersonRow.active.is_(False))
    gone = {row.id: row.name for row in session.execute(wanted)}
    if not gone:
        return ()
    found = [
        LeftLink(
            kind=kind,
            id=row.id,
            employer_id=row.employer_id,
            employer=row.employer,
            made_by=row.made_by,
            maker=gone[row.made_by],
            made_at=row.made_at,
            assessment_id=row.assessment_id,
        )
        for kind, query, maker in _queries(at)
        for row in session.execute(query.where(maker.in_(gone)))
    ]
    return tuple(sorted(found, key=lambda one: (one.maker, one.made_by, one.made_at, one.id)))


def find_owner_of_replaced(session: Session, token_digest: str, kind: str) -> str | None:
    """Return whose address this was before it was replaced, as the log tells it, or None."""
    wanted = select(EventRow.organization_id).where(
        EventRow.about_id == token_digest, EventRow.kind == kind
    )
    return session.scalars(wanted).first()


def _queries(at: datetime) -> tuple[tuple[LinkKind, Select[Any], Any], ...]:
    """Return for each kind its links that work, and the column of who made them."""
    notices = _of_assessment(NoticeRow, NoticeRow.sent_at).where(
        NoticeRow.token_digest.not_like(f"{DEAD}%")
    )
    questions = _of_assessment(QuestionnaireRow, QuestionnaireRow.sent_at).where(
        QuestionnaireRow.withdrawn_at.is_(None), QuestionnaireRow.expires_at > at
    )
    after = _columns(AfterLinkRow, AfterLinkRow.made_by, AfterLinkRow.made_at, literal("")).join(
        EmployerRow, EmployerRow.id == AfterLinkRow.employer_id
    )
    return (
        (LinkKind.NOTICE, notices, NoticeRow.sent_by),
        (LinkKind.QUESTIONS, questions, QuestionnaireRow.sent_by),
        (LinkKind.AFTER, after.where(AfterLinkRow.ended_at.is_(None)), AfterLinkRow.made_by),
    )


def _of_assessment(row: Any, made_at: Any) -> Select[Any]:  # noqa: ANN401 - either table
    return (
        _columns(row, row.sent_by, made_at, row.assessment_id)
        .join(AssessmentRow, AssessmentRow.id == row.assessment_id)
        .join(EmployerRow, EmployerRow.id == AssessmentRow.employer_id)
    )


def _columns(row: Any, made_by: Any, made_at: Any, assessment_id: Any) -> Select[Any]:  # noqa: ANN401
    return select(
        row.id,
        made_by.label("made_by"),
        made_at.label("made_at"),
        assessment_id.label("assessment_id"),
        EmployerRow.id.label("employer_id"),
        EmployerRow.name.label("employer"),
    ).select_from(row)
