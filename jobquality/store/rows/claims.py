"""What an employer says for itself before the draft: who asked, who answers, and what."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jobquality.store.rows.base import Marked, OfOrganization, Row, Versioned
from jobquality.store.rows.speakers import Speaking


class QuestionnaireRow(OfOrganization, Versioned, Marked, Row):
    """A draft's questions, sent to the employer by a private link. `topics` is JSON, ids."""

    __tablename__ = "questionnaires"
    MARKED = ("id", "organization_id", "assessment_id", "token_digest")

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    assessment_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("assessments.id", ondelete="CASCADE"), index=True
    )
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    topics: Mapped[str] = mapped_column(Text)
    wanted_by: Mapped[date | None]
    sent_by: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"))
    sent_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
    sent_in_at: Mapped[datetime | None]
    sent_in_by: Mapped[str | None] = mapped_column(String(32))
    withdrawn_at: Mapped[datetime | None]


class SpeakerRow(OfOrganization, Speaking, Row):
    """Somebody who says that they speak for the employer, and what the center made of it."""

    __tablename__ = "speakers"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    questionnaire_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("questionnaires.id", ondelete="CASCADE"), index=True
    )


class ClaimRow(OfOrganization, Row):
    """One version of what one speaker says to one question; none is ever written over.

    `answer` is as written, like an answer's; empty where it was taken back, or never given
    and only a note or a document is there.
    """

    __tablename__ = "claims"
    __table_args__ = (UniqueConstraint("speaker_id", "criterion", "version"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    assessment_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("assessments.id", ondelete="CASCADE"), index=True
    )
    questionnaire_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("questionnaires.id", ondelete="CASCADE"), index=True
    )
    speaker_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("speakers.id", ondelete="CASCADE")
    )
    criterion: Mapped[str] = mapped_column(String(100))
    answer: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]


class TakingRow(OfOrganization, Row):
    """Which claim an answer was taken from: the answer's version, and the claim's."""

    __tablename__ = "takings"
    __table_args__ = (
        ForeignKeyConstraint(
            ["claim_id", "claim_version"], ["claims.id", "claims.version"], ondelete="CASCADE"
        ),
    )

    assessment_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True
    )
    criterion: Mapped[str] = mapped_column(String(100), primary_key=True)
    answer_version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    claim_id: Mapped[str] = mapped_column(String(32))
    claim_version: Mapped[int]
    taken_by: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"))
    taken_at: Mapped[datetime]
