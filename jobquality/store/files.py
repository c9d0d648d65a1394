"""Files on disk under the hash of their content: whole or not there at all."""

import hashlib
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from jobquality.errors import NotFoundError

_NAME = re.compile(r"[0-9a-f]{64}")


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
            return name
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(suffix=".part", dir=place.parent)
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

    def forget(self, name: str) -> None:
        """Remove a file that nothing names any more; a missing one is fine."""
        self._place(name).unlink(missing_ok=True)

    def remove(self, name: str) -> None:
        """Take a file off the disk; whoever calls made sure that nobody names it any more."""
        self._place(name).unlink(missing_ok=True)

    def _place(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise NotFoundError("There is no such file.")
        return self.folder / name[:2] / name


def sync_folder(folder: Path) -> None:
    """Make the folder remember its new name, so that a power cut cannot forget it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
