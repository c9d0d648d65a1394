"""Messages on their way, the texts of letters that an organization changed, private calendars."""

import sqlalchemy as sa
from alembic import op

from jobquality.store.rows.base import Moment

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Make the tables of messages, of texts and of calendars."""
    _make_outbox()
    _make_templates()
    _make_calendars()


def _make_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("recipient", sa.String(length=254), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("about", sa.String(length=20), nullable=False),
        sa.Column("about_id", sa.String(length=64), nullable=False),
        sa.Column("made_by", sa.String(length=32), nullable=True),
        sa.Column("put_at", Moment(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", Moment(), nullable=True),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("settled_at", Moment(), nullable=True),
        sa.Column("settled_by", sa.String(length=32), nullable=True),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("settled_how", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_outbox_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
    )
    for column in ("organization_id", "about_id", "next_at"):
        op.create_index(f"ix_outbox_{column}", "outbox", [column], unique=False)


def _make_templates() -> None:
    op.create_table(
        "message_templates",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("is_ours", sa.Boolean(), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_by", sa.String(length=32), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_message_templates_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_message_templates"),
        sa.UniqueConstraint(
            "organization_id",
            "kind",
            "language",
            "number",
            name="uq_message_templates_organization_id_kind_language_number",
        ),
    )
    op.create_index(
        "ix_message_templates_organization_id", "message_templates", ["organization_id"]
    )


def _make_calendars() -> None:
    op.create_table(
        "calendars",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_calendars_organization_id_organizations",
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_calendars_person_id_people"),
        sa.PrimaryKeyConstraint("person_id", name="pk_calendars"),
        sa.UniqueConstraint("token_digest", name="uq_calendars_token_digest"),
    )
    op.create_index("ix_calendars_organization_id", "calendars", ["organization_id"])
