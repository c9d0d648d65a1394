"""Messages on their way: who gets what, and how far it has come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, select

from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.rows import OrganizationRow, OutboxRow
from jobquality.store.versions import check_version


class MessageState(StrEnum):
    """How far a message has come. SENT: a mail server took it, which is no delivery."""

    WAITING = "waiting"
    BY_HAND = "by_hand"
    SENT = "sent"
    FAILED = "failed"
    HANDED_OVER = "handed_over"
    BOUNCED = "bounced"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message that a person or an organization should get, in plain text.

    `to` is an address, or empty for what only a hand can carry. `about` and `about_id` say
    what it tells of. `secret` is a private link inside `text`: it is shown to `made_by` alone,
    and gone once the message is settled. `next_at` is the next try; `said` what the mail
    server answered last.
    """

    id: str
    organization_id: str
    kind: str
    to: str
    language: str
    subject: str
    text: str
    about: str
    about_id: str
    secret: str = ""
    made_by: str | None = None
    state: MessageState = MessageState.WAITING
    put_at: datetime | None = None
    tries: int = 0
    next_at: datetime | None = None
    said: str = ""
    settled_at: datetime | None = None
    settled_by: str | None = None
    settled_on: date | None = None
    settled_how: str = ""
    version: int = 1

    @property
    def is_open(self) -> bool:
        """Say whether somebody still has to get it."""
        return self.state in OPEN


#: Somebody still has to get these.
OPEN = frozenset(
    {MessageState.WAITING, MessageState.BY_HAND, MessageState.FAILED, MessageState.BOUNCED}
)


def add_message(session: Session, message: Message, *, at: datetime) -> None:
    """Keep a new message."""
    row = OutboxRow(
        id=message.id,
        organization_id=message.organization_id,
        kind=message.kind,
        recipient=message.to,
        language=message.language,
        subject=message.subject,
        about=message.about,
        about_id=message.about_id,
        made_by=message.made_by,
        put_at=at,
    )
    _fill(row, message)
    session.add(row)
    session.flush()


def change_message(session: Session, message: Message) -> Message:
    """Write how far a message has come, and return it with its new version.

    Raises:
        ConflictError: somebody changed it since `message.version`.
    """
    row = session.get_one(OutboxRow, message.id)
    check_version(row, message.version)
    _fill(row, message)
    session.flush()
    return _message(row)


def get_message(session: Session, message_id: str) -> Message:
    """Return one message.

    Raises:
        NotFoundError: there is none of that id.
    """
    row = session.scalars(select(OutboxRow).where(OutboxRow.id == message_id)).first()
    if row is None:
        raise NotFoundError("There is no such message.")
    return _message(row)


def list_messages(session: Session, *, about_id: str = "", limit: int = 0) -> tuple[Message, ...]:
    """Return messages, newest first: all, those about one thing, or the last few."""
    wanted = select(OutboxRow).order_by(OutboxRow.put_at.desc(), OutboxRow.id)
    if about_id:
        wanted = wanted.where(OutboxRow.about_id == about_id)
    if limit:
        wanted = wanted.limit(limit)
    return tuple(_message(row) for row in session.scalars(wanted))


def list_open(
    session: Session, states: Iterable[MessageState] = OPEN, *, about_id: str = ""
) -> tuple[Message, ...]:
    """Return the messages that somebody still has to get, oldest first."""
    wanted: ColumnElement[bool] = OutboxRow.state.in_([state.value for state in states])
    if about_id:
        wanted &= OutboxRow.about_id == about_id
    return _found(session, wanted)


def find_due(session: Session, *, at: datetime) -> Message | None:
    """Return the message that has waited longest for its try, or None."""
    row = session.scalars(
        select(OutboxRow)
        .join(OrganizationRow, OrganizationRow.id == OutboxRow.organization_id)
        .where(OutboxRow.next_at <= at, OrganizationRow.is_sample.is_(False))
        .order_by(OutboxRow.next_at, OutboxRow.id)
        .limit(1)
    ).first()
    return None if row is None else _message(row)


def _found(session: Session, wanted: ColumnElement[bool]) -> tuple[Message, ...]:
    rows = session.scalars(select(OutboxRow).where(wanted).order_by(OutboxRow.put_at, OutboxRow.id))
    return tuple(_message(row) for row in rows)


def _fill(row: OutboxRow, message: Message) -> None:
    row.text = message.text
    row.secret = message.secret
    row.state = message.state.value
    row.tries = message.tries
    row.next_at = message.next_at
    row.said = message.said
    row.settled_at = message.settled_at
    row.settled_by = message.settled_by
    row.settled_on = message.settled_on
    row.settled_how = message.settled_how


def _message(row: OutboxRow) -> Message:
    return Message(
        id=row.id,
        organization_id=row.organization_id,
        kind=row.kind,
        to=row.recipient,
        language=row.language,
        subject=row.subject,
        text=row.text,
        about=row.about,
        about_id=row.about_id,
        secret=row.secret,
        made_by=row.made_by,
        state=MessageState(row.state),
        put_at=row.put_at,
        tries=row.tries,
        next_at=row.next_at,
        said=row.said,
        settled_at=row.settled_at,
        settled_by=row.settled_by,
        settled_on=row.settled_on,
        settled_how=row.settled_how,
        version=row.version,
    )
