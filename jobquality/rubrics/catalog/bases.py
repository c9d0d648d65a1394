"""Where the edition is that a standard extends: shipped, or a file beside it."""

from collections.abc import Callable
from pathlib import Path

from jobquality.errors import FaultsError, NotFoundError
from jobquality.rubrics import yamltext
from jobquality.rubrics.fields import text_of

_HERE = Path(__file__).parent


def bases_beside(file: Path | None) -> Callable[[str], bytes]:
    """Return what finds the file of an edition by its name, for a standard in this file.

    Without a file only what ships is found.
    """
    return lambda name: find_base(name, file).read_bytes()


def find_base(name: str, beside: Path | None) -> Path:
    """Return the file of an edition: one that ships, `NAME@EDITION.yaml` or `NAME.yaml`.

    Raises:
        NotFoundError: there is none.
    """
    rubric_id, _, edition = name.partition("@")
    shipped = _HERE / rubric_id / f"{edition}.yaml"
    if shipped.is_file():
        return shipped
    if beside is not None:
        exact, plain = (beside.with_name(f"{one}.yaml") for one in (name, rubric_id))
        if exact.is_file():
            return exact
        if plain.is_file() and plain != beside and _edition_of(plain) == edition:
            return plain
    raise NotFoundError(f"There is no standard {name}.")


def _edition_of(file: Path) -> str:
    try:
        return text_of(yamltext.parse(file.read_bytes()).tree, "edition")
    except (FaultsError, OSError):
        return ""
