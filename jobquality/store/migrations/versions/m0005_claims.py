"""What employers say for themselves before the draft."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables of questionnaires, of those who fill them in, and of their claims."""
    _make_questionnaires()
    _make_speakers()
    _make_claims()
    _make_takings()


def _make_questionnaires() -> None:
    op.create_table(
        "questionnaires",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("wanted_by", sa.Date(), nullable=True),
        sa.Column("sent_by", sa.String(length=32), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_in_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_in_by", sa.String(length=32), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _of("questionnaires", "assessment_id", "assessments", ondelete="CASCADE"),
        _of("questionnaires", "sent_by", "people"),
        _of("questionnaires", "organization_id", "organizations"),
        sa.PrimaryKeyConstraint("id", name="pk_questionnaires"),
        sa.UniqueConstraint("token_digest", name="uq_questionnaires_token_digest"),
    )
    _index("questionnaires", "assessment_id", "organization_id")


def _make_speakers() -> None:
    op.create_table(
        "speakers",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("questionnaire_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("contact", sa.String(length=200), nullable=False),
        sa.Column("came_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("way", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.String(length=32), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _of("speakers", "questionnaire_id", "questionnaires", ondelete="CASCADE"),
        _of("speakers", "decided_by", "people"),
        _of("speakers", "organization_id", "organizations"),
        sa.PrimaryKeyConstraint("id", name="pk_speakers"),
    )
    _index("speakers", "questionnaire_id", "organization_id")


def _make_claims() -> None:
    op.create_table(
        "claims",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("questionnaire_id", sa.String(length=32), nullable=False),
        sa.Column("speaker_id", sa.String(length=32), nullable=False),
        sa.Column("criterion", sa.String(length=100), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        _of("claims", "assessment_id", "assessments", ondelete="CASCADE"),
        _of("claims", "questionnaire_id", "questionnaires", ondelete="CASCADE"),
        _of("claims", "speaker_id", "speakers", ondelete="CASCADE"),
        _of("claims", "organization_id", "organizations"),
        sa.PrimaryKeyConstraint("id", "version", name="pk_claims"),
        sa.UniqueConstraint(
            "speaker_id", "criterion", "version", name="uq_claims_speaker_id_criterion_version"
        ),
    )
    _index("claims", "assessment_id", "questionnaire_id", "organization_id")


def _make_takings() -> None:
    op.create_table(
        "takings",
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("criterion", sa.String(length=100), nullable=False),
        sa.Column("answer_version", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.String(length=32), nullable=False),
        sa.Column("claim_version", sa.Integer(), nullable=False),
        sa.Column("taken_by", sa.String(length=32), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id", "claim_version"],
            ["claims.id", "claims.version"],
            name="fk_takings_claim_id_claim_version_claims",
            ondelete="CASCADE",
        ),
        _of("takings", "assessment_id", "assessments", ondelete="CASCADE"),
        _of("takings", "taken_by", "people"),
        _of("takings", "organization_id", "organizations"),
        sa.PrimaryKeyConstraint("assessment_id", "criterion", "answer_version", name="pk_takings"),
    )
    _index("takings", "organization_id")


def _of(
    table: str, column: str, other: str, *, ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_{other}"
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=ondelete)


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column], unique=False)
