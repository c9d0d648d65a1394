"""What `jobquality check` looks at before a start: quick, and without the network."""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from jobquality.config import Settings
from jobquality.errors import JobQualityError
from jobquality.services.restoring import check_whole
from jobquality.store.dumps import SQLITE, clocks_of, kind_of, look_into, sqlite_place
from jobquality.store.files import FileStore
from jobquality.store.schema import is_known, is_newest

_MEGABYTE = 1024 * 1024
#: Below this many bytes free, the next uploads may not fit.
_SCARCE = 200 * _MEGABYTE
#: How far two clocks may be apart.
_APART = timedelta(minutes=2)
#: A secret of fewer different characters was typed, not drawn.
_FEWEST_CHARACTERS = 8
_LOCAL = ("localhost", "127.0.0.1", "::1")


class Level(StrEnum):
    """How bad a finding is: fine, to be looked at, or to be put right."""

    OK = "ok"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at. `stops` says that nothing can be served like this."""

    name: str
    level: Level
    said: str
    remedy: str = ""
    stops: bool = False


def fine(name: str, said: str) -> Finding:
    """Return that something is as it should be."""
    return Finding(name=name, level=Level.OK, said=said)


def warning(name: str, said: str, remedy: str) -> Finding:
    """Return that something should be looked at."""
    return Finding(name=name, level=Level.WARNING, said=said, remedy=remedy)


def fault(name: str, said: str, remedy: str, *, stops: bool = False) -> Finding:
    """Return that something must be put right."""
    return Finding(name=name, level=Level.FAULT, said=said, remedy=remedy, stops=stops)


def quick_findings(
    settings: Settings, environ: Mapping[str, str], *, at: datetime
) -> Iterator[Finding]:
    """Yield what can be looked at in a moment, before every start."""
    yield _secret(settings.secret_key)
    yield _address(settings.public_url)
    yield _proxies(settings)
    yield _debug(environ)
    yield _saving(settings)
    yield from _folder(settings.data)
    yield _room(settings)
    yield _evidence_key(settings.data)
    yield from _database(settings.database_url, at=at)


def _secret(secret: str) -> Finding:
    if len(set(secret)) < _FEWEST_CHARACTERS:
        remedy = "Make one with: python3 -c 'import secrets; print(secrets.token_hex(32))'"
        return fault("secret", "SECRET_KEY is easily guessed: it has few letters.", remedy)
    return fine("secret", f"SECRET_KEY has {len(secret)} characters.")


def _address(url: str) -> Finding:
    parts = urlsplit(url)
    if parts.path:
        return fault(
            "address",
            f"PUBLIC_URL has a path: {parts.path}",
            "Set PUBLIC_URL to the host alone, such as https://jobs.example.org",
        )
    if parts.scheme == "https":
        return fine("address", f"PUBLIC_URL is {url}.")
    what = "this machine only" if parts.hostname in _LOCAL else "not encrypted"
    return warning(
        "address",
        f"PUBLIC_URL is {url}: {what}.",
        "For real certificates and for phones, set PUBLIC_URL to an address with https.",
    )


def _proxies(settings: Settings) -> Finding:
    if settings.public_url.startswith("https://") and not settings.proxies:
        return warning(
            "proxy",
            "TRUSTED_PROXIES is 0, so all visitors count as one.",
            "Behind one web server of yours, set TRUSTED_PROXIES=1.",
        )
    return fine("proxy", f"TRUSTED_PROXIES is {settings.proxies}.")


def _debug(environ: Mapping[str, str]) -> Finding:
    if environ.get("FLASK_DEBUG", "0") not in ("", "0", "false", "False"):
        return fault(
            "debug",
            "FLASK_DEBUG is on: faults would show the program's inside.",
            "Unset FLASK_DEBUG.",
        )
    return fine("debug", "FLASK_DEBUG is off.")


def _saving(settings: Settings) -> Finding:
    if settings.read_only:
        return warning(
            "saving", "READ_ONLY is 1: nothing is saved.", "Unset READ_ONLY when you are done."
        )
    return fine("saving", "READ_ONLY is 0: what people send is saved.")


def _folder(data: Path) -> Iterator[Finding]:
    if not data.exists():
        yield fine("folder", f"JOBQUALITY_DATA is {data}; it is made at the first start.")
        return
    closed = tuple(_barred(data))
    yield from closed
    if closed:
        return
    try:
        check_whole(data)
    except JobQualityError as refusal:
        yield fault("folder", str(refusal), "Finish the restore first.", stops=True)
    yield _writable(data)
    yield from _open_to_others(data)


def _barred(data: Path) -> Iterator[Finding]:
    """Yield what another user has made here, as a start by root does, and this one may not use."""
    for place in (data, *sorted(data.glob("*")), *sorted((data / "keys").glob("*"))):
        is_folder = place.is_dir()
        wanted = os.R_OK | os.W_OK | (os.X_OK if is_folder else 0)
        if not os.access(place, wanted):
            said = f"{place} may not be read and written by the user who runs jobquality."
            remedy = f"Let that user own all of it: chown -R USER {data}"
            yield fault("folder", said, remedy, stops=True)
            if place == data:
                return


def _writable(data: Path) -> Finding:
    try:
        with tempfile.NamedTemporaryFile(dir=data):
            return fine("folder", f"JOBQUALITY_DATA is {data}, and can be written to.")
    except OSError as error:
        return fault(
            "folder",
            f"JOBQUALITY_DATA is {data}, which cannot be written to ({error.strerror}).",
            "Let the user who runs jobquality own it, or name another folder.",
            stops=True,
        )


def _open_to_others(data: Path) -> Iterator[Finding]:
    secrets = [data / "secret_key", *sorted((data / "keys").glob("*"))]
    places = [data, data / "keys", data / "files", *secrets]
    is_open = [one for one in places if one.exists() and _is_open(one)]
    for one in is_open:
        mode = "700" if one.is_dir() else "600"
        yield warning("permissions", f"{one} is open to others.", f"chmod {mode} {one}")
    if not is_open:
        yield fine("permissions", "Data and keys are for their owner alone.")


def _is_open(place: Path) -> bool:
    return bool(stat.S_IMODE(place.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO))


def _room(settings: Settings) -> Finding:
    data = settings.data.absolute()
    there = next(one for one in (data, *data.parents) if one.exists())
    free, size = shutil.disk_usage(there).free, _size(data)
    said = f"{free // _MEGABYTE} MB are free, the data have {size // _MEGABYTE} MB."
    if free < _SCARCE:
        return fault("disk", said, "Make room on the disk of JOBQUALITY_DATA.")
    if free < size:
        return warning("disk", said, "A backup on this disk would not fit: use another disk.")
    return fine("disk", said)


def _size(folder: Path) -> int:
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())


def _evidence_key(data: Path) -> Finding:
    files = FileStore(data / "files")
    if files.key.is_there():
        try:
            files.key.seal()
        except JobQualityError as refusal:
            return fault("evidence key", str(refusal), "Look for it in your backups.", stops=True)
        return fine("evidence key", f"{files.key.place} is there.")
    if files.has_sealed():
        return fault(
            "evidence key",
            f"Files are sealed, and {files.key.place} is missing: nobody can read them.",
            "Restore keys/evidence.key from a backup into JOBQUALITY_DATA.",
            stops=True,
        )
    return fine("evidence key", "It is made with the first file.")


def _database(url: str, *, at: datetime) -> Iterator[Finding]:
    if kind_of(url) == SQLITE and not sqlite_place(url).exists():
        yield fine("database", "It is made at the first start.")
        return
    try:
        found = look_into(url)
    except JobQualityError as refusal:
        yield fault("database", str(refusal), "Look at DATABASE_URL.", stops=True)
        return
    if found.schema and not is_known(found.schema):
        yield fault(
            "database",
            f"It was last used by a newer jobquality (schema {found.schema}).",
            "Install the newer program, or name another DATABASE_URL.",
            stops=True,
        )
    elif not is_newest(found.schema):
        yield warning(
            "database",
            f"It is older than this program (schema {found.schema or 'none'}).",
            "The next start brings it up to date, or `jobquality migrate`. Back it up first.",
        )
    else:
        yield fine("database", f"It answers and is up to date (schema {found.schema}).")
    if "ledger" in found.tables:
        yield _clock(url, at=at)


def _clock(url: str, *, at: datetime) -> Finding:
    last, there = clocks_of(url)
    if last is not None and last > at:
        said = (
            f"It is {at:%Y-%m-%d %H:%M} UTC here; a ledger has an entry of {last:%Y-%m-%d %H:%M}."
        )
        remedy = "Set this machine's clock: until then nothing can be published."
        return warning("clock", said, remedy)
    if there is not None and abs(there - datetime.now(UTC)) > _APART:
        said = "The clocks of this machine and of the database differ by minutes."
        return warning("clock", said, "Set both by NTP.")
    return fine("clock", f"It is {at:%Y-%m-%d %H:%M} UTC.")
