"""Seal the files that lie on the disk as they came, from before there was a key."""

from collections.abc import Iterator
from dataclasses import dataclass

from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.files import FileStore
from jobquality.store.sweeping import public_files


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """One file that was looked at: `fault` says why it could not be sealed."""

    name: str
    fault: str = ""


def plain_files(session: Session, files: FileStore) -> tuple[str, ...]:
    """Return the files that lie open on the disk and should not, in order."""
    public = public_files(session)
    return tuple(
        name for name in files.all_names() if name not in public and not files.is_sealed(name)
    )


def seal_all(names: tuple[str, ...], files: FileStore) -> Iterator[Sealed]:
    """Seal one file after the other, and yield each; what a kill left undone is done next time."""
    for name in names:
        try:
            files.seal(name)
        except NotFoundError as refusal:
            yield Sealed(name=name, fault=str(refusal))
        else:
            yield Sealed(name=name)
