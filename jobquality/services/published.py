"""What everyone may see: every employer's published scores, and the search among them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from jobquality.access.states import PublicationState
from jobquality.errors import NotFoundError
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Snapshot
from jobquality.rubrics.places import Places
from jobquality.services.likeness import name_key
from jobquality.store.database import Session
from jobquality.store.listing import find_published
from jobquality.store.publications import Publication, list_publications

#: How much of a name and of what was typed is the same, in percent, where a slip is likely.
_ALIKE = 80
_SHORTEST_GUESS = 4
#: Bodies never change, so each needs to be read only once while it is in use.
_REMEMBERED = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One publication with what it says; `key` is the employer's name as it is compared."""

    publication: Publication
    snapshot: Snapshot
    key: str

    @property
    def is_current(self) -> bool:
        """Whether nothing newer replaced it."""
        return self.publication.state is PublicationState.CURRENT

    @property
    def is_withdrawn(self) -> bool:
        """Whether it may not be shown any more."""
        return self.publication.state is PublicationState.WITHDRAWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody looks for; empty parts look for everything."""

    name: str = ""
    sector: str = ""
    place: str = ""


def list_current(session: Session) -> tuple[Published, ...]:
    """Return the current publication of every employer, by name."""
    found = list_publications(session, state=PublicationState.CURRENT)
    read = (_published(one) for one in found)
    return tuple(sorted(read, key=lambda one: (one.key, one.publication.hash)))


def history_of(session: Session, slug: str) -> tuple[Published, ...]:
    """Return everything that was published of an employer, oldest first.

    Raises:
        NotFoundError: there is no such employer, or nothing was published of it.
    """
    found = find_published(session, slug)
    if found is None:
        raise NotFoundError("Nothing is published under that name.")
    read = (_published(one) for one in found.publications)
    return tuple(sorted(read, key=lambda one: one.snapshot.revision))


def search(listed: Iterable[Published], wanted: Wanted, places: Places) -> tuple[Published, ...]:
    """Return those that are meant, in the order in which they came.

    A name is found by its words, by a part of it, without its accents, and with a slip.
    """
    key = name_key(wanted.name)
    return tuple(
        one
        for one in listed
        if (not key or _is_meant(key, one.key))
        and one.snapshot.employer.sector.startswith(wanted.sector)
        and (not wanted.place or wanted.place in places_of(one, places))
    )


def places_of(published: Published, places: Places) -> tuple[str, ...]:
    """Return the place of an employer and its sites, and all that these lie in."""
    employer = published.snapshot.employer
    codes = (places.find(code) for code in (employer.place, *(one.place for one in employer.sites)))
    return tuple(dict.fromkeys(outer for code in codes if code for outer in places.chain(code)))


def _is_meant(wanted: str, key: str) -> bool:
    if all(word in key for word in wanted.split()):
        return True
    return len(wanted) >= _SHORTEST_GUESS and fuzz.partial_ratio(wanted, key) >= _ALIKE


def _published(publication: Publication) -> Published:
    snapshot = _read(publication.content)
    return Published(
        publication=publication, snapshot=snapshot, key=name_key(snapshot.employer.name)
    )


@lru_cache(maxsize=_REMEMBERED)
def _read(content: str) -> Snapshot:
    return load_snapshot(content)
