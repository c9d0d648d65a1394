"""Witnesses of the head of a chain."""

import sqlalchemy as sa
from alembic import op

from jobquality.store.rows.base import Moment

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Make the table of those who are told the head."""
    op.create_table(
        "witnesses",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("named_by", sa.String(length=32), nullable=False),
        sa.Column("named_at", Moment(), nullable=False),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.Column("told_number", sa.Integer(), nullable=False),
        sa.Column("told_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_witnesses_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_witnesses"),
    )
    op.create_index("ix_witnesses_organization_id", "witnesses", ["organization_id"])
