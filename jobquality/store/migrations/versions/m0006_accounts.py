"""Passkeys, recovery codes and keys for programs."""

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Change nothing yet."""
