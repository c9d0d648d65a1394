"""Where every assessment stands, in a few queries; no draft and no answer is read for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select

from jobquality.access.states import TIME_TO_READ, AssessmentState, ReplyState, Stance
from jobquality.store.database import Session
from jobquality.store.extensions import ExtensionState
from jobquality.store.proposals import ProposalKind, ProposalState
from jobquality.store.rows import (
    AnswerRow,
    AssessmentRow,
    EmployerRow,
    EventRow,
    ExtensionRow,
    NoticeRow,
    PanelistRow,
    PanelRow,
    PersonRow,
    ProposalRow,
    QuestionnaireRow,
    ReplyRow,
    ReplySpeakerRow,
    ReviewRow,
    SpeakerRow,
)
from jobquality.store.speakers import Standing

_OVER = (AssessmentState.PUBLISHED.value, AssessmentState.ABANDONED.value)
_DECISION_READ = "reply.decision_read"
_RETURNED, _SUBMITTED, _COMMENT, _DONE = "returned", "submitted", "comment", "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The newest notice of an assessment; without `ends_at` it was not handed over yet.

    `has_words` says that the employer wrote something, sent or not. Where they wait for an answer
    about more time, `waits_since` is when they asked: from then on the clock stands still.
    Until `read_until` the decision on the reply is theirs alone: see services/readfirst.py.
    """

    state: ReplyState
    ends_at: datetime | None
    has_words: bool = False
    waits_since: datetime | None = None
    read_until: datetime | None = None

    def end(self, at: datetime) -> datetime | None:
        """Return the end as it is at a moment: later by as long as the employer waits."""
        if self.ends_at is None or self.waits_since is None:
            return self.ends_at
        return self.ends_at + (at - self.waits_since)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comeback:
    """How a draft came back: when, about how many questions, and how many have a reply."""

    at: datetime
    asked: int
    done: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FromEmployer:
    """Something that an employer sent in at a moment, or `speaker`, who waits to be believed."""

    assessment_id: str
    at: datetime
    speaker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtNotice:
    """Something that waits at a notice since a moment: a speaker by name, more time, a panel.

    Or a `doubt` of one person whether somebody was the employer, which takes a second one.
    """

    what: str
    assessment_id: str
    at: datetime
    name: str = ""


