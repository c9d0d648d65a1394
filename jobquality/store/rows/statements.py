"""What an employer says after publication, who says it, and what it takes up of its plan."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jobquality.store.rows.base import Marked, OfOrganization, Row, Versioned
from jobquality.store.rows.speakers import Speaking


class AfterLinkRow(OfOrganization, Versioned, Marked, Row):
    """A private link of an employer to what is published of it; only its digest is kept."""

    __tablename__ = "after_links"
    MARKED = ("id", "organization_id", "employer_id", "token_digest")

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    employer_id: Mapped[str] = mapped_column(String(32), ForeignKey("employers.id"), index=True)
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    made_by: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"))
    made_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class AfterSpeakerRow(OfOrganization, Speaking, Row):
    """Somebody who says that they speak for an employer after publication."""

    __tablename__ = "after_speakers"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    employer_id: Mapped[str] = mapped_column(String(32), ForeignKey("employers.id"), index=True)
    door: Mapped[str] = mapped_column(String(40))


class StatementRow(OfOrganization, Versioned, Row):
    """One thing that an employer says of a publication; `criteria` is JSON, ids.

    Once it is printed its words stand in the chain, under `act_hash`; the same holds for the
    decision on it and `decision_hash`; `earlier_decisions` is JSON, hashes.
    """

    __tablename__ = "statements"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    employer_id: Mapped[str] = mapped_column(String(32), ForeignKey("employers.id"), index=True)
    publication_hash: Mapped[str] = mapped_column(
        String(64), ForeignKey("publications.hash"), index=True
    )
    speaker_id: Mapped[str] = mapped_column(String(32), ForeignKey("after_speakers.id"))
    topic: Mapped[str] = mapped_column(String(10))
    criteria: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    fixed_on: Mapped[date | None]
    said_at: Mapped[datetime]
    answer_by: Mapped[date]
    state: Mapped[str] = mapped_column(String(10), index=True)
    return_reason: Mapped[str] = mapped_column(Text)
    checked_by: Mapped[str | None] = mapped_column(String(32), ForeignKey("people.id"))
    checked_at: Mapped[datetime | None]
    act_hash: Mapped[str] = mapped_column(String(64))
    next_assessment_id: Mapped[str | None] = mapped_column(
        String(32), ForeignKey("assessments.id", ondelete="SET NULL")
    )
    outcome: Mapped[str] = mapped_column(String(10))
    decision_hash: Mapped[str] = mapped_column(String(64))
    earlier_decisions: Mapped[str] = mapped_column(Text)
    answered_at: Mapped[datetime | None]


class StatementPaperRow(OfOrganization, Row):
    """A document that an employer put beside what it says; seen by it and by the team alone."""

    __tablename__ = "statement_papers"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    statement_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("statements.id", ondelete="CASCADE"), index=True
    )
    number: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    media_type: Mapped[str] = mapped_column(String(80))
    size: Mapped[int]
    added_at: Mapped[datetime]


class AnswerTimeRow(OfOrganization, Row):
    """In how many days an organization promises to answer employers."""

    __tablename__ = "answer_times"

    organization_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("organizations.id"), primary_key=True
    )
    days: Mapped[int]


class PlanActionRow(OfOrganization, Versioned, Row):
    """An action of the plan that an employer took up; `statement_id` says that it is done."""

    __tablename__ = "plan_actions"
    __table_args__ = (UniqueConstraint("employer_id", "criterion"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    employer_id: Mapped[str] = mapped_column(String(32), ForeignKey("employers.id"))
    publication_hash: Mapped[str] = mapped_column(String(64), ForeignKey("publications.hash"))
    speaker_id: Mapped[str] = mapped_column(String(32), ForeignKey("after_speakers.id"))
    criterion: Mapped[str] = mapped_column(String(100))
    owner: Mapped[str] = mapped_column(String(200))
    due_on: Mapped[date | None]
    taken_at: Mapped[datetime]
    statement_id: Mapped[str | None] = mapped_column(
        String(32), ForeignKey("statements.id", ondelete="SET NULL")
    )
