"""Files on disk under the hash of their content: whole or not there at all, and sealed.

Whatever people gave us is encrypted with a key that lies outside this folder and outside the
database. What was written before there was a key, and what is public, is read as it is.
"""

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import sleep
from typing import BinaryIO

from jobquality.errors import NotFoundError, SetupError
from jobquality.store.filekeys import NAME, FileKey
from jobquality.store.folders import PART, make_private, write_whole
from jobquality.store.sealing import PIECE, BrokenSealError, OtherKeyError, is_sealed

if sys.platform != "win32":
    import fcntl

_NAME = re.compile(r"[0-9a-f]{64}")
#: What was taken away while a backup ran, and may yet be needed by it.
_GONE = ".gone"
#: Held by a backup as long as it runs, and by whoever removes a file for a moment.
_LOCK = "backup.lock"
_TRIES, _MOMENT = 40, 0.05
_DAMAGED = "This file was damaged on the disk. Restore it from a backup."


@dataclass(frozen=True, slots=True)
class FileStore:
    """A folder of files, each named by the SHA-256 of what it holds."""

    folder: Path

    @property
    def key(self) -> FileKey:
        """The key that files are sealed with, in the folder of keys beside this one."""
        return FileKey(self.folder.parent / "keys" / NAME)

    def keep(self, content: bytes) -> str:
        """Write a file, sealed, and return its name; it is on the disk when this returns.

        A kill in the middle leaves a stray `.part` file and nothing else.

        Raises:
            SetupError: earlier files are sealed, and their key is gone.
        """
        name = hashlib.sha256(content).hexdigest()
        if not self._is_needed_anew(name):
            write_whole(self._place(name), self._ready_key().seal().sealed(content, name))
        return name

    def keep_public(self, content: bytes) -> str:
        """Write a file that anyone may read as it is, and return its name."""
        name = hashlib.sha256(content).hexdigest()
        if not self._is_needed_anew(name):
            write_whole(self._place(name), (content,))
        return name

    def read(self, name: str) -> bytes:
        """Return a file's content.

        Raises:
            NotFoundError: it is not there, or is not what its name says.
            SetupError: it is sealed, and the key is gone or another.
        """
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a file's content piece by piece; it is whole only when all of it was yielded.

        Raises:
            NotFoundError: it is not there, or is not what its name says.
            SetupError: it is sealed, and the key is gone or another.
        """
        found = hashlib.sha256()
        with self._open(name) as file:
            for piece in self._content(file, name):
                found.update(piece)
                yield piece
        if found.hexdigest() != name:
            raise NotFoundError(_DAMAGED)

    def remove(self, name: str) -> None:
        """Take a file off the disk that nothing names any more; a missing one is fine.

        Whoever calls made sure of that. While a backup runs the file is only set aside, for
        rows that the backup has read may name it still; the end of the backup takes it away.
        """
        place = self._place(name)
        with self._lock(shared=True) as is_free:
            if is_free:
                place.unlink(missing_ok=True)
            elif place.exists():
                place.replace(place.with_suffix(_GONE))
        if not is_free:  # where the backup ended meanwhile, it may not have seen this one
            self._drop_gone()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Lose no file while the block runs, whoever removes it.

        Raises:
            SetupError: another backup does the same at this moment.
        """
        make_private(self.folder)
        with self._lock(shared=False) as is_free:
            if not is_free:
                raise SetupError("Another backup runs at this moment. Wait until it is done.")
            yield
        self._drop_gone()

    def names(self, *, before: datetime) -> tuple[str, ...]:
        """Return the files that were last needed before a moment."""
        return tuple(
            sorted(
                place.name
                for place in self._listed()
                if _NAME.fullmatch(place.name) and _is_before(place, before)
            )
        )

    def all_names(self) -> tuple[str, ...]:
        """Return every file, also those that were set aside while a backup runs."""
        kept = {place.stem for place in self._listed() if place.suffix in ("", _GONE)}
        return tuple(sorted(name for name in kept if _NAME.fullmatch(name)))

    def is_there(self, name: str) -> bool:
        """Say whether a file lies on the disk, whatever is in it."""
        return self._place(name).exists()

    def is_whole(self, name: str) -> bool:
        """Say whether a file lies on the disk and is what its name says.

        Raises:
            SetupError: it is sealed, and the key is gone or another: nobody can tell.
        """
        try:
            for _ in self.pieces(name):
                pass
        except NotFoundError:
            return False
        return True

    def is_sealed(self, name: str) -> bool:
        """Say whether a file lies on the disk in its sealed form."""
        with self._open(name) as file:
            return is_sealed(file.read(PIECE))

    def has_sealed(self) -> bool:
        """Say whether any file is sealed, and so needs the key."""
        return any(map(_is_sealed_at, self._listed()))

    def seal(self, name: str) -> bool:
        """Seal a file that lies on the disk as it is; say whether there was anything to do.

        A kill in the middle leaves the file as it was.

        Raises:
            NotFoundError: it is not there, or is not what its name says.
        """
        if self.is_sealed(name):
            return False
        content = self.read(name)
        write_whole(self._place(name), self._ready_key().seal().sealed(content, name))
        return True

    def raw_pieces(self, name: str) -> Iterator[bytes]:
        """Yield a file as it lies on the disk, sealed or not.

        Raises:
            NotFoundError: it is not there.
        """
        with self._open(name) as file:
            while piece := file.read(PIECE):
                yield piece

    def sweep(self, *, before: datetime) -> int:
        """Take away what kills left half written before a moment; return how many files."""
        stray = [
            place
            for place in self._listed()
            if place.suffix in (PART, _GONE) and _is_before(place, before)
        ]
        for place in stray:
            place.unlink(missing_ok=True)
        return len(stray)

    def _drop_gone(self) -> None:
        """Take away what was set aside, unless a backup runs that may need it."""
        with self._lock(shared=True) as is_free:
            for place in self._listed() if is_free else ():
                if place.suffix == _GONE:
                    place.unlink(missing_ok=True)

    def _content(self, file: BinaryIO, name: str) -> Iterator[bytes]:
        beginning = file.read(PIECE)
        file.seek(0)
        if not is_sealed(beginning):
            while piece := file.read(PIECE):
                yield piece
            return
        try:
            yield from self.key.seal().opened(file, name)
        except BrokenSealError:
            raise NotFoundError(_DAMAGED) from None
        except OtherKeyError:
            raise SetupError(
                f"This file was sealed with another key than that in {self.key.place}. "
                "Restore the key that belongs to these files from a backup."
            ) from None

    def _open(self, name: str) -> BinaryIO:
        place = self._place(name)
        for found in (place, place.with_suffix(_GONE), place):
            try:
                return found.open("rb")
            except FileNotFoundError:
                continue
        raise NotFoundError("This file is not here any more.")

    def _is_needed_anew(self, name: str) -> bool:
        """Say whether a file is there; whoever sweeps then leaves it alone."""
        place = self._place(name)
        if not place.exists():
            return False
        os.utime(place)
        return True

    def _ready_key(self) -> FileKey:
        """Return the key; a first one is made only where nothing is sealed with a lost one."""
        if not self.key.is_there() and not self.has_sealed():
            self.key.make()
        return self.key

    @contextmanager
    def _lock(self, *, shared: bool) -> Iterator[bool]:
        """Give whether the lock between backups and removals was to be had; waits a little."""
        if sys.platform == "win32" or not self.folder.is_dir():
            yield True
            return
        handle = os.open(self.folder.parent / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            yield _locked(handle, shared=shared)
        finally:
            os.close(handle)

    def _listed(self) -> Iterator[Path]:
        return (place for place in self.folder.glob("??/*") if place.is_file())

    def _place(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise NotFoundError("There is no such file.")
        return self.folder / name[:2] / name


def _locked(handle: int, *, shared: bool) -> bool:
    """Say whether the lock is ours; a removal holds it for a moment, a backup for long."""
    how = (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB
    for _ in range(1 if shared else _TRIES):
        try:
            fcntl.flock(handle, how)
        except BlockingIOError:
            sleep(_MOMENT)
        else:
            return True
    return False


def _is_sealed_at(place: Path) -> bool:
    with place.open("rb") as file:
        return is_sealed(file.read(PIECE))


def _is_before(place: Path, moment: datetime) -> bool:
    try:
        return place.stat().st_mtime < moment.timestamp()
    except FileNotFoundError:  # taken away meanwhile
        return False
