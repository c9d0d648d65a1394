"""Issued documents: which file on disk is the PDF of what, for ever."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from jobquality.errors import ConflictError
from jobquality.store.database import Session
from jobquality.store.rows import DocumentRow


def find_document(session: Session, subject: str, *, kind: str, language: str) -> str | None:
    """Return the hash of a document that was made before, or None.

    `subject` is the hash of what it is about.
    """
    return session.scalars(
        select(DocumentRow.sha256).where(
            DocumentRow.subject == subject,
            DocumentRow.kind == kind,
            DocumentRow.language == language,
        )
    ).first()


def add_document(  # noqa: PLR0913  # what it is, of whom, where it lies and since when
    session: Session,
    organization_id: str,
    subject: str,
    *,
    kind: str,
    language: str,
    sha256: str,
    at: datetime,
) -> None:
    """Remember which file a document is; it is never made again.

    Raises:
        ConflictError: somebody else made it at the same moment; theirs counts.
    """
    session.add(
        DocumentRow(
            subject=subject,
            kind=kind,
            language=language,
            organization_id=organization_id,
            sha256=sha256,
            made_at=at,
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
