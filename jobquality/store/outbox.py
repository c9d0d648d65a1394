"""Messages on their way: who gets what, and how far it has come."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import object_session

from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.marks import Marker, marker_of
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


#: What stands for a text that the key does not open: its row was moved, forged, or of another key.
UNREADABLE = "•••"
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
    _fill(session, row, message)
    session.add(row)
    session.flush()


def change_message(session: Session, message: Message) -> Message:
    """Write how far a message has come, and return it with its new version.

    Raises:
        ConflictError: somebody changed it since `message.version`.
    """
    row = session.get_one(OutboxRow, message.id)
    check_version(row, message.version)
    _fill(session, row, message)
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
    """Return the message that has waited longest for its try, of those that open, or None."""
    rows = session.scalars(
        select(OutboxRow)
        .join(OrganizationRow, OrganizationRow.id == OutboxRow.organization_id)
        .where(OutboxRow.next_at <= at, OrganizationRow.is_sample.is_(False))
        .order_by(OutboxRow.next_at, OutboxRow.id)
    )
    waiting = (_message(row) for row in rows)
    return next((message for message in waiting if message.text != UNREADABLE), None)


def _found(session: Session, wanted: ColumnElement[bool]) -> tuple[Message, ...]:
    rows = session.scalars(select(OutboxRow).where(wanted).order_by(OutboxRow.put_at, OutboxRow.id))
    return tuple(_message(row) for row in rows)


def _fill(session: Session, row: OutboxRow, message: Message) -> None:
    row.text, row.secret = _kept(session, row, message)
    row.state = message.state.value
    row.tries = message.tries
    row.next_at = message.next_at
    row.said = message.said
    row.settled_at = message.settled_at
    row.settled_by = message.settled_by
    row.settled_on = message.settled_on
    row.settled_how = message.settled_how


def _kept(session: Session, row: OutboxRow, message: Message) -> tuple[str, str]:
    """Return text and secret as the table keeps them: sealed while they hold a private link."""
    marker = marker_of(session)
    if marker is None or not message.secret:
        return message.text, message.secret
    return sealed_texts(marker, row, message.text, message.secret)


def sealed_texts(marker: Marker, row: OutboxRow, text: str, secret: str) -> tuple[str, str]:
    """Return text and secret of a message as only the key opens them, and only in its row.

    Moved to another address, or to somebody else who may see it, they open no more.
    """
    about = _about(row)
    return marker.sealed(text, f"text {about}"), marker.sealed(secret, f"secret {about}")


def _opened(row: OutboxRow) -> tuple[str, str]:
    """Return text and secret; UNREADABLE stands for what the key does not open."""
    marker = marker_of(object_session(row))
    if marker is None or not row.secret:
        return row.text, row.secret
    about = _about(row)
    text = marker.opened(row.text, f"text {about}")
    secret = marker.opened(row.secret, f"secret {about}")
    return (text, secret) if text and secret else (UNREADABLE, "")


def _about(row: OutboxRow) -> str:
    return json.dumps([row.id, row.organization_id, row.recipient, row.made_by])


def _message(row: OutboxRow) -> Message:
    text, secret = _opened(row)
    return Message(
        id=row.id,
        organization_id=row.organization_id,
        kind=row.kind,
        to=row.recipient,
        language=row.language,
        subject=row.subject,
        text=text,
        about=row.about,
        about_id=row.about_id,
        secret=secret,
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
