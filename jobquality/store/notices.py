"""Notices to employers, and what the employers answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, select

from jobquality.access.states import ReplyState, Stance
from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.marks import is_ours
from jobquality.store.rows import NoticeRow, ReplyRow
from jobquality.store.versions import check_version


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The draft as the employer got it, and the clock that runs from its delivery.

    `draft` is the canonical JSON of the draft, frozen. `token_digest` is all that is kept of
    the employer's link. Without `delivered_at` no clock runs.
    """

    id: str
    organization_id: str
    assessment_id: str
    token_digest: str
    state: ReplyState
    days: int
    draft: str
    sent_by: str
    sent_at: datetime
    delivered_at: datetime | None = None
    delivered_how: str = ""
    ends_at: datetime | None = None
    statement: str = ""
    replied_by: str = ""
    answered_at: datetime | None = None
    decision: str = ""
    decided_by: str | None = None
    decided_at: datetime | None = None
    version: int = 1

    def is_open(self, at: datetime) -> bool:
        """Say whether the employer can still write: delivered, not answered, not over."""
        return self.state is ReplyState.DELIVERED and self.ends_at is not None and at < self.ends_at

    @property
    def was_not_sent(self) -> bool:
        """Say whether the reply is what was saved last; one that is sent comes before the end."""
        at_end = self.answered_at is not None and self.answered_at == self.ends_at
        return at_end and self.days > 0  # in practice, a clock of no days ends with the reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the employer says to one question of the draft; `fixed_on` is since when it holds."""

    id: str
    organization_id: str
    notice_id: str
    criterion: str
    stance: Stance
    text: str
    at: datetime
    fixed_on: date | None = None
    version: int = 1

    @property
    def printed(self) -> str:
        """What is published: the day of a repair stands before the words, as 2026-03-01."""
        return f"{self.fixed_on}. {self.text}".strip() if self.fixed_on else self.text


def add_notice(session: Session, notice: Notice) -> None:
    """Keep a new notice."""
    row = NoticeRow(
        id=notice.id,
        organization_id=notice.organization_id,
        assessment_id=notice.assessment_id,
        draft=notice.draft,
        sent_by=notice.sent_by,
        sent_at=notice.sent_at,
    )
    _fill(row, notice)
    session.add(row)
    session.flush()


def change_notice(session: Session, notice: Notice) -> Notice:
    """Write where a notice stands and return it with its new version.

    Its draft and the day on which it was made never change.

    Raises:
        ConflictError: somebody changed it since `notice.version`.
    """
    row = session.get_one(NoticeRow, notice.id)
    check_version(row, notice.version)
    _fill(row, notice)
    session.flush()
    return _notice(row)


def get_notice(session: Session, notice_id: str) -> Notice:
    """Return one notice.

    Raises:
        NotFoundError: there is none of that id.
    """
    return _one(session, NoticeRow.id == notice_id)


def notice_behind(session: Session, token_digest: str) -> Notice:
    """Return the notice that a link opens.

    Raises:
        NotFoundError: no link of that digest is alive.
    """
    return _one(session, NoticeRow.token_digest == token_digest, opens=True)


def list_notices(session: Session, assessment_id: str) -> tuple[Notice, ...]:
    """Return the notices of an assessment, oldest first."""
    rows = session.scalars(
        select(NoticeRow)
        .where(NoticeRow.assessment_id == assessment_id)
        .order_by(NoticeRow.sent_at, NoticeRow.id)
    )
    return tuple(_notice(row) for row in rows)


def find_last_notice(session: Session, assessment_id: str) -> Notice | None:
    """Return the newest notice of an assessment, or None."""
    found = list_notices(session, assessment_id)
    return found[-1] if found else None


def list_replies(session: Session, notice_id: str) -> dict[str, Reply]:
    """Return what the employer says, by criterion."""
    rows = session.scalars(
        select(ReplyRow).where(ReplyRow.notice_id == notice_id).order_by(ReplyRow.criterion)
    )
    return {row.criterion: _reply(row) for row in rows}


def keep_replies(session: Session, notice_id: str, replies: Iterable[Reply]) -> None:
    """Write the replies to a notice anew; those that are not among them are gone."""
    wanted = {reply.criterion: reply for reply in replies}
    rows = session.scalars(select(ReplyRow).where(ReplyRow.notice_id == notice_id))
    known = {row.criterion: row for row in rows}
    for criterion, row in known.items():
        if criterion not in wanted:
            session.delete(row)
    for criterion, reply in wanted.items():
        if criterion in known:
            known[criterion].stance, known[criterion].text = reply.stance.value, reply.text
            known[criterion].fixed_on = reply.fixed_on
        else:
            session.add(_reply_row(reply))
    session.flush()


def _one(session: Session, wanted: ColumnElement[bool], *, opens: bool = False) -> Notice:
    row = session.scalars(select(NoticeRow).where(wanted)).first()
    if row is None or (opens and not is_ours(row)):
        raise NotFoundError("There is no such notice.")
    return _notice(row)


def _fill(row: NoticeRow, notice: Notice) -> None:
    row.token_digest = notice.token_digest
    row.sent_by = notice.sent_by
    row.state = notice.state.value
    row.days = notice.days
    row.delivered_at = notice.delivered_at
    row.delivered_how = notice.delivered_how
    row.ends_at = notice.ends_at
    row.statement = notice.statement
    row.replied_by = notice.replied_by
    row.answered_at = notice.answered_at
    row.decision = notice.decision
    row.decided_by = notice.decided_by
    row.decided_at = notice.decided_at


def _notice(row: NoticeRow) -> Notice:
    return Notice(
        id=row.id,
        organization_id=row.organization_id,
        assessment_id=row.assessment_id,
        token_digest=row.token_digest,
        state=ReplyState(row.state),
        days=row.days,
        draft=row.draft,
        sent_by=row.sent_by,
        sent_at=row.sent_at,
        delivered_at=row.delivered_at,
        delivered_how=row.delivered_how,
        ends_at=row.ends_at,
        statement=row.statement,
        replied_by=row.replied_by,
        answered_at=row.answered_at,
        decision=row.decision,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        version=row.version,
    )


def _reply_row(reply: Reply) -> ReplyRow:
    return ReplyRow(
        id=reply.id,
        organization_id=reply.organization_id,
        notice_id=reply.notice_id,
        criterion=reply.criterion,
        stance=reply.stance.value,
        text=reply.text,
        at=reply.at,
        fixed_on=reply.fixed_on,
    )


def _reply(row: ReplyRow) -> Reply:
    return Reply(
        id=row.id,
        organization_id=row.organization_id,
        notice_id=row.notice_id,
        criterion=row.criterion,
        stance=Stance(row.stance),
        text=row.text,
        at=row.at,
        fixed_on=row.fixed_on,
        version=row.version,
    )
