"""Every name of an employer, and what an assessment covers."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add what tells one employer from another, and what two people decide about it."""
    _add_to_employers()
    _add_to_establishments()
    _make_names()
    _make_old_slugs()
    _make_identity_changes()
    _make_mergers()
    _make_different()


def _add_to_employers() -> None:
    employers = sa.table("employers", sa.column("registration"), sa.column("scope"))
    with op.batch_alter_table("employers") as batch:
        batch.add_column(sa.Column("registration", sa.String(length=40), nullable=True))
        batch.add_column(sa.Column("scope", sa.String(length=20), nullable=True))
        batch.add_column(sa.Column("brand_id", sa.String(length=32), nullable=True))
        batch.add_column(sa.Column("sites_known", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("sites_known_on", sa.Date(), nullable=True))
        batch.add_column(
            sa.Column(
                "sites_known_source", sa.String(length=300), nullable=False, server_default=""
            )
        )
        batch.add_column(sa.Column("merged_into", sa.String(length=32), nullable=True))
    op.execute(employers.update().values(registration="", scope="single"))
    with op.batch_alter_table("employers") as batch:
        batch.alter_column("registration", existing_type=sa.String(length=40), nullable=False)
        batch.alter_column("scope", existing_type=sa.String(length=20), nullable=False)
        batch.alter_column(
            "sites_known_source", existing_type=sa.String(length=300), server_default=None
        )
        batch.create_index("ix_employers_brand_id", ["brand_id"], unique=False)
        batch.create_index("ix_employers_merged_into", ["merged_into"], unique=False)


def _add_to_establishments() -> None:
    with op.batch_alter_table("establishments") as batch:
        batch.add_column(sa.Column("brand_id", sa.String(length=32), nullable=True))
        batch.create_index("ix_establishments_brand_id", ["brand_id"], unique=False)


def _make_names() -> None:
    op.create_table(
        "employer_names",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("employer_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("added_by", sa.String(length=32), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_by", sa.String(length=32), nullable=True),
        *_owned("employer_names"),
        sa.Column("version", sa.Integer(), nullable=False),
        _of_employer("employer_names", "employer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_employer_names"),
    )
    _index("employer_names", "employer_id", "organization_id")


def _make_old_slugs() -> None:
    op.create_table(
        "old_slugs",
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column("employer_id", sa.String(length=32), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        *_owned("old_slugs"),
        _of_employer("old_slugs", "employer_id"),
        sa.PrimaryKeyConstraint("slug", name="pk_old_slugs"),
    )
    _index("old_slugs", "employer_id", "organization_id")


def _make_identity_changes() -> None:
    op.create_table(
        "identity_changes",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("employer_id", sa.String(length=32), nullable=False),
        sa.Column("wanted", sa.Text(), nullable=False),
        *_decided("identity_changes"),
        _of_employer("identity_changes", "employer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_identity_changes"),
    )
    _index("identity_changes", "employer_id", "organization_id")


def _make_mergers() -> None:
    op.create_table(
        "mergers",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kept_id", sa.String(length=32), nullable=False),
        sa.Column("merged_id", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("moved", sa.Text(), nullable=False),
        *_decided("mergers"),
        _of_employer("mergers", "kept_id"),
        _of_employer("mergers", "merged_id"),
        sa.PrimaryKeyConstraint("id", name="pk_mergers"),
    )
    _index("mergers", "kept_id", "merged_id", "organization_id")


def _make_different() -> None:
    op.create_table(
        "different_employers",
        sa.Column("first_id", sa.String(length=32), nullable=False),
        sa.Column("second_id", sa.String(length=32), nullable=False),
        sa.Column("said_by", sa.String(length=32), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        *_owned("different_employers"),
        _of_employer("different_employers", "first_id"),
        _of_employer("different_employers", "second_id"),
        sa.PrimaryKeyConstraint("first_id", "second_id", name="pk_different_employers"),
    )
    _index("different_employers", "organization_id")


def _decided(table: str) -> list[Any]:
    """Return the columns of what one person proposes and another decides."""
    return [
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("proposed_by", sa.String(length=32), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.String(length=32), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        *_owned(table),
    ]


def _owned(table: str) -> list[Any]:
    return [
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=f"fk_{table}_organization_id_organizations",
        ),
    ]


def _of_employer(table: str, column: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_employers"
    return sa.ForeignKeyConstraint([column], ["employers.id"], name=name, ondelete="CASCADE")


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column], unique=False)
