"""The decision on a reply: by another person, or by a panel whose people all sign."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may, check_second_step
from jobquality.access.states import ReplyState, Stance, check_reply_step
from jobquality.errors import (
    ConflictError,
    Fault,
    ForbiddenError,
    RefusedError,
    check_faults,
)
from jobquality.reading.decided import SEATS, PointWords, decision_text, name_with_seat
from jobquality.services.approvals import authors_of, check_another_person
from jobquality.services.events import EventKind, record
from jobquality.services.extensions import check_time_answered
from jobquality.services.hands import check_apart, check_two
from jobquality.services.readfirst import tell_decision
from jobquality.services.replies import counted
from jobquality.services.replyspeakers import check_accepted
from jobquality.services.timeline import Said, log
from jobquality.store import panels as store
from jobquality.store.assessments import get_assessment
from jobquality.store.database import Session
from jobquality.store.guests import list_guests
from jobquality.store.notices import Notice, change_notice, get_notice, list_replies
from jobquality.store.panels import DecidedItem, Outcome, Panel, Panelist
from jobquality.store.people import list_people
from jobquality.store.reviews import Step
from jobquality.wording import Speaker

LONGEST_DECISION, LONGEST_REASON = 5000, 1000
_SMALLEST_PANEL, _LARGEST_PANEL = 2, 15
_NOT_ALONE = (
    "You made the employer's link, so you do not decide alone. Let another reviewer or a "
    "guest reviewer decide, or a panel of two people or more."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What comes of one point; `outcome` is one of Outcome as written."""

    outcome: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide:
    """What comes of a reply, with the reasons; it is printed beside it.

    `items` says so for each point that the employer did not accept, `titles` what those are
    called in `language`. `panel` are the ids of those who have to sign; without, whoever sends
    it decides. `seats` say for whom each of them sits, one of SEATS, by id; of all or of nobody.
    """

    id: str
    notice_id: str
    decision: str
    items: Mapping[str, Decided] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    panel: tuple[str, ...] = ()
    seats: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignDecision:
    """Somebody of a panel agrees to what they read; `panel_id` says which text that was."""

    id: str
    notice_id: str
    panel_id: str


def decide(session: Session, actor: Actor, command: Decide, *, at: datetime) -> Notice:
    """Decide on an employer's reply, or put a decision before a panel.

    What was saved and not sent by the end of the clock is a reply too: see `counted`.

    Raises:
        ForbiddenError: the actor may not review, wrote a part of the assessment, or would
            decide alone on what they sent.
        NotFoundError: there is no such notice.
        RefusedError: there is no reply to decide on, somebody who came through the link waits to
            be accepted, the employer waits for an answer about more time, or somebody else put a
            decision before a panel.
        FaultsError: a reason is missing or too long, or somebody cannot be on the panel.
    """
    check_may(actor, Action.REVIEW)
    notice = _answered(session, command.notice_id, at)
    check_another_person(session, actor, get_assessment(session, notice.assessment_id), at=at)
    _check_nobody_elses(session, actor, notice)
    if not command.panel:
        check_two(session, actor, [notice.sent_by], _NOT_ALONE, at=at)
    text = _text(command)
    people = people_for_panels(session, notice)
    check_faults([*_item_faults(session, command), *_faults(command, text, people)])
    store.keep_items(session, notice.id, _items(notice, command))
    if not command.panel:
        store.drop_panel(session, notice.id)
        return _decided(session, actor, notice, _Text(command.id, text, actor.person_id), at=at)
    return _ask_panel(session, actor, notice, command, at=at)


def sign(session: Session, actor: Actor, command: SignDecision, *, at: datetime) -> Notice:
    """Agree to a decision as one of its panel; once all did, it counts.

    Raises:
        ForbiddenError: the actor is not on the panel, or wrote a part of the assessment.
        SecondStepError: they come in by a password alone.
        NotFoundError: there is no such notice.
        RefusedError: there is no decision to sign.
        ConflictError: the text changed after they read it.
    """
    check_may(actor, Action.LOOK)
    notice = _answered(session, command.notice_id, at)
    panel = store.find_panel(session, notice.id)
    if panel is None:
        raise RefusedError("No decision waits for a panel here.")
    if panel.id != command.panel_id:
        raise ConflictError("The decision changed after you read it. Read it again, then sign.")
    check_another_person(session, actor, get_assessment(session, notice.assessment_id), at=at)
    _check_on_panel(session, actor, notice, at=at)
    store.sign(session, notice.id, actor.person_id, at=at)
    _record(session, actor, EventKind.PANEL_SIGNED, notice, at)
    text = _Text(command.id, panel.text, panel.proposed_by)
    return _count(session, actor, notice, text, at=at)


