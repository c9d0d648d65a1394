"""Files on disk under the hash of their content: whole or not there at all."""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jobquality.errors import NotFoundError

_NAME = re.compile(r"[0-9a-f]{64}")
_PART = ".part"


@dataclass(frozen=True, slots=True)
class FileStore:
    """A folder of files, each named by the SHA-256 of what it holds."""

    folder: Path

    def keep(self, content: bytes) -> str:
        """Write a file and return its name; it is on the disk when this returns.

        A kill in the middle leaves a stray `.part` file and nothing else.
        """
        name = hashlib.sha256(content).hexdigest()
        place = self._place(name)
        if place.exists():
            os.utime(place)  # whoever sweeps leaves alone what somebody needs anew
            return name
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(suffix=_PART, dir=place.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(part).replace(place)
        sync_folder(place.parent)
        return name

    def read(self, name: str) -> bytes:
        """Return a file's content.

        Raises:
            NotFoundError: it is not there, or is not what its name says.
        """
        try:
            content = self._place(name).read_bytes()
        except FileNotFoundError:
            raise NotFoundError("This file is not here any more.") from None
        if hashlib.sha256(content).hexdigest() != name:
            raise NotFoundError("This file was damaged on the disk. Restore it from a backup.")
        return content

    def remove(self, name: str) -> None:
        """Take a file off the disk that nothing names any more; a missing one is fine.

        Whoever calls made sure of that.
        """
        self._place(name).unlink(missing_ok=True)

    def names(self, *, before: datetime) -> tuple[str, ...]:
        """Return the files that were last needed before a moment."""
        return tuple(
            sorted(
                place.name
                for place in self._listed()
                if _NAME.fullmatch(place.name) and _is_before(place, before)
            )
        )

    def is_there(self, name: str) -> bool:
        """Say whether a file lies on the disk, whatever is in it."""
        return self._place(name).exists()

    def is_whole(self, name: str) -> bool:
        """Say whether a file lies on the disk and is what its name says."""
        try:
            self.read(name)
        except NotFoundError:
            return False
        return True

    def sweep(self, *, before: datetime) -> int:
        """Take away what kills left half written before a moment; return how many files."""
        stray = [
            place for place in self._listed() if place.suffix == _PART and _is_before(place, before)
        ]
        for place in stray:
            place.unlink(missing_ok=True)
        return len(stray)

    def _listed(self) -> Iterator[Path]:
        return (place for place in self.folder.glob("??/*") if place.is_file())

    def _place(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise NotFoundError("There is no such file.")
        return self.folder / name[:2] / name


def _is_before(place: Path, moment: datetime) -> bool:
    try:
        return place.stat().st_mtime < moment.timestamp()
    except FileNotFoundError:  # taken away meanwhile
        return False


def sync_folder(folder: Path) -> None:
    """Make the folder remember its new name, so that a power cut cannot forget it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
