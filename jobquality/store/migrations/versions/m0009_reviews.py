"""Reviews answer by answer."""

import sqlalchemy as sa
from alembic import op

from jobquality.store.rows.base import Moment

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the tables of what reviewers said, and of what was returned."""
    op.create_table(
        "looks",
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("criterion", sa.String(length=100), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("verdict", sa.String(length=10), nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name="fk_looks_assessment_id_assessments",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_looks_organization_id_organizations",
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_looks_person_id_people"),
        sa.PrimaryKeyConstraint("assessment_id", "person_id", "criterion", name="pk_looks"),
    )
    op.create_index("ix_looks_organization_id", "looks", ["organization_id"], unique=False)
    op.create_table(
        "review_sheets",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name="fk_review_sheets_assessment_id_assessments",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_review_sheets_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_review_sheets"),
    )
    for column in ("assessment_id", "organization_id"):
        op.create_index(f"ix_review_sheets_{column}", "review_sheets", [column], unique=False)