def authors_of(session: Session, assessment_ids: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the ids of everybody who answered something, by assessment."""
    rows = session.execute(
        select(AnswerRow.assessment_id, AnswerRow.author_id)
        .where(AnswerRow.assessment_id.in_(tuple(assessment_ids)))
        .distinct()
    )
    found: dict[str, set[str]] = {}
    for assessment_id, author_id in rows:
        found.setdefault(assessment_id, set()).add(author_id)
    return {assessment_id: frozenset(authors) for assessment_id, authors in found.items()}


def submitted(session: Session) -> dict[str, datetime]:
    """Return since when each assessment in review waits, by its id."""
    rows = session.execute(
        select(ReviewRow.assessment_id, func.max(ReviewRow.at))
        .join(AssessmentRow, AssessmentRow.id == ReviewRow.assessment_id)
        .where(
            ReviewRow.step == _SUBMITTED,
            AssessmentRow.state == AssessmentState.IN_REVIEW.value,
        )
        .group_by(ReviewRow.assessment_id)
    )
    return {assessment_id: since for assessment_id, since in rows}  # noqa: C416 - rows are no pairs


def returned_ones(session: Session) -> dict[str, Comeback]:
    """Return the drafts that a reviewer has returned, each as it came back last."""
    rows = session.execute(
        select(ReviewRow.assessment_id, ReviewRow.step, ReviewRow.criterion, ReviewRow.at)
        .join(AssessmentRow, AssessmentRow.id == ReviewRow.assessment_id)
        .where(
            ReviewRow.step.in_((_RETURNED, _COMMENT, _DONE)),
            AssessmentRow.state == AssessmentState.DRAFT.value,
        )
        .order_by(ReviewRow.at)
    ).all()
    last = {assessment_id: at for assessment_id, step, _, at in rows if step == _RETURNED}
    asked: dict[str, set[str]] = {assessment_id: set() for assessment_id in last}
    done: dict[str, set[str]] = {assessment_id: set() for assessment_id in last}
    for assessment_id, step, criterion, at in rows:
        if assessment_id in last and at >= last[assessment_id] and step != _RETURNED:
            (asked if step == _COMMENT else done)[assessment_id].add(criterion)
    return {
        assessment_id: Comeback(
            at=at,
            asked=len(asked[assessment_id]),
            done=len(asked[assessment_id] & done[assessment_id]),
        )
        for assessment_id, at in last.items()
    }


def from_employers(session: Session) -> tuple[FromEmployer, ...]:
    """Return what employers sent in, and who waits to be believed, behind drafts; oldest first."""
    sent = session.execute(
        select(QuestionnaireRow.assessment_id, QuestionnaireRow.sent_in_at)
        .join(AssessmentRow, AssessmentRow.id == QuestionnaireRow.assessment_id)
        .where(
            QuestionnaireRow.sent_in_at.is_not(None),
            QuestionnaireRow.withdrawn_at.is_(None),
            AssessmentRow.state == AssessmentState.DRAFT.value,
        )
    )
    pending = session.execute(
        select(QuestionnaireRow.assessment_id, SpeakerRow.came_at, SpeakerRow.name)
        .join(SpeakerRow, SpeakerRow.questionnaire_id == QuestionnaireRow.id)
        .where(SpeakerRow.state == Standing.PENDING.value, QuestionnaireRow.withdrawn_at.is_(None))
    )
    found = (
        *(FromEmployer(assessment_id=one, at=at) for one, at in sent if at),
        *(FromEmployer(assessment_id=one, at=at, speaker=name) for one, at, name in pending),
    )
    return tuple(sorted(found, key=lambda one: (one.at, one.assessment_id, one.speaker)))


def at_notices(session: Session, person_id: str) -> tuple[AtNotice, ...]:
    """Return who waits at notices for acceptance, time, or this person's signature."""
    is_open = AssessmentRow.state.not_in(_OVER)
    is_doubt = and_(
        ProposalRow.subject == ReplySpeakerRow.id,
        ProposalRow.kind == ProposalKind.SPEAKER.value,
        ProposalRow.state == ProposalState.OPEN.value,
        ProposalRow.proposed_by != person_id,
    )
    rows = session.execute(
        select(ReplySpeakerRow, ProposalRow.proposed_at)
        .join(AssessmentRow, AssessmentRow.id == ReplySpeakerRow.assessment_id)
        .outerjoin(ProposalRow, is_doubt)
        .where(ReplySpeakerRow.state == Standing.PENDING.value, is_open)
    )
    came: list[tuple[ReplySpeakerRow, datetime | None]] = [(one, at) for one, at in rows]
    unsigned = session.execute(
        select(PanelRow.assessment_id, PanelRow.proposed_at)
        .join(PanelistRow, PanelistRow.notice_id == PanelRow.notice_id)
        .join(NoticeRow, NoticeRow.id == PanelRow.notice_id)
        .join(AssessmentRow, AssessmentRow.id == PanelRow.assessment_id)
        .where(
            PanelistRow.person_id == person_id,
            PanelistRow.signed_at.is_(None),
            NoticeRow.decided_at.is_(None),
            is_open,
        )
    )
    asked = ((one, clock.waits_since) for one, clock in clocks(session).items())
    found = (
        *(_waits("speaker", one, one.came_at) for one, _ in came),
        *(_waits("doubt", one, doubted) for one, doubted in came if doubted is not None),
        *(AtNotice(what="time", assessment_id=one, at=at) for one, at in asked if at),
        *(AtNotice(what="panel", assessment_id=one, at=at) for one, at in unsigned),
    )
    return tuple(sorted(found, key=lambda one: (one.at, one.assessment_id, one.name, one.what)))


def _waits(what: str, speaker: ReplySpeakerRow, at: datetime) -> AtNotice:
    return AtNotice(what=what, assessment_id=speaker.assessment_id, at=at, name=speaker.name)


def clocks(session: Session) -> dict[str, Clock]:
    """Return the newest notice of each assessment that stands at notice."""
    has_replies = exists().where(ReplyRow.notice_id == NoticeRow.id)
    has_words = or_(NoticeRow.statement != "", has_replies)
    # Once they replied, they wait for nothing: see services/standstill.py.
    is_waiting = and_(
        ExtensionRow.notice_id == NoticeRow.id,
        ExtensionRow.state == ExtensionState.ASKED.value,
        NoticeRow.answered_at.is_(None),
    )
    rows = session.execute(
        select(
            NoticeRow.assessment_id,
            NoticeRow.state,
            NoticeRow.ends_at,
            has_words,
            ExtensionRow.asked_at,
            case((_is_read_first(), NoticeRow.decided_at)),
        )
        .join(AssessmentRow, AssessmentRow.id == NoticeRow.assessment_id)
        .outerjoin(ExtensionRow, is_waiting)
        .where(AssessmentRow.state == AssessmentState.NOTICE.value)
        .order_by(NoticeRow.sent_at)
    )
    return {
        assessment_id: Clock(
            state=ReplyState(state),
            ends_at=ends_at,
            has_words=bool(wrote),
            waits_since=since,
            read_until=decided_at + TIME_TO_READ if decided_at else None,
        )
        for assessment_id, state, ends_at, wrote, since, decided_at in rows
    }


def _is_read_first() -> ColumnElement[bool]:
    """Say in SQL of which notices the employer reads the decision first."""
    refused = exists().where(
        ReplyRow.notice_id == NoticeRow.id, ReplyRow.stance != Stance.ACCEPT.value
    )
    is_let = exists().where(
        ReplySpeakerRow.notice_id == NoticeRow.id,
        ReplySpeakerRow.state == Standing.ACCEPTED.value,
        EventRow.about_id == ReplySpeakerRow.id,
        EventRow.kind == _DECISION_READ,
        EventRow.at >= NoticeRow.decided_at,
    )
    return and_(
        NoticeRow.state == ReplyState.DECIDED.value,
        NoticeRow.days > 0,
        # One of before the assessment began was published with its decision: a correction.
        NoticeRow.sent_at >= AssessmentRow.created_at,
        or_(NoticeRow.statement != "", refused),
        ~is_let,
    )


def names_of_employers(session: Session) -> dict[str, tuple[str, str]]:
    """Return the name and the public name of every employer by its id."""
    rows = session.execute(select(EmployerRow.id, EmployerRow.name, EmployerRow.slug))
    return {employer_id: (name, slug) for employer_id, name, slug in rows}


def names_of_people(session: Session) -> dict[str, str]:
    """Return the name of everybody of the organization by their id."""
    rows = session.execute(select(PersonRow.id, PersonRow.name))
    return {person_id: name for person_id, name in rows}  # noqa: C416 - rows are no pairs


def count_people(session: Session) -> int:
    """Return how many people of the organization can act."""
    wanted = select(func.count()).select_from(PersonRow).where(PersonRow.active.is_(True))
    return session.scalar(wanted) or 0
