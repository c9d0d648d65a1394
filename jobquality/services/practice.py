"""A practice center: the whole way to a published scorecard, and nothing in it is real.

It is an organization of samples to which people log in. Whatever it publishes is marked SAMPLE,
its employers' clocks may be short, and it goes whole, with its chain, when somebody removes it.

Nothing leads from it into a real organization: its accounts have addresses of their own, open
nothing elsewhere, and are no second person for anybody.

Source: docs/decisions/0051-practice.md
"""

import re
import secrets
from dataclasses import dataclass
from datetime import date, datetime

from jobquality.access.actors import Action, Actor, Role, check_may
from jobquality.errors import ConflictError, ForbiddenError, NotFoundError, RefusedError
from jobquality.services.accounts import NewPerson, check_setup_code, new_person
from jobquality.services.events import EventKind, note
from jobquality.services.organizations import OrganizationCommand, create_organization
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.organizations import get_organization, hold_organization
from jobquality.store.people import Person, add_person, get_person, has_real_people
from jobquality.store.practice import (
    find_maker,
    find_opener,
    find_practice_of,
    is_practice,
    list_ownerless,
)
from jobquality.store.rates import Rate, add_rate
from jobquality.store.samples import remove_samples
from jobquality.store.tenancy import belong

#: What every name begins with in practice; people read it, whatever language they speak.
MARK = "SAMPLE"
_HOST = "practice.example"
#: No letter that is mistaken for a digit, and none that makes a word.
_LETTERS = "23456789bcdfghjkmnpqrstvwxz"
_LENGTH = 6
_ADDRESS = re.compile(rf"[{_LETTERS}]{{{_LENGTH}}}@{re.escape(_HOST)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPractice:
    """A practice center to be opened, and the first account in it.

    `figure` is what the invented living wage of `place` says of itself; without it no pay is
    scored. `name`, `region` and `funding` are what the center says of itself, in the language
    of whoever opens it.
    """

    organization_id: str
    name: str
    region: str
    funding: str
    person: NewPerson
    figure_id: str
    figure: str
    place: str
    time_zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """Where practice stands, for somebody: the center, and what they may do with it.

    `is_here`: they are in it now. `may_begin`: they can set up the real center.
    """

    id: str = ""
    is_here: bool = False
    may_make: bool = False
    may_enter: bool = False
    may_remove: bool = False
    may_begin: bool = False


def new_address() -> str:
    """Return an address to log in with that nobody has and no mail reaches."""
    made = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    return f"{made}@{_HOST}"


def is_address(text: str) -> bool:
    """Say whether this is an address of practice."""
    return _ADDRESS.fullmatch(text) is not None


def marked(name: str) -> str:
    """Return a name that says that it is not real."""
    return name if name.upper().startswith(MARK) else f"{MARK} {name}"


def open_first(session: Session, digest: str, command: OpenPractice, *, at: datetime) -> Person:
    """Open practice in an installation that nobody has set up; return its first person.

    The code of the set-up stays good: it opens the real organization later.

    Raises:
        ConflictError: somebody real is here, or practice is open already.
        ForbiddenError: the code opens nothing.
    """
    if has_real_people(session) or list_ownerless(session):
        raise ConflictError("Somebody opened this a moment ago. Log in there, or ask them.")
    check_setup_code(session, digest, at=at)
    return _opened(session, command, at=at)


def make_practice(session: Session, actor: Actor, command: OpenPractice, *, at: datetime) -> Person:
    """Make the one practice center of a real organization; return the actor's account in it.

    The session belongs to every organization.

    Raises:
        ForbiddenError: the actor is no administrator.
        RefusedError: the organization has one, or is one itself.
    """
    check_may(actor, Action.MANAGE)
    hold_organization(session, actor.organization_id)
    check_real(session, actor)
    if find_practice_of(session, actor.organization_id):
        raise RefusedError("There is a practice center already. Go on in it, or remove it first.")
    person = _opened(session, command, at=at)
    note(session, actor, EventKind.PRACTICE_MADE, command.organization_id, at=at)
    return person


def enter_practice(session: Session, actor: Actor) -> Person:
    """Return the account by which somebody practices: that of whoever made the center.

    The session belongs to every organization.

    Raises:
        NotFoundError: there is no practice center of theirs.
    """
    found = practice_for(session, actor)
    opener = find_opener(session, found.id) if found.may_enter else None
    if opener is None:
        raise NotFoundError("There is no practice center that you made.")
    return get_person(session, opener)


def remove_practice(session: Session, actor: Actor, *, at: datetime) -> tuple[str, tuple[str, ...]]:
    """Remove a practice center whole; return its id and the names of its files.

    The session belongs to every organization.

    Raises:
        NotFoundError: there is none that the actor may remove.
    """
    found = practice_for(session, actor)
    if not found.may_remove:
        raise NotFoundError("There is no practice center that you may remove.")
    files = remove_samples(session, found.id)
    if not found.is_here:
        note(session, actor, EventKind.PRACTICE_REMOVED, found.id, at=at)
    return found.id, files


def practice_for(session: Session, actor: Actor) -> Practice:
    """Return what somebody may do about practice; the session belongs to every organization."""
    may_manage = actor.may(Action.MANAGE)
    if get_organization(session, actor.organization_id).is_sample:
        is_opener = find_opener(session, actor.organization_id) == actor.person_id
        return Practice(
            id=actor.organization_id,
            is_here=True,
            may_remove=may_manage and is_opener,
            may_begin=may_manage and is_opener and not has_real_people(session),
        )
    found = find_practice_of(session, actor.organization_id) or ""
    maker = find_maker(session, found) if found else None
    return Practice(
        id=found,
        may_make=may_manage and not found,
        may_enter=maker is not None and maker[1] == actor.person_id,
        may_remove=may_manage and bool(found),
    )


def check_may_begin(session: Session, actor: Actor) -> None:
    """Be quiet where somebody who practices may set up the real organization.

    Only whoever opened practice with the code of the set-up may, while nobody real is here.

    Raises:
        ForbiddenError: it is somebody else, or the installation is set up.
    """
    if not practice_for(session, actor).may_begin:
        raise ForbiddenError("Only whoever opened practice at the set-up can go on from here.")


def check_real(session: Session, actor: Actor) -> None:
    """Be quiet where somebody acts for a real organization.

    Raises:
        RefusedError: it is a practice center, and this would reach beyond it.
    """
    if is_practice(session, actor.organization_id):
        raise RefusedError("This is practice, and this would reach beyond it. Nothing was done.")


def check_role(session: Session, actor: Actor, roles: frozenset[Role]) -> None:
    """Be quiet where somebody may get these roles: practice has one administrator for good.

    Raises:
        RefusedError: it would have a second, who could remove it or go on to the set-up.
    """
    if Role.ADMINISTRATOR in roles and is_practice(session, actor.organization_id):
        raise RefusedError("In practice there is one administrator. Choose the other roles.")


def _opened(session: Session, command: OpenPractice, *, at: datetime) -> Person:
    if not is_address(command.person.email):
        raise ForbiddenError("In practice nobody has an address of their own.")
    who = OrganizationCommand(
        name=marked(command.name),
        contact=f"nobody@{_HOST}",
        region=command.region,
        funding=command.funding,
        languages=("en", "es"),
        time_zone=command.time_zone,
    )
    made = create_organization(
        session, who, organization_id=command.organization_id, at=at, is_sample=True
    )
    person = new_person(command.person, made.id, frozenset(Role), at=at)
    add_person(session, person)
    note(session, person.actor, EventKind.PRACTICE_OPENED, at=at)
    add_rate(session, _figure(command, person, at=at))
    belong(session, EVERY_ORGANIZATION)
    return get_person(session, person.id)


def _figure(command: OpenPractice, person: Person, *, at: datetime) -> Rate:
    """Return an invented living wage, so that nobody has to look one up before they begin."""
    first = date(at.year - 1, 1, 1)
    return Rate(
        id=command.figure_id,
        organization_id=person.organization_id,
        parameter="living_wage",
        place=command.place,
        first=first,
        value="17.50",
        source=command.figure,
        as_of=first,
        check_by=date(at.year + 1, 12, 31),
        added_by=person.id,
        added_at=at,
    )
