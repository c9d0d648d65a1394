"""Do rows and files agree? What kills left is taken away; everything else is told, not touched."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from jobquality.store.database import Session
from jobquality.store.files import FileStore
from jobquality.store.sweeping import named_files

#: Whoever still uploads after so long has given up.
PATIENCE = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Swept:
    """What was found: files by their hashes.

    `missing` are named by a row and not on the disk, `damaged` are not what their name says,
    `unnamed` are on the disk for longer than a day and named by nothing. `half_written` were
    left by a kill, and are gone.
    """

    half_written: int
    missing: tuple[str, ...]
    damaged: tuple[str, ...]
    unnamed: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every file that is named is there and is what its name says."""
        return not self.missing and not self.damaged


def sweep(session: Session, files: FileStore, *, at: datetime) -> Swept:
    """Take away half-written files older than a day, and compare rows and files."""
    named = named_files(session)
    missing = tuple(name for name in sorted(named) if not files.is_there(name))
    there = sorted(named - set(missing))
    return Swept(
        half_written=files.sweep(before=at - PATIENCE),
        missing=missing,
        damaged=tuple(name for name in there if not files.is_whole(name)),
        unnamed=tuple(name for name in files.names(before=at - PATIENCE) if name not in named),
    )


def remove_unnamed(
    session: Session, files: FileStore, swept: Swept, *, at: datetime
) -> tuple[str, ...]:
    """Take away files that nothing names, where nobody needed them meanwhile; return which."""
    named = named_files(session)
    old = set(files.names(before=at - PATIENCE))
    free = tuple(name for name in swept.unnamed if name in old and name not in named)
    for name in free:
        files.remove(name)
    return free
