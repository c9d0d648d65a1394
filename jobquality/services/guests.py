"""A reviewer of another organization for one assessment: invite, take, withdraw, and act."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from jobquality.access.actors import Action, Actor, Role, check_may
from jobquality.access.guests import OnlyAssessment
from jobquality.access.states import AssessmentState
from jobquality.errors import (
    ConflictError,
    Fault,
    ForbiddenError,
    NotFoundError,
    RefusedError,
    check_faults,
)
from jobquality.rubrics.characters import unwanted_character
from jobquality.services.accounts import NewPerson, new_person
from jobquality.services.deliveries import DAYS_TO_DECIDE
from jobquality.services.events import EventKind, record
from jobquality.services.hands import keep_hands
from jobquality.services.people import Link, digest_of_token
from jobquality.services.practice import check_real
from jobquality.services.timeline import Said, log
from jobquality.store import guests as store
from jobquality.store.assessments import get_assessment
from jobquality.store.database import Session
from jobquality.store.guests import Grant, Guest
from jobquality.store.hands import Why
from jobquality.store.notices import find_last_notice
from jobquality.store.people import Person, add_person, find_person
from jobquality.store.reviews import Step

#: How long somebody may be a guest, and the usual time, in days.
LONGEST, USUAL = 180, 60
_LONGEST_NAME = 200
_OVER = frozenset({AssessmentState.PUBLISHED, AssessmentState.ABANDONED})


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteGuest:
    """Somebody of another organization who shall review one assessment for some days."""

    link: Link
    assessment_id: str
    name: str
    affiliation: str
    days: int = USUAL


def invite_guest(session: Session, actor: Actor, command: InviteGuest, *, at: datetime) -> Guest:
    """Make a link by which somebody of another organization can review one assessment.

    Raises:
        ForbiddenError: the actor may not invite guests.
        NotFoundError: there is no such assessment.
        RefusedError: it is published or given up, or practice.
        FaultsError: a name is missing or too long, or the days are too few or too many.
    """
    check_may(actor, Action.HOST)
    check_real(session, actor)
    assessment = get_assessment(session, command.assessment_id)
    if assessment.state in _OVER:
        raise RefusedError("This assessment is over, so there is nothing to review.")
    check_faults(_faults(command))
    guest = Guest(
        id=command.link.id,
        organization_id=assessment.organization_id,
        assessment_id=assessment.id,
        token_digest=digest_of_token(command.link.token),
        name=command.name.strip(),
        affiliation=command.affiliation.strip(),
        invited_by=actor.person_id,
        created_at=at,
        expires_at=_end_of_stay(session, assessment.id, at + timedelta(days=command.days)),
    )
    store.add_guest(session, guest)
    said = Said(id=guest.id, step=Step.GUEST, comment=guest.known_as)
    log(session, actor, assessment.id, said, at=at)
    return guest


def withdraw_guest(session: Session, actor: Actor, guest_id: str, *, at: datetime) -> Guest:
    """End a guest's leave from their next request on.

    Raises:
        ForbiddenError: the actor may not invite guests.
        NotFoundError: there is no such guest.
    """
    check_may(actor, Action.HOST)
    guest = store.get_guest(session, guest_id)
    if guest.ended_at is None:
        store.end_guest(session, guest.id, at=at)
        said = Said(id=guest.id, step=Step.GUEST_ENDED, comment=guest.known_as)
        log(session, actor, guest.assessment_id, said, at=at)
    return guest


def open_guest_link(session: Session, token: str, *, at: datetime) -> Guest:
    """Return what a link gives; the session sees every organization.

    Raises:
        NotFoundError: nothing, or nothing any more: both read the same.
    """
    guest = store.find_link(session, digest_of_token(token), at=at)
    if guest is None:
        raise NotFoundError("This link opens nothing any more.")
    return guest


def take_leave(session: Session, token: str, person: Person, *, at: datetime) -> Guest:
    """Let somebody who has an account become a guest, once.

    Raises:
        NotFoundError: the link opens nothing any more.
        ForbiddenError: they work for the host, whose own roles say what they may do.
    """
    guest = open_guest_link(session, token, at=at)
    if person.is_sample:
        raise ForbiddenError("An account of practice reviews nothing real. Log in as yourself.")
    if person.organization_id == guest.organization_id and person.roles:
        raise ForbiddenError(
            "You work for this organization, so you cannot be its guest. Ask an administrator "
            "for the role reviewer, or let somebody of another organization open the link."
        )
    _take(session, guest, person, at=at)
    return guest


def join_as_guest(session: Session, token: str, new: NewPerson, *, at: datetime) -> Person:
    """Make an account that has no role anywhere, for a guest; the session sees every one.

    It stands with the host's people, who can close it. Without a role it opens nothing but
    the assessments to which its holder is invited.

    Raises:
        NotFoundError: the link opens nothing any more.
        ConflictError: somebody has an account with that e-mail address.
    """
    guest = open_guest_link(session, token, at=at)
    if find_person(session, email=new.email) is not None:
        raise ConflictError("There is an account with this e-mail address already.")
    person = new_person(new, guest.organization_id, frozenset(), at=at)
    add_person(session, person)
    keep_hands(session, person, [guest.invited_by], Why.JOINED, at=at)
    _take(session, guest, person, at=at)
    return person


def act_as_guest(
    session: Session,
    person: Person,
    *,
    at: datetime,
    assessment_id: str = "",
    evidence_id: str = "",
) -> Actor | None:
    """Return somebody as the guest that they are at an assessment now, or None.

    The session sees every organization; the actor that comes back opens one assessment only.
    """
    grant = store.find_grant(
        session, person.id, at=at, assessment_id=assessment_id, evidence_id=evidence_id
    )
    if grant is None or (person.roles and grant.guest.organization_id == person.organization_id):
        return None
    place = OnlyAssessment(
        grant.guest.organization_id,
        assessment_id=grant.guest.assessment_id,
        employer_id=grant.employer_id,
    )
    return Actor(
        person_id=person.id,
        organization_id=place,
        name=person.name,
        roles=frozenset({Role.REVIEWER}),
        is_guest=True,
        second_step=person.second_factor is not None,
    )


def list_grants(session: Session, person: Person, *, at: datetime) -> tuple[Grant, ...]:
    """Return what somebody may review as a guest; the session sees every organization."""
    found = store.list_grants(session, person.id, at=at)
    return tuple(
        one
        for one in found
        if not (person.roles and one.guest.organization_id == person.organization_id)
    )


def _end_of_stay(session: Session, assessment_id: str, wanted: datetime) -> datetime:
    """Return when a stay ends: not before the clock and the decision on a reply can be over."""
    notice = find_last_notice(session, assessment_id)
    if notice is None or notice.ends_at is None:
        return wanted
    return max(wanted, notice.ends_at + DAYS_TO_DECIDE)


def _take(session: Session, guest: Guest, person: Person, *, at: datetime) -> None:
    if not store.take_link(session, guest.id, person.id, at=at):
        raise NotFoundError("This link opens nothing any more.")
    record(
        session,
        person.actor,
        EventKind.GUEST_JOINED,
        organization_id=guest.organization_id,
        about="assessment",
        about_id=guest.assessment_id,
        at=at,
    )


def _hidden(where: str, text: str) -> Iterator[Fault]:
    unwanted = unwanted_character(text)
    if unwanted:
        yield Fault(message=f"It holds {unwanted}.", where=where, remedy="Delete it.")


def _faults(command: InviteGuest) -> Iterator[Fault]:
    for where, text in (("guest_name", command.name), ("affiliation", command.affiliation)):
        yield from _hidden(where, text)
        if not text.strip():
            remedy = "The history of the assessment names whoever reviewed it."
            yield Fault(message="This is missing.", where=where, remedy=remedy)
        if len(text) > _LONGEST_NAME:
            message = f"It has {len(text)} characters, {_LONGEST_NAME} at most."
            yield Fault(message=message, where=where, remedy="Say it shorter.")
    if not 1 <= command.days <= LONGEST:
        message = f"A guest stays 1 to {LONGEST} days."
        yield Fault(message=message, where="guest_days", remedy=f"{USUAL} days are usual.")
