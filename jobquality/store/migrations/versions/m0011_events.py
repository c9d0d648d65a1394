"""The log of what happened in an organization."""

import sqlalchemy as sa
from alembic import op

from jobquality.store.rows.base import Moment

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Make the table of events."""
    op.create_table(
        "events",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=True),
        sa.Column("about", sa.String(length=20), nullable=False),
        sa.Column("about_id", sa.String(length=64), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_events_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("number", name="pk_events"),
    )
    for column in ("organization_id", "about_id"):
        op.create_index(f"ix_events_{column}", "events", [column], unique=False)
