"""What employers say after publication."""

import sqlalchemy as sa
from alembic import op

from jobquality.store.rows.base import Moment

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Make the tables."""
    _make_after_links()
    _make_after_speakers()
    _make_statements()
    _make_statement_papers()
    _make_answer_times()


def _make_after_links() -> None:
    op.create_table(
        "after_links",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("employer_id", sa.String(length=32), nullable=False),
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("made_by", sa.String(length=32), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("opened_at", Moment(), nullable=True),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["employers.id"], name="fk_after_links_employer_id_employers"
        ),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name="fk_after_links_made_by_people"),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_after_links_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_after_links"),
        sa.UniqueConstraint("token_digest", name="uq_after_links_token_digest"),
    )
    op.create_index("ix_after_links_employer_id", "after_links", ["employer_id"], unique=False)
    op.create_index(
        "ix_after_links_organization_id", "after_links", ["organization_id"], unique=False
    )


def _make_after_speakers() -> None:
    op.create_table(
        "after_speakers",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("employer_id", sa.String(length=32), nullable=False),
        sa.Column("door", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("contact", sa.String(length=200), nullable=False),
        sa.Column("came_at", Moment(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("way", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.String(length=32), nullable=True),
        sa.Column("decided_at", Moment(), nullable=True),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["people.id"], name="fk_after_speakers_decided_by_people"
        ),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["employers.id"], name="fk_after_speakers_employer_id_employers"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_after_speakers_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_after_speakers"),
    )
    op.create_index(
        "ix_after_speakers_employer_id", "after_speakers", ["employer_id"], unique=False
    )
    op.create_index(
        "ix_after_speakers_organization_id", "after_speakers", ["organization_id"], unique=False
    )


def _make_statements() -> None:
    op.create_table(
        "statements",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("employer_id", sa.String(length=32), nullable=False),
        sa.Column("publication_hash", sa.String(length=64), nullable=False),
        sa.Column("speaker_id", sa.String(length=32), nullable=False),
        sa.Column("topic", sa.String(length=10), nullable=False),
        sa.Column("criteria", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("fixed_on", sa.Date(), nullable=True),
        sa.Column("said_at", Moment(), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("return_reason", sa.Text(), nullable=False),
        sa.Column("checked_by", sa.String(length=32), nullable=True),
        sa.Column("checked_at", Moment(), nullable=True),
        sa.Column("act_hash", sa.String(length=64), nullable=False),
        sa.Column("next_assessment_id", sa.String(length=32), nullable=True),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.Column("decision_hash", sa.String(length=64), nullable=False),
        sa.Column("answered_at", Moment(), nullable=True),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["checked_by"], ["people.id"], name="fk_statements_checked_by_people"
        ),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["employers.id"], name="fk_statements_employer_id_employers"
        ),
        sa.ForeignKeyConstraint(
            ["next_assessment_id"],
            ["assessments.id"],
            name="fk_statements_next_assessment_id_assessments",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_statements_organization_id_organizations",
        ),
        sa.ForeignKeyConstraint(
            ["publication_hash"],
            ["publications.hash"],
            name="fk_statements_publication_hash_publications",
        ),
        sa.ForeignKeyConstraint(
            ["speaker_id"], ["after_speakers.id"], name="fk_statements_speaker_id_after_speakers"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
    )
    op.create_index("ix_statements_employer_id", "statements", ["employer_id"], unique=False)
    op.create_index(
        "ix_statements_organization_id", "statements", ["organization_id"], unique=False
    )
    op.create_index(
        "ix_statements_publication_hash", "statements", ["publication_hash"], unique=False
    )
    op.create_index("ix_statements_state", "statements", ["state"], unique=False)


def _make_statement_papers() -> None:
    op.create_table(
        "statement_papers",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("statement_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=80), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_at", Moment(), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_statement_papers_organization_id_organizations",
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statements.id"],
            name="fk_statement_papers_statement_id_statements",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_statement_papers"),
    )
    op.create_index(
        "ix_statement_papers_organization_id", "statement_papers", ["organization_id"], unique=False
    )
    op.create_index(
        "ix_statement_papers_statement_id", "statement_papers", ["statement_id"], unique=False
    )


def _make_answer_times() -> None:
    op.create_table(
        "answer_times",
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_answer_times_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("organization_id", name="pk_answer_times"),
    )
