"""Every name of an employer, and what an assessment covers."""

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Change nothing yet."""
