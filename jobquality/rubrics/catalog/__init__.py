"""The editions, dated figures and places: those that ship, and where others are found."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Protocol

from jobquality.errors import NotFoundError
from jobquality.rubrics.catalog.bases import bases_beside, find_base
from jobquality.rubrics.catalog.editions import Bases, Edition, EditionFiles, read_edition
from jobquality.rubrics.catalog.siblings import find_siblings, unread_siblings
from jobquality.rubrics.fields import nearest
from jobquality.rubrics.model import Rubric
from jobquality.rubrics.parameters import Parameters, load_parameters
from jobquality.rubrics.places import load_places

__all__ = ["Catalog", "Edition", "Shelf", "load_edition", "shipped", "shipped_parameters"]

HERE = Path(__file__).parent


class Shelf(Protocol):
    """Where editions are found that do not ship; none of them ever changes."""

    def find(self, name: str) -> Edition | None:
        """Return the edition of that name: `restaurants_us@2026.1`."""

    def newest(self, rubric_id: str) -> Edition | None:
        """Return the newest edition of a standard."""

    def known(self) -> tuple[Edition, ...]:
        """Return those that were found so far."""


@dataclass(frozen=True, slots=True)
class _NoShelf:
    """Nothing besides what ships."""

    def find(self, name: str) -> Edition | None:
        """Find nothing."""

    def newest(self, rubric_id: str) -> Edition | None:
        """Find nothing."""

    def known(self) -> tuple[Edition, ...]:
        """Return nothing."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """Every edition there is; editions never change once used.

    `by_name` are those that ship, `shelf` knows those that organizations brought.
    """

    parameters: Parameters
    by_name: Mapping[str, Edition]
    shelf: Shelf = field(default_factory=_NoShelf)

    def editions(self) -> tuple[Rubric, ...]:
        """Return every standard that ships, by id and then newest edition first."""
        return tuple(edition.rubric for edition in self.by_name.values())

    def get(self, rubric_id: str, edition: str) -> Rubric:
        """Return one standard.

        Raises:
            NotFoundError: it neither ships nor did an organization publish it here.
        """
        return self.edition(rubric_id, edition).rubric

    def edition(self, rubric_id: str, edition: str) -> Edition:
        """Return one standard with its words.

        Raises:
            NotFoundError: it neither ships nor did an organization publish it here.
        """
        name = f"{rubric_id}@{edition}"
        found = self.find(name)
        if found is None:
            raise NotFoundError(f"There is no standard {name}. {self._hint(rubric_id)}")
        return found

    def find(self, name: str) -> Edition | None:
        """Return one standard by `restaurants_us@2026.1`; None where there is none."""
        return self.by_name.get(name) or self.shelf.find(name)

    def newest(self, name: str) -> Edition:
        """Return a standard by `restaurants_us@2026.1`, or the newest of `restaurants_us`.

        Raises:
            NotFoundError: it neither ships nor did an organization publish it here.
        """
        rubric_id, _, edition = name.partition("@")
        if edition:
            return self.edition(rubric_id, edition)
        for found in self.by_name.values():
            if found.rubric.id == rubric_id:
                return found
        own = self.shelf.newest(rubric_id)
        if own is not None:
            return own
        raise NotFoundError(f"There is no standard '{rubric_id}'. {self._hint(rubric_id)}")

    def _hint(self, rubric_id: str) -> str:
        known = {edition.rubric.id for edition in self.by_name.values()}
        return nearest(rubric_id, known) or f"We ship {', '.join(sorted(known))}."


def load_edition(file: Path, parameters: Parameters) -> Edition:
    """Return the standard in a file, with the words of the files beside it.

    Raises:
        FaultsError: the standard cannot be used, or else files of words, each with all of its
            faults; `where` names a file of words.
    """
    files = EditionFiles(
        name=file.name,
        standard=file.read_bytes(),
        words={language: one.read_bytes() for language, one in find_siblings(file).items()},
    )
    bases = Bases(
        content=bases_beside(file),
        edition=lambda name: load_edition(find_base(name, file), parameters),
    )
    read = read_edition(files, parameters, bases=bases)
    return replace(read, file=file, remarks=(*read.remarks, *unread_siblings(file)))


@cache
def shipped_parameters() -> Parameters:
    """Return the dated figures that ship."""
    places = load_places((HERE / "places.yaml").read_bytes(), counties=_counties())
    files = sorted((HERE / "parameters").glob("*.yaml"))
    more = [one for file in files for one in load_parameters(file.read_bytes(), places)]
    return Parameters(places=places).joined(more)


def _counties() -> dict[str, str]:
    """Return every county by its code.

    Source: U.S. Census Bureau, counties of 2020, with Alaska's split of Valdez-Cordova and
    Connecticut's planning regions of 2022 beside what they replaced.
    """
    with (HERE / "counties.csv").open(encoding="utf-8", newline="") as file:
        return {row["county"]: row["name"] for row in csv.DictReader(file)}


@cache
def shipped() -> Catalog:
    """Return everything that ships. Read once in a process."""
    parameters = shipped_parameters()
    found = [load_edition(file, parameters) for file in edition_files()]
    found.sort(key=lambda one: newest_first(one.rubric.id, one.rubric.edition))
    return Catalog(parameters=parameters, by_name={one.rubric.name: one for one in found})


def edition_files() -> tuple[Path, ...]:
    """Return the files of the shipped standards, without their siblings."""
    found = (file for file in HERE.glob("*/*.yaml") if file.stem.replace(".", "").isdigit())
    return tuple(sorted(found))


def newest_first(rubric_id: str, edition: str) -> tuple[str, int, int]:
    """Return what orders editions by their standard, and the newest first."""
    year, number = edition.split(".")
    return rubric_id, -int(year), -int(number)
