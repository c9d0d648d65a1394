"""What was published: bodies and ledger entries never change, statuses may."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from jobquality.store.rows.base import OfOrganization, Row, Versioned


class BodyRow(OfOrganization, Row):
    """The canonical JSON of a snapshot, under the hash of its bytes. Triggers refuse change."""

    __tablename__ = "bodies"

    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[str] = mapped_column(Text)


class LedgerRow(OfOrganization, Row):
    """One link of an organization's chain. Triggers refuse change."""

    __tablename__ = "ledger"

    organization_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("organizations.id"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20), index=True)
    hash: Mapped[str] = mapped_column(String(64))
    previous: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    key_id: Mapped[str] = mapped_column(String(32))
    signature: Mapped[str] = mapped_column(String(128))


class PublicKeyRow(OfOrganization, Row):
    """The public half of a signing key; the private half lies outside the database."""

    __tablename__ = "public_keys"

    key_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    public_key: Mapped[str] = mapped_column(String(64))
    first: Mapped[datetime]


class PublicationRow(OfOrganization, Versioned, Row):
    """Where a snapshot stands: current, superseded or withdrawn; contested is a mark.

    The other columns repeat the body, so that lists need not open every body; `verify`
    compares them.
    """

    __tablename__ = "publications"

    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    number: Mapped[int]
    employer_id: Mapped[str] = mapped_column(String(32), ForeignKey("employers.id"), index=True)
    assessment_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("assessments.id"), unique=True
    )
    state: Mapped[str] = mapped_column(String(20), index=True)
    contested: Mapped[bool]
    published_at: Mapped[datetime]
    published_by: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"))


class CertificateRow(OfOrganization, Versioned, Row):
    """A certificate under its code; what it says is a body in the ledger.

    `status_at` is when people last changed what it is worth.
    """

    __tablename__ = "certificates"

    code: Mapped[str] = mapped_column(String(32), primary_key=True)
    hash: Mapped[str] = mapped_column(String(64), unique=True)
    number: Mapped[int]
    publication_hash: Mapped[str] = mapped_column(String(64), index=True)
    employer_id: Mapped[str] = mapped_column(String(32), ForeignKey("employers.id"), index=True)
    status: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)
    valid_from: Mapped[date]
    valid_until: Mapped[date]
    issued_at: Mapped[datetime]
    status_at: Mapped[datetime | None]
    issued_by: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"))


class DocumentRow(OfOrganization, Row):
    """An issued PDF, kept on disk by its hash and served from there for ever.

    `signature` is by the key of the organization; none where it is older than that.
    """

    __tablename__ = "documents"

    subject: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    language: Mapped[str] = mapped_column(String(2), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime]
    signature: Mapped[str | None] = mapped_column(String(160))
