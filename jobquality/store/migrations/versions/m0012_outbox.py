"""Messages on their way."""

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Change nothing yet."""
