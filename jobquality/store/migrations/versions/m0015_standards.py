"""Standards that organizations bring."""

import sqlalchemy as sa
from alembic import op

from jobquality.store.rows.base import Moment

revision = "0015"
down_revision = "0014"

_REFUSAL = "Nothing published changes: publish a new edition"
#: What never changes, with what makes one of its rows.
_FOR_EVER = {
    "standard_owners": ("rubric",),
    "standards": ("rubric", "edition"),
    "standard_files": ("name", "part"),
}


def upgrade() -> None:
    """Make the tables of own standards, and let nothing change one that was published."""
    _make_published()
    _make_drafts()
    _make_in_use()
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for table, keys in _FOR_EVER.items():
        for guard in _on_sqlite(table, keys) if is_sqlite else _on_postgresql(table):
            op.execute(guard)


def _make_published() -> None:
    op.create_table(
        "standard_owners",
        sa.Column("rubric", sa.String(length=100), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("since", Moment(), nullable=False),
        _of_organization("standard_owners"),
        sa.PrimaryKeyConstraint("rubric", name="pk_standard_owners"),
    )
    op.create_table(
        "standards",
        sa.Column("rubric", sa.String(length=100), nullable=False),
        sa.Column("edition", sa.String(length=20), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("scoring_hash", sa.String(length=64), nullable=False),
        sa.Column("wording_hash", sa.String(length=64), nullable=False),
        sa.Column("in_use_from", sa.Date(), nullable=False),
        sa.Column("follows", sa.String(length=121), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("published_at", Moment(), nullable=False),
        sa.Column("proposed_by", sa.String(length=32), nullable=False),
        sa.Column("published_by", sa.String(length=32), nullable=False),
        sa.Column("act_hash", sa.String(length=64), nullable=False),
        _of_organization("standards"),
        _points("standards", "rubric", "standard_owners"),
        _points("standards", "proposed_by", "people"),
        _points("standards", "published_by", "people"),
        sa.PrimaryKeyConstraint("rubric", "edition", name="pk_standards"),
    )
    op.create_table(
        "standard_files",
        sa.Column("name", sa.String(length=121), nullable=False),
        sa.Column("part", sa.String(length=10), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        _of_organization("standard_files"),
        sa.PrimaryKeyConstraint("name", "part", name="pk_standard_files"),
    )
    for table in _FOR_EVER:
        op.create_index(f"ix_{table}_organization_id", table, ["organization_id"])


def _make_drafts() -> None:
    op.create_table(
        "standard_drafts",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("rubric", sa.String(length=100), nullable=False),
        sa.Column("edition", sa.String(length=20), nullable=False),
        sa.Column("follows", sa.String(length=121), nullable=False),
        sa.Column("impact", sa.Text(), nullable=False),
        sa.Column("made_by", sa.String(length=32), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _of_organization("standard_drafts"),
        _points("standard_drafts", "made_by", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_standard_drafts"),
    )
    op.create_table(
        "standard_draft_files",
        sa.Column("draft_id", sa.String(length=32), nullable=False),
        sa.Column("part", sa.String(length=10), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        _of_organization("standard_draft_files"),
        _points("standard_draft_files", "draft_id", "standard_drafts"),
        sa.PrimaryKeyConstraint("draft_id", "part", name="pk_standard_draft_files"),
    )
    for table in ("standard_drafts", "standard_draft_files"):
        op.create_index(f"ix_{table}_organization_id", table, ["organization_id"])


def _make_in_use() -> None:
    op.create_table(
        "standards_in_use",
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=121), nullable=False),
        _of_organization("standards_in_use"),
        sa.PrimaryKeyConstraint("organization_id", "name", name="pk_standards_in_use"),
    )


def _of_organization(table: str) -> sa.ForeignKeyConstraint:
    return _points(table, "organization_id", "organizations")


def _points(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    target = "rubric" if to == "standard_owners" else "id"
    return sa.ForeignKeyConstraint([column], [f"{to}.{target}"], name=f"fk_{table}_{column}_{to}")


def _on_sqlite(table: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    """SQLite's INSERT OR REPLACE removes the old row without firing its DELETE trigger."""
    is_same = " AND ".join(f"{key} = NEW.{key}" for key in keys)
    return (
        f"""
        CREATE TRIGGER {table}_never_change BEFORE UPDATE ON {table}
        BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
        """,
        f"""
        CREATE TRIGGER {table}_never_go BEFORE DELETE ON {table}
        WHEN NOT EXISTS (SELECT 1 FROM organizations WHERE id = OLD.organization_id AND is_sample)
        BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
        """,
        f"""
        CREATE TRIGGER {table}_never_replaced BEFORE INSERT ON {table}
        WHEN EXISTS (SELECT 1 FROM {table} WHERE {is_same})
        BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
        """,
    )


def _on_postgresql(table: str) -> tuple[str, ...]:
    return (
        f"""
        CREATE TRIGGER {table}_never_change BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION only_samples_go()
        """,
        f"""
        CREATE TRIGGER {table}_never_emptied BEFORE TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION only_samples_go()
        """,
    )
