"""The installation that the commands on this machine are about, from its settings."""

import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import click

from jobquality.config import Settings, data_of, database_url_of
from jobquality.errors import SetupError
from jobquality.services.backups import Installation
from jobquality.store.dumps import look_into
from jobquality.store.folders import make_private, write_whole
from jobquality.store.programs import Programs

#: Who has any of these has a secret.
_USED = ("people", "ledger")


def installation() -> Installation:
    """Return where everything of this installation lies.

    Raises:
        SetupError: the kept secret may not be read.
    """
    data = data_of(os.environ)
    return Installation(
        url=database_url_of(os.environ),
        data=data,
        secret_key=os.environ.get("SECRET_KEY", "") or _secret_in(data),
        program=version("jobquality"),
        programs=Programs(os.environ.get("PG_BINDIR", "")),
    )


def kept_secret(environ: Mapping[str, str]) -> str:
    """Return the secret of the data folder; made at the first start, for its owner's eyes.

    Raises:
        FaultsError: another setting is missing or wrong; names every one.
        SetupError: it is missing, and the database was used with one, as after a backup without
            keys: with a new one the codes of people's phones would be lost.
    """
    settings = Settings.from_environ({**environ, "SECRET_KEY": secrets.token_hex(32)})
    make_private(settings.data)
    kept = _secret_in(settings.data)
    if kept:
        return kept
    place = settings.data / "secret_key"
    _check_unused(place, settings.database_url)
    made = secrets.token_hex(32)
    write_whole(place, (made.encode(),))
    return made


def _secret_in(data: Path) -> str:
    """Return the secret that a start kept here; empty where there is none yet.

    Raises:
        SetupError: whoever runs this may not read it.
    """
    place = data / "secret_key"
    try:
        return place.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise SetupError(barred(place, data, error.strerror or "it could not be read")) from error


def barred(place: Path, data: Path, why: str) -> str:
    """Say that the user who runs the program may not use a file of its own, and what to do."""
    return (
        f"{place} cannot be used ({why}). All of {data} must belong to the user who runs "
        f"jobquality, as after: chown -R USER {data}"
    )


def _check_unused(place: Path, url: str) -> None:
    held = look_into(url).tables
    if any(held.get(name) for name in _USED):
        raise SetupError(
            f"SECRET_KEY is not set, and {place} is missing, though people have used this "
            f"database. Put secret_key and the folder keys back into {place.parent} from a "
            "backup, or set SECRET_KEY to the one that was used. If it is lost for good, set "
            "SECRET_KEY to a new one: the codes of people's phones are no longer right then."
        )


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
