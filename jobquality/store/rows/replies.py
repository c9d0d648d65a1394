"""What hangs on a notice beside the reply: documents, more time, reasons, and who signs them."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jobquality.store.rows.base import OfOrganization, Row, Traced, Versioned


class OfNotice(OfOrganization, Traced):
    """What belongs to one notice, and so to its assessment: a guest's session sees it by that."""

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    assessment_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("assessments.id", ondelete="CASCADE")
    )
    notice_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("notices.id", ondelete="CASCADE"), index=True
    )


class ExtensionRow(OfNotice, Versioned, Row):
    """That an employer asked for more time, once, and what the team answered.

    `speaker_id` is who asked, empty where nobody had to say who they are yet.
    """

    __tablename__ = "extensions"
    TRACED: ClassVar = {
        "time": (
            "assessment_id",
            "notice_id",
            "speaker_id",
            "reason",
            "asked_by",
            "asked_at",
            "state",
            "days",
            "answer",
            "decided_by",
            "decided_at",
        )
    }
    __table_args__ = (UniqueConstraint("notice_id"),)

    speaker_id: Mapped[str] = mapped_column(String(32))
    reason: Mapped[str] = mapped_column(Text)
    asked_by: Mapped[str] = mapped_column(String(200))
    asked_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(10))
    days: Mapped[int]
    answer: Mapped[str] = mapped_column(Text)
    decided_by: Mapped[str | None] = mapped_column(String(32), ForeignKey("people.id"))
    decided_at: Mapped[datetime | None]


class ReplyPaperRow(OfNotice, Row):
    """A document that an employer offers with its reply; only the team sees it.

    `speaker_id` is who offered it, empty where nobody had to say who they are yet. `taken_as` is
    the evidence that somebody of the team made of it, or empty.
    """

    __tablename__ = "reply_papers"
    TRACED: ClassVar = {
        "paper": (
            "assessment_id",
            "notice_id",
            "speaker_id",
            "criterion",
            "title",
            "sha256",
            "media_type",
            "size",
            "at",
            "taken_by",
            "taken_at",
            "taken_as",
        )
    }

    speaker_id: Mapped[str] = mapped_column(String(32))
    criterion: Mapped[str] = mapped_column(String(100))
    title: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int]
    at: Mapped[datetime]
    taken_by: Mapped[str | None] = mapped_column(String(32), ForeignKey("people.id"))
    taken_at: Mapped[datetime | None]
    taken_as: Mapped[str] = mapped_column(String(32))


class DecidedItemRow(OfNotice, Row):
    """What comes of one point that an employer did not accept, and why."""

    __tablename__ = "decided_items"
    TRACED: ClassVar = {
        "outcome": (
            "assessment_id",
            "notice_id",
            "criterion",
            "outcome",
            "reason",
        )
    }
    __table_args__ = (UniqueConstraint("notice_id", "criterion"),)

    criterion: Mapped[str] = mapped_column(String(100))
    outcome: Mapped[str] = mapped_column(String(10))
    reason: Mapped[str] = mapped_column(Text)


class PanelRow(OfNotice, Row):
    """A decision that several people have to sign; `text` is what would be published."""

    __tablename__ = "panels"
    TRACED: ClassVar = {
        "panel": (
            "assessment_id",
            "notice_id",
            "text",
            "proposed_by",
            "proposed_at",
        )
    }
    __table_args__ = (UniqueConstraint("notice_id"),)

    text: Mapped[str] = mapped_column(Text)
    proposed_by: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"))
    proposed_at: Mapped[datetime]


class PanelistRow(OfNotice, Row):
    """Somebody who has to sign a decision; `name` is how they are known inside."""

    __tablename__ = "panelists"
    TRACED: ClassVar = {
        "signature": (
            "assessment_id",
            "notice_id",
            "person_id",
            "signed_at",
        )
    }
    __table_args__ = (UniqueConstraint("notice_id", "person_id"),)

    person_id: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"))
    name: Mapped[str] = mapped_column(String(450))
    signed_at: Mapped[datetime | None]
