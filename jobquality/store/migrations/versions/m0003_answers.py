"""Earlier versions of answers, and answers that wait for somebody to choose."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_SAID = (
    "answer", "on", "grade", "source", "note", "workers_asked", "workers_confirming",
    "workers_month", "law_checked_on", "author_id", "answered_at",
)  # fmt: skip


def upgrade() -> None:
    """Make both tables, and keep what is answered today as the first that is remembered."""
    _make_answer_versions()
    _make_waiting_answers()
    kept = ", ".join(
        f'"{name}"'
        for name in ("assessment_id", "organization_id", "criterion", "version", "carried", *_SAID)
    )
    op.execute(f"INSERT INTO answer_versions ({kept}) SELECT {kept} FROM answers")


def _said() -> list[sa.Column[object]]:
    return [
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("grade", sa.String(length=2), nullable=True),
        sa.Column("source", sa.String(length=2000), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("workers_asked", sa.Integer(), nullable=True),
        sa.Column("workers_confirming", sa.Integer(), nullable=True),
        sa.Column("workers_month", sa.String(length=7), nullable=True),
        sa.Column("law_checked_on", sa.Date(), nullable=True),
        sa.Column("author_id", sa.String(length=32), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
    ]


def _pointing(table: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name=f"fk_{table}_assessment_id_assessments",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=f"fk_{table}_author_id_people"),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=f"fk_{table}_organization_id_organizations",
        ),
    ]


def _make_answer_versions() -> None:
    op.create_table(
        "answer_versions",
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("criterion", sa.String(length=100), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("carried", sa.Boolean(), nullable=False),
        *_said(),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        *_pointing("answer_versions"),
        sa.PrimaryKeyConstraint("assessment_id", "criterion", "version", name="pk_answer_versions"),
    )
    op.create_index("ix_answer_versions_organization_id", "answer_versions", ["organization_id"])


def _make_waiting_answers() -> None:
    op.create_table(
        "waiting_answers",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("criterion", sa.String(length=100), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("chosen_by", sa.String(length=32), nullable=True),
        *_said(),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        *_pointing("waiting_answers"),
        sa.ForeignKeyConstraint(
            ["chosen_by"], ["people.id"], name="fk_waiting_answers_chosen_by_people"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_waiting_answers"),
    )
    for column in ("assessment_id", "organization_id"):
        op.create_index(f"ix_waiting_answers_{column}", "waiting_answers", [column])
