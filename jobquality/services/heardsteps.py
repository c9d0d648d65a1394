"""How a draft got to the employer, for the packet: who came, who accepted them, what they sent.

"The employer got the draft on March 1" is a claim too, and this is its ground.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from jobquality.store.database import Session
from jobquality.store.notices import Notice, list_notices
from jobquality.store.replyspeakers import list_speakers
from jobquality.store.speakers import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardStep:
    """One step; `who` is the id of a person of the team, or who somebody said they are."""

    at: datetime
    what: str
    who: str


def heard_steps(session: Session, assessment_id: str) -> Iterator[HeardStep]:
    """Yield what happened through the employer's links of an assessment, notice by notice."""
    for notice in list_notices(session, assessment_id):
        yield from _of_speakers(session, notice)
        if notice.answered_at is not None:
            what = "unsent" if notice.was_not_sent else "answered"
            yield HeardStep(at=notice.answered_at, what=what, who=notice.replied_by)


def _of_speakers(session: Session, notice: Notice) -> Iterator[HeardStep]:
    """Yield who came through the link, and who of the team found that they speak for it or not."""
    for one in list_speakers(session, notice.id):
        yield HeardStep(at=one.came_at, what="came", who=one.who)
        if one.decided_at is not None:
            what = "accepted" if one.state is Standing.ACCEPTED else "not_theirs"
            yield HeardStep(at=one.decided_at, what=what, who=one.decided_by or "")
