"""How an employer was heard, step by step: the same list for both sides.

No name of the team's people is in it, and nothing of a file but that there is one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from jobquality.services.deliveries import attempts_of
from jobquality.services.events import EventKind
from jobquality.services.outbox import without_secret
from jobquality.services.readfirst import find_let
from jobquality.store.certificates import list_certificates
from jobquality.store.database import Session
from jobquality.store.events import WantedEvents, find_events
from jobquality.store.extensions import Extension, ExtensionState, find_extension
from jobquality.store.notices import list_notices
from jobquality.store.outbox import MessageState, list_messages
from jobquality.store.publications import list_publications
from jobquality.store.replyspeakers import list_speakers
from jobquality.store.reviews import Step, list_steps
from jobquality.store.speakers import Standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jobquality.store.notices import Notice


class Heard(StrEnum):
    """One kind of step on the way to a decision."""

    MADE = "made"
    TRIED = "tried"
    OPENED = "opened"
    ACCEPTED = "accepted"
    NOT_THEIRS = "not_theirs"
    HANDED_OVER = "handed_over"
    ATTEMPTS = "attempts"
    TIME_ASKED = "time_asked"
    TIME_GRANTED = "time_granted"
    TIME_REFUSED = "time_refused"
    ANSWERED = "answered"
    UNSENT = "unsent"
    DECIDED = "decided"
    TAKEN_BACK = "taken_back"
    READ = "read"
    RESUMED = "resumed"
    RENEWED = "renewed"
    WRITTEN = "written"
    CERTIFIED = "certified"
    CERTIFICATE_SUSPENDED = "certificate_suspended"
    CERTIFICATE_VALID = "certificate_valid"
    CERTIFICATE_REVOKED = "certificate_revoked"
    CERTIFICATE_REPLACED = "certificate_replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One step: when, which, what belongs to it, and words that somebody wrote there."""

    at: datetime
    what: Heard
    details: "Mapping[str, object]" = field(default_factory=dict)
    text: str = ""


_OF_CERTIFICATES = {
    EventKind.SUSPENDED: Heard.CERTIFICATE_SUSPENDED,
    EventKind.UNSUSPENDED: Heard.CERTIFICATE_VALID,
    EventKind.REVOKED: Heard.CERTIFICATE_REVOKED,
    EventKind.REPLACED: Heard.CERTIFICATE_REPLACED,
}
#: A certificate does not change more often.
_MANY = 1000
_CAME = frozenset({MessageState.SENT, MessageState.HANDED_OVER})
_DELIVERED = {
    "portal": Heard.OPENED,
    "handed_over": Heard.HANDED_OVER,
    "attempts": Heard.ATTEMPTS,
}


def whole_history_of(session: Session, notice: "Notice") -> tuple[Happened, ...]:
    """Return what happened to a notice and to those before it, oldest first.

    What became of certificates of the score that was published stands last.
    Of the earlier ones with what was said and decided: nowhere else is that left to be read.
    """
    every = list_notices(session, notice.assessment_id)
    earlier = [one for one in every if one.sent_at <= notice.sent_at and one.id != notice.id]
    found = [
        _with_words(one, before)
        for before, later in pairwise([*earlier, notice])
        for one in history_of(session, before)
        if one.at <= later.sent_at
    ]
    return (*found, *history_of(session, notice), *_certificates(session, notice))


def _with_words(happened: Happened, notice: "Notice") -> Happened:
    """Return a step with the employer's statement, or the decision, where it is that one."""
    words = {
        Heard.ANSWERED: notice.statement,
        Heard.UNSENT: notice.statement,
        Heard.DECIDED: notice.decision,
    }
    return replace(happened, text=words.get(happened.what, happened.text))


def history_of(session: Session, notice: "Notice") -> tuple[Happened, ...]:
    """Return what happened to a notice, oldest first; `notice` as it counts (see `counted`)."""
    extension = find_extension(session, notice.id)
    found = [
        *_before(session, notice),
        *_speakers(session, notice),
        *(_about_time(extension) if extension else ()),
        *_reply(notice),
        *_resumed(session, notice),
        *_taken_back(session, notice),
        *_read(session, notice),
        *_written(session, notice),
    ]
    return tuple(sorted(found, key=lambda one: one.at))


