"""What lets a person in beside their password, and what lets a program act for them."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from jobquality.store.rows.base import Marked, OfOrganization, Row


class TokenRow(OfOrganization, Marked, Row):
    """A key with which a program acts for a person. Only its digest is kept."""

    __tablename__ = "tokens"
    MARKED = ("id", "organization_id", "person_id", "digest", "scopes", "expires_at")

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    person_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("people.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(String(200))
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    scopes: Mapped[str] = mapped_column(String(100))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_on: Mapped[date | None]
    ended_at: Mapped[datetime | None]


class PasskeyRow(OfOrganization, Marked, Row):
    """A key that a device keeps for a person; we have its public half alone."""

    __tablename__ = "passkeys"
    MARKED = ("id", "organization_id", "person_id", "credential_id", "public_key")

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    person_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("people.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(String(200))
    credential_id: Mapped[str] = mapped_column(String(1400), unique=True)
    public_key: Mapped[str] = mapped_column(Text)
    sign_count: Mapped[int]
    created_at: Mapped[datetime]
    used_on: Mapped[date | None]


class RecoveryCodeRow(OfOrganization, Marked, Row):
    """A code on paper for the day the phone is lost; each works once, only its digest is kept."""

    __tablename__ = "recovery_codes"
    MARKED = ("digest", "organization_id", "person_id")

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("people.id", ondelete="CASCADE"), index=True
    )
    used_on: Mapped[date | None]


class DeviceRow(OfOrganization, Row):
    """A kind of device that a person logged in from; `told` once they saw that it was new."""

    __tablename__ = "devices"

    person_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("people.id", ondelete="CASCADE"), primary_key=True
    )
    device: Mapped[str] = mapped_column(String(60), primary_key=True)
    first_on: Mapped[date]
    told: Mapped[bool]
