"""Find what a person names on the command line: a shipped standard, or a file."""

from pathlib import Path

from jobquality.cli.refusals import in_file
from jobquality.errors import Fault, FaultsError
from jobquality.rubrics.catalog import Edition, load_edition, shipped, shipped_parameters
from jobquality.rubrics.parameters import Parameters, load_parameters

_ENDINGS = (".yaml", ".yml")


def find_edition(name: str, parameters: Parameters) -> Edition:
    """Return the standard of that name (`restaurants_us@2026.1`) or in that file.

    Raises:
        NotFoundError: no standard of that name ships.
        Refusal: the file cannot be read or used.
    """
    path = Path(name)
    if not (path.suffix.lower() in _ENDINGS or "/" in name or path.exists()):
        return shipped().newest(name)
    with in_file(name):
        read_bytes(path)
        if path.suffix.lower() not in _ENDINGS:
            message = f"'{name}' is not a standard: its name does not end in .yaml."
            raise FaultsError([Fault(message=message, remedy="Give the standard first.")])
        return load_edition(path, parameters)


def find_parameters(files: tuple[str, ...]) -> Parameters:
    """Return the shipped figures with the rows of the organization's files.

    Raises:
        Refusal: a file cannot be read or used.
    """
    parameters = shipped_parameters()
    for file in files:
        with in_file(file):
            more = load_parameters(read_bytes(Path(file)), parameters.places)
            parameters = parameters.joined(more)
    return parameters


def read_bytes(path: Path) -> bytes:
    """Return a file's content.

    Raises:
        FaultsError: there is no such file, or it is a folder.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        message = f"There is no file '{path}'."
    except IsADirectoryError:
        message = f"'{path}' is a folder, not a file."
    except OSError as error:
        message = f"'{path}' cannot be read: {error.strerror}."
    raise FaultsError([Fault(message=message)])
