"""What people do with employers and their establishments."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import Fault, check_faults
from jobquality.rubrics.places import Places
from jobquality.services.addresses import find_address_faults
from jobquality.services.events import EventKind, note
from jobquality.services.likeness import name_key
from jobquality.services.lookalikes import (
    Lookalikes,
    Named,
    find_lookalikes,
    find_name_faults,
    list_named,
)
from jobquality.services.practice import marked
from jobquality.services.renames import (
    find_brand_faults,
    find_identity_faults,
    identity_of,
    keep_facts,
    keep_identity,
    needs_second_person,
    propose_change,
    tell_of_change,
)
from jobquality.services.slugs import free_slug
from jobquality.store import employers as store
from jobquality.store.database import Session
from jobquality.store.employers import Employer, Establishment, Scope, get_employer, get_whole
from jobquality.store.practice import is_practice
from jobquality.store.versions import check_version

__all__ = ["Lookalikes", "find_lookalikes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployerCommand:
    """What somebody says of an employer.

    `id` is the new one's id or the changed one's, `version` the one that was seen (0 for a
    new one). `place` is a place as people write it (`TX`, `48453`). `is_another` says that a
    person looked at the employers of nearly the same name, and it is none of them.
    """

    id: str
    name: str
    sector: str
    place: str
    legal_name: str = ""
    headcount: int | None = None
    profile: Mapping[str, str] = field(default_factory=dict)
    website: str = ""
    registration: str = ""
    scope: Scope = Scope.SINGLE
    brand_id: str | None = None
    sites_known: int | None = None
    sites_known_on: date | None = None
    sites_known_source: str = ""
    is_another: bool = False
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EstablishmentCommand:
    """What somebody says of a workplace; without a place it lies where its employer does.

    `brand_id` is the brand that it carries, where that is another employer's.
    """

    id: str
    employer_id: str
    name: str
    address: str = ""
    place: str = ""
    headcount: int | None = None
    brand_id: str | None = None


def add_employer(
    session: Session, actor: Actor, command: EmployerCommand, *, places: Places, at: datetime
) -> Employer:
    """Add an employer.

    Raises:
        ForbiddenError: the actor may not assess.
        FaultsError: the place is not known, the name has no letters, another employer has a
            name that looks the same, or one has nearly the same and nobody said it is another.
    """
    check_may(actor, Action.ASSESS)
    command = _in_practice(session, actor, command)
    check_faults(_faults(session, command, places))
    new = Employer(
        id=command.id,
        organization_id=actor.organization_id,
        slug=free_slug(command.name, lambda slug: store.is_slug_taken(session, slug)),
        name=command.name,
        name_key=name_key(command.name),
        sector=command.sector,
        place="",
        created_by=actor.person_id,
        created_at=at,
    )
    employer = _said(new, command, places)
    store.add_employer(session, employer)
    note(session, actor, EventKind.EMPLOYER_ADDED, employer.id, at=at)
    return employer


def change_employer(
    session: Session, actor: Actor, command: EmployerCommand, *, places: Places, at: datetime
) -> Employer:
    """Change an employer. Who it is, two people change, once something is public or merges.

    From then on, and while a merger waits, the other facts are kept at once. What says who it
    is (its name, legal name, website, number, and how many sites it has of which brand) waits
    for a second person.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such employer.
        ConflictError: somebody changed it since the version that was seen.
        FaultsError: as for `add_employer`.
    """
    check_may(actor, Action.ASSESS)
    before = get_whole(session, command.id)
    check_version(before, seen=command.version)
    command = _in_practice(session, actor, command)
    check_faults(_faults(session, command, places))
    after = _said(before, command, places)
    if needs_second_person(session, before.id):
        keep_facts(session, before, after)
        propose_change(session, actor, before, after, at=at)
    else:
        keep_identity(session, before, after, by=(actor.person_id, None), at=at)
    tell_of_change(session, actor, before, after, at=at)
    return get_employer(session, after.id)


def search_employers(session: Session, wanted: str) -> tuple[Employer, ...]:
    """Return the employers of whose names one holds every word of `wanted`, by name."""
    words = name_key(wanted).split()
    return tuple(one.employer for one in list_named(session) if _holds(one, words))


def add_establishment(
    session: Session, actor: Actor, command: EstablishmentCommand, *, places: Places, at: datetime
) -> Establishment:
    """Add a workplace to an employer.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such employer.
        FaultsError: the place is not known, or the employer has a workplace of that name.
    """
    check_may(actor, Action.ASSESS)
    employer = get_whole(session, command.employer_id)
    known = store.list_establishments(session, employer.id)
    check_faults(workplace_faults(session, command, known, places))
    taken = {one.slug for one in known}
    establishment = Establishment(
        id=command.id,
        organization_id=actor.organization_id,
        employer_id=employer.id,
        slug=free_slug(command.name, lambda slug: slug in taken),
        name=command.name,
        address=command.address,
        place=places.find(command.place) or employer.place,
        headcount=command.headcount,
        created_at=at,
        brand_id=command.brand_id,
    )
    store.add_establishment(session, establishment)
    note(session, actor, EventKind.SITE_ADDED, employer.id, at=at)
    return establishment


def workplace_faults(
    session: Session, command: EstablishmentCommand, known: Iterable[Establishment], places: Places
) -> Iterator[Fault]:
    """Yield what is wrong with a workplace beside those that its employer has."""
    key = name_key(command.name)
    if not key:
        message = "A workplace needs a name with at least one letter or digit."
        yield Fault(message=message, where="name", remedy="The street is enough: Elm Street.")
    elif key in {name_key(one.name) for one in known}:
        message = "This employer has a workplace of that name."
        yield Fault(message=message, where="name", remedy="Add the street or the town.")
    yield from _place_faults(command.place, places)
    yield from find_address_faults(command.address)
    yield from find_brand_faults(session, command.brand_id, employer_id=command.employer_id)


def _in_practice(session: Session, actor: Actor, command: EmployerCommand) -> EmployerCommand:
    """Return what is said of an employer; in practice no name passes for that of a real one."""
    if not is_practice(session, actor.organization_id):
        return command
    legal = marked(command.legal_name) if command.legal_name else ""
    return replace(command, name=marked(command.name), legal_name=legal)


def _said(employer: Employer, command: EmployerCommand, places: Places) -> Employer:
    """Return an employer as somebody says that it is; its public name stays."""
    return replace(
        employer,
        name=command.name,
        name_key=name_key(command.name),
        legal_name=command.legal_name,
        sector=command.sector,
        place=places.find(command.place) or "",
        headcount=command.headcount,
        profile=dict(command.profile),
        website=command.website,
        registration=command.registration,
        scope=command.scope,
        brand_id=command.brand_id,
        sites_known=command.sites_known,
        sites_known_on=command.sites_known_on,
        sites_known_source=command.sites_known_source,
    )


def _faults(session: Session, command: EmployerCommand, places: Places) -> Iterator[Fault]:
    if not name_key(command.name):
        message = "A name needs at least one letter or digit."
        yield Fault(message=message, where="name", remedy="Write it as people know it.")
        return
    yield from _place_faults(command.place, places)
    names = {"name": command.name}
    if name_key(command.legal_name):
        names["legal_name"] = command.legal_name
    yield from find_name_faults(session, names, but=command.id, is_another=command.is_another)
    yield from find_identity_faults(session, identity_of(command), employer_id=command.id)


def _place_faults(place: str, places: Places) -> Iterator[Fault]:
    if place and places.find(place) is None:
        message = f"We do not know the place '{place[:60]}'."
        yield Fault(message=message, where="place", remedy=places.nearest(place))


def _holds(named: Named, words: Iterable[str]) -> bool:
    text = " ".join(name_key(one) for one in named.names)
    return all(word in text for word in words)
