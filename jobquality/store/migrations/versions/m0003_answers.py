"""Earlier versions of answers, and answers that wait for somebody to choose."""

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Change nothing yet."""
