"""What each signed seal of a log stands for: its events, each with a print of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "log_seals",
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_log_seals_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("organization_id", "number", name="pk_log_seals"),
    )
