"""What one administrator alone does not do to the account of another.

Where an organization has two administrators or more, a reset of an account that decides is asked
for by one person and carried out by another; and no administrator is taken down by one alone.

Source: docs/decisions/0045-two-for-an-account.md
"""

from collections.abc import Collection, Iterable
from enum import StrEnum

from jobquality.access.actors import Actor, Role
from jobquality.errors import RefusedError
from jobquality.store.database import Session
from jobquality.store.people import Person, list_people

#: Whose accounts decide: they are the ones that are worth being in.
DECIDE = frozenset({Role.ADMINISTRATOR, Role.REVIEWER})


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


def is_shared(people: Collection[Person], actor: Actor, person: Person, change: Change) -> bool:
    """Say whether a second one of these people has to agree before an account is changed.

    Nobody needs one for their own account. An administrator who is alone, or who is left alone
    with the one who is locked out, resets by themself: nobody else is there who could agree.
    """
    if person.id == actor.person_id or not person.active:
        return False
    managers = managers_of(people)
    if change in RESETS:
        is_worth_it = bool(person.roles & DECIDE) and len(managers) > 1
        return is_worth_it and any(
            _is_in(one) and one.roles & DECIDE
            for one in people
            if one.id not in {actor.person_id, person.id}
        )
    return any(one.id == person.id for one in managers)


def needs_another(session: Session, actor: Actor, person: Person, change: Change) -> bool:
    """Say whether a second person of the organization has to agree."""
    return is_shared(list_people(session), actor, person, change)


def check_alone(session: Session, actor: Actor, person: Person, change: Change) -> None:
    """Be quiet when one person alone may change somebody's account so.

    Raises:
        RefusedError: another one has to agree.
    """
    if needs_another(session, actor, person, change):
        raise RefusedError(
            "One administrator alone does not do this to the account of somebody who decides. "
            "Propose it on the page People, and let another person carry it out."
        )


def _is_in(person: Person) -> bool:
    return person.active and person.password_hash is not None
