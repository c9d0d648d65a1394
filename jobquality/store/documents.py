"""Issued documents: which file on disk is the PDF of what, for ever."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from jobquality.errors import ConflictError
from jobquality.store.database import Session
from jobquality.store.rows import DocumentRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Which file an issued document is; `subject` is the hash of what it is about.

    `signature` says who signed it, and is empty for what is older than signatures of documents.
    """

    organization_id: str
    subject: str
    kind: str
    language: str
    sha256: str
    signature: str = ""


def find_document(session: Session, subject: str, *, kind: str, language: str) -> Drawn | None:
    """Return a document that was made before, or None.

    `subject` is the hash of what it is about.
    """
    row = session.scalars(
        select(DocumentRow).where(
            DocumentRow.subject == subject,
            DocumentRow.kind == kind,
            DocumentRow.language == language,
        )
    ).first()
    return _drawn(row) if row else None


def list_documents(session: Session, organization_id: str) -> tuple[Drawn, ...]:
    """Return every document of an organization, in a fixed order."""
    rows = session.scalars(
        select(DocumentRow)
        .where(DocumentRow.organization_id == organization_id)
        .order_by(DocumentRow.subject, DocumentRow.kind, DocumentRow.language)
    )
    return tuple(_drawn(row) for row in rows)


def set_signature(session: Session, drawn: Drawn) -> None:
    """Write by whom a document is signed."""
    row = session.get_one(DocumentRow, (drawn.subject, drawn.kind, drawn.language))
    row.signature = drawn.signature
    session.flush()


def add_document(session: Session, drawn: Drawn, *, at: datetime) -> None:
    """Remember which file a document is; it is never made again.

    Raises:
        ConflictError: somebody else made it at the same moment; theirs counts.
    """
    session.add(
        DocumentRow(
            subject=drawn.subject,
            kind=drawn.kind,
            language=drawn.language,
            organization_id=drawn.organization_id,
            sha256=drawn.sha256,
            made_at=at,
            signature=drawn.signature or None,
        )
    )
    try:
        session.flush()
    except IntegrityError as error:
        raise ConflictError("This document was made at the same moment.") from error


def remove_documents(session: Session, subjects: Iterable[str]) -> tuple[str, ...]:
    """Forget every document about these hashes; return the files, for whoever removes them."""
    rows = session.scalars(select(DocumentRow).where(DocumentRow.subject.in_(sorted(subjects))))
    found = rows.all()
    for row in found:
        session.delete(row)
    session.flush()
    return tuple(sorted({row.sha256 for row in found}))


def _drawn(row: DocumentRow) -> Drawn:
    return Drawn(
        organization_id=row.organization_id,
        subject=row.subject,
        kind=row.kind,
        language=row.language,
        sha256=row.sha256,
        signature=row.signature or "",
    )
