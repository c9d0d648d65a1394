"""Evidence: what lies behind answers, what it was before, its public copies, who opened it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jobquality.store.rows.base import OfOrganization, Row


class EvidenceRow(OfOrganization, Row):
    """A file or a link behind an answer, as it stands now. A file lies on disk under its hash.

    `added_by` is the person who gave this revision; None where the employer did, and then
    `claim_id` says by which of its answers.
    """

    __tablename__ = "evidence"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    assessment_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("assessments.id", ondelete="CASCADE"), index=True
    )
    criterion: Mapped[str] = mapped_column(String(100))
    title: Mapped[str] = mapped_column(String(200))
    grade: Mapped[str] = mapped_column(String(2))
    url: Mapped[str] = mapped_column(String(2000))
    sha256: Mapped[str] = mapped_column(String(64))
    media_type: Mapped[str] = mapped_column(String(80))
    size: Mapped[int]
    captured_on: Mapped[date | None]
    expires_on: Mapped[date | None]
    kind: Mapped[str] = mapped_column(String(100))
    visibility: Mapped[str] = mapped_column(String(10))
    of_worker: Mapped[bool]
    revision: Mapped[int]
    claim_id: Mapped[str] = mapped_column(String(32))
    carried_from: Mapped[str] = mapped_column(String(32))
    added_by: Mapped[str | None] = mapped_column(String(32), ForeignKey("people.id"))
    added_at: Mapped[datetime]


class EvidenceVersionRow(OfOrganization, Row):
    """What a piece of evidence was before something newer took its place."""

    __tablename__ = "evidence_versions"

    evidence_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("evidence.id", ondelete="CASCADE"), primary_key=True
    )
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    title: Mapped[str] = mapped_column(String(200))
    grade: Mapped[str] = mapped_column(String(2))
    url: Mapped[str] = mapped_column(String(2000))
    sha256: Mapped[str] = mapped_column(String(64))
    media_type: Mapped[str] = mapped_column(String(80))
    size: Mapped[int]
    captured_on: Mapped[date | None]
    expires_on: Mapped[date | None]
    added_by: Mapped[str | None] = mapped_column(String(32), ForeignKey("people.id"))
    added_at: Mapped[datetime]


class EvidenceCopyRow(OfOrganization, Row):
    """A copy with boxes drawn over it; `boxes` is JSON, `of_sha256` the file it was made from."""

    __tablename__ = "evidence_copies"
    __table_args__ = (UniqueConstraint("evidence_id", "number"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    evidence_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("evidence.id", ondelete="CASCADE"), index=True
    )
    number: Mapped[int]
    of_sha256: Mapped[str] = mapped_column(String(64))
    boxes: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    media_type: Mapped[str] = mapped_column(String(80))
    size: Mapped[int]
    pages: Mapped[int]
    drawn_by: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"))
    drawn_at: Mapped[datetime]
    released_by: Mapped[str | None] = mapped_column(String(32), ForeignKey("people.id"))
    released_at: Mapped[datetime | None]
    withdrawn_by: Mapped[str | None] = mapped_column(String(32), ForeignKey("people.id"))
    withdrawn_at: Mapped[datetime | None]


class EvidenceOpeningRow(OfOrganization, Row):
    """Somebody of the team opened an original. It outlives the evidence itself."""

    __tablename__ = "evidence_openings"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    assessment_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("assessments.id", ondelete="CASCADE"), index=True
    )
    evidence_id: Mapped[str] = mapped_column(String(32))
    revision: Mapped[int]
    person_id: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"))
    at: Mapped[datetime]
