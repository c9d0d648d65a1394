"""The employer's turn, as the pages of notice and publishing show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from jobquality.access.states import AssessmentState
from jobquality.http import current
from jobquality.services.decisions import people_for_panels, points_to_decide
from jobquality.services.deliveries import makers_of
from jobquality.services.hands import find_two_from
from jobquality.services.hearing import Happened, whole_history_of
from jobquality.services.notices import find_worse
from jobquality.services.readfirst import find_wait
from jobquality.services.replies import counted
from jobquality.services.replyspeakers import find_doubt, is_nobodys
from jobquality.services.standstill import find_waiting, standing
from jobquality.services.takingback import may_take_back
from jobquality.store.database import Session
from jobquality.store.extensions import Extension, find_extension
from jobquality.store.guests import list_guests
from jobquality.store.notices import Notice, Reply, find_last_notice, list_replies
from jobquality.store.panels import (
    DecidedItem,
    Panel,
    Panelist,
    find_panel,
    list_items,
    list_panelists,
)
from jobquality.store.people import list_people
from jobquality.store.proposals import Proposal
from jobquality.store.replypapers import ReplyPaper, list_papers, list_refused_papers
from jobquality.store.replyspeakers import ReplySpeaker, list_speakers
from jobquality.store.speakers import Standing
from jobquality.web.reviews import Sheet
from jobquality.web.visitors import current_actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What the team does about a notice: who waits for what, and what was decided so far.

    `points` are those that the employer did not accept; `people` who can be on a panel.
    `doubts` are what one person said of a speaker and another one has to say too.
    `is_nobodys` says that the reply was saved before people had to say who they are. Until
    `two_from`, whoever looks and somebody who made a link count as one person.
    """

    history: tuple[Happened, ...]
    extension: Extension | None
    is_time_asked: bool
    papers: tuple[ReplyPaper, ...]
    points: tuple[str, ...]
    items: Mapping[str, DecidedItem]
    panel: Panel | None
    panelists: tuple[Panelist, ...]
    people: Mapping[str, str]
    has_guests: bool
    speakers: tuple[ReplySpeaker, ...]
    refused_papers: tuple[ReplyPaper, ...]
    makers: frozenset[str]
    names: Mapping[str, str]
    doubts: Mapping[str, Proposal]
    may_take_back: bool = False
    is_nobodys: bool = False
    two_from: datetime | None = None

    @property
    def saved_last(self) -> ReplySpeaker | None:
        """Who saved the reply last, None where nobody had to say who they are."""
        saved = [one for one in self.speakers if one.saved_at and one.state is not Standing.REFUSED]
        return max(saved, key=lambda one: (one.saved_at, one.id), default=None)

    @property
    def waits(self) -> bool:
        """Whether somebody who came through the link waits to be accepted."""
        return any(one.state is Standing.PENDING for one in self.speakers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The employer's turn as a page shows it; `worse` is None where a new notice is due.

    After the end of the clock, what the employer saved last and did not send is their reply.
    Until `read_until` the decision on it is theirs alone.
    """

    notice: Notice | None
    replies: Mapping[str, Reply]
    worse: tuple[str, ...] | None
    is_over: bool
    turn: Turn | None = None
    read_until: datetime | None = None


def read_clock(session: Session, sheet: Sheet) -> Clock:
    """Return the employer's turn."""
    here, assessment = current(), sheet.assessment
    now = here.clock()
    notice = find_last_notice(session, assessment.id)
    notice = standing(session, notice, at=now) if notice else None
    is_approved = assessment.state is AssessmentState.APPROVED and sheet.draft is not None
    return Clock(
        notice=counted(session, notice, at=now) if notice else None,
        replies=list_replies(session, notice.id) if notice else {},
        worse=find_worse(session, assessment, catalog=here.catalog, at=now)
        if is_approved
        else None,
        is_over=notice is not None and notice.ends_at is not None and now >= notice.ends_at,
        read_until=_read_until(session, notice, at=now) if notice else None,
        turn=_turn(session, counted(session, notice, at=now), at=now) if notice else None,
    )


def _read_until(session: Session, notice: Notice, *, at: datetime) -> datetime | None:
    """Return until when the employer reads the decision first, while that is to come."""
    until = find_wait(session, notice)
    return until if until is not None and at < until else None


def _turn(session: Session, notice: Notice, *, at: datetime) -> Turn:
    actor, makers = current_actor(), makers_of(session, notice)
    guests = list_guests(session, notice.assessment_id)
    came = list_speakers(session, notice.id)
    found = ((one.id, find_doubt(session, one)) for one in came)
    return Turn(
        doubts={known: doubt for known, doubt in found if doubt},
        history=whole_history_of(session, notice),
        extension=find_extension(session, notice.id),
        is_time_asked=find_waiting(session, notice) is not None,
        papers=list_papers(session, notice.id),
        points=points_to_decide(session, notice),
        items=list_items(session, notice.id),
        panel=find_panel(session, notice.id),
        panelists=list_panelists(session, notice.id),
        people=people_for_panels(session, notice),
        may_take_back=may_take_back(session, actor, notice, at=at),
        is_nobodys=is_nobodys(session, notice),
        two_from=find_two_from(session, actor.person_id, makers, at=at),
        speakers=came,
        refused_papers=list_refused_papers(session, notice.id),
        makers=makers,
        names={
            **{one.id: one.name for one in list_people(session)},
            **{one.person_id: one.known_as for one in guests if one.person_id},
        },
        has_guests=any(one.ended_at is None for one in guests),
    )
