"""What one administrator alone does not do to the account of another.

Where an organization has two administrators or more, a reset of an account that decides is asked
for by one person and carried out by another; and no administrator is taken down by one alone.

Source: docs/decisions/0045-two-for-an-account.md
"""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from jobquality.access.actors import Actor, Role
from jobquality.errors import RefusedError
from jobquality.services.events import EventKind
from jobquality.store.database import Session
from jobquality.store.events import WantedEvents, find_events
from jobquality.store.people import Person, list_people

#: Whose accounts decide: they are the ones that are worth being in.
DECIDE = frozenset({Role.ADMINISTRATOR, Role.REVIEWER})
#: For how long an account counts as one that decides after its roles were taken away: else one
#: alone would take the role, reset the account, and give the role back.
DECIDED_FOR = timedelta(days=30)
_EVERY = 1_000_000


class Change(StrEnum):
    """What is done to the account of somebody else."""

    STEP = "step"
    PASSWORD = "password"  # noqa: S105  # what is changed, no password
    DEMOTE = "demote"
    CLOSE = "close"


#: By these somebody else could come in; by the others somebody loses what they may do.
RESETS = frozenset({Change.STEP, Change.PASSWORD})


def managers_of(people: Iterable[Person]) -> tuple[Person, ...]:
    """Return who of these people could manage people now."""
    return tuple(one for one in people if _is_in(one) and Role.ADMINISTRATOR in one.roles)


def list_deciding(session: Session, people: Iterable[Person], *, at: datetime) -> frozenset[str]:
    """Return whose accounts decide, or did these days: the ids of some of these people."""
    now = {one.id for one in people if one.roles & DECIDE}
    wanted = WantedEvents(kind=EventKind.ROLES_CHANGED.value, since=at - DECIDED_FOR)
    changes = find_events(session, wanted, limit=_EVERY)
    before = {one.about_id for one in changes if DECIDE & {*one.details.get("before", "").split()}}
    return frozenset(now | before)


def is_shared(
    people: Collection[Person],
    deciding: Collection[str],
    actor: Actor,
    person: Person,
    change: Change,
) -> bool:
    """Say whether a second one of these people has to agree before an account is changed.

    `deciding` comes from `list_deciding`. Nobody needs one for their own account. An
    administrator who is alone, or who is left alone with the one who is locked out, resets by
    themself: nobody else is there who could agree.
    """
    if person.id == actor.person_id:
        return False
    managers = managers_of(people)
    if change in RESETS:
        # An account that is closed for now can be opened again, so it is no exception.
        is_worth_it = person.id in deciding and len(managers) > 1
        return is_worth_it and any(
            _is_in(one) and one.roles & DECIDE
            for one in people
            if one.id not in {actor.person_id, person.id}
        )
    return any(one.id == person.id for one in managers)


def needs_another(
    session: Session, actor: Actor, person: Person, change: Change, *, at: datetime
) -> bool:
    """Say whether a second person of the organization has to agree."""
    people = list_people(session)
    return is_shared(people, list_deciding(session, people, at=at), actor, person, change)


def check_alone(
    session: Session, actor: Actor, person: Person, change: Change, *, at: datetime
) -> None:
    """Be quiet when one person alone may change somebody's account so.

    Raises:
        RefusedError: another one has to agree.
    """
    if needs_another(session, actor, person, change, at=at):
        raise RefusedError(
            "One administrator alone does not do this to the account of somebody who decides. "
            "Propose it on the page People, and let another person carry it out."
        )


def _is_in(person: Person) -> bool:
    return person.active and person.password_hash is not None
