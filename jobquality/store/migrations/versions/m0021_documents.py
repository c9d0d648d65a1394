"""By which key an issued document was signed, so that no other file takes its place."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Add the column; what was issued before is signed when the chain begins to say so."""
    op.add_column("documents", sa.Column("signature", sa.String(length=160), nullable=True))
