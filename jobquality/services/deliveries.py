"""How a notice comes to the employer: through its link, by hand, or by two attempts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import (
    SHORTEST_NOTICE,
    AssessmentState,
    ReplyState,
    check_reply_step,
    end_of_notice,
)
from jobquality.errors import Fault, RefusedError, check_faults
from jobquality.services.approvals import check_another_person
from jobquality.services.events import EventKind, record, tell_of_employer
from jobquality.services.hands import check_two
from jobquality.services.standstill import standing
from jobquality.services.timeline import Said, log
from jobquality.store.assessments import get_assessment
from jobquality.store.database import Session
from jobquality.store.guests import lengthen_stays
from jobquality.store.notices import (
    Notice,
    change_notice,
    find_last_notice,
    get_notice,
    list_notices,
    notice_behind,
)
from jobquality.store.organizations import get_organization
from jobquality.store.reviews import ReviewStep, Step, list_steps

#: How a notice came to the employer, as it is published; who got it stays inside.
BY_PORTAL, BY_HAND, BY_ATTEMPTS = "portal", "handed_over", "attempts"
WAYS = ("email", "letter", "phone", "in_person", "message")
_LONGEST_TEXT = 300
_DAYS_BETWEEN_ATTEMPTS = 3
#: The clock of no days, in practice: time to look around in the employer's place.
PRACTICE_CLOCK = timedelta(minutes=5)
#: How long after the end of the clock a guest can still decide on the reply.
DAYS_TO_DECIDE = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A hand-over, or one attempt at it (`way` is one of WAYS); `how` says who got it where."""

    id: str
    notice_id: str
    on: date
    how: str
    way: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Somebody who reviews checked for themselves that the employer has the draft."""

    id: str
    notice_id: str


def confirm_heard(session: Session, actor: Actor, command: Heard, *, at: datetime) -> None:
    """Keep that a second person checked that the employer has the draft.

    Where one person alone makes the link and publishes, this is what two people stand behind.

    Raises:
        ForbiddenError: the actor may not review, wrote a part, made the link, or recorded how
            the employer got it.
        NotFoundError: there is no such notice.
        RefusedError: the employer has not got the draft, or it is not with them any more.
    """
    check_may(actor, Action.REVIEW)
    notice = get_open_notice(session, command.notice_id)
    check_another_person(session, actor, get_assessment(session, notice.assessment_id), at=at)
    alone = (
        "You made the employer's link, or recorded how it was handed over, so another person has "
        "to check."
    )
    check_two(session, actor, {notice.sent_by} | recorders_of(session, notice), alone, at=at)
    if notice.delivered_at is None:
        raise RefusedError("The employer has not got the draft yet.")
    said = Said(id=command.id, step=Step.HEARD, about=notice.id)
    log(session, actor, notice.assessment_id, said, at=at)


def is_heard(session: Session, notice: Notice) -> bool:
    """Say whether somebody who did not make the link checked that the employer has the draft.

    Since the link that works was made: of an older one it says nothing.
    """
    return any(
        one.step is Step.HEARD and one.criterion == notice.id and one.person_id != notice.sent_by
        for one in _since_link(session, notice)
    )


def record_delivery(session: Session, actor: Actor, command: Delivery, *, at: datetime) -> Notice:
    """Record that somebody handed the draft over; the clock starts at the end of that day.

    However late it is recorded, at least a week passes from the record on.

    Raises:
        ForbiddenError: the actor may not notify.
        NotFoundError: there is no such notice.
        RefusedError: it was delivered already, or is not with the employer any more.
        FaultsError: the day lies in the future or before the notice, or nobody is named.
    """
    check_may(actor, Action.NOTIFY)
    notice = get_open_notice(session, command.notice_id)
    zone = _zone(session, notice)
    check_faults(_delivery_faults(notice, command, zone, at))
    started = min(_end_of_day(command.on, zone), at)
    delivered = _deliver(session, notice, BY_HAND, started, recorded_at=at)
    log(session, actor, notice.assessment_id, _said(command, Step.HANDED_OVER), at=at)
    return delivered


def record_attempt(session: Session, actor: Actor, command: Delivery, *, at: datetime) -> Notice:
    """Record one attempt. The second by another way, 3 days later or more, is delivery.

    Raises:
        ForbiddenError: the actor may not notify.
        NotFoundError: there is no such notice.
        RefusedError: it was delivered already, or is not with the employer any more.
        FaultsError: the day or the way cannot be right, or nothing says what was done.
    """
    check_may(actor, Action.NOTIFY)
    notice = get_open_notice(session, command.notice_id)
    check_reply_step(notice.state, ReplyState.DELIVERED)
    zone = _zone(session, notice)
    check_faults((*_way_faults(command), *_delivery_faults(notice, command, zone, at)))
    earlier = _attempts_by(_since_link(session, notice))
    if any(_are_apart(one, (command.way, command.on)) for one in earlier):
        last = max(command.on, *(on for _, on in earlier))
        started = min(_end_of_day(last, zone), at)
        notice = _deliver(session, notice, BY_ATTEMPTS, started, recorded_at=at)
    log(session, actor, notice.assessment_id, _said(command, Step.ATTEMPT), at=at)
    return notice


def attempts_of(session: Session, notice: Notice) -> tuple[tuple[str, date], ...]:
    """Return the attempts to hand this notice over: the way and the day of each."""
    steps = list_steps(session, notice.assessment_id)
    return _attempts_by(one for one in steps if one.at >= notice.sent_at)


def recorders_of(session: Session, notice: Notice) -> frozenset[str]:
    """Return who recorded how the draft was handed over, or that they tried, by the last link."""
    made = (Step.HANDED_OVER, Step.ATTEMPT)
    return frozenset(one.person_id for one in _since_link(session, notice) if one.step in made)


def look_behind(session: Session, token_digest: str) -> Notice:
    """Return the notice that a link opens. Looking starts no clock.

    Raises:
        NotFoundError: no link of that digest is alive.
    """
    return notice_behind(session, token_digest)


def open_portal(session: Session, notice: Notice, *, at: datetime) -> Notice:
    """Let the employer in; the first time is the delivery, and starts the clock."""
    if notice.state is not ReplyState.SENT:
        return notice
    opened = _deliver(session, notice, BY_PORTAL, at, recorded_at=at)
    tell_of_employer(session, notice, EventKind.NOTICE_OPENED, at=at)
    return opened


def makers_of(session: Session, notice: Notice) -> frozenset[str]:
    """Return the ids of all who made a link to a notice: they could have opened it themselves."""
    return frozenset({notice.sent_by}) | {
        one.person_id
        for one in list_steps(session, notice.assessment_id)
        if one.step in (Step.SENT, Step.LINK) and one.at >= notice.sent_at
    }


def wait_for_link(session: Session, notice: Notice, *, at: datetime) -> Notice:
    """Return a notice whose clock stands until somebody comes in by its new link.

    Then it runs anew, so that what was left is never less. Where the reply was sent, or the
    time had ended, nothing changes. Nothing is written.
    """
    if not standing(session, notice, at=at).is_open(at):
        return notice
    return clock_from(session, notice, None, at=at)


def get_open_notice(session: Session, notice_id: str) -> Notice:
    """Return a notice whose assessment is with the employer, and which no newer one replaced."""
    notice = get_notice(session, notice_id)
    assessment = get_assessment(session, notice.assessment_id)
    last = find_last_notice(session, notice.assessment_id)
    is_last = last is not None and last.id == notice.id
    if assessment.state is not AssessmentState.NOTICE or not is_last:
        raise RefusedError("This notice is over, so nothing about it changes any more.")
    return notice


def _since_link(session: Session, notice: Notice) -> list[ReviewStep]:
    """Return what was done since the link was made that works now."""
    steps = list_steps(session, notice.assessment_id)
    made = [one.at for one in steps if one.step is Step.LINK]
    since = max([notice.sent_at, *made])
    return [one for one in steps if one.at >= since]


def _attempts_by(steps: Iterable[ReviewStep]) -> tuple[tuple[str, date], ...]:
    parts = [one.criterion.partition(":") for one in steps if one.step is Step.ATTEMPT]
    return tuple((way, date.fromisoformat(day)) for way, _, day in parts)


def _deliver(
    session: Session, notice: Notice, how: str, started: datetime, *, recorded_at: datetime
) -> Notice:
    """Start the clock. What is recorded late leaves the employer a week all the same.

    Nobody ends a clock by one form: the record is one person's word for days gone by.
    """
    check_reply_step(notice.state, ReplyState.DELIVERED)
    delivered = replace(notice, delivered_how=how)
    return change_notice(session, clock_from(session, delivered, started, at=recorded_at))


def clock_from(
    session: Session, notice: Notice, started: datetime | None, *, at: datetime
) -> Notice:
    """Return a notice whose clock runs since a moment; without one, it has not started.

    A newer draft never takes away time that the employer was given for an earlier one. Nothing
    is written but how long guests stay.
    """
    if started is None:
        sent = replace(notice, state=ReplyState.SENT, delivered_at=None, delivered_how="")
        return replace(sent, ends_at=None)
    earlier = [one.ends_at for one in list_notices(session, notice.assessment_id) if one.ends_at]
    ends_at = max([_end(session, notice, started, notice.days), *earlier])
    begun = replace(notice, state=ReplyState.DELIVERED, delivered_at=started, ends_at=ends_at)
    return give_a_week(session, begun, at=at)


def give_a_week(session: Session, notice: Notice, *, at: datetime) -> Notice:
    """Return a notice whose clock runs for a week from now, or longer. Nothing is written."""
    if notice.ends_at is None:
        return notice
    least = _end(session, notice, at, min(notice.days, SHORTEST_NOTICE))
    lengthened = replace(notice, ends_at=max(notice.ends_at, least))
    lengthen_guests(session, lengthened, max(notice.ends_at, least), at=at)
    return lengthened


def lengthen_guests(session: Session, notice: Notice, ends_at: datetime, *, at: datetime) -> None:
    """Let no guest's stay end before the clock and the decision on the reply can be over."""
    until = ends_at + DAYS_TO_DECIDE
    count = lengthen_stays(session, notice.assessment_id, until, at=at)
    if count:
        record(
            session,
            None,
            EventKind.STAYS_LENGTHENED,
            organization_id=notice.organization_id,
            about="assessment",
            about_id=notice.assessment_id,
            at=at,
            details={"until": until.isoformat(), "guests": str(count)},
        )


