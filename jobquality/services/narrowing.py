"""What a public list can be narrowed to: what nobody can mean is named, not answered with nothing.

Each list refuses alike, its pages and the API; what is known and fits nobody gives an empty list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jobquality.errors import Fault, FaultsError
from jobquality.rubrics.catalog import Catalog
from jobquality.rubrics.model import NO_LEVEL, NOT_ENOUGH_KNOWN
from jobquality.rubrics.places import Places
from jobquality.store.database import Session
from jobquality.store.standards import list_own

#: Source: the sectors of NAICS 2022, U.S. Census Bureau, https://www.census.gov/naics/
_SECTORS = (
    "11", "21", "22", "23", "31", "32", "33", "42", "44", "45", "48", "49", "51", "52", "53", "54",
    "55", "56", "61", "62", "71", "72", "81", "92",
)  # fmt: skip
_CODE = re.compile(r"[0-9]{2,6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """A kind of business, a place by its id, and a level; empty parts narrow nothing."""

    sector: str = ""
    place: str = ""
    level: str = ""


def narrow(session: Session, wanted: Narrowed, catalog: Catalog) -> Narrowed:
    """Return what is wanted, its place by the id of it.

    The session belongs to every organization.

    Raises:
        FaultsError: a part of it is nothing that an employer could have; names every such part.
    """
    places = catalog.parameters.places
    place = places.find(wanted.place) or ""
    faults = [
        *_faults_of_sector(wanted.sector),
        *_faults_of_place(wanted.place, place, places),
        *_faults_of_level(session, wanted.level, catalog),
    ]
    if faults:
        raise FaultsError(faults)
    return Narrowed(sector=wanted.sector, place=place, level=wanted.level)


def _faults_of_sector(sector: str) -> Iterator[Fault]:
    if sector and not (_CODE.fullmatch(sector) and sector.startswith(_SECTORS)):
        remedy = "Write 2 to 6 digits, such as 722."
        yield Fault(where="sector", message="This is no NAICS code.", remedy=remedy)


def _faults_of_place(text: str, place: str, places: Places) -> Iterator[Fault]:
    if text and not place:
        remedy = places.nearest(text)
        yield Fault(where="place", message="We do not know this place.", remedy=remedy)


def _faults_of_level(session: Session, level: str, catalog: Catalog) -> Iterator[Fault]:
    if not level:
        return
    known = _levels(session, catalog)
    if level not in known:
        remedy = f"Levels are: {', '.join(known)}."
        yield Fault(where="level", message="There is no such level.", remedy=remedy)


def _levels(session: Session, catalog: Catalog) -> tuple[str, ...]:
    """Return every level that any standard has, each once, and what a score without one has."""
    own = (catalog.find(f"{one.rubric}@{one.edition}") for one in list_own(session))
    editions = [*catalog.by_name.values(), *(one for one in own if one is not None)]
    named = [level.id for edition in editions for level in edition.rubric.levels]
    return (*dict.fromkeys(named), NO_LEVEL, NOT_ENOUGH_KNOWN)
