"""The register of editions."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from jobquality.store.rows.base import Row


class EditionRow(Row):
    """A rubric edition as this installation first saw it; triggers refuse change and removal."""

    __tablename__ = "editions"

    rubric: Mapped[str] = mapped_column(String(100), primary_key=True)
    edition: Mapped[str] = mapped_column(String(20), primary_key=True)
    scoring_hash: Mapped[str] = mapped_column(String(100))
    wording_hash: Mapped[str] = mapped_column(String(100))
    first_seen: Mapped[datetime]
