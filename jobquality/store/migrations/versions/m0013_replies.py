"""The right of reply in full: days of repair, documents, more time, reasons, and panels."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.sql.schema import SchemaItem

from jobquality.store.rows.base import Moment

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Make what hangs on a notice beside the reply itself."""
    op.add_column("replies", sa.Column("fixed_on", sa.Date(), nullable=True))
    _make_extensions()
    _make_papers()
    _make_decisions()
    _make_panels()


def _make_extensions() -> None:
    _make(
        "extensions",
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.String(length=200), nullable=False),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.String(length=32), nullable=True),
        sa.Column("decided_at", Moment(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        _person("extensions", "decided_by"),
        sa.UniqueConstraint("notice_id", name="uq_extensions_notice_id"),
    )


def _make_papers() -> None:
    _make(
        "reply_papers",
        sa.Column("criterion", sa.String(length=100), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("taken_by", sa.String(length=32), nullable=True),
        sa.Column("taken_at", Moment(), nullable=True),
        sa.Column("taken_as", sa.String(length=32), nullable=False),
        _person("reply_papers", "taken_by"),
    )


def _make_decisions() -> None:
    _make(
        "decided_items",
        sa.Column("criterion", sa.String(length=100), nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.UniqueConstraint("notice_id", "criterion", name="uq_decided_items_notice_id_criterion"),
    )


def _make_panels() -> None:
    _make(
        "panels",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("proposed_by", sa.String(length=32), nullable=False),
        sa.Column("proposed_at", Moment(), nullable=False),
        _person("panels", "proposed_by"),
        sa.UniqueConstraint("notice_id", name="uq_panels_notice_id"),
    )
    _make(
        "panelists",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=450), nullable=False),
        sa.Column("signed_at", Moment(), nullable=True),
        _person("panelists", "person_id"),
        sa.UniqueConstraint("notice_id", "person_id", name="uq_panelists_notice_id_person_id"),
    )


def _make(table: str, *parts: SchemaItem) -> None:
    """Make a table of what hangs on a notice."""
    op.create_table(
        table,
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("notice_id", sa.String(length=32), nullable=False),
        *parts,
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=f"fk_{table}_organization_id_organizations",
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name=f"fk_{table}_assessment_id_assessments",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["notice_id"],
            ["notices.id"],
            name=f"fk_{table}_notice_id_notices",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )
    for column in ("organization_id", "notice_id"):
        op.create_index(f"ix_{table}_{column}", table, [column], unique=False)


def _person(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["people.id"], name=f"fk_{table}_{column}_people")
