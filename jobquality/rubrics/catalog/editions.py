"""Read an edition from what its files hold, wherever they lie: on a disk or in a database."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from jobquality.errors import Fault, FaultsError, check_faults
from jobquality.rubrics.kept_words import kept_words
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.model import Rubric
from jobquality.rubrics.parameters import Parameters
from jobquality.rubrics.remarks import remarks_on
from jobquality.rubrics.words import Words, load_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A standard with its words; `content` is the YAML as it is handed out.

    `remarks` are sentences for its author; none of them is a fault. `owner` is the id of the
    organization that brought it, empty for what ships, and `in_use_from` the day that it
    announced.
    """

    rubric: Rubric
    words: Mapping[str, Words]
    file: Path
    content: bytes = b""
    remarks: tuple[str, ...] = ()
    owner: str = ""
    in_use_from: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionFiles:
    """What the files of an edition hold: the standard, and its words by language.

    `name` is that of the file of the standard; those of words are named after it.
    """

    name: str
    standard: bytes
    words: Mapping[str, bytes] = field(default_factory=dict)

    def name_of(self, language: str) -> str:
        """Return the name of the file of words in a language."""
        return str(Path(self.name).with_suffix(f".{language}.yaml"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bases:
    """Where the edition is that a standard extends; both raise `NotFoundError` for none.

    Its file is looked at before it is read: a standard that rests on itself never ends.
    """

    content: Callable[[str], bytes]
    edition: Callable[[str], Edition]


def read_edition(files: EditionFiles, parameters: Parameters, *, bases: Bases) -> Edition:
    """Return the edition that some files hold.

    Raises:
        FaultsError: the standard cannot be used, or else files of words, each with all of its
            faults; `where` names a file of words.
    """
    rubric = load_rubric(
        files.standard,
        parameters=parameters.units,
        facts=parameters.facts,
        base=bases.content,
    )
    own = _read_words(files, rubric)
    return Edition(
        rubric=rubric,
        words={**own, **_words_of_base(rubric, own, bases)},
        file=Path(files.name),
        content=files.standard,
        remarks=remarks_on(rubric),
    )


def _words_of_base(rubric: Rubric, own: Mapping[str, Words], bases: Bases) -> dict[str, Words]:
    """Return the words of the standard that this one extends, as far as they still fit it."""
    if not rubric.extends:
        return {}
    found = bases.edition(rubric.extends)
    return {
        language: kept_words(words, found.rubric, rubric, own.get(language))
        for language, words in found.words.items()
    }


def _read_words(files: EditionFiles, rubric: Rubric) -> dict[str, Words]:
    words: dict[str, Words] = {}
    faults: list[Fault] = []
    for language, content in files.words.items():
        try:
            words[language] = _read_sibling(content, rubric, language, files.name_of(language))
        except FaultsError as error:
            faults += error.faults
    check_faults(faults)
    return words


def _read_sibling(content: bytes, rubric: Rubric, language: str, name: str) -> Words:
    try:
        words = load_words(content, rubric)
    except FaultsError as error:
        raise FaultsError(replace(fault, where=name) for fault in error.faults) from None
    if words.language != language:
        message = f"The file says 'language: {words.language}', its name says '{language}'."
        fault = Fault(message=message, where=name, remedy=f"Write language: {language}.")
        raise FaultsError([fault])
    return words
