"""Which assessment sets which publication right, and why."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from jobquality.store.rows.base import OfOrganization, Row, Traced


class CorrectionRow(OfOrganization, Traced, Row):
    """That an assessment corrects a publication; `reason` is public once it is published."""

    __tablename__ = "corrections"
    TRACED: ClassVar = {
        "correction": ("assessment_id", "publication", "reason", "started_by", "started_at"),
    }

    assessment_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True
    )
    publication: Mapped[str] = mapped_column(String(64), index=True)
    reason: Mapped[str] = mapped_column(Text)
    started_by: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"))
    started_at: Mapped[datetime]
