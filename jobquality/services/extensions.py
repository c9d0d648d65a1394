"""More time for a reply: the employer asks once, with a reason; the team grants or refuses."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import end_of_notice
from jobquality.errors import Fault, RefusedError, check_faults
from jobquality.services.deliveries import lengthen_guests
from jobquality.services.events import EventKind, record, tell_of_employer
from jobquality.services.replies import check_open
from jobquality.services.replyspeakers import LONGEST_NAME, check_speaks
from jobquality.services.standstill import find_waiting
from jobquality.store import extensions as store
from jobquality.store.database import Session
from jobquality.store.extensions import Extension, ExtensionState
from jobquality.store.notices import Notice, change_notice, get_notice
from jobquality.store.organizations import get_organization

#: How many days more there may be, and how long a reason.
MOST_DAYS, LONGEST_REASON = 30, 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class AskTime:
    """What an employer says who needs more time; `asked_by` is a name and a position."""

    id: str
    notice_id: str
    speaker_id: str
    reason: str
    asked_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTime:
    """What the team says to it: days more, or none, and then a reason."""

    notice_id: str
    days: int
    answer: str = ""
    is_granted: bool = False


def ask_time(session: Session, command: AskTime, *, at: datetime) -> Extension:
    """Keep that an employer asks for more time.

    Raises:
        NotFoundError: there is no such notice.
        RefusedError: they asked before, the reply was sent, the time is over, or they may not
            write: see `check_speaks`.
        FaultsError: there is no reason or no name, or too long a one; names each.
    """
    notice = get_notice(session, command.notice_id)
    check_open(session, notice, at)
    speaker = check_speaks(session, notice, command.speaker_id)
    if store.find_extension(session, notice.id) is not None:
        raise RefusedError(
            "More time was asked for already. That can be done once. Write to the contact "
            "named in the draft."
        )
    check_faults(_asking_faults(command))
    extension = Extension(
        id=command.id,
        organization_id=notice.organization_id,
        assessment_id=notice.assessment_id,
        notice_id=notice.id,
        speaker_id=speaker.id,
        reason=command.reason.strip(),
        asked_by=command.asked_by.strip(),
        asked_at=at,
    )
    store.add_extension(session, extension)
    tell_of_employer(session, notice, EventKind.TIME_ASKED, at=at)
    return extension


def answer_time(session: Session, actor: Actor, command: AnswerTime, *, at: datetime) -> Notice:
    """Grant more time, or refuse it with a reason; both sides see which.

    From asking until the answer the clock stood still: nobody loses by a slow one.

    Raises:
        ForbiddenError: the actor may not notify.
        NotFoundError: there is no such notice.
        RefusedError: nobody waits for an answer any more.
        FaultsError: the days are too few or too many, or a refusal has no reason.
    """
    check_may(actor, Action.NOTIFY)
    notice = get_notice(session, command.notice_id)
    extension = find_waiting(session, notice)
    if extension is None or notice.ends_at is None:
        raise RefusedError("The employer does not wait for an answer about more time.")
    check_faults(_answer_faults(command))
    days = command.days if command.is_granted else 0
    state = ExtensionState.GRANTED if command.is_granted else ExtensionState.REFUSED
    answered = replace(
        extension,
        state=state,
        days=days,
        answer=command.answer.strip(),
        decided_by=actor.person_id,
        decided_at=at,
    )
    store.decide_extension(session, answered)
    stood = notice.ends_at + (at - extension.asked_at)
    zone = ZoneInfo(get_organization(session, notice.organization_id).time_zone)
    ends_at = end_of_notice(stood, days, zone) if days else stood
    lengthen_guests(session, notice, ends_at, at=at)
    changed = change_notice(session, replace(notice, days=notice.days + days, ends_at=ends_at))
    kind = EventKind.TIME_GRANTED if command.is_granted else EventKind.TIME_REFUSED
    _record(session, actor, kind, notice, at)
    return changed


def check_time_answered(session: Session, notice: Notice) -> None:
    """Be quiet where no employer waits for an answer about more time.

    Raises:
        RefusedError: one does.
    """
    if find_waiting(session, notice) is not None:
        raise RefusedError(
            "The employer asked for more time and waits for an answer. Grant it or refuse it "
            "with a reason first, on the notice page."
        )


def _record(
    session: Session, actor: Actor | None, kind: EventKind, notice: Notice, at: datetime
) -> None:
    record(
        session,
        actor,
        kind,
        organization_id=notice.organization_id,
        about="assessment",
        about_id=notice.assessment_id,
        at=at,
    )


def _asking_faults(command: AskTime) -> Iterator[Fault]:
    if not command.reason.strip():
        message = "Nothing says why you need more time."
        yield Fault(message=message, where="reason", remedy="One sentence is enough.")
    if not command.asked_by.strip():
        message = "Nobody is named as the one who asks."
        yield Fault(message=message, where="asked_by", remedy="Give a name and a position.")
    for where, text, most in (
        ("reason", command.reason, LONGEST_REASON),
        ("asked_by", command.asked_by, LONGEST_NAME),
    ):
        yield from _too_long(where, text, most)


def _answer_faults(command: AnswerTime) -> Iterator[Fault]:
    if command.is_granted and not 1 <= command.days <= MOST_DAYS:
        message = f"More time is 1 to {MOST_DAYS} days."
        yield Fault(message=message, where="more_days", remedy="7 days are usual.")
    if not command.is_granted and not command.answer.strip():
        message = "Nothing says why you refuse."
        remedy = "The employer reads the reason."
        yield Fault(message=message, where="time_answer", remedy=remedy)
    yield from _too_long("time_answer", command.answer, LONGEST_REASON)


def _too_long(where: str, text: str, most: int) -> Iterator[Fault]:
    if len(text) > most:
        message = f"That has {len(text)} characters, {most} at most."
        yield Fault(message=message, where=where, remedy="Say it shorter.")
