"""Who fills in a questionnaire, and whether the center believes that they may speak."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import Fault, RefusedError, check_faults
from jobquality.services.events import EventKind, note
from jobquality.store.claims import (
    Questionnaire,
    Speaker,
    Standing,
    add_speaker,
    change_speaker,
    get_questionnaire,
    get_speaker,
    list_speakers,
)
from jobquality.store.database import Session
from jobquality.store.versions import check_version

#: How the center made sure: it called back a published number, got mail from the employer's
#: own domain, met the person, or handed a code over on paper.
WAYS = ("phone", "email", "in_person", "paper_code")
LONGEST_FIELD, LONGEST_REASON = 200, 1000
#: More people than this never fill in one questionnaire; a stranger with the link might try.
MOST_SPEAKERS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduce:
    """Somebody says who they are, how they are reached, and that they may speak."""

    id: str
    name: str
    role: str
    contact: str
    may_speak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideSpeaker:
    """What the center makes of somebody: `way` is one of WAYS where they are accepted."""

    id: str
    seen: int
    is_accepted: bool
    way: str = ""
    reason: str = ""


def introduce(
    session: Session, questionnaire: Questionnaire, command: Introduce, *, at: datetime
) -> Speaker:
    """Keep who somebody says they are; nobody at the center has checked it yet.

    Raises:
        FaultsError: something is missing or too long, or they may not speak; names each.
        RefusedError: too many came through this link.
    """
    check_faults(introduction_faults(command))
    if len(list_speakers(session, [questionnaire.id])) >= MOST_SPEAKERS:
        raise RefusedError(
            f"{MOST_SPEAKERS} people came through this link already. Ask for a new link."
        )
    speaker = Speaker(
        id=command.id,
        organization_id=questionnaire.organization_id,
        questionnaire_id=questionnaire.id,
        name=command.name,
        role=command.role,
        contact=command.contact,
        came_at=at,
    )
    add_speaker(session, speaker)
    return speaker


def decide_speaker(
    session: Session, actor: Actor, command: DecideSpeaker, *, at: datetime
) -> Speaker:
    """Accept that somebody speaks for the employer, saying how it was checked, or refuse it.

    What they answered stays; of whom was refused, nothing is shown beside the answers.

    Raises:
        ForbiddenError: the actor may not notify.
        NotFoundError: there is nobody of that id.
        ConflictError: somebody else decided since `command.seen`.
        FaultsError: nothing says how it was checked, or why they were refused.
    """
    check_may(actor, Action.NOTIFY)
    speaker = get_speaker(session, command.id)
    check_version(speaker, command.seen)
    check_faults(speaker_faults(command))
    is_accepted = command.is_accepted
    kind = EventKind.SPEAKER_ACCEPTED if is_accepted else EventKind.SPEAKER_REFUSED
    asked = get_questionnaire(session, speaker.questionnaire_id)
    note(session, actor, kind, asked.assessment_id, about="assessment", at=at)
    return change_speaker(
        session,
        replace(
            speaker,
            state=Standing.ACCEPTED if command.is_accepted else Standing.REFUSED,
            way=command.way if command.is_accepted else "",
            reason=command.reason.strip(),
            decided_by=actor.person_id,
            decided_at=at,
        ),
    )


def introduction_faults(command: Introduce) -> Iterator[Fault]:
    """Yield what is missing of somebody who says who they are."""
    for where in ("name", "role", "contact"):
        text = getattr(command, where)
        if not text.strip() or len(text) > LONGEST_FIELD:
            yield Fault(message="This is missing, or too long.", where=where)
    if not command.may_speak:
        yield Fault(message="Say that you may speak for the employer.", where="may_speak-yes")


def speaker_faults(command: DecideSpeaker) -> Iterator[Fault]:
    """Yield what is missing of a decision about somebody."""
    if command.is_accepted and command.way not in WAYS:
        message = "Nothing says how you made sure who this is."
        yield Fault(message=message, where="way", remedy="Choose one of the list.")
    if not command.is_accepted and not command.reason.strip():
        message = "Nothing says why."
        yield Fault(message=message, where="reason", remedy="Say it in a few words.")
    if len(command.reason) > LONGEST_REASON:
        message = f"That has {len(command.reason)} characters, {LONGEST_REASON} at most."
        yield Fault(message=message, where="reason", remedy="Say it shorter.")
