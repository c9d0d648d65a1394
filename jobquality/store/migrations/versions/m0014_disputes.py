"""What employers say after publication."""

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Change nothing yet."""
