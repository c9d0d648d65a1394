"""A mark on every event of the log; those of before keep none, as nothing changes them."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    """Add the column, without building the table anew: its triggers stay as they are."""
    op.add_column("events", sa.Column("mark", sa.String(64), nullable=False, server_default=""))
