"""A chain or brand as a whole: every scored site of it, and never a score of the chain."""

from collections.abc import Iterable
from dataclasses import dataclass

from jobquality.errors import IntegrityFailedError, NotFoundError
from jobquality.services.addresses import address_key
from jobquality.services.likeness import name_key
from jobquality.services.published import Published, read_standing
from jobquality.services.rightfacts import carriers_of, rightly_known
from jobquality.services.rightnames import rightly_called
from jobquality.services.sealed import FAILED
from jobquality.store.database import Session
from jobquality.store.employers import (
    Employer,
    Establishment,
    Scope,
    families_of,
    find_employer,
)
from jobquality.store.publications import list_standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """A chain or brand, and what is published of its sites now, by the name of who runs them.

    Each publication counts once, whoever it is of: the chain itself or an operator. What is
    not what was signed is named, and counts for nothing.
    """

    employer: Employer
    published: tuple[Published, ...]

    @property
    def sites(self) -> int:
        """How many sites are scored; one that speaks of a whole business counts as one."""
        return sum(max(len(one.snapshot.employer.sites), 1) for one in self.standing)

    @property
    def standing(self) -> tuple[Published, ...]:
        """What is as it was signed."""
        return tuple(one for one in self.published if not one.is_changed)


def read_brand(session: Session, slug: str) -> Brand:
    """Return a chain with what is published of its sites; the session belongs to everybody.

    Raises:
        NotFoundError: there is no such chain, or nothing of it is published.
        IntegrityFailedError: it is called otherwise than was signed, and nothing tells how.
    """
    listed = find_employer(session, slug)
    brand = rightly_known(session, {listed.id: listed})[listed.id] if listed else None
    found = _published(session, brand) if brand else ()
    if brand is None or not found:
        raise NotFoundError("Nothing is published of a chain of that name.")
    employer = rightly_called(session, {brand.id: brand}, ())[brand.id]
    if not employer.name:
        raise IntegrityFailedError(FAILED)
    return Brand(employer=employer, published=found)


def _published(session: Session, brand: Employer) -> tuple[Published, ...]:
    if brand.scope is not Scope.CHAIN:
        return ()
    operators, marked = carriers_of(session, brand)
    others = {one.employer_id for one in marked} - operators
    families = families_of(session, operators | others).values()
    records = {one for family in families for one in family}
    newest = read_standing(session, list_standing(session, employer_ids=records))
    ours = (one for one in newest if one.known.id in operators or _is_of_brand(one, marked))
    return tuple(sorted(ours, key=lambda one: (one.key, one.publication.hash)))


def _is_of_brand(published: Published, marked: Iterable[Establishment]) -> bool:
    """Say whether every site that a score covers carries the brand: else it speaks of others."""
    known = {_place(one.name, one.address) for one in marked}
    sites = published.snapshot.employer.sites
    return bool(sites) and all(_place(one.name, one.address) in known for one in sites)


def _place(name: str, address: str) -> tuple[str, str]:
    return name_key(name), address_key(address)
