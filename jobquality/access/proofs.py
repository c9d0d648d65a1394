"""How long somebody counts as being there who proved it: by password, code or passkey.

Source: docs/decisions/0023-people.md; OWASP ASVS 5.0, 7.5.1
"""

from datetime import datetime, timedelta

FRESH_FOR = timedelta(minutes=30)


def is_fresh(proved_at: datetime | None, at: datetime) -> bool:
    """Say whether a proof still counts; not one from the future, after a clock was set back."""
    return proved_at is not None and timedelta(0) <= at - proved_at <= FRESH_FOR
