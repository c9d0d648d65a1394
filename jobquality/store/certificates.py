"""Certificates under their codes; what each says is a body in the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, select

from jobquality.access.states import CertificateStatus
from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.rows import BodyRow, CertificateRow
from jobquality.store.versions import check_version


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """Where a certificate stands; `content` is its canonical JSON, byte for byte.

    `status` is what people decided; that it has expired follows from the day alone. `reason`
    says why it is suspended, revoked or replaced, `status_at` since when. The content is empty
    where a tombstone took its place.
    """

    code: str
    organization_id: str
    hash: str
    number: int
    publication_hash: str
    employer_id: str
    status: CertificateStatus
    reason: str
    valid_from: date
    valid_until: date
    issued_at: datetime
    issued_by: str
    content: str
    version: int = 1
    status_at: datetime | None = None


def add_certificate(session: Session, certificate: Certificate) -> None:
    """Keep where a new certificate stands; its body is in the ledger already."""
    session.add(
        CertificateRow(
            code=certificate.code,
            organization_id=certificate.organization_id,
            hash=certificate.hash,
            number=certificate.number,
            publication_hash=certificate.publication_hash,
            employer_id=certificate.employer_id,
            status=certificate.status.value,
            reason=certificate.reason,
            valid_from=certificate.valid_from,
            valid_until=certificate.valid_until,
            issued_at=certificate.issued_at,
            issued_by=certificate.issued_by,
        )
    )
    session.flush()


def set_certificate_status(  # noqa: PLR0913  # which is worth what from when on, and why
    session: Session,
    code: str,
    status: CertificateStatus,
    *,
    reason: str,
    at: datetime,
    seen: int | None = None,
) -> None:
    """Write what a certificate is worth from a moment on, and why.

    Raises:
        ConflictError: somebody changed it since its version `seen`.
    """
    row = session.scalars(select(CertificateRow).where(CertificateRow.code == code)).one()
    if seen is not None:
        check_version(row, seen)
    row.status, row.reason, row.status_at = status.value, reason, at
    session.flush()


def find_certificate(session: Session, code: str) -> Certificate | None:
    """Return the certificate of that code, or None."""
    found = _list(session, CertificateRow.code == code)
    return found[0] if found else None


def get_certificate(session: Session, code: str) -> Certificate:
    """Return the certificate of that code.

    Raises:
        NotFoundError: there is none, or it is another organization's.
    """
    found = find_certificate(session, code)
    if found is None:
        raise NotFoundError("There is no certificate of that code.")
    return found


def list_certificates(
    session: Session,
    *,
    employer_ids: Iterable[str] | None = None,
    publication_hash: str | None = None,
    hashes: Iterable[str] | None = None,
) -> tuple[Certificate, ...]:
    """Return certificates, newest first; `employer_ids` are all the records of an employer."""
    wanted: list[ColumnElement[bool]] = []
    if employer_ids is not None:
        wanted.append(CertificateRow.employer_id.in_(tuple(employer_ids)))
    if hashes is not None:
        wanted.append(CertificateRow.hash.in_(sorted(hashes)))
    if publication_hash is not None:
        wanted.append(CertificateRow.publication_hash == publication_hash)
    return _list(session, *wanted)


def list_possible(
    session: Session, employer_ids: Iterable[str], publications: Iterable[str]
) -> tuple[Certificate, ...]:
    """Return certificates that a row gives to one of these employers or of these scores.

    Whose each is, only its body says.
    """
    is_theirs = CertificateRow.employer_id.in_(tuple(employer_ids))
    return _list(session, is_theirs | CertificateRow.publication_hash.in_(sorted(publications)))


def _list(session: Session, *wanted: ColumnElement[bool]) -> tuple[Certificate, ...]:
    found = session.execute(
        select(CertificateRow, BodyRow)
        .join(BodyRow, BodyRow.hash == CertificateRow.hash)
        .where(*wanted)
        .order_by(CertificateRow.issued_at.desc(), CertificateRow.number.desc())
    )
    return tuple(_certificate(row, body) for row, body in found)


def _certificate(row: CertificateRow, body: BodyRow) -> Certificate:
    return Certificate(
        code=row.code,
        organization_id=row.organization_id,
        hash=row.hash,
        number=row.number,
        publication_hash=row.publication_hash,
        employer_id=row.employer_id,
        status=CertificateStatus(row.status),
        reason=row.reason,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        issued_at=row.issued_at,
        issued_by=row.issued_by,
        content=body.content,
        version=row.version,
        status_at=row.status_at,
    )
