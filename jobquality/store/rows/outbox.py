"""Messages on their way, the texts of letters that an organization changed, private calendars."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jobquality.store.rows.base import Marked, OfOrganization, Row, Versioned


class OutboxRow(OfOrganization, Versioned, Row):
    """A message that somebody should get. `secret` is a private link, gone when it is on its way.

    `made_by` and `settled_by` bind nothing: an erased account leaves its messages.
    """

    __tablename__ = "outbox"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    recipient: Mapped[str] = mapped_column(String(254))
    language: Mapped[str] = mapped_column(String(2))
    subject: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    secret: Mapped[str] = mapped_column(Text)
    about: Mapped[str] = mapped_column(String(20))
    about_id: Mapped[str] = mapped_column(String(64), index=True)
    made_by: Mapped[str | None] = mapped_column(String(32))
    put_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(12))
    tries: Mapped[int]
    next_at: Mapped[datetime | None] = mapped_column(index=True)
    said: Mapped[str] = mapped_column(Text)
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[str | None] = mapped_column(String(32))
    settled_on: Mapped[date | None]
    settled_how: Mapped[str] = mapped_column(Text)


class MessageTemplateRow(OfOrganization, Row):
    """One version of a text that an organization sends; none is ever changed or taken away."""

    __tablename__ = "message_templates"
    __table_args__ = (UniqueConstraint("organization_id", "kind", "language", "number"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    language: Mapped[str] = mapped_column(String(2))
    number: Mapped[int]
    is_ours: Mapped[bool]
    subject: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    made_by: Mapped[str] = mapped_column(String(32))
    made_at: Mapped[datetime]


class CalendarRow(OfOrganization, Marked, Row):
    """The private calendar of one person; only the digest of its address is kept."""

    __tablename__ = "calendars"
    MARKED = ("person_id", "organization_id", "token_digest")

    person_id: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"), primary_key=True)
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime]
