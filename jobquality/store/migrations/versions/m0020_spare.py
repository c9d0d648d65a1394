"""Assessments that set a publication right, and acts that are found by their kind."""

import sqlalchemy as sa
from alembic import op

from jobquality.store.rows.base import Moment

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Make the table of corrections, keep when a certificate changed, and find acts fast."""
    op.create_table(
        "corrections",
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("publication", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("started_by", sa.String(length=32), nullable=False),
        sa.Column("started_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name="fk_corrections_assessment_id_assessments",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_corrections_organization_id_organizations",
        ),
        sa.ForeignKeyConstraint(
            ["started_by"], ["people.id"], name="fk_corrections_started_by_people"
        ),
        sa.PrimaryKeyConstraint("assessment_id", name="pk_corrections"),
    )
    for column in ("organization_id", "publication"):
        op.create_index(f"ix_corrections_{column}", "corrections", [column], unique=False)
    op.add_column("certificates", sa.Column("status_at", Moment(), nullable=True))
    op.create_index("ix_ledger_kind", "ledger", ["kind"], unique=False)
