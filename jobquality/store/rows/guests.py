"""Guest reviewers: people of other organizations who may see one assessment."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from jobquality.store.rows.base import Marked, OfOrganization, Row


class GuestRow(OfOrganization, Marked, Row):
    """Leave to review one assessment of this organization. Only the digest of its link is kept.

    `person_id` may be somebody of another organization.
    """

    __tablename__ = "guests"
    MARKED = ("id", "organization_id", "assessment_id", "token_digest", "person_id")

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    assessment_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("assessments.id", ondelete="CASCADE"), index=True
    )
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    affiliation: Mapped[str] = mapped_column(String(200))
    invited_by: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    person_id: Mapped[str | None] = mapped_column(String(32), ForeignKey("people.id"), index=True)
    joined_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
