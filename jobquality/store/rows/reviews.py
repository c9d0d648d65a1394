"""Reviews answer by answer: what each reviewer said, and what an assessment looked like."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from jobquality.store.rows.base import OfOrganization, Row


class LookRow(OfOrganization, Row):
    """What one reviewer said to one answer; `mark` tells which version of it they saw."""

    __tablename__ = "looks"

    assessment_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"), primary_key=True)
    criterion: Mapped[str] = mapped_column(String(100), primary_key=True)
    verdict: Mapped[str] = mapped_column(String(10))
    mark: Mapped[str] = mapped_column(String(64))
    comment: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]


class SheetRow(OfOrganization, Row):
    """The answers of an assessment as they were when it was returned. JSON; never changed."""

    __tablename__ = "review_sheets"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    assessment_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("assessments.id", ondelete="CASCADE"), index=True
    )
    content: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]
