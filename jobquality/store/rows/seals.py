"""What the signed seals of a log stand for."""

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from jobquality.store.rows.base import OfOrganization, Row


class LogSealRow(OfOrganization, Row):
    """The events behind the entry of that number; the entry has the hash of `content`."""

    __tablename__ = "log_seals"

    organization_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("organizations.id"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[str] = mapped_column(Text)
