"""What happened in public, newest first: the moments alone, so that a page of it is found fast."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from jobquality.access.states import CertificateStatus
from jobquality.store.database import Session
from jobquality.store.rows import CertificateRow, LedgerRow

_TAKEN_BACK = (CertificateStatus.REVOKED.value, CertificateStatus.SUSPENDED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One thing: an entry of a chain, or that a certificate was suspended or revoked.

    `subject` is the hash of the body, or of the certificate. `kind` is that of the entry, or
    what the certificate is worth.
    """

    at: datetime
    kind: str
    organization_id: str
    number: int
    subject: str


def list_happened(session: Session, kinds: Collection[str]) -> tuple[Happened, ...]:
    """Return all entries of these kinds, and certificates taken back, newest first."""
    entries = session.execute(
        select(
            LedgerRow.at,
            LedgerRow.kind,
            LedgerRow.organization_id,
            LedgerRow.number,
            LedgerRow.hash,
        ).where(LedgerRow.kind.in_(sorted(kinds)))
    )
    found = [
        Happened(at=at, kind=kind, organization_id=owner, number=number, subject=name)
        for at, kind, owner, number, name in entries
    ]
    found += _taken_back(session, kinds)
    ordered = sorted(found, key=lambda one: (one.organization_id, one.number), reverse=True)
    return tuple(sorted(ordered, key=lambda one: one.at, reverse=True))


def _taken_back(session: Session, kinds: Collection[str]) -> list[Happened]:
    if "certificate" not in kinds:
        return []
    rows = session.execute(
        select(
            CertificateRow.status_at,
            CertificateRow.status,
            CertificateRow.organization_id,
            CertificateRow.number,
            CertificateRow.hash,
        ).where(CertificateRow.status.in_(_TAKEN_BACK), CertificateRow.status_at.is_not(None))
    )
    return [
        Happened(at=at, kind=status, organization_id=owner, number=number, subject=name)
        for at, status, owner, number, name in rows
        if at is not None
    ]
