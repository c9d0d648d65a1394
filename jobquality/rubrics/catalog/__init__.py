"""The editions, dated figures and places that ship with the package, read from their files."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from jobquality.errors import Fault, FaultsError, NotFoundError, check_faults
from jobquality.rubrics.catalog.bases import bases_beside, find_base
from jobquality.rubrics.catalog.siblings import find_siblings, unread_siblings
from jobquality.rubrics.fields import nearest
from jobquality.rubrics.kept_words import kept_words
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.model import Rubric
from jobquality.rubrics.parameters import Parameters, load_parameters
from jobquality.rubrics.places import load_places
from jobquality.rubrics.remarks import remarks_on
from jobquality.rubrics.words import Words, load_words

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A standard with its words; `file` is the YAML as it ships.

    `remarks` are sentences for its author; none of them is a fault.
    """

    rubric: Rubric
    words: Mapping[str, Words]
    file: Path
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """Everything that ships; editions never change once used."""

    parameters: Parameters
    by_name: Mapping[str, Edition]

    def editions(self) -> tuple[Rubric, ...]:
        """Return every standard, by id and then newest edition first."""
        return tuple(edition.rubric for edition in self.by_name.values())

    def get(self, rubric_id: str, edition: str) -> Rubric:
        """Return one standard.

        Raises:
            NotFoundError: it does not ship with this release.
        """
        return self.edition(rubric_id, edition).rubric

    def edition(self, rubric_id: str, edition: str) -> Edition:
        """Return one standard with its words.

        Raises:
            NotFoundError: it does not ship with this release.
        """
        found = self.by_name.get(f"{rubric_id}@{edition}")
        if found is None:
            raise NotFoundError(
                f"There is no standard {rubric_id}@{edition}. {self._hint(rubric_id)}"
            )
        return found

    def newest(self, name: str) -> Edition:
        """Return a standard by `restaurants_us@2026.1`, or the newest of `restaurants_us`.

        Raises:
            NotFoundError: it does not ship with this release.
        """
        rubric_id, _, edition = name.partition("@")
        if edition:
            return self.edition(rubric_id, edition)
        for found in self.by_name.values():
            if found.rubric.id == rubric_id:
                return found
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
    rubric = load_rubric(
        file.read_bytes(),
        parameters=parameters.units,
        facts=parameters.facts,
        base=bases_beside(file),
    )
    own = _load_siblings(file, rubric)
    return Edition(
        rubric=rubric,
        words={**own, **_words_of_base(file, rubric, own, parameters)},
        file=file,
        remarks=(*remarks_on(rubric), *unread_siblings(file)),
    )


def _words_of_base(
    file: Path, rubric: Rubric, own: Mapping[str, Words], parameters: Parameters
) -> dict[str, Words]:
    """Return the words of the standard that this one extends, as far as they still fit it."""
    if not rubric.extends:
        return {}
    base = load_edition(find_base(rubric.extends, file), parameters)
    return {
        language: kept_words(words, base.rubric, rubric, own.get(language))
        for language, words in base.words.items()
    }


def _load_siblings(file: Path, rubric: Rubric) -> dict[str, Words]:
    words: dict[str, Words] = {}
    faults: list[Fault] = []
    for language, sibling in find_siblings(file).items():
        try:
            words[language] = _load_sibling(sibling, rubric, language)
        except FaultsError as error:
            faults += error.faults
    check_faults(faults)
    return words


def _load_sibling(file: Path, rubric: Rubric, language: str) -> Words:
    try:
        words = load_words(file.read_bytes(), rubric)
    except FaultsError as error:
        raise FaultsError(replace(fault, where=file.name) for fault in error.faults) from None
    if words.language != language:
        message = f"The file says 'language: {words.language}', its name says '{language}'."
        fault = Fault(message=message, where=file.name, remedy=f"Write language: {language}.")
        raise FaultsError([fault])
    return words


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
    found.sort(key=lambda one: _newest_first(one.rubric))
    return Catalog(parameters=parameters, by_name={one.rubric.name: one for one in found})


def edition_files() -> tuple[Path, ...]:
    """Return the files of the shipped standards, without their siblings."""
    found = (file for file in HERE.glob("*/*.yaml") if file.stem.replace(".", "").isdigit())
    return tuple(sorted(found))


def _newest_first(rubric: Rubric) -> tuple[str, int, int]:
    year, number = rubric.edition.split(".")
    return rubric.id, -int(year), -int(number)
