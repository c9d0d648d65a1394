"""Everything that an installation keeps, as one folder of one moment, while it goes on."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from shutil import rmtree

from jobquality.errors import SetupError
from jobquality.services.manifests import (
    NAME,
    SEAL,
    Copied,
    Manifest,
    dump_manifest,
    hash_of,
    seal_of,
)
from jobquality.store.dumps import Dumped, check_there, dump, kind_of, name_of_dump
from jobquality.store.files import FileStore
from jobquality.store.folders import PART, make_private, sync_folder, write_whole
from jobquality.store.programs import Programs

#: Says in the folder of data when the last backup was made, and where it went.
LAST = "last_backup"
#: How many files between two lines of progress.
_STEP = 500
_A_DAY = 24 * 60 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """Where everything of one installation lies.

    `data` holds `files/` and `keys/`; `secret_key` is the setting's text, kept with the keys.
    """

    url: str
    data: Path
    secret_key: str = ""
    program: str = ""
    programs: Programs

    @property
    def files(self) -> FileStore:
        """The files of people."""
        return FileStore(self.data / "files")


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup that is whole: where it lies, what it says of itself, and the hash of that."""

    folder: Path
    manifest: Manifest
    hash: str


def back_up(
    here: Installation,
    into: Path,
    *,
    with_keys: bool,
    at: datetime,
    tell: Callable[[str], None],
) -> Backup:
    """Write a backup into a new dated folder below `into`, which is there only when whole.

    The database first, then the files: so the file of every row is there. Files that are
    removed meanwhile are kept until the end.

    Raises:
        SetupError: another backup runs, there is no database, or a program is missing.
    """
    check_there(here.url)  # before anything is made anywhere
    folder = into / f"jobquality-{at:%Y-%m-%dT%H%M%SZ}"
    if folder.exists():
        raise SetupError(f"{folder} is there already. Wait a second, then start again.")
    # A name of its own: one that was killed within the same second lies there still.
    part = into / f".{folder.name}-{token_hex(3)}{PART}"
    with _gone_if_refused(part):
        with here.files.held():
            _sweep(into, part)
            manifest = _copy(here, part, with_keys=with_keys, at=at, tell=tell)
        content = dump_manifest(manifest)
        write_whole(part / SEAL, (seal_of(content),))
        write_whole(part / NAME, (content,))
        sync_folder(part)
        part.rename(folder)
    sync_folder(into)
    if with_keys:  # from one without, nothing could go on: `check` asks for a whole one
        write_whole(here.data / LAST, (f"{at.isoformat()} {folder.absolute()}\n".encode(),))
    return Backup(folder=folder, manifest=manifest, hash=hashlib.sha256(content).hexdigest())


@contextmanager
def _gone_if_refused(part: Path) -> Iterator[None]:
    """Make a folder, and take it away where what should fill it is refused half way."""
    make_private(part)
    try:
        yield
    except BaseException:
        rmtree(part, ignore_errors=True)
        raise


def _sweep(into: Path, mine: Path) -> None:
    """Take away what killed backups left; a younger one may be another installation's."""
    for one in into.glob(f".jobquality-*{PART}"):
        if one != mine and mine.stat().st_mtime - one.stat().st_mtime > _A_DAY:
            rmtree(one)


def _copy(
    here: Installation,
    part: Path,
    *,
    with_keys: bool,
    at: datetime,
    tell: Callable[[str], None],
) -> Manifest:
    kind = kind_of(here.url)
    database = part / name_of_dump(kind)
    dumped = dump(here.url, database, here.programs)
    tell(f"Database: {sum(dumped.tables.values())} rows in {len(dumped.tables)} tables.")
    copied = {database.name: hash_of(database)}
    copied.update(_copy_files(here.files, part, tell))
    if with_keys:
        copied.update(_copy_keys(here, part))
        tell("Keys: copied. Whoever has this folder can act in your name.")
    return Manifest(
        made_at=at,
        program=here.program,
        schema=dumped.schema,
        kind=kind,
        with_keys=with_keys,
        tables=dumped.tables,
        heads=dumped.heads,
        files=copied,
        missing=_missing(dumped, copied),
    )


def _copy_files(
    files: FileStore, part: Path, tell: Callable[[str], None]
) -> Iterator[tuple[str, Copied]]:
    names = files.all_names()
    for number, name in enumerate(names, start=1):
        path = path_of(name)
        yield path, copy_whole(files.raw_pieces(name), part / path)
        if number % _STEP == 0:
            tell(f"Files: {number} of {len(names)}")
    tell(f"Files: {len(names)}.")


def _copy_keys(here: Installation, part: Path) -> Iterator[tuple[str, Copied]]:
    for place in sorted((here.data / "keys").glob("*")):
        if place.is_file() and place.suffix != PART:
            path = f"keys/{place.name}"
            yield path, copy_whole((place.read_bytes(),), part / path)
    if here.secret_key:
        content = here.secret_key.encode()
        yield "secret_key", copy_whole((content,), part / "secret_key")


def copy_whole(pieces: Iterable[bytes], place: Path) -> Copied:
    """Write a file that is on the disk when this returns, and say what was written."""
    found, size = hashlib.sha256(), 0

    def seen() -> Iterator[bytes]:
        nonlocal size
        for piece in pieces:
            found.update(piece)
            size += len(piece)
            yield piece

    write_whole(place, seen())
    return Copied(sha256=found.hexdigest(), size=size)


def path_of(name: str) -> str:
    """Return where a file of people lies in a backup, and below the folder of data."""
    return f"files/{name[:2]}/{name}"


def _missing(dumped: Dumped, copied: Iterable[str]) -> tuple[str, ...]:
    there = set(copied)
    return tuple(sorted(name for name in dumped.files if path_of(name) not in there))
