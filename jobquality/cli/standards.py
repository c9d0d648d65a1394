"""Find what a person names on the command line: a shipped standard, or a file."""

from pathlib import Path

from jobquality.errors import Fault, FaultsError
from jobquality.rubrics.catalog import Edition, load_edition, shipped, shipped_parameters
from jobquality.rubrics.parameters import Parameters, load_parameters


def find_edition(name: str, parameters: Parameters) -> Edition:
    """Return the standard of that name (`restaurants_us@2026.1`) or in that file.

    Raises:
        NotFoundError: no standard of that name ships.
        FaultsError: the file cannot be read or used.
    """
    path = Path(name)
    if path.suffix in (".yaml", ".yml") or path.exists():
        read_bytes(path)
        return load_edition(path, parameters)
    return shipped().newest(name)


def find_parameters(files: tuple[str, ...]) -> Parameters:
    """Return the shipped figures with the rows of the organization's files.

    Raises:
        FaultsError: a file cannot be read or used.
    """
    parameters = shipped_parameters()
    for file in files:
        parameters = parameters.joined(load_parameters(read_bytes(Path(file)), parameters.places))
    return parameters


def read_bytes(path: Path) -> bytes:
    """Return a file's content.

    Raises:
        FaultsError: there is no such file, or it is a folder.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        reason = "is a folder, not a file" if path.is_dir() else f"cannot be read: {error.strerror}"
        raise FaultsError([Fault(message=f"'{path}' {reason}.")]) from None
