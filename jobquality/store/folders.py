"""Folders and files that are on the disk when we say so, for their owner's eyes."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

#: What a kill leaves half written ends like this.
PART = ".part"


def sync_folder(folder: Path) -> None:
    """Make the folder remember its new name, so that a power cut cannot forget it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_private(folder: Path) -> None:
    """Make a folder, and those above it that are not there yet, for their owner's eyes."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=0o700, exist_ok=True)


def sync_file(place: Path) -> None:
    """Make sure that a file that another program wrote is on the disk."""
    with place.open("rb") as file:
        os.fsync(file.fileno())


def write_whole(place: Path, pieces: Iterable[bytes]) -> None:
    """Write a file so that its name leads to all of it or to what was there before.

    It is on the disk when this returns. A kill in the middle leaves a stray `.part` file.
    """
    make_private(place.parent)
    handle, part = tempfile.mkstemp(suffix=PART, dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        Path(part).replace(place)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    sync_folder(place.parent)