def _before(session: Session, notice: "Notice") -> Iterator[Happened]:
    yield Happened(at=notice.sent_at, what=Heard.MADE)
    tried = [
        one
        for one in list_steps(session, notice.assessment_id)
        if one.step is Step.ATTEMPT and one.at >= notice.sent_at
    ]
    for step, (way, on) in zip(tried, attempts_of(session, notice), strict=True):
        yield Happened(at=step.at, what=Heard.TRIED, details={"way": way, "on": on})
    if notice.delivered_at is not None:
        yield Happened(
            at=notice.delivered_at,
            what=_DELIVERED[notice.delivered_how],
            details={"ends_at": notice.ends_at},
        )


def _speakers(session: Session, notice: "Notice") -> Iterator[Happened]:
    """Yield who was accepted; of whom was refused, only that there was somebody."""
    for one in list_speakers(session, notice.id):
        if one.decided_at is not None and one.state is Standing.ACCEPTED:
            yield Happened(at=one.decided_at, what=Heard.ACCEPTED, details={"who": one.who})
        elif one.decided_at is not None:
            yield Happened(at=one.decided_at, what=Heard.NOT_THEIRS)


def _about_time(extension: Extension) -> Iterator[Happened]:
    yield Happened(
        at=extension.asked_at,
        what=Heard.TIME_ASKED,
        details={"who": extension.asked_by},
        text=extension.reason,
    )
    if extension.decided_at is not None:
        is_granted = extension.state is ExtensionState.GRANTED
        yield Happened(
            at=extension.decided_at,
            what=Heard.TIME_GRANTED if is_granted else Heard.TIME_REFUSED,
            details={"days": extension.days},
            text=extension.answer,
        )


def _reply(notice: "Notice") -> Iterator[Happened]:
    if notice.answered_at is not None:
        yield Happened(
            at=notice.answered_at,
            what=Heard.UNSENT if notice.was_not_sent else Heard.ANSWERED,
            details={"who": notice.replied_by},
        )
    if notice.decided_at is not None:
        yield Happened(at=notice.decided_at, what=Heard.DECIDED)


def _resumed(session: Session, notice: "Notice") -> Iterator[Happened]:
    told = {Step.RESUMED: Heard.RESUMED, Step.LINK: Heard.RENEWED}
    for one in list_steps(session, notice.assessment_id):
        if one.step in told and one.at >= notice.sent_at:
            yield Happened(at=one.at, what=told[one.step])


def _taken_back(session: Session, notice: "Notice") -> Iterator[Happened]:
    """Yield each decision that does not stand, with the reason before what was decided."""
    for one in list_steps(session, notice.assessment_id):
        if one.step is Step.TAKEN_BACK and one.criterion == notice.id:
            yield Happened(at=one.at, what=Heard.TAKEN_BACK, text=one.comment)


def _read(session: Session, notice: "Notice") -> Iterator[Happened]:
    said_at = find_let(session, notice)
    if said_at is not None:
        yield Happened(at=said_at, what=Heard.READ)


def _certificates(session: Session, notice: "Notice") -> tuple[Happened, ...]:
    """Return each certificate of the score that came of a notice, and what became of it.

    That one has ended follows from the day that is told when it is issued.
    """
    issued = [
        one
        for score in list_publications(session, assessment_id=notice.assessment_id)
        for one in list_certificates(session, publication_hash=score.hash)
    ]
    if not issued:
        return ()
    wanted = WantedEvents(kind="certificate", things=frozenset(one.code for one in issued))
    changed = [one for one in find_events(session, wanted, limit=_MANY) if one.is_ours]
    found = [
        *(
            Happened(at=one.issued_at, what=Heard.CERTIFIED, details={"until": one.valid_until})
            for one in issued
        ),
        *(
            Happened(at=one.at, what=_OF_CERTIFICATES[EventKind(one.kind)])
            for one in changed
            if one.kind in _OF_CERTIFICATES
        ),
    ]
    return tuple(sorted(found, key=lambda one: one.at))


def _written(session: Session, notice: "Notice") -> Iterator[Happened]:
    """Yield each message that came to the employer; its private link is shown to nobody."""
    for one in list_messages(session, about_id=notice.id):
        if one.settled_at is not None and one.state in _CAME:
            yield Happened(
                at=one.settled_at,
                what=Heard.WRITTEN,
                details={"subject": one.subject},
                text=without_secret(one).text,
            )
