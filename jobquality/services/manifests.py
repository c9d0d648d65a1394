"""What a backup says of itself: every file with its hash, every table with its rows."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from jobquality.errors import Fault, FaultsError, SetupError, check_faults
from jobquality.ledger.chain import Head
from jobquality.store.schema import is_known

NAME, SEAL = "manifest.json", "manifest.sha256"
_FORMAT, _VERSION = "jobquality-backup", 1
#: The only paths that a backup has: nothing outside its folder is ever written or read.
_PATH = re.compile(
    r"database\.(sqlite|dump)|secret_key|files/[0-9a-f]{2}/[0-9a-f]{64}|keys/[\w-][\w.-]*"
)
_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """One file of a backup: the hash of its bytes as they lie there, and how many."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup holds.

    `schema` is the revision of the database, `kind` which database it is, `missing` the files
    that rows name and that were not on the disk. Paths are relative to the backup's folder.
    """

    made_at: datetime
    program: str
    schema: str
    kind: str
    with_keys: bool
    tables: Mapping[str, int]
    heads: Mapping[str, Head]
    files: Mapping[str, Copied]
    missing: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(one.size for one in self.files.values())


def dump_manifest(manifest: Manifest) -> bytes:
    """Return a manifest as text: the same one is always the same bytes."""
    said = {"format": _FORMAT, "version": _VERSION, **asdict(manifest)}
    said["made_at"] = manifest.made_at.isoformat()
    return (json.dumps(said, indent=1, sort_keys=True) + "\n").encode()


def seal_of(content: bytes) -> bytes:
    """Return the line that stands beside a manifest, as `sha256sum --check` reads it."""
    return f"{hashlib.sha256(content).hexdigest()}  {NAME}\n".encode()


def read_manifest(folder: Path) -> Manifest:
    """Return what a backup says of itself.

    Raises:
        SetupError: this is no backup, its manifest was changed, or it is a newer program's.
    """
    try:
        content, seal = (folder / NAME).read_bytes(), (folder / SEAL).read_bytes()
    except OSError as error:
        raise SetupError(
            f"{folder} is no whole backup: it has no {NAME} with {SEAL} beside it. "
            "Name the folder that `jobquality backup` printed."
        ) from error
    if seal != seal_of(content):
        raise SetupError(
            f"{folder / NAME} is not what was written: it does not have the hash in {SEAL}. "
            "Take another backup."
        )
    manifest = _load(content, folder)
    if not is_known(manifest.schema):
        raise SetupError(
            f"This backup was made by a newer jobquality ({manifest.program}, schema "
            f"{manifest.schema}), which this program does not know. Install the newer program."
        )
    return manifest


def check_files(folder: Path, manifest: Manifest) -> None:
    """Be quiet when every file of a backup is there and is what was written.

    Raises:
        FaultsError: names every file that is missing or changed.
    """
    check_faults(_faults(folder, manifest))


def _faults(folder: Path, manifest: Manifest) -> Iterator[Fault]:
    for name, copied in manifest.files.items():
        place = folder / name
        if not place.is_file():
            yield Fault(message="It is missing.", where=name, remedy="Take another backup.")
        elif hash_of(place) != copied:
            message = "It is not what was written: its bytes have changed."
            yield Fault(message=message, where=name, remedy="Take another backup.")


def hash_of(place: Path) -> Copied:
    """Return what a file is now."""
    found, size = hashlib.sha256(), 0
    with place.open("rb") as file:
        while piece := file.read(_PIECE):
            found.update(piece)
            size += len(piece)
    return Copied(sha256=found.hexdigest(), size=size)


def _load(content: bytes, folder: Path) -> Manifest:
    try:
        said = json.loads(content)
        _check_form(said.pop("format"), said.pop("version"))
        said["made_at"] = datetime.fromisoformat(said["made_at"])
        said["heads"] = {name: Head(**head) for name, head in said["heads"].items()}
        said["files"] = {_checked(name): Copied(**one) for name, one in said["files"].items()}
        return Manifest(**{**said, "missing": tuple(said["missing"])})
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"{NAME} is not in the form that this program reads."
        remedy = "Restore it with the program that made it."
        raise FaultsError([Fault(message=message, where=str(folder), remedy=remedy)]) from error


def _checked(name: str) -> str:
    if not _PATH.fullmatch(name):
        raise ValueError(name)
    return name


def _check_form(name: str, version: int) -> None:
    if (name, version) != (_FORMAT, _VERSION):
        raise ValueError(name)
