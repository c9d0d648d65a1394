"""What two people decide, and bodies that give way to a tombstone."""

import sqlalchemy as sa
from alembic import op

from jobquality.store.rows.base import Moment

revision = "0010"
down_revision = "0009"

_REFUSAL = "Nothing published changes: publish a correction"
#: Only an emptied text may take the place of a body, and only beside its tombstone.
_HAS_TOMBSTONE = (
    "NEW.content = '' AND NEW.hash = OLD.hash AND NEW.organization_id = OLD.organization_id "
    "AND EXISTS (SELECT 1 FROM tombstones WHERE tombstones.body_hash = OLD.hash "
    "AND tombstones.organization_id = OLD.organization_id)"
)
_SQLITE = (
    "DROP TRIGGER bodies_never_change",
    f"""
    CREATE TRIGGER bodies_never_change BEFORE UPDATE ON bodies WHEN NOT ({_HAS_TOMBSTONE})
    BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
    """,
    f"""
    CREATE TRIGGER tombstones_never_change BEFORE UPDATE ON tombstones
    BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
    """,
    f"""
    CREATE TRIGGER tombstones_never_go BEFORE DELETE ON tombstones
    WHEN NOT EXISTS (SELECT 1 FROM organizations WHERE id = OLD.organization_id AND is_sample)
    BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
    """,
    f"""
    CREATE TRIGGER tombstones_never_replaced BEFORE INSERT ON tombstones
    WHEN EXISTS (SELECT 1 FROM tombstones WHERE body_hash = NEW.body_hash)
    BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
    """,
)
_POSTGRESQL = (
    "DROP TRIGGER bodies_never_change ON bodies",
    f"""
    CREATE FUNCTION only_tombstones_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN
      IF {_HAS_TOMBSTONE} THEN RETURN NEW; END IF;
      RAISE EXCEPTION '{_REFUSAL}';
    END $$
    """,
    """
    CREATE TRIGGER bodies_never_change BEFORE UPDATE ON bodies
    FOR EACH ROW EXECUTE FUNCTION only_tombstones_change()
    """,
    """
    CREATE TRIGGER bodies_never_go BEFORE DELETE ON bodies
    FOR EACH ROW EXECUTE FUNCTION only_samples_go()
    """,
    """
    CREATE TRIGGER tombstones_never_change BEFORE UPDATE OR DELETE ON tombstones
    FOR EACH ROW EXECUTE FUNCTION only_samples_go()
    """,
    """
    CREATE TRIGGER tombstones_never_emptied BEFORE TRUNCATE ON tombstones
    FOR EACH STATEMENT EXECUTE FUNCTION only_samples_go()
    """,
)


def upgrade() -> None:
    """Make the tables of proposals and of tombstones, and let a tombstone empty its body."""
    _make_proposals()
    _make_tombstones()
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE if is_sqlite else _POSTGRESQL:
        op.execute(statement)


def _make_proposals() -> None:
    op.create_table(
        "proposals",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("proposed_by", sa.String(length=32), nullable=False),
        sa.Column("proposed_at", Moment(), nullable=False),
        sa.Column("decided_by", sa.String(length=32), nullable=True),
        sa.Column("decided_at", Moment(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_proposals_organization_id_organizations",
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by"], ["people.id"], name="fk_proposals_proposed_by_people"
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["people.id"], name="fk_proposals_decided_by_people"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_proposals"),
    )
    for column in ("organization_id", "subject"):
        op.create_index(f"ix_proposals_{column}", "proposals", [column], unique=False)


def _make_tombstones() -> None:
    op.create_table(
        "tombstones",
        sa.Column("body_hash", sa.String(length=64), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("act_hash", sa.String(length=64), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_tombstones_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("body_hash", name="pk_tombstones"),
    )
    op.create_index("ix_tombstones_organization_id", "tombstones", ["organization_id"])
