"""A mark on every row by which somebody comes in; the program with the key fills it."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"

_TABLES = (
    "people",
    "invitations",
    "sessions",
    "tokens",
    "passkeys",
    "recovery_codes",
    "guests",
    "after_links",
    "questionnaires",
    "notices",
    "calendars",
)


def upgrade() -> None:
    """Add the column, empty: an empty mark opens nothing once there is a key."""
    for table in _TABLES:
        with op.batch_alter_table(table) as batch:
            batch.add_column(sa.Column("mark", sa.String(64), nullable=False, server_default=""))
        with op.batch_alter_table(table) as batch:
            batch.alter_column("mark", server_default=None)
