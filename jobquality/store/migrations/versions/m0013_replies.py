"""The right of reply in full."""

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Change nothing yet."""
