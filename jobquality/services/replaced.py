"""What became of an employer's old address: a new one took its place.

The log keeps the digest of the old one, so that whoever comes by it is told where to ask.
"""

from datetime import datetime

from jobquality.services.events import EventKind, record
from jobquality.store.database import Session
from jobquality.store.links import DEAD, find_owner_of_replaced
from jobquality.store.organizations import Organization, get_organization

_LINK = "link"


def note_replaced(
    session: Session, organization_id: str, token_digest: str, *, at: datetime
) -> None:
    """Keep that an address was replaced; one that opened nothing before is none."""
    if not token_digest.startswith(DEAD):
        record(
            session,
            None,
            EventKind.EMPLOYER_LINK_REPLACED,
            organization_id=organization_id,
            about=_LINK,
            about_id=token_digest,
            at=at,
        )


def find_replacer(session: Session, token_digest: str) -> Organization | None:
    """Return who has put a new address in the place of this one, or None.

    The session sees every organization: it is an employer who asks.
    """
    found = find_owner_of_replaced(session, token_digest, EventKind.EMPLOYER_LINK_REPLACED)
    return get_organization(session, found) if found else None
