"""Everybody comes in anew: the key that proves accounts is gone with every copy of it.

Whoever runs the server says who the administrators are; each of them lets the others in, one by
one, whom they know. The log says it, and so does the chain, for everybody to read.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from jobquality.access.actors import Role
from jobquality.errors import Fault, NotFoundError, SetupError, check_faults
from jobquality.ledger.acts import Act, MarksRenewed
from jobquality.services.acts import append_act
from jobquality.services.events import EventKind, record
from jobquality.services.lockouts import reset_from_server
from jobquality.services.logseals import seal_log
from jobquality.services.people import Link
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.keys import Keyring
from jobquality.store.organizations import Organization, list_organizations
from jobquality.store.people import Person, list_people
from jobquality.store.publications import last_entry
from jobquality.store.tenancy import belong

#: Why there is no key any more; never in free words, for one person alone says it.
CAUSES = ("lost", "damaged", "exposed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A real organization with everybody who could log in, by name."""

    organization: Organization
    people: tuple[Person, ...]

    @property
    def administrators(self) -> tuple[Person, ...]:
        """Those who may let others in, as their rows say; nobody can prove it any more."""
        return tuple(one for one in self.people if Role.ADMINISTRATOR in one.roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """What is to be done: why, and a link for each administrator, by the id of the person."""

    cause: str
    links: Mapping[str, Link]
    at: datetime


def list_held(session: Session) -> tuple[Held, ...]:
    """Return every real organization with its accounts; the session belongs to everybody."""
    people = [one for one in list_people(session) if one.active and one.email and not one.is_sample]
    return tuple(
        Held(
            organization=one,
            people=tuple(her for her in people if her.organization_id == one.id),
        )
        for one in list_organizations(session)
        if not one.is_sample
    )


def find_named(held: Collection[Held], emails: Collection[str]) -> tuple[Person, ...]:
    """Return the administrators of these addresses: at least one of each organization.

    Raises:
        FaultsError: an address is of no administrator, or an organization has none named.
    """
    wanted = {one.strip().casefold() for one in emails}
    every = {one.email: one for each in held for one in each.administrators}
    check_faults(_faults(held, wanted, every))
    return tuple(every[one] for one in sorted(wanted))


def let_in_anew(session: Session, renewal: Renewal, *, keys: Keyring) -> tuple[str, ...]:
    """Make the links, and say what happened in every log and chain.

    Return the organizations whose chain could not say so, since the key that signs is gone too.
    """
    every = list_organizations(session)
    for person in [her for her in list_people(session) if her.id in renewal.links]:
        _give_link(session, person, renewal)
    unsaid = []
    for one in every:
        belong(session, one.id)
        _log(session, one, renewal)
        has_chain = not one.is_sample and last_entry(session, one.id) is not None
        if has_chain and not _say(session, one, renewal, keys):
            unsaid.append(one.slug)
        belong(session, EVERY_ORGANIZATION)
    return tuple(unsaid)


def _log(session: Session, organization: Organization, renewal: Renewal) -> None:
    record(
        session,
        None,
        EventKind.MARKS_RENEWED,
        organization_id=organization.id,
        about="organization",
        about_id=organization.id,
        at=renewal.at,
        details={"cause": renewal.cause},
    )


def _give_link(session: Session, person: Person, renewal: Renewal) -> None:
    link = renewal.links[person.id]
    given = reset_from_server(session, person.email or "", link, lost_phone=False, at=renewal.at)
    if given is None:
        raise NotFoundError(f"Nobody who may log in has the address {person.email}.")


def _say(session: Session, organization: Organization, renewal: Renewal, keys: Keyring) -> bool:
    def made(number: int) -> Act:
        return MarksRenewed(
            number=number, organization=organization.id, at=renewal.at, cause=renewal.cause
        )

    try:
        append_act(session, organization.id, made, keys=keys, at=renewal.at)
    except SetupError:
        return False
    seal_log(session, organization.id, keys=keys, at=renewal.at)
    return True


def _faults(
    held: Collection[Held], wanted: Collection[str], every: Mapping[str | None, Person]
) -> Iterator[Fault]:
    for email in sorted(set(wanted) - {one for one in every if one}):
        remedy = "Name one of those that the command lists."
        message = f"{email} is the address of no administrator here."
        yield Fault(message=message, where="administrator", remedy=remedy)
    for one in held:
        if one.administrators and not any(her.email in wanted for her in one.administrators):
            message = f"No administrator of {one.organization.slug} is named."
            remedy = "Name at least one whom you know, with --administrator."
            yield Fault(message=message, where="administrator", remedy=remedy)
