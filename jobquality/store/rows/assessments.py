"""Assessments: answers, review, notice and reply."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jobquality.store.rows.base import Marked, OfOrganization, Row, Traced, Versioned


class AssessmentRow(OfOrganization, Versioned, Traced, Row):
    """One edition × one employer scope × one day. `sites` is JSON, ids of establishments."""

    __tablename__ = "assessments"
    TRACED: ClassVar = {
        "assessment": (
            "organization_id",
            "rubric",
            "edition",
            "on",
            "sites",
            "state",
            "author_id",
            "reviewer_id",
            "previous_id",
            "hold_since",
            "hold_reason",
        )
    }

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    employer_id: Mapped[str] = mapped_column(String(32), ForeignKey("employers.id"), index=True)
    rubric: Mapped[str] = mapped_column(String(100))
    edition: Mapped[str] = mapped_column(String(20))
    on: Mapped[date]
    sites: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(20), index=True)
    author_id: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"))
    reviewer_id: Mapped[str | None] = mapped_column(String(32), ForeignKey("people.id"))
    previous_id: Mapped[str | None] = mapped_column(String(32))
    hold_since: Mapped[datetime | None]
    hold_reason: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class SaidRow:
    """What is said in one answer. `answer` is as written, `na: reason` and `unknown` too."""

    answer: Mapped[str] = mapped_column(Text)
    on: Mapped[date | None]
    grade: Mapped[str | None] = mapped_column(String(2))
    source: Mapped[str] = mapped_column(String(2000))
    note: Mapped[str] = mapped_column(Text)
    workers_asked: Mapped[int | None]
    workers_confirming: Mapped[int | None]
    workers_month: Mapped[str | None] = mapped_column(String(7))
    law_checked_on: Mapped[date | None]
    author_id: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"))
    answered_at: Mapped[datetime]


class AnswerRow(SaidRow, OfOrganization, Versioned, Row):
    """One answer to one question, as it counts now."""

    __tablename__ = "answers"

    assessment_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True
    )
    criterion: Mapped[str] = mapped_column(String(100), primary_key=True)
    carried: Mapped[bool]


class AnswerVersionRow(SaidRow, OfOrganization, Row):
    """One version of one answer; versions are added, and none is ever changed."""

    __tablename__ = "answer_versions"

    assessment_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True
    )
    criterion: Mapped[str] = mapped_column(String(100), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    carried: Mapped[bool]


class WaitingAnswerRow(SaidRow, OfOrganization, Row):
    """An answer that came when another one was there already; it waits until somebody chooses."""

    __tablename__ = "waiting_answers"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    assessment_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("assessments.id", ondelete="CASCADE"), index=True
    )
    criterion: Mapped[str] = mapped_column(String(100))
    chosen_at: Mapped[datetime | None]
    chosen_by: Mapped[str | None] = mapped_column(String(32), ForeignKey("people.id"))


class ReviewRow(OfOrganization, Traced, Row):
    """One step of review: submitted, returned or approved, by whom, with what said."""

    __tablename__ = "reviews"
    TRACED: ClassVar = {
        "step": ("assessment_id", "step", "criterion", "comment", "person_id", "at"),
    }

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    assessment_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("assessments.id", ondelete="CASCADE"), index=True
    )
    step: Mapped[str] = mapped_column(String(20))
    criterion: Mapped[str] = mapped_column(String(100))
    comment: Mapped[str] = mapped_column(Text)
    person_id: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"))
    at: Mapped[datetime]


class NoticeRow(OfOrganization, Versioned, Marked, Traced, Row):
    """The draft as the employer got it, and the clock that runs from its delivery.

    `draft` is the body that would be published, frozen when the notice was sent.
    """

    __tablename__ = "notices"
    MARKED = ("id", "organization_id", "assessment_id", "token_digest")
    TRACED: ClassVar = {
        "draft": ("assessment_id", "draft", "sent_at"),
        "clock": (
            "token_digest",
            "state",
            "days",
            "sent_by",
            "delivered_at",
            "delivered_how",
            "ends_at",
        ),
        "reply": ("statement", "replied_by", "answered_at"),
        "decision": ("decision", "decided_by", "decided_at"),
    }

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    assessment_id: Mapped[str] = mapped_column(String(32), ForeignKey("assessments.id"), index=True)
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    state: Mapped[str] = mapped_column(String(20))
    days: Mapped[int]
    draft: Mapped[str] = mapped_column(Text)
    sent_by: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"))
    sent_at: Mapped[datetime]
    delivered_at: Mapped[datetime | None]
    delivered_how: Mapped[str] = mapped_column(String(300))
    ends_at: Mapped[datetime | None]
    statement: Mapped[str] = mapped_column(Text)
    replied_by: Mapped[str] = mapped_column(String(200))
    answered_at: Mapped[datetime | None]
    decision: Mapped[str] = mapped_column(Text)
    decided_by: Mapped[str | None] = mapped_column(String(32), ForeignKey("people.id"))
    decided_at: Mapped[datetime | None]


class ReplyRow(OfOrganization, Versioned, Traced, Row):
    """What the employer says to one question of the draft."""

    __tablename__ = "replies"
    __table_args__ = (UniqueConstraint("notice_id", "criterion"),)
    TRACED: ClassVar = {
        "point": ("notice_id", "criterion", "stance", "text", "fixed_on", "at"),
    }

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    notice_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("notices.id", ondelete="CASCADE"), index=True
    )
    criterion: Mapped[str] = mapped_column(String(100))
    stance: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Text)
    fixed_on: Mapped[date | None]
    at: Mapped[datetime]
