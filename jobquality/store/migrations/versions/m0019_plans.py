"""Actions that an employer takes up."""

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Change nothing yet."""
