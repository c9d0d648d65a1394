"""Files and links behind answers."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from jobquality.errors import NotFoundError
from jobquality.scoring.facts import Grade
from jobquality.store.database import Session
from jobquality.store.rows import EvidenceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One file or one link behind one answer.

    A file lies in the file store under its `sha256` (`media_type`, `size` in bytes); a link
    has a `url` and no hash. `captured_on` is the day on which the thing was made or seen.
    """

    id: str
    organization_id: str
    assessment_id: str
    criterion: str
    title: str
    grade: Grade
    added_by: str
    added_at: datetime
    url: str = ""
    sha256: str = ""
    media_type: str = ""
    size: int = 0
    captured_on: date | None = None

    @property
    def is_file(self) -> bool:
        """Whether there is a file of ours behind it, not only an address."""
        return bool(self.sha256)


def add_evidence(session: Session, evidence: Evidence) -> None:
    """Keep a new piece of evidence; its file, if any, is on the disk already."""
    session.add(
        EvidenceRow(
            id=evidence.id,
            organization_id=evidence.organization_id,
            assessment_id=evidence.assessment_id,
            criterion=evidence.criterion,
            title=evidence.title,
            grade=evidence.grade.value,
            url=evidence.url,
            sha256=evidence.sha256,
            media_type=evidence.media_type,
            size=evidence.size,
            captured_on=evidence.captured_on,
            added_by=evidence.added_by,
            added_at=evidence.added_at,
        )
    )
    session.flush()


def get_evidence(session: Session, evidence_id: str) -> Evidence:
    """Return one piece of evidence.

    Raises:
        NotFoundError: there is none of that id.
    """
    row = session.scalars(select(EvidenceRow).where(EvidenceRow.id == evidence_id)).first()
    if row is None:
        raise NotFoundError("There is no such evidence.")
    return _value(row)


def list_evidence(session: Session, assessment_id: str) -> tuple[Evidence, ...]:
    """Return the evidence of an assessment, in the order in which it was added."""
    rows = session.scalars(
        select(EvidenceRow)
        .where(EvidenceRow.assessment_id == assessment_id)
        .order_by(EvidenceRow.added_at, EvidenceRow.id)
    )
    return tuple(_value(row) for row in rows)


def remove_evidence(session: Session, evidence_id: str) -> None:
    """Forget one piece of evidence; its file stays until nobody names it any more."""
    row = session.scalars(select(EvidenceRow).where(EvidenceRow.id == evidence_id)).first()
    if row is not None:
        session.delete(row)
        session.flush()


def is_file_named(session: Session, sha256: str) -> bool:
    """Say whether evidence of any organization names this file.

    Two organizations may have been given the same file; it lies on the disk once. This looks
    past the border between them, through the bare table, and tells only yes or no.
    """
    table = EvidenceRow.__table__
    found = session.connection().execute(
        select(table.c.id).where(table.c.sha256 == sha256).limit(1)
    )
    return found.first() is not None


def _value(row: EvidenceRow) -> Evidence:
    return Evidence(
        id=row.id,
        organization_id=row.organization_id,
        assessment_id=row.assessment_id,
        criterion=row.criterion,
        title=row.title,
        grade=Grade(row.grade),
        added_by=row.added_by,
        added_at=row.added_at,
        url=row.url,
        sha256=row.sha256,
        media_type=row.media_type,
        size=row.size,
        captured_on=row.captured_on,
    )
