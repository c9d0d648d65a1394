"""What two people decide, tombstones, the log of events, and who witnesses a chain."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from jobquality.store.rows.base import Marked, OfOrganization, Row, Versioned


class ProposalRow(OfOrganization, Versioned, Marked, Row):
    """What one person proposes and another decides; `details` is JSON, as its kind needs it."""

    __tablename__ = "proposals"
    MARKED = (
        "id",
        "organization_id",
        "kind",
        "subject",
        "details",
        "reason",
        "proposed_by",
        "proposed_at",
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    subject: Mapped[str] = mapped_column(String(64), index=True)
    details: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(10))
    proposed_by: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"))
    proposed_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(32), ForeignKey("people.id"))
    decided_at: Mapped[datetime | None]
    answer: Mapped[str] = mapped_column(Text)


class TombstoneRow(OfOrganization, Row):
    """That a body gave way; without it, triggers refuse to empty the body."""

    __tablename__ = "tombstones"

    body_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    act_hash: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]


class EventRow(OfOrganization, Marked, Row):
    """Something that happened, in the order of its number; `details` is JSON.

    `person_id` binds nothing: an erased account leaves its events. What was written before
    events were marked has no mark: triggers refuse to change it.
    """

    __tablename__ = "events"
    MARKED = (
        "number",
        "organization_id",
        "kind",
        "at",
        "person_id",
        "about",
        "about_id",
        "details",
    )
    IS_CHANGED = False

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    kind: Mapped[str] = mapped_column(String(40), index=True)
    at: Mapped[datetime]
    person_id: Mapped[str | None] = mapped_column(String(32), index=True)
    about: Mapped[str] = mapped_column(String(20))
    about_id: Mapped[str] = mapped_column(String(64), index=True)
    details: Mapped[str] = mapped_column(Text)
    mark: Mapped[str] = mapped_column(String(64), default="", server_default=text("''"))


class WitnessRow(OfOrganization, Row):
    """Somebody outside who is told the head of the chain, and could tell if it were changed.

    `told_number` is the number of the last head they were told, 0 for none.
    """

    __tablename__ = "witnesses"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    email: Mapped[str] = mapped_column(String(254))
    language: Mapped[str] = mapped_column(String(2))
    named_by: Mapped[str] = mapped_column(String(32))
    named_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    told_number: Mapped[int]
    told_at: Mapped[datetime | None]
