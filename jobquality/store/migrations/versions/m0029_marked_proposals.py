"""A mark on every proposal, too: who proposed it is what two people rest on."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    """Add the column, empty: the program with the key fills it."""
    with op.batch_alter_table("proposals") as batch:
        batch.add_column(sa.Column("mark", sa.String(64), nullable=False, server_default=""))
    with op.batch_alter_table("proposals") as batch:
        batch.alter_column("mark", server_default=None)