def people_for_panels(session: Session, notice: Notice) -> Mapping[str, str]:
    """Return who can be on a panel, by id: people of the organization and guests, no authors."""
    authors = authors_of(session, get_assessment(session, notice.assessment_id))
    known = {one.id: one.name for one in list_people(session) if one.active and one.roles}
    guests = {
        one.person_id: one.known_as
        for one in list_guests(session, notice.assessment_id)
        if one.person_id and one.ended_at is None
    }
    return {person: name for person, name in {**known, **guests}.items() if person not in authors}


def points_to_decide(session: Session, notice: Notice) -> tuple[str, ...]:
    """Return the points of a reply that the employer did not accept."""
    replies = list_replies(session, notice.id)
    return tuple(name for name, one in replies.items() if one.stance is not Stance.ACCEPT)


@dataclass(frozen=True, slots=True)
class _Text:
    """A decision that counts: the command behind it, what it says and who wrote it."""

    command_id: str
    text: str
    person_id: str


def _answered(session: Session, notice_id: str, at: datetime) -> Notice:
    notice = get_notice(session, notice_id)
    check_accepted(session, notice)
    check_time_answered(session, notice)
    found = counted(session, notice, at=at)
    check_reply_step(found.state, ReplyState.DECIDED)
    return found


def _check_nobody_elses(session: Session, actor: Actor, notice: Notice) -> None:
    panel = store.find_panel(session, notice.id)
    if panel is not None and panel.proposed_by != actor.person_id:
        raise RefusedError(
            "A decision lies before a panel already. Only whoever wrote it can change it."
        )


def _check_on_panel(session: Session, actor: Actor, notice: Notice, *, at: datetime) -> None:
    panel = {one.person_id for one in store.list_panelists(session, notice.id)}
    if actor.person_id not in panel:
        raise ForbiddenError("You are not on the panel that decides on this reply.")
    check_second_step(actor)
    check_apart(session, actor.person_id, panel - {actor.person_id}, at=at)


def _ask_panel(
    session: Session, actor: Actor, notice: Notice, command: Decide, *, at: datetime
) -> Notice:
    """Put a decision before its panel; whoever wrote it and is on it has signed."""
    text, names = _text(command), people_for_panels(session, notice)
    say = Speaker(command.language)
    panel = Panel(
        id=command.id,
        organization_id=notice.organization_id,
        assessment_id=notice.assessment_id,
        notice_id=notice.id,
        text=text,
        proposed_by=actor.person_id,
        proposed_at=at,
    )
    panelists = [
        Panelist(
            id=_id_of(notice.id, person_id),
            organization_id=notice.organization_id,
            assessment_id=notice.assessment_id,
            notice_id=notice.id,
            person_id=person_id,
            name=name_with_seat(names[person_id], command.seats.get(person_id, ""), say),
            signed_at=at if person_id == actor.person_id else None,
        )
        for person_id in dict.fromkeys(command.panel)
    ]
    store.keep_panel(session, panel, panelists)
    _record(session, actor, EventKind.PANEL_ASKED, notice, at)
    return notice


def _count(session: Session, actor: Actor, notice: Notice, text: _Text, *, at: datetime) -> Notice:
    """Let a decision count once nobody's name is missing."""
    waiting = [one for one in store.list_panelists(session, notice.id) if not one.signed_at]
    return notice if waiting else _decided(session, actor, notice, text, at=at)


