"""What employers say for themselves before the draft."""

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Change nothing yet."""
