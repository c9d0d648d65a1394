"""Erase an account: who somebody is goes for good; what they did stays, under no name.

Published bodies hold ids and no names, so nothing that was signed changes.

Source: docs/decisions/0037-log-and-erasure.md
"""

from datetime import datetime

from jobquality.access.actors import Action, Actor, Role, check_may
from jobquality.errors import RefusedError
from jobquality.services.events import EventKind, note
from jobquality.services.people import check_not_last
from jobquality.store.database import Session
from jobquality.store.erasing import Mention, erase_account, find_mentions
from jobquality.store.organizations import hold_organization
from jobquality.store.people import Person, get_person

#: How an erased person is called from then on, by the first role they had.
FORMER = {
    Role.ADVOCATE: "a former advocate",
    Role.REVIEWER: "a former reviewer",
    Role.ADMINISTRATOR: "a former administrator",
}
FORMER_GUEST = "a former guest"


def former_name(roles: frozenset[Role]) -> str:
    """Return how somebody is called who was erased; pages say it in the reader's language."""
    return next((name for role, name in FORMER.items() if role in roles), FORMER_GUEST)


def mentions_of(session: Session, actor: Actor, person_id: str) -> tuple[Mention, ...]:
    """Return where somebody's name or address stands in what people wrote, to be mended.

    Raises:
        ForbiddenError: the actor is no administrator, and it is not themselves.
        NotFoundError: there is no such person.
    """
    if actor.person_id != person_id:
        check_may(actor, Action.MANAGE)
    person = get_person(session, person_id)
    if person.erased_at is not None:
        return ()
    return find_mentions(session, (person.name, person.email or ""))


def erase(
    session: Session, actor: Actor, person_id: str, *, session_key: str, at: datetime
) -> Person:
    """Erase an account that was closed before; once it is erased, nothing more happens.

    Raises:
        ForbiddenError: the actor is no administrator.
        NotFoundError: there is no such person.
        RefusedError: the account is not closed.
    """
    check_may(actor, Action.MANAGE)
    hold_organization(session, actor.organization_id)
    person = get_person(session, person_id)
    if person.erased_at is not None:
        return person
    if person.active:
        raise RefusedError("Close the account first. Then it can be erased.")
    return _erased(session, actor, person, session_key=session_key, at=at)


def erase_oneself(session: Session, actor: Actor, *, session_key: str, at: datetime) -> Person:
    """Close and erase one's own account.

    Raises:
        RefusedError: nobody else could manage people.
    """
    hold_organization(session, actor.organization_id)
    person = get_person(session, actor.person_id)
    if Role.ADMINISTRATOR in person.roles:
        check_not_last(session, person)
    return _erased(session, actor, person, session_key=session_key, at=at)


def _erased(
    session: Session, actor: Actor, person: Person, *, session_key: str, at: datetime
) -> Person:
    name = former_name(person.roles)
    erase_account(session, person.id, name=name, session_key=session_key, at=at)
    note(session, actor, EventKind.ERASED, person.id, at=at)
    return get_person(session, person.id)
