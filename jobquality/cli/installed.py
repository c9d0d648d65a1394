"""The installation that the commands on this machine are about, from its settings."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version

import click

from jobquality.config import data_of, database_url_of
from jobquality.errors import SetupError
from jobquality.services.backups import Installation
from jobquality.store.programs import Programs


def installation() -> Installation:
    """Return where everything of this installation lies."""
    data = data_of(os.environ)
    kept = data / "secret_key"
    secret = os.environ.get("SECRET_KEY", "")
    if not secret and kept.is_file():
        secret = kept.read_text(encoding="ascii").strip()
    return Installation(
        url=database_url_of(os.environ),
        data=data,
        secret_key=secret,
        program=version("jobquality"),
        programs=Programs(os.environ.get("PG_BINDIR", "")),
    )


def tell(line: str) -> None:
    """Print a line of progress."""
    click.echo(line)


@contextmanager
def disk_told() -> Iterator[None]:
    """Say in a sentence what the disk refused: no room, no permission, no such place.

    Raises:
        SetupError: it refused something.
    """
    try:
        yield
    except OSError as error:
        place = error.filename or "The disk"
        raise SetupError(f"{place}: {error.strerror}. Nothing was finished.") from error
