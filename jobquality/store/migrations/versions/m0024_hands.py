"""Whose hands an account may be in for a while, after a link or a reset."""

import sqlalchemy as sa
from alembic import op

from jobquality.store.rows.base import Moment

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "account_hands",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("maker", sa.String(length=32), nullable=False),
        sa.Column("why", sa.String(length=10), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("ends_at", Moment(), nullable=False),
        sa.Column("proofs", sa.Text(), nullable=False),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.Column("ended_by", sa.String(length=32), nullable=True),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_account_hands_organization_id_organizations",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name="fk_account_hands_person_id_people",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("number", name="pk_account_hands"),
    )
    for column in ("organization_id", "person_id"):
        op.create_index(f"ix_account_hands_{column}", "account_hands", [column], unique=False)
