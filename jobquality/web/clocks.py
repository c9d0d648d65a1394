"""The employer's turn, as the pages of notice and publishing show it."""

from collections.abc import Mapping
from dataclasses import dataclass

from jobquality.access.states import AssessmentState
from jobquality.http import current
from jobquality.services.notices import find_worse
from jobquality.services.replies import counted
from jobquality.store.database import Session
from jobquality.store.notices import Notice, Reply, find_last_notice, list_replies
from jobquality.web.reviews import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The employer's turn as a page shows it; `worse` is None where a new notice is due.

    After the end of the clock, what the employer saved last and did not send is their reply.
    """

    notice: Notice | None
    replies: Mapping[str, Reply]
    worse: tuple[str, ...] | None
    is_over: bool


def read_clock(session: Session, sheet: Sheet) -> Clock:
    """Return the employer's turn."""
    here, assessment = current(), sheet.assessment
    now = here.clock()
    notice = find_last_notice(session, assessment.id)
    is_approved = assessment.state is AssessmentState.APPROVED and sheet.draft is not None
    return Clock(
        notice=counted(session, notice, at=now) if notice else None,
        replies=list_replies(session, notice.id) if notice else {},
        worse=find_worse(session, assessment, catalog=here.catalog, at=now)
        if is_approved
        else None,
        is_over=notice is not None and notice.ends_at is not None and now >= notice.ends_at,
    )
