"""The installation that the commands on this machine are about, from its settings."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import click

from jobquality.config import Settings, data_of, database_url_of
from jobquality.errors import SetupError
from jobquality.services.backups import Installation
from jobquality.store.folders import make_private, write_whole
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


def kept_secret(data: Path) -> str:
    """Return the secret of this data folder; made at the first start, for its owner's eyes."""
    make_private(data)
    place = data / "secret_key"
    if not place.exists():
        write_whole(place, (secrets.token_hex(32).encode(),))
    return place.read_text(encoding="ascii").strip()


def settings_here() -> Settings:
    """Return the settings as a start would read them, with the secret that it keeps.

    Raises:
        FaultsError: one or more settings are missing or wrong; names every one.
    """
    secret = installation().secret_key
    return Settings.from_environ({**os.environ, "SECRET_KEY": secret})


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
