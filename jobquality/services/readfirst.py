"""The employer reads the decision on its reply before everybody does.

It gets the decision the moment that it is made, and has three full days with it. It can say that
it has read it: then nothing waits.

Source: docs/decisions/0058-the-decision-first.md
"""

import hashlib
from datetime import datetime
from zoneinfo import ZoneInfo

from jobquality.access.actors import Actor
from jobquality.access.states import TIME_TO_READ, ReplyState, Stance, check_decision_read
from jobquality.errors import RefusedError
from jobquality.ledger.form import load_snapshot
from jobquality.reading.names import city_words, day_words
from jobquality.services.corrections import told_before
from jobquality.services.events import EventKind, record
from jobquality.services.outbox import put, withdraw_about
from jobquality.services.telling import find_mailed, one_line
from jobquality.store.database import Session
from jobquality.store.events import WantedEvents, find_events
from jobquality.store.notices import Notice, get_notice, list_replies
from jobquality.store.organizations import get_organization
from jobquality.store.outbox import Message
from jobquality.store.replyspeakers import list_speakers
from jobquality.store.speakers import Standing
from jobquality.wording import Speaker

DECIDED = "decided"
#: What an employer says to more than this is read anew: a decision is made anew a few times.
_MANY = 100


def find_wait(session: Session, notice: Notice) -> datetime | None:
    """Return until when a decision is the employer's alone; None where nothing waits for that.

    So where nothing was refused: no reply, or one that accepts all; in practice, whose clock is
    minutes; in a correction under the clock of what was published with the decision.
    """
    if notice.state is not ReplyState.DECIDED or notice.decided_at is None:
        return None
    if notice.days == 0 or told_before(notice) is not None or not _says_no(session, notice):
        return None
    return None if _find_let(session, notice) else notice.decided_at + TIME_TO_READ


def check_read(session: Session, notice: Notice, *, at: datetime) -> None:
    """Be quiet where the employer had its time with the decision, or needs no more of it.

    Raises:
        DecisionWaitError: it has not; says until when.
    """
    until = find_wait(session, notice)
    if until is not None:
        check_decision_read(until, at=at)


def let_publish(session: Session, notice_id: str, speaker_id: str, *, at: datetime) -> None:
    """Keep that the employer has read the decision, so that nothing waits for it any more.

    Raises:
        NotFoundError: there is no such notice.
        RefusedError: whoever says so was not accepted, or there is no decision to read.
    """
    notice = get_notice(session, notice_id)
    came = {one.id: one for one in list_speakers(session, notice.id)}
    speaker = came.get(speaker_id)
    if speaker is None or speaker.state is not Standing.ACCEPTED:
        raise RefusedError(
            "Only somebody who was accepted as speaking for the employer can say this. Write to "
            "the contact named in the draft."
        )
    if find_wait(session, notice) is None:
        raise RefusedError("No decision waits to be read here. Reload the page.")
    record(
        session,
        None,
        EventKind.DECISION_READ,
        organization_id=notice.organization_id,
        about="reply_speaker",
        about_id=speaker.id,
        at=at,
    )


def find_let(session: Session, notice: Notice) -> datetime | None:
    """Return when the employer said that the decision which stands now may be published."""
    return _find_let(session, notice) if notice.state is ReplyState.DECIDED else None


def tell_decision(
    session: Session, actor: Actor, notice: Notice, command_id: str, *, at: datetime
) -> Message:
    """Write to the employer what was decided, and from when on it may be published.

    It goes to the address that the notice went to; without one, somebody carries it.
    `command_id` is that of the decision: one decision is told once.
    """
    organization = get_organization(session, notice.organization_id)
    mailed = find_mailed(session, notice.assessment_id)
    spoken = organization.languages[0] if organization.languages else "en"
    language = mailed.language if mailed else spoken
    say, employer = Speaker(language), load_snapshot(notice.draft).employer.name
    from_on = max(at, notice.ends_at or at, find_wait(session, notice) or at)
    key = f"{DECIDED} {notice.id} {command_id}"
    message = Message(
        id=hashlib.sha256(key.encode()).hexdigest()[:32],
        organization_id=organization.id,
        kind=DECIDED,
        to=mailed.to if mailed else "",
        language=language,
        subject=say("readfirst_mail_subject", employer=one_line(employer)),
        text=say(
            "readfirst_mail",
            employer=employer,
            decision=notice.decision,
            moment=_moment(from_on, organization.time_zone, say),
            name=organization.name,
            contact=organization.contact,
        ),
        about="notice",
        about_id=notice.id,
        made_by=actor.person_id,
    )
    return put(session, message, at=at)


def untell_decision(session: Session, actor: Actor, notice: Notice, *, at: datetime) -> None:
    """Take back what tells a decision that does not stand any more, where nobody got it yet."""
    withdraw_about(session, actor, notice.id, kind=DECIDED, at=at)


def _says_no(session: Session, notice: Notice) -> bool:
    """Say whether the employer said anything but that all is right."""
    replies = list_replies(session, notice.id).values()
    return bool(notice.statement.strip()) or any(one.stance is not Stance.ACCEPT for one in replies)


def _find_let(session: Session, notice: Notice) -> datetime | None:
    came = list_speakers(session, notice.id)
    accepted = frozenset(one.id for one in came if one.state is Standing.ACCEPTED)
    wanted = WantedEvents(
        kind=EventKind.DECISION_READ.value, things=accepted, since=notice.decided_at
    )
    said = find_events(session, wanted, limit=_MANY) if accepted else ()
    return min((one.at for one in said if one.is_ours), default=None)


def _moment(at: datetime, time_zone: str, say: Speaker) -> str:
    local = at.astimezone(ZoneInfo(time_zone))
    return say(
        "notices_moment",
        day=day_words(local.date(), say),
        time=f"{local:%H:%M}",
        short=f"{local:%Z}",
        zone=city_words(time_zone, say),
    )
