"""Register rubric editions, and let nothing change one that was registered."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_REFUSAL = "Nothing published changes: publish a new edition"

#: SQLite's INSERT OR REPLACE removes the old row without firing its DELETE trigger.
_SQLITE = (
    f"""
    CREATE TRIGGER editions_never_change BEFORE UPDATE ON editions
    BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
    """,
    f"""
    CREATE TRIGGER editions_never_go BEFORE DELETE ON editions
    BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
    """,
    """
    CREATE TRIGGER editions_never_replaced BEFORE INSERT ON editions
    WHEN EXISTS (
      SELECT 1 FROM editions WHERE rubric = NEW.rubric AND edition = NEW.edition
    )
    BEGIN SELECT RAISE(ABORT, 'This edition is registered already'); END
    """,
)

_POSTGRESQL = (
    f"""
    CREATE FUNCTION nothing_published_changes() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$
    """,
    """
    CREATE TRIGGER editions_never_change BEFORE UPDATE OR DELETE ON editions
    FOR EACH ROW EXECUTE FUNCTION nothing_published_changes()
    """,
    """
    CREATE TRIGGER editions_never_emptied BEFORE TRUNCATE ON editions
    FOR EACH STATEMENT EXECUTE FUNCTION nothing_published_changes()
    """,
)


def upgrade() -> None:
    """Make the register and its guards."""
    op.create_table(
        "editions",
        sa.Column("rubric", sa.String(100), nullable=False),
        sa.Column("edition", sa.String(20), nullable=False),
        sa.Column("scoring_hash", sa.String(100), nullable=False),
        sa.Column("wording_hash", sa.String(100), nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("rubric", "edition", name="pk_editions"),
    )
    guards = _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL
    for guard in guards:
        op.execute(guard)