def _said(command: Delivery, step: Step) -> Said:
    return Said(
        id=command.id,
        step=step,
        about=f"{command.way}:{command.on.isoformat()}",
        comment=command.how.strip(),
    )


def _end(session: Session, notice: Notice, started: datetime, days: int) -> datetime:
    """Return when a clock ends; one of no days, which only practice has, is minutes long."""
    if days == 0:
        return started + PRACTICE_CLOCK
    return end_of_notice(started, days, _zone(session, notice))


def _zone(session: Session, notice: Notice) -> ZoneInfo:
    return ZoneInfo(get_organization(session, notice.organization_id).time_zone)


def _end_of_day(on: date, zone: ZoneInfo) -> datetime:
    """Return the midnight that ends a day: a hand-over gives the employer whole days."""
    return datetime.combine(on + timedelta(days=1), time(), tzinfo=zone).astimezone(UTC)


def _are_apart(one: tuple[str, date], other: tuple[str, date]) -> bool:
    return one[0] != other[0] and abs((one[1] - other[1]).days) >= _DAYS_BETWEEN_ATTEMPTS


def _delivery_faults(
    notice: Notice, command: Delivery, zone: ZoneInfo, at: datetime
) -> Iterator[Fault]:
    if command.on > at.astimezone(zone).date():
        yield Fault(
            message="The day lies in the future.", where="on", remedy="Record it when it is done."
        )
    if command.on < notice.sent_at.astimezone(zone).date():
        message = "The day lies before the notice was made."
        yield Fault(message=message, where="on", remedy="Give the day on which it happened.")
    if not command.how.strip():
        message = "Nothing says who got it, and how."
        yield Fault(message=message, where="how", remedy="Name the person and the place.")
    if len(command.how) > _LONGEST_TEXT:
        message = f"That has {len(command.how)} characters, {_LONGEST_TEXT} at most."
        yield Fault(message=message, where="how", remedy="Say it shorter.")


def _way_faults(command: Delivery) -> Iterator[Fault]:
    if command.way not in WAYS:
        message = "This is no way that we know."
        yield Fault(message=message, where="way", remedy="Choose one of the list.")
