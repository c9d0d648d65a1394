"""Evidence in revisions, with who may see it and its public copy."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

#: What evidence of before says of itself: nobody outside the team sees it.
_FILLED = (
    ("kind", sa.String(length=100), ""),
    ("visibility", sa.String(length=10), "team"),
    ("of_worker", sa.Boolean(), sa.false()),
    ("revision", sa.Integer(), "1"),
    ("claim_id", sa.String(length=32), ""),
    ("carried_from", sa.String(length=32), ""),
)


def upgrade() -> None:
    """Let evidence have revisions, an end, somebody who may see it, and a public copy."""
    _widen_evidence()
    _make_versions()
    _make_copies()
    _make_openings()


def _widen_evidence() -> None:
    with op.batch_alter_table("evidence") as table:
        for name, kind, filled in _FILLED:
            table.add_column(sa.Column(name, kind, nullable=False, server_default=filled))
        table.add_column(sa.Column("expires_on", sa.Date(), nullable=True))
        table.alter_column("added_by", existing_type=sa.String(length=32), nullable=True)
    with op.batch_alter_table("evidence") as table:
        for name, kind, _ in _FILLED:
            table.alter_column(name, existing_type=kind, server_default=None)


def _make_versions() -> None:
    op.create_table(
        "evidence_versions",
        sa.Column("evidence_id", sa.String(length=32), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("grade", sa.String(length=2), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=80), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("captured_on", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("added_by", sa.String(length=32), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["added_by"], ["people.id"], name="fk_evidence_versions_added_by_people"
        ),
        sa.ForeignKeyConstraint(
            ["evidence_id"],
            ["evidence.id"],
            name="fk_evidence_versions_evidence_id_evidence",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_evidence_versions_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("evidence_id", "revision", name="pk_evidence_versions"),
    )
    _index("evidence_versions", "organization_id")


def _make_copies() -> None:
    op.create_table(
        "evidence_copies",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("evidence_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("of_sha256", sa.String(length=64), nullable=False),
        sa.Column("boxes", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=80), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("drawn_by", sa.String(length=32), nullable=False),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("released_by", sa.String(length=32), nullable=True),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by", sa.String(length=32), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        *(
            sa.ForeignKeyConstraint([who], ["people.id"], name=f"fk_evidence_copies_{who}_people")
            for who in ("drawn_by", "released_by", "withdrawn_by")
        ),
        sa.ForeignKeyConstraint(
            ["evidence_id"],
            ["evidence.id"],
            name="fk_evidence_copies_evidence_id_evidence",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_evidence_copies_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_evidence_copies"),
        sa.UniqueConstraint("evidence_id", "number", name="uq_evidence_copies_evidence_id_number"),
    )
    for column in ("evidence_id", "sha256", "organization_id"):
        _index("evidence_copies", column)


def _make_openings() -> None:
    op.create_table(
        "evidence_openings",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("evidence_id", sa.String(length=32), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name="fk_evidence_openings_assessment_id_assessments",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_evidence_openings_organization_id_organizations",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_evidence_openings_person_id_people"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_evidence_openings"),
    )
    for column in ("assessment_id", "organization_id"):
        _index("evidence_openings", column)


def _index(table: str, column: str) -> None:
    op.create_index(f"ix_{table}_{column}", table, [column], unique=False)
