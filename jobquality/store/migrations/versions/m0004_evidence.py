"""Evidence in revisions, with who may see it and its public copy."""

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Change nothing yet."""
