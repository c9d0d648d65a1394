"""Who comes in through the link of a notice, before publication, and speaks for the employer."""

from dataclasses import dataclass
from datetime import datetime

from jobquality.store.database import Session
from jobquality.store.rows import ReplySpeakerRow
from jobquality.store.speakers import Speakers, Speaking, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplySpeaker(Speaking):
    """Somebody who came in through the link of a notice.

    `words` is the reply as they saved it last, as JSON; `kept` is what was undone when they
    turned out not to speak for the employer, as JSON. Both are empty where there is nothing.
    """

    assessment_id: str
    notice_id: str
    words: str = ""
    saved_at: datetime | None = None
    kept: str = ""

    @property
    def seen(self) -> int:
        """Whether they were decided on: what they save meanwhile is no reason to look again."""
        return int(self.state is not Standing.PENDING)


_SPEAKERS = Speakers(ReplySpeakerRow, ReplySpeaker, ("assessment_id", "notice_id"))

add_speaker = _SPEAKERS.add
change_speaker = _SPEAKERS.change
get_speaker = _SPEAKERS.get


def list_speakers(session: Session, notice_id: str) -> tuple[ReplySpeaker, ...]:
    """Return who came through the links of a notice, in the order in which they came."""
    return _SPEAKERS.find_all(session, ReplySpeakerRow.notice_id == notice_id)


def list_speakers_of(session: Session, assessment_id: str) -> tuple[ReplySpeaker, ...]:
    """Return who came through the links of all notices of an assessment."""
    return _SPEAKERS.find_all(session, ReplySpeakerRow.assessment_id == assessment_id)


def list_pending(session: Session) -> tuple[ReplySpeaker, ...]:
    """Return everybody who waits to be accepted, in the order in which they came."""
    return _SPEAKERS.find_all(session, ReplySpeakerRow.state == Standing.PENDING.value)
