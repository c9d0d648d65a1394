"""Which actions of a plan an employer took up."""

import sqlalchemy as sa
from alembic import op

from jobquality.store.rows.base import Moment

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Make the tables."""
    _make_plan_actions()


def _make_plan_actions() -> None:
    op.create_table(
        "plan_actions",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("employer_id", sa.String(length=32), nullable=False),
        sa.Column("publication_hash", sa.String(length=64), nullable=False),
        sa.Column("speaker_id", sa.String(length=32), nullable=False),
        sa.Column("criterion", sa.String(length=100), nullable=False),
        sa.Column("owner", sa.String(length=200), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("taken_at", Moment(), nullable=False),
        sa.Column("statement_id", sa.String(length=32), nullable=True),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["employers.id"], name="fk_plan_actions_employer_id_employers"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_plan_actions_organization_id_organizations",
        ),
        sa.ForeignKeyConstraint(
            ["publication_hash"],
            ["publications.hash"],
            name="fk_plan_actions_publication_hash_publications",
        ),
        sa.ForeignKeyConstraint(
            ["speaker_id"], ["after_speakers.id"], name="fk_plan_actions_speaker_id_after_speakers"
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statements.id"],
            name="fk_plan_actions_statement_id_statements",
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_plan_actions"),
        sa.UniqueConstraint(
            "employer_id", "criterion", name="uq_plan_actions_employer_id_criterion"
        ),
    )
    op.create_index(
        "ix_plan_actions_organization_id", "plan_actions", ["organization_id"], unique=False
    )
