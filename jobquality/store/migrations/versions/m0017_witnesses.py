"""Witnesses of the head of a chain."""

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Change nothing yet."""
