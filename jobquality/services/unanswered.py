"""Objections of an employer that wait for longer than it was promised: told to everybody.

Their words are not: nobody has looked yet whether they name a worker. That somebody objected,
when, and that nothing came of it is no word of theirs.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jobquality.services.after import local_day
from jobquality.store.after import list_speakers
from jobquality.store.database import Session
from jobquality.store.organizations import get_organization
from jobquality.store.speakers import Standing
from jobquality.store.statements import Statement, StatementState, Topic, list_statements


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """One objection; `is_known` where the organization accepted who sent it."""

    publication_hash: str
    said_at: datetime
    is_known: bool


def find_unanswered(
    session: Session, records: Iterable[str], *, at: datetime
) -> tuple[Unanswered, ...]:
    """Return what waits for too long, the oldest first.

    Not what was sent back to the employer, nor what somebody said who was not it.
    """
    known = tuple(records)
    late = [one for one in list_statements(session, known) if _is_late(session, one, at)]
    if not late:
        return ()
    standing = {one.id: one.state for one in list_speakers(session, known)}
    return tuple(
        Unanswered(
            publication_hash=one.publication_hash,
            said_at=one.said_at,
            is_known=standing[one.speaker_id] is Standing.ACCEPTED,
        )
        for one in sorted(late, key=lambda one: one.said_at)
        if standing[one.speaker_id] is not Standing.REFUSED
    )


def _is_late(session: Session, one: Statement, at: datetime) -> bool:
    waits = one.state is StatementState.WAITING or one.is_open_dispute
    if one.topic is not Topic.DISPUTE or not waits:
        return False
    zone = get_organization(session, one.organization_id).time_zone
    return one.answer_by < local_day(at, zone)