def _decided(
    session: Session, actor: Actor, notice: Notice, text: _Text, *, at: datetime
) -> Notice:
    decided = change_notice(
        session,
        replace(
            notice,
            state=ReplyState.DECIDED,
            decision=text.text,
            decided_by=text.person_id,
            decided_at=at,
        ),
    )
    log(session, actor, notice.assessment_id, Said(id=text.command_id, step=Step.DECIDED), at=at)
    tell_decision(session, actor, decided, text.command_id, at=at)
    return decided


def _text(command: Decide) -> str:
    points = (
        PointWords(
            title=command.titles.get(criterion, criterion),
            outcome=item.outcome,
            reason=item.reason.strip(),
        )
        for criterion, item in command.items.items()
        if item.outcome in set(Outcome)
    )
    count = len(set(command.panel))
    seats = [command.seats[one] for one in set(command.panel) if one in command.seats]
    return decision_text(points, command.decision.strip(), count, Speaker(command.language), seats)


def _items(notice: Notice, command: Decide) -> Iterator[DecidedItem]:
    for criterion, item in command.items.items():
        yield DecidedItem(
            id=_id_of(notice.id, criterion),
            organization_id=notice.organization_id,
            assessment_id=notice.assessment_id,
            notice_id=notice.id,
            criterion=criterion,
            outcome=Outcome(item.outcome),
            reason=item.reason.strip(),
        )


def _item_faults(session: Session, command: Decide) -> Iterator[Fault]:
    wanted = points_to_decide(session, get_notice(session, command.notice_id))
    for criterion in wanted:
        yield from _one_fault(criterion, command.items.get(criterion))
    for criterion in command.items:
        if criterion not in wanted:
            message = "This decides on a point to which the employer said nothing."
            yield Fault(message=message, remedy="Open the page anew.")


def _one_fault(criterion: str, item: Decided | None) -> Iterator[Fault]:
    if item is None or item.outcome not in set(Outcome):
        message = "Nothing says what comes of this point."
        remedy = "Choose whether it changes, stays or goes."
        yield Fault(message=message, where=f"outcome-{criterion}", remedy=remedy)
    if item is None or not item.reason.strip():
        message = "There is no reason for this point."
        remedy = "One sentence is enough. It is printed."
        yield Fault(message=message, where=f"reason-{criterion}", remedy=remedy)
    elif len(item.reason) > LONGEST_REASON:
        message = f"That has {len(item.reason)} characters, {LONGEST_REASON} at most."
        yield Fault(message=message, where=f"reason-{criterion}", remedy="Say it shorter.")


def _faults(command: Decide, text: str, people: Mapping[str, str]) -> Iterator[Fault]:
    if not command.decision.strip():
        message = "There is no decision yet."
        remedy = "Say what changes or stays, and why. It is printed beside the reply."
        yield Fault(message=message, where="decision", remedy=remedy)
    if len(text) > LONGEST_DECISION:
        message = f"The decision has {len(text)} characters, {LONGEST_DECISION} at most."
        yield Fault(message=message, where="decision", remedy="Say it shorter.")
    if command.panel and not _SMALLEST_PANEL <= len(set(command.panel)) <= _LARGEST_PANEL:
        message = f"A panel has {_SMALLEST_PANEL} to {_LARGEST_PANEL} people."
        yield Fault(message=message, where="panel", remedy="Tick everybody who decides.")
    yield from _seat_faults(command)
    if set(command.panel) - set(people):
        message = "Somebody on the panel wrote a part of this, or is not here any more."
        yield Fault(message=message, where="panel", remedy="Open the page anew.")


def _seat_faults(command: Decide) -> Iterator[Fault]:
    given = {one: command.seats.get(one, "") for one in command.panel}
    if any(given.values()) and not set(given.values()) <= set(SEATS):
        message = "Say of everybody on the panel for whom they sit, or of nobody."
        remedy = "Choose it for each one who is ticked, or for none."
        yield Fault(message=message, where="panel", remedy=remedy)


def _record(session: Session, actor: Actor, kind: EventKind, notice: Notice, at: datetime) -> None:
    record(
        session,
        actor,
        kind,
        organization_id=notice.organization_id,
        about="assessment",
        about_id=notice.assessment_id,
        at=at,
    )


def _id_of(notice_id: str, about: str) -> str:
    return hashlib.sha256(f"{notice_id} {about}".encode()).hexdigest()[:32]
