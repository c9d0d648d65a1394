"""Guest reviewers from other organizations."""

import sqlalchemy as sa
from alembic import op

from jobquality.store.rows.base import Moment

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table of guests."""
    op.create_table(
        "guests",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("affiliation", sa.String(length=200), nullable=False),
        sa.Column("invited_by", sa.String(length=32), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=True),
        sa.Column("joined_at", Moment(), nullable=True),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name="fk_guests_assessment_id_assessments",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_guests_organization_id_organizations",
        ),
        sa.ForeignKeyConstraint(["invited_by"], ["people.id"], name="fk_guests_invited_by_people"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_guests_person_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_guests"),
        sa.UniqueConstraint("token_digest", name="uq_guests_token_digest"),
    )
    for column in ("assessment_id", "organization_id", "person_id"):
        op.create_index(f"ix_guests_{column}", "guests", [column], unique=False)
