"""Messages to people and organizations: written with what they tell, sent apart from it.

A mail server that is down holds nothing up: the message waits. That a server took a message
is no delivery, and starts no clock.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import Fault, RefusedError, check_faults
from jobquality.rubrics.characters import unwanted_character
from jobquality.services.events import EventKind, record
from jobquality.store.database import Session
from jobquality.store.organizations import get_organization
from jobquality.store.outbox import (
    Message,
    MessageState,
    add_message,
    change_message,
    get_message,
    list_open,
)

__all__ = [
    "HIDDEN",
    "HandOver",
    "Message",
    "MessageKind",
    "MessageState",
    "check_address",
    "hand_over",
    "mark_bounced",
    "put",
    "put_on_hold",
    "shown_to",
    "try_again",
    "withdraw",
    "withdraw_about",
]

#: What stands in a kept text where a private link was.
HIDDEN = "•••"
_LONGEST_SUBJECT, _LONGEST_TEXT, _LONGEST_HOW = 200, 50_000, 300
_ADDRESS = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?!-)[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+"
)
_LONGEST_ADDRESS = 254
_RESEND = frozenset({MessageState.BY_HAND, MessageState.FAILED, MessageState.BOUNCED})


class MessageKind(StrEnum):
    """Why somebody is written to; a kind without words of its own is shown as it is."""

    NOTICE = "notice"
    NOTICE_LETTER = "notice_letter"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """That somebody carried a message themselves: the day, and to whom and how."""

    message_id: str
    on: date
    how: str
    seen: int | None = None


def put(session: Session, message: Message, *, at: datetime) -> Message:
    """Keep a message in the transaction of what it tells; a sender takes it from there.

    Without an address it waits for a hand, and so does whatever is written in practice: no mail
    leaves from there. The caller has checked that the actor may tell it.

    Raises:
        FaultsError: the address or the subject holds what no mail may hold, or a text is too
            long or empty.
    """
    check_faults(_faults(message))
    is_mail = bool(message.to) and not get_organization(session, message.organization_id).is_sample
    state = MessageState.WAITING if is_mail else MessageState.BY_HAND
    kept = replace(message, state=state, put_at=at, next_at=at if is_mail else None)
    add_message(session, kept, at=at)
    tell(session, None, EventKind.MESSAGE_PUT, kept, at=at)
    return kept


def put_on_hold(session: Session, *, at: datetime) -> int:
    """Let everything that waits be carried by hand: there is no mail server. Return how many."""
    waiting = list_open(session, (MessageState.WAITING,))
    for message in waiting:
        change_message(session, replace(message, state=MessageState.BY_HAND, next_at=None))
        tell(session, None, EventKind.MESSAGE_BY_HAND, message, at=at)
    return len(waiting)


def hand_over(session: Session, actor: Actor, command: HandOver, *, at: datetime) -> Message:
    """Record that somebody carried a message themselves. This starts no employer's clock.

    Raises:
        ForbiddenError: the actor may not notify.
        NotFoundError: there is no such message.
        RefusedError: nobody has to get it any more.
        ConflictError: somebody changed it since `command.seen`.
        FaultsError: the day lies in the future, or nothing says how.
    """
    check_may(actor, Action.NOTIFY)
    message = _open_message(session, command.message_id)
    check_faults(_hand_faults(command, at))
    done = replace(
        message,
        settled_on=command.on,
        settled_how=command.how.strip(),
        version=command.seen or message.version,
    )
    return _settle(session, actor, done, MessageState.HANDED_OVER, at=at)


def mark_bounced(
    session: Session, actor: Actor, message_id: str, *, how: str, at: datetime
) -> Message:
    """Record that a message came back, with what its return says.

    Raises:
        ForbiddenError: the actor may not notify.
        NotFoundError: there is no such message.
        RefusedError: no mail server ever took it.
    """
    check_may(actor, Action.NOTIFY)
    message = get_message(session, message_id)
    if message.state is not MessageState.SENT:
        raise RefusedError("Only a message that was sent can come back.")
    back = replace(message, settled_how=how.strip()[:_LONGEST_HOW])
    return _settle(session, actor, back, MessageState.BOUNCED, at=at)


def withdraw(session: Session, actor: Actor, message_id: str, *, at: datetime) -> Message:
    """Take back a message that nobody got yet.

    Raises:
        ForbiddenError: the actor may not notify.
        NotFoundError: there is no such message.
        RefusedError: it is on its way already, or tells somebody what was done to their account.
    """
    check_may(actor, Action.NOTIFY)
    message = _open_message(session, message_id)
    if message.kind == MessageKind.ACCOUNT:
        raise RefusedError("This tells somebody what was done to their account: it is not stopped.")
    return _settle(session, actor, message, MessageState.WITHDRAWN, at=at)


def withdraw_about(
    session: Session, actor: Actor, about_id: str, *, at: datetime, kind: str = ""
) -> None:
    """Take back whatever nobody got yet about one thing: its link is dead, or it is over.

    With a `kind`, only what is of that kind.
    """
    for message in list_open(session, about_id=about_id):
        if kind in ("", message.kind):
            _settle(session, actor, message, MessageState.WITHDRAWN, at=at)


def try_again(session: Session, actor: Actor, message_id: str, *, at: datetime) -> Message:
    """Let the mail server have a message now that failed, or that was to be carried by hand.

    Raises:
        ForbiddenError: the actor may not notify.
        NotFoundError: there is no such message.
        RefusedError: it has no address, is gone, or its private link is not kept any more.
    """
    check_may(actor, Action.NOTIFY)
    message = get_message(session, message_id)
    if message.state not in _RESEND or not message.to:
        raise RefusedError("This message cannot be sent by mail.")
    if HIDDEN in message.text:
        raise RefusedError("Its private link is not kept any more. Make a new link and send that.")
    again = replace(message, state=MessageState.WAITING, tries=0, next_at=at)
    tell(session, actor, EventKind.MESSAGE_AGAIN, message, at=at)
    return change_message(session, again)


def shown_to(message: Message, person_id: str) -> str:
    """Return the text as one person may see it: the private link only to whoever made it."""
    if not message.secret or message.made_by == person_id:
        return message.text
    return message.text.replace(message.secret, HIDDEN)


def check_address(address: str, *, where: str = "to") -> Iterator[Fault]:
    """Yield what is wrong with an address for mail: a line end in it would forge a header."""
    if len(address) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(address):
        remedy = "Write one address, like office@example.org"
        yield Fault(message="This is no mail address.", where=where, remedy=remedy)


def without_secret(message: Message) -> Message:
    """Return a message that keeps no private link."""
    if not message.secret:
        return message
    return replace(message, text=message.text.replace(message.secret, HIDDEN), secret="")


def tell(
    session: Session, actor: Actor | None, kind: EventKind, message: Message, *, at: datetime
) -> None:
    """Write into the log what became of a message; neither its address nor its text."""
    record(
        session,
        actor,
        kind,
        organization_id=message.organization_id,
        about="message",
        about_id=message.id,
        at=at,
        details={"kind": message.kind},
    )


def _settle(
    session: Session, actor: Actor, message: Message, state: MessageState, *, at: datetime
) -> Message:
    settled = replace(
        without_secret(message),
        state=state,
        next_at=None,
        settled_at=at,
        settled_by=actor.person_id,
    )
    tell(session, actor, _SETTLED[state], message, at=at)
    return change_message(session, settled)


_SETTLED = {
    MessageState.HANDED_OVER: EventKind.MESSAGE_HANDED_OVER,
    MessageState.BOUNCED: EventKind.MESSAGE_BOUNCED,
    MessageState.WITHDRAWN: EventKind.MESSAGE_WITHDRAWN,
}


def _open_message(session: Session, message_id: str) -> Message:
    message = get_message(session, message_id)
    if not message.is_open:
        raise RefusedError("This message is settled already. Reload the page.")
    return message


def _faults(message: Message) -> Iterator[Fault]:
    if message.to:
        yield from check_address(message.to)
    yield from _line_faults(message.subject)
    if not message.text.strip() or len(message.text) > _LONGEST_TEXT:
        remedy = f"Write at most {_LONGEST_TEXT} characters."
        yield Fault(message="The message is empty or too long.", where="text", remedy=remedy)


def _line_faults(subject: str) -> Iterator[Fault]:
    if len(subject.splitlines()) != 1 or unwanted_character(subject):
        message = "The subject is not one line of plain text."
        yield Fault(message=message, where="subject", remedy="Write it in one line.")
    if len(subject) > _LONGEST_SUBJECT:
        remedy = f"Write at most {_LONGEST_SUBJECT} characters."
        yield Fault(message="The subject is too long.", where="subject", remedy=remedy)


def _hand_faults(command: HandOver, at: datetime) -> Iterator[Fault]:
    # A day of grace: the organization's day may be ahead of the clock of the machine.
    if (command.on - at.date()).days > 1:
        remedy = "Record it when it is done."
        yield Fault(message="The day lies in the future.", where="on", remedy=remedy)
    if not command.how.strip():
        remedy = "Name the person and the place."
        yield Fault(message="Nothing says who got it, and how.", where="how", remedy=remedy)
    if len(command.how) > _LONGEST_HOW:
        message = f"That has {len(command.how)} characters, {_LONGEST_HOW} at most."
        yield Fault(message=message, where="how", remedy="Say it shorter.")
