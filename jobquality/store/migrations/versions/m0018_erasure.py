"""What an erased account leaves, and a log that never changes."""

import sqlalchemy as sa
from alembic import op

from jobquality.store.rows.base import Moment

revision = "0018"
down_revision = "0017"

_REFUSAL = "The log never changes: what happened stays"
_OF_SAMPLES = "EXISTS (SELECT 1 FROM organizations WHERE id = OLD.organization_id AND is_sample)"
_SQLITE = (
    f"""
    CREATE TRIGGER events_never_change BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
    """,
    f"""
    CREATE TRIGGER events_never_go BEFORE DELETE ON events WHEN NOT {_OF_SAMPLES}
    BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
    """,
    f"""
    CREATE TRIGGER events_never_replaced BEFORE INSERT ON events
    WHEN EXISTS (SELECT 1 FROM events WHERE number = NEW.number)
    BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
    """,
)
_POSTGRESQL = (
    f"""
    CREATE FUNCTION events_stay() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN
      IF TG_OP = 'DELETE' AND {_OF_SAMPLES} THEN RETURN OLD; END IF;
      RAISE EXCEPTION '{_REFUSAL}';
    END $$
    """,
    """
    CREATE TRIGGER events_never_change BEFORE UPDATE OR DELETE ON events
    FOR EACH ROW EXECUTE FUNCTION events_stay()
    """,
    """
    CREATE TRIGGER events_never_emptied BEFORE TRUNCATE ON events
    FOR EACH STATEMENT EXECUTE FUNCTION events_stay()
    """,
)


def upgrade() -> None:
    """Keep when an account was erased, and let no event change or go but with the samples."""
    op.add_column("people", sa.Column("erased_at", Moment(), nullable=True))
    for column in ("person_id", "kind"):
        op.create_index(f"ix_events_{column}", "events", [column], unique=False)
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE if is_sqlite else _POSTGRESQL:
        op.execute(statement)
