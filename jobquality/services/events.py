"""Write what happened into the organization's log, in one typed word each."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from jobquality.access.actors import Actor
from jobquality.store.database import Session
from jobquality.store.events import Event, add_event


class EventKind(StrEnum):
    """Everything that the log tells: `thing.what`."""

    PUBLISHED = "publication.published"
    CORRECTED = "publication.corrected"
    WITHDRAWAL_PROPOSED = "publication.withdrawal_proposed"
    WITHDRAWN = "publication.withdrawn"
    TOMBSTONE_PROPOSED = "publication.tombstone_proposed"
    TOMBSTONED = "publication.tombstoned"
    PROPOSAL_REFUSED = "proposal.refused"
    KEY_PROPOSED = "ledger.key_proposed"
    KEY_CHANGED = "ledger.key_changed"
    WITNESS_NAMED = "ledger.witness_named"
    WITNESS_ENDED = "ledger.witness_ended"


def record(  # noqa: PLR0913  # an event is who did what to which thing when
    session: Session,
    actor: Actor | None,
    kind: EventKind,
    *,
    organization_id: str,
    about: str = "",
    about_id: str = "",
    at: datetime,
    details: Mapping[str, str] | None = None,
) -> None:
    """Keep one event. No address, no device and no text of an answer goes into it.

    `actor` None: nobody who is logged in.
    """
    add_event(
        session,
        Event(
            organization_id=organization_id,
            kind=kind.value,
            at=at,
            person_id=actor.person_id if actor else None,
            about=about,
            about_id=about_id,
            details=details or {},
        ),
    )
