"""Every name of an employer, its old addresses, and what two people decide about them."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from jobquality.store.rows.base import OfOrganization, Row, Versioned


class EmployerNameRow(OfOrganization, Versioned, Row):
    """A further name of an employer. Everyone sees it only once a second person confirmed it."""

    __tablename__ = "employer_names"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    employer_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("employers.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(String(200))
    since: Mapped[date | None]
    until: Mapped[date | None]
    added_by: Mapped[str] = mapped_column(String(32))
    added_at: Mapped[datetime]
    confirmed_by: Mapped[str | None] = mapped_column(String(32))


class OldSlugRow(OfOrganization, Row):
    """A public name that an employer had: it leads to the employer for ever."""

    __tablename__ = "old_slugs"

    slug: Mapped[str] = mapped_column(String(120), primary_key=True)
    employer_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("employers.id", ondelete="CASCADE"), index=True
    )
    since: Mapped[datetime]


class IdentityChangeRow(OfOrganization, Versioned, Row):
    """What one person wants to change of who a published employer is; another decides.

    `wanted` is JSON, the new value of each field as text.
    """

    __tablename__ = "identity_changes"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    employer_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("employers.id", ondelete="CASCADE"), index=True
    )
    wanted: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(20))
    proposed_by: Mapped[str] = mapped_column(String(32))
    proposed_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(32))
    decided_at: Mapped[datetime | None]


class MergerRow(OfOrganization, Versioned, Row):
    """Two records of one employer become one; `moved` is JSON, what an undo puts back."""

    __tablename__ = "mergers"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    kept_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("employers.id", ondelete="CASCADE"), index=True
    )
    merged_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("employers.id", ondelete="CASCADE"), index=True
    )
    reason: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(20))
    moved: Mapped[str] = mapped_column(Text)
    proposed_by: Mapped[str] = mapped_column(String(32))
    proposed_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(32))
    decided_at: Mapped[datetime | None]


class DifferentRow(OfOrganization, Row):
    """Two employers that look alike, and are not the same; the smaller id comes first."""

    __tablename__ = "different_employers"

    first_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("employers.id", ondelete="CASCADE"), primary_key=True
    )
    second_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("employers.id", ondelete="CASCADE"), primary_key=True
    )
    said_by: Mapped[str] = mapped_column(String(32))
    said_at: Mapped[datetime]
