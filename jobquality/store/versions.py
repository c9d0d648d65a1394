"""No lost update: whoever saw an older version is told so, and nothing of theirs overwrites it."""

from typing import Protocol

from jobquality.errors import ConflictError

SENTENCE = (
    "Somebody else changed this after you opened it. Nothing was overwritten. "
    "Reload the page to see the change, then try again."
)


class HasVersion(Protocol):
    """A row, or its value, that knows its version."""

    @property
    def version(self) -> int:
        """How often it was written."""


def check_version(row: HasVersion, seen: int) -> None:
    """Be quiet when nobody changed the row since its version `seen`.

    Two who check at the same moment are told apart by the database: see `Versioned`.

    Raises:
        ConflictError: somebody did.
    """
    if row.version != seen:
        raise ConflictError(SENTENCE)
