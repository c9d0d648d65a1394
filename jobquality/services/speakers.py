"""The employer's door: who somebody says they are, and whether the center believes it.

The same at each of the three doors: the questionnaire before the draft, the reply before
publication, and what is said afterwards.

Source: docs/decisions/0043-who-speaks.md
"""

from collections.abc import Iterator, Sized
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from jobquality.access.actors import Actor
from jobquality.errors import Fault, RefusedError, check_faults
from jobquality.store.speakers import Speaking, Standing

#: How the center made sure: it called back a published number, got mail from the employer's
#: own domain, met the person, or handed a code over on paper.
WAYS = ("phone", "email", "in_person", "paper_code")
LONGEST_FIELD, LONGEST_REASON = 200, 1000
#: More people than this never come through one link; a stranger who has it might try.
MOST_SPEAKERS = 20

S = TypeVar("S", bound=Speaking)


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


def check_introduction(command: Introduce, came: Sized) -> None:
    """Be quiet where somebody may come in behind those who came through the same link.

    Raises:
        FaultsError: something is missing or too long, or they may not speak; names each.
        RefusedError: too many came through this link.
    """
    check_faults(_introduction_faults(command))
    if len(came) >= MOST_SPEAKERS:
        raise RefusedError(
            f"{MOST_SPEAKERS} people came through this link already. Ask for a new link."
        )


def judge(speaker: S, actor: Actor, command: DecideSpeaker, *, at: datetime) -> S:
    """Return somebody as accepted, saying how it was checked, or as refused, saying why.

    Raises:
        FaultsError: nothing says how it was checked, or why they were refused.
    """
    check_faults(decision_faults(command))
    return replace(
        speaker,
        state=Standing.ACCEPTED if command.is_accepted else Standing.REFUSED,
        way=command.way if command.is_accepted else "",
        reason=command.reason.strip(),
        decided_by=actor.person_id,
        decided_at=at,
        version=command.seen,
    )


def _introduction_faults(command: Introduce) -> Iterator[Fault]:
    for where in ("name", "role", "contact"):
        text = getattr(command, where)
        if not text.strip() or len(text) > LONGEST_FIELD:
            yield Fault(message="This is missing, or too long.", where=where)
    if not command.may_speak:
        yield Fault(message="Say that you may speak for the employer.", where="may_speak-yes")


def decision_faults(command: DecideSpeaker) -> Iterator[Fault]:
    """Yield what is missing where somebody is accepted or refused."""
    if command.is_accepted and command.way not in WAYS:
        message = "Nothing says how you made sure who this is."
        yield Fault(message=message, where="way", remedy="Choose one of the list.")
    if not command.is_accepted and not command.reason.strip():
        message = "Nothing says why."
        yield Fault(message=message, where="reason", remedy="Say it in a few words.")
    if len(command.reason) > LONGEST_REASON:
        message = f"That has {len(command.reason)} characters, {LONGEST_REASON} at most."
        yield Fault(message=message, where="reason", remedy="Say it shorter.")
