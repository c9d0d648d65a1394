"""Sector initiatives and what they did."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from jobquality.store.rows.base import OfOrganization, Row, Versioned


class Read:
    """A row that everyone sees only after another person than its writer has shown it."""

    written_by: Mapped[str] = mapped_column(String(32))
    shown_by: Mapped[str | None] = mapped_column(String(32))
    shown_at: Mapped[datetime | None]


class InitiativeRow(OfOrganization, Versioned, Read, Row):
    """Industry × region × organizations × rubric."""

    __tablename__ = "initiatives"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    slug: Mapped[str] = mapped_column(String(120), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    about: Mapped[str] = mapped_column(Text)
    sector: Mapped[str] = mapped_column(String(6))
    place: Mapped[str] = mapped_column(String(40))
    rubric: Mapped[str] = mapped_column(String(100))
    created_by: Mapped[str] = mapped_column(String(32))
    created_at: Mapped[datetime]


class PartnerRow(OfOrganization, Versioned, Read, Row):
    """An organization that takes part; it need not be one that works here."""

    __tablename__ = "partners"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    initiative_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("initiatives.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(String(200))
    part: Mapped[str] = mapped_column(String(300))


class ActivityRow(OfOrganization, Versioned, Read, Row):
    """Something that was done, and which way it follows: move up, or improve jobs."""

    __tablename__ = "activities"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    initiative_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("initiatives.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(String(20))
    way: Mapped[str] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    on: Mapped[date]
    workers: Mapped[int | None]
    employers: Mapped[int | None]
    source: Mapped[str] = mapped_column(String(2000))
    added_by: Mapped[str] = mapped_column(String(32))
    added_at: Mapped[datetime]
