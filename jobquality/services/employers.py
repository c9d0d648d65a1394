"""What people do with employers and their establishments."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import Fault, ForbiddenError, check_faults
from jobquality.rubrics.places import Places
from jobquality.services.likeness import is_close, name_key
from jobquality.store import employers as store
from jobquality.store.database import Session
from jobquality.store.employers import Employer, Establishment, get_employer, list_employers
from jobquality.store.publications import list_publications
from jobquality.store.versions import check_version

#: Words that stand, or may once stand, where a public name stands in an address.
_RESERVED = frozenset(
    [
        *("about", "admin", "api", "assess", "certificate", "edit", "employer", "en", "es"),
        *("feed", "help", "index", "jobquality", "json", "login", "me", "new", "none", "null"),
        *("plan", "sample", "static", "undefined", "verify", "work", "www"),
    ]
)
_LONGEST_SLUG = 60
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


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
    is_another: bool = False
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EstablishmentCommand:
    """What somebody says of a workplace; without a place it lies where its employer does."""

    id: str
    employer_id: str
    name: str
    address: str = ""
    place: str = ""
    headcount: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookalikes:
    """The employers that a name may already mean: one it is, and those that are close."""

    same: Employer | None = None
    close: tuple[Employer, ...] = ()


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
    check_faults(_faults(session, command, places))
    key = name_key(command.name)
    employer = Employer(
        id=command.id,
        organization_id=actor.organization_id,
        slug=_free_slug(command.name, lambda slug: store.is_slug_taken(session, slug)),
        name=command.name,
        name_key=key,
        legal_name=command.legal_name,
        sector=command.sector,
        place=places.find(command.place) or "",
        headcount=command.headcount,
        profile=dict(command.profile),
        website=command.website,
        created_by=actor.person_id,
        created_at=at,
    )
    store.add_employer(session, employer)
    return employer


def change_employer(
    session: Session, actor: Actor, command: EmployerCommand, *, places: Places
) -> Employer:
    """Change an employer; its public name stays, so that every old link still leads to it.

    Raises:
        ForbiddenError: the actor may not assess; or a scorecard was published, and the one
            who added the employer wants to give it another name alone.
        NotFoundError: there is no such employer.
        ConflictError: somebody changed it since the version that was seen.
        FaultsError: as for `add_employer`.
    """
    check_may(actor, Action.ASSESS)
    before = get_employer(session, command.id)
    check_version(before, seen=command.version)
    check_faults(_faults(session, command, places))
    after = replace(
        before,
        name=command.name,
        name_key=name_key(command.name),
        legal_name=command.legal_name,
        sector=command.sector,
        place=places.find(command.place) or "",
        headcount=command.headcount,
        profile=dict(command.profile),
        website=command.website,
    )
    if _is_renamed(before, after) and list_publications(session, employer_id=before.id):
        _check_second_name_giver(actor, before)
    store.change_employer(session, after)
    return get_employer(session, after.id)


def find_lookalikes(session: Session, name: str, *, but: str = "") -> Lookalikes:
    """Return the employers that may be meant by `name`; `but` is the id of its own."""
    key = name_key(name)
    others = [one for one in list_employers(session) if one.id != but]
    same = next((one for one in others if one.name_key == key), None)
    close = tuple(one for one in others if one is not same and _is_close(key, one))
    return Lookalikes(same=same, close=close)


def search_employers(session: Session, wanted: str) -> tuple[Employer, ...]:
    """Return the employers whose name or legal name holds every word of `wanted`, by name."""
    words = name_key(wanted).split()
    return tuple(one for one in list_employers(session) if _holds(one, words))


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
    employer = get_employer(session, command.employer_id)
    known = store.list_establishments(session, employer.id)
    check_faults(_establishment_faults(command, known, places))
    taken = {one.slug for one in known}
    establishment = Establishment(
        id=command.id,
        organization_id=actor.organization_id,
        employer_id=employer.id,
        slug=_free_slug(command.name, lambda slug: slug in taken),
        name=command.name,
        address=command.address,
        place=places.find(command.place) or employer.place,
        headcount=command.headcount,
        created_at=at,
    )
    store.add_establishment(session, establishment)
    return establishment


def _faults(session: Session, command: EmployerCommand, places: Places) -> Iterator[Fault]:
    if not name_key(command.name):
        message = "A name needs at least one letter or digit."
        yield Fault(message=message, where="name", remedy="Write it as people know it.")
        return
    yield from _place_faults(command.place, places)
    found = find_lookalikes(session, command.name, but=command.id)
    if found.same is not None:
        yield Fault(
            message=f"There is an employer whose name looks the same: {found.same.name}.",
            where="name",
            remedy="Open that one; or tell yours apart: add the street or the town to its name.",
        )
    elif found.close and not command.is_another:
        names = ", ".join(one.name for one in found.close)
        yield Fault(
            message=f"Is it one of these? {names}.",
            where="name",
            remedy="Open that one; or say below that yours is another employer.",
        )


def _place_faults(place: str, places: Places) -> Iterator[Fault]:
    if place and places.find(place) is None:
        message = f"We do not know the place '{place[:60]}'."
        yield Fault(message=message, where="place", remedy=places.nearest(place))


def _establishment_faults(
    command: EstablishmentCommand, known: Iterable[Establishment], places: Places
) -> Iterator[Fault]:
    key = name_key(command.name)
    if not key:
        message = "A workplace needs a name with at least one letter or digit."
        yield Fault(message=message, where="name", remedy="The street is enough: Elm Street.")
    elif key in {name_key(one.name) for one in known}:
        message = "This employer has a workplace of that name."
        yield Fault(message=message, where="name", remedy="Add the street or the town.")
    yield from _place_faults(command.place, places)


def _is_close(key: str, other: Employer) -> bool:
    legal = name_key(other.legal_name)
    return is_close(key, other.name_key) or bool(legal and is_close(key, legal))


def _check_second_name_giver(actor: Actor, before: Employer) -> None:
    """Let a published name be changed by somebody else only: a new name can hide a record."""
    if actor.person_id == before.created_by:
        raise ForbiddenError(
            "A scorecard of this employer is published, and you added the employer. Its name, "
            "legal name and website can be changed by another person of your organization."
        )


def _is_renamed(before: Employer, after: Employer) -> bool:
    return (before.name, before.legal_name, before.website) != (
        after.name,
        after.legal_name,
        after.website,
    )


def _holds(employer: Employer, words: Iterable[str]) -> bool:
    text = f"{employer.name_key} {name_key(employer.legal_name)}"
    return all(word in text for word in words)


def _free_slug(name: str, is_taken: Callable[[str], bool]) -> str:
    """Return a readable ASCII name that nobody has: `joes-diner`, `joes-diner-2`."""
    base = _slug(name)
    return next(slug for slug in _numbered(base) if slug not in _RESERVED and not is_taken(slug))


def _numbered(base: str) -> Iterator[str]:
    yield base
    yield from (f"{base}-{number}" for number in count(2))


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name_key(name)).encode("ascii", "ignore").decode()
    return _NOT_IN_SLUG.sub("-", plain)[:_LONGEST_SLUG].strip("-") or "employer"
