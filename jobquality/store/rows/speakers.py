"""Who says that they speak for an employer: the same columns at each of its three doors."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from jobquality.store.rows.base import Row, Versioned
from jobquality.store.rows.replies import OfNotice


class Speaking(Versioned):
    """Who somebody says they are, and what the center made of it."""

    name: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(200))
    contact: Mapped[str] = mapped_column(String(200))
    came_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(20))
    way: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)
    decided_by: Mapped[str | None] = mapped_column(String(32), ForeignKey("people.id"))
    decided_at: Mapped[datetime | None]


class ReplySpeakerRow(OfNotice, Speaking, Row):
    """Somebody who came in through the link of a notice, before publication.

    `words` is the reply as they saved it last, as JSON; `kept` is what was undone when they
    turned out not to speak for the employer, as JSON. Both are empty where there is nothing.
    """

    __tablename__ = "reply_speakers"
    TRACED: ClassVar = {
        "speaker": (
            "assessment_id",
            "notice_id",
            "name",
            "role",
            "contact",
            "came_at",
            "state",
            "way",
            "reason",
            "decided_by",
            "decided_at",
            "words",
            "saved_at",
            "kept",
        )
    }

    words: Mapped[str] = mapped_column(Text)
    saved_at: Mapped[datetime | None]
    kept: Mapped[str] = mapped_column(Text)
