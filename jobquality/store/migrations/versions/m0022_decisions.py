"""Decisions on a statement that another one took the place of."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    """Keep the earlier decisions on each statement; there were none."""
    op.add_column(
        "statements", sa.Column("earlier_decisions", sa.Text(), nullable=False, server_default="[]")
    )
    with op.batch_alter_table("statements") as batch:
        batch.alter_column("earlier_decisions", server_default=None)
