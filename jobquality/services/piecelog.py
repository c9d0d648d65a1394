"""Who changed a piece of evidence last, as the log tells it."""

from jobquality.services.events import EventKind
from jobquality.store.database import Session
from jobquality.store.events import Event, WantedEvents, find_events
from jobquality.store.evidence import Evidence

#: Whatever changes what is said of a piece.
_CHANGES = frozenset(
    kind.value
    for kind in (
        EventKind.EVIDENCE_CHANGED,
        EventKind.EVIDENCE_REPLACED,
        EventKind.COPY_RELEASED,
        EventKind.UNMARKED,
    )
)
#: So many events about the evidence of one assessment are looked through, the newest first.
_MOST = 500


def last_change(session: Session, evidence: Evidence) -> Event | None:
    """Return the newest event that changed a piece, or None where the log names none."""
    things = frozenset({evidence.assessment_id})
    wanted = WantedEvents(kind="evidence", things=things)
    for event in find_events(session, wanted, limit=_MOST):
        if event.kind in _CHANGES and event.details.get("evidence") == evidence.id:
            return event
    return None
