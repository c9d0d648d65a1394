"""Whose hands an account may be in for a while, after a link or a reset."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from jobquality.store.rows.base import OfOrganization, Row


class AccountHandRow(OfOrganization, Row):
    """That `maker` could have come in as a person until `ends_at`, if nobody confirms them.

    `maker` and `ended_by` bind nothing: a maker can be the command on the server. `proofs` are
    digests of the recovery codes that the person had before.
    """

    __tablename__ = "account_hands"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    person_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("people.id", ondelete="CASCADE"), index=True
    )
    maker: Mapped[str] = mapped_column(String(32))
    why: Mapped[str] = mapped_column(String(10))
    at: Mapped[datetime]
    ends_at: Mapped[datetime]
    proofs: Mapped[str] = mapped_column(Text)
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[str | None] = mapped_column(String(32))
