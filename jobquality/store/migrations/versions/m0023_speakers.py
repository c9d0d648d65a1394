"""Who says that they speak for an employer before publication."""

import sqlalchemy as sa
from alembic import op

from jobquality.store.rows.base import Moment

revision = "0023"
down_revision = "0022"

_BY_NOTICE = ("extensions", "reply_papers")


def upgrade() -> None:
    """Make the table; of what came before it, nobody knows who sent it."""
    op.create_table(
        "reply_speakers",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("notice_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("contact", sa.String(length=200), nullable=False),
        sa.Column("came_at", Moment(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("way", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.String(length=32), nullable=True),
        sa.Column("decided_at", Moment(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("saved_at", Moment(), nullable=True),
        sa.Column("kept", sa.Text(), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _belongs("assessment_id", "assessments", ondelete="CASCADE"),
        _belongs("notice_id", "notices", ondelete="CASCADE"),
        _belongs("decided_by", "people"),
        _belongs("organization_id", "organizations"),
        sa.PrimaryKeyConstraint("id", name="pk_reply_speakers"),
    )
    for column in ("notice_id", "organization_id"):
        op.create_index(f"ix_reply_speakers_{column}", "reply_speakers", [column], unique=False)
    for table in _BY_NOTICE:
        op.add_column(
            table,
            sa.Column("speaker_id", sa.String(length=32), nullable=False, server_default=""),
        )
        with op.batch_alter_table(table) as batch:
            batch.alter_column("speaker_id", server_default=None)


def _belongs(column: str, table: str, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    name = f"fk_reply_speakers_{column}_{table}"
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=name, ondelete=ondelete)
