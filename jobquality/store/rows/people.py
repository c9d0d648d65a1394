"""Organizations, their people, and what lets a person in."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, select
from sqlalchemy.orm import Mapped, column_property, declared_attr, mapped_column

from jobquality.store.rows.base import Marked, OfOrganization, Row, Versioned


class OrganizationRow(Versioned, Row):
    """A workers' center, coalition or agency. `is_sample` never changes: a trigger refuses."""

    __tablename__ = "organizations"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    contact: Mapped[str] = mapped_column(String(300))
    region: Mapped[str] = mapped_column(String(200))
    funding: Mapped[str] = mapped_column(Text)
    languages: Mapped[str] = mapped_column(String(20))
    time_zone: Mapped[str] = mapped_column(String(60))
    is_sample: Mapped[bool]
    created_at: Mapped[datetime]


class PersonRow(OfOrganization, Versioned, Marked, Row):
    """Somebody who works here. Without a password nobody can log in as them."""

    __tablename__ = "people"
    MARKED = (
        "id",
        "organization_id",
        "email",
        "password_hash",
        "session_key",
        "active",
        "roles",
        "second_factor",
        "totp_secret",
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    password_hash: Mapped[str | None] = mapped_column(String(300))
    session_key: Mapped[str] = mapped_column(String(64), unique=True)
    active: Mapped[bool]
    language: Mapped[str] = mapped_column(String(2))
    roles: Mapped[str] = mapped_column(String(100))
    second_factor: Mapped[str | None] = mapped_column(String(40))
    totp_secret: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime]
    erased_at: Mapped[datetime | None]

    @declared_attr
    def is_sample(cls) -> Mapped[bool]:  # noqa: N805 - declared on the class
        """Whether the organization is one of samples or of practice; read with the person."""
        owner = OrganizationRow.__table__
        asked = select(owner.c.is_sample).where(owner.c.id == cls.organization_id)
        return column_property(asked.scalar_subquery())


class InvitationRow(OfOrganization, Marked, Row):
    """A link that lets one person join, once. Only the digest of its token is kept."""

    __tablename__ = "invitations"
    MARKED = ("id", "organization_id", "token_digest", "roles", "expires_at", "used_by")

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    roles: Mapped[str] = mapped_column(String(100))
    invited_by: Mapped[str] = mapped_column(String(32))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by: Mapped[str | None] = mapped_column(String(32))
    withdrawn_at: Mapped[datetime | None]


class SetupCodeRow(Row):
    """The one-time code that opens an empty installation."""

    __tablename__ = "setup_codes"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class SessionRow(Marked, Row):
    """What the server keeps of a visit; the browser has only the key, we only its digest."""

    __tablename__ = "sessions"
    MARKED = ("digest", "person_id", "content", "expires_at")

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[str | None] = mapped_column(
        String(32), ForeignKey("people.id", ondelete="CASCADE"), index=True
    )
    content: Mapped[str] = mapped_column(Text)
    device: Mapped[str | None] = mapped_column(String(60))
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)


class LimitRow(Row):
    """How often something was tried in a span of time, counted for all workers together."""

    __tablename__ = "limits"

    key: Mapped[str] = mapped_column(String(300), primary_key=True)
    count: Mapped[int]
    expires_at: Mapped[datetime] = mapped_column(index=True)


class IntentRow(OfOrganization, Row):
    """One thing somebody meant to do, once: its key, what was sent, and what was answered."""

    __tablename__ = "intents"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(64))
    answer: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]
