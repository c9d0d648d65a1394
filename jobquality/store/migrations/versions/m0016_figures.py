"""Figures that two people stand behind."""

import sqlalchemy as sa
from alembic import op

from jobquality.store.rows.base import Moment

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Keep who confirmed a figure beside whoever brought it."""
    op.add_column("rates", sa.Column("confirmed_by", sa.String(length=32), nullable=True))
    op.add_column("rates", sa.Column("confirmed_at", Moment(), nullable=True))
