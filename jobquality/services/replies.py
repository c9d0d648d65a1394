"""The employer's reply: written question by question, changed until it is sent, then final."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from jobquality.access.states import ReplyState, Stance, check_reply_step
from jobquality.errors import ConflictError, Fault, RefusedError, check_faults
from jobquality.ledger.form import load_snapshot
from jobquality.services.events import EventKind, tell_of_employer
from jobquality.store.database import Session
from jobquality.store.notices import (
    Notice,
    Reply,
    change_notice,
    get_notice,
    keep_replies,
    list_replies,
)

LONGEST_STATEMENT, LONGEST_TEXT, LONGEST_NAME = 5000, 2000, 200

#: What an employer who agrees need not explain.
_BARE = frozenset({Stance.ACCEPT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What the employer says to one question; `stance` is one of Stance as written."""

    stance: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyCommand:
    """A reply as it stands: `is_final` sends it, and nothing of it changes afterwards.

    `seen` is the version of the notice that the writer saw; None writes over whatever is
    there. `replied_by` is a name and a position, printed beside the reply.
    """

    statement: str = ""
    replied_by: str = ""
    stances: Mapping[str, Stated] = field(default_factory=dict)
    is_final: bool = False
    seen: int | None = None


def reply(session: Session, notice_id: str, command: ReplyCommand, *, at: datetime) -> Notice:
    """Keep an employer's reply, and send it where it is final.

    Raises:
        NotFoundError: there is no such notice.
        RefusedError: it was sent already, or the time to reply is over.
        ConflictError: somebody else wrote since `command.seen`.
        FaultsError: something is too long, not explained, or not of this draft; names each.
    """
    notice = get_notice(session, notice_id)
    _check_open(notice, at)
    check_faults(_faults(notice, command))
    if command.seen not in (None, notice.version):
        raise ConflictError(
            "Somebody else of your house wrote here after you opened the page. "
            "Nothing was overwritten. Compare both, then save again."
        )
    keep_replies(session, notice.id, _replies(notice, command, at))
    written = replace(
        notice, statement=command.statement.strip(), replied_by=command.replied_by.strip()
    )
    if command.is_final:
        check_reply_step(notice.state, ReplyState.ANSWERED)
        written = replace(written, state=ReplyState.ANSWERED, answered_at=at)
        tell_of_employer(session, notice, EventKind.REPLIED, at=at)
    return change_notice(session, written)


def counted(session: Session, notice: Notice, *, at: datetime) -> Notice:
    """Return a notice as it counts: saved last and not sent in time is the employer's reply.

    Before the end of the clock, and where nothing was saved, it is returned as it is. Nothing
    is written.
    """
    if notice.state is not ReplyState.DELIVERED or notice.ends_at is None or at < notice.ends_at:
        return notice
    if not notice.statement.strip() and not list_replies(session, notice.id):
        return notice
    check_reply_step(notice.state, ReplyState.ANSWERED)
    return replace(notice, state=ReplyState.ANSWERED, answered_at=notice.ends_at)


def _check_open(notice: Notice, at: datetime) -> None:
    if notice.answered_at is not None:
        raise RefusedError("The reply was sent already, so it cannot change any more.")
    if notice.ends_at is not None and at >= notice.ends_at:
        raise RefusedError(
            f"The time to reply ended on {notice.ends_at:%Y-%m-%d %H:%M} UTC. "
            "Write to the contact named in the draft."
        )
    if not notice.is_open(at):
        raise RefusedError("The draft was not opened yet. Open it through its link first.")


def _replies(notice: Notice, command: ReplyCommand, at: datetime) -> Iterator[Reply]:
    for criterion, stated in command.stances.items():
        yield Reply(
            id=hashlib.sha256(f"{notice.id} {criterion}".encode()).hexdigest()[:32],
            organization_id=notice.organization_id,
            notice_id=notice.id,
            criterion=criterion,
            stance=Stance(stated.stance),
            text=stated.text.strip(),
            at=at,
        )


def _faults(notice: Notice, command: ReplyCommand) -> Iterator[Fault]:
    draft = load_snapshot(notice.draft)
    asked = {fact.criterion for fact in draft.facts} | {row.node for row in draft.scores}
    for criterion, stated in command.stances.items():
        yield from _stance_faults(criterion, stated, asked)
    yield from _too_long("statement", command.statement, LONGEST_STATEMENT)
    yield from _too_long("replied_by", command.replied_by, LONGEST_NAME)
    if command.is_final:
        yield from _final_faults(command)


def _stance_faults(criterion: str, stated: Stated, asked: set[str]) -> Iterator[Fault]:
    where = f"text-{criterion}"
    if criterion not in asked or stated.stance not in set(Stance):
        message = "This answer belongs to no question of the draft."
        yield Fault(message=message, remedy="Open the page anew.")
        return
    if not stated.text.strip() and Stance(stated.stance) not in _BARE:
        message = "This needs a few words."
        remedy = "Say what is right and how it can be shown, why not, or since when."
        yield Fault(message=message, where=where, remedy=remedy)
    yield from _too_long(where, stated.text, LONGEST_TEXT)


def _final_faults(command: ReplyCommand) -> Iterator[Fault]:
    if not command.replied_by.strip():
        message = "Nobody is named as the one who replies."
        yield Fault(message=message, where="replied_by", remedy="Give a name and a position.")
    if not command.stances and not command.statement.strip():
        message = "The reply is empty."
        remedy = "Answer a question, or write a statement."
        yield Fault(message=message, where="statement", remedy=remedy)


def _too_long(where: str, text: str, most: int) -> Iterator[Fault]:
    if len(text) > most:
        message = f"That has {len(text)} characters, {most} at most."
        yield Fault(message=message, where=where, remedy="Say it shorter.")
