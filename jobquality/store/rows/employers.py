"""Employers, their establishments, and the rates an organization brings."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jobquality.store.rows.base import OfOrganization, Row, Versioned


class EmployerRow(OfOrganization, Versioned, Row):
    """An employer; `profile` is JSON, the facts that decide which criteria apply.

    `brand_id` and `merged_into` are ids of employers too. They bind nothing in the database:
    an employer is never deleted, and the samples go as a whole.
    """

    __tablename__ = "employers"
    __table_args__ = (UniqueConstraint("organization_id", "name_key"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    slug: Mapped[str] = mapped_column(String(120), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    name_key: Mapped[str] = mapped_column(String(200))
    legal_name: Mapped[str] = mapped_column(String(200))
    sector: Mapped[str] = mapped_column(String(6))
    place: Mapped[str] = mapped_column(String(40))
    headcount: Mapped[int | None]
    profile: Mapped[str] = mapped_column(Text)
    website: Mapped[str] = mapped_column(String(500))
    created_by: Mapped[str] = mapped_column(String(32))
    created_at: Mapped[datetime]
    registration: Mapped[str] = mapped_column(String(40))
    scope: Mapped[str] = mapped_column(String(20))
    brand_id: Mapped[str | None] = mapped_column(String(32), index=True)
    sites_known: Mapped[int | None]
    sites_known_on: Mapped[date | None]
    sites_known_source: Mapped[str] = mapped_column(String(300))
    merged_into: Mapped[str | None] = mapped_column(String(32), index=True)


class EstablishmentRow(OfOrganization, Versioned, Row):
    """One workplace of an employer."""

    __tablename__ = "establishments"
    __table_args__ = (UniqueConstraint("employer_id", "slug"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    employer_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("employers.id", ondelete="CASCADE"), index=True
    )
    slug: Mapped[str] = mapped_column(String(120))
    name: Mapped[str] = mapped_column(String(200))
    address: Mapped[str] = mapped_column(String(300))
    place: Mapped[str] = mapped_column(String(40))
    headcount: Mapped[int | None]
    created_at: Mapped[datetime]
    brand_id: Mapped[str | None] = mapped_column(String(32), index=True)


class RateRow(OfOrganization, Row):
    """A dated figure that an organization brings, such as its living wage; `value` is text."""

    __tablename__ = "rates"
    __table_args__ = (UniqueConstraint("organization_id", "parameter", "place", "first"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    parameter: Mapped[str] = mapped_column(String(80))
    place: Mapped[str] = mapped_column(String(40))
    first: Mapped[date]
    value: Mapped[str] = mapped_column(String(40))
    source: Mapped[str] = mapped_column(String(500))
    as_of: Mapped[date]
    check_by: Mapped[date]
    added_by: Mapped[str] = mapped_column(String(32))
    added_at: Mapped[datetime]
    confirmed_by: Mapped[str | None] = mapped_column(String(32))
    confirmed_at: Mapped[datetime | None]
