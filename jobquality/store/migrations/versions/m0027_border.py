"""A second wall on PostgreSQL: rows show to the organization that the transaction names."""

from alembic import op
from sqlalchemy import inspect

revision = "0027"
down_revision = "0026"

# Asked once a statement, not once a row.
_NAMED = "(SELECT current_setting('jobquality.organization', true))"


def upgrade() -> None:
    """Put a policy on every table whose rows belong to an organization; SQLite has none."""
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    tables = inspect(connection)
    for table in sorted(tables.get_table_names()):
        if any(column["name"] == "organization_id" for column in tables.get_columns(table)):
            _wall_off(table)


def _wall_off(table: str) -> None:
    op.execute(f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY')
    # Whoever owns the tables is the program itself; without this it would pass.
    op.execute(f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY')
    op.execute(
        f"CREATE POLICY border ON \"{table}\" USING ({_NAMED} = '*' OR organization_id = {_NAMED})"
    )
